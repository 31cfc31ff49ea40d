"""What a headset tells for one frame: where head, eyes and hands will be when the picture is seen.

Everything is in the tracking space as Panda3D sees it: x right, y ahead, z up, metres; quaternions are
(w, x, y, z). The space begins on the floor where the runtime knows it (``Tracked.floor``), else at the eyes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Vec3 = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]
Tangents = tuple[float, float, float, float]
"""Of the angles from straight ahead to the left, right, lower and upper side; left and lower are negative."""
Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Pose:
    position: Vec3
    turned: Quaternion = (1.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class EyeView:
    """One eye: where it is and what it sees."""

    pose: Pose
    tangents: Tangents


@dataclass(frozen=True, slots=True)
class Hand:
    """A controller, or a bare hand that the headset's cameras follow.

    A pinch of the bare hand is its trigger, a fist its squeeze.
    """

    kind: Literal["controller", "hand"]
    aim: Pose | None
    """Points along y at what is meant; None while tracking is lost."""
    grip: Pose | None = None
    trigger: float = 0.0
    """0..1."""
    squeeze: float = 0.0
    stick: tuple[float, float] = (0.0, 0.0)
    """Right and ahead, -1..1 each."""
    menu: bool = False


@dataclass(frozen=True, slots=True)
class Tracked:
    """One frame's view of the person."""

    time: float
    """Seconds at which the picture will be seen, on the runtime's clock, which only runs forward."""
    period: float
    """Seconds from frame to frame."""
    head: Pose | None
    """None while tracking is lost."""
    eyes: tuple[EyeView, EyeView] | None
    left: Hand | None = None
    """None while there is no such controller or hand."""
    right: Hand | None = None
    gaze: Pose | None = None
    """Where the eyes look, along y, where the headset follows them."""
    worn: bool = True
    focused: bool = True
    """False while the runtime's own menu has the input."""
    seen: bool = True
    """False while nothing that is drawn would be shown."""
    floor: bool = True
    """Whether z = 0 is the floor; else it is the height of the eyes at the start."""
    bounds: tuple[float, float] | None = None
    """Width and depth of the free area round the space's origin in metres, where the runtime knows it."""
    moved: int = 0
    """Goes up by one whenever the runtime has moved the space itself (its own recentring)."""
