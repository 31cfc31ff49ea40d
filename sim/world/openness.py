"""How much of its surroundings each vertex of a prop sees, for the soft shade in its corners."""

from __future__ import annotations

import hashlib

import numpy as np

from assets.cache import cached
from assets.mesh import Array, Mesh
from sim.world.hemisphere import cosine_directions, tangents
from sim.world.rays import RayTarget

REACH = 0.6
"""Metres beyond which nothing darkens."""


def openness(mesh: Mesh, rays: int = 32, reach: float = REACH) -> Array:
    """How much (n,) each vertex of a mesh in its own frame sees past the mesh itself and the ground, 0..1."""
    target = RayTarget(mesh.position[mesh.faces])
    along, across = tangents(mesh.normal)
    x, y, z = cosine_directions(rays, 7).T
    directions = (
        along[:, None] * x[:, None] + across[:, None] * y[:, None] + mesh.normal[:, None] * z[:, None]
    ).reshape(-1, 3).astype(np.float32)  # fmt: skip
    origins = np.repeat(mesh.position + mesh.normal * 0.004, rays, axis=0).astype(np.float32)
    distance = target.hits(origins, directions).distance
    seen = np.clip(distance / reach, 0, 1)
    height = origins[:, 2] - mesh.position[:, 2].min()
    falling = directions[:, 2] < -0.05
    to_ground = np.where(falling, height / np.maximum(-directions[:, 2], 0.05), np.inf)
    seen = np.minimum(seen, np.clip(0.45 + to_ground / (2 * reach), 0, 1))
    return seen.reshape(-1, rays).mean(1).astype(np.float32)


def openness_of(mesh: Mesh) -> Array:
    """The openness of a prop's mesh from the cache, found now when it is not there."""
    digest = hashlib.sha256()
    for array in (mesh.faces, mesh.position, mesh.normal):
        digest.update(np.ascontiguousarray(array).tobytes())
    return cached("openness", (digest.hexdigest(),), lambda: {"openness": openness(mesh)})["openness"]
