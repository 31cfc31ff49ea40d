"""What hands do: when it is offered, what follows from it, and what can follow on it."""

from __future__ import annotations

from typing import Any

import pytest
from short_scenario import BASE, option, short_scenario, step, words

from scenarios.model import Scenario
from sim.log.events import Choose, Do, Event, Flag, Go, Pause, Resume, Step
from sim.play import play
from sim.session import Following, Session
from sim.session.wheel import deeds_on
from sim.trainees import Perfect

LOCKED = {"state": {"prop": "box", "state": "closed_locked"}}
LOCK = {"target": "box", "text": words("lock"), "right": True, "then": words("locked"), "do": [LOCKED]}
KICK = {"target": "box", "text": words("kick"), "do": [{"accident": True}]}
QUIET = {"decisions": {}, "storyboard": []}
UNLESS_LOCKED = BASE["accident"] | {"unless": {"done": "lock"}, "at_once": []}


def with_deeds(**changes: Any) -> Scenario:
    deeds = {"lock": LOCK, "kick": KICK, "wipe": {"target": "lamp", "text": words("wipe"), "then": words("clean")}}
    return short_scenario(**QUIET | {"deeds": deeds, "accident": UNLESS_LOCKED} | changes)


def played(scenario: Scenario, *events: Event, until: float) -> Session:
    session = Session(scenario)
    for event in events:
        session.apply(event)
    if not session.ended:
        session.advance(until)
    return session


def done(session: Session) -> list[tuple[str, str, float]]:
    return [(it.subject, it.detail, it.scene_time) for it in session.happenings if it.kind == "did"]


def test_a_deed_is_told_happens_and_is_not_offered_again() -> None:
    session = Session(with_deeds())
    assert session.state().deeds == ("lock", "kick", "wipe")
    session.apply(Do(t=3, deed="lock"))
    state = session.state()
    assert state.things["box"].state == "closed_locked"
    assert [caption.text.zh for caption in state.captions] == ["locked"]
    assert state.deeds == ("kick", "wipe")
    session.apply(Do(t=4, deed="lock"))
    session.apply(Do(t=5, deed="unheard of"))
    session.apply(Do(t=6, deed="wipe"))
    assert done(session) == [("lock", "right", 3.0), ("wipe", "wrong", 6.0)]


def test_a_deed_averts_the_accident() -> None:
    assert played(with_deeds(), until=41).outcome == "accident"
    assert played(with_deeds(), Do(t=3, deed="lock"), until=41).outcome == "averted"


def test_a_wrong_deed_starts_the_accident_at_once_and_is_its_cause() -> None:
    session = played(with_deeds(), Do(t=3, deed="kick"), until=4)
    accident = next(it for it in session.happenings if it.kind == "accident")
    assert (accident.scene_time, accident.detail) == (3.0, "kick")
    assert session.state().deeds == (), "the scene is over"
    session.apply(Do(t=5, deed="lock"))
    assert [name for name, _, _ in done(session)] == ["kick"]


def test_a_deed_is_offered_only_while_its_condition_holds() -> None:
    deeds = {
        "lock": LOCK | {"when": {"all": [{"time": 5}, {"not": {"time": 9}}]}},
        "reach": LOCK | {"when": {"near": {"to": "box", "metres": 1}}},
    }
    session = Session(with_deeds(deeds=deeds))
    offered = {}
    for t, to in ((4.999, 0), (5, 0), (6, 1), (9, 1), (10, 0)):
        session.apply(Step(t=t, to=to))
        offered[t] = session.offered_deeds
    assert offered == {4.999: (), 5: ("lock",), 6: ("lock", "reach"), 9: ("reach",), 10: ()}


def test_what_is_waited_for_is_a_moment_so_that_a_script_is_asked_again() -> None:
    hazards = {"open-box": BASE["hazards"]["open-box"]}
    session = Session(with_deeds(hazards=hazards, deeds={"lock": LOCK | {"when": {"time": 5}}}))
    assert session.next_moment() == 5.0


def test_nothing_is_done_while_a_question_is_open_or_the_session_is_paused() -> None:
    asking = [{"when": {"time": 8}, "do": [{"ask": "d1"}]}]
    decisions = {"d1": {"ask": words("what"), "limit": 10, "options": {"a": option("a", right=True), "b": option("b")}}}
    session = Session(with_deeds(decisions=decisions, storyboard=asking))
    for event in (Do(t=9, deed="lock"), Choose(t=10, decision="d1", option="a"), Pause(t=11), Do(t=12, deed="lock")):
        session.apply(event)
        assert done(session) == []
    session.apply(Resume(t=13))
    session.apply(Do(t=14, deed="lock"))
    assert len(done(session)) == 1


