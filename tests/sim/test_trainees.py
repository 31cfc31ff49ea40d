"""The scripted trainees play all of the bank as they should."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from short_scenario import short_scenario

import scenarios
from sim.log.events import Beat, Choose, Do, Event, Flag, Look, Step, Stop
from sim.play import play
from sim.session import Session
from sim.trainees import Perfect, RandomTrainee, Replaying, from_log, scripted
from sim.trainees.random import REDO_PATIENCE

BANK = scenarios.bank()


@pytest.mark.parametrize("name", BANK)
def test_perfect_finds_everything_and_averts_the_accident(name: str) -> None:
    scenario = scenarios.load(name).scenario
    session, events = play(scenario, scripted("perfect", scenario))
    assert session.outcome == "averted" and set(session.found) == set(scenario.hazards)
    assert {it.kind for it in session.happenings} & {"wrong_reason", "lure", "nothing", "missed", "timed_out"} == set()
    for happening in session.happenings:
        if happening.kind == "found":
            opens = scenario.hazards[happening.subject].window[0]
            assert happening.scene_time >= opens + 1.0, "nobody sees a thing before a second has passed"
    assert {type(event) for event in events} >= {Look, Flag, Choose}


@pytest.mark.parametrize("name", BANK)
def test_perfect_looks_at_what_it_flags(name: str) -> None:
    scenario = scenarios.load(name).scenario
    _, events = play(scenario, scripted("perfect", scenario))
    acts = [event for event in events if not isinstance(event, (Choose, Do, Beat))]
    for before, event in pairwise(acts):
        if isinstance(event, Flag):
            assert isinstance(before, Look) and event.t - before.t >= 0.5
        if isinstance(event, Step):
            assert event.to < len(scenario.standpoints)


@pytest.mark.parametrize("name", BANK)
def test_to_the_absent_the_accident_happens_at_its_time(name: str) -> None:
    scenario = scenarios.load(name).scenario
    session, events = play(scenario, scripted("absent", scenario))
    (accident,) = [it for it in session.happenings if it.kind == "accident"]
    assert (accident.scene_time, events, session.found) == (scenario.accident.at, [], ())
    assert session.ended


@pytest.mark.parametrize("name", BANK)
def test_random_is_seeded_and_comes_to_an_end(name: str) -> None:
    scenario = scenarios.load(name).scenario
    _, events = play(scenario, scripted("random", scenario, 5), 5)
    assert play(scenario, scripted("random", scenario, 5), 5)[1] == events
    assert play(scenario, scripted("random", scenario, 6), 6)[1] != events


def test_random_tries_everything() -> None:
    scenario = short_scenario()
    kinds: set[type[Event]] = set()
    for seed in range(30):
        kinds |= {type(event) for event in play(scenario, RandomTrainee(scenario, seed), seed)[1]}
    assert {kind.__name__ for kind in kinds} == {"Look", "Step", "Flag", "Choose", "Pause", "Resume", "Go"}
    assert REDO_PATIENCE > 0


def test_a_trainee_perfect_but_for_one_answer_goes_the_right_way_after_it() -> None:
    scenario = short_scenario()
    session, _ = play(scenario, Perfect(scenario, {"d1": "b"}))
    kinds = [it.kind for it in session.happenings]
    assert session.outcome == "accident" and "redo_finished" in kinds


def test_a_log_is_played_again(tmp_path: Path) -> None:
    from logs import EVENTS, write_log

    scenario = short_scenario()
    trainee = from_log(write_log(tmp_path / "a.jsonl"))
    assert isinstance(trainee, Replaying)
    session, events = play(scenario, trainee, 3)
    assert tuple(events) == EVENTS
    whole = Session(scenario, 3)
    for event in EVENTS:
        whole.apply(event)
    whole.advance(session.time)
    assert whole.happenings == session.happenings


def test_a_session_paused_for_ever_is_stopped(tmp_path: Path) -> None:
    from logs import write_log

    from sim.log.events import Pause

    trainee = from_log(write_log(tmp_path / "a.jsonl", events=(Pause(t=2.0),)))
    session, events = play(short_scenario(), trainee)
    assert session.ended and events[-1] == Stop(t=2.0, by="crew")
