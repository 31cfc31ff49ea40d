"""Whether the headset is worn and sees what it must, and for how long it has been worn."""

from __future__ import annotations

from typing import Literal

from sim.xr.tracked import Tracked

Trouble = Literal["off", "menu", "lost", "controllers"]
"""It is not on a head, its own menu is open, it does not know where it is, the controllers are off."""
LOST_SECONDS = 0.4
BACK_SECONDS = 0.7
"""So long things are well again before it goes on."""
GAP_SECONDS = 2.0
"""Without frames for so long it slept."""


class Wearing:
    """``worn_before``: seconds that this person wore it already today."""

    def __init__(self, worn_before: float = 0.0) -> None:
        self.worn_seconds = worn_before
        self.trouble: Trouble | None = None
        self._unseen = 0.0
        self._well = 0.0
        self._last: float | None = None

    def follow(self, tracked: Tracked, step: float, *, controllers_gone: bool) -> Trouble | None:
        """One frame, ``step`` seconds after the one before; what is wrong with it."""
        gap = self._last is not None and not 0 <= tracked.time - self._last <= GAP_SECONDS
        self._last = tracked.time
        self._unseen = self._unseen + step if tracked.head is None else 0.0
        if tracked.worn:
            self.worn_seconds += step
        found = self._found(tracked, gap=gap, controllers_gone=controllers_gone)
        if found is not None:
            self.trouble, self._well = found, 0.0
        elif self.trouble is not None:
            self._well += step
            if self._well >= BACK_SECONDS:
                self.trouble = None
        return self.trouble

    def _found(self, tracked: Tracked, *, gap: bool, controllers_gone: bool) -> Trouble | None:
        if gap or not (tracked.worn and tracked.seen):
            return "off"
        if not tracked.focused:
            return "menu"
        if self._unseen >= LOST_SECONDS:
            return "lost"
        return "controllers" if controllers_gone else None
