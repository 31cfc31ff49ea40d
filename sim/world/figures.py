"""People on the CPU: which pose one has at a time, and the triangles of a posed person."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from assets.mesh import Array, rotation
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

    way = np.asarray(eye, float) - np.asarray(base, float)
    near = float(np.hypot(way[0], way[1])) < NOTICED_WITHIN
    return Regard(time, seed_of(name), rotation(thing.heading).T @ way / scale if near else None)


def seed_of(name: str) -> int:
    """A person's own number, so that no two blink together."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=4).digest(), "big")


def posed_triangles(mesh: PersonMesh, matrices: Array) -> Array:
    """The triangles (m, 3, 3) of a person in its own frame, in metres, bent by ``matrices``."""
    from assets.people.posing import skinned

    return (skinned(mesh, matrices)[0] * mesh.scale)[mesh.faces]
