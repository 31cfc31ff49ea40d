"""The raised stone sill of a bathroom door, and the same sill with ramps laid against it."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, Material, block, box, solid
from assets.modelling.materials import ALUMINIUM

WIDTH, DEPTH, HEIGHT = 0.82, 0.19, 0.036
RAMP = 0.22
"""How far a ramp reaches from the sill, metres: gentler than one in six."""
STONE = Material((0.66, 0.62, 0.55), "concrete", 0.34, 0.0, 0.04, scale=3.0)
BARE = Material((0.82, 0.79, 0.72), "concrete", 0.6, 0.0, 0.06, scale=5.0)
GRIME = Material((0.16, 0.14, 0.12), "concrete", 0.9, 0.0, 0.08, scale=5.0)
GRIP = Material((0.12, 0.12, 0.12), "rubber", 0.9, 0.0, 0.05, scale=6.0)


@prop("door_sill")
def door_sill(request: PropRequest) -> Model:
    """A sill 0.82 x 0.19 x 0.036 m along x: ``worn`` with chipped edges, or ``ramped`` on both sides (0.63 m deep)."""
    parts = Assembly()
    parts.add(solid(_worn(), STONE, split=30))
    parts.add(box(0.46, 0.13, 0.002, BARE, bevel=0.0008).placed(0.02, 0.0, HEIGHT - 0.001))
    for side in (-1, 1):
        parts.add(box(WIDTH - 0.03, 0.016, 0.003, GRIME, bevel=0.001).placed(0, side * (DEPTH / 2 + 0.006), 0.001))
        if request.state == "ramped":
            parts.add(solid(_ramp(side), ALUMINIUM, split=30))
            for k in range(4):
                y, z = _on_ramp((k + 0.7) / 4.6)
                parts.add(box(WIDTH - 0.10, 0.022, 0.003, GRIP, bevel=0.001).placed(0, side * y, z, p=-side * _slope()))
    return parts.model()


def _worn() -> Manifold:
    """The stone with its chipped edges; feet have trodden its middle bare."""
    stone = block(WIDTH, DEPTH, HEIGHT, 0, 0, 0)
    chips = [
        Manifold.cylinder(0.06, r, r * 0.6, 7, True).rotate([70 * s, 20 * k, 0]).translate([x, s * DEPTH / 2, HEIGHT])
        for k, (x, s, r) in enumerate(((-0.31, 1, 0.014), (-0.05, -1, 0.020), (0.16, 1, 0.024), (0.29, -1, 0.013)))
    ]
    for chip in chips:
        stone = stone - chip
    return stone


def _ramp(side: int) -> Manifold:
    near, far, top = side * DEPTH / 2, side * (DEPTH / 2 + RAMP), HEIGHT + 0.003
    corners = [(near, 0.0), (near, top), (far, 0.004), (far, 0.0)]
    return Manifold.hull_points(np.array([(x, y, z) for x in (-WIDTH / 2, WIDTH / 2) for y, z in corners]))


def _on_ramp(share: float) -> tuple[float, float]:
    """Distance from the sill's middle line and height, ``share`` of the way down."""
    return DEPTH / 2 + RAMP * share, (HEIGHT + 0.003) * (1 - share) + 0.004 * share


def _slope() -> float:
    return float(np.degrees(np.arctan2(HEIGHT - 0.001, RAMP)))
