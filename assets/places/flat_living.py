"""The living room and the bedroom of the flat: an old person's furniture and what hangs on the walls."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, ball, box, cable, lathe, rod, rounded_box, smooth, torus, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BRASS,
    CABLE_BLACK,
    CHROME,
    STEEL,
    WHITE_PLASTIC,
    Material,
    painted,
    plastic,
)
from assets.places.home_rooms import RED_WOOD, WHITE_LACQUER, curtain, curtain_pole
from assets.places.house_plants import house_plant

CURTAIN = Material((0.62, 0.44, 0.26), "fabric", 0.9, 0.0, 0.05, scale=3.0)
BEDSPREAD = Material((0.58, 0.25, 0.24), "fabric", 0.9, 0.0, 0.05, scale=4.0)
PILLOW = Material((0.80, 0.74, 0.66), "fabric", 0.9, 0.0, 0.05, scale=4.0)
LACE = Material((0.84, 0.82, 0.76), "fabric", 0.85, 0.0, 0.05, scale=8.0)
SEAT_CUSHION = Material((0.28, 0.36, 0.30), "fabric", 0.9, 0.0, 0.05, scale=4.0)
ENAMEL = painted(0.84, 0.84, 0.80, 0.2, 0.02)


def living_room(parts: Assembly) -> None:
    """Television and cabinet on the east wall, shoe cabinet at the door, sideboard, clock, pictures, plants."""
    _television(parts)
    _shoe_cabinet(parts)
    _sideboard(parts)
    _walls(parts)
    _window(parts)


def _cabinet(w: float, d: float, h: float, doors: int, *, drawers: bool = False) -> Assembly:
    """A wooden cabinet on feet, its doors (or drawers above them) to +y."""
    body = Assembly()
    body.add(box(w, d, h - 0.10, RED_WOOD, bevel=0.006).placed(0, 0, 0.08))
    body.add(box(w + 0.03, d + 0.02, 0.025, RED_WOOD.shade(1.15), bevel=0.008).placed(0, 0.005, h - 0.025))
    for x in (-w / 2 + 0.05, w / 2 - 0.05):
        body.add(
            *(
                box(0.05, 0.05, 0.09, RED_WOOD.shade(0.8), bevel=0.01).placed(x, y)
                for y in (-d / 2 + 0.05, d / 2 - 0.05)
            )
        )
    low, top = 0.10, h - 0.05
    split = top - 0.17 if drawers else top
    leaf = w / doors
    for k in range(doors):
        x = -w / 2 + leaf * (k + 0.5)
        body.add(box(leaf - 0.012, 0.018, split - low, RED_WOOD.shade(1.08), bevel=0.005).placed(x, d / 2 + 0.006, low))
        body.add(
            box(leaf - 0.11, 0.012, split - low - 0.10, RED_WOOD.shade(0.86), bevel=0.006).placed(
                x, d / 2 + 0.012, low + 0.05
            )
        )
        knob = ball(0.014, BRASS, sides=8).placed(
            x + (leaf / 2 - 0.035) * (1 if k % 2 == 0 else -1), d / 2 + 0.03, (low + split) / 2
        )
        body.add(knob)
        if drawers:
            body.add(
                box(leaf - 0.012, 0.018, 0.155, RED_WOOD.shade(1.08), bevel=0.005).placed(
                    x, d / 2 + 0.006, split + 0.012
                )
            )
            body.add(ball(0.013, BRASS, sides=8).placed(x, d / 2 + 0.028, split + 0.09))
    return body


def _television(parts: Assembly) -> None:
    cabinet = _cabinet(1.35, 0.40, 0.52, 3)
    parts.include(cabinet, 4.72, 2.52, 0, h=90)
    screen = Assembly()
    screen.add(rounded_box(0.98, 0.05, 0.58, BLACK_PLASTIC, radius=0.012, segments=8).placed(0, 0, 0.06))
    screen.add(
        rounded_box(0.34, 0.20, 0.02, BLACK_PLASTIC, radius=0.008, segments=8),
        rod((0, -0.01, 0.01), (0, -0.01, 0.10), 0.03, BLACK_PLASTIC),
    )
    screen.sign("home_tv_standby", 0.95, 0.546, 0, 0.0256, 0.077)
    cloth_cover = box(1.02, 0.07, 0.012, LACE, bevel=0.004).placed(0, -0.005, 0.64)
    screen.add(cloth_cover, box(1.02, 0.006, 0.10, LACE, bevel=0.002).placed(0, 0.033, 0.55))
    parts.include(screen, 4.74, 2.55, 0.52, h=90)
    parts.add(rounded_box(0.05, 0.16, 0.02, BLACK_PLASTIC, radius=0.008, segments=8).placed(4.62, 2.02, 0.52, h=12))
    parts.add(box(0.20, 0.13, 0.05, BLACK_PLASTIC, bevel=0.01).placed(4.72, 2.05, 0.52, h=80))
    parts.include(house_plant(0.42, 5), 4.70, 3.08, 0.52)


def _shoe_cabinet(parts: Assembly) -> None:
    """Beside the entry door: cabinet with keys, a calendar above, slippers before it, a walking stick, an umbrella."""
    parts.include(_cabinet(0.95, 0.32, 0.95, 2), 0.24, 2.85, 0, h=-90)
    parts.add(rounded_box(0.22, 0.14, 0.02, ENAMEL, radius=0.009, segments=8).placed(0.25, 2.62, 0.95, h=-80))
    parts.add(torus(0.022, 0.002, BRASS, sides=14, section=5).placed(0.24, 2.64, 0.975))
    for k, tint in enumerate(((0.42, 0.10, 0.08), (0.10, 0.15, 0.30))):
        for side in (-1, 1):
            parts.add(_slipper(tint).placed(0.62, 2.62 + 0.34 * k + 0.06 * side, 0, h=88 + 5 * side))
    stick = smooth([(0, 0, 0), (0, 0, 0.5), (0, 0, 0.82), (0.015, 0, 0.90), (0.07, 0, 0.925), (0.12, 0, 0.90)], 4)
    parts.add(tube(stick, 0.011, RED_WOOD, sides=8).placed(0.14, 2.26, 0.0, h=-70, p=4))
    parts.sign("home_calendar", 0.36, 0.52, 0.068, 2.85, 1.35, turn=-90)


def _slipper(tint: tuple[float, float, float]) -> Mesh:
    """One house slipper, its toe to +y."""
    sole = rounded_box(0.095, 0.26, 0.025, plastic(0.12, 0.10, 0.09, 0.7), radius=0.012, segments=8)
    line = [(0, 0.0, 0.045), (0, 0.06, 0.06), (0, 0.115, 0.035)]
    upper = tube(
        line, [0.045, 0.042, 0.02], Material(tint, "fabric", 0.9, 0, 0.05, scale=5), sides=10, squash=(1, 0.75)
    )
    return joined([sole, upper])


def _sideboard(parts: Assembly) -> None:
    """A low sideboard on the north wall with thermos, cups and photograph; a care screen may stand on it."""
    parts.include(_cabinet(1.10, 0.36, 0.88, 2, drawers=True), 3.55, 4.24, 0, h=180)
    flask = [(0, 0), (0.062, 0), (0.064, 0.02), (0.064, 0.25), (0.05, 0.29), (0.03, 0.31), (0.03, 0.335), (0, 0.34)]
    parts.add(lathe(flask, painted(0.45, 0.06, 0.06, 0.25, 0.02), sides=18).placed(3.98, 4.28, 0.88))
    parts.add(
        tube(
            smooth([(0.06, 0, 0.24), (0.11, 0, 0.22), (0.11, 0, 0.12), (0.065, 0, 0.08)], 4),
            0.007,
            WHITE_PLASTIC,
            sides=6,
        ).placed(3.98, 4.28, 0.88)
    )
    for x, y in ((3.80, 4.20), (3.86, 4.30)):
        cup = [(0, 0), (0.032, 0), (0.04, 0.08), (0.037, 0.08), (0.03, 0.008), (0, 0.008)]
        parts.add(lathe(cup, ENAMEL, sides=14).placed(x, y, 0.88))
    frame = Assembly()
    frame.add(box(0.26, 0.018, 0.20, RED_WOOD, bevel=0.006))
    frame.sign("home_family_photo", 0.22, 0.165, 0, 0.0105, 0.018)
    parts.include(frame, 3.24, 4.32, 0.885, h=172, p=8)


def _walls(parts: Assembly) -> None:
    """Clock, pictures, the child's certificates, the care card, the television's cable, a wall air conditioner."""
    rim = torus(0.158, 0.016, RED_WOOD, sides=30, section=8).placed(4.925, 3.3 - 0.78, 1.98, r=90)
    parts.add(rim)
    parts.sign("home_clock", 0.30, 0.30, 4.928, 2.52, 1.83, turn=90)
    _picture(parts, "home_landscape_scroll", 1.05, 0.625, 1.5, 4.43, 1.45, turn=180)
    for k in range(3):
        parts.sign("home_award_certificate", 0.36, 0.25, 2.70 + 0.40 * k, 4.436, 1.62 - 0.02 * (k % 2), turn=180)
    parts.sign("home_care_service_card", 0.17, 0.11, 3.02, 4.436, 1.28, turn=180)
    unit = Assembly()
    unit.add(rounded_box(0.84, 0.20, 0.28, WHITE_PLASTIC, radius=0.04, segments=12))
    unit.add(box(0.76, 0.02, 0.035, plastic(0.3, 0.31, 0.32), bevel=0.006).placed(0, 0.092, 0.03, p=-24))
    unit.add(box(0.80, 0.004, 0.004, plastic(0.55, 0.56, 0.57), bevel=0.001).placed(0, 0.1, 0.10))
    parts.include(unit, 3.95, 0.16, 2.25)
    parts.add(cable([(4.36, 0.09, 2.4), (4.6, 0.08, 2.42), (4.85, 0.08, 2.42)], 0.022, WHITE_PLASTIC, sides=8))


def _picture(parts: Assembly, name: str, w: float, h: float, x: float, y: float, z: float, *, turn: float) -> None:
    """A framed picture on a wall, its face at (x, y)."""
    frame = Assembly()
    frame.add(box(w + 0.07, 0.022, h + 0.07, RED_WOOD, bevel=0.008).placed(0, -0.006, -0.035))
    frame.sign(name, w, h, 0, 0.007, 0)
    parts.include(frame, x, y, z, h=turn)


def _window(parts: Assembly) -> None:
    """Curtains, sill and plants at the living room's window (x 1.9..3.1 in the south wall)."""
    parts.add(curtain_pole(2.0).placed(2.5, 0.15, 2.52))
    for x, seed in ((1.72, 3), (3.28, 4)):
        parts.add(curtain(0.42, 2.05, CURTAIN, folds=5, seed=seed).placed(x, 0.15, 0.46))
    parts.add(box(1.34, 0.22, 0.03, WHITE_LACQUER, bevel=0.008).placed(2.5, 0.09, 0.965))
    for k, x in enumerate((2.08, 2.92)):
        parts.include(house_plant(0.30 + 0.08 * k, 11 + k), x, 0.11, 0.995)


