"""Furniture of a street: trees in their pits, lamps, railings, bus shelter, bicycles for hire, bins, signs.

Everything stands on z = 0 of its own frame, its front to +y.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, box, lathe, rod, rounded_box, row, smooth, torus, tube
from assets.modelling.materials import ALUMINIUM, DARK_STEEL, STEEL, WINDOW, WOOD, Material, painted, plastic
from assets.places.courtyard_things import bicycle
from assets.places.greenery import hedge, tree
from assets.places.housing import slab

MUNICIPAL_WHITE = painted(0.76, 0.78, 0.78, 0.4)
MUNICIPAL_BLUE = painted(0.05, 0.18, 0.42, 0.4)
STONE = Material((0.52, 0.51, 0.49), "concrete", 0.8, 0.0, 0.4, scale=2.0)


def lane_railing(length: float) -> Mesh:
    """The railing between motor lanes and the cycle lane, along x: white bars, blue caps, feet of cast iron."""
    parts = []
    for x in np.arange(0, length + 0.1, 2.0):
        parts.append(box(0.07, 0.07, 1.0, MUNICIPAL_WHITE, bevel=0.01, grid=2).placed(x))
        parts.append(
            lathe([(0, 0), (0.05, 0.0), (0.05, 0.02), (0.02, 0.07), (0, 0.08)], MUNICIPAL_BLUE, sides=8).placed(
                x, 0, 1.0
            )
        )
        parts.append(box(0.16, 0.42, 0.05, DARK_STEEL, bevel=0.015, grid=2).placed(x))
    parts += [slab(length, 0.035, 0.05, MUNICIPAL_WHITE, length / 2, 0, z) for z in (0.16, 0.50, 0.88)]
    bar = slab(0.022, 0.022, 0.72, MUNICIPAL_WHITE, 0, 0, 0.18)
    parts.append(row(bar, int(length / 0.2), (0.2, 0, 0)).placed(0.1))
    return joined(parts)


def street_tree(seed: int, *, near: bool) -> Assembly:
    """A plane tree in its pit with an iron grate, whitewashed below against insects."""
    parts = Assembly()
    rng = np.random.default_rng(seed)
    high = rng.uniform(6.6, 8.0)
    crown = tree(high, seed, slender=0.85, leaves=900 if near else 260, bare=0.40)
    parts.add(replace(crown, colour=np.clip(crown.colour * np.float32(1.45), 0, 1)))
    parts.add(lathe([(0.150, 0.0), (0.146, 1.0)], Material((0.80, 0.79, 0.75), "bark", 0.9, 0, 0.6), sides=8))
    ring = [slab(1.2, 0.10, 0.012, DARK_STEEL, 0, y) for y in (-0.55, 0.55)] + [
        slab(0.10, 1.2, 0.012, DARK_STEEL, x, 0) for x in (-0.55, 0.55)
    ]
    parts.add(*ring, slab(1.0, 1.0, 0.006, Material((0.30, 0.22, 0.15), "soil", 0.95, 0, 0.6)))
    return parts


def street_lamp() -> Mesh:
    """A lamp 8 m high with an arm of 1.8 m over the road (+y)."""
    mast = lathe([(0, 0), (0.16, 0), (0.16, 0.35), (0.10, 0.45), (0.065, 7.6), (0, 7.62)], MUNICIPAL_WHITE, sides=10)
    arm = tube(smooth([(0, 0, 7.3), (0, 0.2, 7.8), (0, 1.0, 8.05), (0, 1.7, 8.08)], 4), 0.04, MUNICIPAL_WHITE, sides=7)
    return joined([mast, arm, rounded_box(0.26, 0.62, 0.09, ALUMINIUM, radius=0.04, segments=8).placed(0, 1.8, 8.03)])


def bus_shelter() -> Assembly:
    """A shelter 4.4 m long: glass back, bench, lit advertisement at its end, the stop's board."""
    parts = Assembly()
    steel = painted(0.16, 0.18, 0.20, 0.4)
    for x in (-2.1, -0.7, 0.7, 2.1):
        parts.add(box(0.08, 0.08, 2.45, steel, bevel=0.01, grid=3).placed(x, -0.6))
    parts.add(box(4.6, 1.5, 0.10, steel, bevel=0.03, grid=1.5).placed(0, -0.1, 2.45))
    parts.add(slab(4.1, 0.012, 1.5, WINDOW, 0, -0.6, 0.55), to="glass")
    bench_top = WOOD.coloured(0.50, 0.32, 0.18)
    parts.add(
        *(box(2.6, 0.10, 0.03, bench_top, bevel=0.008).placed(-0.6, -0.42 + 0.12 * k, 0.44) for k in range(3)),
        *(slab(0.06, 0.34, 0.44, steel, x, -0.30) for x in (-1.7, -0.6, 0.5)),
    )
    parts.add(
        box(1.30, 0.20, 2.0, steel, bevel=0.02, grid=2).placed(2.9, -0.3, 0.25),
        *(slab(0.10, 0.16, 0.3, steel, 2.9 + dx, -0.3) for dx in (-0.5, 0.5)),
    )
    parts.sign("bus_advert", 1.2, 0.75, 2.9, -0.196, 1.0)
    parts.sign("bus_advert", 1.2, 0.75, 2.9, -0.404, 1.0, turn=180)
    parts.sign("bus_stop", 0.72, 1.26, 1.35, -0.585, 0.72)
    return parts


