"""A piece of a person: coloured triangles with smooth normals, not yet bound to joints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

MIRROR = np.array([-1.0, 1.0, 1.0])


@dataclass(frozen=True)
class Patch:
    """``position`` and ``normal`` (n, 3); ``faces`` (m, 3), counter-clockwise from outside; ``regions`` (m,) names.

    A region is a piece of one colour, such as ``skin`` or ``tape``; the palette of the wearer says which.
    """

    position: NDArray[np.float64]
    normal: NDArray[np.float64]
    faces: NDArray[np.int64]
    regions: NDArray[np.str_]

    def mirrored(self) -> Patch:
        return replace(self, position=self.position * MIRROR, normal=self.normal * MIRROR, faces=self.faces[:, ::-1])

    def keeping(self, kept: NDArray[np.bool_]) -> Patch:
        """Only the faces of the mask, with the vertices they need."""
        used, inverse = np.unique(self.faces[kept], return_inverse=True)
        return Patch(self.position[used], self.normal[used], inverse.reshape(-1, 3), self.regions[kept])


def joined(patches: Sequence[Patch]) -> Patch:
    offsets = np.cumsum([0] + [len(patch.position) for patch in patches[:-1]])
    return Patch(
        np.concatenate([patch.position for patch in patches]),
        np.concatenate([patch.normal for patch in patches]),
        np.concatenate([patch.faces + offset for patch, offset in zip(patches, offsets, strict=True)]),
        np.concatenate([patch.regions for patch in patches]),
    )


def both_sides(patch: Patch) -> Patch:
    return joined([patch, patch.mirrored()])


def shaded(position: NDArray, faces: NDArray, regions: NDArray, crease: float = 50.0) -> Patch:
    """A patch with normals smooth across edges that bend by less than ``crease`` degrees, sharp across others."""
    corners = position[faces]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(normal, axis=1)
    sound = area > 1e-12
    faces, regions, normal = faces[sound], np.asarray(regions)[sound], normal[sound]
    direction = normal / area[sound][:, None]
    around: list[list[int]] = [[] for _ in position]
    for k, face in enumerate(faces):
        for v in face:
            around[v].append(k)
    limit = np.cos(np.radians(crease))
    points, normals, index = [], [], {}
    split = np.empty_like(faces)
    for k, face in enumerate(faces):
        for corner, v in enumerate(face):
            near = np.array(around[v])
            smooth = near[direction[near] @ direction[k] > limit]
            total = normal[smooth].sum(0)
            key = (v, *np.round(total / np.linalg.norm(total), 3).tolist())
            if key not in index:
                index[key] = len(points)
                points.append(position[v])
                normals.append(total / np.linalg.norm(total))
            split[k, corner] = index[key]
    return Patch(np.array(points), np.array(normals), split, regions)


def grid_faces(rows: int, columns: int, *, around: bool) -> NDArray[np.int64]:
    """Two triangles for each cell of a grid of ``rows`` x ``columns`` vertices.

    ``around`` joins the last column to the first. Counter-clockwise when rows run up and columns run
    counter-clockwise, as seen from outside.
    """
    cells = columns if around else columns - 1
    row, column = np.meshgrid(np.arange(rows - 1), np.arange(cells), indexing="ij")
    a = row * columns + column
    b = row * columns + (column + 1) % columns
    c, d = b + columns, a + columns
    return np.stack([np.stack([a, b, c], -1), np.stack([a, c, d], -1)], 2).reshape(-1, 3)


def tube(centres: NDArray, radii: NDArray, sides: int, up: NDArray, region: str) -> Patch:
    """A closed round tube along ``centres`` (k, 3) with ``radii`` (k, 2) across and along ``up``."""
    along = np.gradient(centres, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None]
    across = np.cross(along, up)
    across /= np.linalg.norm(across, axis=1)[:, None]
    over = np.cross(across, along)
    turn = 2 * np.pi * np.arange(sides) / sides
    ring = (
        across[:, None] * (np.cos(turn)[None, :, None] * radii[:, None, :1])
        + over[:, None] * (np.sin(turn)[None, :, None] * radii[:, None, 1:])
    )  # fmt: skip
    rings = centres[:, None] + ring
    position = np.concatenate([rings.reshape(-1, 3), centres[:1], centres[-1:]])
    faces = [grid_faces(len(centres), sides, around=True)[:, ::-1]]
    first, last = len(position) - 2, len(position) - 1
    k = np.arange(sides)
    end = (len(centres) - 1) * sides
    faces.append(np.stack([np.full(sides, first), k, (k + 1) % sides], -1))
    faces.append(np.stack([np.full(sides, last), end + (k + 1) % sides, end + k], -1))
    every = np.concatenate(faces)
    return shaded(position, _facing_out(position, every, centres), np.full(len(every), region), crease=75)


def ribbon(left: NDArray, right: NDArray, outward: NDArray, thickness: float, regions: NDArray) -> Patch:
    """A closed band between two edges (k, 3), thick towards ``outward`` (k, 3); ``regions`` (k - 1,) along it."""
    rings = np.stack([left, right, right + outward * thickness, left + outward * thickness], axis=1)
    position = rings.reshape(-1, 3)
    rows = len(left)
    faces = np.concatenate([grid_faces(rows, 4, around=True), [[0, 1, 2], [0, 2, 3]]])
    end = (rows - 1) * 4
    faces = np.concatenate([faces, [[end, end + 2, end + 1], [end, end + 3, end + 2]]])
    names = np.concatenate([np.repeat(regions, 8), np.repeat(regions[:1], 2), np.repeat(regions[-1:], 2)])
    middle = rings.mean(1)
    return shaded(position, _facing_out(position, faces, middle), names, crease=40)


def _facing_out(position: NDArray, faces: NDArray, spine: NDArray) -> NDArray:
    """The faces, all turned over if most of them look towards the spine they surround."""
    corners = position[faces]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    middle = corners.mean(1)
    nearest = spine[np.argmin(np.linalg.norm(middle[:, None] - spine[None], axis=2), axis=1)]
    return faces if (normal * (middle - nearest)).sum() > 0 else faces[:, ::-1]
