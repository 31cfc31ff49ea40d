"""Stands and boxes with switches: a press's two-hand stand, dust-tight or ordinary boxes, a flameproof switch."""

from __future__ import annotations

import numpy as np

from assets.modelling import Assembly, block, bolt, box, cloth, extrude, lathe, rod, rounded_box, shell, smooth, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    DARK_STEEL,
    GREEN_PAINT,
    RED_PAINT,
    SAFETY_YELLOW,
    WHITE_PLASTIC,
    Material,
    plastic,
)
from assets.props.parts.controls import LIT_GREEN, UNLIT, mushroom, push_button
from assets.props.parts.electrical_parts import PHASES, device
from assets.props.parts.machine_paints import CABINET_GREY

TAPE = Material((0.62, 0.52, 0.34), "fabric", 0.7, 0.0, 0.2)
FINE_DUST = Material((0.55, 0.56, 0.57), "sand", 0.9, 0.1, 0.3, scale=6.0)


def two_hand(parts: Assembly, state: str) -> None:
    """A press's two-hand stand with palm buttons in cups: free, or the left one taped down."""
    parts.add(
        box(0.34, 0.34, 0.02, DARK_STEEL, bevel=0.006),
        box(0.10, 0.10, 0.86, CABINET_GREY, bevel=0.012, grid=0.4).placed(0, -0.02, 0.02),
    )
    head = extrude(
        [(-0.15, 0), (0.13, 0.0), (0.15, 0.05), (0.02, 0.17), (-0.15, 0.19)],
        0.66,
        CABINET_GREY.shade(1.05),
        grid=0.4,
        wear=0.4,
    )
    parts.add(head.placed(h=0).placed(p=90, h=90).placed(-0.33, -0.02, 0.86))
    slope = 0.0
    for x in (-0.24, 0.24):
        cup = lathe([(0.072, 0), (0.078, 0), (0.078, 0.045), (0.072, 0.045), (0.072, 0)], SAFETY_YELLOW, sides=22)
        down = state == "taped" and x > 0
        button = lathe(
            [(0, 0), (0.055, 0), (0.055, 0.012), (0.045, 0.024 - 0.008 * down), (0, 0.028 - 0.008 * down)],
            plastic(0.03, 0.22, 0.08),
            sides=20,
            split=50,
        )
        for piece in (cup, button):
            parts.add(piece.placed(p=-42).placed(x, 0.065, 0.975 + slope))
        if down:
            _palm_tape(parts, x, 0.065, 0.975)
    stop = Assembly()
    mushroom(stop, 0, 0, 0, radius=0.032)
    parts.include(stop, 0.0, 0.082, 0.965, p=48)
    parts.sign("two_hand_plate", 0.20, 0.06, 0, 0.138, 0.885, lean=0)
    for k, lit in enumerate((True, False)):
        lens = lathe([(0, 0), (0.012, 0), (0.012, 0.012), (0, 0.014)], LIT_GREEN if lit else UNLIT, sides=10)
        parts.add(lens.placed(p=-42).placed(-0.06 + 0.12 * k, 0.045, 1.00), to="glow" if lit else "opaque")
    parts.add(tube(smooth([(0, -0.08, 0.2), (0.02, -0.2, 0.05), (0.1, -0.4, 0.012)], 6), 0.014, BLACK_PLASTIC, sides=7))


def _palm_tape(parts: Assembly, x: float, y: float, z: float) -> None:
    """Two strips of brown tape crossed over a palm button, their ends stuck to the cup's sides."""
    tape = Assembly()
    for turn in (28.0, -34.0):
        line = (
            (-0.115, -0.03),
            (-0.082, 0.046),
            (-0.05, 0.047),
            (0, 0.032),
            (0.05, 0.047),
            (0.082, 0.046),
            (0.115, -0.03),
        )
        points = np.array([[(x1, y1, z1) for y1 in (0.024, -0.024)] for x1, z1 in line])
        tape.add(cloth(points, TAPE, two_sided=True).placed(h=turn))
    parts.include(tape, x, y, z, p=-42)


