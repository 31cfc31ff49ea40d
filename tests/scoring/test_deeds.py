"""Deeds and exercises are told in the explained score, and no points depend on them."""

from __future__ import annotations

import pytest

from scenarios.model import Deed, Exercise, Outcome, Text
from scoring.deeds import ExerciseResult, deeds, exercises
from scoring.explain import exercise_text
from scoring.played import Played
from sim.log.events import Do
from sim.session import Happening
from tests.scoring.sessions import RIGHT, SCENARIO, flag, header, scored

LOCK, TAPE = Do(t=80.0, deed="lock-out"), Do(t=5.0, deed="tape-cable")


def test_what_was_done_and_what_was_not_is_listed() -> None:
    rows = scored(RIGHT, TAPE).deeds
    listed = [(row.id, row.status, row.at) for row in rows]
    assert listed == [("tape-cable", "wrong", 5.0), ("lock-out", "not_done", None)]
    wrong, left = rows
    assert "第 5 秒" in wrong.explanation.zh and SCENARIO.deeds["tape-cable"].then.zh in wrong.explanation.zh
    assert "part of the right way" in left.explanation.en
    (wrong, right) = scored(RIGHT, TAPE, LOCK).deeds
    assert (right.id, right.status, right.label) == ("lock-out", "right", SCENARIO.deeds["lock-out"].text)


def test_points_are_the_same_with_and_without() -> None:
    found = [flag(3.0, "cable-copper-showing"), flag(9.0, "switch-box-no-rcd")]
    without, done = scored(*found, RIGHT), scored(*found, RIGHT, TAPE, LOCK)
    assert (done.total, done.passed, done.formula) == (without.total, without.passed, without.formula)


@pytest.mark.parametrize(("outcome", "left"), [("averted", []), ("accident", ["throw"]), ("stopped", [])])
def test_what_an_accident_offers_is_left_only_where_it_happened(outcome: str, left: list[str]) -> None:
    when = {"after": {"what": "accident", "seconds": 2}}
    throw = Deed.model_validate({"target": "pump", "text": {"zh": "抛", "en": "throw"}, "right": True, "when": when})
    scenario = SCENARIO.model_copy(update={"deeds": {"throw": throw}})
    assert [result.id for result in deeds(Played(header(), scenario, (), outcome, 60.0))] == left


@pytest.mark.parametrize(
    ("kinds", "status"),
    [((), None), (("exercise",), "unfinished"), (("exercise", "not_kept"), "not_kept"), (("exercise", "kept"), "kept")],
)
def test_how_an_exercise_came_out(kinds: tuple, status: str | None) -> None:
    words = Outcome(then=Text(zh="好", en="good"))
    press = Exercise(ask=Text(zh="按压", en="press"), beats_per_minute=[100, 120], good=words, poor=words)
    scenario = SCENARIO.model_copy(update={"exercises": {"press": press}})
    happenings = tuple(Happening(kind, 9.0, 9.0, "press") for kind in kinds)
    results = exercises(Played(header(), scenario, happenings, "averted", 60.0))
    assert results == (() if status is None else (ExerciseResult("press", status),))
    for result in results:
        said = exercise_text(result, scenario)
        assert said.zh != said.en and ("100" in said.zh) == (status != "unfinished")
