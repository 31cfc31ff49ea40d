"""The piece of surface that a vertex speaks for: its share of the faces round it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Array, Mesh

REACH = 0.6
"""How far towards the other corners of a face a vertex's piece goes."""
INWARD, INWARD_SHARE = 0.03, 0.25
"""At least so many metres, or such a share of the way, from the vertex: in a corner the very point lies in both
walls."""


class VertexAreas:
    """Gives points spread over the pieces of a mesh's vertices.

    Light found at a vertex itself would be that behind a pipe which happens to cross there, and would be
    shown over the whole width of the faces.
    """

    def __init__(self, mesh: Mesh) -> None:
        self._position = mesh.position
        self.normal = mesh.normal
        corner = mesh.faces.reshape(-1)
        order = np.argsort(corner, kind="stable")
        faces, place = order // 3, order % 3
        self._others = np.stack([mesh.faces[faces, (place + 1) % 3], mesh.faces[faces, (place + 2) % 3]], 1)
        self._count = np.bincount(corner, minlength=len(mesh.position))
        self._first = np.concatenate([[0], np.cumsum(self._count)[:-1]])

    def __len__(self) -> int:
        return len(self._position)

    def points(self, vertices: NDArray[np.int64], count: int, seed: int) -> Array:
        """So many points (k, count, 3) for each of these vertices (k,)."""
        rng = np.random.default_rng(seed)
        shape = (len(vertices), count)
        own = self._position[vertices][:, None]
        used = np.maximum(self._count[vertices], 1)[:, None]
        pick = np.minimum(
            self._first[vertices][:, None] + (rng.random(shape) * used).astype(int), len(self._others) - 1
        )
        first, second = self._position[self._others[pick, 0]] - own, self._position[self._others[pick, 1]] - own
        a, b = rng.random(shape), rng.random(shape)
        folded = a + b > 1
        a, b = np.where(folded, 1 - a, a)[..., None], np.where(folded, 1 - b, b)[..., None]
        middle = (first + second) / 3
        inward = np.minimum(INWARD / (np.linalg.norm(middle, axis=2, keepdims=True) + 1e-9), INWARD_SHARE)
        moved = (a * first + b * second) * REACH * (1 - inward) + middle * inward
        return (own + np.where(self._count[vertices][:, None, None] > 0, moved, 0)).astype(np.float32)
