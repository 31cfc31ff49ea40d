"""Every sound of the registry by name, at its level, through the cache."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

import numpy as np

from assets.cache import cached, is_cached, source_key
from scenarios.registry import registry
from sim.audio.recording import Recording
from sim.audio.synthesis.filters import coloured, lowpass, tinted
from sim.audio.synthesis.signals import Signal, count

KIND = "sounds"
INAUDIBLE = 10 ** (-60 / 20)
"""What is left of a single sound when it is this small beside its peak is cut off."""
TAIL_SECONDS = 0.15
MUFFLED_ABOVE = 650.0
"""Hertz; the ear after a blast, or under a muff."""
_SHAPED_BY = (
    "sim.audio.builders", "sim.audio.library", "sim.audio.loudness", "sim.audio.recording",
    "sim.audio.synthesis", "sim.audio.sounds",
)  # fmt: skip


def sound_key(name: str) -> tuple[object, ...]:
    """All that a sound depends on."""
    entry = registry().sounds[name]
    return name, entry.loop, entry.level, source_key(*_SHAPED_BY)


def sounds_version() -> str:
    """Changes whenever any sound may have changed; part of the addresses under which browsers keep them."""
    levels = repr([(name, entry.level, entry.loop) for name, entry in registry().sounds.items()])
    return sha256((levels + source_key(*_SHAPED_BY)).encode()).hexdigest()[:16]


@cache
def recording(name: str) -> Recording:
    """A sound of the registry. Raises KeyError for a name it does not have."""
    loops = registry().sounds[name].loop
    return Recording(cached(KIND, sound_key(name), lambda: _built(name))["samples"], loops)


def muffled(clear: Recording) -> Recording:
    """The same as ears hear it that ring after a blast: without its highs."""
    change = coloured if clear.loops else tinted
    return Recording.of(change(clear.signal, lowpass(MUFFLED_ABOVE, 24)), loops=clear.loops)


def _built(name: str) -> dict[str, np.ndarray]:
    from sim.audio.builders import built
    from sim.audio.loudness import levelled

    entry = registry().sounds[name]
    signal = built(name)
    signal = signal if entry.loop else trimmed(signal)
    return {"samples": Recording.of(levelled(signal, entry.level, loops=entry.loop), loops=entry.loop).samples}


def trimmed(signal: Signal) -> Signal:
    """A single sound without the silence at its end, faded to nothing."""
    audible = np.nonzero(np.abs(signal) > INAUDIBLE * np.abs(signal).max())[0]
    cut = signal[: min(len(signal), int(audible[-1]) + count(TAIL_SECONDS))].copy()
    out = min(len(cut), count(TAIL_SECONDS))
    cut[-out:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(1, out + 1) / out)
    return cut


@dataclass(frozen=True)
class SoundPiece:
    """A sound as ``assets.build`` builds it among all the rest."""

    name: str

    def is_built(self) -> bool:
        return is_cached(KIND, sound_key(self.name))

    def build(self) -> None:
        cached(KIND, sound_key(self.name), lambda: _built(self.name))


def build_sounds(names: Iterable[str]) -> None:
    """Put sounds into the cache that are not there yet.

    Raises:
        EnvironmentLacks: the cache cannot be written.
    """
    for piece in sound_pieces(names):
        if not piece.is_built():
            piece.build()


def sound_pieces(names: Iterable[str] | None = None) -> list[SoundPiece]:
    """Every sound of the registry (or ``names``), to be built."""
    return [SoundPiece(name) for name in (registry().sounds if names is None else names)]
