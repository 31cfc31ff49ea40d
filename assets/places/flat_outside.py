"""What lies round the flat: the stair lobby before its door, and the housing estate below its windows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Model, joined, model_of
from assets.modelling import Assembly, box, grid, rod, rounded_box, smooth, tube
from assets.modelling.materials import CONCRETE, DARK_STEEL, GRASS, WHITE_PLASTIC, Material, painted
from assets.places.greenery import grove
from assets.places.home_rooms import LEAF, Room, lining
from assets.places.housing import CREAM, GREY, OLD_BRICK, PINK, distant_block, facade, moved, slab, window
from assets.places.openings import Opening

LOBBY = Room(
    -3.0,
    0.0,
    0.0,
    5.9,
    4.3,
    {
        "east": [Opening(0.5, 1.5, 0.0, 2.1)],
        "south": [Opening(-2.2, -1.0, 0.95, 2.25)],
        "north": [Opening(-2.3, -0.7, -0.35, 0.95), Opening(-2.3, -0.7, 2.4, 3.7)],
    },
)
"""The landing lies at y 0..2.4; the flights go up (x -2.9..-1.6) and down (x -1.4..-0.1) northwards."""
LANDING = 2.4
BELOW = -8.8
"""Height of the ground below: the flat is on the third floor."""
DADO = painted(0.30, 0.46, 0.34, 0.45, 0.05)
STAIR = Material((0.62, 0.61, 0.58), "concrete", 0.8, 0.0, 0.05)
LIME = Material((0.72, 0.71, 0.67), "plaster", 0.9, 0.0, 0.05)
STEEL_DOOR = painted(0.20, 0.11, 0.075, 0.4, 0.04)


def lobby(parts: Assembly) -> None:
    """An old stairwell: green dado, scuffed lime wash, iron handrail, the neighbour's door, meters, stickers."""
    parts.add(lining(LOBBY, LIME, low=1.12), lining(LOBBY, DADO, low=-2.8, top=1.12))
    parts.add(box(3.0, LANDING, 0.12, LIME, bevel=0.002, grid=0.8).placed(-1.5, LANDING / 2, 2.7))
    parts.add(box(3.0, 3.5, 0.1, LIME, bevel=0.002, grid=1).placed(-1.5, 4.15, 4.25))
    _stairs(parts)
    _neighbour(parts)
    _meters(parts)
    for z in (-0.35, 2.4):
        for kind, mesh in window(1.6, 1.3, np.random.default_rng(4)):
            if kind == "glass":
                parts.add(mesh.placed(-1.5, 5.9, z, h=180), to=kind)
    frame = [box(1.2, 0.05, 0.05, DARK_STEEL, bevel=0.006).placed(-1.6, 0.0, z) for z in (0.95, 1.58, 2.20)]
    frame += [box(0.05, 0.05, 1.30, DARK_STEEL, bevel=0.006).placed(x, 0.0, 0.95) for x in (-2.175, -1.6, -1.025)]
    parts.add(*frame)
    parts.sign("home_small_ads", 0.72, 0.52, -0.068, 2.02, 1.2, turn=90)
    parts.sign("home_small_ads", 0.50, 0.36, -2.932, 2.1, 1.35, turn=-90)
    parts.sign("home_floor_three", 0.42, 0.42, -0.068, 3.2, 1.55, turn=90)
    parts.sign("home_door_number", 0.14, 0.07, -0.066, 1.0, 2.16, turn=90)
    parts.sign("home_couplet_top", 0.62, 0.155, -0.066, 1.0, 2.25, turn=90)
    for y, name in ((1.64, "home_couplet_left"), (0.36, "home_couplet_right")):
        parts.sign(name, 0.17, 1.06, -0.066, y, 0.92, turn=90)
    lamp = rounded_box(0.16, 0.16, 0.05, WHITE_PLASTIC, radius=0.02, segments=8)
    parts.add(
        lamp.placed(-1.5, 1.2, 2.65), tube([(-1.5, 1.2, 2.66), (-1.5, 2.38, 2.68)], 0.008, WHITE_PLASTIC, sides=5)
    )