def test_steps_follow_a_deed_and_steps_of_an_ending_ask_for_it() -> None:
    averted = {
        "steps": [
            {"after": 0, "when": {"done": "wipe"}, "do": [{"say": {"text": words("and it is clean")}}]},
            {"after": 0, "when": {"not": {"done": "wipe"}}, "do": [{"say": {"text": words("and it is dirty")}}]},
            {"after": 6, "do": [{"say": {"text": words("well done")}}]},
        ]
    }
    after = step({"after": {"what": "lock", "seconds": 2}}, "clicks")
    scenario = with_deeds(averted=averted, storyboard=[after])
    session = played(scenario, Do(t=3, deed="lock"), until=41)
    assert [(it.subject, it.scene_time) for it in session.happenings if it.kind == "step"] == [("clicks", 5.0)]
    assert [caption.text.zh for caption in session.state().captions] == ["and it is dirty"]
    session = played(scenario, Do(t=3, deed="lock"), Do(t=4, deed="wipe"), until=41)
    assert [caption.text.zh for caption in session.state().captions] == ["and it is clean"]


def test_the_scene_does_not_end_early_while_a_right_deed_is_left() -> None:
    calm = {"unless": {"flagged": "open-box"}, "at_once": []}
    hazards = {"open-box": BASE["hazards"]["open-box"]}
    scenario = with_deeds(hazards=hazards, accident=BASE["accident"] | calm)
    found = Flag(t=3, target="box", problem="live-electricity")
    assert played(scenario, found, until=20).phase == "scene"
    session = played(scenario, found, Do(t=10, deed="lock"), until=20)
    averted = next(it for it in session.happenings if it.kind == "averted")
    assert (averted.scene_time, averted.detail) == (13.0, "nothing_left")


def test_a_right_deed_left_is_done_in_the_redo() -> None:
    session = played(with_deeds(hazards={"open-box": BASE["hazards"]["open-box"]}), until=60)
    session.apply(Go(t=61))
    session.apply(Flag(t=62, target="box", problem="live-electricity"))
    state = session.state()
    assert (state.redo.kind, state.redo.deed, state.redo.target, state.deeds) == ("do", "lock", "box", ("lock",))
    session.apply(Do(t=63, deed="kick"))
    assert session.state().redo.kind == "do", "something else does not complete the step"
    session.apply(Do(t=64, deed="lock"))
    state = session.state()
    assert state.redo.kind == "watch" and state.deeds == ()
    assert state.things["box"].state == "closed_locked"


THROW = {
    "target": "drum", "text": words("throw"), "right": True, "then": words("thrown"), "do": [LOCKED],
    "when": {"after": {"what": "accident", "seconds": 2}},
}  # fmt: skip
LONG_ACCIDENT = UNLESS_LOCKED | {
    "steps": [
        {"after": 1, "do": [{"ask": "d2"}]},
        {"after": 8, "when": {"done": "throw"}, "do": [{"say": {"text": words("caught it")}}]},
        {"after": 9, "do": [{"say": {"text": words("too late")}}]},
    ],
}
ASKED_IN_ACCIDENT = {
    "ask": words("what first"), "limit": 10, "options": {"a": option("a", right=True), "b": option("b")},
}  # fmt: skip


def with_ending(**changes: Any) -> Scenario:
    """The accident at 40 s asks d2 a second later and offers ``throw`` two seconds in."""
    deeds = {"lock": LOCK, "wipe": {"target": "lamp", "text": words("wipe"), "then": words("clean")}, "throw": THROW}
    parts = {"deeds": deeds, "accident": LONG_ACCIDENT, "decisions": {"d2": ASKED_IN_ACCIDENT}}
    return with_deeds(**parts | changes)


ANSWER = Choose(t=44, decision="d2", option="a")


def test_an_accident_offers_what_waits_for_it_and_nothing_of_the_scene() -> None:
    session = played(with_ending(), until=39)
    assert session.offered_deeds == ("lock", "wipe")
    session.advance(41)
    assert session.open_decision == "d2" and session.offered_deeds == ()
    session.apply(ANSWER)
    assert session.offered_deeds == () and session.next_moment() == 45.0
    session.advance(45)
    assert session.offered_deeds == ("throw",)
    session.apply(Do(t=46, deed="wipe"))
    session.apply(Do(t=46, deed="throw"))
    assert done(session) == [("throw", "right", 43.0)]
    state = session.state()
    assert state.things["box"].state == "closed_locked" and state.captions[-1].text.zh == "thrown"


