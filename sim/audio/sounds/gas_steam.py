"""Gas and steam that escape."""

from __future__ import annotations

import numpy as np

from sim.audio.builders import sound
from sim.audio.synthesis import (
    Rng,
    Signal,
    coloured,
    curve,
    decay,
    even,
    faded,
    in_room,
    lay,
    noise,
    phase,
    steady,
    tinted,
    wander,
)

SECONDS = 8.0


@sound("gas_hiss")
def gas_hiss(rng: Rng) -> Signal:
    """Gas through a small leak: the jet's turbulence is loudest where its speed divided by its width lies, here at
    5 kHz, falls by six decibels an octave below, and has a faint whistle of the edge in it."""
    hiss = noise(rng, SECONDS, ((200, -30), (1000, -14), (3000, -3), (5000, 0), (9000, -3), (15000, -9)))
    hiss *= wander(rng, SECONDS, 20, 0.88, 1.1)
    edge = np.sin(phase(steady(4200, SECONDS)) + wander(rng, SECONDS, 12, -3, 3))
    return hiss + 0.06 * edge


@sound("steam_burst")
def steam_burst(rng: Rng) -> Signal:
    """Steam through a safety valve or a burst joint: it opens with a crack, roars over the whole range (most at 500 Hz
    to 3 kHz, wetter and lower than gas), and dies down over four seconds."""
    seconds = 4.5
    open_ = curve(seconds, (0, 0), (0.03, 1.0), (1.6, 0.8), (3.4, 0.25), (4.5, 0))
    roar = noise(rng, seconds, ((60, -10), (300, -2), (900, 0), (3000, -2), (8000, -8), (14000, -16)))
    low = noise(rng, seconds, ((30, 0), (120, -2), (500, -12), (2000, -34))) * wander(rng, seconds, 9, 0.6, 1.3)
    track = open_ * (roar * wander(rng, seconds, 16, 0.8, 1.15) + 0.5 * low)
    pop = even(tinted(noise(rng, 0.2), ((50, 0), (400, -3), (4000, -16)))) * decay(0.2, 0.02, 0.0008)
    lay(track, pop, 0.0, 1.2)
    return faded(in_room(track, rng, 0.9, 0.2), 0.001, 0.4)


@sound("gas_ignition")
def gas_ignition(rng: Rng) -> Signal:
    """Vapour catches: a soft deep whoomp as the flame runs through it (30 to 200 Hz, 0.3 s), then flames."""
    seconds = 2.4
    whoomp = noise(rng, seconds, ((25, 0), (80, 0), (220, -8), (900, -26))) * curve(
        seconds, (0, 0), (0.12, 1.0), (0.45, 0.5), (1.0, 0.1), (2.4, 0)
    )
    flames = noise(rng, seconds, ((80, -4), (300, 0), (1200, -8), (5000, -22))) * wander(rng, seconds, 7, 0.5, 1.4)
    flames *= curve(seconds, (0, 0), (0.3, 0.7), (1.4, 0.4), (2.4, 0))
    return faded(coloured(1.6 * whoomp + 0.5 * flames, ((20, 0), (6000, 0), (12000, -12))), 0.01, 0.3)
