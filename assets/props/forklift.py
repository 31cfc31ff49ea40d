"""The electric counterbalance forklift of 3 t: chassis, mast, forks, overhead guard, cab."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Mesh, Model, joined
from assets.modelling import (
    Assembly,
    Material,
    block,
    bolt,
    box,
    extrude,
    lathe,
    painted,
    ring,
    rod,
    rounded_box,
    smooth,
    solid,
    torus,
    tube,
)
from assets.modelling.loft import across
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BRASS,
    DARK_STEEL,
    ORANGE_PAINT,
    RED_PAINT,
    RUBBER,
    SAFETY_YELLOW,
    STEEL,
)
from assets.props.parts.controls import LIT_AMBER, LIT_BLUE, LIT_RED
from assets.props.parts.machine_paints import GREASY_STEEL

BODY = painted(0.80, 0.22, 0.015, 0.30, 0.05)
GREY = painted(0.10, 0.105, 0.11, 0.45, 0.2)
FORK_LENGTH = 1.07
MAST_Y = 0.80
"""Where the mast stands in front of the truck's middle."""
LIFT = {"parked_safe": 0.03, "parked_forks_up_key": 1.20, "driving": 0.18, "charging": 0.03, "forks_raised": 0.55}


@prop("forklift")
def forklift(request: PropRequest) -> Model:
    """Forks to +y, 1.2 x 3.6 x 2.2 m. ``parked_safe`` forks down, key out, wheel chocked; ``charging`` so on its
    charger; ``parked_forks_up_key`` forks at 1.2 m, key in; ``driving`` lamps on, forks low; ``forks_raised``
    at 0.55 m for one who rides on them."""
    state = request.state
    parts = Assembly()
    _chassis(parts)
    _wheels(parts, steered=0)
    _guard(parts, driving=state in ("driving", "forks_raised"))
    _cab(parts, key=state not in ("parked_safe", "charging"))
    _mast(parts, LIFT[state])
    if state in ("parked_safe", "charging"):
        wedge = extrude([(0, 0), (0.22, 0), (0.0, 0.13)], 0.16, SAFETY_YELLOW, wear=0.5).placed(p=90, h=90)
        parts.add(wedge.placed(0.40, 0.62, 0.0), wedge.placed(0.40, 0.0, 0.0, h=0).placed(0, 0, 0))
    if state == "charging":
        _charger(parts)
    return parts.model()


def _chassis(parts: Assembly) -> None:
    """Counterweight, battery hood, floor plate, mudguards."""
    side = [(-1.62, 0.30), (-1.50, 0.14), (-0.55, 0.14), (-0.55, 1.02), (-1.28, 1.04), (-1.56, 0.92), (-1.66, 0.62)]
    weight = across(side, -0.54, 0.54)
    weight -= across([(-1.75, 0.42), (-1.52, 0.42), (-1.52, 0.50), (-1.75, 0.50)], -0.3, 0.3)
    weight -= block(0.3, 0.62, 0.52, 0.54, -1.02, 0.0) + block(0.3, 0.62, 0.52, -0.54, -1.02, 0.0)
    parts.add(solid(weight, GREY, grid=0.4, wear=0.5, split=35))
    parts.add(rounded_box(1.06, 0.98, 0.66, BODY, radius=0.05, segments=12).placed(0, -0.10, 0.40))
    parts.add(box(1.02, 1.30, 0.26, GREY, bevel=0.015, grid=0.5).placed(0, 0.05, 0.18))
    parts.add(
        box(0.98, 0.50, 0.03, Material((0.25, 0.25, 0.26), "checker_plate", 0.5, 0.5, 0.8), bevel=0.004).placed(
            0, 0.50, 0.42
        )
    )
    for x in (-0.48, 0.48):
        parts.add(_mudguard().placed(x, 0.46, 0.34))
        parts.sign("forklift_plate", 0.26, 0.142, x * 1.113, -0.15, 0.62, turn=-90 if x > 0 else 90)
    parts.add(
        rod((0, -1.60, 0.30), (0, -1.66, 0.30), 0.03, STEEL),
        box(0.1, 0.05, 0.14, GREY, bevel=0.01).placed(0, -1.66, 0.23),
    )
    parts.sign("forklift_permit", 0.22, 0.124, -0.3, -1.612, 0.68, turn=180, lean=0)
    parts.sign("hazard_stripes", 1.0, 0.084, 0, -1.59, 0.88, turn=180, lean=-22)


