"""Noise of a given spectrum, and the slow wandering that keeps a sound from standing still."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sim.audio.synthesis.signals import RATE, Rng, Signal, count, even

Spectrum = Sequence[tuple[float, float]]
"""Level over frequency: (hertz, decibels) points, straight between them on a logarithmic axis."""

LOWEST, BELOW = 18.0, 24.0
"""Under so many hertz everything falls by so many decibels an octave: loudspeakers would only move air."""


def response(spectrum: Spectrum, length: int) -> Signal:
    """The amplitude at each frequency of a real Fourier transform of ``length`` samples.

    Over its last point a spectrum falls on as steeply as before it.
    """
    hertz, level = (np.array(column, float) for column in zip(*spectrum, strict=True))
    octaves = np.log2(hertz)
    at = np.log2(np.maximum(np.fft.rfftfreq(length, 1 / RATE), 1.0))
    decibels = np.interp(at, octaves, level)
    if len(spectrum) > 1:
        slope = min(0.0, (level[-1] - level[-2]) / (octaves[-1] - octaves[-2]))
        decibels += slope * np.maximum(0.0, at - octaves[-1])
    decibels -= BELOW * np.maximum(0.0, np.log2(LOWEST) - at)
    return 10 ** (decibels / 20)


def noise(rng: Rng, seconds: float, spectrum: Spectrum = ((20, 0), (16000, 0))) -> Signal:
    """Noise with this spectrum (density in decibels) and an effective value of one. It is a ring."""
    length = count(seconds)
    bins = response(spectrum, length)
    bins[0] = 0
    phases = rng.normal(size=(2, len(bins)))
    return even(np.fft.irfft(bins * (phases[0] + 1j * phases[1]), length))


def wander(rng: Rng, seconds: float, hertz: float, low: float, high: float) -> Signal:
    """A smooth random course between two values that changes about ``hertz`` times a second. It is a ring."""
    length = count(seconds)
    bins = np.zeros(length // 2 + 1, complex)
    turns = max(2, round(hertz * seconds))
    bins[1 : turns + 1] = rng.normal(size=turns) + 1j * rng.normal(size=turns)
    course = even(np.fft.irfft(bins, length))
    return low + (high - low) * (0.5 + 0.5 * np.tanh(course))


def moving_band(rng: Rng, centre: Signal, width: float) -> Signal:
    """Noise in a band ``width`` hertz wide whose centre (hertz, per sample) moves: wind, a skidding tyre."""
    length = len(centre)
    offset = np.fft.fftfreq(length, 1 / RATE)
    bins = np.exp(-((offset / (width / 2)) ** 2)) * (rng.normal(size=length) + 1j * rng.normal(size=length))
    around_zero = np.fft.ifft(bins)
    return even((around_zero * np.exp(2j * np.pi * np.cumsum(centre) / RATE)).real)
