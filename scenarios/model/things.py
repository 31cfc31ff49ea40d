"""Things in the place: props, actors and what the trainee has along, and where the trainee can stand."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.model.basics import (
    CharacterName,
    Degrees,
    Metres,
    Name,
    Part,
    Point,
    PoseName,
    PropName,
    Seconds,
    SignName,
    Text,
)


class Prop(Part):
    """A prop of the registry, set up at a place. ``at`` is the middle of its footprint."""

    prop: PropName
    at: Point
    heading: Degrees = 0
    state: Name | None = None
    variant: Name | None = None
    sign: SignName | None = None
    """The sign or board drawn on it, for props that carry one."""


class Carried(Prop):
    """A prop that goes where the trainee goes: a bicycle, a trolley.

    ``at`` and ``heading`` are in the trainee's standpoint's own frame: x to its right, y the way it faces, z up
    from its ground; with a heading of 0 the front faces where the standpoint does.
    """


class Waypoint(Part):
    """Where an actor is at a scene time; between two of them it walks in a straight line."""

    t: Seconds
    at: Point
    heading: Degrees | None = None
    """Without one the actor faces the way it goes, and keeps that when it stands."""
    pose: PoseName | None = None
    """The clip played from here on; without one ``walk`` or ``idle`` follow from the motion."""


class Actor(Part):
    """A person, or a prop that moves, with a path over scene time."""

    character: CharacterName | None = None
    prop: PropName | None = None
    variant: Name | None = None
    state: Name | None = None
    name: Text
    path: Annotated[list[Waypoint], Field(min_length=1, max_length=50)]

    @model_validator(mode="after")
    def _person_or_prop(self) -> Actor:
        if (self.character is None) == (self.prop is None):
            raise PydanticCustomError("person_or_prop", "either character or prop")
        times = [point.t for point in self.path]
        if times != sorted(set(times)):
            raise PydanticCustomError("times_must_rise", "waypoint times must rise")
        return self


class Standpoint(Part):
    """A place where the trainee can stand; the first of the list is where the session starts."""

    at: Annotated[list[Metres], Field(min_length=2, max_length=3)]
    heading: Degrees = 0
    name: Text | None = None
