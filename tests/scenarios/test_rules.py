"""Every rule accepts its good example and blames the right place of its bad one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scenarios.rules import rules
from scenarios.source import read_source

EXAMPLES: dict[str, Any] = read_source(
    (Path(__file__).parent / "rule_examples.yaml").read_bytes(), "rule_examples.yaml"
).data


def changed(data: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    for path, value in changes.items():
        *way, last = path.split(".")
        parent: Any = data
        for part in way:
            parent = parent[int(part)] if isinstance(parent, list) else parent.setdefault(part, {})
        if last == "+":
            parent.append(value)
        elif value is None:
            parent.pop(last, None)
        else:
            parent[int(last) if isinstance(parent, list) else last] = value
    return data


def test_every_rule_has_its_examples() -> None:
    assert {rule.id for rule in rules()} == set(EXAMPLES)
    assert all(rule.check.__doc__ for rule in rules())


@pytest.mark.parametrize("rule", EXAMPLES)
def test_good_example_has_no_fault(rule: str, specimen, faults_of) -> None:
    assert faults_of(changed(specimen, EXAMPLES[rule]["good"])) == []


@pytest.mark.parametrize("rule", EXAMPLES)
def test_bad_example_is_blamed_on_its_place(rule: str, specimen, faults_of) -> None:
    faults = faults_of(changed(specimen, EXAMPLES[rule]["bad"]))
    assert [fault.code for fault in faults] == [rule]
    assert ".".join(map(str, faults[0].path)) == EXAMPLES[rule]["at"]
    assert faults[0].message("zh") != faults[0].message("en")


def test_rules_speak_while_other_parts_are_malformed(specimen, faults_of) -> None:
    """A rule's fault in one hazard is told together with a shape fault in the title and in a prop."""
    specimen["title"] = "only one language"
    specimen["props"]["my_lamp"]["at"] = "nowhere"
    specimen["hazards"]["no-rcd"]["lec"]["C"] = 7
    assert {fault.code for fault in faults_of(specimen)} == {"not_mapping", "not_list", "severity_and_lec"}


def test_nothing_is_concluded_from_what_is_malformed(specimen, faults_of) -> None:
    """With the storyboard unreadable nobody can say that a decision is never asked."""
    specimen["storyboard"] = "to be written"
    codes = {fault.code for fault in faults_of(specimen)}
    assert codes == {"not_list"}
