"""Rays against triangles on the CPU, by Embree."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from embreex.mesh_construction import TriangleMesh
from numpy.typing import NDArray

from assets.embree import new_scene
from assets.mesh import Array


def passing(directions: Array, middles: Array, radii: Array) -> NDArray[np.bool_]:
    """Which unit directions (n, 3) from the origin pass which spheres (k, n), round ``middles`` (k, 3)."""
    along = middles @ directions.T
    beside = (middles**2).sum(1)[:, None] - along**2
    return (along > -radii[:, None]) & (beside < radii[:, None] ** 2)


@dataclass(frozen=True)
class Hits:
    """What rays met: ``triangle`` (n,) index or -1, ``distance`` (n,) metres or infinity."""

    triangle: NDArray[np.int32]
    distance: Array


class RayTarget:
    """Triangles (m, 3, 3) in metres that rays can be sent against."""

    def __init__(self, triangles: Array) -> None:
        self.triangles = np.ascontiguousarray(triangles, np.float32).reshape(-1, 3, 3)
        points = self.triangles.reshape(-1, 3) if len(self.triangles) else np.zeros((1, 3), np.float32)
        low, high = points.min(0), points.max(0)
        self.middle = (low + high) / 2
        """(3,) of the box round it."""
        self.radius = float(np.linalg.norm(high - low)) / 2
        """Of the sphere round that box, in metres."""
        self._scene = new_scene()
        if len(self.triangles):
            TriangleMesh(self._scene, self.triangles)

    def hits(self, origins: Array, directions: Array) -> Hits:
        """The nearest triangle along each ray; origins and directions (n, 3), directions unit length."""
        count = len(origins)
        if not len(self.triangles) or not count:
            return Hits(np.full(count, -1, np.int32), np.full(count, np.inf, np.float32))
        found = self._scene.run(
            np.ascontiguousarray(origins, np.float32), np.ascontiguousarray(directions, np.float32), output=True
        )
        triangle = np.asarray(found["primID"], np.int32)
        return Hits(triangle, np.where(triangle < 0, np.inf, found["tfar"]).astype(np.float32))

    def nearest(self, origins: Array, directions: Array) -> NDArray[np.int32]:
        """Only the index of the nearest triangle, -1 for none."""
        if not len(self.triangles) or not len(origins):
            return np.full(len(origins), -1, np.int32)
        run = self._scene.run(np.ascontiguousarray(origins, np.float32), np.ascontiguousarray(directions, np.float32))
        return np.asarray(run, np.int32)

    def blocked(self, origins: Array, directions: Array, reach: Array) -> NDArray[np.bool_]:
        """Whether anything is met (n,) before ``reach`` (n,) metres along each ray."""
        if not len(self.triangles) or not len(origins):
            return np.zeros(len(origins), bool)
        found = self._scene.run(
            np.ascontiguousarray(origins, np.float32), np.ascontiguousarray(directions, np.float32),
            dists=np.ascontiguousarray(reach, np.float32), query="OCCLUDED",
        )  # fmt: skip
        return np.asarray(found) == 0
