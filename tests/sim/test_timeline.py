"""What a trainer reads after letting a script play."""

from __future__ import annotations

import pytest

import scenarios
from scoring import score
from sim.timeline import SAID, scored_timeline, timeline
from sim.trainees import SCRIPTED

SOME = scenarios.bank()[::8]


@pytest.fixture(scope="module")
def power():
    return scenarios.load("electrocution-temporary-power").scenario


def test_the_perfect_trainee_is_seen_to_find_and_avert(power) -> None:
    played = scored_timeline(power, "perfect", score)
    assert (played.outcome, played.verdict.passed) == ("averted", True)
    found = [row for row in played.rows if row.kind == "found"]
    assert {row.subject for row in found} == set(power.hazards)
    assert all(power.hazards[row.subject].label.zh in row.text.zh for row in found)
    (averted,) = (row for row in played.rows if row.kind == "averted")
    assert averted.text.zh.startswith("事故避免（")
    assert played.rows[-1].kind == "done" and played.rows[-1].time == pytest.approx(played.seconds)


def test_the_absent_trainee_is_seen_to_miss_everything(power) -> None:
    rows = timeline(power, "absent")
    assert {row.subject for row in rows if row.kind == "missed"} == {
        name for name, hazard in power.hazards.items() if hazard.window[1] <= power.accident.at
    }
    (accident,) = (row for row in rows if row.kind == "accident")
    assert accident.scene_time == power.accident.at
    assert accident.text.en == "The accident (its time had come)"


def test_every_line_that_is_said_has_its_row(power) -> None:
    rows = timeline(power, "absent")
    said = {row.text.zh for row in rows if row.kind == SAID}
    lines = [action.say for step in power.storyboard for action in step.do if action.say and step.when.time is not None]
    assert lines
    for line in lines:
        speaker = "旁白" if line.who == "narrator" else power.actors[line.who].name.zh
        assert f"{speaker}：“{line.text.zh}”" in said


@pytest.mark.parametrize("name", SCRIPTED)
@pytest.mark.parametrize("scenario", SOME)
def test_every_scenario_has_a_timeline_in_order(scenario: str, name) -> None:
    rows = timeline(scenarios.load(scenario).scenario, name, seed=3)
    times = [row.time for row in rows]
    assert times == sorted(times)
    assert all(row.text.zh and row.text.en for row in rows)
    assert [row.kind for row in rows][-1] == "done"
