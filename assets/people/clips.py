"""Clips: what people do, as skinning matrices by frame, shared by everyone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assets.cache import cached, source_key
from assets.people.motion import FPS, Motion
from assets.people.movements import calm, daily, emergency, first_person, harm, machines, mannered, travel, work
from assets.people.poses import solve

NAMED: dict[str, Motion] = {
    **calm.MOTIONS,
    **travel.MOTIONS,
    **work.MOTIONS,
    **machines.MOTIONS,
    **harm.MOTIONS,
    **emergency.MOTIONS,
    **daily.MOTIONS,
}
MOTIONS: dict[str, Motion] = NAMED | mannered.MOTIONS | first_person.MOTIONS
CLIPS: tuple[str, ...] = tuple(NAMED)
"""Names of the clips a scenario may ask for, as its registry has them."""
_SHAPED_BY = tuple(f"assets.people.{name}" for name in ("skeleton", "poses", "motion", "gait", "movements"))


@dataclass(frozen=True)
class Clip:
    """``frames`` (f, 36, 4, 4) float32: skinning matrices for column vectors, from rest pose to pose, metres.

    The eyes look ahead and the lids are open in them; ``lids`` (f,) says how far they are closed, 0..1.

    A looping clip goes on from its last frame to its first; another stays in its last. ``speed`` is how fast
    a walking clip moves over the ground in m/s (for ``PersonMesh.scale`` 1), 0 for the others. ``held`` names
    what the hands hold, of ``held.THINGS``.
    """

    name: str
    frames: NDArray[np.float32]
    fps: float
    loop: bool
    speed: float
    lids: NDArray[np.float32]
    held: str | None = None


@cache
def clips() -> dict[str, Clip]:
    """All clips by name."""

    def build() -> dict[str, NDArray]:
        return {name: solve(motion.channels()).astype(np.float32) for name, motion in MOTIONS.items()}

    frames = cached("clips", (source_key(*_SHAPED_BY),), build)
    return {
        name: Clip(
            name,
            frames[name],
            FPS,
            motion.loop,
            motion.speed,
            motion.channels()["lids"][:, 0].astype(np.float32),
            motion.held,
        )
        for name, motion in MOTIONS.items()
    }
