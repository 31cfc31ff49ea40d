"""Exercises in a rhythm: how they open, how they come out, what follows."""

from __future__ import annotations

from typing import Any

import pytest
from short_scenario import BASE, option, short_scenario, step, words

from scenarios.model import Scenario
from sim.log.events import Beat, Choose, Event, Flag, Go, Pause, Resume
from sim.play import play
from sim.session import Session
from sim.trainees import Perfect

PRESS = {
    "ask": words("press"), "beats_per_minute": [100, 120], "beats": 10, "limit": 12,
    "good": {"then": words("well pressed"), "do": [{"state": {"prop": "box", "state": "closed_locked"}}]},
    "poor": {"then": words("badly pressed")},
}  # fmt: skip
SAVED = BASE["accident"] | {"unless": {"kept": "press"}, "at_once": []}


def with_exercise(**changes: Any) -> Scenario:
    start = {"when": {"time": 8}, "do": [{"exercise": "press"}]}
    plain = {"decisions": {}, "exercises": {"press": PRESS}, "storyboard": [start], "accident": SAVED}
    return short_scenario(**plain | changes)


def beats(start: float, apart: float, count: int = 10) -> list[Event]:
    return [Beat(t=round(start + number * apart, 3)) for number in range(count)]


def played(scenario: Scenario, *events: Event, until: float) -> Session:
    session = Session(scenario)
    for event in events:
        session.apply(event)
    if not session.ended:
        session.advance(max(until, session.time))
    return session


def result(session: Session) -> list[tuple[str, float, float]]:
    kinds = ("exercise", "kept", "not_kept")
    return [(it.kind, it.session_time, it.scene_time) for it in session.happenings if it.kind in kinds]


def test_the_scene_stands_still_and_how_it_goes_is_shown() -> None:
    session = played(with_exercise(), *beats(10, 0.5, 4), until=12)
    state = session.state()
    assert state.scene_time == 8.0
    assert (state.exercise.id, state.exercise.beats, state.exercise.left) == ("press", 4, 8.0)
    assert state.exercise.rate == pytest.approx(120)
    assert "metronome_110" in [sound.name for sound in state.sounds]


def test_a_rhythm_kept_is_good_and_lasts() -> None:
    session = played(with_exercise(), *beats(10, 0.55), until=16)
    assert result(session) == [("exercise", 8.0, 8.0), ("kept", 14.95, 8.0)]
    state = session.state()
    assert state.exercise is None
    assert [caption.text.zh for caption in state.captions] == ["well pressed"]
    assert state.things["box"].state == "closed_locked"
    assert "metronome_110" not in [sound.name for sound in state.sounds]
    session.advance(50)
    assert session.outcome == "averted"


@pytest.mark.parametrize("apart", [0.3, 0.8])
def test_too_fast_or_too_slow_is_poor(apart: float) -> None:
    pressed = beats(9, apart)
    session = played(with_exercise(), *pressed, until=pressed[-1].t + 1)
    assert [kind for kind, _, _ in result(session)] == ["exercise", "not_kept"]
    assert [caption.text.zh for caption in session.state().captions] == ["badly pressed"]
    session.advance(60)
    assert session.outcome == "accident"


def test_too_few_by_the_limit_is_poor() -> None:
    session = played(with_exercise(), *beats(10, 0.55, 9), until=21)
    assert result(session) == [("exercise", 8.0, 8.0), ("not_kept", 20.0, 8.0)]


def test_the_limit_stands_still_in_a_pause_and_beats_in_it_do_not_count() -> None:
    session = played(with_exercise(), Beat(t=10), Pause(t=11), Beat(t=12), Resume(t=21), until=22)
    assert (session.state().exercise.beats, session.state().exercise.left) == (1, 8.0)


def test_one_thing_is_open_at_a_time_and_nothing_is_flagged_meanwhile() -> None:
    decision = {"ask": words("what"), "limit": 10, "options": {"a": option("a", right=True), "b": option("b")}}
    start = [{"when": {"time": 8}, "do": [{"exercise": "press"}, {"ask": "d1"}]}]
    session = Session(with_exercise(decisions={"d1": decision}, storyboard=start))
    session.advance(9)
    assert (session.open_decision, session.open_exercise) == ("d1", None)
    session.apply(Choose(t=10, decision="d1", option="a"))
    assert (session.open_decision, session.open_exercise) == (None, "press")
    session.apply(Flag(t=11, target="box", problem="live-electricity"))
    assert session.found == ()


def test_steps_follow_when_it_is_over() -> None:
    after = step({"after": {"what": "press", "seconds": 3}}, "over")
    kept = step({"kept": "press"}, "kept")
    start = {"when": {"time": 8}, "do": [{"exercise": "press"}]}
    session = played(with_exercise(storyboard=[start, after, kept]), *beats(10, 0.3), until=30)
    assert [(it.subject, it.scene_time) for it in session.happenings if it.kind == "step"] == [("over", 11.0)]
    session = played(with_exercise(storyboard=[start, after, kept]), *beats(10, 0.55), until=30)
    assert [it.subject for it in session.happenings if it.kind == "step"] == ["kept", "over"]


def test_an_ending_may_start_one_and_go_on_from_it() -> None:
    steps = [{"after": 1, "do": [{"exercise": "press"}]}, {"after": 9, "do": [{"say": {"text": words("later")}}]}]
    accident = SAVED | {"unless": {"flagged": "open-box"}, "steps": steps}
    follows = step({"kept": "press"}, "breathes")
    session = played(with_exercise(accident=accident, storyboard=[follows]), *beats(43, 0.55), until=60)
    assert session.outcome == "accident"
    assert [it.subject for it in session.happenings if it.kind == "step"] == ["breathes"]


def test_one_not_kept_is_done_again_in_the_redo_without_the_clock() -> None:
    hazards = {"open-box": BASE["hazards"]["open-box"]}
    found = Flag(t=3, target="box", problem="live-electricity")
    session = played(with_exercise(hazards=hazards), found, until=70)
    session.apply(Go(t=71))
    state = session.state()
    assert (state.redo.kind, state.redo.target, state.exercise.left) == ("exercise", "press", 12.0)
    for event in beats(100, 0.3):
        session.apply(event)
    state = session.state()
    assert state.redo.kind == "watch", "who cannot keep it is told, and goes on"
    assert "badly pressed" in [caption.text.zh for caption in state.captions]


def test_the_perfect_trainee_keeps_it_in_scene_and_redo() -> None:
    session, _ = play(with_exercise(), Perfect(with_exercise()))
    assert session.outcome == "averted" and [kind for kind, _, _ in result(session)] == ["exercise", "kept"]
    session, events = play(with_exercise(), Perfect(with_exercise(), beats=False))
    assert session.outcome == "accident"
    assert [kind for kind, _, _ in result(session)] == ["exercise", "not_kept"]
    assert session.happenings[-1].kind == "done" and session.happenings[-2].kind == "redo_finished"
