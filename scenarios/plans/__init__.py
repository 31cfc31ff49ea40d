"""Session plans: which scenarios a group of trainees plays, in which order, and when the course is passed.

A plan is a YAML file beside this one, or in a folder of the van; it is read with the same care as a
scenario: every fault has its line and column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from scenarios.errors import ScenarioInvalid, ScenarioUnreadable
from scenarios.faults import Fault, Loc
from scenarios.model.basics import Id, Name, Part, Text
from scenarios.names import Names, Refers
from scenarios.registry import registry
from scenarios.shapes import shape_faults
from scenarios.source import MAX_BYTES, Source, read_source

FOLDER = Path(__file__).parent
MOST_SCENARIOS = 12

ScenarioId = Annotated[Id, Refers("scenario")]


class PassRule(Part):
    """When the course is passed: so many of its scenarios are, and among them those that must be."""

    scenarios: Annotated[int, Field(ge=1, le=MOST_SCENARIOS)]
    must: Annotated[list[ScenarioId], Field(max_length=MOST_SCENARIOS)] = []


class Plan(Part):
    """A course of one visit."""

    qianche: Literal[1]
    """Version of the language."""
    id: Id
    title: Text
    industry: Annotated[Name, Refers("industry")]
    about: Text
    """For the crew: whom it is for."""
    minutes: Annotated[float, Field(gt=0, le=240)]
    """For one trainee, from the first scenario to the last result."""
    scenarios: Annotated[list[ScenarioId], Field(min_length=1, max_length=MOST_SCENARIOS)]
    """In the order in which they are played."""
    passed: PassRule

    def fulfilled(self, passed: set[str]) -> bool:
        """Whether who has passed these scenarios has passed the course."""
        done = passed.intersection(self.scenarios)
        return len(done) >= self.passed.scenarios and done.issuperset(self.passed.must)


def plan_files(folder: Path = FOLDER) -> list[Path]:
    """The plans of a folder, in order; none where there is no such folder."""
    return sorted(folder.glob("*.yaml"))


def load_plan(path: Path, minutes_of: dict[str, float]) -> Plan:
    """The plan in a file. ``minutes_of``: the scenarios there are, and how long each takes.

    Raises:
        ScenarioUnreadable: the file cannot be read.
        ScenarioInvalid: it has faults.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as wrong:
        raise ScenarioUnreadable(str(path), wrong.strerror or str(wrong)) from wrong
    source = read_source(raw, str(path))
    plan, faults = examined_plan(source, minutes_of)
    if plan is None or faults:
        raise ScenarioInvalid(source.file, faults)
    return plan


def examined_plan(source: Source, minutes_of: dict[str, float]) -> tuple[Plan | None, list[Fault]]:
    """The plan in ``source`` where it is well-formed, and every fault."""
    names = Names(registry(), {})
    names.known["scenario"] = list(minutes_of)
    try:
        plan = Plan.model_validate(source.data, strict=True, context={"names": names})
    except ValidationError as wrong:
        return None, shape_faults(source, wrong, names, Plan)
    faults = [
        Fault(code, "rule", source.file, *source.locate(loc), loc, expected=expected, found=found)
        for code, loc, expected, found in _breaches(plan, minutes_of)
    ]
    return plan, faults


def _breaches(plan: Plan, minutes_of: dict[str, float]) -> Iterator[tuple[str, Loc, str, str]]:
    """Code, place, what was expected and what was found, of every rule that is broken."""
    twice = [name for name, times in Counter(plan.scenarios).items() if times > 1]
    if twice:
        yield "plan_twice", ("scenarios",), "", twice[0]
    for index, name in enumerate(plan.passed.must):
        if name not in plan.scenarios:
            yield "plan_must_unknown", ("passed", "must", index), ", ".join(plan.scenarios), name
    if plan.passed.scenarios > len(plan.scenarios):
        yield "plan_pass_too_many", ("passed", "scenarios"), str(len(plan.scenarios)), str(plan.passed.scenarios)
    needed = sum(minutes_of[name] for name in plan.scenarios)
    if plan.minutes < needed:
        yield "plan_too_short", ("minutes",), f"{needed:g}", f"{plan.minutes:g}"
