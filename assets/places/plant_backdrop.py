"""What stands round plants, seen from afar: sheds, columns, spheres, tanks, stacks, cooling towers, pipe bridges."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, ball, box, lathe, painted, ring, rod, torus
from assets.modelling.materials import WINDOW
from assets.props.parts.pipework import AIR_GREY, FRAME_GREY, LAGGED, PIPE_GREY, PIPE_SILVER

SHED_WALL = Material((0.60, 0.66, 0.70), "corrugated", 0.6, 0.1, 0.35)
SHED_BLUE = Material((0.10, 0.26, 0.46), "corrugated", 0.55, 0.1, 0.3)
TANK_WHITE = painted(0.52, 0.53, 0.53, 0.5, 0.3)
STACK_RED = painted(0.58, 0.10, 0.07, 0.6, 0.3)
COOLING = Material((0.44, 0.44, 0.43), "concrete", 0.9, 0.0, 0.3, scale=0.2)
GLASS_DARK = WINDOW.coloured(0.10, 0.13, 0.15)


@cache
def shed(w: float, d: float, h: float) -> Assembly:
    """A workshop building along x: clad walls, a window band and a door on both long sides, a low roof."""
    parts = Assembly()
    parts.add(box(w, d, h, SHED_WALL, bevel=0.05, grid=3))
    parts.add(box(w + 0.04, d + 0.04, 1.0, SHED_BLUE, bevel=0.02, grid=3))
    gable = Material((0.40, 0.44, 0.47), "corrugated", 0.6, 0.1, 0.3)
    for side in (-1, 1):
        parts.add(
            box(w + 0.6, d / 2 + 0.5, 0.15, gable, bevel=0.03, grid=4)
            .placed(p=-side * 9.0)
            .placed(0, side * d / 4, h + d * 0.04)
        )
        y = side * (d / 2 + 0.02)
        for k in range(int(w / 4)):
            x = -w / 2 + 2 + 4 * k
            parts.add(box(2.6, 0.06, 1.3, GLASS_DARK, bevel=0.01, grid=3).placed(x, y, h * 0.45))
            parts.add(box(2.7, 0.09, 0.08, TANK_WHITE, bevel=0.01, grid=3).placed(x, y, h * 0.45 - 0.06))
            parts.add(box(0.08, 0.09, 1.3, TANK_WHITE, bevel=0.01, grid=3).placed(x, y, h * 0.45))
        parts.add(box(3.2, 0.08, 3.4, FRAME_GREY, bevel=0.01, grid=3).placed(w * 0.3, y, 0))
    return parts


@cache
def column(radius: float, high: float) -> Mesh:
    """A distillation column with its platforms, ladder and overhead line."""
    skirt = lathe(
        [
            (0, 0),
            (radius * 1.15, 0),
            (radius, high * 0.10),
            (radius, high - radius * 0.5),
            (radius * 0.7, high - radius * 0.1),
            (radius * 0.3, high),
            (0, high),
        ],
        PIPE_SILVER,
        sides=18,
        split=50,
    )
    platforms, rails = [], []
    for share in (0.3, 0.52, 0.74, 0.93):
        z = high * share
        platforms.append(
            lathe(
                [(radius, z), (radius + 0.95, z), (radius + 0.95, z + 0.08), (radius, z + 0.08)],
                FRAME_GREY,
                sides=18,
                split=30,
            )
        )
        rails += [
            torus(radius + 0.92, 0.03, painted(0.75, 0.45, 0.02), sides=18, section=4).placed(z=z + dz)
            for dz in (0.55, 1.1)
        ]
        rails.append(
            ring(rod((radius + 0.92, 0, z), (radius + 0.92, 0, z + 1.1), 0.025, painted(0.75, 0.45, 0.02), sides=4), 10)
        )
    line = rod((radius + 0.35, 0.3, high * 0.05), (radius + 0.35, 0.3, high * 0.98), 0.16, LAGGED, sides=8)
    ladder = joined(
        [
            rod((-radius - 0.3, dy, 0), (-radius - 0.3, dy, high * 0.93), 0.03, FRAME_GREY, sides=4)
            for dy in (-0.25, 0.25)
        ]
    )
    return joined([skirt, *platforms, *rails, line, ladder])


@cache
def sphere_tank(radius: float) -> Mesh:
    """A pressure sphere on its legs with a stair."""
    z = radius * 1.35
    shell = ball(radius, TANK_WHITE, sides=24).placed(z=z)
    leg = rod((radius * 0.94, 0, 0), (radius * 0.94, 0, z), 0.22, TANK_WHITE, sides=8)
    brace = rod((radius * 0.94, 0, 0.6), (radius * 0.76, radius * 0.55, z * 0.8), 0.06, TANK_WHITE, sides=4)
    deck = lathe(
        [(0, z + radius), (1.2, z + radius), (1.2, z + radius + 0.1), (0, z + radius + 0.1)], FRAME_GREY, sides=10
    )
    return joined([shell, ring(leg, 9), ring(brace, 9), deck])


@cache
def far_tank(radius: float, high: float, material: Material = TANK_WHITE) -> Mesh:
    """A storage tank seen from afar: shell, cone roof, rail, spiral stair as a band."""
    shell = lathe(
        [
            (0, 0),
            (radius, 0),
            (radius, high),
            (radius + 0.08, high),
            (radius + 0.08, high + 0.08),
            (0, high + radius * 0.16),
        ],
        material,
        sides=28,
        split=30,
    )
    rail = joined([torus(radius, 0.03, FRAME_GREY, sides=28, section=4).placed(z=high + dz) for dz in (0.5, 1.0)])
    posts = ring(rod((radius, 0, high), (radius, 0, high + 1.0), 0.03, FRAME_GREY, sides=4), 16)
    steps = [
        box(0.8, 0.32, 0.06, FRAME_GREY, bevel=0.01).placed(radius + 0.4, 0, high * t).placed(h=20 + 110 * t)
        for t in np.linspace(0.04, 1, int(high / 0.35))
    ]
    return joined([shell, rail, posts, *steps])


@cache
def cooling_tower(radius: float, high: float) -> Mesh:
    """A natural-draught cooling tower on its raker columns."""
    t = np.linspace(0, 1, 12)
    outline = [(radius * (0.62 + 0.38 * ((1 - s) ** 1.9) + 0.05 * s**4), high * (0.08 + 0.92 * s)) for s in t]
    inner = [(r - 0.4, z) for r, z in reversed(outline)]
    shell = lathe([*outline, *inner, outline[0]], COOLING, sides=36, split=60)
    legs = ring(rod((radius * 1.02, 0, 0), (radius * 0.98, radius * 0.1, high * 0.09), 0.35, COOLING, sides=5), 22)
    return joined([shell, legs])


@cache
def stack(radius: float, high: float) -> Mesh:
    """A chimney with red and white rings at its head."""
    outline = [
        (0, 0),
        (radius * 1.25, 0),
        (radius, high),
        (radius * 0.8, high),
        (radius * 0.8, high - 0.5),
        (0, high - 0.5),
    ]
    shell = lathe(outline, Material((0.68, 0.67, 0.65), "concrete", 0.9, 0.0, 0.3, scale=0.3), sides=16, split=40)
    rings = []
    for k in range(5):
        low, top = high * (0.70 + 0.06 * k), high * (0.76 + 0.06 * k)
        r0, r1 = (radius * (1.25 - 0.25 * z / high) + 0.03 for z in (low, top))
        rings.append(lathe([(r0, low), (r1, top)], (STACK_RED, TANK_WHITE)[k % 2], sides=16))
    return joined([shell, *rings])


def flare(high: float) -> Mesh:
    """A flare: a thin riser in a guyed lattice of three legs."""
    riser = rod((0, 0, 0), (0, 0, high), 0.3, PIPE_SILVER, sides=10, grid=6)
    legs = ring(
        joined(
            [
                rod((2.0, 0, 0), (0.55, 0, high * 0.95), 0.12, AIR_GREY, sides=5, grid=8),
                *(
                    rod(
                        (2.0 - 1.45 * t, 0, high * 0.95 * t),
                        (-(2.0 - 1.45 * (t + 0.12)) * 0.5, (2.0 - 1.45 * (t + 0.12)) * 0.866, high * 0.95 * (t + 0.12)),
                        0.05,
                        AIR_GREY,
                        sides=4,
                    )
                    for t in np.linspace(0, 0.84, 8)
                ),
            ]
        ),
        3,
    )
    return joined([riser, legs])


def far_pipe_rack(x0: float, x1: float, y: float, high: float, *, pipes: int = 6, step: float = 6.0) -> Mesh:
    """A pipe bridge along x: bents every ``step`` metres, two decks of pipes."""
    pieces = []
    wide = 0.5 * pipes + 0.6
    for x in np.arange(x0, x1 + 0.1, step):
        pieces += [box(0.3, 0.3, high, FRAME_GREY, bevel=0.02, grid=1.2).placed(x, y + s * wide / 2) for s in (-1, 1)]
        pieces += [
            box(0.24, wide, 0.28, FRAME_GREY, bevel=0.02, grid=1.2).placed(x, y, z) for z in (high * 0.72, high - 0.28)
        ]
    for z in (high * 0.72 + 0.28, high):
        for k in range(pipes):
            radius = (0.16, 0.10, 0.22, 0.13, 0.08, 0.18)[(k + int(z)) % 6]
            material = (LAGGED, PIPE_SILVER, PIPE_GREY, LAGGED, PIPE_SILVER, PIPE_GREY)[(k + 2 * int(z)) % 6]
            py = y - wide / 2 + 0.5 + 0.5 * k
            pieces.append(rod((x0 - 2, py, z + radius), (x1 + 2, py, z + radius), radius, material, sides=10, grid=2.0))
    return joined(pieces)
