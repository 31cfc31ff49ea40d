"""The casting bay of a steel shop, 30 x 20 x 16 m: crane runway, emergency pit, caster, furnace glow in the west."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.builders import place
from assets.mesh import Lamp, merged
from assets.modelling import Assembly, Material, box, painted, rod
from assets.modelling.materials import DARK_STEEL, RUSTY_STEEL
from assets.place import Light, Place
from assets.places.caster import caster
from assets.places.hall_fittings import high_bay
from assets.places.hall_ground import Floor, hall_floor
from assets.places.hall_shell import SKYLIGHT, truss
from assets.places.steel_shop_fittings import FRAME, SLAG_DUST, SOOT, W, furnace, north_side, south_side
from assets.places.works_yard import works_yard
from assets.props.parts.railings import railing

D, EAVES = 20.0, 16.0
EXTENT = (0.0, 0.0, W, D)
RAIL_Z = 12.0
PIT = (16.0, 8.4, 20.0, 11.6)
PIT_DEPTH = 1.0
COLUMN_X = (0.6, 7.8, 15.0, 22.2, 29.4)
CLADDING = Material((0.24, 0.25, 0.26), "corrugated", 0.75, 0.1, 0.6)
RUNWAY = painted(0.34, 0.26, 0.10, 0.6, 0.5)
HALIDE = (1.0, 0.86, 0.66)
FLOOR = Floor(
    (-0.3, -0.3, W + 0.3, D + 0.3),
    ("soil", "concrete", "asphalt"),
    damp=((17.6, 7.3, 1.1, 0.5),),
    dusty=0.5,
    joint=6.0,
    seed=41,
    tint=(0.46, 0.45, 0.44),
)
LIGHT = Light(
    sun_direction=(-0.36, -0.52, 0.775),
    sun=(2.6, 2.0, 1.3),
    horizon=(0.80, 0.66, 0.50),
    middle=(0.55, 0.56, 0.58),
    zenith=(0.24, 0.34, 0.50),
    bounce=(0.16, 0.12, 0.09),
    fog_start=9.0,
    fog_density=0.011,
    exposure=1.15,
    night=0.55,
)


def floor_height(x: NDArray, y: NDArray) -> NDArray:
    """The floor, 1 m lower in the emergency pit."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    inside = (x > PIT[0] + 0.01) & (x < PIT[2] - 0.01) & (y > PIT[1] + 0.01) & (y < PIT[3] - 0.01)
    return np.where(inside, -PIT_DEPTH, 0.0)


@place("steel-shop")
def steel_shop() -> Place:
    """Ladles travel along y 10 from the west; people's ways are along the south wall."""
    parts = Assembly()
    _enclosure(parts)
    _runway(parts)
    _pit(parts)
    parts.include(caster(), 26.0, 0.0)
    furnace(parts)
    south_side(parts)
    north_side(parts)
    for x in (3.0, 10.0, 17.0, 24.0):
        for y in (5.0, 15.0):
            high_bay(parts, x, y, 13.2, power=11.0, colour=HALIDE)
    parts.lamp(Lamp((27.5, 8.5, 6.2), (0, 0, -1), (1.0, 0.50, 0.18), 14.0, 180.0, baked=True, size=0.8))
    parts.lamp(Lamp((-5.0, 10.0, 4.0), (1, 0, 0), (1.0, 0.46, 0.16), 26.0, 180.0, baked=True, size=1.5))
    model = merged([parts.model(), works_yard(EXTENT, 53)])
    return Place("steel-shop", model, hall_floor(FLOOR, floor_height, pits=(PIT,)), LIGHT, EXTENT, floor_height)


def _enclosure(parts: Assembly) -> None:
    """Cladding over a concrete foot, louvre bands, trusses, a roof with a glazed monitor; the west end is open."""
    for y, turn in ((-0.2, 0), (D + 0.2, 180)):
        side, shift = Assembly(), -4 if turn == 0 else 4
        side.add(
            box(W + 22, 0.3, 1.4, SOOT, bevel=0.02, grid=1.4).placed(shift, 0),
            box(W + 22, 0.1, EAVES - 3.4, CLADDING, bevel=0.01, grid=1.7).placed(shift, -0.05, 1.4),
        )
        for z in np.arange(EAVES - 1.95, EAVES - 0.1, 0.3):
            side.add(
                box(W + 22, 0.20, 0.02, CLADDING.shade(0.8), bevel=0.003, grid=3).placed(shift, -0.05, float(z), p=28)
            )
        parts.include(side, W / 2, y, 0, h=turn)
    parts.add(
        box(0.2, D, EAVES, CLADDING, bevel=0.01, grid=1.8).placed(W + 6.2, D / 2),
        box(0.2, D, EAVES, CLADDING.shade(0.6), bevel=0.01, grid=2.5).placed(-14.0, D / 2),
    )
    one = truss(D, 14.2, 1.6, FRAME, bays=8, depth=0.9)
    for x in (-7.0, *COLUMN_X, W + 5.0):
        parts.add(one.placed(x, 0.0))
    slope = float(np.hypot(D / 2, 1.6))
    for turn, x, y in ((0, W / 2 - 4, 0.0), (180, W / 2 - 4, D)):
        half = Assembly()
        half.add(
            box(W + 22, slope - 2.2, 0.08, CLADDING.but(turned=True).shade(0.8), bevel=0.01, grid=2.5).placed(
                0, (slope - 2.2) / 2, 0
            )
        )
        half.add(
            *(
                box(W + 22, 0.1, 0.2, FRAME, bevel=0.01, grid=3).placed(0, s, -0.2)
                for s in np.arange(0.5, slope - 2, 2.0)
            )
        )
        lifted = Assembly()
        lifted.include(half, p=float(np.degrees(np.arctan2(1.6, D / 2))))
        parts.include(lifted, x, y, EAVES - 0.3, h=turn)
    parts.add(
        *(
            box(W + 22, 0.06, 1.3, SKYLIGHT, bevel=0.002, grid=3).placed(W / 2 - 4, D / 2 + s * 2.2, EAVES + 1.0)
            for s in (-1, 1)
        ),
        to="glass",
    )
    parts.add(box(W + 22, 5.2, 0.1, CLADDING.shade(0.8), bevel=0.01, grid=2.5).placed(W / 2 - 4, D / 2, EAVES + 2.4))


