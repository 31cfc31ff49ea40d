"""A sound ready to be played: samples, whether they go round, and as the file that players read."""

from __future__ import annotations

import io
import wave
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.audio.synthesis.signals import RATE, Signal


@dataclass(frozen=True)
class Recording:
    """Mono, 16 bit, ``RATE`` samples a second. One that ``loops`` goes on with its first sample after its last."""

    samples: NDArray[np.int16]
    loops: bool

    @classmethod
    def of(cls, signal: Signal, *, loops: bool) -> Recording:
        """From a signal of -1..1."""
        return cls(np.round(np.clip(signal, -1, 1) * 32767).astype(np.int16), loops)

    @property
    def seconds(self) -> float:
        return len(self.samples) / RATE

    @property
    def signal(self) -> Signal:
        return self.samples / 32767.0

    def wav(self) -> bytes:
        """The bytes of a WAV file."""
        file = io.BytesIO()
        with wave.open(file, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(self.samples.astype("<i2").tobytes())
        return file.getvalue()
