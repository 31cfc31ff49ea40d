"""What the library can show: its groups, and in each the exhibits with picture, name, labels and facts.

Contact sheets and the trainers' gallery show the same. Packages above add groups of their own (sounds,
sets): whatever has the members of ``Exhibit`` can be shown.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from assets import thumbnails
from assets.builders import PropRequest
from assets.props_cache import prop_key, prop_model
from assets.sources import asset_sources
from assets.textures.atlas import picture_key
from common.text import Lang, text
from scenarios.registry import prop_groups, registry

SHOWN_IN_CLIPS = ("worker_hv", "plain")


class Exhibit(Protocol):
    """One thing to show; it is sent to other processes."""

    @property
    def name(self) -> str:
        """What a scenario calls it."""

    @property
    def look(self) -> str:
        """Its variant and state, as a scenario names them, joined by dots; empty when it has none."""

    def title(self, lang: Lang) -> str:
        """Its label, and that of its variant and state."""

    @property
    def written(self) -> str:
        """How a scenario asks for it, as a line of YAML."""

    def brief(self, lang: Lang) -> str:
        """What the registry says of it, at once."""

    def facts(self, lang: Lang) -> str:
        """Size, triangles, length: what its kind is measured by. May build it."""

    def picture(self) -> bytes:
        """A JPEG of ``thumbnails.SIZE``, from the cache or made now."""

    def is_drawn(self) -> bool:
        """Whether its picture is in the cache: making one may take seconds."""

    @property
    def version(self) -> str:
        """Another word whenever its picture is another."""

    @property
    def slow(self) -> bool:
        """Whether making its picture takes half a minute rather than half a second."""


class Drawn(ABC):
    """The picture of an exhibit, kept under its ``key`` and made by ``draw``."""

    slow = False

    @abstractmethod
    def key(self) -> thumbnails.Key:
        """All that the picture depends on."""

    @abstractmethod
    def draw(self) -> thumbnails.Picture:
        """The picture, made now."""

    def picture(self) -> bytes:
        return thumbnails.kept(self.key(), self.draw)

    def is_drawn(self) -> bool:
        return thumbnails.is_kept(self.key())

    @property
    def version(self) -> str:
        return thumbnails.fingerprint(self.key())


Groups = dict[str, tuple[Exhibit, ...]]


@dataclass(frozen=True)
class PropShown(Drawn):
    name: str
    request: PropRequest

    @property
    def look(self) -> str:
        return ".".join(filter(None, (self.request.variant, self.request.state)))

    def title(self, lang: Lang) -> str:
        entry = registry().props[self.name]
        variant = [entry.variant_entries[self.request.variant].label] if self.request.variant else []
        labels = [entry.label, *variant, entry.state_labels[self.request.state]]
        return " · ".join(getattr(label, lang) for label in labels)

    @property
    def written(self) -> str:
        parts = {"prop": self.name, "variant": self.request.variant, "state": self.request.state}
        return ", ".join(f"{key}: {value}" for key, value in parts.items() if value)

    def brief(self, lang: Lang) -> str:
        w, d, h = (f"{side:g}" for side in registry().props[self.name].size_of(self.request.variant))
        return text("assets.sheet.size", lang, w=w, d=d, h=h)

    def facts(self, lang: Lang) -> str:
        model = prop_model(self.name, self.request)
        points = np.concatenate([mesh.position for mesh in model.meshes.values()])
        w, d, h = (f"{side:.2f}" for side in np.ptp(points, axis=0))
        size = text("assets.sheet.size", lang, w=w, d=d, h=h)
        return f"{size}  {text('assets.sheet.triangles', lang, count=model.triangles)}"

    def key(self) -> thumbnails.Key:
        return ("prop", *prop_key(self.name, self.request))

    def draw(self) -> thumbnails.Picture:
        return thumbnails.prop_picture(self.name, self.request)


@dataclass(frozen=True)
class PersonShown(Drawn):
    name: str
    look: str

    def title(self, lang: Lang) -> str:
        entry = registry().characters[self.name]
        return " · ".join(getattr(label, lang) for label in (entry.label, entry.variant_labels[self.look]))

    @property
    def written(self) -> str:
        return f"character: {self.name}, variant: {self.look}"

    def brief(self, lang: Lang) -> str:
        return ""

    def facts(self, lang: Lang) -> str:
        from assets.people import person

        return text("assets.sheet.triangles", lang, count=len(person(self.name, self.look).faces))

    def key(self) -> thumbnails.Key:
        return ("person", self.name, self.look, asset_sources().key("assets.people"))

    def draw(self) -> thumbnails.Picture:
        return thumbnails.person_picture(self.name, self.look)


@dataclass(frozen=True)
class ClipShown(Drawn):
    name: str
    look: str = ""

    def title(self, lang: Lang) -> str:
        return str(getattr(registry().poses[self.name], lang))

    @property
    def written(self) -> str:
        return f"pose: {self.name}"

    def brief(self, lang: Lang) -> str:
        return ""

    def facts(self, lang: Lang) -> str:
        from assets.people import clips

        clip = clips()[self.name]
        seconds = text("assets.sheet.seconds", lang, seconds=f"{len(clip.frames) / clip.fps:.1f}")
        return seconds + (text("assets.sheet.loops", lang) if clip.loop else "")

    def key(self) -> thumbnails.Key:
        return ("clip", self.name, *SHOWN_IN_CLIPS, asset_sources().key("assets.people"))

    def draw(self) -> thumbnails.Picture:
        return thumbnails.clip_picture(self.name, *SHOWN_IN_CLIPS)


@dataclass(frozen=True)
class SignShown(Drawn):
    name: str
    look: str = ""

    def title(self, lang: Lang) -> str:
        return str(getattr(registry().signs[self.name].label, lang))

    @property
    def written(self) -> str:
        return f"sign: {self.name}"

    def brief(self, lang: Lang) -> str:
        return text(f"assets.sheet.kinds.{registry().signs[self.name].kind}", lang)

    def facts(self, lang: Lang) -> str:
        return self.brief(lang)

    def key(self) -> thumbnails.Key:
        return ("sign", *picture_key(self.name))

    def draw(self) -> thumbnails.Picture:
        return thumbnails.sign_on_wall(self.name)


@dataclass(frozen=True)
class LayerShown(Drawn):
    name: str
    look: str = ""

    def title(self, lang: Lang) -> str:
        return text(f"assets.layers.{self.name}", lang)

    @property
    def written(self) -> str:
        return self.name

    def brief(self, lang: Lang) -> str:
        return text("assets.sheet.tile", lang)

    def facts(self, lang: Lang) -> str:
        return self.brief(lang)

    def key(self) -> thumbnails.Key:
        return ("layer", self.name, asset_sources().key("assets.textures.layers"))

    def draw(self) -> thumbnails.Picture:
        return thumbnails.layer_picture(self.name)


def library_groups() -> Groups:
    """All groups of this package: the props by trade, people, clips, signs, textures."""
    from assets.textures.names import LAYER_NAMES

    listed = registry()
    return {
        **{group: tuple(_looks_of(names)) for group, names in prop_groups().items()},
        "people": tuple(
            PersonShown(name, look) for name, entry in listed.characters.items() for look in entry.variants
        ),
        "clips": tuple(ClipShown(name) for name in listed.poses),
        "signs": tuple(SignShown(name) for name in listed.signs),
        "textures": tuple(LayerShown(name) for name in LAYER_NAMES if name != "noise"),
    }


def _looks_of(names: Iterable[str]) -> Iterable[PropShown]:
    """Every look of some props; one that carries a sign shows the first of the registry."""
    listed = registry()
    sign = next(iter(listed.signs))
    for name in names:
        entry = listed.props[name]
        for variant in entry.variants or (None,):
            for state in entry.states_of(variant):
                yield PropShown(name, PropRequest(state, variant, sign if entry.sign else None))
