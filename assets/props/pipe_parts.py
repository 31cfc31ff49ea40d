"""Pipes with their bends and flanges, hoses, handwheels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import (
    Material,
    lathe,
    ring,
    rod,
    smooth,
    tube,
)
from assets.modelling.materials import (
    DARK_STEEL,
    GREY_PAINT,
    RED_PAINT,
)
from assets.props.machine_parts import bolted_ring


def flange(radius: float, material: Material = GREY_PAINT) -> Mesh:
    """A pair of bolted flanges about z for a pipe of ``radius``, its middle at the origin."""
    outer, thick = radius * 1.55 + 0.01, 0.012 + radius * 0.12
    disc = lathe(
        [(0, -thick), (outer, -thick), (outer, -0.002), (outer * 0.98, 0), (outer, 0.002), (outer, thick), (0, thick)],
        material,
        sides=18,
    )
    bolts = joined(
        [
            bolted_ring(radius * 1.28 + 0.006, 6, 0.007 + radius * 0.05).placed(z=thick),
            bolted_ring(radius * 1.28 + 0.006, 6, 0.007 + radius * 0.05).placed(p=180).placed(z=-thick),
        ]
    )
    return joined([disc, bolts])


def pipe(
    points: Sequence[tuple[float, float, float]],
    radius: float,
    material: Material,
    *,
    sides: int = 10,
    bend: int = 5,
    flanged: Sequence[float] = (),
) -> Mesh:
    """A pipe through corner points with rounded elbows; flange pairs at shares 0..1 of its first straight run."""
    line = rounded_corners(points, radius * 3, bend)
    meshes = [tube(line, radius, material, sides=sides)]
    a, b = np.asarray(points[0], float), np.asarray(points[1], float)
    for share in flanged:
        at = a + (b - a) * share
        ahead = (b - a) / np.linalg.norm(b - a)
        turned = flange(radius, material)
        if abs(ahead[2]) < 0.5:
            turned = turned.placed(p=90).placed(h=float(np.degrees(np.arctan2(-ahead[0], ahead[1]))))
        meshes.append(turned.placed(*at))
    return joined(meshes)


def rounded_corners(points: Sequence[tuple[float, float, float]], radius: float, steps: int = 5) -> np.ndarray:
    """The line through ``points`` (n, 3) with its corners rounded by ``radius`` metres where there is room."""
    p = np.asarray(points, float)
    line = [p[0]]
    for before, corner, after in zip(p, p[1:], p[2:], strict=False):
        one, two = before - corner, after - corner
        reach = min(radius, np.linalg.norm(one) * 0.45, np.linalg.norm(two) * 0.45)
        start, end = (corner + way / np.linalg.norm(way) * reach for way in (one, two))
        t = np.linspace(0, 1, steps + 1)[:, None]
        line += list((1 - t) ** 2 * start + 2 * t * (1 - t) * corner + t**2 * end)
    return np.array([*line, p[-1]])


def coil(points: Sequence[tuple[float, float, float]], radius: float, material: Material, *, sides: int = 7) -> Mesh:
    """A hose or cable curving through points."""
    return tube(smooth(points, 6), radius, material, sides=sides)


def handwheel(radius: float, material: Material = RED_PAINT) -> Mesh:
    """A handwheel about z at the origin: rim, four spokes, hub."""
    angle = np.linspace(0, 2 * np.pi, 25)
    rim = tube(
        np.column_stack([radius * np.cos(angle), radius * np.sin(angle), np.zeros(25)]),
        radius * 0.11,
        material,
        sides=7,
        caps=False,
    )
    spokes = ring(rod((0, 0, 0), (radius, 0, 0), radius * 0.07, material, sides=6), 4)
    hub = lathe(
        [(0, -radius * 0.2), (radius * 0.22, -radius * 0.2), (radius * 0.22, radius * 0.2), (0, radius * 0.2)],
        DARK_STEEL,
        sides=12,
    )
    return joined([rim, spokes, hub])
