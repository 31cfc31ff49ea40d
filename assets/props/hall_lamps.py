"""Lamps of halls as props: a bulkhead lamp on a wall or a post, a high-bay lamp on its pipe."""

from __future__ import annotations

import numpy as np

from assets.mesh import Lamp
from assets.modelling import Assembly, Material, lathe, ring, rounded_box, smooth, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, GREY_PAINT, STEEL, plastic
from assets.props.parts.high_bay import high_bay_bell

LIT = Material((1.0, 0.93, 0.80), "paint", 0.2)
DEAD = plastic(0.16, 0.15, 0.13)
WARM = (1.0, 0.90, 0.72)


def bulkhead(parts: Assembly, on: bool) -> None:
    """A caged lamp 0.25 m across; its back is at y 0, it looks to +y; dark and sooty when off."""
    parts.add(rounded_box(0.20, 0.07, 0.20, GREY_PAINT.shade(0.7), radius=0.02, segments=10).placed(0, 0.035, 0))
    t = np.linspace(0, np.pi / 2, 6)
    dome = lathe(
        [(0.078 * np.cos(a), 0.08 * np.sin(a)) for a in t] + [(0.0, 0.08)], LIT if on else DEAD, sides=18, split=80
    )
    parts.add(dome.placed(p=-90).placed(0, 0.07, 0.10), to="glow" if on else "opaque")
    arch = [(0.088 * np.cos(a), 0, 0.092 * np.sin(a)) for a in np.linspace(0, np.pi, 9)]
    cage = ring(tube(arch, 0.004, STEEL, sides=5), 2)
    parts.add(cage.placed(p=-90).placed(0, 0.07, 0.10))
    parts.add(
        *(
            torus(r, 0.004, STEEL, sides=20, section=5).placed(p=-90).placed(0, y, 0.10)
            for r, y in ((0.088, 0.075), (0.07, 0.125))
        )
    )
    parts.add(tube(smooth([(0, 0.02, 0.20), (0, 0.02, 0.32), (0.02, 0.015, 0.5)], 4), 0.009, BLACK_PLASTIC, sides=6))
    if on:
        parts.lamp(Lamp((0, 0.17, 0.10), (0, 1, -0.3), WARM, 2.0))


def hung_high_bay(parts: Assembly, on: bool) -> None:
    """A bell-shaped lamp whose face is at z 0, its pipe going up 1.5 m."""
    high_bay_bell(parts, 0, 0, 0, lit=on)
    if on:
        parts.lamp(Lamp((0, 0, -0.05), (0, 0, -1), (1.0, 0.96, 0.88), 4.0, 150.0))
