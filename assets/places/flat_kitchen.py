"""The kitchen of the flat: counter, sink, wall cabinets, hood, gas pipe with its meter, fridge, utensils."""

from __future__ import annotations

from assets.mesh import joined
from assets.modelling import Assembly, block, box, lathe, rod, rounded_box, smooth, solid, torus, tube
from assets.modelling.materials import (
    ALUMINIUM,
    BLACK_PLASTIC,
    CHROME,
    DARK_STEEL,
    GREY_PLASTIC,
    STEEL,
    WOOD,
    Material,
    painted,
    plastic,
)
from assets.places.home_rooms import WHITE_LACQUER

COUNTER_TOP = Material((0.34, 0.33, 0.33), "floor_tile", 0.22, 0.0, 0.04, scale=2.0)
FRONT = Material((0.72, 0.66, 0.52), "paint", 0.32, 0.0, 0.03)
GAS_YELLOW = painted(0.78, 0.46, 0.03, 0.4, 0.05)
BAY = (6.05, 6.95)
"""From and to along x: the open bay below the stove, where the gas hose hangs to be seen."""
COUNTER_END = 7.62
"""Where the counter ends; a washing machine may stand beyond it."""
COUNTER_H = 0.80


def kitchen(parts: Assembly) -> None:
    """The counter along the north wall (y 2.4..2.94, top 0.8), wall cabinets, hood at x 6.5, gas meter and pipe."""
    _counter(parts)
    _wall_cabinets(parts)
    _hood(parts)
    _gas_pipe(parts)
    _fridge(parts)
    _utensils(parts)


def _counter(parts: Assembly) -> None:
    y, deep, top = 2.67, 0.54, 0.035
    sink_x = 7.28
    slab = block(COUNTER_END - 5.08, deep + 0.03, top, (COUNTER_END + 5.08) / 2, y - 0.015, COUNTER_H - top)
    slab -= block(0.46, 0.36, 0.2, sink_x, y - 0.01, COUNTER_H - 0.1)
    parts.add(solid(slab, COUNTER_TOP, grid=0.5))
    parts.add(
        box(COUNTER_END - 5.08, 0.012, 0.10, COUNTER_TOP, bevel=0.003).placed(
            (COUNTER_END + 5.08) / 2, 2.934, COUNTER_H
        )
    )
    for x0, x1 in ((5.08, BAY[0]), (BAY[1], COUNTER_END)):
        parts.add(
            box(x1 - x0, deep - 0.02, COUNTER_H - top - 0.10, FRONT.shade(0.8), bevel=0.004).placed(
                (x0 + x1) / 2, y + 0.01, 0.10
            )
        )
        count = max(1, round((x1 - x0) / 0.42))
        leaf = (x1 - x0) / count
        for k in range(count):
            x = x0 + leaf * (k + 0.5)
            parts.add(
                box(leaf - 0.008, 0.018, COUNTER_H - top - 0.12, FRONT, bevel=0.004).placed(
                    x, y - deep / 2 - 0.008, 0.11
                )
            )
            parts.add(
                rod(
                    (x + leaf * 0.36, y - deep / 2 - 0.035, 0.52),
                    (x + leaf * 0.36, y - deep / 2 - 0.035, 0.66),
                    0.006,
                    CHROME,
                    sides=6,
                )
            )
    parts.add(
        box(COUNTER_END - 5.08, 0.02, 0.10, DARK_STEEL, bevel=0.003).placed(
            (COUNTER_END + 5.08) / 2, y - deep / 2 + 0.06
        )
    )
    parts.add(box(BAY[1] - BAY[0], deep - 0.06, 0.02, FRONT.shade(0.7), bevel=0.003).placed(sum(BAY) / 2, y, 0.10))
    parts.add(
        *(
            box(0.018, deep - 0.02, COUNTER_H - top - 0.1, FRONT.shade(0.75), bevel=0.003).placed(x, y + 0.01, 0.10)
            for x in (BAY[0] + 0.009, BAY[1] - 0.009)
        )
    )
    basin = block(0.46, 0.36, 0.17, sink_x, y - 0.01, COUNTER_H - 0.165) - block(
        0.44, 0.34, 0.2, sink_x, y - 0.01, COUNTER_H - 0.155
    )
    rim = block(0.50, 0.40, 0.006, sink_x, y - 0.01, COUNTER_H - 0.001) - block(
        0.44, 0.34, 0.1, sink_x, y - 0.01, COUNTER_H - 0.05
    )
    parts.add(solid(basin + rim, STEEL.but(texture="paint", bump=0.02)))
    parts.add(
        lathe([(0, 0), (0.03, 0), (0.026, 0.006), (0, 0.004)], DARK_STEEL, sides=14).placed(
            sink_x, y, COUNTER_H - 0.154
        )
    )
    tap = smooth(
        [(0, 0.20, 0), (0, 0.20, 0.20), (0, 0.17, 0.27), (0, 0.08, 0.285), (0, 0.03, 0.25), (0, 0.02, 0.20)], 4
    )
    parts.add(
        tube(tap, 0.011, CHROME, sides=8).placed(sink_x, y - 0.01, COUNTER_H),
        rod((0.02, 0.2, 0.06), (0.09, 0.18, 0.085), 0.007, CHROME, sides=6).placed(sink_x, y - 0.01, COUNTER_H),
    )


