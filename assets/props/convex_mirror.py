"""The convex mirror at a blind corner, whole or broken."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model
from assets.modelling import Assembly, Material, box, extrude, lathe, ring, rod, torus
from assets.modelling.materials import BLACK_PLASTIC, DARK_STEEL, ORANGE_PAINT, SAFETY_YELLOW, STEEL

GLASS = Material((0.78, 0.82, 0.84), "galvanised", 0.04, 0.95, 0.0)
MIDDLE_Z, RADIUS = 2.40, 0.38


@prop("convex_mirror")
def convex_mirror(request: PropRequest) -> Model:
    """Looks to +y and a little down; ``broken`` is an empty cracked back with shards in its rim and on the floor."""
    parts = Assembly()
    parts.add(
        box(0.30, 0.30, 0.02, DARK_STEEL, bevel=0.004),
        rod((0, -0.12, 0), (0, -0.12, 2.6), 0.035, SAFETY_YELLOW, sides=12, grid=0.6),
    )
    parts.add(
        *(lathe([(0.036, 0), (0.036, 0.14)], BLACK_PLASTIC, sides=12).placed(0, -0.12, z) for z in (0.4, 0.8, 1.2))
    )
    parts.add(
        rod((0, -0.12, MIDDLE_Z), (0, -0.03, MIDDLE_Z), 0.025, STEEL, sides=10),
        box(0.10, 0.03, 0.12, DARK_STEEL, bevel=0.006).placed(0, -0.08, MIDDLE_Z - 0.06),
    )
    head = Assembly()
    head.add(torus(RADIUS, 0.022, ORANGE_PAINT, sides=36, section=8))
    back = lathe([(0, -0.03), (RADIUS, -0.01), (RADIUS, 0.0), (0, -0.02)], BLACK_PLASTIC.shade(2), sides=32)
    head.add(back, _hood())
    if request.state == "ok":
        bulge = [(RADIUS * np.sin(t), 0.10 * np.cos(t) - 0.005) for t in np.linspace(np.pi / 2, 0, 8)]
        head.add(lathe(bulge, GLASS, sides=32, split=80))
    else:
        _shards(head)
    parts.include(head, 0, 0, MIDDLE_Z, p=-98)
    if request.state == "broken":
        rng = np.random.default_rng(9)
        for _ in range(9):
            piece = extrude(
                [(0, 0), (rng.uniform(0.04, 0.10), 0.01), (rng.uniform(0.01, 0.05), rng.uniform(0.04, 0.09))],
                0.003,
                GLASS,
            )
            parts.add(
                piece.placed(
                    rng.uniform(-0.4, 0.4), rng.uniform(-0.1, 0.5), 0.004, h=rng.uniform(0, 360), p=rng.uniform(-4, 4)
                )
            )
    return parts.model()


def _hood() -> Mesh:
    """The sunshade over the upper half of the rim."""
    return lathe(
        [(RADIUS + 0.02, 0), (RADIUS + 0.025, 0.10), (RADIUS + 0.02, 0.10), (RADIUS + 0.015, 0.0)],
        ORANGE_PAINT,
        sides=16,
        turn=(200, 340),
    )


def _shards(head: Assembly) -> None:
    """Jagged pieces left in the rim, cracks on the bare back."""
    rng = np.random.default_rng(4)
    for k in range(11):
        if k in (2, 3, 7):
            continue
        a, b = np.radians(k * 360 / 11), np.radians((k + 1) * 360 / 11)
        reach = RADIUS * rng.uniform(0.55, 0.85)
        middle = (a + b) / 2 + rng.uniform(-0.15, 0.15)
        outline = [
            (RADIUS * np.cos(a), RADIUS * np.sin(a)),
            (RADIUS * np.cos(b), RADIUS * np.sin(b)),
            (reach * np.cos(middle), reach * np.sin(middle)),
        ]
        head.add(extrude(outline, 0.004, GLASS).placed(0, 0, 0.012, p=rng.uniform(-3, 3)))
    crack = rod((0, 0, -0.014), (0.22, 0.02, -0.012), 0.004, Material((0.25, 0.25, 0.25), "paint", 0.9), sides=4)
    head.add(ring(crack, 7, 12.0))
