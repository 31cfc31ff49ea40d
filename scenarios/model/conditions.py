"""Conditions: what must hold for something to happen or to be offered."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from scenarios.model.basics import DeedId, ExerciseId, HazardId, Name, OneOf, OptionRef, Part, Seconds, ThingName
from scenarios.names import Refers


class After(Part):
    """So many seconds after something: a step's id, a decision's id (answered), a deed's (done), an exercise's
    (over), accident or averted."""

    what: Annotated[Name, Refers("moment")]
    seconds: Seconds = 0


class Near(Part):
    """``who`` (the trainee or an actor) is within so many metres of a prop or actor, on the ground."""

    who: Annotated[Name, Refers("walker")] = "trainee"
    to: ThingName
    metres: Annotated[float, Field(gt=0, le=100)]


class LookedAt(Part):
    """The trainee's view has rested on a prop or actor, all in all so long."""

    what: ThingName
    seconds: Seconds = 1


class Condition(OneOf):
    """What must hold for a step to run. It runs once, at the first moment the condition holds."""

    time: Seconds | None = None
    after: After | None = None
    flagged: HazardId | None = None
    missed: HazardId | None = None
    chosen: OptionRef | None = None
    done: DeedId | None = None
    """The deed was done."""
    kept: ExerciseId | None = None
    """The exercise was done well, its rhythm kept."""
    near: Near | None = None
    looked_at: LookedAt | None = None
    all: Annotated[list[Condition], Field(min_length=1, max_length=20)] | None = None
    any: Annotated[list[Condition], Field(min_length=1, max_length=20)] | None = None
    not_: Annotated[Condition | None, Field(alias="not")] = None

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
