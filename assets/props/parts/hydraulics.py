"""Hydraulic cylinders of machines."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Material, rod
from assets.modelling.materials import CHROME

Point = tuple[float, float, float]
BARREL = 0.58
"""The barrel's share of the length."""


def hydraulic_cylinder(start: Point, end: Point, radius: float, barrel: Material, gland: Material) -> Mesh:
    """Barrel of ``radius`` metres from ``start``, chromed rod to ``end``, its gland between them."""
    a, b = np.array(start), np.array(end)
    at = a + (b - a) * BARREL
    return joined(
        [
            rod(a, at, radius, barrel, sides=12),
            rod(at, b, radius * 0.55, CHROME, sides=10),
            rod(at - (b - a) * 0.02, at + (b - a) * 0.01, radius * 1.12, gland, sides=12),
        ]
    )
