"""The electric bicycle of daily traffic: plain, with the helmet on its bar, or with rain canopy and pillion rack."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    both_sides,
    box,
    cable,
    lathe,
    ring,
    rod,
    rounded_box,
    smooth,
    solid,
    torus,
    tube,
)
from assets.modelling.loft import loft, rounded_rectangle
from assets.modelling.materials import (
    BLACK_PLASTIC,
    CHROME,
    DARK_STEEL,
    RUBBER,
    STEEL,
    Material,
    painted,
    plastic,
)
from assets.props.ebike_extras import hanging_helmet, rain_canopy

PAINT = painted(0.42, 0.035, 0.05, 0.2, 0.02)
TRIM = plastic(0.05, 0.052, 0.056, 0.55)
SADDLE = Material((0.045, 0.042, 0.040), "rubber", 0.6, 0.0, 0.2, scale=4.0)
RED_LENS = plastic(0.42, 0.015, 0.012, 0.12)
AMBER_LENS = plastic(0.55, 0.22, 0.02, 0.12)
FRONT, REAR, RADIUS = 0.66, -0.60, 0.225
"""The axles along y, and the radius of the wheels."""


@prop("ebike")
def ebike(request: PropRequest) -> Model:
    """1.8 m long; ``helmet_on_bar``: the helmet hangs from the left mirror; ``parked`` leans on its side stand;
    ``fallen`` lies on its right side, on bar and tyres."""
    parts = Assembly()
    if request.state == "fallen":
        parts.include(_body(parked=False), -0.60, 0, 0.05, r=70)
        return parts.model()
    parked = request.state == "parked"
    parts.include(_body(parked), 0, 0, 0, r=5 if parked else 0)
    if request.state == "helmet_on_bar":
        parts.include(hanging_helmet(), -0.33, 0.33, 0.80, r=14)
    if request.variant == "canopy":
        for kind, mesh in rain_canopy():
            parts.add(mesh.placed(r=5 if parked else 0), to=kind)
    return parts.model()


@cache
def _body(parked: bool) -> Assembly:
    bike = Assembly()
    bike.add(_wheel().placed(0, FRONT, RADIUS), _wheel(motor=True).placed(0, REAR, RADIUS))
    bike.add(_frame(), _shields(), _seat(), _bars())
    bike.add(*_lamps())
    bike.sign("plate_ebike", 0.15, 0.10, 0, -0.905, 0.475, turn=180)
    for side in (-1, 1):
        bike.sign("ebike_name", 0.22, 0.0605, side * 0.106, -0.32, 0.43, turn=-90 * side)
    stand = [
        (-0.06, -0.12, 0.25),
        (-0.10, -0.10, 0.12),
        (-0.225 if parked else -0.12, -0.08 if parked else -0.34, 0.0 if parked else 0.16),
    ]
    bike.add(tube(smooth(stand, 4), 0.010, DARK_STEEL, sides=7))
    return bike


def _wheel(*, motor: bool = False) -> Mesh:
    """A 10-inch wheel about the x axis: tyre with grooves, five-spoke rim, brake disc or hub motor."""
    tyre = lathe(
        [
            (0.135, -0.034),
            (0.165, -0.045),
            (0.205, -0.043),
            (0.222, -0.022),
            (0.225, 0),
            (0.222, 0.022),
            (0.205, 0.043),
            (0.165, 0.045),
            (0.135, 0.034),
        ],
        RUBBER,
        sides=28,
    )
    rim = lathe(
        [
            (0.115, -0.03),
            (0.142, -0.035),
            (0.145, -0.028),
            (0.145, 0.028),
            (0.142, 0.035),
            (0.115, 0.03),
            (0.115, -0.03),
        ],
        DARK_STEEL,
        sides=24,
    )
    spoke = box(0.10, 0.026, 0.030, DARK_STEEL, bevel=0.008, centred=True).placed(0.075)
    hub = 0.095 if motor else 0.035
    middle = lathe(
        [(0, -0.045), (hub, -0.045), (hub + 0.008, -0.03), (hub + 0.008, 0.03), (hub, 0.045), (0, 0.045)],
        STEEL.shade(0.7),
        sides=24,
    )
    disc = lathe([(0.03, 0.052), (0.085, 0.052), (0.085, 0.055), (0.03, 0.055)], STEEL, sides=24)
    return joined([tyre, rim, ring(spoke, 5), middle, disc]).placed(r=90)


def _frame() -> Mesh:
    """Fork, swing arm with shock absorbers, chain-stay covers, pedals."""
    fork = both_sides(
        joined(
            [
                tube(
                    smooth([(0.06, 0.44, 0.70), (0.065, 0.55, 0.46), (0.065, FRONT, RADIUS)], 4),
                    0.018,
                    DARK_STEEL,
                    sides=8,
                ),
                rod((0.065, 0.51, 0.54), (0.065, FRONT - 0.02, RADIUS + 0.05), 0.025, TRIM, sides=8),
            ]
        )
    )
    arm = both_sides(
        joined(
            [
                box(0.030, 0.50, 0.045, TRIM, bevel=0.01).placed(0.075, REAR + 0.23, 0.225),
                rod((0.085, REAR + 0.03, 0.25), (0.085, REAR + 0.13, 0.56), 0.014, CHROME, sides=8),
            ]
        )
    )
    coils = [
        torus(0.022, 0.005, STEEL, sides=10, section=5).placed(
            s * 0.085, REAR + 0.04 + 0.08 * k / 5, 0.29 + 0.25 * k / 5
        )
        for s in (-1, 1)
        for k in range(6)
    ]
    head = rod((0, 0.37, 0.92), (0, 0.45, 0.66), 0.03, DARK_STEEL, sides=10)
    pedals = [
        rod((s * 0.09, -0.06, 0.25), (s * 0.105, -0.06 + s * 0.10, 0.20), 0.010, STEEL, sides=6) for s in (-1, 1)
    ] + [box(0.07, 0.09, 0.022, BLACK_PLASTIC, bevel=0.005).placed(s * 0.15, -0.06 + s * 0.10, 0.19) for s in (-1, 1)]
    return joined([fork, arm, *coils, head, *pedals])


def _section(y: float, half: float, low: float, high: float, radius: float = 0.05) -> np.ndarray:
    """A ring of the body across x and z at ``y``."""
    ring_points = rounded_rectangle((-half, half), (low, high), (radius, radius), 4)
    return np.column_stack([ring_points[:, 0], np.full(len(ring_points), y), ring_points[:, 1]])


def _shields() -> Mesh:
    """Leg shield, floor board, body below the seat, mudguards."""
    board = loft(
        [
            _section(y, half, low, high, 0.03)
            for y, half, low, high in (
                (-0.10, 0.12, 0.20, 0.30),
                (0.05, 0.14, 0.20, 0.275),
                (0.30, 0.14, 0.20, 0.275),
                (0.38, 0.12, 0.22, 0.32),
            )
        ]
    )
    back = loft(
        [
            _section(y, half, low, high, 0.05)
            for y, half, low, high in (
                (-0.86, 0.05, 0.56, 0.64),
                (-0.72, 0.085, 0.48, 0.68),
                (-0.50, 0.105, 0.36, 0.70),
                (-0.22, 0.105, 0.27, 0.69),
                (-0.08, 0.10, 0.25, 0.64),
            )
        ]
    )
    shield_rings = []
    for z, half, y, thick in (
        (0.26, 0.13, 0.36, 0.05),
        (0.42, 0.17, 0.385, 0.06),
        (0.62, 0.19, 0.40, 0.07),
        (0.80, 0.14, 0.39, 0.09),
        (0.92, 0.09, 0.37, 0.10),
        (0.99, 0.05, 0.36, 0.08),
    ):
        ring_points = rounded_rectangle((-half, half), (y - thick / 2, y + thick), (0.05, 0.02), 4)
        shield_rings.append(np.column_stack([ring_points, np.full(len(ring_points), z)]))
    guards = []
    for axle, start, end in ((FRONT, 25, 165), (REAR, 60, 185)):
        angle = np.radians(np.linspace(start, end, 10))
        line = np.stack([np.zeros(10), axle + 0.26 * np.cos(angle), RADIUS + 0.26 * np.sin(angle)], 1)
        guards.append(
            tube(
                line,
                0.065,
                PAINT if axle > 0 else TRIM,
                outline=np.array([(-1, -0.10), (1, -0.10), (0.8, 0.10), (-0.8, 0.10)]),
            )
        )
    return joined(
        [
            solid(board, TRIM, split=40),
            solid(back, PAINT, split=45),
            solid(loft(shield_rings), PAINT, split=45),
            *guards,
        ]
    )


def _seat() -> Mesh:
    """Saddle with pillion part, back rest, rack, the lock box."""
    saddle = loft(
        [
            _section(y, half, low, high, 0.045)
            for y, half, low, high in (
                (-0.78, 0.09, 0.68, 0.80),
                (-0.62, 0.125, 0.68, 0.805),
                (-0.44, 0.13, 0.67, 0.79),
                (-0.28, 0.115, 0.66, 0.76),
                (-0.10, 0.07, 0.65, 0.735),
            )
        ]
    )
    rest = tube(
        smooth(
            [(-0.11, -0.78, 0.72), (-0.11, -0.86, 0.86), (0, -0.88, 0.90), (0.11, -0.86, 0.86), (0.11, -0.78, 0.72)], 4
        ),
        0.012,
        CHROME,
        sides=8,
    )
    return joined(
        [
            solid(saddle, SADDLE, split=50),
            rest,
            rounded_box(0.16, 0.03, 0.12, SADDLE, radius=0.014, segments=8).placed(0, -0.855, 0.80),
        ]
    )


def _bars() -> Mesh:
    """Handlebar, grips, brake levers, mirrors, instrument, basket hook, brake cables."""
    bar = tube(
        smooth(
            [
                (-0.31, 0.27, 1.0),
                (-0.20, 0.34, 1.02),
                (-0.07, 0.37, 0.99),
                (0.07, 0.37, 0.99),
                (0.20, 0.34, 1.02),
                (0.31, 0.27, 1.0),
            ],
            4,
        ),
        0.012,
        CHROME,
        sides=8,
    )
    half = [
        tube([(0.20, 0.335, 1.02), (0.325, 0.262, 0.999)], 0.018, RUBBER, sides=9),
        tube(smooth([(0.19, 0.37, 1.005), (0.25, 0.37, 0.99), (0.31, 0.33, 0.975)], 4), 0.006, DARK_STEEL, sides=6),
    ]
    half += [
        tube(smooth([(0.16, 0.35, 1.02), (0.19, 0.34, 1.12), (0.24, 0.33, 1.17)], 4), 0.006, BLACK_PLASTIC, sides=6),
        rounded_box(0.115, 0.022, 0.075, BLACK_PLASTIC, radius=0.010, segments=8).placed(0.27, 0.325, 1.15),
        rounded_box(0.10, 0.004, 0.06, CHROME, radius=0.002, segments=6).placed(0.27, 0.3125, 1.157),
    ]
    dash = joined(
        [
            rounded_box(0.17, 0.12, 0.07, BLACK_PLASTIC, radius=0.03, segments=8).placed(0, 0.38, 0.98),
            box(0.09, 0.004, 0.045, plastic(0.05, 0.16, 0.18, 0.1), bevel=0.002).placed(0, 0.318, 0.998),
        ]
    )
    wires = [
        cable([(s * 0.20, 0.37, 1.0), (s * 0.12, 0.46, 0.94), (s * 0.05, 0.46, 0.80)], 0.004, BLACK_PLASTIC, sides=5)
        for s in (-1, 1)
    ]
    return joined([bar, both_sides(joined(half)), dash, *wires])


def _lamps() -> list[Mesh]:
    head = lathe(
        [(0, 0), (0.062, 0), (0.066, 0.012), (0.05, 0.03), (0, 0.034)], plastic(0.72, 0.74, 0.76, 0.06), sides=20
    ).placed(0, 0.458, 0.84, p=-82)
    rim = torus(0.066, 0.008, CHROME, sides=22, section=6).placed(0, 0.462, 0.84, p=98)
    tail = rounded_box(0.15, 0.04, 0.06, RED_LENS, radius=0.018, segments=8).placed(0, -0.868, 0.585)
    turns = [
        rounded_box(0.05, 0.03, 0.035, AMBER_LENS, radius=0.012, segments=8).placed(s * 0.115, y, z)
        for s in (-1, 1)
        for y, z in ((-0.85, 0.60), (0.46, 0.72))
    ]
    bracket = box(0.12, 0.02, 0.16, TRIM, bevel=0.006).placed(0, -0.885, 0.44)
    return [head, rim, tail, *turns, bracket]
