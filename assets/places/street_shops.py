"""Shops along a street: glazed fronts, sign boards, awnings, goods before the door, flats above them.

A row stands along x, its fronts to -y at y = 0, its foot at z = 0.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, block, box, rounded_box, sheet, solid, tube
from assets.modelling.materials import DARK_STEEL, STEEL, WINDOW, Material, painted, plastic
from assets.places.housing import CREAM, GREY, OLD_BRICK, PINK, Part, Style, aircon, facade, moved, slab
from assets.textures.street_boards import SHOPS

UNIT, HIGH, GLASS = 5.6, 3.7, 2.75
FRONTS = (
    painted(0.30, 0.08, 0.06, 0.5),
    painted(0.66, 0.67, 0.66, 0.4),
    painted(0.12, 0.14, 0.16, 0.4),
    painted(0.40, 0.26, 0.14, 0.5),
)
FRAME = painted(0.30, 0.31, 0.32, 0.4)
INSIDE = Material((0.50, 0.45, 0.38), "plaster", 0.9, 0.0, 0.03)
GOODS = (
    (0.62, 0.10, 0.08),
    (0.75, 0.48, 0.06),
    (0.10, 0.30, 0.14),
    (0.08, 0.18, 0.44),
    (0.70, 0.68, 0.62),
    (0.34, 0.16, 0.36),
)
TUBE_LIGHT = plastic(0.82, 0.80, 0.70)


def _front(kind: int, rng: np.random.Generator) -> Assembly:
    """One shop: posts, panes, a door standing open, its sign board, an awning for some."""
    shop = Assembly()
    name, _words, back, _ink, _small = SHOPS[kind % len(SHOPS)]
    paint = FRONTS[kind % len(FRONTS)]
    shop.add(
        *(box(0.32, 0.36, HIGH, paint, bevel=0.02, grid=2).placed(x, 0.12) for x in (-UNIT / 2 + 0.16, UNIT / 2 - 0.16))
    )
    shop.add(box(UNIT, 0.30, 0.14, FRAME, bevel=0.01, grid=2).placed(0, 0.12, GLASS - 0.02))
    board_tint = tuple((channel / 255) ** 2.2 for channel in back[:3])
    shop.add(box(UNIT - 0.06, 0.26, 0.90, painted(*board_tint, 0.4), bevel=0.03, grid=2).placed(0, -0.10, GLASS + 0.06))
    shop.sign(f"shop_{name}", 4.2, 0.84, 0, -0.235, GLASS + 0.09, turn=180)
    bars = [slab(0.06, 0.08, GLASS, FRAME, x, 0.06) for x in (-2.44, -1.1, 0.0, 1.1, 2.44)]
    bars += [slab(UNIT - 0.6, 0.08, 0.07, FRAME, 0, 0.06, z) for z in (0.0, 2.15)]
    shop.add(*bars, slab(2.3, 0.14, 0.40, paint, -1.25, 0.06), slab(1.3, 0.14, 0.40, paint, 1.77, 0.06))
    for x, w, low in ((-1.77, 1.3, 0.4), (-0.55, 1.06, 0.4), (1.77, 1.3, 0.4), (0.0, UNIT - 0.7, 2.2)):
        shop.add(solid(block(w, 0.01, 2.12 - low if low < 2 else 0.5, x, 0.06, low), WINDOW), to="glass")
    if rng.random() < 0.6:
        shop.sign("shop_window_posters", 1.26, 0.60, -1.77, 0.045, 1.0, turn=180)
    leaf = box(1.0, 0.04, 2.1, FRAME.shade(0.7), bevel=0.006)
    shop.add(leaf.placed(0.5).placed(1.07, 0.10, 0.02, h=78))
    if kind % 3 == 0:
        shop.add(_awning(paint))
    if kind % 2:
        shop.add(aircon().placed(2.0, -0.05, GLASS + 1.0))
    return shop


def _awning(paint: Material) -> Mesh:
    """A canvas awning on arms, with a scalloped hem."""
    canvas = Material(paint.colour, "fabric", 0.9, 0, 0.2, scale=2).shade(1.6)
    line = [(-1.35, 2.18), (-1.33, 2.42), (-0.7, 2.62), (0.0, 2.80)]
    roof = sheet(line, 0.02, UNIT - 0.5, canvas, grid=1.0).placed(h=90)
    arms = [tube([(x, 0, 2.3), (x, -1.3, 2.36)], 0.018, STEEL, sides=5) for x in (-2.4, 2.4)]
    return joined([roof, *arms])


def _inside(rng: np.random.Generator) -> Assembly:
    """What is seen through the panes: lit back wall, shelves with goods, a counter."""
    room = Assembly()
    room.add(
        slab(UNIT, 0.1, HIGH, INSIDE, 0, 3.4),
        slab(UNIT, 3.4, 0.05, INSIDE.shade(0.8), 0, 1.7, GLASS + 0.2),
        slab(UNIT, 3.4, 0.03, INSIDE.shade(0.6), 0, 1.7, 0),
    )
    room.add(*(slab(0.08, 3.3, HIGH, INSIDE, x, 1.75) for x in (-UNIT / 2 + 0.04, UNIT / 2 - 0.04)))
    room.add(
        box(1.3, 0.05, 0.05, TUBE_LIGHT, bevel=0.005).placed(-1.2, 1.4, GLASS + 0.1),
        box(1.3, 0.05, 0.05, TUBE_LIGHT, bevel=0.005).placed(1.2, 1.4, GLASS + 0.1),
        to="glow",
    )
    for level in range(4):
        z = 0.25 + 0.55 * level
        room.add(slab(4.6, 0.35, 0.03, FRAME, 0, 3.1, z))
        x = -2.2
        while x < 2.1:
            wide, high = rng.uniform(0.15, 0.45), rng.uniform(0.2, 0.42)
            tint = GOODS[int(rng.integers(len(GOODS)))]
            room.add(slab(wide, 0.28, high, plastic(*tint, 0.5), x + wide / 2, 3.08, z + 0.03))
            x += wide + rng.uniform(0.02, 0.12)
    room.add(box(1.6, 0.6, 0.95, INSIDE.shade(0.7), bevel=0.02, grid=2).placed(-1.3, 1.5))
    return room


def _before_door(kind: int, rng: np.random.Generator) -> Assembly:
    """Goods and furniture on the footway: crates of fruit, stools, a board, plants."""
    things = Assembly()
    if kind % 4 == 1:
        for k in range(6):
            x, y = -1.9 + 0.46 * (k % 3), -0.35 - 0.42 * (k // 3)
            things.add(box(0.42, 0.36, 0.22, painted(0.46, 0.30, 0.14, 0.8), bevel=0.01, grid=2).placed(x, y, 0.30))
            tint = ((0.72, 0.30, 0.03), (0.55, 0.06, 0.05), (0.30, 0.42, 0.08))[k % 3]
            things.add(rounded_box(0.36, 0.30, 0.10, plastic(*tint, 0.4), radius=0.05, segments=8).placed(x, y, 0.47))
        things.add(slab(1.5, 0.85, 0.30, FRAME, -1.45, -0.55))
    elif kind % 4 == 0:
        for k in range(4):
            stool = plastic(0.62, 0.08, 0.06, 0.4)
            x, y = 1.2 + 0.7 * (k % 2) + rng.uniform(-0.05, 0.05), -0.6 - 0.55 * (k // 2)
            things.add(
                rounded_box(0.30, 0.30, 0.05, stool, radius=0.02, segments=8).placed(x, y, 0.40),
                *(slab(0.04, 0.04, 0.4, stool, x + a, y + b) for a in (-0.11, 0.11) for b in (-0.11, 0.11)),
            )
        things.add(
            box(0.7, 0.6, 0.04, painted(0.5, 0.34, 0.2, 0.6), bevel=0.01).placed(1.55, -0.88, 0.68),
            slab(0.06, 0.5, 0.68, DARK_STEEL, 1.55, -0.88),
        )
    else:
        things.add(box(0.06, 0.5, 0.9, painted(0.10, 0.10, 0.11), bevel=0.01).placed(2.1, -0.5, 0, r=8))
    return things


def shop_row(shops: int, storeys: int, style: Style, seed: int, *, near: bool = True) -> list[Part]:
    """So many shops with flats above; far rows have no interiors and nothing before the doors."""
    rng = np.random.default_rng(seed)
    width = shops * UNIT
    row = Assembly()
    for k in range(shops):
        x = -width / 2 + UNIT * (k + 0.5)
        kind = seed * 3 + k
        row.include(_front(kind, rng), x)
        if near:
            row.include(_inside(rng), x)
            row.include(_before_door(kind, rng), x)
        else:
            row.add(slab(UNIT, 0.1, GLASS, INSIDE.shade(0.16), x, 0.5))
    upper = facade(width, storeys + 1, replace(style, near=near), seed, first=1)
    parts = list(row.model().meshes.items()) + moved(upper, 0, 0, HIGH - 2.9 + 0.05)
    parts.append(("opaque", slab(width, 7, HIGH, style.wall, 0, 7.0)))
    return parts


STYLES = (CREAM, OLD_BRICK, GREY, PINK)
