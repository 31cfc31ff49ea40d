"""The warehouse, 24 x 18 x 8 m: racks, main aisle y 7..11, cross aisles at x 6, 12, 18, docks in the west."""

from __future__ import annotations

import numpy as np

from assets.builders import place
from assets.mesh import Mesh, joined, merged
from assets.modelling import Assembly, Material, box, extrude, painted, sign_flat
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BLUE_PAINT,
    DARK_STEEL,
    GREY_PAINT,
    RUBBER,
    SAFETY_YELLOW,
    WHITE_PAINT,
)
from assets.place import Place
from assets.places.factory_hall import SHEET_WALL, hall_light
from assets.places.floors import flat_ground
from assets.places.hall_fittings import (
    LINE_WHITE,
    bollard,
    cable_tray,
    floor_box,
    floor_line,
    high_bay,
    tube_lamp,
    wall_clock,
    waste_bin,
)
from assets.places.hall_ground import Floor, hall_floor
from assets.places.hall_shell import THICK, Style, h_column, pitched_roof, roller_door, truss, wall
from assets.places.openings import Opening
from assets.places.works_yard import works_yard
from assets.props.palletised import load, pallet
from assets.props.parts.railings import railing
from assets.props.storage_rack import rack_bay

W, D = 24.0, 18.0
EXTENT = (0.0, 0.0, W, D)
EAVES, RISE, TRUSS_FOOT = 8.4, 1.6, 7.9
DOCKS = (4.0, 9.0, 14.0)
DOCK_W, DOCK_H = 2.8, 3.0
DADO = Material((0.20, 0.30, 0.42), "plaster", 0.6, 0.0, 0.4)
FLOOR_GREY = (0.50, 0.53, 0.54)
STRIP_GREEN = (0.20, 0.42, 0.28)
STYLE = Style(SHEET_WALL.shade(1.15), DADO, 1.1, steel=painted(0.50, 0.53, 0.55), line=painted(0.75, 0.50, 0.03))
FLOOR = Floor(
    (-THICK, -THICK, W + THICK, D + THICK),
    ("asphalt", "concrete", "epoxy"),
    (((0.0, 0.0, W, D), FLOOR_GREY), ((4.6, 6.9, 23.0, 7.9), STRIP_GREEN)),
    ((4.0, 8.2, 20.0, 10.2), (11.0, 2.0, 13.0, 7.0)),
    seed=21,
)
RACKS = (
    (9.0, 5.3),
    (9.0, 1.0),
    (15.0, 5.3),
    (15.0, 1.0),
    (9.0, 13.1),
    (9.0, 16.9),
    (15.0, 12.0),
    (15.0, 13.1),
    (15.0, 16.9),
    (21.2, 1.0),
    (21.2, 5.3),
)
"""Middles of the kit's own bays; a scenario's stand at (9, 6.4), (9, 12.0) and (15, 6.4)."""


@place("warehouse")
def warehouse() -> Place:
    """Bays stand back to back; dock doors 1 to 3 at y 4, 9, 14 of the west wall, the middle one open on a lorry."""
    parts = Assembly()
    _shell(parts)
    for k, (x, y) in enumerate(RACKS):
        _bay(parts, x, y, k)
    _docks(parts)
    _marks(parts)
    _fittings(parts)
    for x in (3.0, 9.0, 15.0, 21.0):
        for y in (4.0, 9.0, 14.6):
            high_bay(parts, x, y, 7.0, power=5.5)
    model = merged([parts.model(), works_yard(EXTENT, 47)])
    return Place("warehouse", model, hall_floor(FLOOR), hall_light(sun=0.9, exposure=0.85), EXTENT, flat_ground)


def _shell(parts: Assembly) -> None:
    high = [Opening.about(x, 5.6, 3.6, 1.5) for x in (3.0, 9.0, 15.0, 21.0)]
    parts.include(wall(W, EAVES, STYLE, windows=high))
    parts.include(wall(W, EAVES, STYLE, windows=high), W, D, h=180)
    parts.include(wall(D, EAVES, STYLE), W, 0, h=90)
    doors = [Opening.about(D - y, 0.0, DOCK_W, DOCK_H) for y in DOCKS]
    parts.include(wall(D, EAVES, STYLE, openings=doors), 0, D, h=270)
    gable = extrude([(0, 0), (D, 0), (D / 2, RISE)], THICK, STYLE.upper, grid=1.5).placed(p=90)
    parts.add(gable.placed(W, 0.0, EAVES, h=90), gable.placed(0.0, D, EAVES, h=270))
    column = h_column(TRUSS_FOOT, STYLE.steel)
    one = truss(D - 0.5, TRUSS_FOOT, RISE - 0.2, STYLE.steel)
    for x in (0.3, 6.0, 12.0, 18.0, 23.7):
        parts.add(column.placed(x, 0.24), column.placed(x, D - 0.24), one.placed(x, 0.25))
    parts.include(pitched_roof(W, D, EAVES + 0.15, RISE, STYLE, ((5.2, 6.8), (11.2, 12.8), (17.2, 18.8))))


