"""Pitched sources: overtones over a moving pitch, frequency modulation, ringing bodies, plucked strings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sim.audio.synthesis.signals import RATE, Rng, Signal, count, decay, faded, moments, whole_turns

HIGHEST = 0.45 * RATE
"""Overtones over this are left out: they would come back as wrong low tones."""


def phase(hertz: Signal) -> Signal:
    """Turns of an oscillator whose frequency (per sample) moves, in radians."""
    return 2 * np.pi * np.cumsum(hertz) / RATE


def sine(hertz: float, seconds: float, turned: float = 0.0) -> Signal:
    """A plain tone; ``turned`` is where in its turn it begins, 0..1."""
    return np.sin(2 * np.pi * (hertz * moments(seconds) + turned))


def steady(hertz: float, seconds: float) -> Signal:
    """A frequency that stays, rounded so that it fits a ring of this length a whole number of times."""
    return np.full(count(seconds), whole_turns(hertz, seconds))


def overtones(hertz: Signal, weights: Sequence[float], rng: Rng | None = None) -> Signal:
    """A tone of moving frequency with its overtones: ``weights`` of the first, second, third... partial.

    With ``rng`` the partials begin at random places of their turns, which takes the edge off a buzz.
    """
    turns = phase(hertz)
    result = np.zeros(len(hertz))
    for number, weight in enumerate(weights, 1):
        if weight and number * hertz.min() < HIGHEST:
            begin = 2 * np.pi * rng.random() if rng else 0.0
            result += weight * np.sin(number * turns + begin) * (number * hertz < HIGHEST)
    return result


def saw_weights(partials: int, falling: float = 1.0) -> list[float]:
    """Overtones that fall with their number: 1 sounds like a saw-tooth (brass, buzz), 2 rounder."""
    return [number**-falling for number in range(1, partials + 1)]


def modulated(carrier: Signal, modulator: Signal, depth: Signal | float) -> Signal:
    """Frequency modulation: tones of moving frequency, the second bending the first (bells, screeches)."""
    return np.sin(phase(carrier) + depth * np.sin(phase(modulator)))


Mode = tuple[float, float, float]
"""A way in which a body rings: hertz, half-life of its amplitude in seconds, how loud."""


def ringing(seconds: float, modes: Sequence[Mode], rng: Rng, attack: float = 0.0008) -> Signal:
    """A struck body: the sum of its modes, each dying at its own pace; the end is faded."""
    result = np.zeros(count(seconds))
    for hertz, half_life, weight in modes:
        if hertz < HIGHEST:
            result += weight * sine(hertz, seconds, rng.random()) * decay(seconds, half_life, attack)
    return faded(result, 0.0, 0.15 * seconds)


def bar_modes(lowest: float, half_life: float, number: int, damping: float = 0.5) -> list[Mode]:
    """A free bar or tube: frequencies as the squares 3.011, 5, 7, 9... (Euler-Bernoulli), the highs dying sooner."""
    squares = [3.0112**2, *((2 * k + 3) ** 2 for k in range(1, number))]
    return [
        (lowest * square / squares[0], half_life * (squares[0] / square) ** damping, (k + 1) ** -0.7)
        for k, square in enumerate(squares)
    ]


def plate_modes(lowest: float, half_life: float, number: int, rng: Rng) -> list[Mode]:
    """A sheet of metal: many modes, as dense high up as below, none of them in tune with another."""
    steps = np.sort(rng.uniform(1, number, number))
    return [
        (lowest * step, half_life * step**-0.6 * rng.uniform(0.6, 1.4), step**-0.45 * rng.uniform(0.4, 1.0))
        for step in steps
    ]


def plucked(hertz: float, seconds: float, rng: Rng, loss: float = 0.996) -> Signal:
    """A string after Karplus and Strong: a burst goes round a delay line and loses its highs."""
    from scipy.signal import lfilter  # slow to import, and a van plays what was built long ago

    line = round(RATE / hertz)
    burst = np.zeros(count(seconds))
    burst[:line] = rng.uniform(-1, 1, min(line, len(burst)))
    feedback = np.zeros(line + 2)
    feedback[0], feedback[line], feedback[line + 1] = 1.0, -loss / 2, -loss / 2
    return lfilter([1.0], feedback, burst)


def pulses(hertz: Signal, grains: Sequence[Signal], rng: Rng, jitter: float = 0.0, uneven: float = 0.0) -> Signal:
    """Grains at a moving rate, one of ``grains`` each in turn (the cylinders of an engine). It is a ring.

    ``jitter`` moves each by that share of its distance, ``uneven`` changes its strength by that share.
    """
    turns = np.cumsum(hertz) / RATE
    total = round(turns[-1])
    result = np.zeros(len(hertz))
    for number, at in enumerate(np.interp(np.arange(total) * turns[-1] / total, turns, np.arange(len(hertz)))):
        begin = int(at + jitter * rng.normal() * RATE / hertz[int(at)])
        grain = grains[number % len(grains)] * (1 + uneven * rng.normal())
        where = (begin + np.arange(len(grain))) % len(result)
        result[where] += grain
    return result
