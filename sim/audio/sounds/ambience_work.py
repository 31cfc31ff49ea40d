"""Beds of places of work: sounds that are there before anything happens. All are rings of twelve seconds."""

from __future__ import annotations

import numpy as np

from sim.audio.builders import sound
from sim.audio.synthesis import (
    RATE,
    Rng,
    Signal,
    bar_modes,
    between,
    coloured,
    count,
    decay,
    even,
    faded,
    hump,
    lay_round,
    lowpass,
    noise,
    overtones,
    plate_modes,
    pulses,
    ring_in_room,
    ringing,
    saw_weights,
    scattered_round,
    silence,
    sine,
    steady,
    tinted,
    wander,
)
from sim.audio.synthesis.noise import Spectrum

SECONDS = 12.0
WIND: Spectrum = ((30, 0), (120, 0), (400, -9), (1500, -22), (6000, -40))
MACHINES: Spectrum = ((30, -6), (80, 0), (300, -3), (1000, -9), (4000, -20), (12000, -36))


def distant_engine(rng: Rng, hertz: float) -> Signal:
    """A diesel that idles far away: its firing strokes, with all above 250 Hz lost on the way."""
    stroke = [even(tinted(noise(rng, 0.05), ((40, 0), (200, -3), (900, -20)))) * decay(0.05, 0.012) for _ in range(4)]
    return even(coloured(pulses(steady(hertz, SECONDS), stroke, rng, 0.02, 0.15), lowpass(250)))


def wind(rng: Rng) -> Signal:
    return even(noise(rng, SECONDS, WIND) * wander(rng, SECONDS, 0.3, 0.5, 1.4))


def mains(weights: list[float]) -> Signal:
    """What transformers and motors hum: 100 Hz, twice the mains' frequency, and its overtones."""
    return even(overtones(steady(100, SECONDS), weights))


@sound("amb_site")
def amb_site(rng: Rng) -> Signal:
    """Wind, a distant diesel at 26 strokes a second, and carpenters: a hammer on formwork, three or four blows
    at 0.42 s, steel on steel farther away, each answered by the buildings after a fifth of a second."""
    bed = 0.5 * wind(rng) + 0.5 * distant_engine(rng, 26)
    work = silence(SECONDS)
    for begin, blows, loud in ((1.1, 4, 1.0), (5.2, 3, 0.6), (8.4, 5, 0.8)):
        for blow in range(blows):
            knock = ringing(0.25, [(310, 0.02, 1.0), (720, 0.012, 0.7), (1450, 0.006, 0.5)], rng)
            lay_round(work, knock, begin + 0.42 * blow + 0.02 * rng.normal(), loud * between(rng, 0.7, 1.0))
    for at in (3.6, 3.95, 7.3, 11.0):
        lay_round(work, ringing(0.9, bar_modes(640, 0.09, 5), rng), at, 0.25)
    work = coloured(ring_in_room(work, rng, 0.9, 0.5), lowpass(2200, 9))
    return even(bed) + 0.9 * even(work)


@sound("amb_factory")
def amb_factory(rng: Rng) -> Signal:
    """A hall of machines: broad noise that falls from 100 Hz up, motors' 100 Hz hum, a press every 1.5 s and now
    and then a piece of sheet metal, in a hall that rings for two seconds."""
    bed = 1.0 * noise(rng, SECONDS, MACHINES) * wander(rng, SECONDS, 0.5, 0.85, 1.15)
    bed += 0.5 * mains([1, 0.5, 0.3, 0.15, 0.1])
    bed += 0.25 * even(overtones(steady(24.6, SECONDS), saw_weights(12, 0.8)))
    work = silence(SECONDS)
    for stroke in range(8):
        thump = even(tinted(noise(rng, 0.25), ((40, 0), (140, -2), (700, -18)))) * decay(0.25, 0.03)
        lay_round(work, thump, 1.5 * stroke + 0.3)
        lay_round(work, ringing(0.4, plate_modes(420, 0.05, 10, rng), rng), 1.5 * stroke + 0.31, 0.08)
    for at in (2.2, 6.9, 10.1):
        lay_round(work, ringing(1.2, plate_modes(700, 0.16, 14, rng), rng), at, 0.12)
    return even(ring_in_room(even(bed) + 0.8 * even(work), rng, 2.0, 0.4, 0.35))


