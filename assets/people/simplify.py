"""Thin out a coloured mesh without moving the lines between its colours.

Vertices collapse onto neighbours, cheapest first by quadric error. A line (a colour border or an open
edge) is guarded twice: planes upright on it enter the error, and a vertex of a line may only slide
along it. Plain floats, since numpy is slow on single vectors.
"""

from __future__ import annotations

import heapq
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float, float]
Quadric = list[float]
STRAIGHTNESS = 0.5
"""A collapse may not turn a triangle by more than the angle of this cosine."""
SLIVER = 0.03


class Collapse:
    """A mesh being thinned; ``run`` again with a lower target for the next level of detail."""

    def __init__(self, vertices: NDArray, faces: NDArray, regions: NDArray, line_weight: float) -> None:
        """``vertices`` (n, 3), ``faces`` (m, 3), ``regions`` (m,) the colour of each face.

        ``line_weight`` is the error of a line moving aside, as a multiple of the surface's.
        """
        self.line_weight = line_weight
        self.points: list[Point] = [tuple(p) for p in vertices.tolist()]
        self.faces: list[list[int]] = faces.tolist()
        self.regions: list[int] = regions.tolist()
        self.alive = [True] * len(self.faces)
        self.count = len(self.faces)
        self.faces_of: list[set[int]] = [set() for _ in self.points]
        for k, face in enumerate(self.faces):
            for v in face:
                self.faces_of[v].add(k)
        self.line_of: list[set[int]] = [set() for _ in self.points]
        self.version = [0] * len(self.points)
        self.heap: list[tuple[float, int, int, int, int]] = []
        self.quadrics = self._plane_quadrics(vertices, faces)
        for a, b in self._find_lines():
            self._offer(a, b)

    def run(self, target: int) -> None:
        """Collapse until at most ``target`` triangles are left, or no collapse is allowed any more."""
        while self.count > target and self.heap:
            _, gone, kept, gone_version, kept_version = heapq.heappop(self.heap)
            fresh = self.version[gone] == gone_version and self.version[kept] == kept_version
            if fresh and self._allowed(gone, kept):
                self._collapse(gone, kept)

    def result(self) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
        """Vertices, faces and regions of what is left."""
        alive = np.array(self.alive)
        used, inverse = np.unique(np.array(self.faces)[alive], return_inverse=True)
        return np.array(self.points)[used], inverse.reshape(-1, 3), np.array(self.regions)[alive]

    def _plane_quadrics(self, vertices: NDArray, faces: NDArray) -> list[Quadric]:
        corners = vertices[faces]
        normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        area = np.linalg.norm(normal, axis=1)
        normal /= np.maximum(area, 1e-14)[:, None]
        plane = np.concatenate([normal, -(normal * corners[:, 0]).sum(1, keepdims=True)], axis=1)
        i, j = np.triu_indices(4)
        product = plane[:, i] * plane[:, j] * area[:, None]
        total = np.zeros((len(vertices), 10))
        for k in range(3):
            np.add.at(total, faces[:, k], product)
        self._normals = normal
        return total.tolist()

    def _find_lines(self) -> list[tuple[int, int]]:
        """All edges; those that are lines are entered with the planes that guard them."""
        edges: dict[tuple[int, int], list[int]] = {}
        for k, (a, b, c) in enumerate(self.faces):
            for edge in ((a, b), (b, c), (c, a)):
                edges.setdefault((min(edge), max(edge)), []).append(k)
        for (a, b), beside in edges.items():
            if len(beside) == 2 and self.regions[beside[0]] == self.regions[beside[1]]:
                continue
            self.line_of[a].add(b)
            self.line_of[b].add(a)
            for k in beside:
                self._guard(a, b, self._normals[k])
        return list(edges)

    def _guard(self, a: int, b: int, normal: NDArray) -> None:
        start = np.array(self.points[a])
        upright = np.cross(np.array(self.points[b]) - start, normal)
        size = float(np.linalg.norm(upright))
        if size < 1e-12:
            return
        plane = np.append(upright / size, -(upright / size) @ start)
        i, j = np.triu_indices(4)
        guard = (plane[i] * plane[j] * size * size * self.line_weight).tolist()
        for v in (a, b):
            self.quadrics[v] = [x + y for x, y in zip(self.quadrics[v], guard, strict=True)]

    def _along_line(self, gone: int, kept: int) -> bool:
        line = self.line_of[gone]
        return not line or (len(line) == 2 and kept in line)

    def _offer(self, a: int, b: int) -> None:
        for gone, kept in ((a, b), (b, a)):
            if self._along_line(gone, kept):
                entry = (self._cost(gone, kept), gone, kept, self.version[gone], self.version[kept])
                heapq.heappush(self.heap, entry)

    def _cost(self, gone: int, kept: int) -> float:
        x, y, z = self.points[kept]
        xx, xy, xz, xw, yy, yz, yw, zz, zw, ww = map(float.__add__, self.quadrics[gone], self.quadrics[kept])
        error = (
            x * (xx * x + 2 * (xy * y + xz * z + xw)) + y * (yy * y + 2 * (yz * z + yw)) + z * (zz * z + 2 * zw) + ww
        )
        px, py, pz = self.points[gone]
        apart = ((x - px) ** 2 + (y - py) ** 2 + (z - pz) ** 2) ** 0.5
        return error + 2e-11 * apart

    def _allowed(self, gone: int, kept: int) -> bool:
        if not self._along_line(gone, kept):
            return False
        shared = self.faces_of[gone] & self.faces_of[kept]
        if not shared:
            return False
        ring = {v for k in self.faces_of[gone] for v in self.faces[k]} & {
            v for k in self.faces_of[kept] for v in self.faces[k]
        }
        if len(ring - {gone, kept}) != len(shared):
            return False
        if self.line_of[gone]:
            (other,) = self.line_of[gone] - {kept}
            if other in self.line_of[kept]:
                return False
        return all(self._stays_sound(k, gone, kept) for k in self.faces_of[gone] - shared)

    def _stays_sound(self, k: int, gone: int, kept: int) -> bool:
        before = [self.points[v] for v in self.faces[k]]
        after = [self.points[kept if v == gone else v] for v in self.faces[k]]
        n0, n1 = _cross(*before), _cross(*after)
        l0, l1 = _norm(n0), _norm(n1)
        if l1 < 1e-9:
            return False
        if l0 > 1e-8 and n0[0] * n1[0] + n0[1] * n1[1] + n0[2] * n1[2] < STRAIGHTNESS * l0 * l1:
            return False
        shape = l1 / _longest_square(after)
        return shape >= SLIVER or shape >= l0 / _longest_square(before)

    def _collapse(self, gone: int, kept: int) -> None:
        shared = self.faces_of[gone] & self.faces_of[kept]
        for k in shared:
            self.alive[k] = False
            self.count -= 1
            for v in self.faces[k]:
                self.faces_of[v].discard(k)
        for k in self.faces_of[gone]:
            self.faces[k] = [kept if v == gone else v for v in self.faces[k]]
            self.faces_of[kept].add(k)
        self.faces_of[gone] = set()
        if self.line_of[gone]:
            (other,) = self.line_of[gone] - {kept}
            self.line_of[other] = (self.line_of[other] - {gone}) | {kept}
            self.line_of[kept] = (self.line_of[kept] - {gone}) | {other}
            self.line_of[gone] = set()
            self.version[other] += 1
            self._offer_ring(other)
        self.quadrics[kept] = [x + y for x, y in zip(self.quadrics[kept], self.quadrics[gone], strict=True)]
        self.version[gone] += 1
        self.version[kept] += 1
        self._offer_ring(kept)

    def _offer_ring(self, vertex: int) -> None:
        for v in {v for k in self.faces_of[vertex] for v in self.faces[k]} - {vertex}:
            self._offer(v, vertex)


def _cross(a: Point, b: Point, c: Point) -> Point:
    ux, uy, uz = b[0] - a[0], b[1] - a[1], b[2] - a[2]
    vx, vy, vz = c[0] - a[0], c[1] - a[1], c[2] - a[2]
    return uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx


def _norm(v: Point) -> float:
    return (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) ** 0.5


def _longest_square(corners: list[Point]) -> float:
    ring = [*corners, corners[0]]
    return max((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2 for a, b in pairwise(ring))
