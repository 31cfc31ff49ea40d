"""What stands far from every standpoint, with fewer triangles."""

from __future__ import annotations

from dataclasses import replace

import fast_simplification
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from assets.mesh import Array, Mesh, joined

RINGS = ((14.0, 0.5), (26.0, 0.3), (50.0, 0.2), (100.0, 0.14))
"""From so many metres on, such a share of the triangles is kept."""
FROM_TRIANGLES = 240_000
"""Batches with fewer triangles are left as they are."""
UNSEEN = 0.0011
"""A thing smaller than this share of its distance is less than a pixel."""
SCRAP, SCRAP_TRIANGLES = 0.0045, 4
"""A leaf or label smaller than this share of its distance is not missed: it has at most so many triangles."""
SMALLEST_PART = 40
"""Things of fewer triangles are as plain as they can be."""
FEWEST = 12
"""Triangles below which no thing is simplified."""
SHIFT, AREA_CHANGE = 0.045, 0.22
"""How far the bounds of a thing may move, by its size, and its surface change, as a share."""
NORMAL_WEIGHT = 0.4
"""Metres that a normal the other way counts for, when the look of a new corner is taken from the old ones."""


def thinned_out(mesh: Mesh, eyes: Array) -> Mesh:
    """``mesh`` with less detail where it is far from all of ``eyes`` (n, 3); what is not even a pixel is left out."""
    if mesh.triangles < FROM_TRIANGLES:
        return mesh
    part = _parts(mesh)
    distance, size = _distances(mesh, part, eyes)
    count = np.bincount(part)
    ring = np.searchsorted([start for start, _ in RINGS], distance, side="right")
    ring[count < SMALLEST_PART] = 0
    ring[(size < UNSEEN * distance) | ((count <= SCRAP_TRIANGLES) & (size < SCRAP * distance))] = -1
    of_face = ring[part]
    pieces = [_taken(mesh, of_face == 0)]
    for number, (_, kept) in enumerate(RINGS, start=1):
        if (of_face == number).any():
            chosen = of_face == number
            pieces.append(_simplified(_taken(mesh, chosen), part[chosen], kept))
    return joined([piece for piece in pieces if piece.triangles])


def _parts(mesh: Mesh) -> NDArray[np.int32]:
    """For each triangle the number of the connected thing that it belongs to."""
    welded = _welded(mesh.position)
    corners = welded[mesh.faces]
    edges = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]]])
    size = int(welded.max()) + 1
    graph = coo_matrix((np.ones(len(edges), bool), (edges[:, 0], edges[:, 1])), (size, size))
    return connected_components(graph, directed=False)[1][corners[:, 0]]


def _welded(*columns: Array) -> NDArray[np.int64]:
    """A number for each vertex, the same where all columns are."""
    keys = np.column_stack([np.round(column * 2000).astype(np.int64) for column in columns])
    mixed = keys @ (np.int64(1_000_003) ** np.arange(keys.shape[1], dtype=np.int64))
    return np.unique(mixed, return_inverse=True)[1].reshape(-1)


def _distances(mesh: Mesh, part: NDArray[np.int32], eyes: Array) -> tuple[Array, Array]:
    """How far each thing is from the nearest eye, and how large it is, in metres."""
    corners = mesh.position[mesh.faces].reshape(-1, 3)
    of_corner = np.repeat(part, 3)
    order = np.argsort(of_corner, kind="stable")
    starts = np.searchsorted(of_corner[order], np.arange(part.max() + 1))
    low, high = np.minimum.reduceat(corners[order], starts), np.maximum.reduceat(corners[order], starts)
    outside = np.maximum(np.maximum(low[None] - eyes[:, None], eyes[:, None] - high[None]), 0)
    return np.linalg.norm(outside, axis=2).min(0), np.linalg.norm(high - low, axis=1)


def _taken(mesh: Mesh, chosen: NDArray) -> Mesh:
    """Some of a mesh's triangles, by a mask or by their numbers."""
    used, local = np.unique(mesh.faces[chosen], return_inverse=True)
    columns = {name: getattr(mesh, name)[used] for name in ("position", "normal", "uvl", "colour", "surface")}
    return replace(mesh, faces=local.reshape(-1, 3).astype(np.int32), **columns)


