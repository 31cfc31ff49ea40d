"""What stands about on the construction yard: a pallet of bricks, the mixer, a cable drum."""

from __future__ import annotations

import numpy as np

from assets.modelling import Assembly, box, lathe, rod, torus, varied
from assets.modelling.materials import BRICK_SOLID, DARK_STEEL, GREY_PAINT, ORANGE_PAINT, RUBBER, STEEL, WOOD
from assets.props.cable_run import CABLE_GREY


def brick_pallet(rng: np.random.Generator) -> Assembly:
    """A pallet of bricks, nine courses with a gap taken out of the top, strapped."""
    pallet = Assembly()
    pallet.add(*(box(1.1, 0.1, 0.02, WOOD, bevel=0.004).placed(0, y, 0.10) for y in np.linspace(-0.42, 0.42, 6)))
    pallet.add(*(box(0.1, 0.95, 0.1, WOOD, bevel=0.005).placed(x) for x in (-0.46, 0, 0.46)))
    for course in range(9):
        core = course < 8
        for i in range(5):
            for j in range(4):
                if (core and 0 < i < 4 and 0 < j < 3) or (not core and rng.random() < 0.45):
                    continue
                brick = varied(box(0.2, 0.235, 0.085, BRICK_SOLID, bevel=0.005, grid=1), rng, 0.2)
                pallet.add(
                    brick.placed((i - 2) * 0.212 + rng.uniform(-0.005, 0.005), (j - 1.5) * 0.243, 0.12 + course * 0.089)
                )
    return pallet


def mixer() -> Assembly:
    """A small drum mixer on two wheels, tilted to its mouth."""
    mixer = Assembly()
    drum = [
        (0, -0.42),
        (0.20, -0.42),
        (0.36, -0.28),
        (0.42, -0.05),
        (0.42, 0.10),
        (0.27, 0.42),
        (0.28, 0.44),
        (0.25, 0.44),
        (0.24, 0.40),
        (0.36, 0.10),
        (0.30, -0.25),
        (0, -0.36),
    ]
    mixer.add(lathe(drum, ORANGE_PAINT, sides=26, split=35, wear=0.4).placed(0, 0.05, 0.92, p=-38))
    mixer.add(torus(0.425, 0.028, DARK_STEEL, sides=30, section=6).placed(0, 0.05, 0.92, p=-38))
    for x in (-0.46, 0.46):
        mixer.add(
            rod((x, -0.40, 0.10), (x, 0.0, 0.90), 0.025, GREY_PAINT, sides=8),
            rod((x, 0.42, 0.06), (x, 0.0, 0.90), 0.025, GREY_PAINT, sides=8),
        )
        wheel = [(0, -0.035), (0.17, -0.035), (0.21, -0.03), (0.215, 0.0), (0.21, 0.03), (0.17, 0.035), (0, 0.035)]
        mixer.add(lathe(wheel, RUBBER, sides=20).placed(x * 1.16, -0.40, 0.215, r=90))
    mixer.add(
        rod((-0.5, -0.40, 0.215), (0.5, -0.40, 0.215), 0.02, GREY_PAINT),
        rod((-0.46, 0.0, 0.90), (0.46, 0.0, 0.90), 0.03, GREY_PAINT),
    )
    mixer.add(
        box(0.34, 0.42, 0.40, ORANGE_PAINT, bevel=0.03).placed(0.62, 0.0, 0.62),
        torus(0.17, 0.012, GREY_PAINT, sides=24, section=6).placed(-0.56, 0, 0.92, r=90),
    )
    return mixer


def cable_drum() -> Assembly:
    """A wooden cable drum on its rims, half full."""
    drum = Assembly()
    side = [(0, 0), (0.45, 0), (0.45, 0.05), (0, 0.05)]
    drum.add(*(lathe(side, WOOD, sides=28, split=30).placed(x, 0, 0.45, r=90) for x in (-0.30, 0.25)))
    turns = [(0, -0.25), (0.28, -0.25), *((0.28 + 0.012 * (k % 2), -0.24 + 0.024 * k) for k in range(21)), (0, 0.25)]
    drum.add(lathe(turns, CABLE_GREY.shade(0.4), sides=28, split=30).placed(0, 0, 0.45, r=90))
    drum.add(lathe([(0, 0), (0.07, 0), (0.07, 0.64), (0, 0.64)], STEEL, sides=14).placed(-0.32, 0, 0.45, r=90))
    drum.add(*(box(0.16, 0.12, 0.10, WOOD, bevel=0.01).placed(x, dy, 0) for x in (-0.27, 0.27) for dy in (-0.30, 0.30)))
    return drum
