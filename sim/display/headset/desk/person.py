"""What a trainee does in one frame, in the frame of the world."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from sim.display.headset.desk.hand_keys import Keys
from sim.display.headset.desk.rotation import ahead, facing, heading_and_pitch
from sim.state import Vec3
from sim.xr.tracked import Pose, Side


@dataclass(frozen=True, slots=True)
class Pointer:
    """What the trainee points with: a hand, or head or eyes, which choose by resting on a thing."""

    side: Side | None
    """None: head or eyes."""
    start: Vec3
    direction: Vec3
    held: bool = False
    """Its trigger is pulled."""
    pressed: bool = False
    """It was pulled just now."""

    @property
    def dwells(self) -> bool:
        return self.side is None


@dataclass(frozen=True, slots=True)
class HandNow:
    kind: Literal["controller", "hand"]
    aim: Pose | None
    grip: Pose | None
    keys: Keys


@dataclass(frozen=True)
class Person:
    now: float
    """Seconds, rising, pauses included."""
    head: Pose
    pointer: Pointer | None = None
    hands: dict[Side, HandNow] = field(default_factory=dict)
    eyes: Vec3 | None = None
    """Direction of the eyes, where they are followed."""

    @cached_property
    def heading(self) -> float:
        """Which way the head faces."""
        return facing(self.head.turned)

    @cached_property
    def view(self) -> tuple[float, float]:
        """Heading and pitch of the middle of the view."""
        return self.heading, heading_and_pitch(ahead(self.head.turned))[1]

    @cached_property
    def gaze(self) -> tuple[float, float] | None:
        """Heading and pitch of the eyes."""
        return heading_and_pitch(self.eyes) if self.eyes is not None else None
