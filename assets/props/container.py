"""The 20-foot container: corrugated walls, corner castings, double doors with lock rods at its +x end."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, block, box, rod, sheet, solid
from assets.modelling.materials import DARK_STEEL, PLYWOOD, STEEL, Material, painted

LONG, WIDE, HIGH = 6.06, 2.44, 2.59
PAINTS = {
    "red": painted(0.36, 0.055, 0.035, 0.5, 0.4),
    "blue": painted(0.03, 0.13, 0.32, 0.5, 0.4),
    "green": painted(0.04, 0.20, 0.13, 0.5, 0.4),
    "orange": painted(0.58, 0.19, 0.02, 0.5, 0.4),
    "grey": painted(0.34, 0.36, 0.37, 0.5, 0.4),
}


def _corrugated(length: float, high: float, paint: Material, depth: float = 0.036) -> Mesh:
    """A wall of trapezoid waves along x, standing on z = 0, its outer crests at y = 0 (outside is +y)."""
    pitch = length / max(1, round(length / 0.28))
    line = []
    for k in range(round(length / pitch)):
        x = -length / 2 + k * pitch
        line += [(x, -depth), (x + 0.07, -depth), (x + pitch / 2, 0.0), (x + pitch / 2 + 0.07, 0.0)]
    line.append((length / 2, -depth))
    return sheet(line, 0.003, high, paint, split=25).placed(p=-90).placed(z=high / 2)


@cache
def container_shell(tint: str) -> Mesh:
    """Frame, walls and roof of a closed container without its door fittings; its length along x."""
    paint = PAINTS[tint]
    frame = []
    for y in (-WIDE / 2 + 0.05, WIDE / 2 - 0.05):
        frame += [
            box(LONG - 0.2, 0.08, 0.12, paint, bevel=0.012, grid=1.5).placed(0, y, z) for z in (0.06, HIGH - 0.12)
        ]
        frame += [
            box(0.12, 0.10, HIGH - 0.1, paint, bevel=0.015, grid=1.5).placed(x, y, 0.05)
            for x in (-LONG / 2 + 0.07, LONG / 2 - 0.07)
        ]
        for x in (-LONG / 2 + 0.09, LONG / 2 - 0.09):
            frame += [_casting().placed(x, y, z) for z in (0.0, HIGH - 0.118)]
    frame += [
        box(0.10, WIDE - 0.2, 0.12, paint, bevel=0.012, grid=1.5).placed(x, 0, z)
        for x in (-LONG / 2 + 0.06, LONG / 2 - 0.06)
        for z in (0.05, HIGH - 0.12)
    ]
    frame += [
        box(0.09, WIDE - 0.16, 0.10, DARK_STEEL, bevel=0.01, grid=2).placed(x, 0, 0.05)
        for x in np.linspace(-2.4, 2.4, 7)
    ]
    long_wall = _corrugated(LONG - 0.22, HIGH - 0.26, paint)
    end = _corrugated(WIDE - 0.22, HIGH - 0.26, paint)
    walls = [
        long_wall.placed(0, WIDE / 2 - 0.02, 0.14),
        long_wall.placed(0, -WIDE / 2 + 0.02, 0.14, h=180),
        end.placed(-LONG / 2 + 0.03, 0, 0.14, h=90),
    ]
    roof = box(LONG - 0.2, WIDE - 0.16, 0.03, paint, bevel=0.006, grid=1.0).placed(0, 0, HIGH - 0.05)
    floor = box(LONG - 0.2, WIDE - 0.16, 0.03, PLYWOOD.shade(0.6), bevel=0.004, grid=2.0).placed(0, 0, 0.14)
    return joined([*frame, *walls, roof, floor])


def _casting() -> Mesh:
    body = block(0.178, 0.162, 0.118)
    holes = block(0.3, 0.07, 0.06, 0, 0, 0.03) + block(0.07, 0.3, 0.06, 0, 0, 0.03)
    return solid(body - holes, DARK_STEEL.shade(1.3))


@cache
def door_end(tint: str) -> Mesh:
    """The two doors closed, with four lock rods, cams, handles and hinges, at x = LONG / 2."""
    paint = PAINTS[tint]
    x = LONG / 2 - 0.05
    parts = []
    for side in (-1, 1):
        y = side * (WIDE / 4 - 0.035)
        parts.append(box(0.04, WIDE / 2 - 0.10, HIGH - 0.28, paint, bevel=0.008, grid=1).placed(x, y, 0.15))
        parts += [
            box(0.03, WIDE / 2 - 0.22, 0.40, paint.shade(0.93), bevel=0.012, grid=1).placed(
                x + 0.02, y, 0.22 + 0.58 * k
            )
            for k in range(4)
        ]
        for dy in (-0.26, 0.22):
            at = y + dy
            parts.append(rod((x + 0.065, at, 0.10), (x + 0.065, at, HIGH - 0.08), 0.017, STEEL, sides=8))
            parts += [
                box(0.06, 0.07, 0.08, DARK_STEEL, bevel=0.012).placed(x + 0.05, at, z)
                for z in (0.16, 0.85, 1.6, HIGH - 0.24)
            ]
            parts.append(rod((x + 0.085, at, 1.05), (x + 0.085, at - 0.34 * side, 1.02), 0.011, STEEL, sides=6))
        parts += [
            rod(
                (x + 0.02, side * (WIDE / 2 - 0.06), z),
                (x + 0.02, side * (WIDE / 2 - 0.06), z + 0.12),
                0.018,
                STEEL,
                sides=8,
            )
            for z in (0.3, 0.95, 1.6, 2.2)
        ]
    parts.append(box(0.02, 0.03, HIGH - 0.3, DARK_STEEL, bevel=0.004).placed(x + 0.012, 0, 0.16))
    return joined(parts)


@prop("container")
def container(_request: PropRequest) -> Model:
    """A 20-foot container, 6.06 x 2.44 x 2.59 m, rust at its edges, its doors to +x."""
    parts = Assembly()
    parts.add(container_shell("red"), door_end("red"))
    for turn, y in ((0, WIDE / 2 + 0.002), (180, -WIDE / 2 - 0.002)):
        parts.sign("container_line", 3.2, 0.80, 0, y, 1.25, turn=turn)
    parts.sign("container_number", 0.78, 0.52, LONG / 2 + 0.012, 0.58, 1.84, turn=-90)
    return parts.model()
