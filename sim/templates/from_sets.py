"""The text of a template made of a set: its place, props and people, with an example of everything else.

What the examples are about stands in ``sets.yaml``: which two props are wrong, and which looks wrong and
is right. Their words come from the registry, so that a trainer begins with sentences and mends them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated

from pydantic import Field

from assets.sets import PlaceSet, place_set
from common.yaml_text import read_yaml
from scenarios.model import HazardClass, Name, Part, Problem, Prop, Text
from scenarios.registry import registry
from scenarios.writing.plain import written
from sim.words import both

EYE_BACK, EYE_HEIGHT = 3.0, 2.2
"""The look back: so many metres nearer to the trainee than the first hazard, and so high."""


WINDOWS = ("[0, 40]", "[5, 35]", "[12, 32]")
"""When each of the examples can be found: the shorter, the less is found by chance."""
LONGEST_LABEL = 60
"""Characters of a label in English that fit their place (``sim.check.text_lengths``)."""


class ExampleHazard(Part):
    """What is wrong with a prop, its class, and its states when wrong and right, where not the set's and the first."""

    problem: Problem
    class_: Annotated[HazardClass, Field(alias="class")]
    state: Name | None = None
    good: Name | None = None


class Example(Part):
    """What a template's examples are about."""

    industry: Name
    accident: Annotated[list[Name], Field(min_length=2, max_length=2)]
    """Its type by the edition of 2025 and by that of 1986."""
    ambience: Name
    hazards: Annotated[dict[Name, ExampleHazard], Field(min_length=2, max_length=2)]
    lure: Name
    views: list[int] | None = None
    """Which views of the set become standpoints; all without it."""


@cache
def examples() -> dict[str, Example]:
    """The examples of every set, by its name."""
    source = resources.files(__package__).joinpath("sets.yaml").read_text("utf-8")
    return {name: Example.model_validate(each) for name, each in read_yaml(source).items()}


def text_of_set(name: str, id_: str) -> str:
    """The text of the template of a set, for a scenario called ``id_``."""
    shown, example = place_set(name), examples()[name]
    hazards = [_of_prop(target, shown.props[target], said) for target, said in example.hazards.items()]
    hazards.append(_of_person(shown))
    lure = registry().props[shown.props[example.lure].prop]
    eye, look_at = _look_back(shown, shown.props[hazards[0].target])
    places = {
        "id": id_,
        "set": shown.title.zh,
        "title": written(shown.title.model_dump()),
        "industry": written(example.industry),
        "accident_type": written(dict(zip(("gb6441_2025", "gb6441_1986"), example.accident, strict=True))),
        "place": written(shown.place),
        "ambience": written(example.ambience),
        "standpoints": _indented(_standpoints(shown, example), 2),
        "props": _indented(_props(shown, example), 2),
        "actors": _indented(_actors(shown), 2),
        "hazards": _indented((line for number, each in enumerate(hazards, 1) for line in each.lines(number)), 2),
        "lure": written(example.lure),
        "lure_label": written({"zh": lure.zh, "en": lure.en}),
        "put_right": _indented((each.putting_right for each in hazards), 8),
        "chain": written(both("scenarios.template.chain", hazard=hazards[0].label).model_dump()),
        "eye": written(eye),
        "look_at": written(look_at),
    }
    text = resources.files(__package__).joinpath("frame.yaml").read_text("utf-8")
    for key, value in places.items():
        text = text.replace(f"<{key}>", value)
    return text


@dataclass(frozen=True)
class _Hazard:
    """An example of a hazard, as a scenario writes it; what a trainer has to fill in is said in its place."""

    target: str
    label: Text
    class_: str
    problem: str
    action: str
    """The kind of action that puts it right, and its details."""
    details: dict[str, str]

    @property
    def putting_right(self) -> str:
        """The action that puts it right, as an entry of a list."""
        return f"- {self.action}: {written(self.details)}"

    def lines(self, number: int) -> list[str]:
        return [
            f"hazard-{number}:",
            f"  target: {written(self.target)}",
            f"  label: {written(self.label.model_dump())}",
            f"  cue: {written(both('scenarios.template.cue', hazard=self.label).model_dump())}",
            f"  why: {written(both('scenarios.template.why').model_dump())}",
            f"  class: {written(self.class_)}",
            f"  problem: {written(self.problem)}",
            f"  window: {WINDOWS[number - 1]}",
            "  lec: {L: 6, E: 6, C: 15}",
            "  severity: 4",
            "  key: true",
            "  standards: [安全生产法]",
            "  corrected:",
            f"    {self.putting_right}",
        ]


def _of_prop(target: str, prop: Prop, said: ExampleHazard) -> _Hazard:
    """A prop in a state that is wrong."""
    entry = registry().props[prop.prop]
    states = entry.states_of(prop.variant)
    wrong = entry.state_labels[said.state or prop.state or states[0]]
    whole = f"{entry.en}: {wrong.en}"
    short = wrong.en if len(wrong.en) <= LONGEST_LABEL else entry.en
    label = Text(zh=f"{entry.zh}：{wrong.zh}", en=whole if len(whole) <= LONGEST_LABEL else short)
    good = {"prop": target, "state": said.good or states[0]}
    return _Hazard(target, label, said.class_, said.problem, "state", good)


def _of_person(shown: PlaceSet) -> _Hazard:
    """The first person of the set does something wrong."""
    name, actor = next((name, actor) for name, actor in shown.actors.items() if actor.character is not None)
    label = both("scenarios.template.acts", who=actor.name)
    return _Hazard(name, label, "人/行为性", "unsafe-act", "pose", {"who": name, "pose": "idle"})


def _standpoints(shown: PlaceSet, example: Example) -> list[str]:
    chosen = range(len(shown.standpoints)) if example.views is None else example.views
    places = (shown.standpoints[number] for number in chosen)
    return [f"- {written({'at': each.at, 'heading': each.heading})}" for each in places]


def _props(shown: PlaceSet, example: Example) -> list[str]:
    lines = []
    for name, prop in shown.props.items():
        said = prop.model_dump(exclude_defaults=True)
        wrong = example.hazards.get(name)
        if wrong is not None and wrong.state is not None:
            said["state"] = wrong.state
        lines.append(f"{name}: {written(said)}")
    return lines


def _actors(shown: PlaceSet) -> list[str]:
    lines = []
    for name, actor in shown.actors.items():
        said = actor.model_dump(exclude_none=True, exclude={"path", "name"})
        lines += [f"{name}:", *(f"  {key}: {written(value)}" for key, value in said.items())]
        lines += [f"  name: {written(actor.name.model_dump())}", "  path:"]
        lines += [f"    - {written(point.model_dump(exclude_none=True))}" for point in actor.path]
    return lines


def _look_back(shown: PlaceSet, prop: Prop) -> tuple[list[float], list[float]]:
    """An eye and a target: from where the trainee begins towards a prop."""
    entry = registry().props[prop.prop]
    x, y, z = (*prop.at, 0.0)[:3]
    look_at = [x, y, z + entry.size_of(prop.variant)[2] / 2]
    begin = shown.standpoints[0].at
    away = math.dist(begin[:2], (x, y)) or 1.0
    share = min(EYE_BACK / away, 1.0)
    eye = [x + (begin[0] - x) * share, y + (begin[1] - y) * share, z + EYE_HEIGHT]
    return [round(each, 2) for each in eye], [round(each, 2) for each in look_at]


def _indented(lines: Iterable[str], spaces: int) -> str:
    """Lines for a place in the frame that is itself so far to the right."""
    return ("\n" + " " * spaces).join(lines)