@cache
def _mudguard() -> Mesh:
    t = np.radians(np.linspace(20, 175, 9))
    line = np.column_stack([np.zeros(9), 0.40 * np.cos(t), 0.40 * np.sin(t)])
    flat = [(-0.13, -0.008), (0.13, -0.008), (0.13, 0.008), (-0.13, 0.008)]
    return tube(line, 1.0, BODY, outline=flat)


def _wheels(parts: Assembly, steered: float) -> None:
    for x in (-0.49, 0.49):
        parts.add(_wheel(0.34, 0.23).placed(h=0 if x > 0 else 180).placed(x, 0.46, 0.34))
        parts.add(_wheel(0.26, 0.18).placed(h=0 if x > 0 else 180).placed(x * 0.92, -1.02, 0.26, h=steered))


@cache
def _wheel(radius: float, width: float) -> Mesh:
    """A solid industrial tyre on its bolted rim, its outside to +x."""
    half = width / 2
    tyre = [
        (radius * 0.62, -half),
        (radius * 0.94, -half),
        (radius, -half * 0.8),
        (radius, -half * 0.1),
        (radius * 0.97, 0),
        (radius, half * 0.1),
        (radius, half * 0.8),
        (radius * 0.94, half),
        (radius * 0.62, half),
        (radius * 0.60, 0),
        (radius * 0.62, -half),
    ]
    rim = [
        (0, half * 0.2),
        (radius * 0.30, half * 0.25),
        (radius * 0.36, half * 0.75),
        (radius * 0.60, half * 0.85),
        (radius * 0.64, half * 0.95),
        (radius * 0.62, -half),
    ]
    nuts = ring(bolt(radius * 0.05, 0.02, STEEL).placed(x=radius * 0.23, z=half * 0.24), 6)
    hub = lathe(
        [(0, half * 0.2), (radius * 0.13, half * 0.2), (radius * 0.11, half * 0.8), (0, half * 0.9)], GREY, sides=14
    )
    return joined(
        [lathe(tyre, RUBBER, sides=26, split=35), lathe(rim, painted(0.62, 0.60, 0.55), sides=22), nuts, hub]
    ).placed(r=90)


def _guard(parts: Assembly, *, driving: bool) -> None:
    """The overhead guard on four pillars, beacon, blue spot, lamps."""
    for x in (-0.47, 0.47):
        front = [(x, 0.62, 0.46), (x, 0.60, 1.0), (x * 0.97, 0.38, 1.98), (x * 0.97, 0.30, 2.09)]
        back = [(x, -0.62, 0.95), (x * 0.99, -0.66, 1.3), (x * 0.97, -0.60, 2.02), (x * 0.97, -0.52, 2.10)]
        square = np.array([(-0.03, -0.03), (0.03, -0.03), (0.03, 0.03), (-0.03, 0.03)])
        parts.add(*(tube(smooth(line, 4), 1.0, GREY, outline=square) for line in (front, back)))
        parts.add(box(0.06, 0.86, 0.06, GREY, bevel=0.01, grid=0.5).placed(x * 0.97, -0.11, 2.08))
    parts.add(*(box(0.92, 0.035, 0.05, GREY, bevel=0.006).placed(0, y, 2.09) for y in np.linspace(-0.50, 0.28, 8)))
    for x in (-0.40, 0.40):
        lamp = lathe(
            [(0, -0.05), (0.05, -0.05), (0.075, 0.0), (0.075, 0.02), (0, 0.02)], BLACK_PLASTIC, sides=16
        ).placed(p=-90)
        face = lathe([(0, 0), (0.062, 0), (0, 0.008)], Material((1.0, 0.97, 0.9), "paint"), sides=16).placed(p=-90)
        parts.add(lamp.placed(x, 0.50, 1.92))
        parts.add(face.placed(x, 0.522, 1.92), to="glow" if driving else "opaque")
        parts.add(
            box(0.10, 0.03, 0.06, LIT_RED if driving else LIT_RED.shade(0.3), bevel=0.006).placed(x, -0.66, 1.86),
            to="glow" if driving else "opaque",
        )
    dome = lathe(
        [(0, 0), (0.05, 0), (0.05, 0.06), (0.035, 0.1), (0, 0.11)],
        LIT_AMBER if driving else LIT_AMBER.shade(0.4),
        sides=16,
    )
    parts.add(dome.placed(0.3, -0.42, 2.14), to="glow" if driving else "opaque")
    parts.add(rounded_box(0.10, 0.10, 0.07, GREY, radius=0.02, segments=8).placed(0, 0.38, 2.0))
    if driving:
        parts.add(
            lathe([(0, 0), (0.03, 0), (0, 0.01)], LIT_BLUE, sides=12).placed(p=-60).placed(0, 0.43, 2.0), to="glow"
        )
        parts.lamp(Lamp((0, 0.55, 1.9), (0, 1, -0.25), (1.0, 0.96, 0.88), 2.0, 70.0))


