"""What is fitted to the boiler room: water softeners and their tank, exhaust fan, fire buckets."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, box, lathe, painted, pitched, plastic, ring, rod
from assets.modelling.materials import DARK_STEEL, RED_PAINT, STEEL
from assets.props.parts.pipework import FRAME_GREY, WATER_GREEN, pipe

TANK_BLUE = painted(0.10, 0.24, 0.42, 0.35, 0.1)


def water_treatment(parts: Assembly) -> None:
    """Along the east wall: two softener bottles, the brine tub, a soft-water tank on its stand."""
    for y in (1.1, 1.75):
        bottle = [(0, 0.02), (0.14, 0.02), (0.2, 0.10), (0.2, 1.25), (0.15, 1.38), (0.06, 1.43), (0.06, 1.5), (0, 1.5)]
        parts.add(
            lathe(bottle, TANK_BLUE, sides=20, split=45).placed(9.6, y),
            box(0.2, 0.2, 0.18, plastic(0.04, 0.04, 0.045), bevel=0.02).placed(9.6, y, 1.48),
        )
        parts.add(box(0.10, 0.012, 0.06, plastic(0.20, 0.30, 0.22), bevel=0.002).placed(9.495, y, 1.56, h=90))
    parts.add(
        lathe(
            [(0, 0), (0.28, 0), (0.30, 0.02), (0.30, 0.78), (0.32, 0.80), (0.32, 0.84), (0, 0.87)],
            plastic(0.55, 0.60, 0.60, 0.4),
            sides=22,
        ).placed(9.55, 2.5)
    )
    parts.add(
        pipe([(9.6, 1.1, 1.6), (9.6, 0.6, 1.6), (9.6, 0.6, 3.2), (9.6, 4.0, 3.2)], 0.03, WATER_GREEN),
        pipe([(9.6, 1.75, 1.6), (9.75, 1.75, 2.6), (9.75, 3.8, 2.6), (9.5, 3.8, 2.6)], 0.03, WATER_GREEN),
    )
    tank = box(1.0, 1.2, 1.0, STEEL.but(bump=0.1), bevel=0.02, grid=0.5).placed(9.4, 4.0, 1.9)
    ribs = [
        box(1.02, 0.03, 1.0, STEEL.but(bump=0.1), bevel=0.008, grid=0.6).placed(9.4, 4.0 + dy, 1.9)
        for dy in (-0.4, 0.0, 0.4)
    ]
    legs = [
        box(0.08, 0.08, 1.9, FRAME_GREY, bevel=0.008, grid=0.7).placed(x, y) for x in (8.98, 9.82) for y in (3.5, 4.5)
    ]
    braces = [box(0.06, 1.0, 0.06, FRAME_GREY, bevel=0.006, grid=0.6).placed(8.98, 4.0, z) for z in (0.5, 1.84)]
    gauge_glass = rod((8.86, 4.3, 2.0), (8.86, 4.3, 2.8), 0.014, plastic(0.4, 0.6, 0.65, 0.1), sides=8)
    parts.add(tank, *ribs, *legs, *braces, gauge_glass)


def exhaust_fan() -> Mesh:
    """A wall fan behind its guard, facing +y, its middle at z = 0."""
    rim = pitched(
        lathe(
            [(0.26, 0.0), (0.34, 0.0), (0.34, 0.10), (0.28, 0.14), (0.26, 0.10), (0.26, 0.0)],
            painted(0.40, 0.45, 0.46),
            sides=24,
        ),
        (0, 1, 0),
    )
    guard = [
        pitched(
            lathe([(r, 0.13), (r + 0.008, 0.13), (r + 0.008, 0.138), (r, 0.138), (r, 0.13)], STEEL, sides=20), (0, 1, 0)
        )
        for r in (0.08, 0.15, 0.22, 0.28)
    ]
    spokes = [
        rod((0, 0.135, 0), (0.29 * np.cos(a), 0.135, 0.29 * np.sin(a)), 0.005, STEEL, sides=4)
        for a in np.linspace(0, 5.5, 8)
    ]
    blade = box(0.20, 0.012, 0.10, DARK_STEEL, bevel=0.003).placed(p=30).placed(0.14, 0, -0.05)
    blades = joined([ring(blade.placed(p=90), 5).placed(p=-90).placed(0, 0.06, 0)])
    back = pitched(
        lathe([(0, 0.0), (0.27, 0.0), (0.27, 0.004), (0, 0.004)], plastic(0.03, 0.03, 0.03), sides=20), (0, 1, 0)
    )
    return joined([rim, *guard, *spokes, blades, back])


def fire_bucket_row() -> Mesh:
    """Two red sand buckets on a wall hook rail at y = 0."""
    rail = box(0.8, 0.03, 0.06, RED_PAINT, bevel=0.005).placed(0, 0.015, 0.0)
    bucket = lathe(
        [
            (0, -0.34),
            (0.10, -0.34),
            (0.14, -0.08),
            (0.15, -0.08),
            (0.15, -0.07),
            (0.135, -0.07),
            (0.12, -0.14),
            (0, -0.14),
        ],
        RED_PAINT,
        sides=18,
    )
    return joined(
        [
            rail,
            *(bucket.placed(x, 0.17, 0) for x in (-0.22, 0.22)),
            *(rod((x, 0.03, 0.01), (x, 0.17, -0.02), 0.006, STEEL, sides=5) for x in (-0.22, 0.22)),
        ]
    )
