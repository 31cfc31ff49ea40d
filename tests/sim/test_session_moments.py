"""Things happen at the very moment the scenario says, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from short_scenario import short_scenario, step, with_storyboard

from scenarios.model import Scenario
from sim.log.events import Choose, Flag, Look, Pause, Resume, Step
from sim.session import Session


def moments(session: Session, kind: str) -> list[tuple[float, str]]:
    return [(it.scene_time, it.subject) for it in session.happenings if it.kind == kind]


def when_it_runs(scenario: Scenario, events: list[Any] | None = None, until: float = 60) -> float | None:
    """Scene time at which the step called ``it`` runs."""
    session = Session(scenario)
    for event in events or []:
        session.apply(event)
    session.advance(until)
    ran = [time for time, name in moments(session, "step") if name == "it"]
    assert len(ran) <= 1, "a step runs once"
    return ran[0] if ran else None


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({"time": 0}, 0.0),
        ({"time": 12.345}, 12.345),
        ({"missed": "ann-walks"}, 15.0),
        ({"near": {"who": "ann", "to": "box", "metres": 13}}, 0.0),
        ({"near": {"who": "ann", "to": "box", "metres": 29**0.5}}, 8.0),
        ({"near": {"who": "trainee", "to": "ann", "metres": 5}}, 10.0),
        ({"near": {"who": "ann", "to": "box", "metres": 4.9}}, None),
        ({"not": {"near": {"who": "ann", "to": "box", "metres": 29**0.5}}}, 0.0),
        ({"all": [{"time": 9}, {"not": {"near": {"who": "ann", "to": "box", "metres": 29**0.5}}}]}, 12.0),
        ({"all": [{"time": 3}, {"time": 7}]}, 7.0),
        ({"any": [{"time": 9}, {"time": 4}]}, 4.0),
        ({"flagged": "open-box"}, None),
        ({"chosen": "d1.a"}, None),
    ],
)
def test_a_step_runs_at_the_moment_its_condition_becomes_true(when: dict[str, Any], expected: float | None) -> None:
    found = when_it_runs(with_storyboard(step(when)), until=39)
    assert found == pytest.approx(expected, abs=2e-6) if expected is not None else found is None


def test_after_counts_from_a_step() -> None:
    scenario = with_storyboard(step({"time": 5}, "first"), step({"after": {"what": "first", "seconds": 2.5}}))
    assert when_it_runs(scenario) == 7.5


def test_after_a_decision_counts_from_its_answer() -> None:
    ask = {"when": {"time": 8}, "do": [{"ask": "d1"}]}
    scenario = with_storyboard(ask, step({"after": {"what": "d1", "seconds": 3}}))
    assert when_it_runs(scenario, [Choose(t=12, decision="d1", option="a")]) == 11.0


def test_a_flag_starts_what_waits_for_it() -> None:
    scenario = with_storyboard(step({"flagged": "open-box"}))
    assert when_it_runs(scenario, [Flag(t=6.5, target="box", problem="live-electricity")]) == 6.5


def test_a_trainee_who_steps_near_is_near() -> None:
    scenario = with_storyboard(step({"near": {"to": "box", "metres": 1}}))
    assert when_it_runs(scenario, [Step(t=4, to=1)]) == 4.0


def test_a_moved_actor_is_near_when_it_arrives() -> None:
    move = {"move": {"who": "ann", "path": [{"after": 10, "at": [0, 10]}]}}
    scenario = with_storyboard(
        {"when": {"time": 10}, "do": [move]}, step({"near": {"who": "ann", "to": "box", "metres": 1}})
    )
    assert when_it_runs(scenario) == pytest.approx(18.0, abs=2e-6)


def test_looking_adds_up_over_several_looks() -> None:
    scenario = with_storyboard(step({"looked_at": {"what": "box", "seconds": 3}}))
    towards, away = {"h": 0.0, "p": -4.7}, {"h": 90.0, "p": 0.0}
    turns = [(0, away), (1, towards), (2, away), (10, towards), (11.5, away), (20, towards)]
    looks = [Look(t=t, **view) for t, view in turns]
    assert when_it_runs(scenario, looks) == 20.5


def test_looking_at_someone_who_walks_through_the_view_ends_when_she_leaves_it() -> None:
    in_view = with_storyboard(step({"looked_at": {"what": "ann", "seconds": 1.4}}))
    too_long = with_storyboard(step({"looked_at": {"what": "ann", "seconds": 1.5}}))
    look = [Look(t=0, h=0.0, p=-4.8)]
    # 8 degrees at 5 m are 0.70 m to either side: she passes within 1.41 s
    assert when_it_runs(in_view, look) == pytest.approx(10.7, abs=0.02)
    assert when_it_runs(too_long, look) is None


def test_steps_at_one_moment_run_in_the_order_of_the_file() -> None:
    scenario = with_storyboard(step({"time": 5}, "b"), step({"after": {"what": "b"}}, "c"), step({"time": 5}, "a"))
    session = Session(scenario)
    session.advance(6)
    assert moments(session, "step") == [(5.0, "b"), (5.0, "c"), (5.0, "a")]


def test_the_scene_stands_still_while_a_decision_is_open_and_in_a_pause() -> None:
    session = Session(short_scenario())
    session.advance(12)
    assert session.scene_time == 8.0 and session.state().decision.left == 6.0
    session.apply(Pause(t=13))
    session.advance(100)
    assert session.state().decision.left == 5.0
    session.apply(Resume(t=100))
    session.apply(Choose(t=101, decision="d1", option="c"))
    session.advance(111)
    assert session.scene_time == 18.0 and session.state().decision is None


def test_a_decision_left_open_runs_out() -> None:
    session = Session(short_scenario())
    session.advance(20)
    assert moments(session, "timed_out") == [(8.0, "d1")]
    assert session.scene_time == 10.0


def test_two_decisions_asked_at_once_are_asked_one_after_the_other() -> None:
    two = {name: {**short_scenario().decisions["d1"].model_dump(exclude_unset=True)} for name in ("d1", "d2")}
    scenario = with_storyboard(
        {"when": {"time": 5}, "do": [{"ask": "d2"}, {"ask": "d1"}, {"ask": "d2"}]}, decisions=two
    )
    session = Session(scenario)
    session.advance(60)
    asked = [(it.session_time, it.subject) for it in session.happenings if it.kind == "asked"]
    assert asked == [(5.0, "d2"), (15.0, "d1")]
