"""The bridge crane: girders along x on end carriages, a trolley with its hoist; in a workshop or a casting bay."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model
from assets.modelling import Assembly, bolt, box, lathe, rod, rounded_box, smooth, tube
from assets.modelling.materials import BLACK_PLASTIC, CAST_IRON, DARK_STEEL, RED_PAINT, SAFETY_YELLOW, STEEL, WINDOW
from assets.props.parts.controls import LIT_AMBER, UNLIT
from assets.props.parts.drives import motor
from assets.props.parts.machine_paints import MACHINE_BLUE, MACHINE_GREY
from assets.props.parts.railings import railing

ROPE = STEEL.shade(0.55)
WIRE = STEEL.shade(0.8)


@prop("bridge_crane")
def bridge_crane(request: PropRequest) -> Model:
    """z = 0 is the top of its rails, the trolley stands over the origin. ``workshop``: 14.4 m, its ropes
    belong to the hook; ``casting``: 16 m, two girders, a lifting beam at z -3.2..-2.4. ``limit_tied`` has the upper
    limit's weight wired up to the trolley, its rope slack; ``ok`` lets it hang."""
    parts = Assembly()
    tied = request.state == "limit_tied"
    if request.variant == "casting":
        _bridge(parts, 16.0, 1.5, 1.7, "crane_load_foundry", 1.35)
        _casting_trolley(parts)
        _cabin(parts, -6.4)
    else:
        _bridge(parts, 14.4, 0.75, 0.72, "crane_load", 0.55)
        _hoist_trolley(parts, tied=tied)
    return parts.model()


def _bridge(parts: Assembly, span: float, gauge: float, high: float, load_sign: str, foot: float) -> None:
    """Two box girders ``gauge`` metres to either side, walkways with railings, end carriages with wheels."""
    for y in (-gauge, gauge):
        parts.add(
            box(span - 0.5, 0.34 if high < 1 else 0.6, high, SAFETY_YELLOW, bevel=0.02, grid=0.9, wear=0.3).placed(
                0, y, foot - high * 0.62
            )
        )
        parts.add(box(span - 0.5, 0.06, 0.05, STEEL, bevel=0.006, grid=1.5).placed(0, y, foot + high * 0.38))
        parts.add(
            *(
                box(0.03, 0.36 if high < 1 else 0.62, high - 0.1, SAFETY_YELLOW.shade(0.9), bevel=0.004).placed(
                    x, y, foot - high * 0.6
                )
                for x in np.arange(-span / 2 + 1.2, span / 2 - 1, 1.8)
            )
        )
    top = foot + high * 0.38
    outer = gauge + (0.45 if high < 1 else 0.8)
    for y in (-outer, outer):
        parts.add(
            box(span - 0.6, 0.5, 0.04, DARK_STEEL.but(texture="checker_plate"), bevel=0.004, grid=1.5).placed(
                0, y, top - 0.05
            )
        )
        rail_y = y + np.sign(y) * 0.24
        parts.add(
            railing((-span / 2 + 0.4, rail_y, top), (span / 2 - 0.4, rail_y, top), high=1.0, toe=False, every=2.0)
        )
    for y, turn in ((-gauge, 180), (gauge, 0)):
        half = 0.175 if high < 1 else 0.305
        parts.sign(
            load_sign,
            2.6 if high < 1 else 3.6,
            0.51 if high < 1 else 0.64,
            3.2 if turn == 0 else -3.2,
            y + np.sign(y) * (half + 0.004),
            foot - high * 0.4,
            turn=turn,
        )
    for x in (-span / 2, span / 2):
        length = gauge * 2 + 1.6
        parts.add(
            box(0.36, length, 0.42 + foot * 0.2, SAFETY_YELLOW, bevel=0.02, grid=0.8, wear=0.4).placed(x, 0, 0.12)
        )
        wheel = lathe(
            [
                (0, -0.06),
                (0.19, -0.06),
                (0.19, -0.045),
                (0.16, -0.04),
                (0.16, 0.04),
                (0.19, 0.045),
                (0.19, 0.06),
                (0, 0.06),
            ],
            CAST_IRON,
            sides=20,
        )
        for y in (-length / 2 + 0.4, length / 2 - 0.4):
            parts.add(
                wheel.placed(r=90).placed(x, y, 0.16),
                box(0.42, 0.08, 0.26, SAFETY_YELLOW.shade(0.85), bevel=0.012).placed(x, y, 0.12),
            )
        parts.add(
            *(
                rod((x, s * length / 2, 0.3), (x, s * (length / 2 + 0.18), 0.3), 0.09, BLACK_PLASTIC, sides=14)
                for s in (-1, 1)
            )
        )
        parts.add(
            motor(0.4, 0.12).placed(h=0 if x < 0 else 180).placed(x + (0.4 if x < 0 else -0.4), length / 2 - 0.5, 0.42)
        )


