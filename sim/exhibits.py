"""All groups that a contact sheet or the gallery can show: the asset library's, and from here sets and sounds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from assets.exhibits import Groups, library_groups
from assets.sets import place_set, set_names
from assets.sources import asset_sources
from assets.thumbnails import SIZE, Key, has_thumbnail, kept
from common.text import Lang, text
from scenarios.registry import registry

if TYPE_CHECKING:
    from sim.render.graphics import Graphics


@dataclass(frozen=True)
class SetShown:
    """A set, drawn by the renderer from its first view."""

    name: str
    look: str = ""

    def title(self, lang: Lang) -> str:
        return str(getattr(place_set(self.name).title, lang))

    def facts(self, lang: Lang) -> str:
        entry = registry().places[place_set(self.name).place]
        return f"{getattr(entry.label, lang)}  {place_set(self.name).place}"

    def picture(self) -> bytes:
        return kept(self._key(), self._drawn)

    def is_drawn(self) -> bool:
        """Whether its picture is there already: drawing it takes long."""
        return has_thumbnail(self._key())

    def _drawn(self) -> NDArray[np.uint8]:
        from sim.display.set_stills import SetStills

        stills = SetStills(_graphics(), place_set(self.name), SIZE)
        try:
            return stills.picture()
        finally:
            stills.close()

    def _key(self) -> Key:
        """All that the picture depends on, without composing anything: the set, and whatever builds or draws it."""
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
class SoundShown:
    """A sound, as its outline and spectrogram."""

    name: str
    look: str = ""

    def title(self, lang: Lang) -> str:
        return str(getattr(registry().sounds[self.name].label, lang))

    def facts(self, lang: Lang) -> str:
        from sim.audio.library import recording

        sound = recording(self.name)
        seconds = text("assets.sheet.seconds", lang, seconds=f"{sound.seconds:.1f}")
        return seconds + (text("assets.sheet.loops", lang) if sound.loops else "")

    def picture(self) -> bytes:
        from sim.audio.library import sound_key

        return kept(("sound", *sound_key(self.name)), self._drawn)

    def _drawn(self) -> NDArray[np.uint8]:
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
