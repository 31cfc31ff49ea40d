"""What is fitted to a truck's cab: seats and dashboard, mirrors, roof deflector."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import box, lathe, rod, rounded_box, smooth, solid, torus, tube
from assets.modelling.loft import loft, rounded_rectangle
from assets.modelling.materials import BLACK_PLASTIC, CHROME, painted, plastic

CAB_PAINT = painted(0.035, 0.14, 0.42, 0.22, 0.03)
TRIM = plastic(0.05, 0.052, 0.056, 0.55)
SEAT = plastic(0.06, 0.065, 0.075, 0.85)


def _seat(x: float) -> Mesh:
    base = rounded_box(0.50, 0.50, 0.16, SEAT, radius=0.06, segments=8).placed(x, 3.66, 1.28)
    back = rounded_box(0.48, 0.13, 0.70, SEAT, radius=0.06, segments=8).placed(x, 3.42, 1.40, p=-8)
    head = rounded_box(0.28, 0.10, 0.18, SEAT, radius=0.045, segments=8).placed(x, 3.36, 2.14, p=-6)
    stem = box(0.36, 0.40, 0.26, BLACK_PLASTIC, bevel=0.02).placed(x, 3.66, 1.04)
    return joined([base, back, head, stem])


def cab_interior() -> Mesh:
    """Seats, dashboard, steering wheel, engine hump."""
    dash = rounded_box(2.20, 0.40, 0.42, TRIM, radius=0.08, segments=8).placed(0, 4.66, 1.10)
    ledge = rounded_box(2.16, 0.30, 0.10, BLACK_PLASTIC, radius=0.04, segments=8).placed(0, 4.70, 1.48)
    hump = rounded_box(0.62, 1.2, 0.24, TRIM, radius=0.06, segments=8).placed(0, 3.8, 1.03)
    wheel = torus(0.215, 0.015, BLACK_PLASTIC, sides=28, section=8).placed(-0.70, 4.20, 1.60, p=-58 + 90)
    spokes = [
        rod(
            (-0.70, 4.20, 1.60),
            (-0.70 + 0.2 * np.cos(a), 4.20 + 0.1 * np.sin(a), 1.60 - 0.16 * np.sin(a)),
            0.013,
            BLACK_PLASTIC,
            sides=6,
        )
        for a in np.radians((0, 180, 90))
    ]
    column = rod((-0.70, 4.21, 1.59), (-0.70, 4.56, 1.34), 0.035, BLACK_PLASTIC)
    mount = rod((-0.40, 4.46, 1.50), (-0.40, 4.44, 1.62), 0.014, BLACK_PLASTIC)
    lever = joined(
        [
            rod((-0.18, 4.0, 1.24), (-0.20, 4.05, 1.48), 0.012, CHROME),
            lathe([(0, 0), (0.022, 0.004), (0.026, 0.03), (0, 0.05)], BLACK_PLASTIC, sides=10).placed(
                -0.20, 4.05, 1.47
            ),
        ]
    )
    curtain = rounded_box(2.1, 0.05, 1.3, plastic(0.25, 0.23, 0.20, 0.95), radius=0.02).placed(0, 3.29, 1.4)
    return joined([dash, ledge, hump, wheel, *spokes, column, mount, lever, curtain, _seat(-0.70), _seat(0.66)])


def cab_mirror() -> tuple[Mesh, Mesh]:
    """The right mirror on its arm: housing, and reflecting face looking back."""
    arm = joined(
        [
            tube(smooth([(1.15, 4.52, 2.52), (1.36, 4.62, 2.56), (1.46, 4.60, 2.40)], 5), 0.016, BLACK_PLASTIC),
            tube(smooth([(1.20, 4.62, 1.78), (1.38, 4.66, 1.74), (1.46, 4.60, 1.86)], 5), 0.016, BLACK_PLASTIC),
        ]
    )
    housing = joined(
        [
            rounded_box(0.25, 0.11, 0.42, TRIM, radius=0.05, segments=8).placed(1.46, 4.60, 2.06),
            rounded_box(0.23, 0.11, 0.20, TRIM, radius=0.05, segments=8).placed(1.46, 4.60, 1.82),
        ]
    )
    face = joined(
        [
            rounded_box(0.20, 0.012, 0.36, CHROME, radius=0.006, segments=8).placed(1.46, 4.545, 2.09),
            rounded_box(0.18, 0.012, 0.15, CHROME, radius=0.006, segments=8).placed(1.46, 4.545, 1.845),
        ]
    )
    return joined([arm, housing]), face


def roof_deflector() -> Mesh:
    """The wind deflector between cab roof and box."""
    rings = []
    for y, half, top in (
        (3.30, 1.08, 3.52),
        (3.60, 1.06, 3.46),
        (3.95, 1.0, 3.28),
        (4.2, 0.9, 3.06),
        (4.32, 0.8, 2.92),
    ):
        outline = rounded_rectangle((-half, half), (2.86, top), (0.16, 0.02))
        rings.append(np.column_stack([outline[:, 0], np.full(len(outline), y), outline[:, 1]]))
    return solid(loft(rings), CAB_PAINT, split=40)
