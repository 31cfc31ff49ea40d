"""The table of sounds: which function makes which sound of the registry.

What a sound is called, how loud it is and whether it goes on for ever stands in the scenario registry
(``scenarios.registry``); here stands only how it is made.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from zlib import crc32

import numpy as np

from sim.audio.synthesis import Rng, Signal

SoundBuilder = Callable[[Rng], Signal]
"""Makes a sound from a source of chance that is always the same for its name. What loops is a ring."""
SOUNDS: dict[str, SoundBuilder] = {}


def sound(name: str) -> Callable[[SoundBuilder], SoundBuilder]:
    """Enter the decorated function as the builder of sound ``name``."""

    def enter(build: SoundBuilder) -> SoundBuilder:
        if name in SOUNDS:
            raise ValueError(f"sound {name!r} has two builders")
        SOUNDS[name] = build
        return build

    return enter


def load_builders() -> None:
    """Import every module of sounds, so that the table is full."""
    package = import_module("sim.audio.sounds")
    for module in iter_modules(package.__path__):
        import_module(f"sim.audio.sounds.{module.name}")


def built(name: str) -> Signal:
    """The sound as its builder makes it, before it is brought to its level. Raises KeyError for an unknown name."""
    load_builders()
    return SOUNDS[name](np.random.default_rng(crc32(name.encode())))
