"""The clock of a session in a headset: it shows the moment at which the picture will be seen."""

from __future__ import annotations

from datetime import datetime

from common.clock import Clock, SystemClock

LONGEST_FRAME = 0.25
"""Seconds. What is longer is no frame but a gap: the headset slept, or its runtime was started again."""


class FrameClock:
    """Goes on from frame to frame by the headset's predicted display times, and stands still while it is held.

    A gap between two frames, and a display time that starts anew, count as no time, so that a session goes on
    where it was.
    """

    def __init__(self, wall: Clock | None = None) -> None:
        self._wall = wall or SystemClock()
        self._shown: float | None = None
        self._elapsed = 0.0
        self.held = False

    def show(self, display_time: float) -> float:
        """Go on to the frame that is seen at ``display_time``, seconds on the runtime's clock. Gives how many
        seconds it comes after the one before; held or not."""
        passed = 0.0 if self._shown is None else display_time - self._shown
        self._shown = display_time
        step = passed if 0.0 < passed <= LONGEST_FRAME else 0.0
        if not self.held:
            self._elapsed += step
        return step

    def now(self) -> datetime:
        return self._wall.now()

    def monotonic(self) -> float:
        return self._elapsed