def _cab(parts: Assembly, *, key: bool) -> None:
    """Seat, wheel, levers, dashboard with the key switch, gas strut, seat belt."""
    seat = Material((0.03, 0.03, 0.032), "fabric", 0.7, 0.0, 0.4)
    parts.add(rounded_box(0.48, 0.46, 0.12, seat, radius=0.045, segments=12).placed(0, -0.18, 1.06))
    parts.add(rounded_box(0.46, 0.11, 0.52, seat, radius=0.045, segments=12).placed(p=10).placed(0, -0.42, 1.14))
    parts.add(*(box(0.04, 0.34, 0.03, GREY, bevel=0.008).placed(x, -0.2, 1.22) for x in (-0.25, 0.25)))
    parts.add(rounded_box(0.86, 0.22, 0.30, GREY, radius=0.04, segments=10).placed(0, 0.58, 0.78))
    parts.add(tube([(0, 0.55, 0.95), (0, 0.36, 1.16)], 0.03, GREY, sides=8))
    wheel = joined(
        [
            torus(0.16, 0.014, BLACK_PLASTIC, sides=24, section=7),
            ring(rod((0, 0, -0.02), (0.16, 0, 0), 0.010, BLACK_PLASTIC, sides=5), 3),
            rod((0.1, 0.1, 0), (0.1, 0.1, 0.05), 0.016, BLACK_PLASTIC, sides=8),
        ]
    )
    parts.add(wheel.placed(p=48).placed(0, 0.33, 1.19))
    for k in range(3):
        at = -0.22 - 0.08 * k
        parts.add(
            rod((at, 0.50, 1.06), (at, 0.44, 1.24), 0.008, STEEL, sides=6),
            lathe([(0, 0), (0.022, 0.01), (0.022, 0.03), (0, 0.045)], BLACK_PLASTIC, sides=10).placed(at, 0.44, 1.235),
        )
    parts.add(box(0.16, 0.02, 0.09, BLACK_PLASTIC, bevel=0.004).placed(p=30).placed(0.24, 0.46, 1.05))
    lock = lathe([(0, 0), (0.018, 0), (0.018, 0.012), (0, 0.012)], STEEL, sides=14).placed(p=-90)
    parts.add(lock.placed(h=180).placed(0.30, 0.465, 0.99))
    if key:
        parts.add(
            box(0.006, 0.04, 0.022, BRASS, bevel=0.001).placed(0.30, 0.435, 0.98),
            box(0.03, 0.03, 0.006, BRASS, bevel=0.002).placed(0.30, 0.41, 0.988),
        )
        parts.add(
            tube(smooth([(0.30, 0.41, 0.985), (0.305, 0.40, 0.95), (0.30, 0.405, 0.92)], 4), 0.003, STEEL, sides=5)
        )
        parts.add(rounded_box(0.035, 0.012, 0.06, RED_PAINT, radius=0.005, segments=6).placed(0.30, 0.405, 0.865))
    parts.add(
        tube(
            smooth([(-0.24, -0.3, 1.15), (-0.27, -0.1, 1.10), (-0.28, 0.05, 1.02)], 4),
            0.012,
            ORANGE_PAINT,
            sides=4,
            squash=(2.2, 0.4),
        )
    )


