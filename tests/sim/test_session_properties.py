"""Whatever a trainee does: nothing breaks, and the same log is the same session on any day."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from short_scenario import step, with_storyboard, words

import scenarios
from scenarios.model import Scenario
from sim.log.events import Beat, Choose, Do, Event, Flag, Go, Look, Pause, Resume, Step, Stop
from sim.session import Session
from sim.session.wheel import PROBLEMS
from sim.state import SceneState

MOVE = {"move": {"who": "ann", "path": [{"after": 3, "at": [0, 9]}, {"after": 3, "at": [1, 9]}]}}
DEEDS = {
    "lock": {"target": "box", "text": words("lock"), "right": True, "when": {"looked_at": {"what": "box"}}},
    "mend": {"target": "box", "text": words("mend"), "right": True, "when": {"done": "lock"}, "do": [MOVE]},
    "kick": {"target": "cart", "text": words("kick"), "when": {"time": 20}, "do": [{"accident": True}]},
}
OUTCOME = {"then": words("then")}
PRESS = {"ask": words("press"), "beats_per_minute": [80, 130], "beats": 5, "limit": 6, "good": OUTCOME, "poor": OUTCOME}
EVERY_CONDITION = with_storyboard(
    {"when": {"time": 8}, "do": [{"ask": "d1"}, {"exercise": "press"}]},
    step({"any": [{"done": "mend"}, {"kept": "press"}]}, "d", [{"state": {"prop": "cart", "state": "parked"}}]),
    step({"near": {"who": "ann", "to": "cart", "metres": 3}}, "c"),
    step({"near": {"who": "ann", "to": "trainee", "metres": 6}}, "n"),
    step({"all": [{"looked_at": {"what": "ann", "seconds": 0.5}}, {"not": {"flagged": "open-box"}}]}, "l", [MOVE]),
    step({"any": [{"missed": "ann-walks"}, {"after": {"what": "l", "seconds": 1}}]}, "m", [{"light": {"level": 0}}]),
    deeds=DEEDS,
    exercises={"press": PRESS},
    carried={"cart": {"prop": "ebike", "at": [0.4, 0.6, 0], "state": "ok"}},
)
SCENARIOS: list[Scenario] = [EVERY_CONDITION, *(scenarios.load(name).scenario for name in scenarios.bank())]


@st.composite
def sessions(draw: st.DrawFn) -> tuple[Scenario, list[Event]]:
    scenario = draw(st.sampled_from(SCENARIOS))
    things = st.sampled_from([*scenario.props, *scenario.actors, *scenario.carried, "", "unheard of"])
    angle = st.floats(-400, 400)
    kinds: dict[type, dict[str, Any]] = {
        Look: {"h": angle, "p": angle},
        Step: {"to": st.integers(0, 7)},
        Flag: {"target": things, "problem": st.sampled_from([*PROBLEMS, "nonsense"])},
        Choose: {"decision": st.sampled_from([*scenario.decisions, "dx"]), "option": st.sampled_from("abcd")},
        Do: {"deed": st.sampled_from([*scenario.deeds, "unheard of"])},
        Beat: {},
        Pause: {},
        Resume: {},
        Go: {},
        Stop: {"by": st.just("crew")},
    }
    weights = [Look, Look, Step, Flag, Flag, Flag, Choose, Choose, Do, Do, *[Beat] * 5, Pause, Resume, Resume, Go, Go]
    events, t = [], 0.0
    for kind in draw(st.lists(st.sampled_from([*weights, Stop] if draw(st.booleans()) else weights), max_size=40)):
        t = round(t + draw(st.sampled_from([0.0, 0.001, 0.7, 3.0, 8.0, 30.0])), 3)
        events.append(kind(t=t, **{name: draw(values) for name, values in kinds[kind].items()}))
    return scenario, events


def played(scenario: Scenario, events: list[Event], until: float) -> Session:
    session = Session(scenario, seed=3)
    for event in events:
        if event.t <= until:
            session.apply(event)
    if not session.ended:
        session.advance(max(until, session.time))
    return session


@settings(max_examples=60, deadline=None)
@given(sessions(), st.lists(st.floats(0, 250), max_size=12))
def test_any_log_can_be_played_in_any_pieces(session: tuple[Scenario, list[Event]], stops: list[float]) -> None:
    scenario, events = session
    whole = played(scenario, events, 300)
    pieces = Session(scenario, seed=3)
    for time, event in sorted([(time, None) for time in stops] + [(e.t, e) for e in events], key=lambda it: it[0]):
        if pieces.ended:
            break
        if event is None:
            pieces.advance(time)
            pieces.state()
        else:
            pieces.apply(event)
    if not pieces.ended:
        pieces.advance(max(300, pieces.time))
    assert pieces.state() == whole.state()
    assert pieces.happenings == whole.happenings


@settings(max_examples=40, deadline=None)
@given(sessions(), st.floats(0, 250))
def test_a_replay_to_any_second_is_what_was_seen_live(session: tuple[Scenario, list[Event]], moment: float) -> None:
    scenario, events = session
    live = Session(scenario, seed=3)
    seen: SceneState | None = None
    for event in events:
        if event.t > moment and seen is None:
            seen = _advanced(live, moment).state()
        live.apply(event)
    seen = seen or _advanced(live, moment).state()
    assert played(scenario, events, moment).state() == seen


def _advanced(session: Session, moment: float) -> Session:
    if not session.ended:
        session.advance(max(moment, session.time))
    return session


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_the_book_is_kept_straight(session: tuple[Scenario, list[Event]]) -> None:
    scenario, events = session
    happenings = played(scenario, events, 2000).happenings
    times = [(it.session_time, it.scene_time) for it in happenings]
    assert times == sorted(times), "nothing happens before what happened before it"
    for kind in ("accident", "averted", "debrief", "redo", "redo_finished", "done", "stopped"):
        assert sum(it.kind == kind for it in happenings) <= 1
    found = [it.subject for it in happenings if it.kind in ("found", "wrong_reason")]
    missed = [it.subject for it in happenings if it.kind == "missed"]
    assert len(found) == len(set(found)) and len(missed) == len(set(missed)) and not set(found) & set(missed)
    for kinds in (("did",), ("kept", "not_kept"), ("answered", "timed_out")):
        subjects = [it.subject for it in happenings if it.kind in kinds]
        assert len(subjects) == len(set(subjects)), "nothing is done or settled twice"
    for it in happenings:
        if it.kind in ("found", "wrong_reason"):
            opens, closes = scenario.hazards[it.subject].window
            assert opens <= it.scene_time < closes


def test_a_session_does_not_go_back() -> None:
    session = Session(EVERY_CONDITION)
    session.advance(5)
    for go_back in (lambda: session.advance(4.9), lambda: session.apply(Go(t=4.9))):
        try:
            go_back()
        except ValueError as error:
            assert "does not go back" in str(error)
        else:
            raise AssertionError("time went back")
