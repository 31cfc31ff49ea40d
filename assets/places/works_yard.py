"""What is seen from a hall through its doors and windows: the works' yard, other halls, trees."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, Model, joined, model_of
from assets.modelling import Material, box, lathe, painted, rod
from assets.modelling.materials import DARK_STEEL, GREEN_PAINT, WHITE_PAINT, WINDOW
from assets.places.floors import flat_ground
from assets.places.greenery import grove

BRICK_HALL = Material((0.86, 0.80, 0.78), "brick", 0.9, 0.0, 0.8)
SHEET_HALL = Material((0.40, 0.48, 0.54), "corrugated", 0.55, 0.1, 0.5)
KERB = Material((0.60, 0.60, 0.58), "concrete", 0.9)
DARK_GLASS = WINDOW.coloured(0.06, 0.08, 0.09)


def neighbour_hall(length: float, high: float, material: Material) -> Mesh:
    """A hall seen from outside, its face along x at y = 0 looking to -y: windows, doors, a pitched roof."""
    parts = [box(length, 12.0, high, material, bevel=0.02, grid=4).placed(0, 6.0)]
    for k in range(int(length / 5)):
        x = -length / 2 + 2.5 + 5 * k
        parts.append(box(0.35, 0.12, high, material.shade(0.8), bevel=0.02, grid=4).placed(x - 2.5, -0.05))
        if k % 3 == 1:
            parts.append(box(3.2, 0.06, 3.8, GREEN_PAINT.shade(1.4), bevel=0.01, grid=2).placed(x, -0.02))
        else:
            parts.append(box(3.4, 0.05, 2.0, DARK_GLASS, bevel=0.01, grid=2).placed(x, -0.02, 1.4))
            parts += [
                box(0.06, 0.05, 2.0, WHITE_PAINT.shade(0.8), bevel=0.005, grid=2).placed(x + dx, -0.05, 1.4)
                for dx in (-0.85, 0, 0.85)
            ]
        parts.append(box(3.4, 0.05, 1.2, DARK_GLASS, bevel=0.01, grid=2).placed(x, -0.02, high - 1.9))
    roof = [box(length + 0.8, 6.6, 0.15, SHEET_HALL, bevel=0.02, grid=5).placed(0, 3.2, 0, p=0) for _ in range(1)]
    parts += [piece.placed(0, -0.4, high, p=14) for piece in roof]
    parts.append(box(length + 0.8, 0.18, 0.22, DARK_STEEL, bevel=0.02, grid=4).placed(0, -0.45, high - 0.1))
    return joined(parts)


def water_tower(high: float = 18.0) -> Mesh:
    """A tank on four legs, as works have them."""
    tank = lathe([(0, 0), (1.6, 0.6), (2.2, 1.2), (2.2, 3.6), (0, 4.4)], painted(0.55, 0.62, 0.66), sides=18).placed(
        z=high - 4.4
    )
    legs = [
        rod((x * 2.6, y * 2.6, 0), (x * 1.7, y * 1.7, high - 3.6), 0.14, DARK_STEEL, sides=5)
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    ties = [
        rod((a * 2.15, b * 2.15, 6.5), (c * 2.15, d * 2.15, 6.5), 0.06, DARK_STEEL, sides=4)
        for (a, b), (c, d) in (((-1, -1), (1, -1)), ((1, -1), (1, 1)), ((1, 1), (-1, 1)), ((-1, 1), (-1, -1)))
    ]
    return joined([tank, *legs, *ties])


def works_yard(extent: tuple[float, float, float, float], seed: int) -> Model:
    """The surroundings of a hall: halls south and east, kerbs, trees all round, a water tower."""
    x0, y0, x1, y1 = extent
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    rng = np.random.default_rng(seed)
    solid = [
        neighbour_hall(40, 9, BRICK_HALL).placed(middle[0] + 4, y0 - 24, 0, h=180),
        neighbour_hall(30, 10, SHEET_HALL).placed(x1 + 24, middle[1], 0, h=-90),
        water_tower().placed(x1 + 34, y0 - 30),
        box(60, 0.25, 0.16, KERB, bevel=0.02, grid=9).placed(middle[0], y0 - 19),
        box(0.25, 60, 0.16, KERB, bevel=0.02, grid=9).placed(x1 + 19, middle[1]),
    ]
    spots = [(float(middle[0] + k * 6 + rng.uniform(-1, 1)), float(y0 - 21.5)) for k in range(-2, 3)]
    spots += [(float(x1 + 21.0), float(middle[1] + k * 7 + rng.uniform(-1, 1))) for k in range(-1, 2)]
    spots += [(float(middle[0] + k * 7 + rng.uniform(-1, 1)), float(y1 + 13.0)) for k in range(-2, 3)]
    trees = grove(spots, flat_ground, seed, tall=(6.5, 10.5), slender=0.9, leaves=60)
    return model_of(("opaque", joined(solid)), ("opaque", trees))