def hire_bicycles(count: int) -> Mesh:
    """A row of bicycles for hire, parked side by side along x, leaning on their stands."""
    one = bicycle()
    tint = np.array([6.0, 3.2, 0.35], np.float32)
    paint = (one.colour.max(1) < 0.2) & (one.surface[:, 0] < 0.36)
    colour = np.where(paint[:, None], np.clip(one.colour * tint, 0, 1), one.colour).astype(np.float32)
    shown = Mesh(one.faces, one.position, one.normal, one.uvl, colour, one.surface)
    rng = np.random.default_rng(count)
    return joined([shown.placed(0.62 * k, rng.uniform(-0.1, 0.1), 0, h=rng.uniform(-7, 7), r=4) for k in range(count)])


def litter_bin() -> Mesh:
    """A pair of steel bins under one lid."""
    case = painted(0.12, 0.20, 0.16, 0.4)
    parts = [rounded_box(0.34, 0.34, 0.72, case, radius=0.03, segments=8).placed(x, 0, 0.10) for x in (-0.2, 0.2)]
    parts += [
        box(0.24, 0.02, 0.12, Material((0.01, 0.01, 0.01)), bevel=0.004).placed(x, 0.168, 0.66) for x in (-0.2, 0.2)
    ]
    parts += [
        rounded_box(0.90, 0.46, 0.06, DARK_STEEL, radius=0.02, segments=8).placed(0, 0, 0.90),
        *(slab(0.05, 0.05, 0.9, DARK_STEEL, x, 0) for x in (-0.42, 0.42)),
    ]
    return joined(parts)


def stone_bollard() -> Mesh:
    return lathe(
        [(0, 0), (0.13, 0), (0.12, 0.04), (0.11, 0.55), (0.13, 0.60), (0.12, 0.68), (0.06, 0.74), (0, 0.75)],
        STONE,
        sides=14,
    )


def flower_box(length: float) -> Assembly:
    """A long planter with a clipped bush and flowers, along x."""
    parts = Assembly()
    parts.add(box(length, 0.6, 0.42, STONE, bevel=0.03, grid=1))
    parts.add(
        hedge(
            (-length / 2 + 0.1, 0),
            (length / 2 - 0.1, 0),
            0.42,
            0.5,
            int(length * 10),
            lambda x, y: np.full_like(x, 0.36),
        )
    )
    rng = np.random.default_rng(int(length * 7))
    petal = plastic(0.75, 0.10, 0.14, 0.6)
    blossoms = [
        rounded_box(
            0.07, 0.07, 0.04, petal if k % 3 else plastic(0.82, 0.55, 0.08, 0.6), radius=0.02, segments=6
        ).placed(rng.uniform(-length / 2 + 0.1, length / 2 - 0.1), rng.uniform(-0.2, 0.2), rng.uniform(0.62, 0.78))
        for k in range(int(length * 9))
    ]
    parts.add(*blossoms)
    return parts


def cabinet() -> Mesh:
    """A traffic signal controller's cabinet on its plinth."""
    grey = painted(0.48, 0.50, 0.50, 0.5)
    return joined(
        [
            box(0.9, 0.5, 0.2, STONE, bevel=0.02),
            box(0.8, 0.42, 1.25, grey, bevel=0.015, grid=2).placed(0, 0, 0.2),
            box(0.86, 0.48, 0.05, grey, bevel=0.015).placed(0, 0, 1.45),
            slab(0.01, 0.01, 1.1, DARK_STEEL, 0, 0.212, 0.27),
            rounded_box(0.03, 0.03, 0.14, STEEL, radius=0.01, segments=8).placed(0.06, 0.22, 0.8),
        ]
    )


def name_post() -> Assembly:
    """The street's name on a post, readable from both sides."""
    parts = Assembly()
    parts.add(
        rod((0, 0, 0), (0, 0, 2.7), 0.035, STEEL),
        box(1.06, 0.03, 0.32, MUNICIPAL_BLUE, bevel=0.006).placed(0, 0, 2.2),
        torus(0.04, 0.008, STEEL, sides=12, section=5).placed(0, 0, 2.3),
    )
    parts.sign("street_name", 1.0, 0.28, 0, 0.018, 2.22)
    parts.sign("street_name", 1.0, 0.28, 0, -0.018, 2.22, turn=180)
    return parts
