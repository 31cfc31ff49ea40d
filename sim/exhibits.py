"""All groups that a contact sheet or the gallery can show: the asset library's, and from here sets and sounds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from assets.exhibits import Drawn, Groups, library_groups
from assets.sets import place_set, set_names
from assets.sources import asset_sources
from assets.thumbnails import SIZE, Key, Picture
from common.text import Lang, text
from scenarios.registry import registry

if TYPE_CHECKING:
    from sim.render.graphics import Graphics


@dataclass(frozen=True)
class SetShown(Drawn):
    """A set, drawn by the renderer from its first view."""

    slow = True
    name: str
    look: str = ""

    def title(self, lang: Lang) -> str:
        return str(getattr(place_set(self.name).title, lang))

    @property
    def written(self) -> str:
        return f"place: {place_set(self.name).place}"

    def brief(self, lang: Lang) -> str:
        entry = registry().places[place_set(self.name).place]
        return f"{getattr(entry.label, lang)}  {place_set(self.name).place}"

    def facts(self, lang: Lang) -> str:
        return self.brief(lang)

    def draw(self) -> Picture:
        from sim.display.set_stills import SetStills

        stills = SetStills(_graphics(), place_set(self.name), SIZE)
        try:
            return stills.picture()
        finally:
            stills.close()

    def key(self) -> Key:
        """The set, and whatever builds or draws it; nothing is composed for it."""
        from assets.builders import PropRequest
        from assets.cache import source_key
        from assets.props_cache import place_key, prop_key
        from sim.render.programs import sources_text

        shown = place_set(self.name)
        props = sorted({str(thing.prop) for thing in (*shown.props.values(), *shown.people.values()) if thing.prop})
        keys = [prop_key(prop, PropRequest("")) for prop in props]
        drawn_by = source_key("sim.render", "sim.world"), sources_text(), asset_sources().key("assets.people")
        return ("set", self.name, shown.model_dump_json(), place_key(shown.place), keys, drawn_by)


@dataclass(frozen=True)
class SoundShown(Drawn):
    """A sound, as its outline and spectrogram."""

    name: str
    look: str = ""

    def title(self, lang: Lang) -> str:
        return str(getattr(registry().sounds[self.name].label, lang))

    @property
    def written(self) -> str:
        return f"sound: {self.name}"

    def brief(self, lang: Lang) -> str:
        return ""

    def facts(self, lang: Lang) -> str:
        from sim.audio.library import recording

        sound = recording(self.name)
        seconds = text("assets.sheet.seconds", lang, seconds=f"{sound.seconds:.1f}")
        return seconds + (text("assets.sheet.loops", lang) if sound.loops else "")

    def key(self) -> Key:
        from sim.audio.library import sound_key

        return ("sound", *sound_key(self.name))

    def draw(self) -> Picture:
        from sim.audio.library import recording
        from sim.audio.sheet import sound_picture

        return np.asarray(sound_picture(recording(self.name)).resize(SIZE, Image.Resampling.LANCZOS))


@cache
def _graphics() -> Graphics:
    """One context for this process; the engine is imported only where pictures are drawn."""
    from sim.render.graphics import Graphics

    return Graphics()


def all_groups() -> Groups:
    """Every group there is, the places first."""
    return {
        "places": tuple(SetShown(name) for name in set_names()),
        **library_groups(),
        "sounds": tuple(SoundShown(name) for name in registry().sounds),
    }
