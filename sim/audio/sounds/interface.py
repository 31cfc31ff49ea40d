"""What the program itself says: found, not a hazard, done."""

from __future__ import annotations

from sim.audio.builders import sound
from sim.audio.synthesis import Rng, Signal, faded, lay, ringing, silence, sine


def _bell(rng: Rng, hertz: float, seconds: float) -> Signal:
    """A soft struck bar of wood: its tone and the overtone tuned to its fourth."""
    return ringing(seconds, [(hertz, 0.1, 1.0), (hertz * 4, 0.03, 0.25), (hertz * 9.2, 0.01, 0.06)], rng, 0.003)


@sound("level_tone")
def level_tone(rng: Rng) -> Signal:
    """For the crew: 1 kHz, by which loudspeakers are set once, so that every level in the registry comes true."""
    return sine(1000.0, 2.0)


@sound("tap_ok")
def tap_ok(rng: Rng) -> Signal:
    """A hazard found: a fifth upwards."""
    track = silence(0.9)
    for at, hertz in ((0.0, 659.3), (0.11, 987.8)):
        lay(track, _bell(rng, hertz, 0.75), at)
    return faded(track, 0.002, 0.2)


@sound("tap_bad")
def tap_bad(rng: Rng) -> Signal:
    """A false alarm: one low, short note that sinks, without reproach."""
    track = silence(0.6)
    for at, hertz, loud in ((0.0, 311.1, 1.0), (0.1, 246.9, 0.9)):
        lay(track, _bell(rng, hertz, 0.45), at, loud)
    return faded(track, 0.002, 0.15)
