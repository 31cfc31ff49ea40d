"""A city quarter seen from the sixth floor: the site's yard below, streets, trees, low buildings, blocks far off."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, Pass, joined
from assets.modelling import block, box, grid, solid
from assets.modelling.curves import Height
from assets.modelling.materials import GRASS, SOIL, WHITE_PAINT, Material, painted
from assets.places.greenery import grove
from assets.places.surroundings import city, container_office

Part = tuple[Pass, Mesh]
ASPHALT = Material((0.40, 0.40, 0.41), "asphalt", 0.85, 0.0, 0.4, scale=0.5)
PAVING = Material((0.58, 0.56, 0.52), "paving", 0.85, 0.0, 0.4, scale=0.5)
STREETS_X, STREETS_Y = (-30.0, 46.0, 118.0), (46.0, 108.0, -34.0)
STREET = 11.0


def city_below(level: float, rng: np.random.Generator) -> list[Part]:
    """All of it, its ground at z = ``level``; the building stands about (8, 7)."""
    height = _level(level)
    flat = [grid((-260, 280), (-260, 280), 45.0, height, GRASS.but(texture="paving", colour=(0.42, 0.43, 0.38)))]
    flat.append(grid((-24.5, 40.0), (-28.5, 40.0), 4.0, _level(level + 0.06), SOIL))
    streets = [
        grid((x - STREET / 2, x + STREET / 2), (-250, 270), 13.0, _level(level + 0.1), ASPHALT) for x in STREETS_X
    ]
    streets += [
        grid((-250, 270), (y - STREET / 2, y + STREET / 2), 13.0, _level(level + 0.14), ASPHALT) for y in STREETS_Y
    ]
    lines = [box(0.25, 520, 0.02, WHITE_PAINT, bevel=0.001, grid=600).placed(x, 10, level + 0.16) for x in STREETS_X]
    lines += [box(520, 0.25, 0.02, WHITE_PAINT, bevel=0.001, grid=600).placed(10, y, level + 0.18) for y in STREETS_Y]
    trees = [(x + dx, y) for x in STREETS_X[:2] for dx in (-8.0, 8.0) for y in np.arange(-60, 140, 9.0)]
    trees += [(x, y + dy) for y in STREETS_Y[:2] for dy in (-8.0, 8.0) for x in np.arange(-60, 150, 9.0)]
    chosen = [p for p in trees if rng.random() < 0.42]
    far = city((8, 7), (-180, 178), (125, 240), 26, 31).placed(z=level)
    near = joined([_row(rng).placed(x, y, level, h=h) for x, y, h in _ROWS])
    parts: list[Part] = [
        (
            "opaque",
            joined(
                [
                    *flat,
                    *streets,
                    *lines,
                    grove(chosen, height, 33, tall=(6, 9), leaves=26),
                    far,
                    near,
                    _cars(level, rng),
                ]
            ),
        )
    ]
    parts += [(name, mesh.placed(29.0, 32.0, level, h=200)) for name, mesh in container_office(2)]
    return parts


_ROWS = ((70, 20, 90), (72, 75, 90), (10, 76, 0), (-55, 70, 0), (-52, 8, 90), (92, 64, 0), (20, 132, 0), (90, 134, 0))


def _level(z: float) -> Height:
    """A level ground at ``z``."""
    return lambda x, _y: np.full(np.shape(x), z, np.float64)


def _row(rng: np.random.Generator) -> Mesh:
    """A six-storey row of flats with balconies, water heaters and tanks on its roof."""
    w, d, storeys = 42.0, 11.0, 6
    wall = painted(
        *(rng.uniform(0.42, 0.62) * np.array([1.0, rng.uniform(0.86, 0.95), rng.uniform(0.74, 0.9)])), 0.9, 0.3
    )
    body = block(w, d, storeys * 3.0) - block(w - 0.6, d - 0.6, 0.7, 0, 0, storeys * 3.0 - 0.6)
    for x in np.arange(-w / 2 + 2.6, w / 2 - 1, 4.2):
        body += block(2.4, 0.9, 1.0, x, -d / 2 - 0.4, 2.0)
    glass = Material((0.10, 0.13, 0.16), "paint", 0.12, 0.0, 0.0)
    bands = [solid(block(w * 0.96, d + 0.1, 1.35, 0, 0, 3.0 * k + 0.95), glass) for k in range(storeys)]
    piers = joined(
        [solid(block(1.5, d + 0.24, storeys * 3.0 - 0.3, x), wall) for x in np.arange(-w / 2 + 0.7, w / 2, 4.2)]
    )
    balconies = [
        solid(block(2.4, 0.9, 1.0, x, -d / 2 - 0.45, 3.0 * k), wall.shade(1.15))
        for k in range(1, storeys)
        for x in np.arange(-w / 2 + 2.8, w / 2 - 1, 4.2)
    ]
    tanks = [block(2.2, 1.6, 1.5, x, 1.5, storeys * 3.0) for x in (-12, 4, 15)]
    heaters = [block(1.4, 0.9, 0.5, x, -2.0, storeys * 3.0) for x in np.arange(-18, 19, 4.5)]
    roof = [solid(each, wall.shade(0.9)) for each in tanks]
    roof += [solid(each, painted(0.25, 0.27, 0.3)) for each in heaters]
    return joined([solid(body, wall), *bands, piers, *balconies, *roof])


def _cars(level: float, rng: np.random.Generator) -> Mesh:
    """Cars as the eye finds them from above: a body and a cabin."""
    tones = ((0.75, 0.76, 0.76), (0.05, 0.05, 0.06), (0.30, 0.31, 0.33), (0.42, 0.04, 0.03), (0.06, 0.12, 0.30))
    cabin = solid(block(1.55, 2.3, 0.55, 0, -0.2, 1.0), painted(0.05, 0.06, 0.07, 0.1))
    kinds = [joined([solid(block(1.8, 4.5, 0.75, 0, 0, 0.3), painted(*tone, 0.25, 0.0)), cabin]) for tone in tones]
    cars = []
    for k in range(40):
        lane = float(rng.choice([-2.2, 2.2]))
        along = rng.uniform(-80, 150)
        if k % 2:
            cars.append(kinds[k % 5].placed(STREETS_X[k % 4 // 2] + lane, along, level + 0.12))
        else:
            cars.append(kinds[k % 5].placed(along, STREETS_Y[k % 4 // 2] + lane, level + 0.16, h=90))
    return joined(cars)
