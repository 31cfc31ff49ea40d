"""Sets: a place of the library shown with props and people, as a scenario would use it.

A set is a YAML file of this package. It is what a trainer looks at before choosing a place, what the
documents show, what is drawn again to see that nothing changed, and what the speed is measured on. It has
the things of a scenario and no story.
"""

from __future__ import annotations

from functools import cache, cached_property
from importlib import resources
from typing import Annotated

from pydantic import Field

from common.yaml_text import read_yaml
from scenarios.model import (
    Actor,
    Carried,
    Degrees,
    Effect,
    Name,
    Part,
    Point,
    Prop,
    Seconds,
    Standpoint,
    Text,
    Waypoint,
)
from scenarios.registry import registry


class SetView(Part):
    """From where the set is looked at. ``at`` is a standpoint on the ground, or with a third number the eye's
    height; heading, pitch and horizontal field in degrees."""

    at: Point
    heading: Degrees = 0
    pitch: Annotated[float, Field(ge=-89, le=89)] = -4
    field: Annotated[float, Field(ge=10, le=110)] = 75


class Figure(Part):
    """A person or a moving prop: it stands at ``at``, or goes along ``path``."""

    character: Name | None = None
    prop: Name | None = None
    variant: Name | None = None
    state: Name | None = None
    at: Point | None = None
    heading: Degrees = 0
    pose: Name | None = None
    path: list[Waypoint] | None = None

    def actor(self) -> Actor:
        """The same as a scenario writes it."""
        label = registry().characters[self.character].label if self.character else registry().props[self.prop].label
        path = self.path or [Waypoint(t=0, at=self.at, heading=self.heading, pose=self.pose)]
        return Actor(
            character=self.character, prop=self.prop, variant=self.variant, state=self.state,
            name=Text(zh=label.zh, en=label.en), path=path,
        )  # fmt: skip


class SetEffect(Effect):
    """An effect as it looks ``age`` seconds after it began."""

    age: Seconds = 1


class PlaceSet(Part):
    """A whole set. ``moment`` is the time of its paths and poses in the pictures, in seconds."""

    title: Text
    place: Name
    views: Annotated[list[SetView], Field(min_length=1, max_length=6)]
    props: dict[Name, Prop] = {}
    people: dict[Name, Figure] = {}
    effects: list[SetEffect] = []
    moment: Seconds = 1

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {name: figure.actor() for name, figure in self.people.items()}

    @property
    def carried(self) -> dict[str, Carried]:
        """Nobody walks through a set, so nothing is carried."""
        return {}

    @cached_property
    def standpoints(self) -> list[Standpoint]:
        """Where the views stand; an eye's height is that of the view."""
        return [Standpoint(at=view.at[:2], heading=view.heading) for view in self.views]


def set_names() -> tuple[str, ...]:
    """All sets, in order of their names."""
    files = (entry.name for entry in resources.files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in files if name.endswith(".yaml")))


@cache
def place_set(name: str) -> PlaceSet:
    """A set by its name. Raises KeyError for an unknown one."""
    entry = resources.files(__package__).joinpath(f"{name}.yaml")
    if not entry.is_file():
        raise KeyError(f"no set {name!r}; there are {', '.join(set_names())}")
    return PlaceSet.model_validate(read_yaml(entry.read_text("utf-8")))


__all__ = ["Figure", "PlaceSet", "SetEffect", "SetView", "place_set", "set_names"]
