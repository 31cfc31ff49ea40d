"""Hand tools of steelworkers and miners: scaling bar, tongs, shovel."""

from __future__ import annotations

import numpy as np

from assets.modelling import Assembly, box, cloth, extrude, lathe, rod, smooth, tube
from assets.modelling.materials import DARK_STEEL, RUSTY_STEEL, STEEL, Material, painted

BAR_STEEL = RUSTY_STEEL.but(colour=(0.36, 0.38, 0.39), metal=0.45, roughness=0.45)


def scaling_bar(parts: Assembly, length: float) -> None:
    """A scaling bar along x: octagonal, a chisel at +x, a bent claw at -x, worn bright in the middle."""
    parts.add(
        rod((-length / 2 + 0.1, 0, 0.016), (length / 2 - 0.1, 0, 0.016), 0.014, BAR_STEEL, sides=8, grid=0.5, wear=0.4)
    )
    chisel = [(0.0, -0.014), (0.10, -0.006), (0.10, 0.004), (0.0, 0.014)]
    parts.add(extrude(chisel, 0.034, BAR_STEEL).placed(p=90).placed(length / 2 - 0.105, 0.017, 0.016))
    claw = [
        (-length / 2 + 0.1, 0, 0.016),
        (-length / 2 + 0.03, 0, 0.02),
        (-length / 2, 0, 0.045),
        (-length / 2 - 0.02, 0, 0.075),
    ]
    parts.add(tube(smooth(claw, 4), np.linspace(0.014, 0.006, 13), BAR_STEEL, sides=8))
    parts.add(rod((-0.2, 0, 0.016), (0.2, 0, 0.016), 0.0146, STEEL.shade(0.8), sides=8, caps=False))


def tongs(parts: Assembly) -> None:
    """Press feeding tongs 0.5 m long lying along x: jaws at +x, sprung handles with red grips at -x."""
    for side in (-1, 1):
        arm = [
            (0.27, side * 0.016, 0.012),
            (0.20, side * 0.040, 0.012),
            (0.12, 0.0, 0.012),
            (0.0, -side * 0.028, 0.012),
            (-0.24, -side * 0.045, 0.012),
        ]
        parts.add(tube(smooth(arm, 5), 0.007, STEEL.shade(0.8), sides=8))
        parts.add(
            rod(
                (-0.24, -side * 0.045, 0.012),
                (-0.10, -side * 0.036, 0.012),
                0.0115,
                painted(0.6, 0.03, 0.025, 0.4),
                sides=10,
            )
        )
        parts.add(box(0.05, 0.012, 0.035, STEEL, bevel=0.003).placed(0.27, side * 0.018, -0.004))
    parts.add(
        lathe([(0, 0), (0.016, 0), (0.016, 0.012), (0.01, 0.018), (0, 0.018)], DARK_STEEL, sides=12).placed(
            0.12, 0, 0.008
        )
    )


def shovel(parts: Assembly) -> None:
    """A square-mouth shovel lying along x, its blade at +x."""
    parts.add(
        rod((-0.75, 0, 0.05), (0.45, 0, 0.045), 0.016, Material((0.62, 0.46, 0.28), "wood", 0.7), sides=8, grid=0.5)
    )
    x, y = np.meshgrid(np.linspace(0.42, 0.78, 7), np.linspace(-0.13, 0.13, 7))
    z = 0.03 + 0.9 * y**2 - 0.05 * (x - 0.42)
    parts.add(
        cloth(np.stack([x, y, z], -1), BAR_STEEL, two_sided=True),
        rod((0.38, 0, 0.046), (0.5, 0, 0.04), 0.021, BAR_STEEL, sides=8),
    )
    parts.add(rod((-0.75, -0.07, 0.05), (-0.75, 0.07, 0.05), 0.014, Material((0.62, 0.46, 0.28), "wood", 0.7), sides=8))
