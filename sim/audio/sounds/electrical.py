"""Current where it should not be."""

from __future__ import annotations

import numpy as np

from sim.audio.builders import sound
from sim.audio.synthesis import (
    Rng,
    Signal,
    between,
    count,
    curve,
    decay,
    even,
    faded,
    highpass,
    in_room,
    lay,
    moments,
    noise,
    overtones,
    scattered,
    silence,
    tinted,
    wander,
)


def _spit(rng: Rng) -> Signal:
    """One spark: a crack of a few thousandths of a second, brightest at 3 to 8 kHz."""
    length = between(rng, 0.004, 0.02)
    crack = noise(rng, length, ((400, -10), (2500, -2), (5000, 0), (11000, -6)))
    return crack * decay(length, length * 0.18, 0.0003)


@sound("mains_hum")
def mains_hum(rng: Rng) -> Signal:
    """A fault that builds up: magnetic hum at 100 Hz (twice the mains' 50) with its overtones, and the 50 Hz and
    its odd overtones of a loose core; over four seconds louder and harsher, with sparks at the end."""
    seconds = 4.5
    rising = curve(seconds, (0, 0.1), (3.0, 0.6), (4.2, 1.0))
    hertz = np.full(count(seconds), 100.0)
    soft = overtones(hertz, [1.0, 0.55, 0.3, 0.2, 0.12])
    harsh = overtones(hertz / 2, [0.5, 0, 0.6, 0, 0.55, 0, 0.5, 0, 0.4, 0, 0.35, 0, 0.3, 0, 0.25, 0, 0.2, 0, 0.15])
    mix = soft * rising + harsh * rising**3
    sparks = scattered(rng, curve(seconds, (2.0, 0), (4.2, 26)), seconds, _spit, 0.8)
    return faded(even(mix) + 0.9 * sparks, 0.2, 0.15)


@sound("arc_zap")
def arc_zap(rng: Rng) -> Signal:
    """A short-circuit: the bang of the arc's start, then 0.35 s in which it re-strikes a hundred times a second
    (at each half wave of the mains), ending in a sizzle."""
    seconds = 0.9
    t = moments(seconds)
    arc = noise(rng, seconds, ((80, -14), (700, -4), (2500, 0), (7000, -3), (13000, -12)))
    half_waves = np.abs(np.sin(2 * np.pi * 50 * t)) ** 0.7
    envelope = curve(seconds, (0, 1.0), (0.04, 0.75), (0.32, 0.55), (0.38, 0.08), (0.9, 0.0))
    track = arc * half_waves * envelope * wander(rng, seconds, 25, 0.6, 1.3)
    bang = even(tinted(noise(rng, 0.15), ((60, 0), (300, -2), (2000, -8), (9000, -20)))) * decay(0.15, 0.015, 0.0005)
    lay(track, bang, 0.0, 1.6)
    lay(track, scattered(rng, curve(0.6, (0, 60), (0.6, 0)), 0.6, _spit, 0.8), 0.3, 0.8)
    return faded(in_room(track, rng, 0.4, 0.2, 0.8), 0.0005, 0.1)


@sound("fuse_pop")
def fuse_pop(rng: Rng) -> Signal:
    """A breaker trips: the spring's snap, the contacts' slap, a puff of the quenched arc."""
    track = silence(0.4)
    for at, loud in ((0.0, 1.0), (0.012, 0.7)):
        lay(track, even(tinted(noise(rng, 0.05), highpass(900))) * decay(0.05, 0.004, 0.0003), at, loud)
    puff = even(tinted(noise(rng, 0.2), ((80, 0), (500, -4), (3000, -18)))) * decay(0.2, 0.025)
    lay(track, puff, 0.008, 0.6)
    return faded(in_room(track, rng, 0.3, 0.25), 0.0005, 0.08)
