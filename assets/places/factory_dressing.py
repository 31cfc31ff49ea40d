"""What stands in the factory hall for stamping and machining, and what all its trades share.

The walls' own frames (see ``hall_shell``): x runs along the north wall from the hall's east end.
"""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest
from assets.mesh import Mesh, Model
from assets.modelling import Assembly, Material, box, lathe, painted, rod, sign_flat, varied
from assets.modelling.materials import (
    BLUE_PAINT,
    DARK_STEEL,
    GREEN_PAINT,
    RUSTY_STEEL,
    SAFETY_YELLOW,
    STEEL,
)
from assets.places.hall_fittings import (
    LINE_WHITE,
    broom_and_shovel,
    cable_tray,
    floor_box,
    floor_line,
    tool_cupboard,
    wall_clock,
    wall_pipes,
    waste_bin,
    workpiece_crate,
)
from assets.places.machine_tools import chip_heap, decoiler, lathe_machine, marking_table, milling_machine, pillar_drill
from assets.props.load_die import load_die
from assets.props.palletised import pallet, pallet_goods
from assets.props.power_press import power_press

W, D = 20.0, 16.0


def stand(parts: Assembly, model: Model, x: float, y: float, z: float = 0.0, h: float = 0.0) -> None:
    """A prop as part of the place. (Its lamps stay behind.)"""
    for kind, mesh in model.meshes.items():
        parts.add(mesh.placed(x, y, z, h=h), to=kind)


def _north(parts: Assembly, wall: Assembly) -> None:
    parts.include(wall, W, D, h=180)


def _west(parts: Assembly, wall: Assembly) -> None:
    parts.include(wall, 0.0, D, h=270)


def services(parts: Assembly, pipes: tuple[tuple[Material, float], ...], *, tray_z: float = 4.3) -> None:
    """A cable tray along the north columns, and pipes along the north wall."""
    cable_tray(parts, (0.6, D - 0.75), (19.4, D - 0.75), tray_z, hung_to=tray_z + 3.7)
    wall = Assembly()
    wall_pipes(wall, W, 3.6, pipes, drop_at=6.2)
    _north(parts, wall)


def posters(parts: Assembly, *names: str, banner: str = "banner_workshop") -> None:
    """A banner and posters on the west wall, a clock, the shop's board on the north wall."""
    west = Assembly()
    west.sign(banner, 8.0, 0.655, 8.0, 0.004, 3.5)
    for k, name in enumerate((*names, "poster_6s")):
        x = 5.4 + 1.2 * k
        west.add(box(0.66, 0.012, 0.86, DARK_STEEL, bevel=0.003).placed(x, 0.005, 1.48))
        west.sign(name, 0.64, 0.84, x, 0.0125, 1.49)
    wall_clock(west, 12.6, 3.0)
    _west(parts, west)
    north = Assembly()
    north.add(box(1.3, 0.02, 0.94, DARK_STEEL, bevel=0.004).placed(17.9, 0.01, 1.35))
    north.sign("duty_board", 1.24, 0.886, 17.9, 0.0215, 1.375)
    _north(parts, north)


def corner(parts: Assembly) -> None:
    """Cupboards, bins and brooms at the west wall's south end."""
    for k, colour in enumerate((BLUE_PAINT, BLUE_PAINT, GREEN_PAINT)):
        parts.include(tool_cupboard(colour), 0.28, 0.75 + 0.93 * k, h=-90)
    parts.include(waste_bin(GREEN_PAINT), 0.40, 3.75, h=-90)
    parts.add(broom_and_shovel().placed(0.03, 4.6, h=-90))


def press(parts: Assembly) -> None:
    """Stamping: more presses and a decoiler along the north, crates of parts, a die rack."""
    services(parts, ((BLUE_PAINT, 0.045), (GREEN_PAINT, 0.06)))
    posters(parts, "poster_press")
    corner(parts)
    for y in (0.9, 3.3):
        parts.add(floor_line(0.9, y, 19.6, y))
    parts.add(
        floor_box(6.3, 5.5, 9.9, 9.6),
        floor_box(11.4, 5.5, 14.9, 9.6),
        floor_box(15.2, 5.6, 17.6, 8.4, material=LINE_WHITE),
    )
    parts.include(pillar_drill(), 2.0, 14.7, h=180)
    parts.include(milling_machine(), 4.2, 14.6, h=180)
    for x in (6.6, 14.6, 17.0):
        stand(parts, power_press(PropRequest("running")), x, 13.6, h=180)
    parts.include(decoiler(), 12.2, 13.6)
    for k, (x, y) in enumerate(
        ((10.6, 5.9), (15.8, 6.3), (16.9, 6.4), (15.9, 7.6), (5.2, 12.4), (15.6, 11.9), (18.0, 11.6))
    ):
        parts.include(workpiece_crate(k, (GREEN_PAINT, BLUE_PAINT)[k % 2]), x, y, h=4 * k - 8)
    stand(parts, load_die(PropRequest("ok", "rack")), 9.0, 11.6, h=4)
    for x, y, turn in ((12.9, 6.6, 30), (6.9, 12.0, 0), (14.6, 12.2, 80)):
        parts.add(_stain(x, y, turn), to="sign")
    stand(parts, pallet_goods(PropRequest("ok", "cartons")), 18.4, 5.0, h=90)


