"""Gas cylinders with caps, regulators, trolley and chain."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model
from assets.modelling import (
    Assembly,
    Material,
    box,
    lathe,
    painted,
    pitched,
    plastic,
    rod,
    torus,
    tube,
)
from assets.modelling.materials import BRASS, RUBBER, SAFETY_YELLOW, STEEL
from assets.props.chemical_vessels import curved_label

OXYGEN_BLUE = painted(0.10, 0.38, 0.62, 0.35, 0.2)


ACETYLENE_WHITE = painted(0.76, 0.76, 0.73, 0.35, 0.2)


LPG_GREY = painted(0.46, 0.48, 0.49, 0.4, 0.3)


@cache
def oxygen_body(colour: Material, high: float = 1.32, radius: float = 0.11) -> Mesh:
    """A seamless cylinder on its foot ring, from z = 0 to its neck."""
    outline = [
        (0, 0.015),
        (radius * 0.9, 0.0),
        (radius * 1.06, 0.0),
        (radius * 1.06, 0.07),
        (radius, 0.08),
        (radius, high - 0.20),
        (radius * 0.93, high - 0.12),
        (radius * 0.62, high - 0.05),
        (0.034, high - 0.01),
        (0.034, high + 0.03),
        (0, high + 0.03),
    ]
    return lathe(outline, colour, sides=24, split=50)


def _cylinder_valve(parts: Assembly, high: float, *, cap: bool, regulator: bool) -> None:
    """Neck valve; under its cap, or with its regulator and two dials."""
    if cap:
        dome = [(0.042, high), (0.045, high + 0.02), (0.045, high + 0.10), (0.032, high + 0.145), (0, high + 0.15)]
        parts.add(lathe([(0, high), *dome], painted(0.30, 0.31, 0.32), sides=18, split=50))
        return
    parts.add(
        lathe([(0, high), (0.018, high), (0.018, high + 0.075), (0, high + 0.08)], BRASS, sides=12),
        rod((0, 0, high + 0.05), (0, 0.05, high + 0.05), 0.012, BRASS, sides=10),
    )
    parts.add(
        lathe(
            [(0, 0), (0.026, 0), (0.028, 0.006), (0.026, 0.014), (0, 0.014)], plastic(0.05, 0.05, 0.055), sides=14
        ).placed(0, 0, high + 0.085)
    )
    if regulator:
        parts.add(
            pitched(
                lathe(
                    [(0, -0.03), (0.035, -0.028), (0.04, 0), (0.032, 0.03), (0.012, 0.034), (0.012, 0.06), (0, 0.06)],
                    BRASS,
                    sides=18,
                ),
                (0, 1, 0),
            ).placed(0, 0.085, high + 0.05)
        )
        for x in (-0.05, 0.05):
            parts.add(
                rod((0, 0.075, high + 0.05), (x, 0.075, high + 0.085), 0.008, BRASS, sides=6),
                pitched(
                    lathe([(0, -0.012), (0.030, -0.012), (0.032, 0.010), (0, 0.010)], STEEL, sides=18), (0, 1, 0)
                ).placed(x, 0.08, high + 0.11),
            )
            parts.sign("scba_dial_ok", 0.052, 0.052, x, 0.0912, high + 0.084)


@prop("gas_cylinder")
def gas_cylinder(request: PropRequest) -> Model:
    """Oxygen (blue), acetylene (white) or LPG (grey): standing in its chain, lying on its side, or without its cap."""
    variant = request.variant or "o2"
    one = Assembly()
    if variant == "lpg":
        _lpg(one, capped=request.state == "upright_chained")
        radius, high = 0.16, 0.62
    else:
        radius, high = (0.11, 1.32) if variant == "o2" else (0.125, 0.92)
        one.add(oxygen_body(OXYGEN_BLUE if variant == "o2" else ACETYLENE_WHITE, high, radius))
        label = ("cylinder_oxygen", 0.14, 0.358) if variant == "o2" else ("cylinder_acetylene", 0.115, 0.42)
        one.add(curved_label(label[0], radius, label[1], label[2], high * 0.36), to="sign")
        one.add(
            *(torus(radius + 0.004, 0.012, RUBBER, sides=22, section=6).placed(z=z) for z in (high * 0.28, high * 0.78))
        )
        _cylinder_valve(one, high + 0.03, cap=False, regulator=request.state != "no_cap")
    parts = Assembly()
    if request.state == "lying":
        parts.include(one, 0, -high / 2 - 0.03, radius + 0.014, p=-90, r=0)
        return parts.model()
    parts.include(one)
    if request.state == "upright_chained" and variant != "lpg":
        _stand_with_chain(parts, radius, high)
    return parts.model()


def _stand_with_chain(parts: Assembly, radius: float, high: float) -> None:
    """A two-wheeled trolley's back behind the cylinder, with its chain round the body."""
    y = -radius - 0.05
    frame = SAFETY_YELLOW
    for x in (-0.12, 0.12):
        parts.add(
            rod((x, y, 0.03), (x, y, high - 0.05), 0.016, frame, sides=8, grid=0.5),
            tube([(x, y, high - 0.06), (x, y - 0.02, high + 0.02), (x, y - 0.14, high + 0.04)], 0.014, frame, sides=7),
        )
    for z in (0.2, high * 0.55, high * 0.85):
        parts.add(rod((-0.12, y, z), (0.12, y, z), 0.012, frame, sides=7))
    parts.add(box(0.30, 0.30, 0.012, frame, bevel=0.003).placed(0, -0.02, -0.0))
    wheel = lathe(
        [(0, -0.022), (0.06, -0.022), (0.10, -0.018), (0.105, 0), (0.10, 0.018), (0.06, 0.022), (0, 0.022)],
        RUBBER,
        sides=18,
    ).placed(r=90)
    parts.add(
        wheel.placed(-0.19, y - 0.02, 0.106),
        wheel.placed(0.19, y - 0.02, 0.106),
        rod((-0.19, y - 0.02, 0.106), (0.19, y - 0.02, 0.106), 0.012, STEEL, sides=7),
    )
    link = torus(0.014, 0.004, STEEL, sides=8, section=4)
    count = 20
    for k in range(count):
        angle = np.radians(-150 + 300 * k / (count - 1) + 90)
        at = (np.cos(angle) * (radius + 0.018), np.sin(angle) * (radius + 0.018), high * 0.6)
        parts.add(link.placed(p=90 if k % 2 else 0, h=float(np.degrees(angle)) + 90).placed(*at))


