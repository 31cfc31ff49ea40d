"""The rock round a mine roadway: walls and roof, the face, the cross-cut at the outby end, the ladder raise."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, joined
from assets.modelling import cloth, rock
from assets.modelling.materials import Material
from assets.modelling.roughness import broken
from assets.props.parts.roadway_arch import HALF, WALL, section_line

FACE, OUTBY = 30.0, -12.0
"""y of the working face, and where the roadway leaves the cross-cut."""
CROSS_Y = -14.5
"""y of the middle of the cross-cut."""
RAISE = (2.05, 3.55, 5.62, 6.98, 2.25)
"""x0, x1, y0, y1 of the ladder raise in the right wall, and the height of its mouth."""
Relief = Callable[[NDArray, NDArray], NDArray]


def _ring(y: NDArray, relief: Relief, outward: float, count: int) -> NDArray:
    """Points (len(y), n, 3) of the broken surface round sections at ``y``."""
    flat = section_line(outward, count, foot=-0.35)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(flat, axis=0), axis=1))])
    middle = np.array([0.0, WALL])
    away = flat - middle
    away[flat[:, 1] < WALL, 1] = 0
    away /= np.linalg.norm(away, axis=1)[:, None]
    u, v = np.meshgrid(along, y)
    out = relief(u, v)
    points = flat[None] + away[None] * out[..., None]
    return np.concatenate([points[..., :1], np.broadcast_to(y[:, None, None], (*out.shape, 1)), points[..., 1:]], -1)


def walls(
    y0: float, y1: float, material: Material, relief: Relief, *, step: float = 0.2, outward: float = 0.11
) -> Mesh:
    """Walls and roof from ``y0`` to ``y1``, seen from inside; without the mouth of the ladder raise."""
    y = np.linspace(y0, y1, max(2, round((y1 - y0) / step) + 1))
    mesh = cloth(_ring(y, relief, outward, round(6.6 / step) + 1)[:, ::-1], material, split=30)
    return _without(mesh, _in_raise)


def _in_raise(middle: NDArray) -> NDArray:
    x0, _, y0, y1, top = RAISE
    x, y, z = middle.T
    return (x > x0 - 0.2) & (y > y0) & (y < y1) & (z < top)


def _without(mesh: Mesh, inside: Callable[[NDArray], NDArray]) -> Mesh:
    """The mesh without the triangles whose middles are ``inside``."""
    kept = ~inside(mesh.position[mesh.faces].mean(1))
    return Mesh(mesh.faces[kept], mesh.position, mesh.normal, mesh.uvl, mesh.colour, mesh.surface)


def face(material: Material, relief: Relief, *, step: float = 0.16) -> Mesh:
    """The working face, seen from -y: hollowed only away from the roadway."""
    x, z = np.meshgrid(np.linspace(-2.5, 2.5, round(5 / step)), np.linspace(-0.4, 3.6, round(4 / step)))
    return cloth(np.stack([x, FACE + 0.35 * relief(x + 7, z + 3), z], -1), material, split=30)


def cross_cut(material: Material, relief: Relief) -> Mesh:
    """A roadway along x at the outby end, its mouth towards ours cut out, both ends lost in the dark."""
    x = np.linspace(-24, 24, 97)
    tunnel = cloth(_ring(x, relief, 0.3, 17)[:, ::-1], material, split=30).placed(h=-90).placed(0, CROSS_Y)

    def mouth(middle: NDArray) -> NDArray:
        px, py, pz = middle.T
        arched = np.where(pz < WALL, np.abs(px) < HALF + 0.15, np.hypot(px, pz - WALL) < HALF + 0.15)
        return (py > CROSS_Y + 0.6) & arched

    return _without(tunnel, mouth)


def ladder_raise(material: Material, relief: Relief) -> Mesh:
    """A recess in the right wall that goes up as a narrow shaft to the level above."""
    x0, x1, y0, y1, _ = RAISE
    corners = [(x0 - 0.1, y0), (x1, y0), (x1, y1), (x0 - 0.1, y1)]
    top, panels = 8.5, []
    for (ax, ay), (bx, by) in zip(corners, corners[1:], strict=False):
        panels.append(_rough_wall((ax, ay), (bx, by), -0.3, top, material, relief))
    panels.append(_rough_wall((x0 + 0.06, y1 + 0.1), (x0 + 0.06, y0 - 0.1), RAISE[4], top, material, relief))
    return joined(panels)


def _rough_wall(
    a: tuple[float, float], b: tuple[float, float], foot: float, top: float, material: Material, relief: Relief
) -> Mesh:
    """A rough wall seen from the left of the way from ``a`` to ``b``."""
    length = float(np.hypot(b[0] - a[0], b[1] - a[1]))
    ahead = np.array([(b[0] - a[0]) / length, (b[1] - a[1]) / length])
    t, z = np.meshgrid(
        np.linspace(0, length, max(3, round(length / 0.25) + 1)), np.linspace(foot, top, round((top - foot) / 0.3) + 1)
    )
    back = 0.18 * relief(t + a[0] * 3.1 + a[1], z) * (np.minimum(t, length - t) > 0.01)
    x = a[0] + ahead[0] * t + ahead[1] * back
    y = a[1] + ahead[1] * t - ahead[0] * back
    return cloth(np.stack([x, y, z], -1)[:, ::-1], material, split=30)


def rubble(
    places: list[tuple[float, float, float, float]], material: Material, seed: int, height: Callable | None = None
) -> Mesh:
    """Broken stones: each of ``places`` is the middle of a scatter (x, y, spread) and how many."""
    rng = np.random.default_rng(seed)
    shapes = [rock(1.0, seed + k, material) for k in range(8)]
    stones = []
    for x, y, spread, count in places:
        for _ in range(int(count)):
            size = float(np.clip(rng.lognormal(-2.9, 0.55), 0.02, 0.28))
            px, py = rng.normal(x, spread), rng.normal(y, spread)
            if abs(px) > HALF + 0.05:
                continue
            z = 0.0 if height is None else float(height(np.array([px]), np.array([py]))[0])
            turn = (rng.uniform(0, 360), rng.uniform(-20, 20), rng.uniform(-20, 20))
            stones.append(
                shapes[int(rng.integers(8))]
                .placed(scale=size)
                .placed(px, py, z + size * 0.3, h=turn[0], p=turn[1], r=turn[2])
            )
    return joined(stones)


def relief_of(seed: int, depth: float, blocks: int = 14) -> Relief:
    """Broken rock ``depth`` metres deep at most."""
    return lambda u, v: depth * broken(u, v, seed, blocks=blocks)