def bedroom(parts: Assembly) -> None:
    """A double bed, bedside table with lamp and radio, wardrobe, a chair with clothes, curtain at the north window."""
    _bed(parts)
    _bedside(parts)
    _wardrobe(parts)
    parts.add(curtain_pole(1.9).placed(3.2, 6.84, 2.45))
    for x, seed in ((2.45, 6), (3.95, 7)):
        parts.add(curtain(0.40, 2.3, CURTAIN.coloured(0.34, 0.40, 0.44), folds=5, seed=seed).placed(x, 6.84, 0.12))
    _picture(parts, "home_family_photo", 0.5, 0.375, 0.072, 5.75, 1.45, turn=-90)


def _bed(parts: Assembly) -> None:
    x, y = 1.16, 5.76
    parts.add(box(2.05, 1.5, 0.22, RED_WOOD, bevel=0.01).placed(x, y, 0.12))
    parts.add(box(0.05, 1.5, 0.95, RED_WOOD, bevel=0.015).placed(0.10, y, 0.05))
    parts.add(box(0.05, 1.5, 0.52, RED_WOOD, bevel=0.015).placed(2.18, y, 0.05))
    parts.add(rounded_box(1.98, 1.46, 0.20, PILLOW, radius=0.06, segments=10).placed(x, y, 0.32))
    parts.add(rounded_box(1.40, 1.52, 0.09, BEDSPREAD, radius=0.045, segments=10).placed(x + 0.28, y, 0.46))
    for side in (-1, 1):
        parts.add(
            rounded_box(0.36, 0.60, 0.13, PILLOW, radius=0.06, segments=10).placed(
                0.36, y + side * 0.35, 0.50, h=3 * side
            )
        )
    parts.add(rounded_box(0.5, 1.0, 0.10, SEAT_CUSHION, radius=0.05, segments=10).placed(1.86, y + 0.1, 0.53))


