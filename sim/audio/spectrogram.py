"""The picture of a sound: time to the right, pitch upwards, the louder the lighter."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sim.audio.synthesis.signals import RATE, Signal

LOWEST, HIGHEST = 30.0, 15000.0
WINDOW = 2048
RANGE_DB = 72.0
INKS = np.array([(14, 14, 22), (48, 24, 92), (140, 36, 110), (224, 84, 72), (250, 170, 80), (255, 246, 214)], float)
"""From silence to the loudest."""


def spectrogram(signal: Signal, size: tuple[int, int]) -> NDArray[np.uint8]:
    """A picture (height, width, 3) of ``size`` (width, height); pitch is logarithmic, 30 Hz to 15 kHz."""
    width, height = size
    padded = np.pad(signal, WINDOW // 2)
    starts = np.linspace(0, len(padded) - WINDOW, width).astype(int)
    frames = padded[starts[:, None] + np.arange(WINDOW)] * np.hanning(WINDOW)
    power = np.abs(np.fft.rfft(frames, 2 * WINDOW)) ** 2
    edges = np.geomspace(LOWEST, HIGHEST, height + 1) * 2 * WINDOW / RATE
    rows = [
        power[:, int(low) : max(int(low) + 1, int(high) + 1)].max(1)
        for low, high in zip(edges, edges[1:], strict=False)
    ]
    level = 10 * np.log10(np.array(rows)[::-1] + 1e-12)
    share = np.clip((level - level.max()) / RANGE_DB + 1, 0, 1) * (len(INKS) - 1)
    lower = np.minimum(share.astype(int), len(INKS) - 2)
    part = (share - lower)[..., None]
    return (INKS[lower] * (1 - part) + INKS[lower + 1] * part).astype(np.uint8)


def outline(signal: Signal, width: int) -> NDArray[np.float64]:
    """The lowest and the highest sample of each of ``width`` equal pieces of time: (width, 2)."""
    return np.array([(part.min(), part.max()) for part in np.array_split(signal, width)])
