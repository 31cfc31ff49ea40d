"""Furniture of the hotel: the kitchen's fridges and sinks, a laid table of the dining room."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, box, lathe, plastic, rod, rounded_box, tube
from assets.modelling.materials import BLACK_PLASTIC, DARK_STEEL, STEEL
from assets.props.parts.kitchen_parts import crockery
from assets.props.parts.pipework import SATIN, STAINLESS

CARPET = Material((0.32, 0.055, 0.05), "fabric", 0.95, 0.0, 0.3, scale=0.8)
PANELLING = Material((0.34, 0.20, 0.11), "wood", 0.55, 0.0, 0.05, turned=True)


def fridge() -> Mesh:
    """A four-door stainless refrigerator, 1.2 x 0.75 x 1.95 m, its front to +y."""
    body = box(1.22, 0.72, 1.80, STAINLESS.but(bump=0.05), bevel=0.01, grid=0.5).placed(0, 0, 0.14)
    pieces = [body, box(1.22, 0.70, 0.16, SATIN.but(bump=0.05), bevel=0.006, grid=0.6).placed(0, -0.01, 1.94)]
    for x in (-0.30, 0.30):
        for z in (0.18, 1.06):
            pieces.append(
                rounded_box(0.58, 0.04, 0.84, STAINLESS.but(bump=0.05, roughness=0.3), radius=0.015, segments=8).placed(
                    x, 0.375, z
                )
            )
            pieces.append(
                box(0.03, 0.03, 0.28, DARK_STEEL.but(bump=0.05), bevel=0.006).placed(
                    x - np.sign(x) * 0.24, 0.41, z + 0.28
                )
            )
    pieces += [rod((x, y, 0), (x, y, 0.14), 0.022, DARK_STEEL, sides=8) for x in (-0.55, 0.55) for y in (-0.3, 0.3)]
    return joined([*pieces, box(0.24, 0.012, 0.07, BLACK_PLASTIC, bevel=0.003).placed(0, 0.345, 1.98)])


def sink(bowls: int) -> Mesh:
    """A stainless sink bench with deep bowls, splash-back and spray tap, its front to +y."""
    w = 0.75 * bowls
    steel = STAINLESS.but(bump=0.05)
    pieces = [box(w, 0.06, 0.15, steel, bevel=0.006, grid=0.6).placed(0, -0.34, 0.80)]
    for k in range(bowls):
        x = -w / 2 + 0.75 * (k + 0.5)
        pieces += [box(0.75, 0.08, 0.04, steel, bevel=0.006, grid=0.5).placed(x, y, 0.78) for y in (-0.31, 0.31)]
        pieces += [box(0.09, 0.6, 0.04, steel, bevel=0.006, grid=0.5).placed(x + dx, 0, 0.78) for dx in (-0.33, 0.33)]
        pieces += [box(0.58, 0.012, 0.28, SATIN.but(bump=0.05), bevel=0.003).placed(x, y, 0.52) for y in (-0.27, 0.27)]
        pieces += [
            box(0.012, 0.54, 0.28, SATIN.but(bump=0.05), bevel=0.003).placed(x + dx, 0, 0.52) for dx in (-0.285, 0.285)
        ]
        pieces += [box(0.58, 0.54, 0.012, SATIN.shade(0.8), bevel=0.003).placed(x, 0, 0.51)]
        pieces.append(
            tube(
                [(x, -0.3, 0.82), (x, -0.3, 1.08), (x, -0.22, 1.16), (x, -0.1, 1.12), (x, -0.08, 1.04)],
                0.013,
                STEEL,
                sides=8,
            )
        )
    pieces += [
        rod((x, y, 0), (x, y, 0.8), 0.02, steel, sides=8, grid=0.5)
        for x in (-w / 2 + 0.05, w / 2 - 0.05)
        for y in (-0.28, 0.28)
    ]
    pieces.append(box(w - 0.1, 0.5, 0.02, steel, bevel=0.004, grid=0.6).placed(0, 0, 0.16))
    return joined(pieces)


@cache
def laid_table() -> Assembly:
    """A laid round table with four chairs."""
    parts = Assembly()
    linen = Material((0.86, 0.84, 0.78), "fabric", 0.8, 0.0, 0.05, scale=3)
    parts.add(lathe([(0.66, 0.32), (0.64, 0.5), (0.70, 0.72), (0.70, 0.745), (0, 0.75)], linen, sides=20, split=50))
    parts.add(
        lathe(
            [(0, 0.75), (0.3, 0.75), (0.3, 0.775), (0, 0.78)],
            Material((0.55, 0.6, 0.6), "paint", 0.08, 0, 0.02),
            sides=20,
        )
    )
    for k in range(4):
        seat = joined(
            [
                box(0.44, 0.44, 0.06, CARPET.but(colour=(0.45, 0.10, 0.06)), bevel=0.02).placed(0, 0, 0.43),
                box(0.44, 0.06, 0.55, PANELLING, bevel=0.02).placed(0, -0.21, 0.46),
                *(
                    box(0.045, 0.045, 0.44, PANELLING, bevel=0.006).placed(x, y)
                    for x in (-0.19, 0.19)
                    for y in (-0.19, 0.19)
                ),
            ]
        )
        parts.add(seat.placed(0, -0.95).placed(h=90 * k + 20), crockery(1).placed(0, 0.5, 0.755).placed(h=90 * k + 20))
    parts.add(
        lathe(
            [(0, 0.78), (0.04, 0.78), (0.05, 0.86), (0.02, 0.93), (0.025, 0.95), (0, 0.95)],
            plastic(0.10, 0.30, 0.36, 0.15),
            sides=12,
        )
    )
    return parts
