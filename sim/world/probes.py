"""Light in the air: a coarse grid of probes, for whatever moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Array
from sim.state import Vec3

GroundHeight = Callable[[NDArray, NDArray], NDArray]

AXES = np.array([(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)], np.float32)
"""The directions that a probe looks in, in the order of its six colours."""
LEVELS = (0.9, 2.5, 6.5, 13.0)
MOST_PER_AXIS = 22
STEP = 1.25
LEAST_APART = 1.0
"""Metres between two heights of the grid, where the ground has several."""
BURIED = 0.06


@dataclass(frozen=True)
class ProbeGrid:
    """``colours`` (nz, ny, nx, 6, 3): irradiance towards +x, -x, +y, -y, +z, -z; ``x``, ``y`` and ``z``
    the coordinates of the grid's planes."""

    colours: Array
    x: Array
    y: Array
    z: Array

    def at(self, point: Vec3) -> Array:
        """The six colours (6, 3) at a point, between the probes around it."""
        found = self.colours
        for planes, value in zip((self.z, self.y, self.x), reversed(point), strict=True):
            place = np.interp(value, planes, np.arange(len(planes)))
            low = min(int(place), len(planes) - 2) if len(planes) > 1 else 0
            high = min(low + 1, len(planes) - 1)
            share = place - low
            found = found[low] * (1 - share) + found[high] * share
        return found.astype(np.float32)


def grid_planes(extent: tuple[float, float, float, float], height: GroundHeight) -> tuple[Array, Array, Array]:
    """Where the grid's planes lie over an extent (x0, y0, x1, y1) of a ground with such heights."""

    def planes(low: float, high: float) -> Array:
        count = int(np.clip(np.ceil((high - low) / STEP) + 1, 2, MOST_PER_AXIS))
        return np.linspace(low, high, count, dtype=np.float32)

    x0, y0, x1, y1 = extent
    x, y = planes(x0, x1), planes(y0, y1)
    floors = height(*np.meshgrid(x, y))
    levels = np.concatenate([floors.min() + LEVELS, floors.max() + LEVELS])
    apart = np.round(levels / LEAST_APART) * LEAST_APART
    return x, y, np.sort(levels[np.unique(apart, return_index=True)[1]]).astype(np.float32)


def grid_points(x: Array, y: Array, z: Array) -> Array:
    """All points (nz * ny * nx, 3) of the grid."""
    zz, yy, xx = np.meshgrid(z, y, x, indexing="ij")
    return np.stack([xx, yy, zz], -1).reshape(-1, 3)


def unburied(colours: Array) -> Array:
    """The probes (nz, ny, nx, 6, 3) with those that lie inside something taken from their open neighbours."""
    dark = colours.mean((-1, -2)) < BURIED * colours.mean()
    if not dark.any() or dark.all():
        return colours
    open_points = np.argwhere(~dark)
    repaired = colours.copy()
    for index in np.argwhere(dark):
        nearest = open_points[np.argmin(((open_points - index) ** 2).sum(1))]
        repaired[tuple(index)] = colours[tuple(nearest)]
    return repaired
