"""Crane hooks: the workshop crane's hook block, and a ladle crane's lamellar hook."""

from __future__ import annotations

import numpy as np

from assets.modelling import (
    Assembly,
    arc,
    bolt,
    box,
    cylinder,
    extrude,
    lathe,
    profile,
    rod,
    smooth,
    solid,
    torus,
    tube,
)
from assets.modelling.materials import DARK_STEEL, RUSTY_STEEL, STEEL, YELLOW_PAINT, painted
from assets.props.parts.ropes import WIRE, WIRE_BRIGHT

FORGED = painted(0.12, 0.12, 0.125, 0.5, 0.5)


def shop_hook(parts: Assembly, *, latch: bool) -> None:
    """A workshop crane's hook block, its seat at z = 0, four falls of rope up to z 6; ``latch`` there or torn off."""
    bend = [(0.10 * x, 0, 0.10 * z + 0.05) for x, z in arc(1.0, 150, -55, 14)[:, :2] * [1, -1]]
    path = [(0.0, 0, 0.36), (0.0, 0, 0.24), (-0.045, 0, 0.16), *bend]
    count = len(path)
    radius = np.interp(np.linspace(0, 1, count), [0, 0.2, 0.5, 0.8, 1], [0.028, 0.034, 0.042, 0.032, 0.013])
    fine = np.interp(np.linspace(0, 1, (count - 1) * 3 + 1), np.linspace(0, 1, count), radius)
    parts.add(tube(smooth(path, 3), fine, FORGED, sides=10, wear=0.4))
    if latch:
        parts.add(
            box(0.014, 0.034, 0.17, STEEL, bevel=0.004).placed(r=-24).placed(0.065, 0, 0.085),
            torus(0.016, 0.004, STEEL, sides=12, section=5).placed(p=90).placed(0.01, 0, 0.20),
        )
    else:
        parts.add(
            *(box(0.012, 0.006, 0.03, STEEL.shade(0.6), bevel=0.001).placed(0.012, y, 0.195) for y in (-0.02, 0.02)),
            rod((0.012, -0.024, 0.205), (0.012, 0.024, 0.205), 0.004, RUSTY_STEEL, sides=6),
        )
        parts.add(box(0.05, 0.036, 0.02, WIRE_BRIGHT, bevel=0.004).placed(-0.01, 0, -0.063))
    cheek = [
        (-0.14, 0.0),
        (0.14, 0.0),
        (0.19, 0.10),
        (0.16, 0.28),
        (0.06, 0.36),
        (-0.06, 0.36),
        (-0.16, 0.28),
        (-0.19, 0.10),
    ]
    parts.add(
        *(
            extrude(cheek, 0.022, YELLOW_PAINT, wear=0.3).placed(p=90).placed(0, y + 0.011, 0.36)
            for y in (-0.10, 0.0, 0.10)
        )
    )
    groove = [(0, -0.035), (0.15, -0.035), (0.125, 0.0), (0.15, 0.035), (0, 0.035)]
    parts.add(*(lathe(groove, DARK_STEEL, sides=18).placed(p=90).placed(0, y, 0.54) for y in (-0.05, 0.05)))
    parts.add(
        solid(cylinder(0.032, 0.30, z=-0.15).rotate([90, 0, 0]).translate([0, 0, 0.54]), STEEL),
        box(0.22, 0.22, 0.08, DARK_STEEL, bevel=0.02).placed(0, 0, 0.33),
    )
    for turn, y in ((0, 0.1225), (180, -0.1225)):
        parts.sign("hook_load", 0.15, 0.085, 0, y, 0.40, turn=turn)
        parts.sign("hazard_stripes", 0.30, 0.04, 0, y, 0.50, turn=turn)
    for x in (-0.13, 0.13):
        parts.add(*(rod((x, y, 0.54), (x * 1.2, y, 6.0), 0.009, WIRE, sides=5, grid=1.5) for y in (-0.05, 0.05)))


def lamellar_hook(parts: Assembly, *, seated: bool) -> None:
    """A ladle crane's lamellar hook 2.3 m long, its eye on a pin at z 2.05; the trunnion's axis is at z 0, along y.

    Not ``seated`` it is caught with its tip on the trunnion's edge, tilted.
    """
    outer = [(0.34 * np.cos(a), 0.34 * np.sin(a)) for a in np.radians(np.linspace(-200, 30, 19))]
    inner = [(0.185 * np.cos(a), 0.185 * np.sin(a)) for a in np.radians(np.linspace(30, -170, 17))]
    shank = [
        (-0.20, 0.55),
        (-0.17, 1.75),
        (-0.24, 2.05),
        (-0.10, 2.28),
        (0.10, 2.28),
        (0.24, 2.05),
        (0.17, 1.75),
        (0.10, 0.55),
        (-0.02, 0.34),
    ]
    outline = [*shank[::-1], *outer, *inner]
    plate = extrude(
        [(float(x), float(y)) for x, y in _clean(outline)],
        0.032,
        FORGED,
        holes=[[(0.09 * np.cos(a), 2.05 + 0.09 * np.sin(a)) for a in np.radians(range(0, 360, 24))]],
        wear=0.3,
    )
    hook = Assembly()
    hook.add(*(plate.placed(p=90).placed(0, -0.08 + 0.037 * k) for k in range(6)))
    for x, z in ((-0.27, 0.0), (-0.1, -0.27), (0.16, -0.24), (0.0, 0.8), (0.0, 1.4)):
        hook.add(*(bolt(0.022, 0.02).placed(p=90 * side).placed(x, -side * 0.12, z) for side in (-1, 1)))
    saddle = [(0.187 * np.cos(a), 0.187 * np.sin(a)) for a in np.radians(np.linspace(-165, 15, 13))]
    hook.add(profile(_band(saddle, 0.022), 0.26, STEEL.shade(0.8), split=40))
    hook.add(rod((0, -0.3, 2.05), (0, 0.3, 2.05), 0.088, STEEL, sides=16))
    if seated:
        parts.include(hook)
    else:
        parts.include(hook, 0.13, 0, 0.09, r=5.0)


def _clean(points: list) -> list:
    """The outline without points nearer than a millimetre to the one before."""
    kept = [points[0]]
    for point in points[1:]:
        if np.hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) > 1e-3:
            kept.append(point)
    return kept


def _band(line: list, thick: float) -> list[tuple[float, float]]:
    """A bent strip as an outline: a line and its offset towards the origin."""
    return [*line, *[(x * (1 - thick / 0.187), z * (1 - thick / 0.187)) for x, z in reversed(line)]]
