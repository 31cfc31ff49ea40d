"""People on the CPU: which pose a clip has at a time, and the triangles of a posed person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assets.mesh import Array
from sim.state import ThingState

if TYPE_CHECKING:
    from assets.people import Clip, PersonMesh

STANDING = "idle"


def pose_matrices(clips: dict[str, Clip], thing: ThingState) -> Array:
    """The skinning matrices (23, 4, 4) of a person at a moment, between the clip's frames."""
    clip = clips.get(thing.clip or STANDING) or clips[STANDING]
    count = len(clip.frames)
    at = max(0.0, thing.clip_time) * clip.fps
    at = at % count if clip.loop else min(at, count - 1)
    low = min(int(at), count - 1)
    high = (low + 1) % count if clip.loop else min(low + 1, count - 1)
    share = at - low
    return (clip.frames[low] * (1 - share) + clip.frames[high] * share).astype(np.float32)


def posed_triangles(mesh: PersonMesh, matrices: Array) -> Array:
    """The triangles (m, 3, 3) of a person in its own frame, in metres, bent by ``matrices``."""
    points = np.concatenate([mesh.position, np.ones((len(mesh.position), 1), np.float32)], axis=1)
    moved = np.zeros((len(points), 3), np.float32)
    for slot in range(4):
        matrix = matrices[mesh.joints[:, slot].astype(int)][:, :3]
        moved += mesh.weights[:, slot, None] * np.einsum("nij,nj->ni", matrix, points)
    return (moved * mesh.scale)[mesh.faces]
