"""Ropes: what fibre and wire ropes are made of, and the warning rope strung along an edge."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import cloth, resampled, sagging, tube
from assets.modelling.materials import WEBBING, Material

ROPE = Material((0.62, 0.60, 0.52), "fabric", 0.9, 0.0, 0.4, scale=8.0)
WIRE = Material((0.34, 0.34, 0.35), "galvanised", 0.45, 0.6, 0.3)
WIRE_BRIGHT = Material((0.66, 0.62, 0.56), "galvanised", 0.3, 0.8, 0.2)


def rope_line(start: tuple[float, float, float], end: tuple[float, float, float]) -> Mesh:
    """A slack warning rope with red flags between two points."""
    line = resampled(sagging(start, end, 0.12), 0.4)
    flags = []
    for k, (x, y, z) in enumerate(line[1:-1]):
        if k % 2 == 0:
            triangle = cloth(
                np.array([[(x - 0.07, y, z), (x + 0.07, y, z)], [(x, y + 0.01, z - 0.16)] * 2]), WEBBING, two_sided=True
            )
            flags.append(triangle)
    return joined([tube(line, 0.006, ROPE, sides=5), *flags])
