"""The assembly room of an electronics factory: white, antistatic floor, lit ceiling grid, a corridor behind glass."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.mesh import joined
from assets.modelling import Assembly, Material, box, lathe, painted, plastic, rod, rounded_box, varied
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BLUE_PAINT,
    DARK_STEEL,
    GREY_PAINT,
    SAFETY_YELLOW,
    WHITE_PAINT,
    WHITE_PLASTIC,
    WINDOW,
)
from assets.place import Ground, Light, Place
from assets.places.electronics_furniture import (
    ALUMINIUM_FRAME,
    ESD_BLUE,
    bin_box,
    chair,
    lockers,
    pot_plant,
    reel_rack,
    water_cooler,
)
from assets.places.floors import FloorMap, flat_ground, floor_mesh, floor_stripe, level
from assets.places.greenery import grove
from assets.places.openings import Opening
from assets.places.plant_backdrop import shed
from assets.places.plant_fittings import bin_, cable_tray, carton, clock, shelf_unit
from assets.places.rooms import Band, ceiling_panel, wall, window

W, D, H = 16.0, 10.0, 3.2
CORRIDOR = 2.6
WALL = Material((0.80, 0.83, 0.85), "plaster", 0.5, 0.0, 0.05)
SKIRTING = Material((0.24, 0.34, 0.42), "paint", 0.5, 0.0, 0.05)
CEILING = Material((0.84, 0.85, 0.85), "plaster", 0.8, 0.0, 0.04)
RUNNER = painted(0.70, 0.71, 0.72, 0.5, 0.04)
ESD_FLOOR = Material((0.42, 0.52, 0.49), "epoxy", 0.25, 0.0, 0.12)
OUTSIDE = Material((0.60, 0.60, 0.58), "paving", 0.9, 0.0, 0.5)
LINE_YELLOW = Material((0.85, 0.60, 0.05), "epoxy", 0.4, 0.0, 0.05)
LINE_GREEN = Material((0.05, 0.32, 0.16), "epoxy", 0.4, 0.0, 0.05)
ESD_BLACK = plastic(0.03, 0.03, 0.034, 0.6)
WEST_DOOR = Opening(D - 5.53, D - 4.47, 0.0, 2.13)
EAST_DOOR = Opening(4.47, 5.53, 0.0, 2.13)
NORTH_WINDOWS = (Opening(W - 12.6, W - 11.4, 1.0, 2.4), Opening(W - 8.6, W - 7.4, 1.0, 2.4))
GALLERY = Opening(5.0, 14.6, 1.0, 2.45)
_SUN = np.array([0.35, -0.62, 0.60])
LATE_LIGHT = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(1.6, 1.5, 1.35),
    horizon=(0.85, 0.88, 0.92),
    middle=(0.66, 0.76, 0.90),
    zenith=(0.28, 0.46, 0.80),
    haze=(0.9, 0.8, 0.7),
    bounce=(0.34, 0.33, 0.31),
    clouds=0.6,
    fog_start=25.0,
    fog_density=0.008,
)


@place("electronics-line")
def electronics_line() -> Place:
    """16 x 10 x 3.2 m; doors W (0, 5) and E (16, 5); corridor south of the glass wall, window openings to the north."""
    parts = Assembly()
    _shell(parts)
    _ceiling(parts)
    _corridor(parts)
    _north_windows(parts)
    _stores(parts)
    _boards(parts)
    _markings(parts)
    _overhead(parts)
    _outside(parts)
    return Place("electronics-line", parts.model(), _ground(), LATE_LIGHT, (0, 0, W, D), flat_ground)


def _shell(parts: Assembly) -> None:
    bands = (Band(0.12, SKIRTING), Band(H, WALL))
    parts.add(
        wall((0, 0), (W, 0), H, bands, openings=(GALLERY,), thickness=0.12),
        wall((W, 0), (W, D), H, bands, openings=(EAST_DOOR,)),
        wall((W, D), (0, D), H, bands, openings=NORTH_WINDOWS),
        wall((0, D), (0, 0), H, bands, openings=(WEST_DOOR,)),
    )
    rail = painted(0.50, 0.55, 0.58, 0.5, 0.04)
    for y, x0, x1 in ((D - 0.02, 0.0, W), (0.02, 0.0, W)):
        parts.add(box(x1 - x0, 0.03, 0.12, rail, bevel=0.008, grid=0.8).placed((x0 + x1) / 2, y, 0.86))


def _ceiling(parts: Assembly) -> None:
    """Mineral boards 0.6 m square in their runners, lit panels, air outlets."""
    parts.add(
        level((0, W), (0, D), H, CEILING, down=True, step=0.6),
        level((-3, W + 3), (-4, D + 1), H + 0.1, CEILING, step=6),
    )
    for x in np.arange(0.8, W, 1.2):
        parts.add(box(0.024, D, 0.006, RUNNER, bevel=0.001, grid=1.2).placed(x, D / 2, H - 0.007))
    for y in np.arange(0.5, D, 0.6):
        parts.add(box(W, 0.024, 0.006, RUNNER, bevel=0.001, grid=1.2).placed(W / 2, y, H - 0.007))
    for x in (2.0, 5.0, 8.0, 11.0, 14.0):
        for y in (1.7, 4.7, 7.7):
            ceiling_panel(parts, 1.16, 0.56, x, y + 0.1, H, power=1.25)
    slot = box(0.5, 0.5, 0.02, RUNNER, bevel=0.004)
    fins = [
        box(0.44 - 0.1 * k, 0.44 - 0.1 * k, 0.012, RUNNER.shade(0.8 - 0.1 * k), bevel=0.003).placed(
            0, 0, -0.008 - 0.004 * k
        )
        for k in range(4)
    ]
    diffuser = joined([slot, *fins])
    parts.add(*(diffuser.placed(x, y, H - 0.03) for x in (3.5, 9.5, 12.5) for y in (3.2, 6.2)))
    sprinkler = lathe(
        [(0, 0), (0.03, 0.0), (0.035, 0.01), (0.012, 0.014), (0.010, 0.04), (0, 0.04)], ALUMINIUM_FRAME, sides=10
    )
    parts.add(*(sprinkler.placed(x, y, H - 0.04) for x in (3.5, 6.5, 9.5, 12.5) for y in (1.7, 4.9, 8.0)))


def _corridor(parts: Assembly) -> None:
    """The visitors' corridor south of the glass: floor lights, portraits of products, a far wall, a plant."""
    back = -CORRIDOR - 0.12
    warm = Material((0.82, 0.78, 0.70), "plaster", 0.7, 0.0, 0.05)
    parts.add(wall((-2.0, back), (W + 2.0, back), H, (Band(0.12, SKIRTING), Band(H, warm))))
    parts.add(level((-2, W + 2), (back, -0.12), 2.9, CEILING, down=True, step=0.9))
    o = GALLERY
    frame = painted(0.10, 0.12, 0.14, 0.4, 0.04)
    for x in np.linspace(o.a, o.b, 6):
        parts.add(box(0.05, 0.10, o.z1 - o.z0, frame, bevel=0.006, grid=0.8).placed(x, -0.06, o.z0))
    for z in (o.z0, o.z1 - 0.05):
        parts.add(box(o.b - o.a, 0.10, 0.05, frame, bevel=0.006, grid=0.8).placed((o.a + o.b) / 2, -0.06, z))
    parts.add(
        box(o.b - o.a, 0.008, o.z1 - o.z0, WINDOW, bevel=0.001, grid=9).placed((o.a + o.b) / 2, -0.06, o.z0), to="glass"
    )
    for x in (3.0, 6.8, 10.6, 14.4):
        ceiling_panel(parts, 0.9, 0.3, x, -1.4, 2.9, power=0.8, colour=(1.0, 0.90, 0.76))
    for k, x in enumerate((6.6, 9.2, 11.8)):
        parts.add(box(1.5, 0.03, 0.95, painted(0.12, 0.13, 0.15), bevel=0.006).placed(x, back + 0.02, 1.15))
        parts.sign(("pcb_picture", "five_s_board", "pcb_picture")[k], 1.4, 0.86, x, back + 0.04, 1.19)
    parts.add(*pot_plant(4.4, back + 0.5), *pot_plant(14.2, back + 0.5))
    parts.add(wall((-2.0, D + 1), (-2.0, back), H, (Band(0.12, SKIRTING), Band(H, warm)), thickness=0.1))
    parts.add(wall((W + 2.0, back), (W + 2.0, D + 1), H, (Band(0.12, SKIRTING), Band(H, warm)), thickness=0.1))
    for x0, x1 in ((-2.0, -0.24), (W + 0.24, W + 2.0)):
        parts.add(level((x0, x1), (-0.12, D + 0.5), 2.9, CEILING, down=True, step=0.9))
        parts.add(wall((x1, D), (x0, D), H, (Band(0.12, SKIRTING), Band(H, warm)), thickness=0.1))
        ceiling_panel(parts, 0.3, 0.9, (x0 + x1) / 2, 5.0, 2.9, power=0.8, colour=(1.0, 0.90, 0.76))


