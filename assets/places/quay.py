"""A river quay at night: concrete deck, kerb, fenders, a barge alongside, the lights of the far bank."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.builders import place
from assets.mesh import Lamp, Mesh, joined, merged, model_of
from assets.modelling import Assembly, box, cable, grid, lathe, rock, rod, torus
from assets.modelling.materials import CONCRETE, DARK_STEEL, RUBBER, RUSTY_STEEL, STEEL, Material, painted, plastic
from assets.place import Ground, Light, Place
from assets.places.barge import barge
from assets.places.harbour_far import container_stacks, far_bank, quay_crane, warehouse_wall
from assets.places.housing import slab
from assets.textures.noise import fractal, step

WATER = -2.5
EDGE_KERB = (-0.30, -0.06)
"""From and to along y: the kerb that stops wheels at the edge."""
BROKEN = (-1.5, -0.5)
"""Where a metre of the kerb is gone."""
GANGWAY = (1.45, 2.55)
"""Where the kerb is left out for the gangway."""
ORIGIN, SIZE, PIXELS = (-60.0, -42.0), 120.0, 1024
DECK = Material((0.34, 0.34, 0.34), "concrete", 0.85, 0.0, 0.5)
NIGHT = Light(
    sun_direction=(-0.45, 0.50, 0.74),
    sun=(0.055, 0.075, 0.12),
    horizon=(0.125, 0.105, 0.095),
    middle=(0.030, 0.042, 0.075),
    zenith=(0.008, 0.013, 0.030),
    haze=(0.05, 0.06, 0.09),
    bounce=(0.02, 0.02, 0.02),
    clouds=0.35,
    fog_start=35.0,
    fog_density=0.0035,
    exposure=3.7,
    night=1.0,
    wetness=0.55,
)


def ground_height(x: NDArray, y: NDArray) -> NDArray:
    """The deck is level at 0; beyond its edge (y 0) is the water."""
    return np.where(np.asarray(y, np.float64) <= 0.0, 0.0, WATER) + 0.0 * np.asarray(x, np.float64)


def _level(height: float):
    return lambda x, _y: np.full_like(np.asarray(x, float), height)


def _ground() -> Ground:
    along = (np.arange(PIXELS) + 0.5) / PIXELS * SIZE
    x, y = np.meshgrid(along + ORIGIN[0], along + ORIGIN[1])
    broad, fine = fractal(1.3, 701, size=PIXELS) - 0.5, fractal(0.9, 702, size=PIXELS) - 0.5
    water = (y > 0.0).astype(float)
    joints = step(0.06, 0.03, np.abs((x + 60) % 5 - 2.5)) + step(0.06, 0.03, np.abs((y + 40) % 5 - 2.5))
    crack = step(0.010, 0.003, np.abs(fine + 0.3 * broad)) * step(0.05, 0.25, broad)
    deck = 1 - water
    wet = deck * (0.22 * np.exp(-(((y + 0.8) / 1.2) ** 2)) + 0.22 * step(0.06, 0.22, broad))
    relief = 0.502 + deck * (0.35 * np.clip(joints, 0, 1) + 0.3 * crack)
    mud = deck * step(0.12, 0.35, -broad) * 0.45
    splat = np.clip(np.stack([mud, np.zeros_like(x), np.where(water > 0, 1.0, wet), relief], -1), 0, 1) * 255
    tiles = [grid((-24, 24), (-13, 0), 0.6, _level(0.0), DECK)]
    tiles += [grid(span, (-13, 0), 4.0, _level(0.0), DECK) for span in ((-110, -24), (24, 110))]
    tiles += [grid((-110, 110), (-90, -13), 8.0, _level(0.0), DECK)]
    tiles += [grid((-60, 60), (0, 78), 4.0, _level(WATER), DECK.coloured(0.20, 0.24, 0.26))]
    return Ground(
        joined(tiles), ORIGIN, SIZE, splat.round().astype(np.uint8), ("concrete", "mud", "concrete"), water_level=WATER
    )


def _wide_water() -> Mesh:
    """The river beyond the mapped square."""
    river = Material((0.012, 0.018, 0.024), "paint", 0.10, 0.0, 0.0)
    return joined(
        [
            slab(520, 240, 0.02, river, 0, 78 + 120, WATER - 0.02),
            slab(200, 78, 0.02, river, -160, 39, WATER - 0.02),
            slab(200, 78, 0.02, river, 160, 39, WATER - 0.02),
        ]
    )


def _edge(parts: Assembly) -> None:
    """The wall down to the water with weed at the tide line, its kerb with stripes, one metre of it broken away."""
    wall = CONCRETE.shade(0.55)
    parts.add(box(220, 0.5, 2.3, wall, bevel=0.02, grid=1.2).placed(0, -0.252, -2.32))
    parts.add(slab(220, 0.02, 0.9, Material((0.05, 0.075, 0.045), "mud", 0.5, 0.0, 0.5), 0, 0.008, -2.6))
    y, deep = sum(EDGE_KERB) / 2, EDGE_KERB[1] - EDGE_KERB[0]
    for x0, x1 in ((-60.0, BROKEN[0]), (BROKEN[1], GANGWAY[0]), (GANGWAY[1], 60.0)):
        long = x1 - x0
        parts.add(box(long, deep, 0.22, CONCRETE.shade(0.7), bevel=0.03, grid=1.5).placed((x0 + x1) / 2, y))
        at = max(x0, -39.5)
        while at < min(x1, 39.5) - 0.3:
            piece = min(3.2, x1 - at)
            parts.sign("kerb_stripes", piece, 0.17, at + piece / 2, EDGE_KERB[0] - 0.004, 0.02, turn=180)
            at += piece
    rng = np.random.default_rng(16)
    for k in range(26):
        size = rng.uniform(0.02, 0.075)
        parts.add(
            rock(size, 300 + k, CONCRETE.shade(rng.uniform(0.6, 0.9))).placed(
                rng.uniform(*BROKEN), rng.uniform(-0.75, -0.06), size * 0.25, h=rng.uniform(0, 360)
            )
        )
    for x in (-1.42, -1.2, -0.8, -0.58):
        parts.add(
            rod(
                (x, y, 0.0),
                (x + rng.uniform(-0.12, 0.12), y + rng.uniform(-0.1, 0.1), rng.uniform(0.10, 0.2)),
                0.008,
                RUSTY_STEEL,
                sides=5,
            )
        )
    for x in np.arange(-38, 39, 4.0):
        parts.add(_fender().placed(float(x) + 0.4, 0.0, -1.9))


def _fender() -> Mesh:
    """A D-shaped rubber fender on the wall, 1.5 m high, with its bolts."""
    body = lathe([(0, 0), (0.19, 0), (0.21, 0.04), (0.21, 1.46), (0.19, 1.5), (0, 1.5)], RUBBER, sides=14).placed(
        0, 0.14, 0
    )
    bolts = [
        rod((s * 0.23, 0.0, z), (s * 0.23, 0.04, z), 0.025, STEEL, sides=6) for s in (-1, 1) for z in (0.2, 0.75, 1.3)
    ]
    return joined([body, slab(0.56, 0.03, 1.5, DARK_STEEL, 0, 0.012), *bolts])


def _deck(parts: Assembly) -> None:
    """Crane rails, cable channel, a tyre pile, ropes, oil drums, the berth's board, a hut."""
    for y in (-4.9, -10.9):
        for dy in (-0.06, 0.06):
            parts.add(slab(120, 0.03, 0.012, RUSTY_STEEL, 0, y + dy, 0.0))
        parts.add(slab(120, 0.07, 0.02, STEEL, 0, y, 0.0))
    parts.add(
        *(
            slab(1.96, 0.5, 0.014, Material((0.20, 0.205, 0.21), "checker_plate", 0.5, 0.5, 0.4), x, -5.9)
            for x in np.arange(-39, 40, 2.0)
        )
    )
    for k, (x, y, z) in enumerate(((-10.6, -5.6, 0.10), (-10.5, -5.5, 0.30), (-11.3, -5.9, 0.10), (9.3, -7.9, 0.10))):
        parts.add(torus(0.34, 0.11, RUBBER, sides=20, section=9).placed(x, y, z + 0.01, h=k * 40))
    for k in range(4):
        parts.add(
            torus(
                0.55 - 0.03 * k, 0.032, Material((0.46, 0.40, 0.28), "rope", 0.9, 0, 0.5, scale=6), sides=26, section=6
            ).placed(8.0, -6.4, 0.03 + 0.055 * k)
        )
    for x, y, tint in ((-13.4, -6.3, (0.05, 0.16, 0.36)), (-14.1, -6.6, (0.42, 0.06, 0.04))):
        parts.add(
            lathe(
                [
                    (0, 0),
                    (0.29, 0),
                    (0.29, 0.29),
                    (0.30, 0.30),
                    (0.29, 0.31),
                    (0.29, 0.88),
                    (0.27, 0.88),
                    (0.27, 0.86),
                    (0, 0.86),
                ],
                painted(*tint),
                sides=18,
            ).placed(x, y)
        )
    board = Assembly()
    board.add(
        *(rod((x, 0, 0), (x, 0, 2.6), 0.035, STEEL) for x in (-0.6, 0.6)),
        box(1.66, 0.03, 1.06, STEEL, bevel=0.006).placed(0, 0.02, 1.5),
    )
    board.sign("berth_board", 1.6, 1.0, 0, 0.038, 1.53)
    parts.include(board, 5.2, -8.6, 0)
    parts.add(
        cable(
            [(-16, -5.4, 0.02), (-13, -5.2, 0.02), (-12, -4.2, 0.02), (-9.5, -4.0, 0.02)],
            0.022,
            plastic(0.02, 0.02, 0.02),
            on_ground=True,
            sides=7,
        )
    )


