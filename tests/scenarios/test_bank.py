"""The scenarios of the bank: they load, are complete in both languages, and agree with the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import BaseModel

import scenarios
from scenarios.loader import BANK
from scenarios.model import Scenario, Text
from scenarios.registry import registry


@dataclass(frozen=True)
class Catalogued:
    """What the catalogue says of a scenario."""

    accident_at: float
    hazards: dict[str, tuple[tuple[float, float], int]]
    """Window, and D of LEC."""
    key: set[str]
    lures: int
    asked_at: dict[str, float]
    """Decisions that the scene itself asks, and when."""


CATALOGUE = {
    "electrocution-temporary-power": Catalogued(
        110,
        {
            "cable-copper-showing": ((0, 110), 540),
            "switch-box-no-rcd": ((0, 110), 540),
            "one-switch-two-loads": ((0, 110), 252),
            "pump-pe-open": ((0, 110), 540),
            "cable-across-track": ((0, 110), 126),
            "moving-live-pump": ((70, 110), 270),
            "no-inspection-record": ((0, 110), 54),
        },
        {"cable-copper-showing", "switch-box-no-rcd", "pump-pe-open"},
        3,
        {"d1": 75},
    ),
    "falling-object-struck": Catalogued(
        105,
        {
            "bricks-overhang-edge": ((0, 105), 540),
            "net-torn": ((0, 105), 270),
            "barrier-open": ((0, 105), 252),
            "load-over-people": ((42, 78), 270),
            "spanner-at-edge": ((0, 105), 126),
            "throwing-offcuts": ((78, 100), 270),
            "helmet-strap-open": ((0, 105), 108),
        },
        {"bricks-overhang-edge"},
        3,
        {"d1": 8, "d2": 20},
    ),
    "highway-breakdown-second-crash": Catalogued(
        105,
        {
            "no-hazard-lights": ((0, 105), 480),
            "triangle-too-close": ((0, 105), 480),
            "people-in-lane": ((0, 105), 180),
            "repair-traffic-side": ((0, 105), 180),
            "no-hi-vis": ((0, 105), 84),
            "fatigue-driving": ((0, 105), 270),
            "cargo-strap-loose": ((0, 105), 126),
        },
        {"no-hazard-lights", "triangle-too-close", "people-in-lane"},
        3,
        {"d1": 40, "d2": 70},
    ),
}


@pytest.fixture(params=CATALOGUE)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return scenarios.load(request.param).scenario


def texts(part: Any) -> Iterator[Text]:
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name))
    elif isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from texts(each)


def asked_in_scene(scenario: Scenario) -> dict[str, float]:
    """When the storyboard asks each decision, following ``time`` and ``after`` of steps."""
    moments: dict[str, float] = {}
    asked: dict[str, float] = {}
    for step in scenario.storyboard:
        when = step.when
        moment = moments[when.after.what] + when.after.seconds if when.after else when.time
        if step.id:
            moments[step.id] = moment
        asked |= {action.ask: moment for action in step.do if action.ask}
    return asked


def test_the_bank_has_the_three() -> None:
    assert scenarios.bank() == sorted(CATALOGUE)


def test_agrees_with_the_catalogue(scenario: Scenario) -> None:
    said = CATALOGUE[scenario.id]
    assert scenario.accident.at == said.accident_at
    assert {name: (tuple(h.window), h.lec.D) for name, h in scenario.hazards.items()} == said.hazards
    assert {name for name, hazard in scenario.hazards.items() if hazard.key} == said.key
    assert len(scenario.lures) == said.lures
    assert set(scenario.decisions) == {"d1", "d2"}
    assert asked_in_scene(scenario) == said.asked_at


def test_id_is_the_files_name_and_the_editor_finds_the_schema() -> None:
    for path in BANK.glob("*.yaml"):
        lines = path.read_text("utf-8").splitlines()
        assert f"id: {path.stem}" in lines
        prefix, reference = lines[0].split("$schema=")
        assert prefix == "# yaml-language-server: "
        assert (path.parent / reference).is_file()


def test_chinese_is_chinese_and_english_is_english(scenario: Scenario) -> None:
    for text in texts(scenario):
        assert any("一" <= letter <= "鿿" for letter in text.zh), text
        assert not any("一" <= letter <= "鿿" for letter in text.en), text


def test_chinese_uses_full_width_punctuation(scenario: Scenario) -> None:
    for text in texts(scenario):
        assert not set(",;?!()") & set(text.zh), text.zh
        assert '"' not in text.zh and "'" not in text.zh, text.zh


def test_every_hazard_says_what_is_wrong_and_what_is_right(scenario: Scenario) -> None:
    for hazard in scenario.hazards.values():
        assert len(hazard.why.zh) >= 40 and len(hazard.cue.zh) >= 15
        assert hazard.standards


def test_standards_of_hazards_stand_in_the_debrief(scenario: Scenario) -> None:
    for name, hazard in scenario.hazards.items():
        assert set(hazard.standards) <= set(scenario.debrief.standards), name


def test_no_standpoint_is_inside_a_prop(scenario: Scenario) -> None:
    """A clear half metre around the trainee; a shed is stood in, what is carried high is stood under."""
    for standpoint in scenario.standpoints:
        for name, prop in scenario.props.items():
            entry = registry().props[prop.prop]
            width, depth, height = entry.size_of(prop.variant)
            base = prop.at[2] if len(prop.at) == 3 else 0.0
            walkable = prop.prop in ("cable_run", "decal", "safety_shed") or base > 1.9
            if walkable or height > 5:
                continue
            reach = min(width, depth) / 2 + 0.25
            distance = ((standpoint.at[0] - prop.at[0]) ** 2 + (standpoint.at[1] - prop.at[1]) ** 2) ** 0.5
            assert distance > reach, (standpoint.at, name)


def test_nobody_stands_in_a_traffic_lane() -> None:
    for standpoint in scenarios.load("highway-breakdown-second-crash").scenario.standpoints:
        assert standpoint.at[0] >= 0.75 + 1.9, "clear of lane 2 and of the truck"


def test_labels_are_not_used_twice(scenario: Scenario) -> None:
    labels = [hazard.label.zh for hazard in scenario.hazards.values()] + [lure.label.zh for lure in scenario.lures]
    assert len(set(labels)) == len(labels)
