"""The bathroom of the flat: basin and mirror, shower, towel rail, brush and bin."""

from __future__ import annotations

import numpy as np

from assets.modelling import Assembly, box, cable, lathe, rod, rounded_box, smooth, torus, tube
from assets.modelling.materials import CERAMIC, CHROME, DARK_STEEL, STEEL, WHITE_PLASTIC, Material, plastic
from assets.places.home_rooms import WHITE_LACQUER

TOWEL = Material((0.46, 0.58, 0.66), "fabric", 0.95, 0.0, 0.06, scale=6.0)
MIRROR = Material((0.62, 0.66, 0.68), "paint", 0.04, 0.6, 0.0)


def bathroom(parts: Assembly) -> None:
    """Basin and mirror on the south wall at x 7.4, shower on the north wall at x 6.9, towel rail at x 8.0."""
    _basin(parts)
    _shower(parts)
    _towels(parts)
    parts.add(
        lathe(
            [(0, 0), (0.09, 0), (0.105, 0.25), (0.10, 0.25), (0.088, 0.01), (0, 0.01)],
            plastic(0.16, 0.34, 0.48, 0.4),
            sides=16,
        ).placed(8.82, 5.28)
    )
    brush = [
        rod((8.60, 5.36, 0.02), (8.60, 5.36, 0.42), 0.008, WHITE_PLASTIC, sides=6),
        lathe([(0, 0), (0.05, 0), (0.055, 0.12), (0, 0.12)], WHITE_PLASTIC, sides=12).placed(8.60, 5.36),
    ]
    parts.add(*brush)


def _basin(parts: Assembly) -> None:
    x, y = 7.4, 3.30
    bowl = [
        (0, 0.06),
        (0.05, 0.055),
        (0.16, 0.0),
        (0.21, 0.10),
        (0.235, 0.16),
        (0.25, 0.165),
        (0.25, 0.175),
        (0.205, 0.17),
        (0.15, 0.06),
        (0.03, 0.04),
        (0, 0.04),
    ]
    parts.add(lathe(bowl[::1], CERAMIC, sides=26).placed(x, y, 0.66))
    parts.add(
        lathe([(0, 0), (0.10, 0), (0.075, 0.30), (0.085, 0.68), (0, 0.70)], CERAMIC, sides=18).placed(x, y - 0.05)
    )
    tap = smooth([(0, -0.21, 0.0), (0, -0.21, 0.10), (0, -0.16, 0.135), (0, -0.09, 0.12), (0, -0.08, 0.09)], 4)
    parts.add(
        tube(tap, 0.012, CHROME, sides=8).placed(x, y, 0.83),
        rod((0, -0.21, 0.11), (0, -0.19, 0.17), 0.008, CHROME, sides=6).placed(x, y, 0.83),
    )
    parts.add(
        box(0.56, 0.02, 0.72, WHITE_LACQUER, bevel=0.006).placed(x, 3.072, 1.18),
        box(0.50, 0.006, 0.66, MIRROR, bevel=0.002).placed(x, 3.084, 1.21),
    )
    shelf = box(0.50, 0.11, 0.012, Material((0.6, 0.66, 0.66)), bevel=0.003).placed(x, 3.13, 1.10)
    parts.add(shelf, *(box(0.02, 0.10, 0.04, CHROME, bevel=0.004).placed(x + dx, 3.12, 1.07) for dx in (-0.2, 0.2)))
    mug = lathe(
        [(0, 0), (0.034, 0), (0.036, 0.09), (0.033, 0.09), (0.031, 0.006), (0, 0.006)],
        plastic(0.62, 0.30, 0.30, 0.3),
        sides=14,
    )
    parts.add(
        mug.placed(x - 0.14, 3.13, 1.112),
        rod((x - 0.15, 3.13, 1.12), (x - 0.10, 3.15, 1.30), 0.005, plastic(0.1, 0.35, 0.6), sides=6),
    )
    parts.add(
        lathe(
            [(0, 0), (0.03, 0), (0.03, 0.10), (0.012, 0.12), (0.012, 0.15), (0, 0.15)],
            plastic(0.70, 0.72, 0.66, 0.2),
            sides=12,
        ).placed(x + 0.12, 3.13, 1.112)
    )