def _bay(parts: Assembly, x: float, y: float, number: int) -> None:
    """A bay with goods on every level, some places free."""
    rng = np.random.default_rng(100 + number)
    front = y in (12.0,) or y == 13.1
    parts.include(rack_bay(), x, y, h=180 if front else 0)
    for row, z in enumerate((0.0, 1.5, 2.9, 4.2)):
        for dx in (-0.64, 0.64):
            if rng.random() < 0.14:
                continue
            high = (1.05, 1.0, 0.9, 0.9)[row] * rng.uniform(0.75, 1.0)
            parts.include(load(int(rng.integers(4)), high, int(rng.integers(1000))), x + dx, y, z)


def _docks(parts: Assembly) -> None:
    """Doors with their frames, bumpers, levellers, lamps, numbers; a lorry's open body behind the middle one."""
    for k, y in enumerate(DOCKS):
        opened = (0.0, 0.9, 0.0)[k]
        parts.include(roller_door(DOCK_W, DOCK_H, opened, painted(0.55, 0.57, 0.58)), 0.0, y, h=-90)
        leveller = box(2.2, 2.0, 0.02, DARK_STEEL.but(texture="checker_plate"), bevel=0.004, grid=0.6)
        parts.add(leveller.placed(1.05, y, -0.012, h=90))
        parts.add(
            *(
                box(0.10, 2.0, 0.006, SAFETY_YELLOW, bevel=0.001, grid=1).placed(1.05, y + s * 1.16, 0.0, h=90)
                for s in (-1, 1)
            )
        )
        parts.add(*(bollard(1.1).placed(0.45, y + s * 1.75) for s in (-1, 1)))
        parts.sign(f"dock_number_{k + 1}", 0.6, 0.6, 0.012, y, 3.75, turn=-90)
        parts.add(box(0.12, 0.30, 0.14, BLACK_PLASTIC, bevel=0.02).placed(0.12, y + 1.62, 2.2))
    inside = painted(0.62, 0.62, 0.60, 0.6)
    y = DOCKS[1]
    parts.add(
        box(5.0, 0.06, 2.5, inside, bevel=0.01, grid=1.2).placed(-2.8, y + 1.22),
        box(5.0, 0.06, 2.5, inside, bevel=0.01, grid=1.2).placed(-2.8, y - 1.22),
    )
    parts.add(
        box(5.0, 2.5, 0.06, inside, bevel=0.01, grid=1.2).placed(-2.8, y, 2.5),
        box(5.0, 2.5, 0.05, Material((0.7, 0.62, 0.5), "plywood", 0.8), bevel=0.01, grid=1.2).placed(-2.8, y, -0.03),
        box(0.06, 2.5, 2.5, inside, bevel=0.01, grid=1.2).placed(-5.3, y),
    )
    for k in range(3):
        parts.include(load(k, 1.2, 70 + k), -4.3, y - 0.6 + 0.6 * k * 0.9, 0.02, h=90)
    seal = Material((0.03, 0.03, 0.032), "rubber", 0.8)
    parts.add(
        box(0.5, 0.3, 3.0, seal, bevel=0.05, grid=1).placed(-0.3, y + 1.4),
        box(0.5, 0.3, 3.0, seal, bevel=0.05, grid=1).placed(-0.3, y - 1.4),
        box(0.5, 3.0, 0.4, seal, bevel=0.05, grid=1).placed(-0.3, y, 2.65),
    )


