"""Samples in time: lengths, sums, curves. A signal is a row of numbers, ``RATE`` of them a second.

What goes on for ever (an ambience, an engine) is made as a ring: its last sample is followed by its first.
Everything that fills a ring does so by circular arithmetic (noise by its spectrum, filters and echoes by
the Fourier transform, events laid over the end), so that no seam has to be mended afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RATE = 32000
"""Samples a second: all that ears over forty hear, at two thirds of a CD's size."""

Signal = NDArray[np.float64]
"""Mono, about -1..1 until it is brought to its level."""
Rng = np.random.Generator


def count(seconds: float) -> int:
    """How many samples last so long."""
    return round(seconds * RATE)


def moments(seconds: float) -> Signal:
    """The time of each sample, in seconds."""
    return np.arange(count(seconds)) / RATE


def silence(seconds: float) -> Signal:
    return np.zeros(count(seconds))


def curve(seconds: float, *points: tuple[float, float]) -> Signal:
    """A line through (second, value) points, held before the first and after the last."""
    times, values = zip(*points, strict=True)
    return np.interp(moments(seconds), times, values)


def geometric(seconds: float, *points: tuple[float, float]) -> Signal:
    """Like ``curve`` for frequencies: equal ratios in equal times."""
    return np.exp(curve(seconds, *((at, np.log(value)) for at, value in points)))


def decay(seconds: float, half_life: float, attack: float = 0.002) -> Signal:
    """Rises within ``attack`` seconds, then halves (its amplitude) every ``half_life``."""
    t = moments(seconds)
    return np.minimum(1.0, t / max(attack, 1 / RATE)) * 0.5 ** (np.maximum(0.0, t - attack) / half_life)


def hump(seconds: float, rise: float = 0.5) -> Signal:
    """From zero to one and back along cosines; the top lies at the share ``rise``."""
    t = moments(seconds) / seconds
    up = 0.5 - 0.5 * np.cos(np.pi * np.clip(t / rise, 0, 1))
    down = 0.5 - 0.5 * np.cos(np.pi * np.clip((1 - t) / (1 - rise), 0, 1))
    return np.minimum(up, down)


def faded(signal: Signal, into: float = 0.003, out: float = 0.02) -> Signal:
    """The signal with short smooth ends, so that it neither starts nor stops with a click."""
    result = signal.copy()
    for length, part in ((count(into), slice(None)), (count(out), slice(None, None, -1))):
        length = min(length, len(result))
        result[part][:length] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(length) / max(1, length))
    return result


def lay(track: Signal, sound: Signal, at: float, gain: float = 1.0) -> None:
    """Add a sound to a track in place, from the second ``at``; what reaches outside is left out."""
    begin = count(at)
    first, last = max(0, begin), min(len(track), begin + len(sound))
    if first < last:
        track[first:last] += gain * sound[first - begin : last - begin]


def lay_round(ring: Signal, sound: Signal, at: float, gain: float = 1.0) -> None:
    """Add a sound to a ring in place; what reaches over its end goes on at its beginning."""
    begin = count(at) % len(ring)
    while len(sound):
        room = len(ring) - begin
        ring[begin : begin + len(sound[:room])] += gain * sound[:room]
        sound, begin = sound[room:], 0


def joined(*parts: Signal | float) -> Signal:
    """Parts one after the other; a number is so many seconds of silence."""
    return np.concatenate([silence(part) if isinstance(part, (int, float)) else part for part in parts])


def mixed(*parts: Signal) -> Signal:
    """Parts that begin together, as long as the longest."""
    result = np.zeros(max(len(part) for part in parts))
    for part in parts:
        result[: len(part)] += part
    return result


def level_rms(signal: Signal) -> float:
    return float(np.sqrt(np.mean(signal**2)))


def even(signal: Signal) -> Signal:
    """The signal with an effective value of one, so that parts of a mix can be weighed against each other."""
    return signal / max(level_rms(signal), 1e-12)


def whole_turns(hertz: float, seconds: float) -> float:
    """The frequency next to ``hertz`` that fits a ring of this length a whole number of times."""
    return max(1, round(hertz * seconds)) / seconds


def between(rng: Rng, low: float, high: float) -> float:
    """A random number between two, every ratio as likely."""
    return float(low * (high / low) ** rng.random())


def weighted(values: Sequence[float]) -> Signal:
    """Weights that sum to one."""
    weights = np.asarray(values, float)
    return weights / weights.sum()
