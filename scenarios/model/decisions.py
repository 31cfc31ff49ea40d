"""Decisions: questions that the scene asks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.model.actions import Actions
from scenarios.model.basics import Part, Text


class Option(Part):
    right: bool = False
    text: Text
    then: Text
    """What follows from it, said to the trainee."""
    do: Actions = []


class Decision(Part):
    """A question asked in the scene. Left open for ``limit`` seconds it counts as wrong."""

    ask: Text
    options: Annotated[dict[Annotated[str, Field(pattern="^[a-z]$")], Option], Field(min_length=2, max_length=4)]
    limit: Annotated[float, Field(ge=5, le=60)] = 20

    @model_validator(mode="after")
    def _one_right(self) -> Decision:
        if sum(option.right for option in self.options.values()) != 1:
            raise PydanticCustomError("one_right", "exactly one option must be right")
        return self
