"""Blocks: boxes with bevelled edges, and rounded boxes."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold
from numpy.typing import NDArray

from assets.mesh import Mesh
from assets.modelling.finish import crossed, finish
from assets.modelling.materials import Material
from assets.modelling.solids import solid


class _Quads:
    """Collects quads with their wear."""

    def __init__(self) -> None:
        self.points: list[NDArray] = []
        self.wear: list[float] = []

    def add(self, corners: NDArray, outward: NDArray, wear: float) -> None:
        """Quads (k, 4, 3), each turned so that it looks along ``outward``."""
        normal = crossed(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        backward = normal @ outward < 0
        corners = corners.copy()
        corners[backward] = corners[backward, ::-1]
        self.points.append(corners)
        self.wear += [wear] * len(corners)

    def triangles(self) -> tuple[NDArray, NDArray, NDArray]:
        points = np.concatenate(self.points)
        first = np.arange(len(points))[:, None] * 4
        faces = np.concatenate([first + (0, 1, 2), first + (0, 2, 3)], axis=1).reshape(-1, 3)
        return points.reshape(-1, 3), faces, np.repeat(self.wear, 2)


def _strip(lines: NDArray) -> NDArray:
    """The quads between neighbours of a grid of points (a, b, 3), as (k, 4, 3)."""
    return np.stack([lines[:-1, :-1], lines[1:, :-1], lines[1:, 1:], lines[:-1, 1:]], axis=2).reshape(-1, 4, 3)


def box(
    w: float,
    d: float,
    h: float,
    material: Material,
    *,
    bevel: float = 0.01,
    grid: float = 0.6,
    wear: float = 1.0,
    centred: bool = False,
) -> Mesh:
    """A box of ``w`` (x) by ``d`` (y) by ``h`` (z) metres with chamfered edges.

    Centred in x and y; stands on z = 0 unless ``centred``. Faces longer than ``grid`` are divided,
    since light is baked at vertices. ``wear`` is what the edges carry.
    """
    half = np.array([w, d, h], np.float64) / 2
    inner = half - min(bevel, *(half * 0.45))
    quads = _Quads()
    spans = [np.linspace(-inner[k], inner[k], max(1, int(np.ceil(2 * half[k] / grid))) + 1) for k in range(3)]
    for axis in range(3):
        a, b = (axis + 1) % 3, (axis + 2) % 3
        for sign in (-1, 1):
            plane = np.zeros((len(spans[a]), len(spans[b]), 3))
            plane[..., a], plane[..., b] = np.meshgrid(spans[a], spans[b], indexing="ij")
            plane[..., axis] = sign * half[axis]
            quads.add(_strip(plane), np.eye(3)[axis] * sign, 0.0)
        for sa in (-1, 1):
            for sb in (-1, 1):
                edge = np.zeros((len(spans[axis]), 2, 3))
                edge[..., axis] = spans[axis][:, None]
                edge[:, 0, a], edge[:, 0, b] = sa * half[a], sb * inner[b]
                edge[:, 1, a], edge[:, 1, b] = sa * inner[a], sb * half[b]
                quads.add(_strip(edge), np.eye(3)[a] * sa + np.eye(3)[b] * sb, wear)
    points, faces, wears = quads.triangles()
    corner_points, corner_faces = _corners(half, inner, len(points))
    points = np.concatenate([points, corner_points])
    if not centred:
        points[:, 2] += h / 2
    faces = np.concatenate([faces, corner_faces])
    return finish(points, faces, material, split=50, wear=np.concatenate([wears, np.full(8, wear)]))


def _corners(half: NDArray, inner: NDArray, offset: int) -> tuple[NDArray, NDArray]:
    """The eight corner triangles of a chamfered box."""
    points, faces = [], []
    for sx in (-1, 1):
        for sy in (-1, 1):
            for sz in (-1, 1):
                sign = np.array([sx, sy, sz])
                corner = np.array([np.where(np.arange(3) == k, half, inner) for k in range(3)]) * sign
                points.append(corner if sx * sy * sz > 0 else corner[::-1])
                faces.append(np.arange(3) + offset + 3 * len(faces))
    return np.concatenate(points), np.array(faces)


def rounded_box(
    w: float, d: float, h: float, material: Material, *, radius: float = 0.03, segments: int = 16, wear: float = 0.3
) -> Mesh:
    """A box with round edges and corners, standing on z = 0; ``segments`` round a full circle."""
    radius = min(radius, w / 2.001, d / 2.001, h / 2.001)
    ball = Manifold.sphere(radius, segments)
    x, y, z = w / 2 - radius, d / 2 - radius, h / 2 - radius
    corners = [ball.translate([sx * x, sy * y, sz * z]) for sx in (-1, 1) for sy in (-1, 1) for sz in (-1, 1)]
    return solid(Manifold.batch_hull(corners).translate([0, 0, h / 2]), material, split=60, wear=wear)
