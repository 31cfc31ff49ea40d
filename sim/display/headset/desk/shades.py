"""What lies over the view: narrowed while moving, dark while leaping, the edge of the free area."""

from __future__ import annotations

from sim.display.headset.desk.rig import Rig
from sim.state import Vec3
from sim.xr.tracked import Tracked

VIGNETTE_FROM, VIGNETTE_FULL = 20.0, 90.0
"""Degrees a second of turning by other than the own head, from nothing to all of it."""
TURN_SECONDS = 0.3
"""A turn at once is felt like one over so long,"""
VIGNETTE_SECONDS = 0.35
"""and the view widens again over so long."""
BLINK_SECONDS = 0.2
FADE_SECONDS = 0.3
WALL_METRES = 0.6
"""So near to the edge of the free area it begins to show."""


class Shades:
    """Dies away by itself; ``blink`` and ``turned`` begin it anew."""

    def __init__(self, *, vignette: bool) -> None:
        self._narrows = vignette
        self.vignette = 0.0
        self.dark = 0.0
        self._leaving = False

    def pass_by(self, step: float) -> None:
        """Let ``step`` seconds pass."""
        self.vignette = max(0.0, self.vignette - step / VIGNETTE_SECONDS)
        if self._leaving:
            self.dark = min(1.0, self.dark + step / FADE_SECONDS)
        else:
            self.dark = max(0.0, self.dark - step / BLINK_SECONDS)

    def turned(self, degrees: float) -> None:
        """The view was turned by so much at once."""
        rate = abs(degrees) / TURN_SECONDS
        self._narrow((rate - VIGNETTE_FROM) / (VIGNETTE_FULL - VIGNETTE_FROM))

    def blink(self) -> None:
        """The trainee was moved at once: dark, and up again."""
        self.dark = 1.0
        self._narrow(1.0)

    def leave(self) -> None:
        """Fade out, and stay dark."""
        self._leaving = True

    @property
    def left(self) -> bool:
        """It has faded out."""
        return self._leaving and self.dark >= 1.0

    def _narrow(self, share: float) -> None:
        if self._narrows:
            self.vignette = max(self.vignette, min(1.0, max(0.0, share)))


def wall(tracked: Tracked) -> float:
    """How near head or hands are to the edge of the free area, 0..1."""
    if tracked.bounds is None:
        return 0.0
    width, depth = tracked.bounds
    grips = (hand.grip for hand in (tracked.left, tracked.right) if hand is not None)
    poses = [pose for pose in (tracked.head, *grips) if pose is not None]
    free = [min(width / 2 - abs(pose.position[0]), depth / 2 - abs(pose.position[1])) for pose in poses]
    return max(0.0, min(1.0, 1 - min(free) / WALL_METRES)) if free else 0.0


def corners(tracked: Tracked, rig: Rig) -> tuple[Vec3, Vec3, Vec3, Vec3] | None:
    """Of the free area on the ground, in the world."""
    if tracked.bounds is None:
        return None
    right, ahead = tracked.bounds[0] / 2, tracked.bounds[1] / 2
    ground = rig.ground[2]
    flat = (rig.point((x, y, 0.0)) for x, y in ((-right, -ahead), (right, -ahead), (right, ahead), (-right, ahead)))
    a, b, c, d = ((x, y, ground) for x, y, _ in flat)
    return a, b, c, d
