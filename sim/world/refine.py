"""Large triangles cut into smaller ones, so that light kept at vertices can change across a wall."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Array, Mesh

FINEST = 0.36
"""Edges up to so many metres are left whole where people can be."""
COARSENING = 0.10
"""How many metres longer an edge may be for every metre away from there."""
MOST_ADDED = 60_000
"""Triangles at most that cutting may add to a world."""
PASSES = 9
Extent = tuple[float, float, float, float]


def refined(mesh: Mesh, extent: Extent, finest: float = FINEST, most_added: int = MOST_ADDED) -> Mesh:
    """``mesh`` with edges no longer than ``finest`` over ``extent`` (x0, y0, x1, y1), longer ones farther away.

    An edge is cut by its two ends alone, so that neighbours which share it stay closed. When more than
    ``most_added`` triangles would come of it, the edges are left longer.
    """
    limit, edges = finest, _edges(mesh, extent)
    while True:
        cut = _cut(mesh, edges, extent, limit, len(mesh.faces) + most_added)
        if cut is not None:
            return cut
        limit *= 1.3


def _cut(mesh: Mesh, edges: tuple[Array, Array], extent: Extent, finest: float, most: int) -> Mesh | None:
    """The mesh, whose ``_edges`` are known, with its edges cut; None when it has more than ``most`` triangles then."""
    for _ in range(PASSES):
        length, outside = edges
        long = length > finest + COARSENING * outside
        if not long.any():
            break
        if len(mesh.faces) + int(long.sum()) > most:
            return None
        mesh = _halved(mesh, long)
        edges = _edges(mesh, extent)
    return mesh


def _edges(mesh: Mesh, extent: Extent) -> tuple[Array, Array]:
    """How long the edges (m, 3) are and how far outside ``extent`` their middles; edge k goes from corner k to k + 1.

    Coordinate by coordinate: numpy takes several times as long over a sum of two or three numbers a row.
    """
    x, y, z = (column[mesh.faces] for column in mesh.position.T)
    next_x, next_y, next_z = (np.roll(each, -1, axis=1) for each in (x, y, z))
    length = np.sqrt((next_x - x) ** 2 + ((next_y - y) ** 2 + (next_z - z) ** 2))
    x0, y0, x1, y1 = extent
    middle_x, middle_y = (x + next_x) / 2, (y + next_y) / 2
    outside_x = np.maximum(np.maximum(x0 - middle_x, middle_x - x1), 0)
    outside_y = np.maximum(np.maximum(y0 - middle_y, middle_y - y1), 0)
    return length, np.sqrt(outside_x**2 + outside_y**2)


def _halved(mesh: Mesh, long: NDArray[np.bool_]) -> Mesh:
    """The mesh with the edges ``long`` (m, 3) cut in their middles."""
    faces = mesh.faces
    ends = np.stack([faces, np.roll(faces, -1, axis=1)], -1)
    pairs, place = np.unique(np.sort(ends[long], axis=1), axis=0, return_inverse=True)
    middles = np.full(faces.shape, -1, np.int64)
    middles[long] = len(mesh.position) + place.reshape(-1)
    columns = {each.name: getattr(mesh, each.name) for each in fields(mesh) if each.name != "faces"}
    mixed = {name: np.concatenate([values, _between(values, pairs)]) for name, values in columns.items()}
    normal = mixed["normal"]
    mixed["normal"] = (normal / (np.linalg.norm(normal, axis=1, keepdims=True) + 1e-12)).astype(np.float32)
    return replace(mesh, faces=_split_faces(faces, middles).astype(np.int32), **mixed)


def _between(values: Array, pairs: NDArray[np.int32]) -> Array:
    return ((values[pairs[:, 0]] + values[pairs[:, 1]]) / 2).astype(values.dtype)


def _split_faces(faces: NDArray[np.int32], middles: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each triangle in as many parts as it has cut edges, and one more."""
    count = (middles >= 0).sum(1)
    whole = faces[count == 0].astype(np.int64)
    parts = [whole]
    for cuts, turned_to in ((1, 0), (2, 2), (3, 0)):
        chosen = np.flatnonzero(count == cuts)
        if not len(chosen):
            continue
        # Turn each triangle until its first edge is the cut one (one cut), or its last the whole one (two).
        first = np.argmax(middles[chosen] >= 0, axis=1) if cuts == 1 else np.argmin(middles[chosen], axis=1)
        order = (np.arange(3) + (first - turned_to)[:, None]) % 3
        a, b, c = np.take_along_axis(faces[chosen].astype(np.int64), order, 1).T
        ab, bc, ca = np.take_along_axis(middles[chosen], order, 1).T
        if cuts == 1:
            made = [(a, ab, c), (ab, b, c)]
        elif cuts == 2:
            made = [(ab, b, bc), (a, ab, bc), (a, bc, c)]
        else:
            made = [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
        parts += [np.stack(each, 1) for each in made]
    return np.concatenate(parts)
