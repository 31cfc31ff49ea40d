"""Water that jets, roars and closes over."""

from __future__ import annotations

import numpy as np

from sim.audio.builders import sound
from sim.audio.synthesis import (
    RATE,
    Rng,
    Signal,
    between,
    coloured,
    count,
    curve,
    decay,
    even,
    faded,
    hump,
    in_room,
    lay,
    lowpass,
    noise,
    ring_in_room,
    scattered,
    scattered_round,
    silence,
    tinted,
    wander,
)

SECONDS = 8.0


def bubble(rng: Rng, low: float, high: float) -> Signal:
    """An air bubble closes under water: it rings at a pitch of its size (Minnaert: 3.26 m/s over its radius) and
    rises as it comes up."""
    pitch = between(rng, low, high)
    length = min(0.12, 30 / pitch)
    rising = pitch * np.linspace(1.0, 1.0 + 0.25 * rng.random(), count(length)) ** 2
    return np.sin(2 * np.pi * np.cumsum(rising) / RATE) * decay(length, length * 0.2, 0.001)


@sound("water_jet")
def water_jet(rng: Rng) -> Signal:
    """A jet under pressure: a hiss that is loudest at 2 to 6 kHz and flutters, and the patter where it lands."""
    jet = noise(rng, SECONDS, ((80, -24), (400, -10), (1500, -2), (4000, 0), (8000, -4), (14000, -12)))
    jet *= wander(rng, SECONDS, 14, 0.75, 1.2)
    patter = scattered_round(rng, SECONDS, 220, lambda rng: bubble(rng, 900, 5000), 1.3)
    fall = noise(rng, SECONDS, ((60, -4), (250, 0), (900, -6), (4000, -20))) * wander(rng, SECONDS, 4, 0.7, 1.2)
    return jet + 0.35 * even(patter) + 0.35 * fall


@sound("water_roar")
def water_roar(rng: Rng) -> Signal:
    """An inrush: a mass of water in a heading. Power down to 40 Hz, surges every second or so, bubbles of fist size,
    spray over it."""
    deep = noise(rng, SECONDS, ((30, 0), (120, 0), (400, -5), (1200, -12), (5000, -28)))
    deep *= wander(rng, SECONDS, 1.1, 0.7, 1.3)
    spray = noise(rng, SECONDS, ((500, -12), (2000, 0), (6000, -5), (12000, -16))) * wander(rng, SECONDS, 3, 0.6, 1.3)
    bubbles = scattered_round(rng, SECONDS, 90, lambda rng: bubble(rng, 120, 900), 0.9)
    mix = deep + 0.3 * spray + 0.35 * even(bubbles)
    return even(ring_in_room(mix, rng, 1.8, 0.4, 0.35))


@sound("splash")
def splash(rng: Rng) -> Signal:
    """A body into water: the slap, 0.1 s of nothing much while the hole opens, the deep plunge as it closes, then drops
    and bubbles for two seconds."""
    track = silence(3.0)
    slap = even(tinted(noise(rng, 0.2), ((100, -4), (700, 0), (3000, -3), (9000, -14)))) * decay(0.2, 0.018, 0.001)
    lay(track, slap, 0.0, 1.4)
    plunge = even(tinted(noise(rng, 0.5), ((30, 0), (110, 0), (300, -12), (1200, -30)))) * hump(0.5, 0.2)
    lay(track, plunge, 0.12, 1.1)
    spray = noise(rng, 1.6, ((400, -10), (2000, 0), (6000, -3), (13000, -12))) * hump(1.6, 0.12) ** 1.5
    lay(track, spray, 0.06, 0.45)
    falling = curve(2.4, (0, 60), (0.5, 90), (1.2, 40), (2.4, 2))
    lay(track, scattered(rng, falling, 2.4, lambda rng: bubble(rng, 300, 3200), 1.0), 0.2, 0.5)
    return faded(in_room(track, rng, 0.6, 0.15), 0.001, 0.3)


@sound("drowning_muffle")
def drowning_muffle(rng: Rng) -> Signal:
    """Heard under water: everything above 500 Hz is gone, bubbles pass the ears, one's own pressure in the head."""
    seconds = 6.0
    dull = noise(rng, seconds, ((30, 0), (120, -2), (400, -12), (1200, -40))) * wander(rng, seconds, 0.8, 0.6, 1.2)
    density = curve(seconds, (0, 50), (1.0, 25), (3.0, 10), (6.0, 3))
    bubbles = scattered(rng, density, seconds, lambda rng: bubble(rng, 140, 700), 0.8)
    return faded(coloured(dull + 1.2 * even(bubbles) * curve(seconds, (0, 1), (6, 0.5)), lowpass(700)), 0.05, 1.5)