def _wall_cabinets(parts: Assembly) -> None:
    for x0, x1 in ((5.75, 6.05), (6.95, 7.95)):
        count = max(1, round((x1 - x0) / 0.45))
        leaf = (x1 - x0) / count
        parts.add(box(x1 - x0, 0.32, 0.62, FRONT.shade(0.85), bevel=0.004).placed((x0 + x1) / 2, 2.78, 1.62))
        for k in range(count):
            x = x0 + leaf * (k + 0.5)
            parts.add(box(leaf - 0.008, 0.018, 0.61, FRONT, bevel=0.004).placed(x, 2.612, 1.625))
            parts.add(rod((x - leaf * 0.34, 2.59, 1.66), (x - leaf * 0.34, 2.59, 1.78), 0.006, CHROME, sides=6))


def _hood(parts: Assembly) -> None:
    """A deep range hood with two fans, greasy, its duct to the ceiling."""
    steel = Material((0.52, 0.53, 0.53), "galvanised", 0.3, 0.6, 0.05)
    body = joined(
        [
            solid(block(0.84, 0.46, 0.10, 0, 0, 0) + block(0.76, 0.40, 0.12, 0, 0.02, 0.10), steel),
            box(0.60, 0.02, 0.05, BLACK_PLASTIC, bevel=0.006).placed(0, -0.235, 0.03),
            *(
                lathe([(0, 0), (0.105, 0), (0.11, 0.02), (0.10, 0.02), (0, 0.02)], DARK_STEEL, sides=20).placed(
                    x, 0, -0.015
                )
                for x in (-0.2, 0.2)
            ),
            *(
                rounded_box(0.03, 0.012, 0.018, GREY_PLASTIC, radius=0.005, segments=8).placed(x, -0.248, 0.045)
                for x in (-0.12, -0.04, 0.04, 0.12)
            ),
        ]
    )
    parts.add(body.placed(6.5, 2.71, 1.56))
    parts.add(
        tube(
            [(6.5, 2.80, 1.76), (6.5, 2.80, 2.42), (6.62, 2.80, 2.54), (8.9, 2.80, 2.54)],
            0.08,
            ALUMINIUM.but(texture="corrugated", bump=0.06, scale=2),
            sides=14,
        )
    )
    for x in (6.3, 6.7):
        parts.add(
            lathe([(0, 0), (0.035, 0.005), (0.03, 0.03), (0, 0.03)], painted(0.30, 0.17, 0.05, 0.2), sides=12).placed(
                x, 2.71, 1.535
            )
        )


def _gas_pipe(parts: Assembly) -> None:
    """Riser, meter, and the pipe at 1.3 m down to the bay; x 5.47..5.74 is left free for the valve."""
    y = 2.86
    parts.add(tube([(5.16, y, 0), (5.16, y, 2.7)], 0.02, GAS_YELLOW, sides=10))
    meter = Assembly()
    meter.add(rounded_box(0.20, 0.15, 0.24, painted(0.72, 0.74, 0.74, 0.35), radius=0.03, segments=10))
    meter.sign("home_gas_meter_face", 0.15, 0.11, 0, -0.0765, 0.075, turn=180)
    meter.add(*(rod((x, 0, 0.23), (x, 0, 0.33), 0.016, GAS_YELLOW) for x in (-0.06, 0.06)))
    parts.include(meter, 5.30, y - 0.02, 1.62)
    parts.add(tube([(5.16, y, 2.10), (5.24, y, 2.10), (5.24, y - 0.02, 1.95)], 0.014, GAS_YELLOW, sides=8))
    parts.add(
        tube(
            smooth(
                [(5.36, y - 0.02, 1.95), (5.36, y - 0.01, 2.06), (5.45, y, 2.06), (5.45, y, 1.5), (5.45, y, 1.32)], 3
            ),
            0.013,
            GAS_YELLOW,
            sides=8,
        )
    )
    parts.add(tube([(5.45, y, 1.34), (5.45, y, 1.30), (5.47, y, 1.30)], 0.013, GAS_YELLOW, sides=8))
    parts.add(tube([(5.74, y, 1.30), (5.98, y, 1.30), (6.0, y, 1.28), (6.0, y, 0.84)], 0.013, GAS_YELLOW, sides=8))
    parts.add(tube([(6.0, y, 0.84), (6.0, y + 0.03, 0.70), (6.16, y + 0.03, 0.62)], 0.013, GAS_YELLOW, sides=8))
    for x, z in ((5.86, 1.30), (6.0, 1.06)):
        parts.add(torus(0.018, 0.005, STEEL, sides=12, section=5).placed(x, y, z, r=90 if z > 1.2 else 0))