def _drum(radius: float, length: float) -> Mesh:
    """A grooved rope drum along x."""
    outline = [(0, -length / 2), (radius * 1.15, -length / 2), (radius * 1.15, -length / 2 + 0.03)]
    for k in range(int(length / 0.05)):
        z = -length / 2 + 0.04 + 0.05 * k
        outline += [(radius, z), (radius + 0.012, z + 0.012), (radius, z + 0.024)]
    outline += [(radius * 1.15, length / 2 - 0.03), (radius * 1.15, length / 2), (0, length / 2)]
    return lathe(outline, STEEL.shade(0.6), sides=20, split=30).placed(r=90)


def _hoist_trolley(parts: Assembly, *, tied: bool) -> None:
    """The workshop crane's crab: frame, drum, motor, ropes to the hook block's height, limit switch, warning light."""
    top = 0.55 + 0.72 * 0.38 + 0.05
    parts.add(box(1.5, 1.75, 0.12, MACHINE_BLUE, bevel=0.012, grid=0.6).placed(0, 0, top + 0.12))
    wheel = lathe([(0, -0.04), (0.11, -0.04), (0.09, 0.0), (0.11, 0.04), (0, 0.04)], CAST_IRON, sides=16).placed(p=90)
    parts.add(*(wheel.placed(x, y, top + 0.10) for x in (-0.55, 0.55) for y in (-0.75, 0.75)))
    parts.add(
        _drum(0.20, 0.95).placed(0, 0, top + 0.46),
        box(0.36, 0.4, 0.46, MACHINE_GREY, bevel=0.02).placed(0.62, 0, top + 0.22),
        motor(0.5, 0.16).placed(h=90).placed(0.62, 0.55, top + 0.24),
    )
    parts.add(rounded_box(0.14, 0.12, 0.2, MACHINE_GREY, radius=0.015, segments=8).placed(-0.42, 0.0, top - 0.14))
    foot = (-0.42, 0, top - 0.14)
    arm = rod(
        (foot[0], 0, foot[2]), (foot[0] + 0.16, 0, foot[2] - (0.02 if not tied else -0.05)), 0.008, RED_PAINT, sides=6
    )
    parts.add(arm)
    if tied:
        weight = (-0.30, 0.06, top - 0.36)
        slack = [
            (-0.26, 0, foot[2] + 0.05),
            (-0.17, 0.10, top - 0.62),
            (-0.30, 0.14, top - 0.80),
            (-0.38, 0.10, top - 0.55),
            weight,
        ]
        for turn in range(4):
            t = np.linspace(0, 2 * np.pi, 13)
            loop = np.column_stack(
                [
                    weight[0] + 0.075 * np.cos(t),
                    weight[1] + 0.075 * np.sin(t),
                    weight[2] - 0.06 + 0.03 * turn + 0.02 * np.sin(t),
                ]
            )
            parts.add(tube(loop, 0.004, WIRE, sides=5, caps=False))
        parts.add(
            tube(
                smooth(
                    [
                        (weight[0], weight[1], weight[2] + 0.02),
                        (weight[0] - 0.03, weight[1], top - 0.1),
                        (-0.30, 0.0, top + 0.13),
                    ],
                    4,
                ),
                0.004,
                WIRE,
                sides=5,
            )
        )
        parts.add(
            tube(
                smooth(
                    [
                        (weight[0] + 0.05, weight[1], weight[2]),
                        (weight[0] + 0.12, weight[1], top - 0.15),
                        (-0.20, 0.02, top + 0.13),
                    ],
                    4,
                ),
                0.004,
                WIRE,
                sides=5,
            )
        )
    else:
        weight = (-0.25, 0.0, -1.9)
        slack = [(-0.26, 0, foot[2]), (-0.255, 0, -0.9), weight]
    parts.add(tube(smooth(slack, 5), 0.005, ROPE, sides=5))
    parts.add(
        lathe(
            [(0, -0.14), (0.06, -0.14), (0.07, -0.12), (0.07, 0.02), (0.02, 0.05), (0, 0.05)], RED_PAINT, sides=14
        ).placed(*weight)
    )
    parts.add(box(0.18, 0.12, 0.16, SAFETY_YELLOW, bevel=0.01).placed(0.9, -0.5, -0.05))
    parts.add(
        lathe([(0, 0), (0.06, 0), (0.06, -0.07), (0.04, -0.11), (0, -0.12)][::-1], LIT_AMBER, sides=14).placed(
            0.9, -0.5, -0.05
        ),
        to="glow",
    )
    cable = [(x, -1.05, 0.5 - 0.28 * abs(np.sin((x + 0.7) * 2.2))) for x in np.linspace(-6.6, -0.7, 30)]
    parts.add(tube(cable, 0.018, BLACK_PLASTIC, sides=5))


