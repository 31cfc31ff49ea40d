"""The continuous caster at the east end of the steel shop: platform, turret, tundish, strands, stairs."""

from __future__ import annotations

import numpy as np

from assets.modelling import Assembly, Material, box, lathe, painted, plastic, rod
from assets.modelling.materials import DARK_STEEL, RUSTY_STEEL, STEEL, WINDOW
from assets.props.parts.railings import railing

PLATFORM_Z = 5.0
CONCRETE = Material((0.30, 0.28, 0.26), "concrete", 0.95, 0.0, 0.8)
STEELWORK = painted(0.30, 0.24, 0.10, 0.6, 0.5)
HOT = Material((0.16, 0.14, 0.13), "rust", 0.8, 0.2, 0.7)
MOLTEN = plastic(1.0, 0.60, 0.20)
STRAND = plastic(0.95, 0.22, 0.035)


def caster() -> Assembly:
    """Its west edge is x = 0, y as in the bay: platform y 3.4..16.6 at z 5, turret at (3.0, 10)."""
    parts = Assembly()
    parts.add(
        box(10.0, 13.2, 0.35, CONCRETE, bevel=0.03, grid=1.2).placed(5.0, 10.0, PLATFORM_Z - 0.35),
        box(0.2, 13.2, 0.6, STEELWORK, bevel=0.02, grid=1.2).placed(0.0, 10.0, PLATFORM_Z - 0.55),
    )
    for y in (3.9, 7.6, 12.4, 16.1):
        parts.add(
            *(
                box(0.5, 0.5, PLATFORM_Z - 0.4, STEELWORK if x < 1 else CONCRETE, bevel=0.03, grid=1.0).placed(x, y)
                for x in (0.3, 5.0)
            )
        )
        parts.add(rod((0.3, y, 3.0), (1.6, y, PLATFORM_Z - 0.4), 0.09, STEELWORK, sides=4))
    parts.sign("hazard_stripes", 6.5, 0.4, -0.105, 6.7, PLATFORM_Z - 0.45, turn=90)
    parts.sign("hazard_stripes", 6.5, 0.4, -0.105, 13.3, PLATFORM_Z - 0.45, turn=90)
    for a, b in (((0.1, 3.4), (0.1, 7.4)), ((0.1, 12.6), (0.1, 16.6)), ((0.1, 3.4), (9.0, 3.4))):
        parts.add(railing((*a, PLATFORM_Z), (*b, PLATFORM_Z)))
    _turret(parts)
    _strands(parts)
    _stair(parts)
    _pulpit(parts)
    return parts


def _turret(parts: Assembly) -> None:
    """The ladle turret's post and two forked arms, a tundish car with its glowing bath beneath."""
    x, y = 4.2, 10.0
    parts.add(
        lathe(
            [(0, 0), (1.4, 0), (1.4, 0.5), (0.95, 0.7), (0.85, 2.8), (1.2, 3.0), (1.2, 3.5), (0, 3.6)],
            STEELWORK,
            sides=24,
        ).placed(x, y, PLATFORM_Z)
    )
    for side in (-1, 1):
        for dy in (-0.9, 0.9):
            parts.add(
                box(3.4, 0.4, 0.8, STEELWORK, bevel=0.04, grid=0.9).placed(x + side * 2.0, y + dy, PLATFORM_Z + 2.7)
            )
            parts.add(
                box(0.5, 0.6, 1.0, STEELWORK.shade(0.8), bevel=0.03).placed(x + side * 3.6, y + dy, PLATFORM_Z + 2.9)
            )
    tundish = (2.2, 7.2)
    parts.add(
        box(1.5, 3.4, 1.0, HOT, bevel=0.06, grid=0.7).placed(*tundish, PLATFORM_Z + 0.9),
        box(1.7, 3.6, 0.16, HOT.shade(1.4), bevel=0.03, grid=0.7).placed(*tundish, PLATFORM_Z + 1.85),
    )
    parts.add(
        *(
            box(0.8, 0.9, 0.02, MOLTEN, bevel=0.002).placed(tundish[0], tundish[1] + dy, PLATFORM_Z + 2.015)
            for dy in (-1.0, 0.3)
        ),
        to="glow",
    )
    parts.add(
        *(
            box(0.25, 0.25, 0.9, STEELWORK, bevel=0.02).placed(tundish[0] + dx, tundish[1] + dy, PLATFORM_Z)
            for dx in (-0.6, 0.6)
            for dy in (-1.6, 1.6)
        )
    )
    parts.add(
        *(
            rod(
                (tundish[0], tundish[1] + dy, PLATFORM_Z + 0.3),
                (tundish[0], tundish[1] + dy, PLATFORM_Z + 0.9),
                0.06,
                MOLTEN,
                sides=8,
            )
            for dy in (-1.0, 1.0)
        ),
        to="glow",
    )


