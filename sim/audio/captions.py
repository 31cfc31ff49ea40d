"""Captions of sounds: what is heard and from which side, for those who do not hear it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from common.text import Lang, text
from scenarios.registry import registry
from sim.state import SoundState, Vec3

Side = Literal["front", "front_left", "left", "back_left", "back", "back_right", "right", "front_right"]
SIDES: tuple[Side, ...] = ("front", "front_left", "left", "back_left", "back", "back_right", "right", "front_right")
"""Counter-clockwise, as headings grow."""
SHOWN_SECONDS = 3.0
AMBIENCE_SHOWN_SECONDS = 8.0
"""What is there from the beginning is told as long as one takes to look round."""
MOST = 3
AT_THE_EAR = 1.0
"""A sound nearer than this, in metres, has no side."""


@dataclass(frozen=True, slots=True)
class SoundCaption:
    """A sound of the registry, and the side of the trainee it comes from (None: everywhere)."""

    name: str
    side: Side | None

    def words(self, lang: Lang) -> str:
        entry = registry().sounds[self.name]
        what = getattr(entry.says or entry.caption, lang)
        if self.side is None:
            return what
        return text("audio.caption.placed", lang, where=text(f"audio.caption.{self.side}", lang), what=what)


def sound_captions(sounds: Iterable[SoundState], eye: Vec3, heading: float) -> tuple[SoundCaption, ...]:
    """What began in the last seconds, the latest last; the same sound once, the interface's own never."""
    latest: dict[str, SoundState] = {}
    for sound in sorted(sounds, key=lambda each: -each.age):
        kind = registry().sounds[sound.name].kind
        shown = AMBIENCE_SHOWN_SECONDS if kind == "ambience" else SHOWN_SECONDS
        if sound.age < shown and kind != "interface":
            latest.pop(sound.name, None)
            latest[sound.name] = sound
    return tuple(SoundCaption(name, _side(sound, eye, heading)) for name, sound in latest.items())[-MOST:]


def _side(sound: SoundState, eye: Vec3, heading: float) -> Side | None:
    if sound.at is None or registry().sounds[sound.name].kind != "scene":
        return None
    x, y = sound.at[0] - eye[0], sound.at[1] - eye[1]
    if math.hypot(x, y) < AT_THE_EAR:
        return None
    bearing = math.degrees(math.atan2(-x, y)) - heading
    return SIDES[round(bearing / 45) % len(SIDES)]