def _stain(x: float, y: float, turn: float, *, size: float = 1.4, name: str = "oil_stain") -> Mesh:
    return sign_flat(name, size, size * 0.73).placed(x, y, 0.004, h=turn)


def heavy(parts: Assembly) -> None:
    """Machining: crane runway, lathes and mills along the north, stock rack, marking table, swarf, castings."""
    services(parts, ((BLUE_PAINT, 0.05),), tray_z=5.6)
    posters(parts, "poster_crane", banner="banner_quality")
    _runway(parts)
    for y in (4.6, 10.2):
        parts.add(floor_line(0.9, y, 19.6, y))
    for k, x in enumerate((3.2, 7.2)):
        parts.include(lathe_machine(), x, 13.6, h=180)
        parts.add(floor_box(x - 2.0, 12.4, x + 2.0, 15.2, material=LINE_WHITE), chip_heap(k).placed(x + 0.3, 12.9))
    for x in (10.6, 13.0):
        parts.include(milling_machine(), x, 14.2, h=180)
        parts.add(floor_box(x - 1.0, 12.7, x + 1.0, 15.3, material=LINE_WHITE))
    parts.include(pillar_drill(), 17.2, 14.7, h=180)
    parts.include(marking_table(), 17.8, 6.4, h=90)
    _stock_rack(parts)
    corner(parts)
    for k, (x, y) in enumerate(((2.2, 11.2), (5.4, 11.3), (18.6, 8.6))):
        parts.include(workpiece_crate(20 + k, BLUE_PAINT), x, y, h=6 * k)
    for x, y, turn in ((3.4, 12.6, 10), (7.5, 12.5, 60), (12.8, 12.5, 120), (9.0, 6.0, 0)):
        parts.add(_stain(x, y, turn), to="sign")
    parts.add(_stain(10.0, 7.4, 3, size=6.0, name="tyre_tracks"), to="sign")
    casting = lathe(
        [
            (0, 0),
            (0.5, 0),
            (0.5, 0.08),
            (0.3, 0.12),
            (0.26, 0.5),
            (0.4, 0.54),
            (0.4, 0.62),
            (0.2, 0.62),
            (0.2, 0.1),
            (0, 0.1),
        ],
        painted(0.30, 0.12, 0.07, 0.75, 0.6),
        sides=26,
    )
    parts.add(
        casting.placed(16.0, 11.4),
        varied(casting, np.random.default_rng(2)).placed(14.6, 11.3),
        pallet().placed(16.0, 11.4, -0.142),
    )


def _runway(parts: Assembly) -> None:
    """Crane rails along x at y 0.9 and 15.1: beams on the columns' brackets, rail tops at z 7.0, a conductor line."""
    for y in (0.9, D - 0.9):
        parts.add(*(box(19.6, 0.30, 0.03, BLUE_PAINT, bevel=0.005, grid=0.9).placed(W / 2, y, z) for z in (6.26, 6.85)))
        parts.add(
            box(19.6, 0.03, 0.60, BLUE_PAINT, bevel=0.004, grid=0.9).placed(W / 2, y, 6.27),
            box(19.6, 0.07, 0.12, RUSTY_STEEL, bevel=0.01, grid=1.5).placed(W / 2, y, 6.88),
        )
        inward = 1 if y < D / 2 else -1
        for x in (2.5, 7.5, 12.5, 17.5):
            parts.add(box(0.26, 0.62, 0.34, BLUE_PAINT, bevel=0.015).placed(x, y - inward * 0.25, 5.92))
        parts.add(*(box(0.20, 0.16, 0.5, SAFETY_YELLOW, bevel=0.02).placed(x, y, 6.9) for x in (0.35, W - 0.35)))
    parts.add(
        *(
            rod((0.3, 0.62, z), (19.7, 0.62, z), 0.012, Material((0.7, 0.3, 0.1), "copper", 0.4, 0.6), sides=5)
            for z in (6.55, 6.68, 6.81)
        )
    )


def _stock_rack(parts: Assembly) -> None:
    """A cantilever rack of bars against the west wall."""
    rng = np.random.default_rng(4)
    for y in (6.2, 7.6, 9.0):
        parts.add(
            box(0.14, 0.14, 2.3, SAFETY_YELLOW, bevel=0.012, grid=0.7, wear=0.5).placed(0.25, y),
            box(0.8, 0.14, 0.10, SAFETY_YELLOW, bevel=0.01, wear=0.5).placed(0.58, y),
        )
        parts.add(
            *(box(0.62, 0.09, 0.08, SAFETY_YELLOW, bevel=0.01, wear=0.7).placed(0.60, y, z) for z in (0.75, 1.35, 1.95))
        )
    for z in (0.10, 0.83, 1.43, 2.03):
        for k in range(5):
            radius = rng.uniform(0.025, 0.055)
            material = STEEL if rng.random() < 0.5 else RUSTY_STEEL
            parts.add(
                rod(
                    (0.42 + 0.11 * k, 5.7 + rng.uniform(-0.2, 0.1), z + radius),
                    (0.42 + 0.11 * k, 9.5 + rng.uniform(-0.3, 0.3), z + radius),
                    radius,
                    material,
                    sides=8,
                    grid=1.0,
                )
            )
