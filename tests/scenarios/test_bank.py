"""The scenarios of the bank: they load, are complete in both languages, and agree with the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import scenarios
from common.yaml_text import read_yaml
from scenarios.loader import BANK
from scenarios.model import Scenario, Text
from scenarios.registry import registry

CATALOGUE = read_yaml(Path(__file__).with_name("catalogue.yaml").read_text("utf-8"))


@pytest.fixture(params=scenarios.bank())
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


def test_the_bank_is_the_catalogue() -> None:
    assert scenarios.bank() == sorted(CATALOGUE)
    assert len(CATALOGUE) == 30
    assert sum(len(said["hazards"]) for said in CATALOGUE.values()) == 215
    assert sum(said["lures"] for said in CATALOGUE.values()) == 90
    assert sum(len(said["decisions"]) for said in CATALOGUE.values()) == 62


def test_agrees_with_the_catalogue(scenario: Scenario) -> None:
    said = CATALOGUE[scenario.id]
    assert scenario.accident.at == said["accident"]
    written = {name: {"D": hazard.lec.D, "key": hazard.key} for name, hazard in scenario.hazards.items()}
    assert said["hazards"].items() <= written.items(), "what the catalogue has, and perhaps more"
    assert all(hazard.window[1] <= said["accident"] for hazard in scenario.hazards.values())
    assert len(scenario.lures) == said["lures"]
    assert list(scenario.decisions) == said["decisions"]


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
        assert not set(",;?!()") & set(text.zh.replace("dB(A)", "")), text.zh
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
