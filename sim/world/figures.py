"""People on the CPU: which pose one has at a time, and the triangles of a posed person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assets.mesh import Array
from sim.state import ThingState

if TYPE_CHECKING:
    from assets.people import Bearing, Clip, PersonMesh


def pose_matrices(clips: dict[str, Clip], thing: ThingState, mesh: PersonMesh, bearing: Bearing | None = None) -> Array:
    """The skinning matrices (36, 4, 4) of a person at a moment, between the clip's frames."""
    from assets.people import posed

    return posed(mesh, clips, thing.clip, thing.clip_time, bearing)


def posed_triangles(mesh: PersonMesh, matrices: Array) -> Array:
    """The triangles (m, 3, 3) of a person in its own frame, in metres, bent by ``matrices``."""
    from assets.people.posing import skinned

    return (skinned(mesh, matrices)[0] * mesh.scale)[mesh.faces]
