"""Seats and beds of a home: an upholstered sofa with wooden arms, a single bed. Fronts look to +y."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model
from assets.modelling import Assembly, box, cloth, rod, rounded_box
from assets.modelling.materials import Material

WOODWORK = Material((0.37, 0.18, 0.10), "wood", 0.34, 0.0, 0.05)
COVER = Material((0.36, 0.30, 0.22), "fabric", 0.92, 0.0, 0.05, scale=5.0)
LACE = Material((0.78, 0.75, 0.66), "fabric", 0.9, 0.0, 0.05, scale=9.0)
QUILT = Material((0.30, 0.40, 0.50), "fabric", 0.92, 0.0, 0.05, scale=3.0)
SHEET = Material((0.76, 0.74, 0.70), "fabric", 0.92, 0.0, 0.05, scale=5.0)
CUSHION = Material((0.55, 0.20, 0.10), "fabric", 0.92, 0.0, 0.05, scale=6.0)


@prop("sofa")
def sofa(request: PropRequest) -> Model:
    """A three-seat sofa 1.8 x 0.8 m, or with variant ``bed`` a single bed 1.2 x 2.0 m with its head to -y."""
    return _bed() if request.variant == "bed" else _sofa()


def _sofa() -> Model:
    parts = Assembly()
    for x in (-0.86, 0.86):
        parts.add(*(box(0.055, 0.055, 0.56, WOODWORK, bevel=0.010).placed(x, y) for y in (-0.33, 0.34)))
        parts.add(
            box(0.085, 0.76, 0.035, WOODWORK.shade(1.1), bevel=0.014).placed(x, 0.0, 0.56),
            box(0.03, 0.64, 0.05, WOODWORK, bevel=0.01).placed(x, 0, 0.22),
        )
        parts.add(*(rod((x, y, 0.26), (x, y, 0.57), 0.010, WOODWORK, sides=7) for y in (-0.18, -0.04, 0.10, 0.24)))
    parts.add(
        box(1.70, 0.66, 0.06, WOODWORK, bevel=0.010).placed(0, 0.0, 0.20),
        box(1.70, 0.03, 0.09, WOODWORK.shade(1.1), bevel=0.01).placed(0, 0.34, 0.18),
    )
    parts.add(box(1.70, 0.035, 0.52, WOODWORK, bevel=0.012).placed(0, -0.345, 0.24, p=8))
    parts.add(box(1.74, 0.05, 0.06, WOODWORK.shade(1.1), bevel=0.018).placed(0, -0.40, 0.74))
    for k in (-1, 0, 1):
        x = 0.555 * k
        parts.add(rounded_box(0.545, 0.62, 0.16, COVER, radius=0.055, segments=14).placed(x, 0.03, 0.25))
        parts.add(
            rounded_box(0.535, 0.15, 0.44, COVER.shade(1.06), radius=0.06, segments=14).placed(x, -0.235, 0.37, p=10)
        )
        parts.add(_antimacassar().placed(x, -0.37, 0.765))
    parts.add(rounded_box(0.38, 0.13, 0.38, CUSHION, radius=0.06, segments=12).placed(-0.62, -0.12, 0.41, p=22, h=14))
    return parts.model()


def _antimacassar() -> Mesh:
    """A lace cloth over the back's top, hanging down on both sides."""
    u = np.linspace(0.17, -0.17, 7)
    line = [(0.205, -0.20), (0.135, -0.04), (0.085, 0.045), (0.02, 0.058), (-0.05, 0.048), (-0.062, -0.08)]
    rows = [
        np.column_stack(
            [
                u,
                np.full(7, y) + 0.004 * np.sin(u * 40),
                np.full(7, z) + (0.012 * np.abs(np.sin(u * 18)) if k == 0 else 0),
            ]
        )
        for k, (y, z) in enumerate(line)
    ]
    return cloth(np.stack(rows), LACE, split=70, two_sided=True)


def _bed() -> Model:
    parts = Assembly()
    parts.add(
        box(1.22, 0.05, 0.80, WOODWORK, bevel=0.015).placed(0, -1.0),
        box(1.22, 0.05, 0.46, WOODWORK, bevel=0.015).placed(0, 1.0),
    )
    parts.add(
        *(box(0.04, 1.96, 0.16, WOODWORK, bevel=0.008).placed(x, 0, 0.24) for x in (-0.58, 0.58)),
        box(1.12, 1.94, 0.04, WOODWORK.shade(0.7), bevel=0.006).placed(0, 0, 0.28),
    )
    parts.add(rounded_box(1.16, 1.92, 0.16, SHEET, radius=0.05, segments=12).placed(0, 0, 0.32))
    parts.add(
        rounded_box(1.22, 1.28, 0.09, QUILT, radius=0.045, segments=12).placed(0, 0.30, 0.44),
        rounded_box(1.20, 0.22, 0.07, SHEET, radius=0.03, segments=10).placed(0, -0.36, 0.475),
    )
    parts.add(
        rounded_box(0.66, 0.40, 0.13, SHEET.shade(1.05), radius=0.06, segments=12).placed(0.02, -0.72, 0.465, h=4)
    )
    return parts.model()
