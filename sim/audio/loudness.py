"""How loud a sound is to an ear, and how it is brought to its level without ever exceeding the highest.

Loudness is measured after ITU-R BS.1770: the two K-weighting filters (the head's treble shelf, and the
ear's deafness to the lowest), then the mean power. What goes on is measured over its whole length; a
single sound by its loudest 0.4 s, as an ear takes it in.

Levels in the registry are decibels at the ear, when the van's loudspeakers or headsets are set so that a
full-scale 1 kHz tone gives ``FULL_SCALE_DB``. No sample reaches full scale, so nothing in a session is
louder than that: the limit of the content rules, whatever the accident.
"""

from __future__ import annotations

import numpy as np
from scipy.fft import next_fast_len
from scipy.ndimage import minimum_filter1d, uniform_filter1d
from scipy.signal import freqz

from sim.audio.synthesis.signals import RATE, Signal, count

FULL_SCALE_DB = 85.0
TONE_LOUDNESS = -3.01
"""What BS.1770 gives for a full-scale 1 kHz tone in one channel, in LKFS."""
CEILING = 0.92
"""The highest sample."""
MOMENT = 0.4
LIMITER_SECONDS = 0.004
ROUNDS = 12


def _k_weighting(length: int) -> Signal:
    """The power gain of the K filters at each frequency of a Fourier transform of ``length`` samples."""
    hertz = np.fft.rfftfreq(length, 1 / RATE)
    power = np.ones(len(hertz))
    for b, a in (_shelf(), _highpass()):
        power *= np.abs(freqz(b, a, worN=hertz, fs=RATE)[1]) ** 2
    return power


def _shelf() -> tuple[list[float], list[float]]:
    """Four decibels more treble from about 1.7 kHz (the constants of BS.1770 for any sampling rate)."""
    k = np.tan(np.pi * 1681.974450955533 / RATE)
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    middle = high**0.4996667741545416
    a0 = 1 + k / q + k * k
    b = [(high + middle * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - middle * k / q + k * k) / a0]
    return b, [1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]


def _highpass() -> tuple[list[float], list[float]]:
    """What the ear hardly hears, under about 38 Hz, taken away."""
    k = np.tan(np.pi * 38.13547087602444 / RATE)
    q = 0.5003270373238773
    a0 = 1 + k / q + k * k
    return [1.0, -2.0, 1.0], [1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]


def loudness(signal: Signal, *, loops: bool) -> float:
    """K-weighted loudness in LKFS: of the whole when it loops, of the loudest ``MOMENT`` otherwise."""
    window = count(MOMENT)
    padded = signal if loops else np.pad(signal, (0, next_fast_len(len(signal) + window) - len(signal)))
    bins = np.fft.rfft(padded) * np.sqrt(_k_weighting(len(padded)))
    power = np.fft.irfft(bins, len(padded)) ** 2
    mean = power.mean() if loops else uniform_filter1d(power, window, mode="constant").max()
    return -0.691 + 10 * float(np.log10(max(mean, 1e-20)))


def decibels(signal: Signal, *, loops: bool) -> float:
    """The level at the ear, in decibels."""
    return loudness(signal, loops=loops) - TONE_LOUDNESS + FULL_SCALE_DB


def limited(signal: Signal, *, loops: bool) -> Signal:
    """The signal with its peaks held under ``CEILING`` by a gain that looks ahead and moves smoothly."""
    mode = "wrap" if loops else "nearest"
    width = 2 * count(LIMITER_SECONDS / 2) + 1
    wanted = np.minimum(1.0, CEILING / np.maximum(np.abs(signal), 1e-9))
    if wanted.min() == 1.0:
        return signal
    return signal * uniform_filter1d(minimum_filter1d(wanted, width, mode=mode), width, mode=mode)


def levelled(signal: Signal, level: float, *, loops: bool) -> Signal:
    """The signal at ``level`` decibels at the ear, its peaks limited."""
    gain, result = 1.0, signal
    for _ in range(ROUNDS):
        missing = level - decibels(result, loops=loops)
        if abs(missing) < 0.05:
            break
        gain *= 10 ** (missing / 20)
        result = limited(signal * gain, loops=loops)
    return result
