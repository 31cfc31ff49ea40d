"""The boiler room of a hotel: lagged mains, softener and tanks, a flue, light north panels that give way."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.modelling import Assembly, Material, box, lathe, painted, pitched, plastic, rod
from assets.modelling.materials import DARK_STEEL, RED_PAINT, STEEL, WHITE_PLASTIC
from assets.place import Ground, Light, Place
from assets.places.boiler_room_fittings import exhaust_fan, fire_bucket_row, water_treatment
from assets.places.floors import FloorMap, flat_ground, floor_mesh, floor_stripe, level
from assets.places.greenery import grove
from assets.places.openings import Opening
from assets.places.plant_backdrop import shed
from assets.places.plant_fittings import batten_lamp, bin_, cable_tray, clock, gutter, round_duct, shelf_unit
from assets.places.rooms import Band, wall, window
from assets.props.parts.drives import motor
from assets.props.parts.pipework import (
    FRAME_GREY,
    GAS_YELLOW,
    HANDWHEEL_RED,
    LAGGED,
    PIPE_GREY,
    STEAM_RED,
    WATER_GREEN,
    colour_ring,
    dial,
    flange,
    handwheel,
    pipe,
    stand,
)

W, D, H = 10.0, 8.0, 4.5
SOUTH_DOOR = Opening(1.47, 2.53, 0.0, 2.13)
EAST_DOOR = Opening(5.47, 6.53, 0.0, 2.13)
PLASTER = Material((0.74, 0.73, 0.68), "plaster", 0.85, 0.0, 0.3)
DADO = Material((0.20, 0.34, 0.30), "paint", 0.45, 0.0, 0.15)
FLOOR = Material((0.46, 0.48, 0.47), "epoxy", 0.4, 0.0, 0.2)
OUTSIDE = Material((0.62, 0.62, 0.60), "paving", 0.9, 0.0, 0.5)
LINE = Material((0.86, 0.56, 0.03), "epoxy", 0.4, 0.0, 0.08)
PANEL = Material((0.64, 0.70, 0.74), "corrugated", 0.5, 0.15, 0.3)
_SUN = np.array([0.70, -0.40, 0.52])
MORNING = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(3.0, 2.5, 1.9),
    horizon=(0.92, 0.90, 0.84),
    middle=(0.70, 0.78, 0.90),
    zenith=(0.26, 0.46, 0.82),
    haze=(1.0, 0.78, 0.5),
    bounce=(0.34, 0.33, 0.30),
    clouds=0.4,
    fog_start=20.0,
    fog_density=0.008,
)


@place("boiler-room")
def boiler_room() -> Place:
    """10 x 8 x 4.5 m; doors S (2, 0) and E (10, 6); the boiler stands at x 4..8, y 4.5..6.5 under its flue."""
    parts = Assembly()
    _shell(parts)
    _relief_wall(parts)
    _ceiling(parts)
    water_treatment(parts)
    _header(parts)
    _mains(parts)
    _walls(parts)
    _outside(parts)
    for x in (2.2, 5.0, 7.8):
        for y in (2.2, 5.6):
            batten_lamp(parts, x, y, H - 0.75, power=1.5)
    return Place("boiler-room", parts.model(), _ground(), MORNING, (0, 0, W, D), flat_ground)


def _shell(parts: Assembly) -> None:
    bands = (
        Band(0.10, Material((0.20, 0.22, 0.22), "epoxy", 0.4, 0.0, 0.15)),
        Band(1.4, DADO),
        Band(1.43, LINE),
        Band(H, PLASTER),
    )
    brick = Material((0.78, 0.74, 0.70), "brick", 0.9, 0.0, 0.6)
    south = (Opening(4.4, 6.2, 1.6, 3.2), Opening(7.2, 9.0, 1.6, 3.2))
    east = (Opening(1.2, 3.4, 1.7, 3.3),)
    parts.add(
        wall((0, 0), (W, 0), H, bands, openings=(SOUTH_DOOR, *south), outside=brick),
        wall((W, 0), (W, D), H, bands, openings=(EAST_DOOR, *east), outside=brick),
        wall((0, D), (0, 0), H, bands, outside=brick),
    )
    for o in south:
        window(parts, o, 3)
    frame = Assembly()
    for o in east:
        window(frame, o, 3)
    parts.include(frame, W, 0, 0, h=90)


def _relief_wall(parts: Assembly) -> None:
    """The north side: a low wall and light panels in a frame."""
    parts.add(wall((W, D), (0, D), 0.9, (Band(0.10, FLOOR.shade(0.5)), Band(0.9, DADO))))
    count = 6
    pitch = W / count
    for k in range(count + 1):
        parts.add(
            box(0.10, 0.14, H - 0.9, FRAME_GREY, bevel=0.008, grid=0.7).placed(
                min(max(k * pitch, 0.05), W - 0.05), D + 0.04, 0.9
            )
        )
    for k in range(count):
        parts.add(
            box(pitch - 0.10, 0.05, H - 0.94, PANEL, bevel=0.006, grid=0.5).placed((k + 0.5) * pitch, D + 0.05, 0.92)
        )
    for z in (0.9, 2.7, H - 0.08):
        parts.add(box(W, 0.08, 0.06, FRAME_GREY, bevel=0.006, grid=0.7).placed(W / 2, D, z))
    parts.sign("relief_wall_boiler", 1.5, 0.326, 2.6, D - 0.05, 2.0, turn=180)
    parts.sign("relief_wall_boiler", 1.5, 0.326, 7.6, D - 0.05, 2.0, turn=180)


def _ceiling(parts: Assembly) -> None:
    slab = Material((0.66, 0.66, 0.64), "concrete", 0.9, 0.0, 0.3)
    parts.add(
        level((-0.3, W + 0.3), (-0.3, D + 0.3), H, slab, down=True, step=0.7),
        level((-0.3, W + 0.3), (-0.3, D + 0.3), H + 0.2, slab, step=4),
    )
    for x in (0.2, 3.4, 6.6, 9.8):
        parts.add(box(0.25, D, 0.35, slab, bevel=0.015, grid=0.7).placed(x, D / 2, H - 0.35))
    flue = round_duct([(7.9, 5.5, 2.2), (7.9, 5.5, 3.35), (9.2, 5.5, 3.75), (9.2, 8.6, 3.75)], 0.24, material=LAGGED)
    parts.add(flue)


def _header(parts: Assembly) -> None:
    """The steam header on the west side of the north wall, with its valves and gauge."""
    x0, x1, y, z = 0.7, 2.6, 7.45, 1.0
    drum = [(0, 0), (0.10, 0.02), (0.17, 0.10), (0.17, x1 - x0 - 0.10), (0.10, x1 - x0 - 0.02), (0, x1 - x0)]
    parts.add(lathe(drum, LAGGED, sides=22, split=45).placed(r=90).placed(x0, y, z))
    for x in (1.1, 2.2):
        parts.add(stand(x, y, z - 0.11, 0.06))
    for k, x in enumerate((0.95, 1.4, 1.85, 2.3)):
        parts.add(rod((x, y, z + 0.15), (x, y, 3.3 if k != 3 else 2.4), 0.045, LAGGED, sides=12, grid=0.5))
        parts.add(
            flange(0.045, PIPE_GREY).placed(r=90).placed(x, y, z + 0.34),
            flange(0.045, PIPE_GREY).placed(r=90).placed(x, y, z + 0.62),
        )
        body = lathe([(0, -0.10), (0.07, -0.09), (0.085, 0), (0.07, 0.09), (0, 0.10)], PIPE_GREY, sides=14)
        parts.add(body.placed(x, y, z + 0.48), rod((x, y, z + 0.48), (x, y - 0.26, z + 0.48), 0.016, STEEL, sides=8))
        parts.add(
            pitched(lathe([(0, 0), (0.05, 0), (0.045, 0.08), (0, 0.1)], PIPE_GREY, sides=12), (0, -1, 0)).placed(
                x, y - 0.06, z + 0.48
            )
        )
        parts.add(pitched(handwheel(0.10, HANDWHEEL_RED), (0, -1, 0)).placed(x, y - 0.28, z + 0.48))
    parts.add(rod((1.62, y, z + 0.15), (1.62, y, z + 0.42), 0.012, STEEL, sides=8))
    dial(parts, "dial_header", 0.075, 1.62, y - 0.02, z + 0.49, turn=180)


def _mains(parts: Assembly) -> None:
    """Steam, feed water and gas under the ceiling, with colour rings; the gas train's riser with its red cut-off."""
    for (z, y, radius, material), mark in zip(
        ((3.30, 7.45, 0.055, LAGGED), (3.06, 7.55, 0.045, LAGGED), (3.52, 0.35, 0.05, GAS_YELLOW)),
        (STEAM_RED, WATER_GREEN, None),
        strict=True,
    ):
        parts.add(pipe([(0.5, y, z), (9.7, y, z)], radius, material))
        for x in np.arange(1.2, 9.6, 1.7):
            if mark is not None:
                parts.add(colour_ring(radius, 0.12, mark).placed(x + 0.5, y, z))
            parts.add(rod((x, y, z + radius), (x, y, H), 0.007, DARK_STEEL, sides=5))
    parts.add(
        pipe(
            [(3.3, 0.35, 3.52), (3.3, 3.4, 3.52), (3.3, 5.5, 3.52), (3.3, 5.5, 1.0), (3.75, 5.5, 1.0)], 0.04, GAS_YELLOW
        )
    )
    parts.add(
        box(0.16, 0.16, 0.22, RED_PAINT, bevel=0.015).placed(3.3, 5.5, 2.0),
        flange(0.04, GAS_YELLOW).placed(r=90).placed(3.3, 5.5, 1.85),
        flange(0.04, GAS_YELLOW).placed(r=90).placed(3.3, 5.5, 2.35),
    )
    parts.add(pipe([(6.0, 5.5, 3.0), (6.0, 5.5, 3.30), (6.0, 7.45, 3.30)], 0.05, LAGGED))
    parts.add(cable_tray((0.5, 0.9, 3.45), (9.6, 0.9, 3.45), 0.25))
    parts.add(gutter(1.2, 9.0, 3.55, 0.22))


