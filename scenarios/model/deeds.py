"""What the trainee does with the hands: deeds on things, and exercises in a rhythm."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.model.actions import Actions
from scenarios.model.basics import Part, Text, ThingName
from scenarios.model.conditions import Condition


class Deed(Part):
    """Something that hands can do to a thing, offered where the trainee points at it, until it is done."""

    target: ThingName
    text: Text
    right: bool = False
    """Part of the right way; a deed that is not has a consequence."""
    when: Condition | None = None
    """Offered only while this holds."""
    then: Text | None = None
    """What follows from it, said to the trainee."""
    do: Actions = []


class Outcome(Part):
    """What an exercise leads to."""

    then: Text
    """Said to the trainee."""
    do: Actions = []


Rate = Annotated[float, Field(ge=20, le=240)]


class Exercise(Part):
    """Something done in a rhythm, beat by beat, such as chest compressions. The scene stands still meanwhile.

    It is done well when most beats follow one another at a rate within ``beats_per_minute``; it is done poorly
    otherwise, also when there are not ``beats`` of them within ``limit`` seconds.
    """

    ask: Text
    beats_per_minute: Annotated[list[Rate], Field(min_length=2, max_length=2)]
    beats: Annotated[int, Field(ge=5, le=120)] = 30
    limit: Annotated[float, Field(ge=5, le=120)] = 40
    good: Outcome
    poor: Outcome

    @model_validator(mode="after")
    def _slowest_before_fastest(self) -> Exercise:
        if self.beats_per_minute[0] >= self.beats_per_minute[1]:
            raise PydanticCustomError("rate_order", "the slowest rate comes before the fastest")
        return self