def _shower(parts: Assembly) -> None:
    x, y = 6.9, 5.42
    parts.add(
        rod((x, y, 1.02), (x, y, 2.02), 0.011, CHROME, sides=8),
        rounded_box(0.28, 0.06, 0.06, CHROME, radius=0.02, segments=8).placed(x, y - 0.02, 0.98),
    )
    parts.add(
        tube(
            smooth([(x, y, 2.02), (x, y - 0.06, 2.08), (x, y - 0.30, 2.09), (x, y - 0.34, 2.05)], 4),
            0.010,
            CHROME,
            sides=8,
        )
    )
    parts.add(
        lathe([(0, 0), (0.10, 0), (0.10, 0.012), (0.02, 0.035), (0, 0.04)], CHROME, sides=22).placed(x, y - 0.34, 2.01)
    )
    parts.add(
        cable(
            [
                (x + 0.02, y - 0.05, 0.99),
                (x + 0.12, y - 0.08, 0.62),
                (x + 0.16, y - 0.06, 1.2),
                (x + 0.05, y - 0.05, 1.62),
            ],
            0.008,
            STEEL,
            steps=6,
            sides=7,
        )
    )
    parts.add(
        rod((x + 0.05, y - 0.05, 1.52), (x + 0.05, y - 0.10, 1.72), 0.014, CHROME, sides=8),
        lathe([(0, 0), (0.045, 0), (0.05, 0.02), (0, 0.035)], CHROME, sides=16).placed(x + 0.05, y - 0.11, 1.72, p=70),
    )
    parts.add(box(0.14, 0.14, 0.004, STEEL, bevel=0.001).placed(6.7, 4.9, 0.0))
    parts.add(
        *(box(0.10, 0.008, 0.002, DARK_STEEL, bevel=0.0005).placed(6.7, 4.86 + 0.02 * k, 0.004) for k in range(5))
    )
    basket = [
        torus(r, 0.004, CHROME, sides=20, section=5).placed(7.35, y - 0.10, z) for r, z in ((0.11, 1.10), (0.10, 1.02))
    ]
    parts.add(
        *basket,
        lathe(
            [(0, 0), (0.032, 0), (0.032, 0.14), (0.014, 0.17), (0, 0.18)], plastic(0.12, 0.36, 0.30, 0.25), sides=12
        ).placed(7.31, y - 0.10, 1.03),
        lathe([(0, 0), (0.03, 0), (0.03, 0.12), (0, 0.13)], plastic(0.7, 0.62, 0.5, 0.25), sides=12).placed(
            7.40, y - 0.11, 1.03
        ),
    )


def _towels(parts: Assembly) -> None:
    y = 5.36
    parts.add(
        rod((7.75, y, 1.28), (8.35, y, 1.28), 0.010, CHROME, sides=8),
        *(rod((x, y, 1.28), (x, 5.44, 1.28), 0.012, CHROME, sides=8) for x in (7.76, 8.34)),
    )
    for x, length, tint in ((7.92, 0.62, TOWEL), (8.18, 0.48, TOWEL.coloured(0.70, 0.46, 0.42))):
        line = [
            (x, y + 0.016, 1.29 - length),
            (x, y + 0.017, 1.27),
            (x, y, 1.295),
            (x, y - 0.017, 1.27),
            (x, y - 0.016, 1.29 - length * 0.9),
        ]
        parts.add(
            tube(
                smooth(line, 3),
                0.10,
                tint,
                outline=np.array([(-1, -0.05), (1, -0.05), (1, 0.05), (-1, 0.05)]),
                caps=True,
            )
        )