def _drop(rng: Rng) -> Signal:
    """A drop into a puddle: its bubble rings (Minnaert) and rises in pitch as it nears the surface."""
    low = between(rng, 700, 1900)
    pitch = low * np.linspace(1.0, 1.45, count(0.09)) ** 1.5
    return np.sin(2 * np.pi * np.cumsum(pitch) / RATE) * decay(0.09, 0.014)


@sound("amb_mine")
def amb_mine(rng: Rng) -> Signal:
    """Underground: the air duct's low roar with the fan's blades in it (196 Hz), haulage that comes and goes far
    off, and drops into puddles, in a tunnel that rings long and dull."""
    duct = noise(rng, SECONDS, ((30, 0), (150, -2), (600, -10), (2500, -26), (9000, -46)))
    fan = 0.18 * even(overtones(steady(196, SECONDS), [1, 0.4, 0.2])) * wander(rng, SECONDS, 0.6, 0.8, 1.2)
    haulage = noise(rng, SECONDS, ((25, 0), (70, 0), (200, -14), (800, -40))) * wander(rng, SECONDS, 0.17, 0.1, 1.2)
    drops = ring_in_room(scattered_round(rng, SECONDS, 1.6, _drop, 0.9), rng, 2.6, 1.2, 0.6)
    return even(duct) + fan + 0.8 * even(haulage) + 0.22 * even(drops)


@sound("amb_yard")
def amb_yard(rng: Rng) -> Signal:
    """A chemical yard: pumps (shaft 49 Hz, vanes 245 Hz) that beat slowly against each other, wind, and steam
    leaking from a trap."""
    pumps = silence(SECONDS)
    for shaft, loud in ((49.0, 1.0), (49.4, 0.8), (24.5, 0.4)):
        tones = [1, 0.5, 0.25, 0.15, 0.7, 0.1, 0.08, 0.06, 0.05, 0.3]
        pumps += loud * overtones(steady(shaft, SECONDS), tones, rng)
    steam = noise(rng, SECONDS, ((1500, -20), (4000, 0), (9000, -4), (14000, -12))) * wander(
        rng, SECONDS, 1.5, 0.6, 1.3
    )
    flow = noise(rng, SECONDS, ((60, -6), (250, 0), (900, -8), (4000, -30)))
    return 0.5 * even(pumps) + 0.9 * wind(rng) + 0.1 * steam + 0.4 * flow


@sound("amb_office_line")
def amb_office_line(rng: Rng) -> Signal:
    """An electronics line: filtered air, small fans (a comb at 120 Hz), placing machines that tick ten times a
    second in bursts, valves that sigh, and two soft tester tones."""
    air = noise(rng, SECONDS, ((60, -4), (200, 0), (800, -8), (3000, -18), (10000, -34)))
    fans = 0.2 * even(overtones(steady(120, SECONDS), [1, 0.6, 0.4, 0.3, 0.2, 0.1], rng))
    work = silence(SECONDS)
    for begin in (0.5, 2.6, 4.9, 7.0, 9.3):
        for tick in range(10):
            click = ringing(0.05, [(1900, 0.004, 1.0), (3300, 0.003, 0.7), (560, 0.008, 0.6)], rng)
            lay_round(work, click, begin + 0.1 * tick + 0.008 * rng.normal(), between(rng, 0.5, 1.0))
    for at in (1.9, 6.3, 10.8):
        sigh = even(noise(rng, 0.3, ((800, -10), (3000, 0), (8000, -6)))) * hump(0.3, 0.08)
        lay_round(work, sigh, at, 0.12)
    for at, hertz in ((3.9, 2093.0), (4.06, 2637.0), (8.7, 2093.0), (8.86, 2637.0)):
        lay_round(work, faded(sine(hertz, 0.12), 0.01, 0.05), at, 0.25)
    return even(air) + fans + 0.5 * even(ring_in_room(work, rng, 0.7, 0.4))
