"""The arched section of a mine roadway, 4.2 m wide and 3.2 m high, and the steel arch that follows it."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, joined
from assets.modelling import block, bolt, box, pitched, solid, tube
from assets.modelling.materials import STEEL, Material

HALF, WALL = 2.1, 1.1
"""Half the clear width, and the height of the upright walls under the half circle; metres."""
CROWN = WALL + HALF
ARCH_STEEL = Material((0.30, 0.33, 0.34), "rust", 0.58, 0.35, 0.7)
U_SECTION = [
    (-0.075, -0.060), (0.075, -0.060), (0.075, -0.042), (0.052, -0.034), (0.034, 0.050), (0.020, 0.062),
    (-0.020, 0.062), (-0.034, 0.050), (-0.052, -0.034), (-0.075, -0.042),
]  # fmt: skip
"""Outline of mine-support steel (U29), counter-clockwise seen along the arch: along the roadway, and inward."""


def section_line(outward: float = 0.0, count: int = 33, foot: float = 0.0) -> NDArray[np.float64]:
    """Points (n, 2) in x, z of the section ``outward`` metres outside the clear one, from the left foot to the right.

    ``foot`` is the height at which it begins; ``count`` points lie on the half circle.
    """
    radius = HALF + outward
    angle = np.radians(np.linspace(180, 0, count))
    bow = np.stack([radius * np.cos(angle), WALL + radius * np.sin(angle)], axis=1)
    walls = np.linspace(foot, WALL, max(2, round((WALL - foot) / 0.22) + 1))[:-1]
    left = np.stack([np.full(len(walls), -radius), walls], axis=1)
    return np.concatenate([left, bow, left[::-1] * (-1, 1)])


def roof_height(x: float, outward: float = 0.0) -> float:
    """Height of the roof above a place across the roadway, metres."""
    return WALL + float(np.sqrt(max((HALF + outward) ** 2 - x * x, 0.0)))


def on_section(degrees: float, outward: float = 0.0) -> tuple[float, float, float]:
    """A point of the half circle at y = 0; 0 degrees is the right spring line, 90 the crown."""
    a = np.radians(degrees)
    return ((HALF + outward) * float(np.cos(a)), 0.0, WALL + (HALF + outward) * float(np.sin(a)))


def u_bar(line: NDArray, material: Material = ARCH_STEEL, *, grow: float = 1.0) -> Mesh:
    """A bar of U section along points (n, 3), from the left foot to the right, its belly towards the roadway."""
    return tube(line, grow, material, outline=U_SECTION, split=35, wear=0.25)


def clamp_at(degrees: float, *, plain: bool = False) -> Mesh:
    """A clamp round the lapped bars: a strap, two bolts with their nuts unless ``plain``."""
    a = np.radians(degrees)
    inward = (-float(np.cos(a)), 0.0, -float(np.sin(a)))
    if plain:
        strap = solid(block(0.052, 0.185, 0.15, z=-0.07), STEEL.shade(0.55))
        return pitched(strap, inward).placed(*on_section(degrees, 0.02))
    strap = box(0.052, 0.185, 0.13, STEEL.shade(0.55), bevel=0.008, centred=True)
    bolts = [bolt(0.017, 0.05, STEEL.shade(0.7)).placed(0, y, 0.062) for y in (-0.078, 0.078)]
    return pitched(joined([strap, *bolts]), inward).placed(*on_section(degrees, 0.02))


@cache
def steel_arch(grow: float = 1.0, count: int = 25, *, plain: bool = False) -> Mesh:
    """A three-piece yielding arch in the plane y = 0: legs and crown piece lapped, four clamps, foot plates.

    ``grow`` scales its section; ``plain`` leaves out bolts, for the many arches of a place.
    """
    flat = section_line(0.045, count, foot=0.02)
    parts = [u_bar(np.column_stack([flat[:, 0], np.zeros(len(flat)), flat[:, 1]]), grow=grow)]
    for middle in (35.0, 145.0):
        lap = np.array([on_section(a, 0.028) for a in np.linspace(middle + 8, middle - 8, 3 if plain else 5)])
        parts.append(u_bar(lap, ARCH_STEEL.shade(0.8), grow=1.14 * grow))
        parts += [clamp_at(middle + side * 6, plain=plain) for side in (-1, 1)]
    parts += [box(0.22, 0.22, 0.025, ARCH_STEEL, bevel=0.006).placed(x) for x in (-HALF - 0.04, HALF + 0.04)]
    return joined(parts)