def _walls(parts: Assembly) -> None:
    parts.sign("boiler_rules", 1.05, 0.8, 0.012, 4.2, 1.6, turn=-90)
    parts.sign("boiler_flow", 0.95, 0.656, 0.012, 1.5, 1.62, turn=-90)
    clock(parts, 0.0, 6.0, 2.6, -90)
    parts.add(shelf_unit(0.9, 0.4, 1.5, 4, FRAME_GREY).placed(3.45, 0.3))
    rng = np.random.default_rng(9)
    for k in range(9):
        tone = ((0.10, 0.24, 0.42), (0.60, 0.58, 0.52), (0.50, 0.08, 0.05))[k % 3]
        tin = lathe([(0, 0), (0.07, 0), (0.07, 0.16), (0.05, 0.18), (0, 0.18)], plastic(*tone), sides=12)
        parts.add(tin.placed(3.15 + 0.3 * (k % 3) + rng.uniform(-0.03, 0.03), 0.3, 0.18 + 0.44 * (k // 3)))
    parts.add(bin_(painted(0.10, 0.24, 0.42)).placed(0.36, 2.0, h=-90))
    parts.add(exhaust_fan().placed(0.0, 7.0, 3.6, h=-90))
    for x in (0.9, 6.9):
        parts.add(box(0.09, 0.03, 0.09, WHITE_PLASTIC, bevel=0.005).placed(x, 0.015, 1.3))
    parts.add(fire_bucket_row().placed(6.9, 0.0, 1.2))
    for a, b in (
        ((3.2, 3.9), (9.0, 3.9)),
        ((3.2, 3.9), (3.2, 7.2)),
        ((9.0, 3.9), (9.0, 5.3)),
        ((1.4, 0.2), (1.4, 5.4)),
    ):
        parts.add(floor_stripe(a, b, 0.08, LINE))
    parts.add(motor(0.4, 0.11).placed(9.3, 7.2, 0.1, h=90), box(0.5, 0.9, 0.1, FRAME_GREY, bevel=0.01).placed(9.3, 7.2))


def _outside(parts: Assembly) -> None:
    parts.include(shed(34.0, 10.0, 9.0), 4.0, -24.0)
    parts.include(shed(24.0, 10.0, 9.0), 34.0, 4.0, h=90)
    spots = [(4.0, -9.0), (8.5, -10.0), (16.0, 1.5), (17.0, 9.5), (-2.0, -8.5)]
    parts.add(grove(spots, flat_ground, 4, tall=(4.5, 7.0), slender=0.8, leaves=70))


def _ground() -> Ground:
    floor = FloorMap((-3.0, -4.0), 18.0)
    inside = floor.inside(-0.25, -0.25, W + 0.25, D + 0.25, 0.02)
    worn = np.clip((floor.noise(91) - 0.5) * 3, 0, 1) * np.maximum(floor.inside(1.2, 0.2, 3.2, 7.5, 0.9), 0.3)
    floor.second = 0.75 * worn * inside
    floor.third = 1 - inside
    stains = np.maximum.reduce(
        [floor.blot(7.4, 3.0, 0.7, 92), floor.blot(4.8, 6.9, 0.5, 93), floor.blot(9.2, 2.3, 0.5, 94)]
    )
    floor.relief = -0.35 * stains * inside
    floor.water = 1.0 * np.maximum(floor.blot(4.7, 6.9, 0.35, 95), floor.blot(7.9, 3.3, 0.4, 96)) * inside
    return floor.ground(("epoxy", "concrete", "paving"), floor_mesh((-0.3, -0.3, W + 0.3, D + 0.3), FLOOR, OUTSIDE))