def _strands(parts: Assembly) -> None:
    """Glowing strands bend out under the platform between rollers and run off east."""
    for y in (6.2, 7.2, 8.2):
        t = np.radians(np.linspace(0, 78, 10))
        line = [(2.2 + 4.2 * (1 - np.cos(a)), y, PLATFORM_Z - 0.5 - 4.2 * np.sin(a) * 0.96) for a in t]
        parts.add(*(rod(a, b, 0.09, STRAND, sides=4) for a, b in zip(line, line[1:], strict=False)), to="glow")
        parts.add(
            *(
                rod((px - 0.18, y - 0.3, pz - 0.08), (px - 0.18, y + 0.3, pz - 0.08), 0.11, DARK_STEEL, sides=10)
                for px, _, pz in line[1::2]
            )
        )
    parts.add(
        *(box(0.14, 0.2, 4.2, RUSTY_STEEL.shade(0.5), bevel=0.02, grid=1).placed(1.6, y) for y in (5.6, 8.8)),
        box(0.05, 3.0, 2.2, HOT, bevel=0.01, grid=0.7).placed(1.5, 7.2, 0.0),
    )


def _stair(parts: Assembly) -> None:
    """A steel stair up to the platform along its west edge's south part."""
    steps = 20
    for k in range(steps):
        parts.add(
            box(0.26, 0.9, 0.03, DARK_STEEL.but(texture="checker_plate"), bevel=0.004).placed(
                -0.6 - 0.24 * (steps - k), 4.0, PLATFORM_Z * (k + 1) / (steps + 1)
            )
        )
    for dy in (-0.45, 0.45):
        low, high = (-0.6 - 0.24 * steps - 0.2, 4.0 + dy, 0.0), (-0.1, 4.0 + dy, PLATFORM_Z)
        parts.add(rod(low, high, 0.07, STEELWORK, sides=4), railing(low, high, toe=False, every=1.2))


def _pulpit(parts: Assembly) -> None:
    """The operators' cabin on the platform, lit inside."""
    parts.add(
        box(2.4, 3.0, 1.0, painted(0.5, 0.5, 0.46), bevel=0.03, grid=0.8).placed(2.0, 14.6, PLATFORM_Z),
        box(2.5, 3.1, 0.2, STEEL.shade(0.5), bevel=0.03, grid=1).placed(2.0, 14.6, PLATFORM_Z + 2.4),
    )
    parts.add(
        *(
            box(0.1, 0.1, 1.5, painted(0.5, 0.5, 0.46), bevel=0.01).placed(2.0 + dx, 14.6 + dy, PLATFORM_Z + 0.95)
            for dx in (-1.15, 1.15)
            for dy in (-1.4, 0, 1.4)
        )
    )
    parts.add(
        box(0.04, 2.8, 1.4, WINDOW.coloured(0.2, 0.2, 0.16), bevel=0.002).placed(0.83, 14.6, PLATFORM_Z + 1.0),
        to="glass",
    )
    parts.add(
        box(1.6, 0.1, 0.04, plastic(1.0, 0.92, 0.75), bevel=0.003).placed(2.0, 14.6, PLATFORM_Z + 2.34), to="glow"
    )