def _runway(parts: Assembly) -> None:
    """Built-up columns and the crane girders; rail tops at z 12."""
    for y, inward in ((2.0, 1), (D - 2.0, -1)):
        parts.add(
            box(W + 16, 0.5, 1.5, RUNWAY, bevel=0.02, grid=1.5).placed(W / 2 - 4, y, RAIL_Z - 1.72),
            box(W + 16, 0.9, 0.06, RUNWAY, bevel=0.01, grid=1.5).placed(W / 2 - 4, y, RAIL_Z - 0.22),
        )
        parts.add(box(W + 16, 0.12, 0.16, RUSTY_STEEL, bevel=0.02, grid=2.5).placed(W / 2 - 4, y, RAIL_Z - 0.16))
        parts.add(
            railing(
                (-8.0, y - inward * 1.3, RAIL_Z - 0.2), (W + 4, y - inward * 1.3, RAIL_Z - 0.2), toe=False, every=3.0
            )
        )
        for x in (-7.0, *COLUMN_X):
            for dy in (-0.75, 0.35):
                parts.add(
                    box(0.5, 0.34, RAIL_Z - 1.7 if dy * inward > 0 else 14.2, FRAME, bevel=0.02, grid=1.3).placed(
                        x, y - inward * 0.2 + dy * 1.0
                    )
                )
            for k in range(6):
                a, b = (y - 0.9, y + 0.2) if k % 2 else (y + 0.2, y - 0.9)
                parts.add(rod((x, a, 0.4 + 1.65 * k), (x, b, 2.05 + 1.65 * k), 0.07, FRAME, sides=4))
            parts.add(box(1.0, 1.9, 0.5, SOOT, bevel=0.03, grid=0.8).placed(x, y - inward * 0.2 - 0.2, 0.0))
            parts.sign(
                "hazard_stripes",
                0.5,
                0.3,
                x,
                y - inward * 0.2 + (0.525 if inward > 0 else -0.925),
                1.0,
                turn=0 if inward > 0 else 180,
            )


def _pit(parts: Assembly) -> None:
    """Steel plates line the emergency pit; a curb of angle steel with stripes runs round it."""
    x0, y0, x1, y1 = PIT
    lining = RUSTY_STEEL.shade(0.55)
    for x in (x0 + 0.3, x1 - 0.3):
        parts.add(
            box(0.06, y1 - y0 - 0.5, PIT_DEPTH + 0.05, lining, bevel=0.008, grid=0.6).placed(
                x, (y0 + y1) / 2, -PIT_DEPTH
            )
        )
    for y in (y0 + 0.3, y1 - 0.3):
        parts.add(
            box(x1 - x0 - 0.5, 0.06, PIT_DEPTH + 0.05, lining, bevel=0.008, grid=0.6).placed(
                (x0 + x1) / 2, y, -PIT_DEPTH
            )
        )
    plate = DARK_STEEL.but(texture="checker_plate").shade(0.6)
    for y in (y0 + 0.14, y1 - 0.14):
        parts.add(box(x1 - x0 + 0.1, 0.40, 0.05, plate, bevel=0.008, grid=0.7).placed((x0 + x1) / 2, y, 0.005))
    for x in (x0 + 0.14, x1 - 0.14):
        parts.add(box(0.40, y1 - y0, 0.05, plate, bevel=0.008, grid=0.7).placed(x, (y0 + y1) / 2, 0.004))
    for y, turn in ((y0 - 0.0615, 180), (y1 + 0.0615, 0)):
        parts.sign("hazard_stripes", x1 - x0, 0.05, (x0 + x1) / 2, y, 0.003, turn=turn)
    parts.add(
        box(3.3, 2.5, 0.02, SLAG_DUST.shade(0.7), bevel=0.003, grid=0.5).placed(
            (x0 + x1) / 2, (y0 + y1) / 2, -PIT_DEPTH - 0.005
        )
    )