def _simplified(mesh: Mesh, part: NDArray[np.int32], kept: float) -> Mesh:
    """The mesh with about such a share of its triangles; edges between colours and textures stay where they are.

    ``part`` (m,) says which thing each triangle belongs to. Each is simplified by itself, and one that would lose
    its shape (a pipe that would become a spike) stays as it is.
    """
    welded = _welded(mesh.position, mesh.colour, mesh.uvl[:, 2:])
    first = np.unique(welded, return_index=True)[1]
    points, faces = mesh.position[first].astype(np.float32), welded[mesh.faces]
    whole = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    order = np.argsort(part, kind="stable")
    left = np.ones(len(part), bool)
    pieces = []
    for thing in np.split(order, np.flatnonzero(np.diff(part[order])) + 1):
        corners = _fewer(points, faces[thing[whole[thing]]], kept)
        if corners is not None:
            left[thing] = False
            pieces.append(_clothed(corners, _taken(mesh, thing)))
    return joined([_taken(mesh, left), *pieces])


def _clothed(corners: Array, old: Mesh) -> Mesh:
    """Triangles (k, 3, 3) of a thing with the look of its old surface; each has one texture, that of the old
    triangle nearest to it."""
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(normals, axis=1)
    corners, normals = corners[length > 1e-10], normals[length > 1e-10] / length[length > 1e-10][:, None]
    middles = np.column_stack([old.position[old.faces].mean(1), old.normal[old.faces].mean(1) * NORMAL_WEIGHT])
    near = cKDTree(middles).query(np.column_stack([corners.mean(1), normals * NORMAL_WEIGHT]))[1]
    layer = old.uvl[old.faces[near, 0], 2]
    # A little inside its own face, a corner between two colours finds the old corner of its own.
    inside = corners + 0.05 * (corners.mean(1, keepdims=True) - corners)
    asked = np.concatenate([inside, np.repeat(normals[:, None], 3, axis=1) * NORMAL_WEIGHT], axis=2)
    looks = np.column_stack([old.position, old.normal * NORMAL_WEIGHT])
    source = np.empty((len(corners), 3), np.int64)
    for each in np.unique(layer):
        of_layer = np.flatnonzero(old.uvl[:, 2] == each)
        source[layer == each] = of_layer[cKDTree(looks[of_layer]).query(asked[layer == each])[1]]
    columns = {name: getattr(old, name)[source.reshape(-1)] for name in ("normal", "uvl", "colour", "surface")}
    return Mesh(
        np.arange(3 * len(corners), dtype=np.int32).reshape(-1, 3), corners.reshape(-1, 3).astype(np.float32), **columns
    )


def _fewer(points: Array, faces: NDArray[np.int64], kept: float) -> Array | None:
    """Corners (k, 3, 3) of one thing with a share of its triangles; None when its shape would suffer."""
    used, local = np.unique(faces, return_inverse=True)
    own, before = points[used], points[faces]
    local = local.reshape(-1, 3).astype(np.int32)
    for share in (kept, kept**0.5):
        if len(faces) * share < FEWEST:
            continue
        simple, rest = fast_simplification.simplify(own, local, target_reduction=1 - share)
        after = simple[rest]
        if len(after) and _alike(before, after):
            return after
    return None


def _alike(before: Array, after: Array) -> bool:
    """Whether triangles (m, 3, 3) fill the same space and show about as much surface as others (k, 3, 3)."""
    low, high = before.reshape(-1, 3).min(0), before.reshape(-1, 3).max(0)
    moved = np.abs(after.reshape(-1, 3).min(0) - low) + np.abs(after.reshape(-1, 3).max(0) - high)
    area, left = _area(before), _area(after)
    return bool((moved <= SHIFT * np.linalg.norm(high - low)).all() and abs(left - area) <= AREA_CHANGE * area)


def _area(corners: Array) -> float:
    crossed = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return float(np.linalg.norm(crossed, axis=1).sum() / 2)
