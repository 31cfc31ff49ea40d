"""What stands about on the electronics line: reel racks, bins, lockers, chairs, a water cooler, plants."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, box, lathe, painted, pitched, plastic, rod, rounded_box, tube
from assets.modelling.materials import BLACK_PLASTIC, DARK_STEEL, WHITE_PLASTIC
from assets.places.plant_fittings import shelf_unit

ALUMINIUM_FRAME = Material((0.72, 0.73, 0.74), "galvanised", 0.35, 0.7, 0.1)
ESD_BLUE = plastic(0.05, 0.12, 0.26, 0.5)


def pot_plant(x: float, y: float) -> list[Mesh]:
    """A rubber plant in a white pot."""
    rng = np.random.default_rng(int(x * 10))
    pot = lathe([(0, 0), (0.13, 0), (0.18, 0.34), (0.165, 0.34), (0.15, 0.30), (0, 0.30)], WHITE_PLASTIC, sides=18)
    leaf_green = Material((0.035, 0.14, 0.04), "paint", 0.3, 0.0, 0.05)
    found = [pot, rod((0, 0, 0.3), (0.02, 0.01, 1.3), 0.012, painted(0.20, 0.14, 0.07), sides=6)]
    for k in range(26):
        turn, rise = k * 137.5 + rng.uniform(-15, 15), 0.45 + 0.036 * k
        reach = 0.34 - 0.006 * k
        spine = [(0, 0, 0), (reach * 0.5, 0, 0.08), (reach, 0, 0.02 - 0.002 * k)]
        leaf = tube(spine, [0.01, 0.06, 0.004], leaf_green, sides=6, squash=(1.0, 0.12))
        found.append(leaf.placed(h=turn).placed(0.012 * k / 26, 0, rise))
    return [joined(found).placed(x, y)]


@cache
def reel_rack() -> Mesh:
    """A shelf of component reels standing on edge."""
    rng = np.random.default_rng(8)
    reel = pitched(
        lathe(
            [(0.02, -0.006), (0.09, -0.006), (0.09, 0.006), (0.02, 0.006), (0.02, -0.006)],
            plastic(0.75, 0.77, 0.80, 0.5),
            sides=14,
        ),
        (1, 0, 0),
    )
    tones = ((0.75, 0.78, 0.80), (0.08, 0.16, 0.40), (0.03, 0.03, 0.04), (0.55, 0.10, 0.08))
    pieces = [shelf_unit(1.6, 0.4, 1.9, 5, ALUMINIUM_FRAME)]
    for z in np.linspace(0.15, 1.87, 5)[:4]:
        x = -0.72
        while x < 0.72:
            tone = tones[int(rng.integers(4))]
            one = (
                joined([reel])
                if tone is tones[0]
                else pitched(
                    lathe(
                        [(0.02, -0.006), (0.09, -0.006), (0.09, 0.006), (0.02, 0.006)], plastic(*tone, 0.5), sides=12
                    ),
                    (1, 0, 0),
                )
            )
            pieces.append(one.placed(x, 0.02, z + 0.12))
            x += float(rng.choice([0.018, 0.02, 0.06]))
    return joined(pieces)


def bin_box(parts: Assembly, x: float, y: float, z: float, turn: float, material: Material) -> None:
    """An antistatic parts box, its front cut low."""
    w, d, h = 0.30, 0.42, 0.20
    one = joined(
        [
            box(w, d, 0.012, material, bevel=0.003),
            box(0.012, d, h, material, bevel=0.003).placed(-w / 2),
            box(0.012, d, h, material, bevel=0.003).placed(w / 2),
            box(w, 0.012, h, material, bevel=0.003).placed(0, -d / 2),
            box(w, 0.012, h * 0.55, material, bevel=0.003).placed(0, d / 2),
            box(0.1, 0.004, 0.045, WHITE_PLASTIC, bevel=0.001).placed(0, d / 2 + 0.007, 0.035),
        ]
    )
    parts.add(one.placed(x, y, z, h=turn))


def lockers() -> Mesh:
    """Six grey lockers side by side in two rows, vents and handles, their front to +y."""
    body = box(1.2, 0.4, 1.75, painted(0.52, 0.56, 0.58, 0.5, 0.05), bevel=0.008, grid=0.6).placed(0, 0, 0.05)
    doors = []
    for k in range(3):
        for z in (0.10, 0.95):
            x = -0.4 + 0.4 * k
            doors.append(
                box(0.38, 0.012, 0.80, painted(0.60, 0.64, 0.66, 0.45, 0.05), bevel=0.004, grid=0.8).placed(x, 0.205, z)
            )
            doors += [
                box(0.16, 0.006, 0.008, DARK_STEEL, bevel=0.001).placed(x, 0.213, z + 0.66 + 0.025 * j)
                for j in range(4)
            ]
            doors.append(box(0.02, 0.02, 0.10, DARK_STEEL, bevel=0.004).placed(x + 0.14, 0.218, z + 0.36))
            doors.append(box(0.09, 0.004, 0.04, WHITE_PLASTIC, bevel=0.001).placed(x - 0.06, 0.212, z + 0.55))
    return joined([body, *doors, box(1.2, 0.36, 0.05, BLACK_PLASTIC, bevel=0.004)])


def chair() -> Mesh:
    """An antistatic work chair with its five-armed foot."""
    seat = lathe(
        [(0, 0.44), (0.19, 0.44), (0.21, 0.46), (0.205, 0.50), (0.17, 0.515), (0, 0.52)], ESD_BLUE, sides=20, split=60
    )
    back = rounded_box(0.36, 0.05, 0.26, ESD_BLUE, radius=0.025, segments=10).placed(0, -0.22, 0.72, p=-6)
    stem = tube([(0, -0.1, 0.46), (0, -0.23, 0.50), (0, -0.25, 0.86)], 0.016, DARK_STEEL, sides=7)
    arms = [
        joined(
            [
                rod((0, 0, 0.10), (0.28, 0, 0.07), 0.018, BLACK_PLASTIC, sides=6),
                lathe([(0, -0.02), (0.028, -0.02), (0.028, 0.02), (0, 0.02)], BLACK_PLASTIC, sides=10)
                .placed(p=90)
                .placed(0.28, 0, 0.028),
            ]
        ).placed(h=72 * k)
        for k in range(5)
    ]
    return joined([seat, back, stem, *arms, rod((0, 0, 0.09), (0, 0, 0.45), 0.025, DARK_STEEL, sides=10)])


def water_cooler() -> Mesh:
    """A water cooler with its bottle, standing on z = 0."""
    body = rounded_box(0.32, 0.32, 0.98, WHITE_PLASTIC.but(bump=0.04), radius=0.04, segments=10)
    bottle = lathe(
        [(0, 0.98), (0.05, 0.98), (0.06, 1.02), (0.135, 1.08), (0.135, 1.34), (0.12, 1.38), (0, 1.39)],
        plastic(0.35, 0.55, 0.75, 0.12),
        sides=18,
        split=50,
    )
    taps = [
        joined(
            [
                box(0.03, 0.05, 0.03, ink, bevel=0.005).placed(x, 0.18, 0.70),
                box(0.012, 0.02, 0.05, ink, bevel=0.003).placed(x, 0.2, 0.66),
            ]
        )
        for x, ink in ((-0.06, plastic(0.6, 0.04, 0.03)), (0.06, plastic(0.04, 0.14, 0.5)))
    ]
    return joined([body, bottle, *taps, box(0.22, 0.10, 0.02, BLACK_PLASTIC, bevel=0.004).placed(0, 0.19, 0.5)])