def switch_box_on_stand(parts: Assembly, state: str) -> None:
    """A switch box on a stand: sealed and dust-tight, or (``not_ex``) an ordinary one, knock-out open, dust inside."""
    bad = state == "not_ex"
    for x in (-0.2, 0.2):
        parts.add(
            box(0.04, 0.04, 1.45, DARK_STEEL, bevel=0.005, grid=0.5).placed(x, -0.08),
            box(0.12, 0.3, 0.012, DARK_STEEL, bevel=0.003).placed(x, -0.04),
        )
    z, w, h = 0.85, 0.52, 0.62
    hole = lathe([(0, 0), (0.02, 0), (0.02, 0.006), (0, 0.006)], BLACK_PLASTIC, sides=16)
    if not bad:
        parts.add(
            rounded_box(
                w, 0.2, h, Material((0.32, 0.35, 0.36), "paint", 0.6, 0.1, 0.5), radius=0.035, segments=12
            ).placed(0, 0.03, z)
        )
        parts.add(
            *(
                bolt(0.011, 0.012).placed(p=-90).placed(x, 0.13, z + dz)
                for x in (-0.22, 0.22)
                for dz in (0.04, 0.31, 0.58)
            )
        )
        parts.sign("ex_mark", 0.16, 0.09, 0, 0.1315, z + 0.44)
        push_button(parts, -0.05, 0.13, z + 0.24, GREEN_PAINT, radius=0.02)
        push_button(parts, 0.05, 0.13, z + 0.24, RED_PAINT, radius=0.02)
        return
    parts.add(
        shell(block(w, 0.2, h, 0, 0.03, z), block(w - 0.02, 0.2, h - 0.02, 0, 0.04, z + 0.01), CABINET_GREY, wear=0.0)
    )
    parts.add(box(w - 0.06, 0.01, h - 0.08, WHITE_PLASTIC, bevel=0.002).placed(0, -0.05, z + 0.04))
    for k, face in enumerate(("knife_switch_face", "breaker_face", "breaker_face")):
        device(parts, 0.15 - 0.15 * k, -0.04, z + 0.30, 0.11, 0.15, face)
    for k in range(4):
        parts.add(
            tube(
                smooth(
                    [
                        (0.17 - 0.03 * k, 0.0, z + 0.30),
                        (0.15 - 0.05 * k, 0.03, z + 0.18),
                        (0.05 - 0.03 * k, 0.0, z + 0.02),
                    ],
                    5,
                ),
                0.005,
                PHASES[k],
                sides=5,
            )
        )
    parts.add(
        box(w - 0.04, 0.15, 0.012, FINE_DUST, bevel=0.004).placed(0, 0.03, z + 0.012),
        box(0.42, 0.05, 0.006, FINE_DUST, bevel=0.002).placed(0, 0.0, z + 0.452),
    )
    door = Assembly()
    door.add(box(w, 0.014, h, CABINET_GREY, bevel=0.005, wear=0.4).placed(w / 2, 0, 0))
    door.sign("grey_label", 0.2, 0.066, w / 2, 0.008, 0.45)
    door.add(box(0.02, 0.025, 0.08, BLACK_PLASTIC, bevel=0.004).placed(w - 0.04, 0.015, 0.27))
    parts.include(door, -w / 2, 0.135, z, h=112)
    parts.add(
        hole.placed(r=-90).placed(-w / 2 - 0.001, 0.04, z + 0.16),
        hole.placed(r=-90).placed(-w / 2 - 0.001, 0.04, z + 0.30),
    )
    parts.add(
        tube(
            smooth(
                [
                    (-w / 2, 0.03, z + 0.46),
                    (-w / 2 - 0.1, 0.0, z + 0.44),
                    (-w / 2 - 0.14, -0.05, z + 0.9),
                    (-w / 2 - 0.1, -0.08, z + 1.4),
                ],
                6,
            ),
            0.012,
            BLACK_PLASTIC,
            sides=7,
        )
    )


def flameproof(parts: Assembly, state: str) -> None:
    """A mine's flameproof switch on skids: bolted round, or (``not_ex``) two bolts missing and the flange gaping."""
    paint = Material((0.50, 0.10, 0.05), "paint", 0.5, 0.1, 0.5)
    parts.add(*(box(0.06, 0.44, 0.06, DARK_STEEL, bevel=0.01).placed(x) for x in (-0.26, 0.26)))
    drum = lathe([(0, -0.22), (0.30, -0.22), (0.33, -0.16), (0.33, 0.12), (0, 0.12)], paint, sides=28).placed(p=-90)
    parts.add(
        drum.placed(0, 0.0, 0.42),
        *(box(0.05, 0.3, 0.2, paint.shade(0.8), bevel=0.01).placed(x, 0, 0.06) for x in (-0.24, 0.24)),
    )
    flange_ = lathe([(0, 0.0), (0.40, 0.0), (0.40, 0.03), (0, 0.03)], paint.shade(1.1), sides=28)
    cover = lathe([(0, 0.0), (0.40, 0.0), (0.40, 0.03), (0.3, 0.06), (0, 0.075)], paint.shade(1.1), sides=28)
    gap = state == "not_ex"
    parts.add(flange_.placed(p=-90).placed(0, 0.12, 0.42))
    parts.add(cover.placed(p=-90 + (2.4 if gap else 0), r=0).placed(0, 0.152 + (0.018 if gap else 0), 0.42))
    for k in range(12):
        t = np.radians(30 * k + 15)
        at = (0.365 * np.cos(t), 0.182 + (0.018 - 0.0153 * np.sin(t) if gap else 0), 0.42 + 0.365 * np.sin(t))
        if gap and k in (1, 3):
            parts.add(
                lathe([(0, 0), (0.013, 0), (0, 0.001)], BLACK_PLASTIC, sides=12)
                .placed(p=-90)
                .placed(at[0], at[1] + 0.002, at[2])
            )
        else:
            parts.add(bolt(0.016, 0.016).placed(p=-90).placed(*at))
    parts.sign("ex_mark", 0.22, 0.124, 0, 0.232 + (0.03 if gap else 0), 0.46)
    parts.add(
        rod((0.33, 0, 0.42), (0.44, 0, 0.42), 0.03, paint, sides=10),
        box(0.03, 0.03, 0.2, DARK_STEEL, bevel=0.006).placed(0.44, 0, 0.40),
    )
    for x in (-0.14, 0.14):
        parts.add(
            lathe([(0, 0), (0.06, 0), (0.06, 0.1), (0.04, 0.14), (0, 0.14)], paint, sides=14).placed(x, -0.06, 0.72)
        )
        parts.add(
            tube(
                smooth([(x, -0.06, 0.85), (x, -0.06, 1.0), (x * 2, -0.15, 1.25), (x * 2.4, -0.2, 1.6)], 6),
                0.025,
                BLACK_PLASTIC,
                sides=8,
            )
        )
