"""What of a file is well-formed, so that its rules can be checked while other parts are still wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from scenarios.faults import Loc
from scenarios.model import (
    Accident,
    Action,
    Actor,
    Averted,
    Carried,
    Condition,
    Decision,
    Deed,
    Exercise,
    Hazard,
    Lure,
    Prop,
    Scenario,
    Standpoint,
    Step,
)
from scenarios.names import OPTIONAL_SECTIONS


@dataclass
class Draft:
    """The well-formed parts of a scenario. Items of lists keep their index as the key."""

    place: str | None = None
    standpoints: dict[int, Standpoint] = field(default_factory=dict)
    props: dict[str, Prop] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    carried: dict[str, Carried] = field(default_factory=dict)
    hazards: dict[str, Hazard] = field(default_factory=dict)
    lures: dict[int, Lure] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    deeds: dict[str, Deed] = field(default_factory=dict)
    exercises: dict[str, Exercise] = field(default_factory=dict)
    storyboard: dict[int, Step] = field(default_factory=dict)
    accident: Accident | None = None
    averted: Averted | None = None
    broken: set[str] = field(default_factory=set)
    """Parts that are missing or not well-formed throughout."""

    def whole(self, *parts: str) -> bool:
        """Whether these parts are complete, so that a rule may conclude that something is not there."""
        return not self.broken.intersection(parts)

    def actions(self) -> Iterator[tuple[Loc, Action]]:
        """Every action with its place, in the order of the file."""
        for name, hazard in self.hazards.items():
            yield from _numbered(("hazards", name, "corrected"), hazard.corrected)
        for name, decision in self.decisions.items():
            for letter, option in decision.options.items():
                yield from _numbered(("decisions", name, "options", letter, "do"), option.do)
        for name, deed in self.deeds.items():
            yield from _numbered(("deeds", name, "do"), deed.do)
        for name, exercise in self.exercises.items():
            for key, outcome in (("good", exercise.good), ("poor", exercise.poor)):
                yield from _numbered(("exercises", name, key, "do"), outcome.do)
        for index, step in self.storyboard.items():
            yield from _numbered(("storyboard", index, "do"), step.do)
        for part, ending in (("accident", self.accident), ("averted", self.averted)):
            for index, timed in enumerate(ending.steps if ending else []):
                yield from _numbered((part, "steps", index, "do"), timed.do)

    def conditions(self) -> Iterator[tuple[Loc, Condition]]:
        """Every condition with its place, and after it those within it."""
        for name, deed in self.deeds.items():
            if deed.when is not None:
                yield from within(("deeds", name, "when"), deed.when)
        for index, step in self.storyboard.items():
            yield from within(("storyboard", index, "when"), step.when)
        if self.accident is not None:
            yield from within(("accident", "unless"), self.accident.unless)
        for part, ending in (("accident", self.accident), ("averted", self.averted)):
            for index, timed in enumerate(ending.steps if ending else []):
                if timed.when is not None:
                    yield from within((part, "steps", index, "when"), timed.when)


def within(loc: Loc, condition: Condition) -> Iterator[tuple[Loc, Condition]]:
    """A condition and those within it, with their places."""
    yield loc, condition
    for key in ("all", "any"):
        for index, inner in enumerate(getattr(condition, key) or []):
            yield from within((*loc, key, index), inner)
    if condition.not_ is not None:
        yield from within((*loc, "not"), condition.not_)


def _numbered(loc: Loc, actions: list[Action]) -> Iterator[tuple[Loc, Action]]:
    for index, action in enumerate(actions):
        yield (*loc, index), action


def draft_of(scenario: Scenario) -> Draft:
    """The draft of a scenario in which everything is well-formed."""
    return Draft(
        place=scenario.place,
        standpoints=dict(enumerate(scenario.standpoints)),
        props=scenario.props,
        actors=scenario.actors,
        carried=scenario.carried,
        hazards=scenario.hazards,
        lures=dict(enumerate(scenario.lures)),
        decisions=scenario.decisions,
        deeds=scenario.deeds,
        exercises=scenario.exercises,
        storyboard=dict(enumerate(scenario.storyboard)),
        accident=scenario.accident,
        averted=scenario.averted,
    )


_MAPPINGS: dict[str, type] = {
    "props": Prop, "actors": Actor, "carried": Carried, "hazards": Hazard, "decisions": Decision, "deeds": Deed,
    "exercises": Exercise,
}  # fmt: skip
_LISTS: dict[str, type] = {"standpoints": Standpoint, "lures": Lure, "storyboard": Step}
_SINGLES: dict[str, type] = {"place": str, "accident": Accident, "averted": Averted}
_OPTIONAL = (*OPTIONAL_SECTIONS, "lures", "storyboard")


def salvaged(data: Any) -> Draft:
    """The draft of a file's plain data, of which anything may be wrong."""
    draft = Draft()
    top = data if isinstance(data, dict) else {}
    for part in _OPTIONAL:
        top = {part: {} if part in _MAPPINGS else [], **top}
    for part, kind in _MAPPINGS.items():
        found = top.get(part)
        items = found.items() if isinstance(found, dict) else ()
        _salvage_items(draft, part, kind, dict(items), isinstance(found, dict))
    for part, kind in _LISTS.items():
        found = top.get(part)
        items = enumerate(found) if isinstance(found, list) else ()
        _salvage_items(draft, part, kind, dict(items), isinstance(found, list))
    for part, kind in _SINGLES.items():
        value = _well_formed(kind, top.get(part))
        setattr(draft, part, value)
        if value is None:
            draft.broken.add(part)
    return draft


def _salvage_items(draft: Draft, part: str, kind: type, items: dict[Any, Any], readable: bool) -> None:
    good = {key: _well_formed(kind, item) for key, item in items.items()}
    if not readable or None in good.values():
        draft.broken.add(part)
    setattr(draft, part, {key: item for key, item in good.items() if item is not None})


def _well_formed(kind: type, data: Any) -> Any:
    try:
        return _adapter(kind).validate_python(data, strict=True)
    except ValidationError:
        return None


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
