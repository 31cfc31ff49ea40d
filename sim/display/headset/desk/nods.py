"""A rhythm kept with the head, for who has no hands to press with: each nod is a beat."""

from __future__ import annotations

NOD_DEGREES = 2.5
"""The head goes down by so much for a beat, and comes up by half of it before the next."""


class Nods:
    def __init__(self) -> None:
        self._turning: float | None = None
        self._down = False

    def follow(self, pitch: float) -> bool:
        """Whether the head, now at this pitch in degrees, has just made a nod."""
        if self._turning is None:
            self._turning = pitch
        if self._down:
            self._turning = min(self._turning, pitch)
            if pitch > self._turning + NOD_DEGREES / 2:
                self._down, self._turning = False, pitch
            return False
        self._turning = max(self._turning, pitch)
        if pitch > self._turning - NOD_DEGREES:
            return False
        self._down, self._turning = True, pitch
        return True
