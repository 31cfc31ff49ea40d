"""How many frames a headset gets, and how many came too late: told by when they are seen."""

from __future__ import annotations

from collections import deque

WINDOW = 1.0
"""Seconds over which the rate is told."""
REST = 0.5
"""Seconds without a frame after which there was a rest, not a row of late frames."""


class Pace:
    """Fed with the time at which every frame is seen."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()
        self.dropped = 0

    def frame(self, seen_at: float, period: float) -> None:
        """A frame is seen at ``seen_at``, ``period`` seconds after the one before it if none was late."""
        gap = seen_at - self._times[-1] if self._times else 0.0
        if not 0 < gap < REST:
            self.rest()  # or the runtime's clock was started anew
        elif period > 0:
            self.dropped += max(0, round(gap / period) - 1)
        self._times.append(seen_at)
        while self._times[0] <= seen_at - WINDOW:
            self._times.popleft()

    def rest(self) -> None:
        """No frames are asked for."""
        self._times.clear()

    @property
    def fps(self) -> float:
        if len(self._times) < 2:
            return 0.0
        return (len(self._times) - 1) / (self._times[-1] - self._times[0])
