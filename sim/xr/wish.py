"""What is wished for of a headset."""

from __future__ import annotations

from dataclasses import dataclass

from sim.render.camera import FAR, NEAR


@dataclass(frozen=True)
class Wish:
    """The headset does what it can of it."""

    scale: float = 1.0
    """Of the picture's width and height that the runtime recommends."""
    refresh_hz: float | None = None
    """None: as the runtime has it."""
    depth: bool = True
    """Whether depths go along, where the runtime takes them, so that it can shift a late picture better."""
    near: float = NEAR
    far: float = FAR
    """The planes that pictures are drawn with, metres."""
