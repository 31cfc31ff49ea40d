"""Protective gear as it lies and hangs on racks: respirators, masks, ear muffs, gloves, hung garments."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, cloth, lathe, plastic, rounded_box, smooth, tube
from assets.modelling.materials import BLACK_PLASTIC, STEEL

CLOTH_WHITE = Material((0.80, 0.80, 0.76), "fabric", 0.95, 0.0, 0.5, scale=8.0)
COTTON = Material((0.72, 0.70, 0.62), "fabric", 0.95, 0.0, 0.8, scale=6.0)
ACID_YELLOW = Material((0.85, 0.62, 0.03), "rubber", 0.35, 0.0, 0.1)
JACKET = Material((0.88, 0.20, 0.02), "fabric", 0.8, 0.0, 0.5, scale=6.0)


@cache
def respirator() -> Mesh:
    """A half mask with two filter discs, lying on its straps, its front up and to +y."""
    body = rounded_box(0.09, 0.06, 0.09, plastic(0.18, 0.20, 0.22), radius=0.028, segments=10)
    disc = lathe(
        [(0, 0), (0.042, 0), (0.042, 0.018), (0.034, 0.024), (0, 0.024)], plastic(0.80, 0.30, 0.42), sides=18
    ).placed(p=-60)
    strap = tube(
        smooth(
            [(-0.04, -0.02, 0.03), (-0.09, -0.08, 0.01), (0, -0.11, 0.006), (0.09, -0.08, 0.01), (0.04, -0.02, 0.03)], 4
        ),
        0.005,
        BLACK_PLASTIC,
        sides=5,
    )
    return joined([body, disc.placed(0.055, 0.02, 0.04, h=-35), disc.placed(-0.055, 0.02, 0.04, h=35), strap])


@cache
def flat_mask(material: Material) -> Mesh:
    """A folded gauze mask with its ear loops."""
    u, v = np.meshgrid(np.linspace(-1, 1, 7), np.linspace(-1, 1, 5))
    z = 0.012 + 0.006 * np.cos(2 * u) + 0.003 * np.sin(9 * v)
    pad = cloth(np.stack([u * 0.085, v * 0.055, z], axis=-1), material)
    loops = [
        tube(
            smooth(
                [(s * 0.08, -0.04, 0.01), (s * 0.13, -0.02, 0.005), (s * 0.13, 0.03, 0.005), (s * 0.08, 0.04, 0.01)], 4
            ),
            0.002,
            material,
            sides=4,
        )
        for s in (-1, 1)
    ]
    return joined([pad, *loops])


@cache
def earmuffs() -> Mesh:
    """A pair of ear muffs hung by the band over a hook at the origin."""
    t = np.linspace(0.15, np.pi - 0.15, 11)
    band = tube(
        np.column_stack([0.085 * np.cos(t), np.zeros(11), -0.09 + 0.10 * np.sin(t)]),
        0.012,
        BLACK_PLASTIC,
        sides=6,
        squash=(0.5, 1.2),
    )
    cup = rounded_box(0.045, 0.07, 0.09, plastic(0.75, 0.08, 0.05), radius=0.02, segments=8)
    return joined([band, cup.placed(-0.095, 0, -0.15), cup.placed(0.095, 0, -0.15)])


def glove(material: Material) -> Mesh:
    """A work glove lying flat, its fingers to +x."""
    palm = rounded_box(0.11, 0.10, 0.026, material, radius=0.012, segments=8)
    fingers = [
        rounded_box(0.08, 0.021, 0.022, material, radius=0.010, segments=8).placed(0.085, -0.036 + 0.024 * k, 0.002)
        for k in range(4)
    ]
    thumb = rounded_box(0.07, 0.022, 0.022, material, radius=0.010, segments=8).placed(0.02, -0.06, 0.002, h=-35)
    cuff = rounded_box(0.06, 0.095, 0.03, material.shade(0.8), radius=0.010, segments=8).placed(-0.075)
    return joined([palm, *fingers, thumb, cuff])


def hung_garment(
    parts: Assembly, material: Material, x: float, *, length: float = 0.85, stripe: Material | None = None
) -> None:
    """A garment hung from the rail, its folds falling."""
    u, v = np.meshgrid(np.linspace(1, -1, 9), np.linspace(0, 1, 9))
    width = 0.07 + 0.10 * np.clip(v * 3, 0, 1)
    points = np.stack(
        [x + u * width, 0.03 + 0.03 * np.cos(u * 6 + x * 9) * (0.3 + v) + 0.02 * np.sin(5 * v), 1.36 - length * v],
        axis=-1,
    )[::-1]
    parts.add(cloth(points, material, two_sided=True))
    parts.add(
        tube(
            smooth([(x, 0.03, 1.36), (x + 0.02, 0.02, 1.40), (x, 0.0, 1.435), (x - 0.015, 0.0, 1.42)], 3),
            0.004,
            STEEL,
            sides=5,
        )
    )
    if stripe is not None:
        parts.add(cloth(points[3:5] + np.array([0, 0.006, 0]), stripe))