def _bedside(parts: Assembly) -> None:
    parts.include(_cabinet(0.45, 0.38, 0.52, 1), 0.30, 4.78, 0, h=-90)
    parts.add(
        lathe([(0, 0), (0.07, 0), (0.06, 0.02), (0.016, 0.04), (0.014, 0.22), (0, 0.22)], BRASS, sides=14).placed(
            0.24, 4.74, 0.52
        )
    )
    shade = lathe([(0.11, 0.0), (0.075, 0.15), (0.073, 0.15), (0.108, 0.0), (0.11, 0.0)], PILLOW, sides=18)
    parts.add(shade.placed(0.24, 4.74, 0.70))
    parts.add(
        rounded_box(0.06, 0.17, 0.10, painted(0.62, 0.60, 0.55), radius=0.012, segments=8).placed(0.38, 4.88, 0.52)
    )
    parts.add(rod((0.36, 4.96, 0.62), (0.30, 5.04, 0.88), 0.0025, CHROME, sides=5))


def _wardrobe(parts: Assembly) -> None:
    """Against the bathroom's wall, three doors with a mirror; suitcases on it."""
    parts.include(_cabinet(1.5, 0.55, 2.05, 3), 6.6, 6.0 - 0.16, 0, h=0)
    parts.add(box(0.34, 0.008, 1.55, CHROME, bevel=0.002).placed(6.6, 6.13, 0.38))
    parts.add(
        rounded_box(0.62, 0.40, 0.20, painted(0.10, 0.14, 0.22, 0.6), radius=0.03, segments=8).placed(
            6.35, 5.86, 2.05, h=4
        )
    )
    parts.add(
        rounded_box(0.52, 0.36, 0.16, painted(0.34, 0.20, 0.10, 0.6), radius=0.03, segments=8).placed(
            6.95, 5.86, 2.05, h=-6
        )
    )
    chair = wooden_chair()
    parts.include(chair, 4.5, 6.3, 0, h=-160)
    parts.add(
        tube(
            smooth([(4.32, 6.52, 0.46), (4.5, 6.46, 0.52), (4.66, 6.40, 0.47)], 4),
            [0.06] * 8 + [0.05],
            SEAT_CUSHION.coloured(0.20, 0.22, 0.30),
            sides=8,
            squash=(1, 0.6),
        )
    )


