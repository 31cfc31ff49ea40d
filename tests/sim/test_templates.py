"""Templates: every one loads, is proved as it stands, and keeps what the set shows; copies keep their comments."""

from __future__ import annotations

from pathlib import Path

import pytest

import scenarios
from assets.sets import place_set, set_names
from common.errors import UsageError
from scenarios.loader import BANK
from scenarios.writing.check import read_text
from scoring import score
from sim.check import CHECKS, CheckContext
from sim.templates import SCHEMA_LINE, copy_of, from_template, templates
from sim.templates.from_sets import examples

SLOWEST = "random_trainee"
"""Plays twenty sessions; tried on a few templates."""


def test_there_is_one_for_every_set() -> None:
    assert [each.id for each in templates()] == ["starter", *set_names()]
    assert set(examples()) == set(set_names())
    for each in templates():
        assert each.title.zh and each.title.en


@pytest.mark.parametrize("name", [each.id for each in templates()])
def test_it_is_right_as_it_stands(name: str, tmp_path: Path) -> None:
    path = tmp_path / "my-own.yaml"
    path.write_text(from_template(name, "my-own"), "utf-8")
    loaded = scenarios.load(path)
    assert loaded.scenario.id == "my-own"
    assert path.read_text("utf-8").startswith(SCHEMA_LINE)
    thorough = name in ("starter", *set_names()[::10])
    for check in CHECKS:
        if thorough or check.__name__ != SLOWEST:
            result = check(CheckContext(loaded, score))
            assert result.passed, [finding.text.zh for finding in result.findings]


def test_what_the_set_shows_is_there() -> None:
    scenario = read_text(from_template("factory-hall-press", "my-press"), "").scenario
    shown = place_set("factory-hall-press")
    assert scenario is not None
    assert scenario.props.keys() == shown.props.keys() and scenario.actors.keys() == shown.actors.keys()
    assert scenario.props["press_1"] == shown.props["press_1"]
    assert scenario.hazards["hazard-1"].label.zh == "控制柜/操作盘：双手按钮被胶带固定"


def test_a_copy_differs_in_its_id_only() -> None:
    original = (BANK / "falling-object-struck.yaml").read_text("utf-8")
    copied = copy_of("falling-object-struck", "our-scaffold")
    lines, was = copied.splitlines(), original.splitlines()
    assert len(lines) == len(was)
    changed = [(old, new) for old, new in zip(was, lines, strict=True) if old != new]
    assert changed == [(was[0], SCHEMA_LINE), ("id: falling-object-struck", "id: our-scaffold")]


@pytest.mark.parametrize("make", [lambda id_: from_template("warehouse", id_), lambda id_: copy_of("warehouse", id_)])
def test_what_is_no_id_is_refused(make) -> None:
    with pytest.raises(UsageError):
        make("../Warehouse")


def test_an_unknown_template_is_told_with_what_was_meant() -> None:
    with pytest.raises(UsageError, match="warehouse"):
        from_template("warehose", "my-own")