def _lights(parts: Assembly) -> None:
    """High masts behind the quay and a lamp on the berth's far ends, baked: the edge between x -8 and 4 stays dark."""
    for x, y, high, power in (
        (-34.0, -24.0, 18.0, 22.0),
        (36.0, -26.0, 18.0, 30.0),
        (24.0, -3.4, 8.0, 9.0),
        (-24.0, -3.4, 8.0, 8.0),
    ):
        parts.add(lathe([(0, 0), (0.2, 0), (0.09, high), (0, high)], STEEL, sides=8).placed(x, y))
        parts.add(
            *(box(0.42, 0.3, 0.12, DARK_STEEL, bevel=0.02).placed(x + dx, y + 0.3, high - 0.1) for dx in (-0.5, 0.5))
        )
        parts.add(
            *(
                box(0.34, 0.24, 0.03, plastic(1.0, 0.86, 0.62), bevel=0.006).placed(x + dx, y + 0.3, high - 0.14)
                for dx in (-0.5, 0.5)
            ),
            to="glow",
        )
        parts.lamp(Lamp((x, y + 0.3, high - 0.4), (0, 0.25, -1), (1.0, 0.82, 0.55), power, 150, baked=True, size=0.4))


@place("quay")
def quay() -> Place:
    """Deck y < 0 at z 0, edge y 0, water z -2.5, a barge from y 0.9; kerb broken at x -1.5..-0.5."""
    parts = Assembly()
    _edge(parts)
    _deck(parts)
    _lights(parts)
    parts.include(barge(), 0, 0, 0)
    for lamp in barge_lamps():
        parts.lamp(lamp)
    parts.add(_wide_water())
    model = merged(
        [
            parts.model(),
            container_stacks(),
            model_of(*quay_crane(46.0), *quay_crane(-52.0), *far_bank(), *warehouse_wall()),
        ]
    )
    return Place("quay", model, _ground(), NIGHT, (-20.0, -14.0, 20.0, 0.0), ground_height)


def barge_lamps() -> list[Lamp]:
    """The deck lamps of the barge, at wheelhouse and mast."""
    return [
        Lamp((14.2, 2.2, 3.6), (-1.0, -0.2, -0.6), (1.0, 0.88, 0.66), 4.0, 140, baked=True, size=0.12),
        Lamp((-17.5, 5.0, 5.0), (0.6, -0.2, -1.0), (1.0, 0.88, 0.66), 5.0, 150, baked=True, size=0.12),
    ]
