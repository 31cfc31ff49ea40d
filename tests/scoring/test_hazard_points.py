"""The points of a hazard: by fifths of its window, by what was said, by how the answer was given."""

from __future__ import annotations

import pytest
from sessions import RIGHT, SCENARIO, flag, header, row, scored

from scenarios.registry import registry
from scoring.hazard_points import hazard_points
from scoring.played import Played
from sim.session import Happening

CABLE = "cable-copper-showing"  # window 0..110, a fifth is 22 s
LIU = "moving-live-pump"  # window 70..110
LATENT = "no-inspection-record"


@pytest.mark.parametrize(
    ("t", "points"), [(0.0, 5), (21.999, 5), (22.0, 4), (43.999, 4), (44.0, 3), (66.0, 2), (74.999, 2), (108.0, 1)]
)
def test_each_fifth_of_the_window_is_worth_a_point_less(t: float, points: int) -> None:
    answer_at_75 = RIGHT.model_copy(update={"t": 75.0})
    result = row(scored(flag(t, CABLE), answer_at_75), CABLE)
    assert (result.status, result.points, result.flagged_at) == ("found", points, t)
    assert result.response == t


def test_the_window_counts_scene_time_not_the_time_a_decision_stood_open() -> None:
    result = row(scored(flag(71.0, LIU), RIGHT), LIU)
    assert (result.response, result.points) == (1.0, 5)
    late = row(scored(flag(95.001, CABLE)), CABLE)  # d1 ran out after its 20 s: scene time 75.001
    assert (late.flagged_at, late.points) == (75.001, 2)


@pytest.mark.parametrize(
    ("kind", "lag"), [("touch", 0.4), ("mouse", 0.0), ("ray", 0.3), ("hand", 0.4), ("gaze", 0.8), ("script", 0)]
)
def test_the_lag_of_the_input_is_taken_off(kind: str, lag: float) -> None:
    on_the_edge = row(scored(flag(22.0 + lag, CABLE), input=kind), CABLE)
    just_before = row(scored(flag(21.999 + lag, CABLE), input=kind), CABLE)
    assert (just_before.points, on_the_edge.points) == (5, 4)
    assert row(scored(flag(0.1, CABLE), input=kind), CABLE).response == max(0, round(0.1 - lag, 3))


def test_the_wrong_reason_leaves_two_fifths() -> None:
    result = row(scored(flag(5.0, CABLE, "can-fall")), CABLE)
    assert (result.status, result.points) == ("wrong_reason", 2.0)
    assert result.earned == pytest.approx(result.worth * 0.4, abs=0.001)
    said, right = (registry().problems[name] for name in ("can-fall", "live-electricity"))
    assert said.zh in result.explanation.zh and right.zh in result.explanation.zh
    assert said.en in result.explanation.en and right.en in result.explanation.en


def test_a_latent_hazard_is_worth_the_same_whenever_it_is_found() -> None:
    assert row(scored(flag(74.0, LATENT)), LATENT).points == 5
    assert row(scored(flag(74.0, LATENT, "can-fall")), LATENT).points == 2


def test_a_missed_hazard_is_worth_nothing_and_its_cue_is_told() -> None:
    result = row(scored(), CABLE)
    assert (result.status, result.points, result.earned, result.flagged_at) == ("missed", 0, 0, None)
    assert "15厘米" in result.explanation.zh and "15 cm" in result.explanation.en


def test_graver_hazards_weigh_more() -> None:
    score = scored(flag(1.0, CABLE))
    assert (row(score, CABLE).band, row(score, CABLE).weight) == ("extreme", 5)
    assert (row(score, LATENT).band, row(score, LATENT).weight) == ("general", 2)
    assert sum(result.worth for result in score.hazards) == pytest.approx(70, abs=0.01)
    assert row(score, CABLE).worth / row(score, LATENT).worth == pytest.approx(2.5, abs=0.001)


def test_what_a_right_answer_took_away_at_once_is_not_counted() -> None:
    score = scored(RIGHT)  # Liu lets go of the pump at scene time 75, 5 s into his window of 40 s
    assert row(score, LIU).status == "taken_away" and row(score, LIU).worth == 0
    assert row(scored(RIGHT.model_copy(update={"option": "b"})), LIU).status == "missed"


def test_what_came_after_an_early_end_is_not_counted_but_after_an_accident_it_is() -> None:

    end = Happening("averted", 60.0, 60.0)
    averted = Played(header(), SCENARIO, (end,), "averted", 70.0)
    assert {it.id: it.status for it in hazard_points(averted)}[LIU] == "not_shown"
    accident = Played(header(), SCENARIO, (Happening("accident", 60.0, 60.0),), "accident", 70.0)
    assert {it.id: it.status for it in hazard_points(accident)}[LIU] == "missed"
