"""The accident, how it is averted, the debrief, and the right way after it."""

from __future__ import annotations

import pytest
from short_scenario import short_scenario, step, with_storyboard, words

from sim.log.events import Choose, Flag, Go, Look, Stop
from sim.session import Session

FOUND_BOX = Flag(t=3, target="box", problem="live-electricity")


def run(session: Session, *events: object, until: float | None = None) -> Session:
    for event in events:
        session.apply(event)
    if until is not None:
        session.advance(until)
    return session


def kinds(session: Session) -> list[str]:
    return [it.kind for it in session.happenings]


def test_the_accident_happens_at_its_scene_time() -> None:
    session = run(Session(short_scenario()), until=50)
    (accident,) = [it for it in session.happenings if it.kind == "accident"]
    assert (accident.scene_time, accident.session_time, accident.detail) == (40.0, 50.0, "time")
    assert session.phase == "accident" and session.state().things["ann"].clip == "collapse"


def test_a_flagged_cause_averts_it_at_the_gate() -> None:
    session = run(Session(short_scenario()), FOUND_BOX, until=55)
    (averted,) = [it for it in session.happenings if it.kind == "averted"]
    assert averted.scene_time == 40.0
    assert session.outcome == "averted"


def test_nothing_left_to_do_ends_the_scene_early() -> None:
    found_ann = Flag(t=6, target="ann", problem="unsafe-act")
    session = run(Session(short_scenario()), FOUND_BOX, found_ann, Choose(t=10, decision="d1", option="c"), until=20)
    (averted,) = [it for it in session.happenings if it.kind == "averted"]
    assert (averted.scene_time, averted.detail) == (11.0, "nothing_left")


def test_a_condition_that_may_turn_false_again_does_not_end_the_scene_early() -> None:
    accident = short_scenario().accident.model_dump(exclude_unset=True)
    accident["unless"] = {"not": {"chosen": "d1.b"}}
    found_ann = Flag(t=6, target="ann", problem="unsafe-act")
    session = Session(short_scenario(accident=accident))
    run(session, FOUND_BOX, found_ann, Choose(t=10, decision="d1", option="c"), until=30)
    assert session.phase == "scene"


def test_a_fatal_option_brings_the_accident_at_once() -> None:
    session = run(Session(short_scenario()), Choose(t=11, decision="d1", option="b"))
    state = session.state()
    assert (session.phase, session.scene_time) == ("accident", 8.0)
    assert [effect.name for effect in state.effects] == ["flash"]
    assert [caption.text.en for caption in state.captions] == ["then fatal"]
    assert session.happenings[-1].detail == "d1.b"


def test_the_debrief_comes_two_seconds_after_the_last_step() -> None:
    session = run(Session(short_scenario()), until=60)
    (debrief,) = [it for it in session.happenings if it.kind == "debrief"]
    assert debrief.scene_time == 43.0


def test_a_decision_of_the_accident_holds_the_debrief_back() -> None:
    accident = short_scenario().accident.model_dump(exclude_unset=True)
    accident["steps"][1]["do"].append({"ask": "d1"})
    session = Session(with_storyboard(accident=accident))
    run(session, Choose(t=45, decision="d1", option="b"), until=60)
    assert [(it.kind, it.session_time) for it in session.happenings if it.kind in ("asked", "debrief")] == [
        ("asked", 41.0),
        ("debrief", 47.0),
    ]
    assert session.outcome == "accident", "an option chosen in the accident does not start another"


def test_only_steps_that_follow_from_the_ending_still_run_in_it() -> None:
    steps = [
        step({"time": 41}, "of-the-scene"),
        step({"after": {"what": "accident", "seconds": 1}}, "of-the-accident"),
        step({"after": {"what": "of-the-accident", "seconds": 1}}, "of-that"),
    ]
    session = run(Session(with_storyboard(*steps)), until=45)
    assert [it.subject for it in session.happenings if it.kind == "step"] == ["of-the-accident", "of-that"]


def test_after_an_averted_ending_the_debrief_is_the_end() -> None:
    session = run(Session(short_scenario()), FOUND_BOX, until=58)
    assert session.phase == "debrief"
    run(session, Go(t=60))
    assert session.ended and "redo" not in kinds(session)


def test_who_has_left_is_not_waited_for() -> None:
    session = run(Session(short_scenario()), until=1000)
    assert session.ended
    assert session.time == 53.0 + 60.0


