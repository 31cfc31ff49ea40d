"""Bodies lofted through rings of points: cabs, car bodies, helmets, anything with a bent skin.

A ``Skin`` can be asked for at any offset from its nominal surface, so that sheet metal, glass and
lamp lenses which follow the same bend are cut out of it by plain blocks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from manifold3d import CrossSection, FillRule, Manifold
from manifold3d import Mesh as ManifoldMesh
from numpy.typing import ArrayLike, NDArray


def loft(rings: ArrayLike) -> Manifold:
    """A closed body through rings (m, n, 3), each of n points in the same order; both ends are closed flat."""
    rings = np.asarray(rings, np.float64)
    count, sides = rings.shape[:2]
    ring, side = np.meshgrid(np.arange(count - 1), np.arange(sides), indexing="ij")
    a, b = ring * sides + side, ring * sides + (side + 1) % sides
    skin = np.concatenate([np.stack([a, b, b + sides], -1), np.stack([a, b + sides, a + sides], -1)]).reshape(-1, 3)
    k = np.arange(sides)
    middle, last = count * sides, (count - 1) * sides
    start = np.stack([np.full(sides, middle), (k + 1) % sides, k], axis=1)
    end = np.stack([np.full(sides, middle + 1), last + k, last + (k + 1) % sides], axis=1)
    points = np.vstack([rings.reshape(-1, 3), rings[0].mean(0), rings[-1].mean(0)])
    faces = np.vstack([skin, start, end])
    corners = points[faces]
    if np.einsum("ij,ij->", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])) < 0:
        faces = faces[:, ::-1]
    return Manifold(ManifoldMesh(points.astype(np.float32), np.ascontiguousarray(faces, np.uint32)))


def rounded_rectangle(
    x: tuple[float, float], y: tuple[float, float], radii: tuple[float, float], steps: int = 5
) -> NDArray[np.float64]:
    """Points (8 * (steps + 1) / 2, 2), counter-clockwise; ``radii`` of the two corners at high y, then at low y."""
    high, low = (min(radius, (x[1] - x[0]) * 0.499, (y[1] - y[0]) * 0.499) for radius in radii)
    corners = [(x[1] - high, y[1] - high, high, 0), (x[0] + high, y[1] - high, high, 90),
               (x[0] + low, y[0] + low, low, 180), (x[1] - low, y[0] + low, low, 270)]  # fmt: skip
    points = []
    for cx, cy, radius, start in corners:
        angle = np.radians(start + np.linspace(0, 90, steps + 1))
        points.append(np.stack([cx + radius * np.cos(angle), cy + radius * np.sin(angle)], axis=1))
    return np.concatenate(points)


def superellipse(
    half_width: float, low: float, high: float, power: float = 4.0, sides: int = 32
) -> NDArray[np.float64]:
    """A rounded box section (sides, 2) in x, z between ``low`` and ``high``; higher ``power`` is squarer."""
    angle = (np.arange(sides) + 0.5) / sides * 2 * np.pi
    x = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** (2 / power) * half_width
    z = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** (2 / power) * (high - low) / 2
    return np.stack([x, z + (low + high) / 2], axis=1)


def across(outline: ArrayLike, start: float, end: float) -> Manifold:
    """A prism along x, from ``start`` to ``end``, of an outline (n, 2) in y, z."""
    flat = CrossSection([np.asarray(outline, np.float64)], FillRule.EvenOdd)
    return Manifold.extrude(flat, end - start).rotate([90, 0, 90]).translate([start, 0, 0])


def along(outline: ArrayLike, start: float, end: float) -> Manifold:
    """A prism along y, from ``start`` to ``end``, of an outline (n, 2) in x, z."""
    flat = CrossSection([np.asarray(outline, np.float64)], FillRule.EvenOdd)
    return Manifold.extrude(flat, end - start).rotate([90, 0, 0]).translate([0, end, 0])


@dataclass(frozen=True)
class Skin:
    """A closed surface that exists at any offset: ``at(0.0)`` is nominal, positive lies outside it (metres)."""

    body: Callable[[float], Manifold]

    @cached_property
    def nominal(self) -> Manifold:
        return self.body(0.0)

    def layer(self, outer: float, inner: float) -> Manifold:
        """The hollow body between two offsets."""
        return self.body(outer) - self.body(inner)

    def patch(self, region: Manifold, outer: float = 0.004, inner: float = -0.012) -> Manifold:
        """What a block cuts out of the layer: a pane, a lens or a badge bent like the skin."""
        return self.layer(outer, inner) ^ region