def wooden_chair() -> Assembly:
    """A plain wooden chair, its front to +y, seat 0.45 m high."""
    chair = Assembly()
    chair.add(box(0.42, 0.40, 0.03, RED_WOOD, bevel=0.01).placed(0, 0, 0.43))
    chair.add(rounded_box(0.38, 0.36, 0.04, SEAT_CUSHION, radius=0.018, segments=8).placed(0, 0.01, 0.455))
    for x in (-0.18, 0.18):
        chair.add(rod((x, 0.17, 0), (x * 0.96, 0.16, 0.43), 0.019, RED_WOOD, sides=6))
        chair.add(
            tube(
                smooth([(x, -0.20, 0), (x, -0.175, 0.43), (x * 0.97, -0.21, 0.68), (x * 0.95, -0.25, 0.92)], 3),
                0.019,
                RED_WOOD,
                sides=6,
            )
        )
        chair.add(rod((x, -0.18, 0.18), (x, 0.165, 0.18), 0.011, RED_WOOD, sides=6))
    for z, y in ((0.62, -0.205), (0.74, -0.222), (0.87, -0.243)):
        chair.add(box(0.36, 0.018, 0.06, RED_WOOD, bevel=0.006).placed(0, y, z))
    return chair


def sockets(parts: Assembly) -> None:
    """Fixed sockets and switches of the rooms, and the lead of the television."""
    face = plastic(0.84, 0.84, 0.82, 0.3)
    for x, y, z, turn in (
        (4.935, 1.86, 0.30, 90),
        (0.065, 3.6, 0.30, -90),
        (4.2, 4.435, 1.3, 180),
        (0.065, 1.75, 1.3, -90),
        (3.6, 4.565, 1.3, 0),
        (0.065, 6.7, 0.3, -90),
    ):
        plate = Assembly()
        plate.add(rounded_box(0.086, 0.010, 0.086, face, radius=0.004, segments=8).placed(0, 0, -0.043))
        plate.add(box(0.03, 0.004, 0.05, face.shade(0.92), bevel=0.0015).placed(0, 0.006, -0.025))
        parts.include(plate, x, y, z, h=turn)
    parts.add(
        cable(
            [(4.93, 1.86, 0.30), (4.88, 1.95, 0.08), (4.90, 2.2, 0.02), (4.90, 2.4, 0.1)], 0.004, CABLE_BLACK, sides=5
        )
    )
    parts.add(
        tube(np.array([(4.93, 1.86, 0.31), (4.90, 1.86, 0.31)]), 0.018, BLACK_PLASTIC, sides=8),
        rod((4.9, 1.86, 0.31), (4.89, 1.86, 0.31), 0.012, STEEL, sides=6),
    )
