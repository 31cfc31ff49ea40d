"""What every part of a scenario file is made of: numbers with their units, names, texts, one-key mappings."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.names import Refers

Metres = Annotated[float, Field(ge=-1000, le=1000)]
Degrees = Annotated[float, Field(ge=-360, le=360)]
Seconds = Annotated[float, Field(ge=0, le=3600)]
Point = Annotated[list[Metres], Field(min_length=2, max_length=3)]
"""``[x, y]`` on the ground or ``[x, y, z]``."""

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Name = Annotated[str, Field(min_length=1, max_length=60)]
OptionRef = Annotated[str, Field(pattern=r"^[a-z0-9-]+\.[a-z]$"), Refers("option")]
"""``decision.option``, for example ``d1.a``."""

PropName = Annotated[Name, Refers("prop")]
CharacterName = Annotated[Name, Refers("character")]
PoseName = Annotated[Name, Refers("pose")]
SignName = Annotated[Name, Refers("sign")]
SoundName = Annotated[Name, Refers("sound")]
StandardName = Annotated[Name, Refers("standard")]
"""Names of the registry."""

ThingName = Annotated[Name, Refers("thing")]
"""A prop or an actor of this file, or something the trainee has along."""
ActorName = Annotated[Name, Refers("actor")]
PersonName = Annotated[Name, Refers("person")]
"""An actor that is a character."""
StatefulName = Annotated[Name, Refers("stateful")]
"""A prop, or an actor that is a prop, or something the trainee has along."""
HazardId = Annotated[Id, Refers("hazard")]
DecisionId = Annotated[Id, Refers("decision")]
DeedId = Annotated[Id, Refers("deed")]
ExerciseId = Annotated[Id, Refers("exercise")]
"""Names that the file gives in its own parts."""


class Part(BaseModel):
    """A piece of a scenario: unknown keys are errors, values never change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Text(Part):
    """A text in both languages."""

    zh: Annotated[str, Field(min_length=1, max_length=600)]
    en: Annotated[str, Field(min_length=1, max_length=1200)]


class OneOf(Part):
    """A mapping of exactly one key, which says what kind of thing it is."""

    @model_validator(mode="after")
    def _exactly_one(self) -> OneOf:
        if len(self._written) != 1:
            kinds = ", ".join(field.alias or name for name, field in type(self).model_fields.items())
            raise PydanticCustomError("exactly_one_key", "exactly one of: {expected}", {"expected": kinds})
        return self

    @property
    def _written(self) -> list[str]:
        return [name for name in self.model_fields_set if getattr(self, name) is not None]

    @property
    def kind(self) -> str:
        """The key that was written."""
        (name,) = self._written
        return name.rstrip("_")

    @property
    def value(self) -> object:
        """What was written under the key."""
        (name,) = self._written
        return getattr(self, name)
