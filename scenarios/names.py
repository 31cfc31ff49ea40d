"""Names and what they may refer to: the registry's, and those a scenario file itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from scenarios.registry import Registry

RESERVED = ("trainee", "narrator", "everything")
"""Names that mean something by themselves and cannot be given to a prop or an actor."""

OWN_MODEL = r"^\./.+\.glb$"
"""A trainer's own prop by its file, as a scenario writes it: ``./models/press.glb``."""

SCHEMA_MARK = "x-refers"
"""The key under which a JSON Schema of the bare model says what kind of name a text is."""


def is_written_model(name: str | None) -> bool:
    """Whether a prop is a trainer's own model, named as a scenario writes it."""
    return name is not None and re.match(OWN_MODEL, name) is not None


def is_own_model(name: str) -> bool:
    """Whether a prop is a trainer's own model, named as in a loaded scenario: by the whole path of its file."""
    return name.endswith(".glb")


@dataclass(frozen=True)
class Refers:
    """Marks a text of the model as a name of some kind.

    Validation looks it up in the ``Names`` given as context under ``"names"``; without one every
    name passes, so that parts of a scenario can be made in code.
    """

    kind: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._look_up, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core), SCHEMA_MARK: self.kind}

    def _look_up(self, value: str, info: ValidationInfo) -> str:
        names: Names | None = (info.context or {}).get("names")
        if names is not None and not names.may_be(self.kind, value):
            raise PydanticCustomError("unknown_name", "no such {kind}", {"kind": self.kind})
        return value


_GIVEN_BY = {
    "thing": ("props", "actors", "carried"), "stateful": ("props", "actors", "carried"), "lamp": ("props",),
    "actor": ("actors",), "person": ("actors",), "walker": ("actors",), "speaker": ("actors",),
    "hazard": ("hazards",), "decision": ("decisions",), "option": ("decisions",),
    "deed": ("deeds",), "exercise": ("exercises",),
    "moment": ("storyboard", "decisions", "deeds", "exercises"),
}  # fmt: skip
"""The parts of a file that give names of a kind."""


OPTIONAL_SECTIONS = ("actors", "carried", "decisions", "deeds", "exercises")
"""The mappings that a file may do without."""


class Names:
    """Every name a file may use, by kind: ``known["prop"]`` and so on."""

    def __init__(self, registry: Registry, data: Any) -> None:
        self.known: dict[str, list[str]] = {
            kind: list(each) for kind, each in (registry_names(registry) | _file_names(data)).items()
        }
        unreadable = {part for part in ("props", "hazards") if not isinstance(_part(data, part, None), Mapping)}
        unreadable |= {part for part in OPTIONAL_SECTIONS if not isinstance(_part(data, part, {}), Mapping)}
        unreadable |= {"storyboard"} if not isinstance(_part(data, "storyboard", []), list) else set()
        self._open = {kind for kind, parts in _GIVEN_BY.items() if unreadable.intersection(parts)}

    def may_be(self, kind: str, name: str) -> bool:
        """Whether there is such a name, or there may be one in a part of the file that cannot be read."""
        return (kind == "prop" and is_written_model(name)) or name in self.known[kind] or kind in self._open


def registry_names(registry: Registry) -> dict[str, Iterable[str]]:
    """The kinds of names that the registry gives."""
    return {
        "prop": registry.props,
        "character": registry.people,
        "pose": registry.poses,
        "place": registry.places,
        "sign": registry.signs,
        "sound": registry.sounds,
        "ambience": [name for name, sound in registry.sounds.items() if sound.loop],
        "standard": registry.standards,
        "industry": registry.industries,
        "accident_2025": registry.accident_types_2025,
        "accident_1986": registry.accident_types_1986,
    }


def _file_names(data: Any) -> dict[str, Iterable[str]]:
    """The kinds of names that a file gives, taken from its plain data however wrong it is."""
    props, actors = _section(data, "props"), _section(data, "actors")
    carried = _section(data, "carried")
    hazards, decisions = _section(data, "hazards"), _section(data, "decisions")
    deeds, exercises = _section(data, "deeds"), _section(data, "exercises")
    people = [name for name, actor in actors.items() if isinstance(actor, Mapping) and "character" in actor]
    moved = [name for name, actor in actors.items() if isinstance(actor, Mapping) and "prop" in actor]
    steps = data.get("storyboard") if isinstance(data, Mapping) else None
    step_ids = [
        step["id"]
        for step in (steps if isinstance(steps, list) else [])
        if isinstance(step, Mapping) and isinstance(step.get("id"), str)
    ]
    return {
        "thing": [*props, *actors, *carried],
        "actor": actors,
        "person": people,
        "stateful": [*props, *moved, *carried],
        "walker": ["trainee", *actors],
        "speaker": ["narrator", *people],
        "lamp": ["everything", *props],
        "hazard": hazards,
        "decision": decisions,
        "option": [f"{name}.{option}" for name, each in decisions.items() for option in _section(each, "options")],
        "deed": deeds,
        "exercise": exercises,
        "moment": [*step_ids, *decisions, *deeds, *exercises, "accident", "averted"],
    }


def _part(data: Any, key: str, default: Any) -> Any:
    return data.get(key, default) if isinstance(data, Mapping) else None


def _section(data: Any, key: str) -> dict[str, Any]:
    part = _part(data, key, None)
    return {name: each for name, each in part.items() if isinstance(name, str)} if isinstance(part, Mapping) else {}