def test_a_look_shows_that_someone_is_still_there() -> None:
    session = run(Session(short_scenario()), Look(t=100, h=0, p=0), until=130)
    assert session.phase == "debrief"


def test_stopping_ends_it_at_any_moment() -> None:
    session = run(Session(short_scenario()), Stop(t=9, by="crew"))
    assert session.ended and session.outcome is None and kinds(session)[-2:] == ["stopped", "done"]
    before = session.state()
    run(session, Flag(t=10, target="box", problem="live-electricity"), Go(t=11))
    assert session.state() == before


def test_the_right_way_is_gone_step_by_step() -> None:
    session = run(Session(short_scenario()), until=55)
    run(session, Go(t=56))
    redo = session.state().redo
    assert (redo.index, redo.count, redo.kind, redo.target, redo.hazard) == (0, 5, "flag", "box", "open-box")
    run(session, Flag(t=57, target="drum", problem="can-fall"))
    assert session.state().redo.index == 0, "something else does not complete the step"
    run(session, Flag(t=58, target="box", problem="can-fall"))
    assert session.state().things["box"].state == "closed_locked"
    assert session.state().redo.hazard == "ann-walks"
    run(session, Flag(t=59, target="ann", problem="unsafe-act"))
    assert (session.state().redo.kind, session.state().redo.target) == ("choose", "d1")
    run(session, Choose(t=60, decision="d1", option="b"))
    assert session.state().redo.kind == "choose" and session.phase == "redo"
    assert session.state().captions[-1].text.en == "then fatal"
    run(session, Choose(t=61, decision="d1", option="a"))
    assert session.state().redo.kind == "watch" and session.state().captions[-1].text.en == "one"
    run(session, Go(t=62), Go(t=63))
    assert session.ended and "redo_finished" in kinds(session)
    assert session.outcome == "accident" and session.found == (), "the redo changes no score"


def test_the_redo_shows_the_scene_before_the_accident() -> None:
    session = run(Session(short_scenario()), until=55)
    assert session.state().fade == ("white", 1.0)
    run(session, Go(t=56), Flag(t=57, target="box", problem="can-fall"))
    state = session.state()
    assert state.fade is None and state.things["ann"].clip == "walk"
    # the window of ann-walks is 5..15: she is shown in the middle of it, and does not move on
    assert state.things["ann"].position == (0.0, 5.0, 0.0)
    session.advance(70)
    assert session.state().things["ann"] == state.things["ann"]


def test_what_was_found_stays_right_in_the_redo() -> None:
    accident = short_scenario().accident.model_dump(exclude_unset=True) | {"unless": {"chosen": "d1.a"}}
    session = run(Session(short_scenario(accident=accident)), FOUND_BOX, until=55)
    run(session, Go(t=56))
    assert session.state().redo.hazard == "ann-walks"
    assert session.state().things["box"].state == "closed_locked"


def test_a_correction_moves_in_the_redo() -> None:
    hazards = {name: it.model_dump(exclude_unset=True, by_alias=True) for name, it in short_scenario().hazards.items()}
    hazards["ann-walks"]["corrected"] = [{"move": {"who": "ann", "path": [{"after": 2, "at": [0, 9]}]}}]
    session = run(Session(short_scenario(hazards=hazards)), until=55)
    run(session, Go(t=56), Flag(t=57, target="box", problem=""), Flag(t=58, target="ann", problem=""), until=59)
    assert session.state().things["ann"].position == (0.0, 7.0, 0.0)
    session.advance(61)
    assert session.state().things["ann"].position == (0.0, 9.0, 0.0)


def test_the_redo_is_not_waited_for_for_ever() -> None:
    session = run(Session(short_scenario()), until=55)
    run(session, Go(t=56), until=1000)
    assert session.ended and session.time == 176.0 and "redo_finished" not in kinds(session)


@pytest.mark.parametrize("seconds", [0, 3])
def test_the_storyboard_can_bring_about_either_ending(seconds: float) -> None:
    both = [{"say": {"text": words("now")}}, {"avert": True}, {"accident": True}]
    session = run(Session(with_storyboard(step({"time": seconds}, do=both))), until=seconds + 0.5)
    assert session.outcome == "averted" and kinds(session).count("averted") == 1