def _lpg(parts: Assembly, *, capped: bool) -> None:
    """A domestic LPG cylinder: welded middle seam, foot, guard collar, angle valve."""
    outline = [
        (0, 0.05),
        (0.10, 0.035),
        (0.15, 0.08),
        (0.158, 0.14),
        (0.158, 0.318),
        (0.162, 0.325),
        (0.158, 0.332),
        (0.158, 0.50),
        (0.145, 0.56),
        (0.09, 0.605),
        (0.03, 0.62),
        (0, 0.622),
    ]
    parts.add(lathe(outline, LPG_GREY, sides=28, split=50))
    foot = [(0.115, 0), (0.125, 0), (0.125, 0.07), (0.115, 0.07), (0.115, 0)]
    parts.add(lathe(foot, LPG_GREY, sides=26, split=30))
    collar = [(0.088, 0.585), (0.094, 0.585), (0.094, 0.71), (0.098, 0.715), (0.088, 0.715), (0.088, 0.585)]
    parts.add(lathe(collar, LPG_GREY, sides=26, split=30, turn=(115, 425)))
    parts.add(
        lathe([(0, 0.62), (0.02, 0.62), (0.02, 0.66), (0.014, 0.665), (0.014, 0.68), (0, 0.68)], BRASS, sides=12),
        rod((0, 0, 0.65), (0.05, 0.02, 0.65), 0.012, BRASS, sides=10),
    )
    parts.add(
        lathe(
            [(0, 0), (0.03, 0), (0.032, 0.008), (0.028, 0.018), (0, 0.018)], plastic(0.05, 0.12, 0.30), sides=14
        ).placed(0, 0, 0.68)
    )
    if capped:
        parts.add(
            pitched(
                lathe([(0, 0), (0.017, 0), (0.017, 0.02), (0, 0.022)], plastic(0.7, 0.05, 0.04), sides=12),
                (0.93, 0.37, 0),
            ).placed(0.05, 0.02, 0.65)
        )
    parts.add(curved_label("cylinder_lpg", 0.158, 0.20, 0.153, 0.345), to="sign")