def _marks(parts: Assembly) -> None:
    """Aisle lines, the pedestrian strip's frame and figures, the worn zebra, staging frames, tracks."""
    parts.add(
        floor_line(4.6, 11.0, 23.0, 11.0),
        floor_line(4.6, 8.0, 10.4, 8.0),
        floor_line(13.6, 8.0, 23.0, 8.0),
        floor_line(4.6, 6.9, 7.4, 6.9),
        floor_line(16.7, 6.9, 23.0, 6.9),
    )
    for x in (6.0, 12.0, 18.0):
        for dx in (-1.45, 1.45):
            parts.add(floor_line(x + dx, 1.8, x + dx, 4.6), floor_line(x + dx, 13.8, x + dx, 16.2))
    for k, x in enumerate((5.4, 8.0, 14.6, 17.6, 20.4)):
        parts.add(sign_flat("walk_mark", 0.5, 0.75).placed(x, 7.42, 0.005, h=90 if k % 2 else -90), to="sign")
    parts.add(sign_flat("worn_zebra", 2.9, 1.9).placed(12.0, 8.98, 0.0045), to="sign")
    for k, y in enumerate((2.2, 12.2, 15.6)):
        parts.add(floor_box(2.6, y, 4.2, y + 1.5, material=LINE_WHITE))
        if k != 1:
            parts.include(load(k + 1, 0.9, 40 + k), 3.4, y + 0.75, 0, h=90)
    parts.add(floor_box(19.6, 13.6, 23.2, 17.2))
    for x, y, turn in ((9.0, 9.3, 0), (15.4, 9.8, 2), (12.2, 12.6, 88), (6.2, 14.0, 92), (3.0, 9.2, 0)):
        parts.add(sign_flat("tyre_tracks", 5.0, 0.9).placed(x, y, 0.005, h=turn), to="sign")


def _fittings(parts: Assembly) -> None:
    """Rack-end protectors and labels, tray, charging corner's fan, posters, clock, spare pallets, bins."""
    for x, y in (
        (7.5, 6.9),
        (10.5, 6.9),
        (13.5, 6.9),
        (16.5, 6.9),
        (7.5, 11.0),
        (10.5, 11.0),
        (13.5, 11.3),
        (16.5, 11.3),
    ):
        if x in (13.5, 16.5) and y < 7 or y > 11:
            parts.add(_rack_end().placed(x, y))
    for x, y, name in ((7.6, 11.46, "aisle_label_b"), (13.6, 11.46, "aisle_label_a"), (16.4, 11.46, "aisle_label_a")):
        parts.sign(name, 0.6, 0.22, x, y, 3.3, turn=180)
    cable_tray(parts, (0.8, 17.3), (23.2, 17.3), 6.3, hung_to=8.0)
    for x in (9.0, 15.0):
        tube_lamp(parts, x, 9.0, 6.2, power=2.5)
    east = Assembly()
    for k, name in enumerate(("poster_forklift", "poster_6s")):
        east.add(box(0.66, 0.012, 0.86, DARK_STEEL, bevel=0.003).placed(8.0 + 1.1 * k, 0.005, 1.48))
        east.sign(name, 0.64, 0.84, 8.0 + 1.1 * k, 0.0125, 1.49)
    east.sign("banner_quality", 7.0, 0.573, 9.0, 0.004, 4.4)
    east.sign("speed_5", 0.8, 0.8, 6.6, 0.006, 2.4)
    wall_clock(east, 11.4, 3.1)
    parts.include(east, W, 0, h=90)
    for k in range(7):
        parts.add(pallet(fine=k > 4).placed(22.4, 3.2, 0.142 * k, h=2 * k))
    parts.include(waste_bin(BLUE_PAINT), 23.4, 12.0, h=90)
    parts.add(
        railing((4.5, 11.3, 0), (4.5, 12.6, 0), toe=False),
        box(0.5, 1.0, 1.1, GREY_PAINT, bevel=0.02, grid=0.5).placed(0.5, 6.5),
        box(0.45, 0.02, 0.34, BLACK_PLASTIC, bevel=0.004).placed(0.74, 6.5, 1.14, h=-90),
    )


def _rack_end() -> Mesh:
    """A yellow bow of thick tube that guards a rack's corner."""
    post = box(0.12, 0.12, 0.45, SAFETY_YELLOW, bevel=0.02, grid=0.5, wear=0.9)
    return joined(
        [
            post,
            box(0.25, 0.25, 0.015, DARK_STEEL, bevel=0.003),
            box(0.124, 0.124, 0.06, RUBBER, bevel=0.02).placed(z=0.2),
            box(0.124, 0.124, 0.03, WHITE_PAINT, bevel=0.01).placed(z=0.34),
        ]
    )
