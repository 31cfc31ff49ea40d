"""The names a scenario may use: props, people, places, signs, sounds and the code lists.

The data stand in the YAML files beside this one, each holding some sections; the props stand in one
file per trade. What a name looks or sounds like is built elsewhere (``assets``, ``sim.audio``); here it
has a label in both languages, a size, states and variants, so that a scenario is checked and completed
in an editor without building anything.

The frame of a prop: x its width, +y its front, z up, the origin in the middle of its footprint; sizes
are width, depth and height in metres. The first state is the default. ``note`` says what the look must
show and, for a prop that reaches beyond its footprint, where to, in the prop's own frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from common.yaml_text import read_yaml

Length = Annotated[float, Field(gt=0, le=100)]
Size = tuple[Length, Length, Length]
"""Width (x), depth (y), height (z) in metres, in the prop's own frame."""


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(Entry):
    """What a trainer reads."""

    zh: str
    en: str


class Labelled(Entry):
    label: Label
    note: str = ""
    """For those who build it: what must be seen."""

    @property
    def zh(self) -> str:
        return self.label.zh

    @property
    def en(self) -> str:
        return self.label.en


class PropVariant(Labelled):
    size: Size | None = None
    """None: the prop's own size."""
    states: tuple[str, ...] = ()
    """The states this variant has, the default first; empty: all the prop's."""


class PropEntry(Labelled):
    """A prop. ``states`` and ``variants`` are in order, the default first."""

    size: Size
    state_labels: Annotated[dict[str, Label], Field(alias="states", min_length=1)]
    variant_entries: Annotated[dict[str, PropVariant], Field(alias="variants")] = {}
    sign: bool = False
    """Whether it carries a sign, which a scenario must then name."""
    reach: Annotated[dict[str, Size], Field(alias="reaches")] = {}
    """What the model fills where that is more (or less) than ``size``: by variant, state, or variant.state;
    ``all`` for every look. The size stays the footprint that a trainer plans with."""
    triangles: Annotated[int, Field(gt=0, le=40_000)] = 7_000
    """No look of it has more."""

    @model_validator(mode="after")
    def _variants_use_known_states(self) -> PropEntry:
        for name, variant in self.variant_entries.items():
            if unknown := set(variant.states) - set(self.state_labels):
                raise ValueError(f"variant {name} has unknown states {sorted(unknown)}")
        return self

    @property
    def states(self) -> tuple[str, ...]:
        return tuple(self.state_labels)

    @property
    def variants(self) -> tuple[str, ...]:
        return tuple(self.variant_entries)

    def variant_of(self, variant: str | None) -> str | None:
        """``variant``, or the first one for a scenario that names none; None for a prop without variants."""
        return variant or next(iter(self.variant_entries), None)

    def _variant(self, variant: str | None) -> PropVariant | None:
        return self.variant_entries.get(self.variant_of(variant) or "")

    def states_of(self, variant: str | None) -> tuple[str, ...]:
        """The states of a variant, its default first; those of the prop without one."""
        chosen = self._variant(variant)
        return chosen.states if chosen and chosen.states else self.states

    def reach_of(self, variant: str | None, state: str) -> Size:
        """Width, depth and height that the model of one look fills, in metres."""
        variant = self.variant_of(variant)
        for look in (f"{variant}.{state}", state, variant, "all"):
            if look in self.reach:
                return self.reach[look]
        return self.size_of(variant)

    def size_of(self, variant: str | None) -> Size:
        """Width, depth and height of a variant in metres."""
        chosen = self._variant(variant)
        return chosen.size if chosen and chosen.size else self.size


class CharacterEntry(Labelled):
    """A person; the first variant is the default."""

    variant_labels: Annotated[dict[str, Label], Field(alias="variants", min_length=1)]
    first_person: bool = False
    """Only what the trainee sees of himself: no scenario has such an actor."""

    @property
    def variants(self) -> tuple[str, ...]:
        return tuple(self.variant_labels)


class PlaceEntry(Labelled):
    extent: tuple[float, float, float, float]
    """x0, y0, x1, y1 in metres: where people and things may be."""


class SignEntry(Labelled):
    kind: Literal["prohibition", "warning", "mandatory", "information", "fire", "tag", "road"]


class Says(Label):
    """Words spoken in a sound, where there is a voice for them. ``after`` so many seconds; at 0 the voice takes
    the place of the sound."""

    after: Annotated[float, Field(ge=0, le=10)] = 0


class SoundEntry(Labelled):
    """A sound. Its label is what a trainer calls it, its caption what a trainee reads when it is heard."""

    caption: Label
    kind: Literal["ambience", "scene", "inner", "interface"] = "scene"
    """Heard everywhere, at a place, in the trainee's own head, or said by the program itself."""
    loop: bool = False
    """It goes on until it is hushed."""
    level: Annotated[float, Field(ge=40, le=82)]
    """Decibels at the ear (``sim.audio.loudness``)."""
    near: Annotated[float, Field(gt=0, le=500)] = 4
    """Up to how many metres away it is heard at its level."""
    says: Says | None = None


class Code(Label):
    """An entry of a code list, named in Chinese; ``slug`` is its name in addresses and exports."""

    slug: str


class Standard(Label):
    """A standard or law by its title. ``certainty`` A: sure; B: edition to confirm; C: confirm first."""

    edition: str
    certainty: Literal["A", "B", "C"]


class Registry(Entry):
    props: dict[str, PropEntry]
    characters: dict[str, CharacterEntry]
    poses: dict[str, Label]
    places: dict[str, PlaceEntry]
    signs: dict[str, SignEntry]
    sounds: dict[str, SoundEntry]
    effects: dict[str, Label]
    problems: dict[str, Label]
    hazard_classes: dict[str, Label]
    industries: dict[str, Code]
    accident_types_2025: dict[str, Code]
    accident_types_1986: dict[str, Code]
    standards: dict[str, Standard]

    @property
    def people(self) -> dict[str, CharacterEntry]:
        """The characters whom a scenario may let act: all but the trainee's own hands."""
        return {name: entry for name, entry in self.characters.items() if not entry.first_person}


@cache
def registry() -> Registry:
    """The registry of this installation."""
    source: dict[str, dict[str, Any]] = {}
    for name, part in _files():
        for section, entries in part.items():
            known = source.setdefault(section, {})
            if twice := known.keys() & entries.keys():
                raise ValueError(f"{name}: {section} has {sorted(twice)} twice")
            known |= entries
    for code_list in ("industries", "accident_types_2025", "accident_types_1986"):
        for name, code in source[code_list].items():
            code["zh"] = name
    return Registry.model_validate(source)


@cache
def prop_groups() -> dict[str, tuple[str, ...]]:
    """The names of the props by trade: each file of props is a group, named as the file without ``props_``."""
    return {
        name.removeprefix("props_").removesuffix(".yaml"): tuple(part["props"])
        for name, part in _files()
        if name.startswith("props_") and part.get("props")
    }


def _files() -> Iterator[tuple[str, dict[str, Any]]]:
    """The registry's files by name, each as its sections."""
    found = [entry for entry in resources.files(__package__).iterdir() if entry.name.endswith(".yaml")]
    for entry in sorted(found, key=lambda each: each.name):
        yield entry.name, read_yaml(entry.read_text("utf-8"))
