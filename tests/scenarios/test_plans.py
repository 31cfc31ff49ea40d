"""The session plans: one for each key industry, each playable as it says, each fault with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

import scenarios
from scenarios.errors import ScenarioInvalid, ScenarioUnreadable
from scenarios.plans import load_plan, plan_files

KEY_INDUSTRIES = {"危险化学品", "矿山", "冶金", "建材", "建筑施工", "交通运输", "机械制造"}
PLAN = next(path for path in plan_files() if path.stem == "hazardous-chemicals").read_text("utf-8")


@pytest.fixture(scope="module")
def minutes() -> dict[str, float]:
    return {name: scenarios.load(name).scenario.minutes for name in scenarios.bank()}


def test_each_key_industry_has_its_plan(minutes: dict[str, float]) -> None:
    plans = [load_plan(path, minutes) for path in plan_files()]
    assert {plan.industry for plan in plans} == KEY_INDUSTRIES
    assert [plan.id for plan in plans] == [path.stem for path in plan_files()]
    for plan in plans:
        own = [name for name in plan.scenarios if scenarios.load(name).scenario.industry == plan.industry]
        assert len(own) >= 2, f"{plan.id} teaches its own industry"
        assert plan.passed.must, f"{plan.id} has a scenario nobody may fail"


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("  - tank-hot-work-explosion\n", "  - tank-hot-work-explosin\n", "unknown_scenario"),
        ("  - acid-line-blind-plate-burn\n", "  - tank-hot-work-explosion\n", "plan_twice"),
        ("must: [tank-hot-work-explosion]", "must: [mine-roof-fall]", "plan_must_unknown"),
        ("scenarios: 3", "scenarios: 9", "plan_pass_too_many"),
        ("minutes: 24", "minutes: 5", "plan_too_short"),
        ("industry: 危险化学品", "industry: 化工", "unknown_industry"),
        ("minutes: 24", "minute: 24", "unknown_key"),
        ("about:", "about: [", "not_yaml"),
    ],
)
def test_a_fault_has_its_place(before: str, after: str, code: str, tmp_path: Path, minutes: dict[str, float]) -> None:
    assert before in PLAN
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN.replace(before, after, 1), "utf-8")
    with pytest.raises(ScenarioInvalid) as caught:
        load_plan(path, minutes)
    faults = {fault.code: fault for fault in caught.value.faults}
    assert code in faults
    assert 1 < faults[code].line <= PLAN.count("\n")
    assert all(fault.message(lang) for fault in caught.value.faults for lang in ("zh", "en"))


def test_a_plan_that_is_not_there_is_told(tmp_path: Path, minutes: dict[str, float]) -> None:
    with pytest.raises(ScenarioUnreadable):
        load_plan(tmp_path / "nothing.yaml", minutes)