def _north_windows(parts: Assembly) -> None:
    one = Assembly()
    for o in NORTH_WINDOWS:
        window(one, o, 2)
    parts.include(one, W, D, 0, h=180)


def _stores(parts: Assembly) -> None:
    """Along the walls: reels, lockers, parts boxes, cartons, bins, the shoe rack and wrist-strap tester at the door."""
    parts.add(reel_rack().placed(1.4, D - 0.28, h=180), reel_rack().placed(13.1, D - 0.28, h=180))
    parts.add(lockers().placed(0.32, 8.2, h=-90))
    lot = shelf_unit(1.8, 0.5, 1.6, 4, ALUMINIUM_FRAME)
    parts.add(lot.placed(1.4, 0.34))
    rng = np.random.default_rng(3)
    for k in range(12):
        z = np.linspace(0.15, 1.57, 4)[k // 4 if k < 12 else 2] + 0.03
        if k // 4 < 3:
            bin_box(parts, 0.76 + 0.43 * (k % 4), 0.36, z, rng.uniform(-3, 3), ESD_BLACK if k % 3 else ESD_BLUE)
    for x, y, z, w, turn in ((3.0, 0.32, 0, 0.5, 2), (3.02, 0.31, 0.36, 0.46, -4), (3.62, 0.3, 0, 0.52, -1)):
        parts.add(varied(carton(w, 0.4, 0.35), rng, 0.06).placed(x, y, z, h=turn))
    parts.add(bin_(painted(0.05, 0.25, 0.13)).placed(15.62, 9.5, h=90), bin_(GREY_PAINT).placed(15.62, 9.0, h=90))
    parts.add(bin_(BLUE_PAINT).placed(0.36, 3.3, h=-90))
    parts.add(rounded_box(0.26, 0.12, 0.34, WHITE_PLASTIC, radius=0.02, segments=8).placed(0.07, 6.1, 1.15, h=-90))
    parts.sign("esd_tester", 0.22, 0.28, 0.135, 6.1, 1.18, turn=-90)
    parts.add(chair().placed(12.4, 2.7, h=40))
    parts.add(water_cooler().placed(15.66, 1.0, h=90))


def _boards(parts: Assembly) -> None:
    parts.sign("esd_poster", 0.6, 0.8, 0.012, 7.0, 1.35, turn=-90)
    parts.sign("five_s_board", 1.3, 0.929, 3.0, 0.012, 1.35)
    parts.sign("work_instruction", 0.9, 0.64, W - 0.012, 2.6, 1.4, turn=90)
    parts.sign("esd_poster", 0.45, 0.6, W - 0.012, 6.5, 1.45, turn=90)
    clock(parts, 8.0, D - 0.0, 2.72, 180)
    parts.add(box(2.1, 0.07, 0.62, BLACK_PLASTIC, bevel=0.01).placed(5.6, D - 0.06, 2.40))
    parts.sign("line_board", 2.0, 0.577, 5.6, D - 0.098, 2.42, turn=180)
    for x in (2.4, 6.6, 9.9, 14.6):
        plate = box(0.16, 0.02, 0.09, WHITE_PLASTIC.but(bump=0.04), bevel=0.004)
        parts.add(plate.placed(x, D - 0.008, 0.30), plate.placed(x, 0.01, 0.30))


def _markings(parts: Assembly) -> None:
    for y in (1.35, 5.45):
        parts.add(
            floor_stripe((0.2, y), (15.8, y), 0.06, LINE_YELLOW),
            floor_stripe((0.2, y + 0.95), (15.8, y + 0.95), 0.06, LINE_YELLOW),
        )
    for a, b in (((14.4, 6.6), (15.95, 6.6)), ((14.4, 6.6), (14.4, 8.4)), ((14.4, 8.4), (15.95, 8.4))):
        parts.add(floor_stripe(a, b, 0.06, LINE_GREEN))
    for x, turn in ((1.2, 90), (14.9, -90)):
        arrow = Assembly()
        arrow.sign("floor_arrow", 0.25, 0.5, 0, -0.25, 0, lean=-90)
        parts.include(arrow, x, 5.93, 0.003, h=turn + 180)


def _overhead(parts: Assembly) -> None:
    """Trays, and the yellow busbar with its drops, under the ceiling."""
    parts.add(cable_tray((0.4, 9.0, 2.78), (15.6, 9.0, 2.78), 0.2))
    parts.add(box(14.6, 0.06, 0.10, SAFETY_YELLOW.but(bump=0.04), bevel=0.008, grid=0.9).placed(8.0, 5.95, 2.86))
    for x in (2.0, 5.0, 8.0, 11.0, 14.0):
        parts.add(
            rod((x, 5.95, 2.96), (x, 5.95, H), 0.008, DARK_STEEL, sides=5),
            box(0.16, 0.10, 0.12, WHITE_PAINT.but(bump=0.04), bevel=0.008).placed(x + 0.4, 5.95, 2.76),
        )


def _outside(parts: Assembly) -> None:
    parts.include(shed(40.0, 12.0, 8.0), 8.0, 30.0)
    spots = [(x, 16.0 + (k % 2) * 1.5) for k, x in enumerate(np.linspace(2, 16, 5))]
    parts.add(grove(spots, flat_ground, 6, tall=(4.5, 6.0), slender=0.8, leaves=70))


def _ground() -> Ground:
    floor = FloorMap((-4.0, -7.0), 24.0)
    inside = floor.inside(-2.2, -2.9, W + 2.2, D + 0.2, 0.02)
    floor.third = 1 - inside
    scuffs = np.clip((floor.noise(71) - 0.62) * 4, 0, 1)
    floor.relief = (
        -0.10 * scuffs * inside - 0.22 * floor.lines([[(x, -3), (x, 11)] for x in (4.0, 8.0, 12.0)], 0.01) * inside
    )
    floor.relief -= 0.22 * floor.lines([[(-3, y), (19, y)] for y in (3.4, 6.8)], 0.01) * inside
    return floor.ground(("epoxy", "concrete", "paving"), floor_mesh((-2.3, -3.0, W + 2.3, D + 0.3), ESD_FLOOR, OUTSIDE))
