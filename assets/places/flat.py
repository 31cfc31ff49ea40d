"""An old person's flat on the third floor: living room, kitchen, bathroom, bedroom, and the stair lobby outside."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.builders import place
from assets.mesh import Lamp, Mesh, joined, merged
from assets.modelling import Assembly, block, box, grid, solid
from assets.modelling.materials import WINDOW, Material
from assets.place import Ground, Light, Place
from assets.places.flat_bathroom import bathroom
from assets.places.flat_kitchen import kitchen
from assets.places.flat_living import bedroom, living_room, sockets
from assets.places.flat_outside import LANDING, estate, lobby
from assets.places.home_rooms import (
    DOOR_WOOD,
    LEAF,
    PLASTER,
    RED_WOOD,
    WALL_TILE,
    Room,
    ceiling,
    ceiling_lamp,
    door_frame,
    lining,
    outer_wall,
    panel_door,
    skirting,
)
from assets.places.housing import SASH, slab
from assets.places.openings import Opening

EXTENT = (-3.0, 0.0, 9.0, 7.0)
ENTRY = Opening(0.5, 1.5, 0.0, 2.1)
KITCHEN_DOOR = Opening(0.5, 1.5, 0.0, 2.15)
BATH_DOOR = Opening(3.6, 4.4, 0.0, 2.05)
BED_DOOR = Opening(3.9, 4.75, 0.0, 2.05)
ALCOVE_ARCH = Opening(5.56, 6.94, 0.0, 2.3)
WINDOW_SIZE = (1.2, 1.0, 2.4)
"""Width, lower and upper edge of the openings that scenarios fill with a ``window_unit``."""


def _opening(middle: float, width: float = WINDOW_SIZE[0]) -> Opening:
    return Opening(middle - width / 2, middle + width / 2, WINDOW_SIZE[1], WINDOW_SIZE[2])


LIVING = Room(
    0,
    0,
    5,
    4.5,
    openings={
        "west": [ENTRY],
        "east": [KITCHEN_DOOR, BATH_DOOR],
        "south": [_opening(2.5)],
        "north": [BED_DOOR],
    },
)
KITCHEN = Room(5, 0, 9, 3, openings={"west": [KITCHEN_DOOR], "east": [_opening(1.5)]})
BATHROOM = Room(5, 3, 9, 5.5, openings={"west": [BATH_DOOR], "east": [_opening(4.3)]})
BEDROOM = Room(0, 4.5, 5, 7, openings={"south": [BED_DOOR], "north": [_opening(3.2, 1.6)], "east": [ALCOVE_ARCH]})
ALCOVE = Room(5, 5.5, 9, 7, openings={"west": [ALCOVE_ARCH], "east": [_opening(6.2, 0.9)]})
WINDOWS = (
    ("south", 2.5, 0.0, 1.2),
    ("east", 9.0, 1.5, 1.2),
    ("east", 9.0, 4.3, 1.2),
    ("north", 3.2, 7.0, 1.6),
    ("east", 9.0, 6.2, 0.9),
)

DADO_GREEN = Material((0.60, 0.68, 0.56), "plaster", 0.6, 0.0, 0.05)
BATH_TILE = Material((0.78, 0.84, 0.86), "tile", 0.14, 0.0, 0.05, scale=0.667)
FLOOR_TINT = Material((0.62, 0.51, 0.39), bump=0.05)
KITCHEN_FLOOR = Material((0.70, 0.62, 0.52), "floor_tile", 0.30, 0.0, 0.05, scale=0.8)
BATH_FLOOR = Material((0.60, 0.64, 0.66), "floor_tile", 0.20, 0.0, 0.05, scale=1.6)
STONE = Material((0.50, 0.46, 0.42), "concrete", 0.4, 0.0, 0.05, scale=2.0)
_SUN = np.array([0.52, -0.62, 0.58])
MORNING = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(2.0, 1.65, 1.2),
    horizon=(0.95, 0.92, 0.86),
    middle=(0.72, 0.80, 0.92),
    zenith=(0.28, 0.46, 0.80),
    haze=(1.0, 0.80, 0.55),
    bounce=(0.30, 0.30, 0.22),
    clouds=0.35,
    fog_start=30.0,
    fog_density=0.004,
    exposure=11.5,
)
NIGHT = Light(
    sun_direction=(0.30, -0.55, 0.78),
    sun=(0.10, 0.13, 0.19),
    horizon=(0.110, 0.105, 0.110),
    middle=(0.050, 0.062, 0.095),
    zenith=(0.008, 0.012, 0.026),
    haze=(0.02, 0.02, 0.03),
    bounce=(0.02, 0.018, 0.014),
    clouds=0.3,
    fog_start=30.0,
    fog_density=0.004,
    exposure=2.2,
    night=0.9,
    adaptation=0.25,
)


def ground_height(x: NDArray, _y: NDArray) -> NDArray:
    """The floor is level."""
    return np.zeros_like(np.asarray(x, np.float64))


def _floors() -> Ground:
    """Parquet in living room and bedroom, worn before the door and the sofa; concrete on the landing."""
    origin, size, pixels = (-3.2, -0.2), 12.6, 1024
    step = (np.arange(pixels) + 0.5) / pixels * size
    x, y = np.meshgrid(step + origin[0], step + origin[1])
    lobby_floor = ((x < 0) * 255).astype(np.uint8)
    splat = np.stack(
        [np.zeros_like(lobby_floor), lobby_floor, np.zeros_like(lobby_floor), np.full_like(lobby_floor, 128)], -1
    )
    tiles = [
        grid((0, 5), (0, 4.5), 0.5, ground_height, FLOOR_TINT),
        grid((0, 5), (4.5, 7), 0.5, ground_height, FLOOR_TINT),
        grid((5, 9), (5.5, 7), 0.5, ground_height, FLOOR_TINT),
        grid((-3, 0), (0, LANDING), 0.5, ground_height, Material((0.52, 0.52, 0.50), bump=0.05)),
    ]
    return Ground(joined(tiles), origin, size, splat, ("parquet", "floor_tile", "concrete"), water_level=-9.0)


def _tiled_floor(room: Room, material: Material) -> Mesh:
    w, d = room.x1 - room.x0, room.y1 - room.y0
    return box(w, d, 0.05, material, bevel=0.001, grid=0.35).placed(
        (room.x0 + room.x1) / 2, (room.y0 + room.y1) / 2, -0.05
    )


def _shell(parts: Assembly) -> None:
    """Walls, floors and ceilings of all rooms, sills and thresholds."""
    parts.add(
        lining(LIVING, PLASTER),
        lining(BEDROOM, PLASTER.coloured(0.72, 0.76, 0.78)),
        lining(ALCOVE, PLASTER.coloured(0.72, 0.76, 0.78)),
    )
    parts.add(lining(KITCHEN, WALL_TILE, top=1.6), lining(KITCHEN, PLASTER, low=1.6))
    parts.add(lining(BATHROOM, BATH_TILE))
    parts.add(_tiled_floor(KITCHEN, KITCHEN_FLOOR), _tiled_floor(BATHROOM, BATH_FLOOR))
    parts.add(*(ceiling(room) for room in (LIVING, KITCHEN, BATHROOM, BEDROOM, ALCOVE)))
    parts.add(*(skirting(room, RED_WOOD) for room in (LIVING, BEDROOM)))
    concrete = Material((0.40, 0.38, 0.35), "concrete", 0.9, 0.0, 0.05)
    for y0, y1, x0 in ((0.0, LANDING, -3.0), (LANDING, 7.0, 0.0)):
        parts.add(slab(9 - x0, y1 - y0, 0.3, concrete, (9 + x0) / 2, (y0 + y1) / 2, -0.34))
        parts.add(slab(9 - x0, y1 - y0, 0.3, concrete, (9 + x0) / 2, (y0 + y1) / 2, 2.83))
    outside = PLASTER.coloured(0.66, 0.60, 0.52)
    for room, sides in (
        (LIVING, ("south",)),
        (KITCHEN, ("south", "east")),
        (BATHROOM, ("east",)),
        (ALCOVE, ("east", "north")),
        (BEDROOM, ("north",)),
    ):
        parts.add(outer_wall(room, outside, sides))
    parts.add(
        box(0.16, 0.80, 0.03, STONE, bevel=0.006).placed(5.0, 4.0),
        box(0.16, 1.0, 0.006, STONE, bevel=0.002).placed(5.0, 1.0),
        box(0.14, 1.0, 0.008, STONE, bevel=0.003).placed(0.0, 1.0),
    )


def _doors(parts: Assembly) -> None:
    """Frames of all doors; the bathroom's and the bedroom's leaves stand open."""
    parts.add(door_frame(0.80, 2.05, 2 * LEAF, DOOR_WOOD).placed(5.0, 4.0, 0, h=90))
    parts.add(door_frame(0.85, 2.05, 2 * LEAF, DOOR_WOOD).placed(4.325, 4.5))
    parts.add(door_frame(1.0, 2.15, 2 * LEAF, DOOR_WOOD).placed(5.0, 1.0, 0, h=90))
    parts.include(panel_door(0.74, 2.0, DOOR_WOOD, glazed=True), 5.05, 4.36, 0.03, h=4)
    parts.include(panel_door(0.78, 2.0, DOOR_WOOD), 3.94, 4.55, 0.01, h=98)


def _fixed_windows(parts: Assembly) -> None:
    """The windows of the bedroom; sills of all. Living room, kitchen and bathroom are left open for scenarios."""
    for side, a, b, w in WINDOWS:
        turn = {"south": 0, "east": 90, "north": 180}[side]
        inner = {"south": (a, b + 0.10), "east": (a - 0.10, b), "north": (a, b - 0.10)}[side]
        parts.add(box(w + 0.08, 0.14, 0.02, STONE.shade(1.4), bevel=0.005).placed(*inner, 0.98, h=turn))
        if (side, a) not in (("north", 3.2), ("east", 9.0)) or (side == "east" and b < 6):
            continue
        sash = Assembly()
        sash.add(*(box(w, 0.06, 0.05, SASH, bevel=0.004).placed(0, 0, z) for z in (1.0, 2.35)))
        sash.add(
            *(box(0.05, 0.06, 1.4, SASH, bevel=0.004).placed(x, 0, 1.0) for x in (-w / 2 + 0.025, 0, w / 2 - 0.025))
        )
        sash.add(solid(block(w - 0.08, 0.006, 1.3, 0, 0, 1.05), WINDOW), to="glass")
        parts.include(sash, a, b, 0, h=turn)


def _lamps(parts: Assembly, on: bool) -> None:
    for x, y, radius, power in (
        (2.5, 2.2, 0.26, 3.0),
        (7.0, 1.5, 0.16, 1.8),
        (7.0, 4.2, 0.14, 1.6),
        (2.6, 5.75, 0.22, 2.0),
    ):
        ceiling_lamp(parts, x, y, 2.7, radius=radius, power=power, on=on and x < 3)


def _flat(name: str, light: Light, *, evening: bool) -> Place:
    parts = Assembly()
    _shell(parts)
    _doors(parts)
    _fixed_windows(parts)
    living_room(parts)
    bedroom(parts)
    kitchen(parts)
    bathroom(parts)
    sockets(parts)
    lobby(parts)
    if evening:
        _night_lights(parts)
    else:
        _lamps(parts, on=False)
    model = merged([parts.model(), estate()])
    return Place(name, model, _floors(), light, EXTENT, ground_height)


def _night_lights(parts: Assembly) -> None:
    """At night only the bedside lamp and the lobby's lamp burn; the street's light comes through the windows."""
    _lamps(parts, on=False)
    parts.lamp(Lamp((0.24, 4.74, 0.80), (0, 0, 1), (1.0, 0.72, 0.42), 0.5, 180, baked=True, size=0.06))
    # What the city sends through the windows at night, as the eye sees it after some minutes in the dark.
    parts.lamp(Lamp((2.6, 0.5, 1.9), (0, 1, -0.3), (0.55, 0.66, 1.0), 0.30, 180, baked=True, size=0.7))
    parts.lamp(Lamp((8.3, 4.3, 1.9), (-1, 0, -0.2), (0.55, 0.66, 1.0), 0.14, 180, baked=True, size=0.4))
    parts.lamp(Lamp((-1.5, 1.2, 2.6), (0, 0, -1), (1.0, 0.86, 0.66), 0.8, 180, baked=True, size=0.08))


@place("flat")
def flat() -> Place:
    """By day. Living room x 0..5, y 0..4.5; kitchen x 5..9, y 0..3; bathroom x 5..9, y 3..5.5; lobby x -3..0."""
    return _flat("flat", MORNING, evening=False)


@place("flat/night")
def flat_night() -> Place:
    """The same flat at two in the morning."""
    return _flat("flat/night", NIGHT, evening=True)
