"""The truck behind its cab: frame, axles, box body with open doors, tail lamps and guards."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Lamp, Mesh, Pass, joined
from assets.modelling import both_sides, box, lathe, mirrored, profile, rod, rounded_box, sheet, smooth, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    CAST_IRON,
    DARK_STEEL,
    GREY_PAINT,
    PLYWOOD,
    RUBBER,
    STEEL,
    WHITE_PAINT,
    WOOD,
    painted,
    plastic,
)
from assets.modelling.surfaces import sign_quad

Part = tuple[Pass, Mesh]
REAR, FRONT, FLOOR, ROOF, HALF = -4.98, 2.98, 1.30, 3.58, 1.22
"""The box: its ends along y, the height of its floor and roof, half its width."""
AMBER = (1.0, 0.42, 0.03)
FRAME = painted(0.045, 0.047, 0.05, 0.55, 0.4)
SIDE_SHEET = painted(0.70, 0.72, 0.74, 0.38, 0.1)


def _corrugated_side() -> Mesh:
    """The right wall of the box: trapezoid corrugations, 2 cm thick, standing on z = 0 at x = 0."""
    line = []
    y = REAR + 0.08
    while y < FRONT - 0.30:
        line += [(y, 0.0), (y + 0.16, 0.0), (y + 0.19, 0.028), (y + 0.27, 0.028)]
        y += 0.30
    line += [(FRONT - 0.06, 0.0)]
    height = ROOF - FLOOR - 0.175
    wall = sheet(line, 0.012, height, SIDE_SHEET, split=25, grid=1.15)
    return wall.placed(p=90).placed(h=90).placed(z=height / 2)


@cache
def _walls() -> Mesh:
    """Walls, roof, floor and corner posts of the box."""
    length, middle = FRONT - REAR, (FRONT + REAR) / 2
    side = _upright_side()
    rails = [
        box(0.06, length, 0.12, WHITE_PAINT, bevel=0.012, grid=2.0).placed(HALF - 0.01, middle, z)
        for z in (FLOOR - 0.08, ROOF - 0.13)
    ]
    posts = [
        box(0.09, 0.09, ROOF - FLOOR + 0.06, WHITE_PAINT, bevel=0.02, grid=2.0).placed(HALF - 0.025, y, FLOOR - 0.06)
        for y in (REAR + 0.05, FRONT - 0.05)
    ]
    roof = profile(
        [
            (-HALF - 0.01, 0),
            (-HALF + 0.1, 0.03),
            (0, 0.05),
            (HALF - 0.1, 0.03),
            (HALF + 0.01, 0),
            (HALF - 0.1, -0.03),
            (-HALF + 0.1, -0.03),
        ],
        length,
        WHITE_PAINT,
        grid=1.2,
    ).placed(0, middle, ROOF - 0.02)
    floor = box(2 * HALF - 0.06, length - 0.05, 0.07, PLYWOOD.shade(0.7), bevel=0.008, grid=2.0).placed(
        0, middle, FLOOR - 0.07
    )
    front = box(2 * HALF - 0.05, 0.05, ROOF - FLOOR - 0.02, SIDE_SHEET, bevel=0.01, grid=2.0).placed(
        0, FRONT - 0.05, FLOOR
    )
    header = box(2 * HALF, 0.08, 0.14, WHITE_PAINT, bevel=0.015, grid=2.0).placed(0, REAR + 0.04, ROOF - 0.16)
    sill = box(2 * HALF + 0.02, 0.10, 0.16, STEEL, bevel=0.015, grid=2.0).placed(0, REAR + 0.05, FLOOR - 0.16)
    slats = [
        box(0.02, length - 0.3, 0.10, WOOD, bevel=0.006, grid=2.0).placed(HALF - 0.055, middle, z) for z in (1.75, 2.35)
    ]
    return joined([both_sides(joined([side, *rails, *posts, *slats])), roof, floor, front, header, sill])


def _upright_side() -> Mesh:
    return _corrugated_side().placed(HALF - 0.022, 0, FLOOR + 0.041)


def _door_leaf() -> list[Part]:
    """The right rear door, folded forward along the side of the box, with its lock rods and hinges."""
    width, height = 1.18, ROOF - FLOOR - 0.12
    y = REAR + 0.04 + width / 2
    x = HALF + 0.055
    leaf = box(0.035, width, height, SIDE_SHEET, bevel=0.01, grid=2.0).placed(x, y, FLOOR)
    frame = [
        box(0.045, 0.07, height, WHITE_PAINT, bevel=0.012, grid=2.0).placed(x, y + s * (width / 2 - 0.035), FLOOR)
        for s in (-1, 1)
    ]
    frame += [
        box(0.045, width, 0.07, WHITE_PAINT, bevel=0.012, grid=2.0).placed(x, y, z)
        for z in (FLOOR, FLOOR + height - 0.07)
    ]
    seal = box(0.05, width + 0.02, height + 0.02, RUBBER, bevel=0.01, grid=2.0).placed(x - 0.015, y, FLOOR - 0.01)
    hardware = []
    for dy in (0.12, 0.42):
        at = y + dy
        hardware.append(rod((x + 0.035, at, FLOOR - 0.05), (x + 0.035, at, FLOOR + height + 0.03), 0.016, STEEL))
        hardware += [
            box(0.05, 0.07, 0.06, DARK_STEEL, bevel=0.012, grid=2.0).placed(x + 0.025, at, FLOOR + z)
            for z in (0.06, 0.9, 1.9)
        ]
        hardware.append(
            tube(
                smooth(
                    [
                        (x + 0.045, at, FLOOR + 0.85),
                        (x + 0.06, at - 0.08, FLOOR + 0.86),
                        (x + 0.055, at - 0.28, FLOOR + 0.84),
                    ],
                    4,
                ),
                0.012,
                STEEL,
                sides=6,
            )
        )
    hinges = [
        rod((x - 0.04, REAR + 0.05, z), (x - 0.04, REAR + 0.05, z + 0.16), 0.022, STEEL)
        for z in (FLOOR + 0.2, FLOOR + 1.0, FLOOR + 1.85)
    ]
    return [("opaque", joined([leaf, *frame, seal, *hardware, *hinges]))]


@cache
def box_body() -> tuple[Part, ...]:
    """The box with both doors folded back, its lettering and its reflecting tape."""
    ((_, door),) = _door_leaf()
    parts: list[Part] = [("opaque", _walls()), ("opaque", both_sides(door))]
    outside = HALF + 0.026
    for side, turn in ((1, -90), (-1, 90)):
        parts.append(
            ("sign", sign_quad("lorry_company", 4.2, 0.93).placed(side * (outside + 0.004), 0.1, 2.25, h=turn))
        )
        for y in (-3.0, -1.0, 1.0, 2.4):
            parts.append(
                (
                    "sign",
                    sign_quad("reflective_tape", 1.1, 0.05).placed(side * (outside + 0.002), y, FLOOR - 0.06, h=turn),
                )
            )
        door_x = side * (HALF + 0.079)
        parts.append(
            ("sign", sign_quad("reflective_tape", 1.0, 0.05).placed(door_x, REAR + 0.62, FLOOR + 0.14, h=turn))
        )
    return tuple(parts)


@cache
def chassis(rear_axle: float) -> tuple[Part, ...]:
    """Frame rails, cross members, axles, springs, side guards, boxes and tanks below the body."""
    rail = profile(
        [
            (-0.035, -0.12),
            (0.035, -0.12),
            (0.035, -0.105),
            (-0.02, -0.105),
            (-0.02, 0.105),
            (0.035, 0.105),
            (0.035, 0.12),
            (-0.035, 0.12),
        ],
        8.6,
        FRAME,
    ).placed(-0.42, -0.45, 0.98)
    cross = [
        box(0.80, 0.09, 0.16, FRAME, bevel=0.015, grid=2.0).placed(0, y, 0.90)
        for y in (-4.6, -3.9, -2.9, -1.6, 0.0, 1.6)
    ]
    bearers = [box(2.2, 0.08, 0.14, FRAME, bevel=0.01, grid=2.0).placed(0, y, 1.09) for y in np.arange(-4.6, 2.9, 0.72)]
    axle = lathe(
        [
            (0, -0.9),
            (0.075, -0.9),
            (0.085, -0.3),
            (0.24, -0.12),
            (0.25, 0.0),
            (0.24, 0.12),
            (0.085, 0.3),
            (0.075, 0.9),
            (0, 0.9),
        ],
        CAST_IRON,
        sides=18,
    ).placed(0, rear_axle, 0.51, r=90)
    shaft = rod((0, rear_axle + 0.2, 0.56), (0, 2.6, 0.80), 0.05, DARK_STEEL)
    spring = tube(
        smooth([(0.47, rear_axle - 0.7, 0.78), (0.47, rear_axle, 0.62), (0.47, rear_axle + 0.7, 0.78)], 6),
        0.045,
        CAST_IRON,
        sides=4,
        squash=(1.1, 1.3),
    )
    guard = [box(0.035, 3.3, 0.10, WHITE_PAINT, bevel=0.012, grid=2.0).placed(1.17, -0.45, z) for z in (0.50, 0.78)]
    guard += [box(0.05, 0.05, 0.62, FRAME, bevel=0.008, grid=2.0).placed(1.13, y, 0.50) for y in (-1.9, -0.45, 1.0)]
    wing = both_sides(_mudguard(rear_axle))
    battery = rounded_box(0.45, 0.62, 0.36, BLACK_PLASTIC, radius=0.03, segments=8).placed(0.80, 2.3, 0.62)
    tool_box = box(0.46, 0.8, 0.40, GREY_PAINT, bevel=0.02, grid=2.0).placed(0.82, 1.45, 0.62)
    air = lathe([(0, 0), (0.11, 0.02), (0.13, 0.08), (0.13, 0.62), (0.11, 0.68), (0, 0.7)], FRAME, sides=16)
    drain = rod((-0.9, -4.7, 1.22), (-0.9, -4.7, 1.06), 0.02, DARK_STEEL)
    opaque = [
        both_sides(rail),
        *cross,
        *bearers,
        axle,
        shaft,
        both_sides(spring),
        both_sides(joined(guard)),
        wing,
        battery,
        tool_box,
        air.placed(0.7, -1.0, 0.75, p=-90),
        drain,
    ]
    tape = [
        sign_quad("reflective_tape", 1.0, 0.05).placed(side * 1.19, y, 0.805, h=-90 * side)
        for side in (-1, 1)
        for y in (-1.5, -0.4, 0.7)
    ]
    return (("opaque", joined(opaque)), *(("sign", each) for each in tape))


def _mudguard(axle: float) -> Mesh:
    angle = np.radians(np.linspace(8, 172, 13))
    line = [(0.62 * np.cos(a), 0.62 * np.sin(a)) for a in angle]
    arch = sheet(line, 0.012, 0.66, BLACK_PLASTIC, split=40).placed(h=90).placed(0.93, axle, 0.52)
    flap = box(0.62, 0.015, 0.46, RUBBER, bevel=0.004, grid=2.0).placed(0.93, axle - 0.66, 0.22)
    return joined([arch, flap])


def tail(lit: tuple[int, ...], *, high_markers: bool) -> tuple[list[Part], tuple[Lamp, ...]]:
    """The tail below the body: lamp bar, plate, underrun guard; amber chambers burn on the sides ``lit`` (-1, 1).

    ``high_markers`` are the small red lamps at the upper corners of a box body.
    """
    bar = box(2.36, 0.10, 0.20, FRAME, bevel=0.015, grid=2.0).placed(0, REAR + 0.10, 0.90)
    guard = box(2.30, 0.10, 0.14, WHITE_PAINT, bevel=0.02, grid=2.0).placed(0, REAR + 0.12, 0.46)
    stays = both_sides(box(0.07, 0.08, 0.36, FRAME, bevel=0.01).placed(0.42, REAR + 0.16, 0.58))
    housing = rounded_box(0.46, 0.09, 0.17, BLACK_PLASTIC, radius=0.025, segments=8).placed(0.88, REAR + 0.04, 0.915)
    marker = rounded_box(0.09, 0.03, 0.05, plastic(0.30, 0.02, 0.02, 0.2), radius=0.012, segments=8).placed(
        1.10, REAR + 0.0, ROOF - 0.11
    )
    buffers = both_sides(
        lathe([(0, 0), (0.06, 0), (0.055, 0.05), (0, 0.06)], RUBBER, sides=12).placed(0.6, REAR, 1.22, p=90)
    )
    parts: list[Part] = [
        (
            "opaque",
            joined([bar, guard, stays, both_sides(joined([housing, marker] if high_markers else [housing])), buffers]),
        )
    ]
    lamps: list[Lamp] = []
    for side in (-1, 1):
        parts.append(("sign", _tail_lens(side)))
        if side in lit:
            chamber = rounded_box(0.145, 0.02, 0.115, plastic(*AMBER, 0.2), radius=0.009, segments=8).placed(
                side * 1.005, REAR - 0.012, 0.943
            )
            parts.append(("glow", chamber))
            lamps.append(Lamp((side * 1.0, REAR - 0.06, 1.0), (side * 0.2, -1.0, 0.0), AMBER, 1.6))
    for x in (-0.62, 0.62):
        parts.append(("sign", sign_quad("red_white_stripes", 0.95, 0.10).placed(x, REAR + 0.068, 0.48, h=180)))
        parts.append(("sign", sign_quad("reflective_tape", 1.05, 0.05).placed(x, REAR - 0.003, FLOOR - 0.10, h=180)))
    parts.append(("sign", sign_quad("plate_lorry", 0.44, 0.14).placed(0, REAR + 0.046, 0.93, h=180)))
    parts.append(("sign", sign_quad("lorry_warning", 0.34, 0.136).placed(0.44, REAR + 0.046, 0.932, h=180)))
    return parts, tuple(lamps)


def _tail_lens(side: int) -> Mesh:
    """The lamp's face; on the left it is mirrored, its amber chamber always outside."""
    face = sign_quad("tail_lamp", 0.43, 0.145).placed(h=180)
    if side < 0:
        return face.placed(-0.88, REAR - 0.008, 0.927)
    return mirrored(face).placed(0.88, REAR - 0.008, 0.927)