def _casting_trolley(parts: Assembly) -> None:
    """The foundry crane's crab, its four rope falls, and the lifting beam with plates for the ladle hooks."""
    top = 1.35 + 1.7 * 0.38 + 0.06
    parts.add(box(4.2, 4.0, 0.3, MACHINE_BLUE, bevel=0.02, grid=0.9).placed(0, 0, top + 0.1))
    parts.add(
        _drum(0.55, 2.8).placed(0, 0.6, top + 0.95),
        box(0.9, 1.2, 1.1, MACHINE_GREY, bevel=0.03).placed(1.9, 0.6, top + 0.4),
    )
    parts.add(
        motor(1.3, 0.42).placed(h=180).placed(-1.2, -1.0, top + 0.4), motor(1.3, 0.42).placed(1.2, -1.0, top + 0.4)
    )
    parts.add(
        railing((-2.0, 1.95, top + 0.4), (2.0, 1.95, top + 0.4), toe=False),
        railing((-2.0, -1.95, top + 0.4), (2.0, -1.95, top + 0.4), toe=False),
    )
    for x in (-1.25, 1.25):
        for y in (-0.25, 0.25):
            for dx in (-0.10, 0.0, 0.10):
                parts.add(rod((x + dx, y, top + 0.1), (x + dx, y, -2.2), 0.018, ROPE, sides=5))
        sheave = lathe([(0, -0.09), (0.42, -0.09), (0.36, 0.0), (0.42, 0.09), (0, 0.09)], CAST_IRON, sides=24).placed(
            p=90
        )
        parts.add(*(sheave.placed(x, y, -2.35) for y in (-0.22, 0.22)))
    parts.add(box(3.9, 0.5, 0.8, SAFETY_YELLOW, bevel=0.04, grid=0.6, wear=0.5).placed(0, 0, -3.25))
    for x in (-1.75, 1.75):
        parts.add(
            lathe([(0, -0.36), (0.2, -0.36), (0.2, 0.36), (0, 0.36)], STEEL, sides=18).placed(p=90).placed(x, 0, -2.62),
            *(bolt(0.05, 0.05, DARK_STEEL).placed(p=90 * s).placed(x + 0.4, -s * 0.26, -2.6) for s in (-1, 1)),
        )
    parts.sign("hazard_stripes", 2.4, 0.2, 0, 0.253, -3.0)
    parts.sign("hazard_stripes", 2.4, 0.2, 0, -0.253, -3.0, turn=180)


def _cabin(parts: Assembly, x: float) -> None:
    """The driver's cabin under the girders: steel below, glass above, a heat shield at its foot."""
    y, z = -1.5, -2.2
    parts.add(
        box(1.9, 1.7, 1.0, SAFETY_YELLOW.shade(0.9), bevel=0.02, grid=0.6).placed(x, y, z),
        box(2.0, 1.8, 0.10, DARK_STEEL, bevel=0.02, grid=0.8).placed(x, y, z + 2.3),
    )
    parts.add(
        *(
            box(0.09, 0.09, 1.35, SAFETY_YELLOW.shade(0.9), bevel=0.01).placed(x + dx, y + dy, z + 0.98)
            for dx in (-0.9, 0, 0.9)
            for dy in (-0.8, 0.8)
        )
    )
    parts.add(
        box(1.75, 0.02, 1.2, WINDOW.coloured(0.10, 0.14, 0.15), bevel=0.002, grid=0.8).placed(x, y - 0.8, z + 1.05),
        box(0.02, 1.5, 1.2, WINDOW.coloured(0.10, 0.14, 0.15), bevel=0.002, grid=0.8).placed(x + 0.9, y, z + 1.05),
        to="glass",
    )
    parts.add(
        rounded_box(0.5, 0.5, 0.9, BLACK_PLASTIC, radius=0.06, segments=8).placed(x, y + 0.2, z + 0.9),
        box(0.5, 0.3, 0.5, UNLIT, bevel=0.02).placed(x + 0.1, y - 0.5, z + 0.9),
    )