def _mast(parts: Assembly, lift: float) -> None:
    """Outer and inner channels, lift cylinders and chains, carriage with backrest, forks at ``lift`` metres."""
    y = MAST_Y
    for x in (-0.36, 0.36):
        parts.add(box(0.09, 0.14, 2.04, GREY, bevel=0.008, grid=0.6, wear=0.4).placed(x, y, 0.10))
        inner = lift * 0.5
        parts.add(
            box(0.06, 0.12, 1.96, GREY.shade(1.5), bevel=0.008, grid=0.6, wear=0.4).placed(
                x * 0.80, y + 0.01, 0.12 + inner
            )
        )
        parts.add(
            rod((x * 0.62, y - 0.05, 0.15), (x * 0.62, y - 0.05, 1.25), 0.035, GREY, sides=10),
            rod((x * 0.62, y - 0.05, 1.25), (x * 0.62, y - 0.05, 1.98 + inner), 0.022, STEEL, sides=10),
        )
        parts.add(
            box(0.012, 0.03, 1.7 - lift * 0.6, DARK_STEEL.shade(0.6), bevel=0.002).placed(
                x * 0.45, y + 0.03, 0.35 + lift
            )
        )
        parts.add(rod((x * 1.05, 0.25, 0.62), (x * 1.05, y - 0.06, 0.78), 0.03, STEEL, sides=10))
    for z in (0.12, 1.05, 2.08):
        parts.add(box(0.72, 0.07, 0.10, GREY, bevel=0.008).placed(0, y - 0.07, z))
    parts.add(box(0.60, 0.07, 0.08, GREY.shade(1.5), bevel=0.008).placed(0, y - 0.01, 2.02 + lift * 0.5))
    front = y + 0.11
    parts.add(*(box(1.02, 0.05, 0.11, GREY, bevel=0.01, wear=0.4).placed(0, front, lift + z) for z in (0.10, 0.44)))
    parts.add(*(box(0.06, 0.06, 0.42, GREY, bevel=0.008).placed(x, front, lift + 0.12) for x in (-0.25, 0.25)))
    rest = [box(1.0, 0.03, 0.04, GREY, bevel=0.006).placed(0, front, lift + z) for z in (0.72, 1.20)]
    rest += [
        box(0.03, 0.03, 0.68, GREY, bevel=0.005).placed(x, front, lift + 0.54) for x in np.linspace(-0.485, 0.485, 7)
    ]
    parts.add(*rest)
    for x in (-0.27, 0.27):
        blade = [(0.0, 0.56), (0.0, 0.0), (FORK_LENGTH, 0.012), (FORK_LENGTH, 0.022), (0.045, 0.045), (0.045, 0.56)]
        fork = extrude(blade, 0.12, GREASY_STEEL, wear=1.0).placed(p=90, h=90)
        parts.add(fork.placed(x - 0.06, front + 0.025, lift))


def _charger(parts: Assembly) -> None:
    """A charger on a stand beside the truck, its orange cable to the battery."""
    parts.add(
        box(0.44, 0.30, 0.80, painted(0.30, 0.42, 0.52), bevel=0.015, grid=0.5).placed(0.98, -0.5, 0.35),
        *(box(0.04, 0.26, 0.36, DARK_STEEL, bevel=0.005).placed(x, -0.5) for x in (0.82, 1.14)),
    )
    parts.sign("charging_plate", 0.34, 0.17, 0.98, -0.349, 0.82)
    parts.add(
        tube(
            smooth(
                [(0.90, -0.38, 0.55), (0.86, -0.2, 0.2), (0.72, -0.1, 0.35), (0.58, -0.1, 0.78), (0.50, -0.1, 0.86)], 6
            ),
            0.018,
            ORANGE_PAINT,
            sides=8,
        )
    )
    parts.add(rounded_box(0.09, 0.12, 0.09, RED_PAINT, radius=0.015, segments=8).placed(0.50, -0.1, 0.84))