def _fridge(parts: Assembly) -> None:
    """A fridge in the south-west corner, notes and magnets on it."""
    cold = Assembly()
    white = painted(0.80, 0.81, 0.80, 0.25, 0.02)
    cold.add(rounded_box(0.56, 0.56, 1.56, white, radius=0.02, segments=8).placed(0, 0, 0.02))
    for low, tall in ((0.06, 0.92), (1.00, 0.56)):
        cold.add(rounded_box(0.55, 0.05, tall, white, radius=0.018, segments=8).placed(0, 0.29, low))
        cold.add(
            rounded_box(0.02, 0.03, 0.28, GREY_PLASTIC, radius=0.008, segments=8).placed(
                -0.23, 0.325, low + tall / 2 - 0.14
            )
        )
    cold.sign("home_fridge_note", 0.12, 0.15, 0.06, 0.318, 1.26)
    cold.add(
        *(
            lathe([(0, 0), (0.014, 0), (0.012, 0.008), (0, 0.009)], plastic(*tint), sides=10).placed(x, 0.316, z, p=-90)
            for x, z, tint in (
                (0.06, 1.40, (0.7, 0.1, 0.08)),
                (-0.10, 1.30, (0.1, 0.4, 0.2)),
                (0.15, 1.18, (0.8, 0.5, 0.05)),
            )
        )
    )
    cold.add(
        box(0.3, 0.24, 0.16, Material((0.6, 0.45, 0.28), "cardboard", 0.9, 0, 0.05), bevel=0.005).placed(
            0.05, -0.05, 1.58, h=8
        )
    )
    parts.include(cold, 7.25, 0.36, 0)


def _utensils(parts: Assembly) -> None:
    """What stands and hangs about: rice cooker, thermos kettle, bottles, knives, cups, towel, mop, bin."""
    top = COUNTER_H
    cooker = lathe(
        [(0, 0), (0.12, 0), (0.135, 0.03), (0.135, 0.16), (0.12, 0.21), (0.05, 0.235), (0, 0.235)],
        WHITE_LACQUER,
        sides=22,
    )
    parts.add(
        cooker.placed(5.36, 2.66, top),
        box(0.06, 0.03, 0.05, plastic(0.6, 0.12, 0.08), bevel=0.008).placed(5.36, 2.52, top + 0.04),
    )
    for k, (x, tint) in enumerate(
        ((5.66, (0.18, 0.08, 0.03)), (5.74, (0.50, 0.34, 0.04)), (5.82, (0.12, 0.05, 0.04)), (5.90, (0.55, 0.53, 0.48)))
    ):
        bottle = lathe(
            [
                (0, 0),
                (0.03, 0),
                (0.031, 0.15),
                (0.013, 0.19),
                (0.013, 0.23 + 0.02 * (k % 2)),
                (0, 0.23 + 0.02 * (k % 2)),
            ],
            plastic(*tint, 0.12),
            sides=12,
        )
        parts.add(bottle.placed(x, 2.85, top))
    rack = [rod((7.02 + 0.08 * k, 2.90, 1.42), (7.02 + 0.08 * k, 2.88, 1.36), 0.003, STEEL, sides=5) for k in range(6)]
    parts.add(rod((6.98, 2.91, 1.42), (7.46, 2.91, 1.42), 0.006, CHROME, sides=8), *rack)
    for k, (length, wide) in enumerate(((0.24, 0.05), (0.28, 0.07), (0.26, 0.045))):
        x = 7.02 + 0.16 * k
        parts.add(
            rod((x, 2.885, 1.36), (x, 2.885, 1.36 - length), 0.006, WOOD, sides=6),
            lathe([(0, 0), (wide, 0.0), (wide * 0.8, 0.012), (0, 0.016)], STEEL, sides=12).placed(
                x, 2.885, 1.36 - length, p=90
            ),
        )
    board = box(0.34, 0.022, 0.24, WOOD.shade(0.9), bevel=0.006).placed(6.99, 2.90, top, p=-10)
    parts.add(board)
    parts.add(
        lathe(
            [(0, 0), (0.13, 0), (0.15, 0.34), (0.145, 0.34), (0.126, 0.01), (0, 0.01)],
            plastic(0.55, 0.10, 0.10, 0.4),
            sides=18,
        ).placed(5.30, 1.92)
    )
    sack = Assembly()
    sack.add(
        rounded_box(
            0.30, 0.16, 0.42, Material((0.80, 0.78, 0.70), "fabric", 0.8, 0, 0.05, scale=5), radius=0.06, segments=10
        )
    )
    sack.sign("home_rice_sack", 0.22, 0.286, 0, 0.0815, 0.06)
    parts.include(sack, 6.72, 0.24, 0, p=-6)
    parts.add(
        rod((5.14, 2.14, 0.02), (5.10, 2.20, 1.25), 0.012, WOOD, sides=6),
        box(0.10, 0.26, 0.05, Material((0.5, 0.5, 0.48), "fabric", 0.95, 0, 0.05), bevel=0.02).placed(5.15, 2.14),
    )
