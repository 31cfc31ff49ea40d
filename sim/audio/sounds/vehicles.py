"""Lorries, excavators, fork-lifts, and what they warn with."""

from __future__ import annotations

import numpy as np

from sim.audio.builders import sound
from sim.audio.synthesis import (
    RATE,
    Rng,
    Signal,
    coloured,
    count,
    curve,
    decay,
    even,
    faded,
    in_room,
    lay,
    lay_round,
    lowpass,
    mixed,
    noise,
    overdriven,
    overtones,
    pulses,
    saw_weights,
    silence,
    sine,
    steady,
    tinted,
    wander,
    whole_turns,
)

SECONDS = 8.0
FIRING_HERTZ = 39.0
"""Six cylinders, four strokes, 780 turns a minute: three firings a turn."""
REVERSE_PERIOD = 1.0
REVERSE_HERTZ = 1240.0


def _stroke(rng: Rng) -> Signal:
    """One cylinder fires: a thump in the exhaust and the injection's clatter."""
    thump = even(tinted(noise(rng, 0.07), ((30, 0), (110, 0), (350, -8), (1500, -26)))) * decay(0.07, 0.012, 0.002)
    clatter = even(tinted(noise(rng, 0.02), ((900, -4), (2200, 0), (5000, -8)))) * decay(0.02, 0.003, 0.0005)
    lay(thump, clatter, 0.004, 0.12)
    return thump


@sound("engine_diesel")
def engine_diesel(rng: Rng) -> Signal:
    """A six-cylinder diesel under light load: 39 firings a second, the six alike but not the same (which gives the
    growl at 6.5 Hz), turbine whine, fan and hydraulics as noise."""
    strokes = [_stroke(rng) * (1 + 0.12 * rng.normal()) for _ in range(6)]
    engine = pulses(steady(FIRING_HERTZ, SECONDS), strokes, rng, 0.012, 0.06)
    air = noise(rng, SECONDS, ((80, -6), (300, 0), (1200, -7), (5000, -18), (12000, -36)))
    turbine = overtones(steady(1460, SECONDS), [1.0, 0.2])
    return even(engine) + 0.22 * air * wander(rng, SECONDS, 2, 0.85, 1.15) + 0.025 * turbine


@sound("forklift_motor")
def forklift_motor(rng: Rng) -> Signal:
    """An electric truck: the controller's whistle at 2.4 kHz, gears that whine with the speed (they rise and sink over
    eight seconds), wheels on a hard floor."""
    pace = 1 + 0.25 * np.sin(2 * np.pi * np.arange(count(SECONDS)) / count(SECONDS))
    pace *= whole_turns(float((420 * pace).mean()), SECONDS) / float((420 * pace).mean())
    gears = overtones(420 * pace, [1.0, 0.5, 0.6, 0.25, 0.15, 0.1])
    whistle = overtones(steady(2400, SECONDS), [1.0])
    wheels = noise(rng, SECONDS, ((50, 0), (200, -1), (700, -8), (2500, -20), (9000, -40)))
    pump = overtones(steady(96, SECONDS), saw_weights(8, 1.1), rng)
    return 0.55 * even(gears) + 0.07 * whistle + 0.8 * wheels * wander(rng, SECONDS, 3, 0.8, 1.2) + 0.2 * even(pump)


@sound("reverse_beep")
def reverse_beep(rng: Rng) -> Signal:
    """A reversing warner: 1240 Hz, half a second on and half a second off, from a small horn that adds overtones."""
    tone = overdriven(sine(REVERSE_HERTZ, 0.5), 2.2)
    beep = faded(tone, 0.006, 0.012)
    ring = silence(6.0)
    for number in range(6):
        lay_round(ring, beep, REVERSE_PERIOD * number + 0.02)
    return coloured(ring, ((200, -30), (800, -3), (1240, 0), (5000, -6), (12000, -24)))


@sound("horn")
def horn(rng: Rng) -> Signal:
    """A car's two horns, a third apart (405 and 510 Hz), rich in overtones, held for a second after two short calls."""
    track = silence(2.2)
    for at, length in ((0.0, 0.22), (0.34, 0.22), (0.72, 1.0)):
        both = mixed(*(overtones(np.full(count(length), hertz), saw_weights(18, 0.7), rng) for hertz in (405.0, 510.0)))
        both = tinted(both, ((150, -18), (400, -3), (1500, 0), (3500, -2), (8000, -20)))
        lay(track, faded(even(both), 0.02, 0.05), at)
    return faded(in_room(track, rng, 0.6, 0.15), 0.002, 0.15)


@sound("engine_stall")
def engine_stall(rng: Rng) -> Signal:
    """A starter that labours: the motor's groan at 7 compressions a second, slower and slower, and no engine."""
    seconds = 2.6
    rate = curve(seconds, (0, 8.0), (1.8, 5.5), (2.2, 2.0), (2.6, 1.0))
    squeeze = 0.6 + 0.4 * np.sin(2 * np.pi * np.cumsum(rate) / RATE)
    whine = overtones(60 * rate**0.6 * (1.25 - 0.3 * squeeze), saw_weights(14, 0.8), rng)
    track = even(whine) * squeeze * curve(seconds, (0, 0), (0.05, 1.0), (2.0, 0.8), (2.3, 0))
    lay(track, even(tinted(noise(rng, 0.1), lowpass(900))) * decay(0.1, 0.012), 0.0, 0.8)
    return faded(track, 0.002, 0.2)


@sound("passing_truck")
def passing_truck(rng: Rng) -> Signal:
    """A lorry at 90 km/h passes three metres away: the engine drops by a minor third as it goes, tyres, and the wind it
    drags behind that arrives last."""
    seconds = 5.0
    along = 25.0 * (np.arange(count(seconds)) / RATE - 2.4)
    away = np.hypot(along, 3.0)
    near = 3.0 / away
    engine = overtones(62 * (1 - 25.0 / 343 * along / away), saw_weights(16, 0.7), rng)
    tyres = noise(rng, seconds, ((60, -6), (300, -1), (900, 0), (2500, -9), (8000, -28)))
    drag = noise(rng, seconds, ((25, 0), (90, 0), (400, -10), (2500, -28))) * curve(
        seconds, (2.3, 0), (2.7, 1.0), (3.4, 0.4), (4.8, 0)
    )
    return faded(0.5 * even(engine) * near**0.8 + tyres * near**1.3 + 0.4 * drag, 0.3, 0.4)