def _stairs(parts: Assembly) -> None:
    going, rise, count = 0.26, 0.15, 9
    for k in range(count):
        y = LANDING + going * (k + 0.5)
        parts.add(box(1.3, going + 0.02, 0.17, STAIR, bevel=0.008, grid=0.7).placed(-2.26, y, rise * (k + 1) - 0.17))
        parts.add(box(1.3, going + 0.02, 0.17, STAIR, bevel=0.008, grid=0.7).placed(-0.74, y, -rise * (k + 1) - 0.17))
    end = LANDING + going * count
    for z in (count * rise, -count * rise):
        parts.add(box(2.9, 5.9 - end, 0.14, STAIR, bevel=0.01, grid=0.8).placed(-1.5, (5.9 + end) / 2, z - 0.14))
    parts.add(slab(2.9, 0.10, 0.2, STAIR, -1.5, LANDING, -0.22))
    iron, wood = painted(0.10, 0.14, 0.16, 0.5), painted(0.34, 0.06, 0.05, 0.4)
    for x, up in ((-1.64, 1), (-1.40, -1)):
        ends = [(x, LANDING - 0.05, 0.92), (x, end, up * rise * count + 0.92)]
        parts.add(tube(ends, 0.028, wood, sides=8))
        for k in range(count + 1):
            y = LANDING + going * k
            z = up * rise * k
            parts.add(rod((x, y, z), (x, y, z + 0.92), 0.009, iron, sides=5))
    parts.add(
        tube(
            smooth([(-1.64, 2.35, 0.92), (-1.60, 2.27, 0.92), (-1.44, 2.27, 0.92), (-1.40, 2.35, 0.92)], 4),
            0.028,
            wood,
            sides=8,
        )
    )
    for x in (-1.46, -1.58):
        parts.add(rod((x, 2.30, 0), (x, 2.30, 0.92), 0.012, iron, sides=5))


def _neighbour(parts: Assembly) -> None:
    """The steel door opposite, with its mat and its 福."""
    door = Assembly()
    door.add(
        box(1.06, 0.05, 2.12, STEEL_DOOR.shade(0.8), bevel=0.01),
        box(0.92, 0.04, 2.02, STEEL_DOOR, bevel=0.01).placed(0, 0.02, 0.03),
    )
    for z, high in ((0.16, 0.8), (1.12, 0.76)):
        door.add(box(0.68, 0.02, high, STEEL_DOOR.shade(1.4), bevel=0.012).placed(0, 0.042, z))
        door.add(box(0.56, 0.02, high - 0.12, STEEL_DOOR, bevel=0.012).placed(0, 0.048, z + 0.06))
    door.add(
        rounded_box(0.05, 0.02, 0.26, DARK_STEEL, radius=0.008, segments=8).placed(0.38, 0.05, 0.92),
        rod((0.38, 0.08, 1.08), (0.26, 0.08, 1.08), 0.011, DARK_STEEL),
    )
    door.sign("home_fu_diamond", 0.40, 0.40, 0, 0.062, 1.32)
    parts.include(door, -3.0 + LEAF, 1.0, 0, h=-90)
    parts.add(
        rounded_box(
            0.42, 0.72, 0.012, Material((0.28, 0.10, 0.08), "fabric", 0.95, 0, 0.05, scale=4), radius=0.006, segments=8
        ).placed(-2.62, 1.0)
    )


def _meters(parts: Assembly) -> None:
    """Electricity meters in their cabinet on the south wall, old wires above them."""
    parts.add(box(0.56, 0.12, 0.5, painted(0.50, 0.52, 0.52, 0.5), bevel=0.008).placed(-0.48, 0.12, 1.45))
    for k in range(2):
        parts.sign("home_meter_dial", 0.16, 0.12, -0.62 + 0.28 * k, 0.183, 1.72)
    parts.add(
        *(
            tube(
                [(-0.62 + 0.06 * k, 0.09, 1.95), (-0.62 + 0.06 * k, 0.085, 2.7)],
                0.008,
                WHITE_PLASTIC.shade(0.8),
                sides=5,
            )
            for k in range(4)
        )
    )


def _level(x: NDArray, _y: NDArray) -> NDArray:
    return np.full_like(np.asarray(x, float), BELOW)


def estate() -> Model:
    """The next blocks of flats, trees between them, lawns and paths far below."""
    rng = np.random.default_rng(28)
    ground = [
        grid((-90, 110), (-110, 120), 12.0, _level, GRASS.shade(0.9)),
        slab(140, 6, 0.05, CONCRETE.shade(0.7), 5, -14, BELOW),
    ]
    trees = [
        (float(x + rng.uniform(-1.5, 1.5)), float(y + rng.uniform(-1, 1)))
        for x in range(-24, 36, 7)
        for y in (-8.5, -19.5)
    ]
    trees += [(float(16 + rng.uniform(-1, 1)), float(y)) for y in range(-14, 24, 6)]
    green = grove(trees, _level, 8, tall=(8.5, 11.5), slender=0.85, leaves=150)
    far = [
        distant_block(46, 12, 6, PINK).placed(24, -64, BELOW, h=4),
        distant_block(22, 18, 18, GREY).placed(66, -52, BELOW, h=-12),
        distant_block(22, 18, 22, CREAM).placed(84, -8, BELOW, h=70),
        distant_block(40, 12, 6, OLD_BRICK).placed(52, 44, BELOW, h=-6),
        distant_block(24, 18, 20, GREY).placed(-52, -74, BELOW, h=14),
        distant_block(44, 12, 6, CREAM).placed(0, 60, BELOW),
    ]
    near = moved(facade(40, 6, PINK, 31), -2, -32, BELOW, h=180)
    side = moved(facade(26, 6, CREAM, 32), 36, 2, BELOW, h=-90)
    return model_of(("opaque", joined([*ground, green, *far])), *near, *side)
