"""How much of the open sky each vertex sees past the rest of the body."""

from __future__ import annotations

import numpy as np
from embreex.mesh_construction import TriangleMesh
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from assets.embree import new_scene

REACH = 0.35
"""Metres beyond which a body part no longer darkens another."""
LIFT = 0.0035
FACING = 0.03
"""Metres that a right angle between two normals counts for when the nearest vertex is looked for."""


def ambient_occlusion(position: NDArray, normal: NDArray, faces: NDArray, rays: int = 64) -> NDArray[np.float32]:
    """(n,) from 0, buried, to 1, open; cosine-weighted over the hemisphere of each normal."""
    scene = new_scene()
    TriangleMesh(scene, np.ascontiguousarray(position[faces], np.float32))
    origin = np.ascontiguousarray(position + normal * LIFT, np.float32)
    helper = np.where(np.abs(normal[:, 2:]) < 0.9, [[0, 0, 1]], [[1, 0, 0]])
    tangent = np.cross(helper, normal)
    tangent /= np.linalg.norm(tangent, axis=1)[:, None]
    across = np.cross(normal, tangent)
    dark = np.zeros(len(position))
    for x, y, z in _hemisphere(rays):
        direction = np.ascontiguousarray(tangent * x + across * y + normal * z, np.float32)
        distance = scene.run(origin, direction, query="DISTANCE")
        dark += np.clip(1 - distance / REACH, 0, 1) ** 0.7
    return _smoothed(1 - dark / rays, position, faces).astype(np.float32)


def carried_over(
    value: NDArray[np.float32], position: NDArray, normal: NDArray, to_position: NDArray, to_normal: NDArray
) -> NDArray[np.float32]:
    """The occlusion of a coarser mesh of the same shape: that of the finer one's nearest vertex that faces alike."""
    tree = cKDTree(np.concatenate([position, normal * FACING], axis=1))
    _, nearest = tree.query(np.concatenate([to_position, to_normal * FACING], axis=1))
    return value[nearest]


def _smoothed(value: NDArray, position: NDArray, faces: NDArray) -> NDArray:
    """Each vertex halfway to the mean of its neighbours: one dark vertex would streak along its long triangles."""
    _, spot = np.unique(np.round(position, 6), axis=0, return_inverse=True)
    spot = spot.reshape(-1)
    count = spot.max() + 1
    at_spot = np.bincount(spot, value, count) / np.bincount(spot, minlength=count)
    corners = spot[faces]
    total, number = np.zeros(count), np.zeros(count)
    for a, b in ((0, 1), (1, 2), (2, 0)):
        for one, other in ((a, b), (b, a)):
            total += np.bincount(corners[:, one], at_spot[corners[:, other]], count)
            number += np.bincount(corners[:, one], minlength=count)
    return (0.5 * at_spot + 0.5 * total / np.maximum(number, 1))[spot]


def _hemisphere(count: int) -> NDArray:
    """Directions about +z, spread evenly with cosine density (a Fibonacci spiral on the disc)."""
    k = np.arange(count) + 0.5
    turn, radius = k * np.pi * (1 + 5**0.5), np.sqrt(k / count)
    return np.stack([radius * np.cos(turn), radius * np.sin(turn), np.sqrt(1 - radius**2)], -1)
