"""Many small events: rain of grains over a ring or a track."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sim.audio.synthesis.signals import Rng, Signal, lay, lay_round, silence

Grain = Callable[[Rng], Signal]
"""Makes one small sound, another every time."""


def scattered_round(rng: Rng, seconds: float, each_second: float, grain: Grain, spread: float = 1.0) -> Signal:
    """A ring on which grains fall at random; their loudness varies over ``spread`` powers of ten downwards."""
    ring = silence(seconds)
    for at in rng.uniform(0, seconds, rng.poisson(seconds * each_second)):
        lay_round(ring, grain(rng), at, 10 ** -(spread * rng.random()))
    return ring


def scattered(rng: Rng, density: Signal, seconds: float, grain: Grain, spread: float = 1.0) -> Signal:
    """A track on which grains fall, ``density`` of them a second as it changes."""
    track = silence(seconds)
    expected = np.cumsum(density) / (len(density) / seconds)
    falls = np.sort(rng.uniform(0, expected[-1], rng.poisson(expected[-1])))
    for at in np.interp(falls, expected, np.arange(len(density)) * (seconds / len(density))):
        lay(track, grain(rng), at, 10 ** -(spread * rng.random()))
    return track