@pytest.mark.parametrize(("throws", "said"), [([Do(t=46, deed="throw")], True), ([], False)])
def test_an_ending_follows_on_its_deed_and_does_not_wait_for_it(throws: list[Event], said: bool) -> None:
    session = played(with_ending(), ANSWER, *throws, until=51.5)
    assert ("caught it" in [caption.text.zh for caption in session.state().captions]) == said
    session.advance(54.5)
    assert session.phase == "debrief" and session.offered_deeds == ()


def test_a_step_of_the_storyboard_follows_on_a_deed_of_the_ending() -> None:
    after = step({"after": {"what": "throw", "seconds": 1}}, "floats")
    scenario = with_ending(storyboard=[after, step({"done": "lock"}, "of-the-scene")])
    session = played(scenario, ANSWER, Do(t=46, deed="throw"), until=50)
    assert [(it.subject, it.scene_time) for it in session.happenings if it.kind == "step"] == [("floats", 44.0)]


def test_what_only_an_ending_offers_does_not_keep_the_scene_going() -> None:
    hazards = {"open-box": BASE["hazards"]["open-box"]}
    scenario = with_ending(hazards=hazards, decisions={"d2": ASKED_IN_ACCIDENT})
    found = Flag(t=3, target="box", problem="live-electricity")
    session = played(scenario, found, Do(t=10, deed="lock"), until=20)
    assert [it.scene_time for it in session.happenings if it.kind == "averted"] == [13.0]
    assert session.offered_deeds == ()


def test_a_decision_that_the_scene_asks_too_makes_no_deed_of_the_ending() -> None:
    asked_before = [{"when": {"time": 5}, "do": [{"ask": "d2"}]}]
    deeds = {"throw": THROW | {"when": {"chosen": "d2.a"}}}
    session = played(with_ending(deeds=deeds, storyboard=asked_before), Choose(t=6, decision="d2", option="a"), until=7)
    assert session.offered_deeds == ("throw",)
    session.advance(45)
    assert session.phase == "accident" and session.offered_deeds == ()
    session = played(with_ending(deeds=deeds), ANSWER, until=45)
    assert session.offered_deeds == ("throw",)


def test_a_deed_is_of_the_ending_that_it_needs_though_both_ask_the_same() -> None:
    averted = {"steps": [{"after": 1, "do": [{"ask": "d2"}]}, {"after": 3, "do": [{"say": {"text": words("end")}}]}]}
    when = {"all": [{"after": {"what": "accident"}}, {"chosen": "d2.a"}]}
    following = Following(with_ending(averted=averted, deeds={"throw": THROW | {"when": when}}))
    assert following.deeds == {"accident": {"throw"}, "averted": set()}
    asked = Following(with_ending(averted=averted, deeds={"throw": THROW | {"when": {"chosen": "d2.a"}}}))
    assert asked.deeds == {"accident": {"throw"}, "averted": {"throw"}}


def test_the_redo_asks_for_a_deed_of_the_accident_that_was_left() -> None:
    hazards = {"open-box": BASE["hazards"]["open-box"]}
    session = played(with_ending(hazards=hazards), ANSWER, until=60)
    for event in (
        Go(t=61), Flag(t=62, target="box", problem="live-electricity"), Do(t=63, deed="lock"), Do(t=64, deed="throw"),
    ):  # fmt: skip
        session.apply(event)
    assert [(it.subject, it.detail) for it in session.happenings if it.kind == "redo_step"] == [
        ("open-box", "flag"), ("lock", "do"), ("throw", "do"),
    ]  # fmt: skip


def test_the_perfect_trainee_acts_in_an_accident_that_others_let_happen() -> None:
    scenario = with_ending()
    session, _ = play(scenario, Perfect(scenario, flag=False, act=True))
    assert session.outcome == "averted", "the scene's own deed averts it"
    unlockable = with_ending(deeds={"throw": THROW}, accident=LONG_ACCIDENT | {"unless": {"flagged": "open-box"}})
    session, _ = play(unlockable, Perfect(unlockable, flag=False))
    assert session.outcome == "accident" and [name for name, _, _ in done(session)] == ["throw"]


def test_the_wheel_offers_what_is_there_in_an_order_that_tells_nothing() -> None:
    deeds = {f"deed-{number}": LOCK | {"right": number == 0} for number in range(6)}
    scenario = with_deeds(deeds=deeds)
    offered = tuple(deeds)
    orders = {deeds_on(scenario, "box", offered, seed) for seed in range(20)}
    assert len(orders) > 10 and all(set(order) == set(offered) for order in orders)
    assert deeds_on(scenario, "lamp", offered, 3) == ()
    assert deeds_on(scenario, "box", offered[:1], 3) == offered[:1]
