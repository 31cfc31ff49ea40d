"""The kitchen of a hotel: tiles and steel, the dining room through the south door, an alley to the east."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.mesh import Lamp
from assets.modelling import Assembly, Material, box, lathe, painted, plastic, rod, rounded_box
from assets.modelling.materials import BLACK_PLASTIC, DARK_STEEL, GREY_PLASTIC, STEEL
from assets.place import Ground, Light, Place
from assets.places.floors import FloorMap, flat_ground, floor_mesh, level
from assets.places.hotel_furniture import CARPET, PANELLING, fridge, laid_table, sink
from assets.places.openings import Opening
from assets.places.plant_fittings import SACK, batten_lamp, bin_, clock, drain, gutter, round_duct, shelf_unit
from assets.places.rooms import Band, ceiling_panel, wall
from assets.props.parts.kitchen_parts import crockery, ladles, pot, steel_bench, wok
from assets.props.parts.pipework import GAS_YELLOW, SATIN, STAINLESS, pipe

W, D, H = 10.0, 7.68, 3.0
TILE = Material((0.84, 0.85, 0.83), "tile", 0.18, 0.0, 0.05, scale=1.0)
TILE_BAND = Material((0.16, 0.32, 0.40), "tile", 0.18, 0.0, 0.05)
PLASTER = Material((0.82, 0.80, 0.76), "plaster", 0.8, 0.0, 0.05)
FLOOR = Material((0.50, 0.36, 0.30), "floor_tile", 0.5, 0.0, 0.3)
OUTSIDE = Material((0.42, 0.42, 0.42), "asphalt", 0.9, 0.0, 0.5)
CEILING = Material((0.76, 0.77, 0.77), "galvanised", 0.45, 0.2, 0.05)
SOUTH_DOOR = Opening(1.47, 2.53, 0.0, 2.13)
EAST_DOOR = Opening(1.47, 2.53, 0.0, 2.13)
PASS = Opening(4.2, 7.2, 1.0, 1.75)
GOLD = Material((0.86, 0.62, 0.28), "galvanised", 0.3, 0.8, 0.05)
DINING = (-5.0, -8.2, 12.0, -0.24)
_SUN = np.array([0.5, 0.2, 0.35])
EVENING = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(0.05, 0.04, 0.04),
    horizon=(0.20, 0.20, 0.30),
    middle=(0.10, 0.13, 0.26),
    zenith=(0.04, 0.06, 0.16),
    haze=(0.4, 0.25, 0.15),
    bounce=(0.06, 0.06, 0.08),
    clouds=0.3,
    fog_start=30.0,
    fog_density=0.004,
    night=0.8,
)


@place("hotel-kitchen")
def hotel_kitchen() -> Place:
    """10 x 8 x 3 m; the face of the N wall is y 7.68; doors S (2, 0) and E (10, 2); a pass to the dining room."""
    parts = Assembly()
    _shell(parts)
    _ceiling(parts)
    _west_wall(parts)
    _east_wall(parts)
    _south_wall(parts)
    _north_wall(parts)
    _dining_room(parts)
    _alley(parts)
    return Place("hotel-kitchen", parts.model(), _ground(), EVENING, (0, 0, W, 8.0), flat_ground)


def _shell(parts: Assembly) -> None:
    bands = (Band(0.10, TILE_BAND), Band(1.5, TILE), Band(1.6, TILE_BAND), Band(2.4, TILE), Band(H, PLASTER))
    brick = Material((0.70, 0.68, 0.66), "brick", 0.9, 0.0, 0.6)
    parts.add(
        wall((0, 0), (W, 0), H, bands, openings=(SOUTH_DOOR, PASS), outside=PANELLING),
        wall((W, 0), (W, D), H, bands, openings=(EAST_DOOR,), outside=brick),
        wall((W, D), (0, D), H, bands),
        wall((0, D), (0, 0), H, bands),
    )
    guard = SATIN.but(bump=0.05)
    for x, y in ((0.02, 0.02), (W - 0.02, 0.02), (0.02, D - 0.02), (W - 0.02, D - 0.02)):
        parts.add(box(0.05, 0.05, 1.5, guard, bevel=0.004, grid=0.6).placed(x, y, 0))


def _ceiling(parts: Assembly) -> None:
    """Aluminium strips with dark joints, lit panels behind grease-proof covers, an air outlet."""
    parts.add(
        level((0, W), (0, D), H, CEILING, down=True, step=0.6),
        level((-6, W + 1), (-9, D + 1), H + 0.15, CEILING, step=6),
    )
    for y in np.arange(0.3, D, 0.3):
        parts.add(box(W, 0.012, 0.003, DARK_STEEL.but(bump=0.04), bevel=0.0008, grid=1.5).placed(W / 2, y, H - 0.003))
    for x in (1.6, 5.0, 8.4):
        for y in (1.6, 4.4):
            ceiling_panel(parts, 1.16, 0.30, x, y, H, power=1.2, colour=(1.0, 0.95, 0.86))
    for x in (2.3, 8.8):
        batten_lamp(parts, x, 6.4, H, power=0.9, colour=(1.0, 0.93, 0.82))
    parts.add(round_duct([(0.6, 0.9, 2.75), (9.4, 0.9, 2.75)], 0.16, material=SATIN.but(bump=0.05)))


def _west_wall(parts: Assembly) -> None:
    """Refrigerators and a wash-hand basin; the middle is left for what scenarios hang there."""
    parts.add(fridge().placed(0.40, 6.3, h=-90))
    parts.add(steel_bench(0.9, 0.5, 0.8).placed(0.27, 5.05, h=-90))
    parts.add(crockery(4).placed(0.27, 4.85, 0.80), crockery(9).placed(0.27, 5.2, 0.80))
    parts.add(bin_(GREY_PLASTIC, 0.7).placed(0.34, 2.7, h=-90))
    parts.sign("kitchen_rules", 0.86, 0.645, 0.012, 2.75, 1.45, turn=-90)


def _east_wall(parts: Assembly) -> None:
    parts.add(sink(2).placed(9.62, 4.1, h=90))
    for z in (1.62, 2.02):
        parts.add(box(0.34, 1.6, 0.02, STAINLESS.but(bump=0.05), bevel=0.005, grid=0.6).placed(9.82, 4.1, z))
    parts.add(
        *(
            box(0.30, 0.03, 0.12, STAINLESS, bevel=0.004).placed(9.84, y, z - 0.12)
            for y in (3.5, 4.7)
            for z in (1.62, 2.02)
        )
    )
    rng = np.random.default_rng(2)
    for k in range(7):
        parts.add(
            pot(0.10 + 0.03 * (k % 3), 0.13 + 0.02 * (k % 2)).placed(
                9.82, 3.45 + 0.22 * k, 1.64 if k % 3 else 2.04, h=rng.uniform(0, 90)
            )
        )
    clock(parts, W, 5.6, 2.3, 90)


def _south_wall(parts: Assembly) -> None:
    """The pass to the dining room with its heat lamps and slips, shelves under it."""
    o = PASS
    middle = (o.a + o.b) / 2
    parts.add(
        box(o.b - o.a + 0.2, 0.62, 0.04, STAINLESS.but(bump=0.05), bevel=0.008, grid=0.5).placed(middle, 0.0, 0.985)
    )
    parts.add(steel_bench(3.0, 0.55, 0.86).placed(middle, 0.32))
    parts.add(box(o.b - o.a, 0.10, 0.05, SATIN, bevel=0.008, grid=0.7).placed(middle, 0.05, 1.76))
    parts.sign("menu_slips", 0.9, 0.21, middle - 0.4, 0.105, 1.56, turn=0)
    for x in (4.8, 5.7, 6.6):
        parts.add(rod((x, 0.1, 1.85), (x, 0.1, H), 0.008, BLACK_PLASTIC, sides=5))
        parts.add(
            lathe([(0.03, 0.12), (0.11, 0.0), (0.115, 0.0), (0.035, 0.13), (0.03, 0.12)], GOLD, sides=18).placed(
                x, 0.1, 1.74
            )
        )
        parts.add(
            lathe([(0, 0.01), (0.05, 0.02), (0.05, 0.06), (0, 0.07)], plastic(1.0, 0.62, 0.25), sides=12).placed(
                x, 0.1, 1.74
            ),
            to="glow",
        )
    for k in range(4):
        parts.add(crockery(6 + 2 * (k % 2)).placed(4.7 + 0.26 * k, 0.25, 0.865))
    for k in range(3):
        parts.add(crockery(1).placed(5.0 + 0.6 * k, -0.08, 1.026))
    for x in (8.2, 8.9):
        lot = rounded_box(0.40, 0.62, 0.14, SACK, radius=0.055, segments=10)
        parts.add(lot.placed(x, 0.5, 0.02, h=4 * x), lot.placed(x, 0.48, 0.15, h=-6 * x))
    parts.sign("rice_sack", 0.24, 0.288, 8.2, 0.80, 0.03, turn=30, lean=20)
    parts.add(shelf_unit(1.3, 0.45, 1.8, 4, STAINLESS.but(bump=0.05)).placed(8.9, 0.35, 0.0))


def _north_wall(parts: Assembly) -> None:
    """The gas main along the wall behind the range with a valve per place, hooks with ladles, a gutter before it."""
    parts.add(pipe([(0.5, D - 0.05, 2.72), (0.5, D - 0.05, 0.42), (9.0, D - 0.05, 0.42)], 0.022, GAS_YELLOW, sides=10))
    parts.add(gutter(3.2, 8.4, 6.35, 0.24), drain(2.4, 2.2))
    parts.add(rod((1.3, D - 0.06, 1.75), (2.7, D - 0.06, 1.75), 0.010, STEEL, sides=7))
    parts.add(ladles(6).placed(2.0, D - 0.06, 1.75))
    parts.add(steel_bench(1.3, 0.6, 0.80).placed(2.0, D - 0.32))
    board = Material((0.62, 0.46, 0.28), "wood", 0.7, 0.0, 0.05)
    parts.add(
        lathe([(0, 0), (0.2, 0), (0.21, 0.01), (0.21, 0.10), (0.19, 0.11), (0, 0.11)], board, sides=24).placed(
            1.8, D - 0.34, 0.81
        )
    )
    parts.add(
        box(0.10, 0.003, 0.20, STEEL, bevel=0.001).placed(p=86).placed(1.85, D - 0.42, 0.925),
        box(0.03, 0.025, 0.12, PANELLING, bevel=0.006).placed(p=86).placed(1.86, D - 0.55, 0.925),
    )
    parts.add(wok(0.18).placed(2.35, D - 0.3, 0.82))
    for x in (8.35, 8.75):
        parts.add(
            lathe([(0, 0), (0.15, 0), (0.16, 0.02), (0.16, 0.30), (0.15, 0.32), (0, 0.32)], STAINLESS, sides=20).placed(
                x, D - 0.3, 0.81
            )
        )
    parts.add(steel_bench(0.9, 0.6, 0.80).placed(8.55, D - 0.32))


def _dining_room(parts: Assembly) -> None:
    """What shows through the door and the pass: panelled walls, carpet, laid tables, warm lamps."""
    x0, y0, x1, y1 = DINING
    bands = (Band(1.1, PANELLING), Band(H, Material((0.72, 0.58, 0.40), "fabric", 0.9, 0.0, 0.05, scale=1.5)))
    parts.add(
        wall((x0, y0), (x1, y0), H, bands, step=1.0),
        wall((x1, y0), (x1, y1), H, bands, step=1.0),
        wall((x0, y1), (x0, y0), H, bands, step=1.0),
    )
    parts.add(wall((0, y1), (x0, y1), H, bands, step=1.0), wall((x1, y1), (W, y1), H, bands, step=1.0))
    parts.add(
        level((x0, x1), (y0, y1), H - 0.05, PLASTER, down=True, step=1.0),
        level((x0, x1), (y0, y1), 0.004, CARPET, step=0.8),
    )
    for x, y in ((1.2, -2.8), (4.8, -2.6), (8.4, -3.0), (2.6, -5.8), (6.6, -5.8)):
        parts.include(laid_table(), x, y)
    for x, y in ((1.2, -2.8), (4.8, -2.6), (8.4, -3.0), (2.6, -5.8), (6.6, -5.8)):
        parts.add(
            lathe([(0.02, 0.22), (0.26, 0.0), (0.27, 0.0), (0.03, 0.24), (0.02, 0.22)], GOLD, sides=20).placed(
                x, y, 2.0
            ),
            rod((x, y, 2.2), (x, y, H), 0.006, BLACK_PLASTIC, sides=4),
        )
        parts.add(
            lathe([(0, 0.02), (0.08, 0.04), (0.08, 0.12), (0, 0.16)], plastic(1.0, 0.70, 0.36), sides=12).placed(
                x, y, 2.0
            ),
            to="glow",
        )
        parts.lamp(Lamp((x, y, 1.95), (0, 0, -1), (1.0, 0.68, 0.36), 1.2, cone=180, baked=True, size=0.15))
    for x in (0.6, 4.0, 7.4):
        frame = box(1.3, 0.05, 0.9, GOLD, bevel=0.015)
        parts.add(frame.placed(x, y0 + 0.04, 1.35))
        parts.sign("landscape_scroll", 1.14, 0.74, x, y0 + 0.07, 1.43)


def _alley(parts: Assembly) -> None:
    """Outside the fire exit: a brick wall opposite, a lamp, wheeled bins, a drainpipe."""
    brick = Material((0.62, 0.58, 0.56), "brick", 0.9, 0.0, 0.6)
    parts.add(wall((14.0, 8.5), (14.0, -8.5), 6.0, (Band(6.0, brick),), step=1.2))
    parts.add(pipe([(13.9, 3.6, 5.8), (13.9, 3.6, 0.0)], 0.055, GREY_PLASTIC))
    for y in (0.6, 1.4):
        tub = rounded_box(0.58, 0.68, 0.95, painted(0.03, 0.17, 0.08, 0.5, 0.1), radius=0.06, segments=10)
        parts.add(
            tub.placed(13.5, y, 0.08),
            rounded_box(0.62, 0.72, 0.08, painted(0.03, 0.14, 0.07, 0.5, 0.1), radius=0.03, segments=8).placed(
                13.5, y, 1.02
            ),
        )
    parts.add(box(0.10, 0.22, 0.14, DARK_STEEL, bevel=0.02).placed(13.9, 2.2, 2.7))
    parts.add(box(0.02, 0.16, 0.09, plastic(1.0, 0.75, 0.42), bevel=0.008).placed(13.84, 2.2, 2.72), to="glow")
    parts.lamp(Lamp((13.7, 2.2, 2.7), (-1, 0, -0.6), (1.0, 0.72, 0.42), 3.0, cone=170, baked=True, size=0.12))


def _ground() -> Ground:
    floor = FloorMap((-6.0, -9.0), 22.0)
    inside = floor.inside(-0.3, -0.3, W + 0.3, 8.0, 0.02)
    floor.third = 1 - np.maximum(inside, floor.inside(*DINING, 0.02))
    grease = np.maximum(floor.blot(5.6, 5.9, 1.6, 81), floor.blot(2.4, 6.6, 0.8, 82)) * inside
    floor.relief = -0.22 * grease - 0.12 * floor.blot(9.0, 4.2, 1.0, 83) * inside
    floor.water = 0.8 * floor.blot(9.0, 4.6, 0.6, 84) * inside
    return floor.ground(("floor_tile", "concrete", "asphalt"), floor_mesh((-6.0, -9.0, W + 0.3, 8.0), FLOOR, OUTSIDE))
