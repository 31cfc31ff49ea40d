"""From a signed distance field to triangles: march, thin out, put back on the field, cut along seams."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import fast_simplification
import numpy as np
from numpy.typing import NDArray
from skimage.measure import marching_cubes

from assets.modelling.finish import weld
from assets.people.distance import Field, gradient, length

Vertices = NDArray[np.float64]
Faces = NDArray[np.int64]
BLOCK = 4
"""Cells along the side of a block; the field is first asked at the blocks' corners only."""


@dataclass(frozen=True)
class Seam:
    """A line on the surface where ``level`` is zero; vertices within ``snap`` metres are moved onto it."""

    level: Callable[[Vertices], NDArray[np.float64]]
    snap: float


def sampled(field: Field, low: NDArray, cells: NDArray, cell: float) -> NDArray[np.float32]:
    """The field on a grid of ``cells`` + 1 points a side, exact near the surface, coarse far from it."""
    blocks = -(-cells // BLOCK)
    corners = _grid_points(low, blocks + 1, cell * BLOCK)
    coarse = field(corners).reshape(blocks + 1)
    near = np.abs(coarse) < cell * BLOCK * 1.75
    wanted = np.zeros(blocks, bool)
    for x in (0, 1):
        for y in (0, 1):
            for z in (0, 1):
                wanted |= near[x : x + blocks[0], y : y + blocks[1], z : z + blocks[2]]
    full = blocks * BLOCK + 1
    values = np.repeat(np.repeat(np.repeat(coarse, BLOCK, 0), BLOCK, 1), BLOCK, 2)[
        : full[0], : full[1], : full[2]
    ].copy()
    fine = np.zeros(full, bool)
    spread = np.repeat(np.repeat(np.repeat(wanted, BLOCK, 0), BLOCK, 1), BLOCK, 2)
    for x in (0, 1):
        for y in (0, 1):
            for z in (0, 1):
                fine[x : x + spread.shape[0], y : y + spread.shape[1], z : z + spread.shape[2]] |= spread
    index = np.argwhere(fine)
    for start in range(0, len(index), 200_000):
        part = index[start : start + 200_000]
        values[tuple(part.T)] = field((low + part * cell).astype(np.float32))
    return values


def _grid_points(low: NDArray, counts: NDArray, step: float) -> NDArray[np.float32]:
    axes = [low[k] + np.arange(counts[k]) * step for k in range(3)]
    return np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3).astype(np.float32)


def marched(field: Field, box: Sequence[Sequence[float]], cell: float, triangles: int) -> tuple[Vertices, Faces]:
    """The zero surface of ``field`` inside ``box``, thinned to about ``triangles`` and projected back onto it."""
    low, high = np.array(box[0], float), np.array(box[1], float)
    cells = np.ceil((high - low) / cell).astype(int)
    values = sampled(field, low, cells, cell)
    vertices, faces, _, _ = marching_cubes(values, 0.0, spacing=(cell,) * 3, gradient_direction="ascent")
    vertices = vertices + low
    if triangles < len(faces):
        vertices, faces = fast_simplification.simplify(
            vertices.astype(np.float64), faces, target_count=triangles, agg=5
        )
    vertices = np.asarray(vertices, np.float64)
    on_plane = vertices[:, 0] < 1e-4 if low[0] == 0 else np.zeros(len(vertices), bool)
    vertices = _projected(field, vertices, on_plane, reach=cell * 0.6)
    vertices, faces, _ = weld(vertices, np.asarray(faces, np.int64))
    return vertices, _outward(field, vertices, faces)


def _projected(field: Field, vertices: Vertices, on_plane: NDArray[np.bool_], reach: float) -> Vertices:
    vertices = vertices.copy()
    for _ in range(3):
        points = vertices.astype(np.float32)
        distance, slope = field(points), gradient(field, points, 1.5e-3)
        step = -(distance / np.maximum((slope * slope).sum(-1), 0.05))[:, None] * slope
        step *= np.minimum(1, reach / np.maximum(length(step), 1e-9))[:, None]
        step[on_plane, 0] = 0
        vertices += 0.8 * step
    vertices[on_plane, 0] = 0
    return vertices


def _outward(field: Field, vertices: Vertices, faces: Faces) -> Faces:
    corners = vertices[faces]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    slope = gradient(field, corners.mean(1).astype(np.float32), 2e-3)
    return faces if (normal * slope).sum() > 0 else faces[:, ::-1]


def cut(vertices: Vertices, faces: Faces, seam: Seam) -> tuple[Vertices, Faces]:
    """Insert the seam's line into the mesh, so that no triangle lies across it."""
    vertices, level = _snapped(vertices, seam)
    sign = np.sign(level)
    corner_signs = sign[faces]
    across = (corner_signs.max(1) > 0) & (corner_signs.min(1) < 0)
    points = list(vertices)
    crossing: dict[tuple[int, int], int] = {}

    def split(a: int, b: int) -> int:
        key = (a, b) if a < b else (b, a)
        if key not in crossing:
            first, second = key
            t = level[first] / (level[first] - level[second])
            crossing[key] = len(points)
            points.append(vertices[first] + (vertices[second] - vertices[first]) * t)
        return crossing[key]

    kept = faces[~across].tolist()
    for triangle in faces[across].tolist():
        signs = [sign[v] for v in triangle]
        if 0 in signs:
            k = signs.index(0)
            a, b, c = triangle[k:] + triangle[:k]
            middle = split(b, c)
            kept += [[a, b, middle], [a, middle, c]]
        else:
            k = next(j for j in range(3) if signs[j] != signs[(j + 1) % 3] and signs[j] != signs[(j + 2) % 3])
            a, b, c = triangle[k:] + triangle[:k]
            m, n = split(a, b), split(a, c)
            kept += [[a, m, n], [m, b, c], [m, c, n]]
    vertices, faces, _ = weld(np.array(points), np.array(kept, np.int64))
    return vertices, faces


def _snapped(vertices: Vertices, seam: Seam) -> tuple[Vertices, NDArray[np.float64]]:
    """Vertices close to the line are put on it, so that the cut leaves no slivers; with their levels."""
    level = np.asarray(seam.level(vertices), float).copy()
    close = np.abs(level) < seam.snap
    if close.any():
        vertices = vertices.copy()
        points = vertices[close]
        step = np.eye(3) * 1e-5
        slope = np.stack([(seam.level(points + e) - seam.level(points - e)) / 2e-5 for e in step], axis=-1)
        steepness = (slope * slope).sum(-1)
        move = -(level[close] / np.maximum(steepness, 0.05))[:, None] * slope
        move[(steepness < 0.05) | (steepness > 20)] = 0
        vertices[close] = points + move
        moved = seam.level(vertices[close])
        level[close] = np.where(np.abs(moved) < 2e-5, 0, moved)
    level[np.abs(level) < 1e-7] = 0
    return vertices, level


def where(mask: Callable[[Vertices], NDArray[np.bool_]], level: Callable[[Vertices], NDArray]) -> Callable:
    """``level`` where ``mask`` holds; elsewhere 0, as on the line, where no triangle is cut: a seam on a part only."""
    return lambda points: np.where(mask(points), level(points), 0.0)
