"""Filters and rooms. Each works on a ring as well as on a single sound."""

from __future__ import annotations

import numpy as np

from sim.audio.synthesis.noise import Spectrum, response
from sim.audio.synthesis.signals import Rng, Signal, count, even, moments


def _quick_length(length: int) -> int:
    """A length not below ``length`` at which the Fourier transform is quick."""
    from scipy.fft import next_fast_len  # slow to import, and a van plays what was built long ago

    return next_fast_len(length)


def coloured(ring: Signal, spectrum: Spectrum) -> Signal:
    """A ring with the levels of its frequencies changed (hertz, decibels), without delay."""
    return np.fft.irfft(np.fft.rfft(ring) * response(spectrum, len(ring)), len(ring))


def tinted(sound: Signal, spectrum: Spectrum) -> Signal:
    """``coloured`` for a single sound: nothing of its end comes round to its beginning."""
    room = _quick_length(2 * len(sound)) - len(sound)
    return coloured(np.concatenate([sound, np.zeros(room)]), spectrum)[: len(sound)]


def lowpass(hertz: float, steep: float = 18.0) -> Spectrum:
    """Everything over a frequency falls by ``steep`` decibels an octave."""
    return ((hertz * 0.7, 0), (hertz, -3), (hertz * 2, -3 - steep), (hertz * 8, -3 - 3 * steep))


def highpass(hertz: float, steep: float = 18.0) -> Spectrum:
    """Everything under a frequency falls by ``steep`` decibels an octave."""
    return ((hertz / 8, -3 - 3 * steep), (hertz / 2, -3 - steep), (hertz, -3), (hertz / 0.7, 0))


def band(low: float, high: float, steep: float = 18.0) -> Spectrum:
    """Only what lies between two frequencies."""
    return (
        (low / 8, -3 - 3 * steep), (low / 2, -3 - steep), (low, -3), (low * 1.2, 0), (max(high * 0.8, low * 1.25), 0),
        (max(high, low * 1.3), -3), (high * 2, -3 - steep), (high * 8, -3 - 3 * steep),
    )  # fmt: skip


def _answer_of(rng: Rng, seconds: float, bright: float) -> Signal:
    """What a room answers to a clap: dense noise that dies within ``seconds`` by 60 dB, the highs sooner."""
    t = moments(seconds * 1.2)
    early = rng.normal(size=len(t)) * (rng.random(len(t)) < np.clip(t / 0.08, 0.01, 1.0))
    tail = np.zeros(len(t))
    for low, high, share in ((60, 400, 1.1), (400, 2500, 1.0), (2500, 9000, bright)):
        tail += coloured(early, band(low, high, 24)) * 10 ** (-3 * t / (seconds * share))
    tail[: count(0.006)] = 0
    return even(tail) / np.sqrt(len(tail))


def in_room(sound: Signal, rng: Rng, seconds: float, wet: float, bright: float = 0.5) -> Signal:
    """A single sound in a room that rings for ``seconds``; ``wet`` is how loud the room is beside the sound.

    The result is longer by the room's answer.
    """
    answer = _answer_of(rng, seconds, bright)
    length = len(sound) + len(answer)
    room = _quick_length(length)
    echo = np.fft.irfft(np.fft.rfft(sound, room) * np.fft.rfft(answer, room), room)[:length]
    return np.concatenate([sound, np.zeros(len(answer))]) + wet * echo


def ring_in_room(ring: Signal, rng: Rng, seconds: float, wet: float, bright: float = 0.5) -> Signal:
    """``in_room`` for a ring, whose echoes go round with it. The room must ring shorter than the ring lasts."""
    answer = _answer_of(rng, seconds, bright)
    return ring + wet * np.fft.irfft(np.fft.rfft(ring) * np.fft.rfft(answer, len(ring)), len(ring))


def overdriven(signal: Signal, drive: float) -> Signal:
    """Squeezed as a small loudspeaker or a horn squeezes: rounder tops, more overtones."""
    return np.tanh(drive * signal) / np.tanh(drive)


def echoed(sound: Signal, *echoes: tuple[float, float]) -> Signal:
    """With single echoes, each (seconds later, how loud)."""
    last = max(later for later, _ in echoes)
    result = np.concatenate([sound, np.zeros(count(last))])
    for later, gain in echoes:
        begin = count(later)
        result[begin : begin + len(sound)] += gain * sound
    return result
