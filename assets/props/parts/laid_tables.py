"""Tables people eat at, with what stands on them: a household's, and a bench in the stone shop."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, box, lathe, pitched, plastic, rod, rounded_box, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, WHITE_PLASTIC
from assets.props.parts.bench_frame import BENCH_GREEN, HIGH, steel_bench_frame
from assets.props.parts.pipework import SATIN

DARK_WOOD = Material((0.40, 0.22, 0.11), "wood", 0.45, 0.0, 0.05)
PALE_WOOD = Material((0.80, 0.62, 0.42), "wood", 0.5, 0.0, 0.05)


def dining_table(parts: Assembly) -> None:
    """A household dining table: kettle, medicine box, tea cups, fruit."""
    parts.add(
        box(1.6, 0.8, 0.035, PALE_WOOD, bevel=0.012, grid=0.4).placed(0, 0, HIGH - 0.06),
        *(
            box(0.06, 0.06, HIGH - 0.06, PALE_WOOD.shade(0.9), bevel=0.01, grid=0.5).placed(x, y)
            for x in (-0.7, 0.7)
            for y in (-0.3, 0.3)
        ),
    )
    parts.add(
        *(
            box(1.36, 0.022, 0.07, PALE_WOOD.shade(0.9), bevel=0.004, grid=0.6).placed(0, y, HIGH - 0.13)
            for y in (-0.3, 0.3)
        )
    )
    z = HIGH - 0.025
    cloth_top = Material((0.62, 0.68, 0.64), "fabric", 0.9, 0.0, 0.05, scale=2.0)
    parts.add(box(0.9, 0.5, 0.004, cloth_top, bevel=0.001, grid=0.4).placed(0.05, 0, z))
    kettle = [
        (0, 0.0),
        (0.085, 0.0),
        (0.092, 0.02),
        (0.085, 0.13),
        (0.05, 0.18),
        (0.02, 0.19),
        (0.016, 0.21),
        (0, 0.215),
    ]
    parts.add(
        lathe(kettle, SATIN.but(bump=0.04), sides=22, split=50).placed(0.28, -0.05, z + 0.03),
        lathe([(0, 0), (0.095, 0), (0.095, 0.025), (0, 0.03)], BLACK_PLASTIC, sides=20).placed(0.28, -0.05, z),
        tube(
            [(0.28, 0.03, z + 0.20), (0.28, 0.10, z + 0.20), (0.28, 0.125, z + 0.14), (0.28, 0.10, z + 0.07)],
            0.012,
            BLACK_PLASTIC,
            sides=7,
        ),
        tube(
            [(0.28, -0.12, z + 0.12), (0.28, -0.165, z + 0.16), (0.28, -0.185, z + 0.19)],
            [0.02, 0.014, 0.010],
            SATIN,
            sides=8,
        ),
    )
    parts.add(
        rounded_box(0.22, 0.14, 0.035, plastic(0.30, 0.55, 0.70, 0.3), radius=0.008, segments=8).placed(
            -0.15, 0.08, z, h=12
        )
    )
    for k in range(7):
        parts.add(
            box(0.026, 0.05, 0.006, (plastic(0.86, 0.86, 0.84), plastic(0.90, 0.75, 0.30))[k % 2], bevel=0.001).placed(
                -0.235 + 0.03 * k, 0.065 + 0.006 * k, z + 0.034, h=12
            )
        )
    for x, y in ((0.02, -0.14), (-0.4, -0.1)):
        parts.add(
            lathe(
                [(0, 0), (0.03, 0), (0.038, 0.07), (0.034, 0.07), (0.028, 0.008), (0, 0.008)], WHITE_PLASTIC, sides=16
            ).placed(x, y, z)
        )
    bowl = lathe(
        [(0, 0), (0.06, 0), (0.13, 0.06), (0.125, 0.065), (0.05, 0.012), (0, 0.01)],
        plastic(0.10, 0.22, 0.42, 0.15),
        sides=20,
        split=50,
    )
    parts.add(
        bowl.placed(0.58, 0.08, z),
        *(
            _fruit(tone).placed(0.58 + dx, 0.08 + dy, z + 0.055)
            for dx, dy, tone in (
                (0, 0.04, (0.75, 0.30, 0.02)),
                (-0.05, -0.02, (0.75, 0.30, 0.02)),
                (0.05, -0.02, (0.55, 0.05, 0.03)),
            )
        ),
    )


def _fruit(tone: tuple[float, float, float]) -> Mesh:
    angle = np.linspace(-np.pi / 2, np.pi / 2, 7)
    return lathe(
        [(max(0.0, 0.042 * np.cos(a)), 0.038 * np.sin(a)) for a in angle], plastic(*tone, 0.4), sides=12, split=80
    )


def lunch_bench(parts: Assembly) -> None:
    """A bench in the stone shop on which people eat: lunch boxes, cups, chopsticks, dust over all."""
    steel_bench_frame(parts, PALE_WOOD.shade(0.9), BENCH_GREEN, drawers=False)
    dust = Material((0.66, 0.65, 0.62), "sand", 0.95, 0.0, 0.1, scale=2.0)
    parts.add(box(1.5, 0.62, 0.002, dust, bevel=0.0005, grid=0.4).placed(0.02, 0, HIGH))
    for x, y, tone in ((-0.4, 0.1, (0.55, 0.08, 0.05)), (0.05, 0.14, (0.10, 0.28, 0.50))):
        box_ = joined(
            [
                rounded_box(0.20, 0.14, 0.05, plastic(*tone, 0.3), radius=0.015, segments=8),
                box(0.17, 0.11, 0.006, plastic(0.86, 0.84, 0.76, 0.8), bevel=0.002).placed(0, 0, 0.047),
                box(0.06, 0.08, 0.012, plastic(0.12, 0.26, 0.04, 0.8), bevel=0.004).placed(0.045, 0, 0.05),
            ]
        )
        parts.add(
            box_.placed(x, y, HIGH + 0.002, h=30 * x),
            *(
                rod(
                    (x + 0.12 + 0.01 * k, y - 0.1, HIGH + 0.006),
                    (x + 0.15, y + 0.12, HIGH + 0.006),
                    0.003,
                    PALE_WOOD,
                    sides=5,
                )
                for k in (0, 1)
            ),
        )
        parts.add(
            rounded_box(0.20, 0.14, 0.015, plastic(*tone, 0.3), radius=0.005, segments=6).placed(
                x + 0.02, y - 0.2, HIGH + 0.002, h=18
            )
        )
    for x, y, tone in (
        (-0.1, -0.12, (0.80, 0.82, 0.82)),
        (0.4, 0.05, (0.06, 0.20, 0.10)),
        (0.52, -0.1, (0.80, 0.82, 0.82)),
    ):
        parts.add(
            lathe(
                [(0, 0), (0.035, 0), (0.038, 0.10), (0.034, 0.10), (0.030, 0.01), (0, 0.01)],
                plastic(*tone, 0.3),
                sides=14,
            ).placed(x, y, HIGH + 0.002),
            pitched(torus(0.026, 0.005, plastic(*tone, 0.3), sides=10, section=5), (0, 1, 0)).placed(
                x + 0.045, y, HIGH + 0.055
            ),
        )
