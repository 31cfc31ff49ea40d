"""People on the CPU: which pose one has at a time, and the triangles of a posed person."""

from __future__ import annotations

import hashlib
import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from assets.mesh import Array
from sim.state import ThingState, Vec3

if TYPE_CHECKING:
    from assets.people import Clip, PersonMesh, Regard

NOTICED_WITHIN = 7.0
"""Metres within which people look at the trainee now and then."""


def pose_matrices(clips: dict[str, Clip], thing: ThingState, mesh: PersonMesh, regard: Regard | None = None) -> Array:
    """The skinning matrices (36, 4, 4) of a person at a moment, between the clip's frames."""
    from assets.people import posed

    return posed(mesh, clips, thing.clip, thing.clip_time, regard)


def regard_of(name: str, time: float, eye: Vec3, thing: ThingState, base: Vec3, scale: float) -> Regard:
    """The blink and gaze of the person ``name`` at ``time`` seconds, with the trainee's eye at ``eye``."""
    from assets.people import Regard

    x, y, z = (a - b for a, b in zip(eye, base, strict=True))
    if math.hypot(x, y) >= NOTICED_WITHIN:
        return Regard(time, seed_of(name))
    turn = math.radians(thing.heading)
    c, s = math.cos(turn), math.sin(turn)
    return Regard(time, seed_of(name), np.array((c * x + s * y, c * y - s * x, z)) / scale)


@cache
def seed_of(name: str) -> int:
    """A person's own number, so that no two blink together."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=4).digest(), "big")


def posed_triangles(mesh: PersonMesh, matrices: Array) -> Array:
    """The triangles (m, 3, 3) of a person in its own frame, in metres, bent by ``matrices``."""
    from assets.people.posing import skinned

    return (skinned(mesh, matrices)[0] * mesh.scale)[mesh.faces]
