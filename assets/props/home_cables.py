"""Cables about a house: the lead thrown down from a window to charge a bicycle, the sewage pump's cable on its reel."""

from __future__ import annotations

import numpy as np

from assets.modelling import Assembly, box, cable, lathe, rod, rounded_box, smooth, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, CABLE_BLACK, STEEL, Material, plastic
from assets.props.parts.electrical_parts import device

LEAD = plastic(0.62, 0.62, 0.58, 0.5)
TAPE = Material((0.03, 0.03, 0.034), "paint", 0.45, 0.0, 0.1)
REEL = plastic(0.62, 0.30, 0.02, 0.45)


def flying_lead(parts: Assembly, state: str) -> None:
    """From z 2.2 down past a window at y 0, in over its sill at z 0, pinched there, to sockets on the floor."""
    way = [
        (0.10, -0.10, 2.2),
        (0.06, -0.12, 1.6),
        (-0.02, -0.10, 0.9),
        (0.03, -0.13, 0.35),
        (0.02, -0.09, 0.05),
        (0.02, 0.02, 0.022),
        (0.03, 0.13, 0.012),
    ]
    inside = [(0.03, 0.13, 0.012), (0.05, 0.17, -0.25), (0.02, 0.16, -0.60), (0.06, 0.20, -0.86)]
    parts.add(cable(way, 0.008, LEAD, steps=8, sides=7), cable(inside, 0.008, LEAD, steps=6, sides=7))
    parts.add(
        rounded_box(0.20, 0.055, 0.035, plastic(0.72, 0.72, 0.68), radius=0.008, segments=8).placed(
            0.10, 0.22, -0.925, h=24
        )
    )
    for z in (1.22, 0.62):
        x = float(np.interp(z, [0.35, 0.9, 1.6], [0.03, -0.02, 0.06]))
        parts.add(
            tube(
                smooth([(x, -0.118, z + 0.05), (x - 0.004, -0.114, z), (x + 0.002, -0.116, z - 0.05)], 4),
                0.0095,
                TAPE,
                sides=8,
            )
        )
    if state == "crushed":
        flat = smooth([(0.02, -0.05, 0.016), (0.02, 0.0, 0.011), (0.025, 0.06, 0.012)], 5)
        parts.add(tube(flat, 0.012, LEAD.shade(0.8), sides=8, squash=(1.0, 0.28)))
        parts.add(
            *(
                tube(
                    [(x, -0.012, 0.0145), (x + 0.001, 0.018, 0.0150)],
                    0.0014,
                    Material((0.85, 0.34, 0.14), "copper", 0.3, 0.7, 0.1),
                    sides=5,
                )
                for x in (0.013, 0.019, 0.026)
            )
        )


def sewer_cable(parts: Assembly, _state: str) -> None:
    """A cable reel with its own 30 mA residual current box and a pump cable that runs off to (-2.4, 0.8)."""
    for x in (-0.09, 0.09):
        parts.add(
            lathe([(0, -0.006), (0.17, -0.006), (0.175, 0), (0.17, 0.006), (0, 0.006)], REEL, sides=28).placed(
                x, 0, 0.24, r=90
            )
        )
    for k in range(9):
        parts.add(
            torus(0.125 + 0.008 * (k % 2), 0.0095, CABLE_BLACK, sides=24, section=6).placed(
                -0.075 + 0.0185 * k, 0, 0.24, r=90
            )
        )
    frame = [(x, y, z) for x, y, z in ((-0.13, -0.16, 0.012), (-0.13, 0.0, 0.24), (-0.13, 0.16, 0.012))]
    for mirror in (1, -1):
        line = [(mirror * x, y, z) for x, y, z in frame]
        parts.add(tube(line, 0.012, STEEL, sides=7))
    parts.add(
        rod((-0.13, -0.16, 0.012), (0.13, -0.16, 0.012), 0.012, STEEL),
        rod((-0.13, 0.16, 0.012), (0.13, 0.16, 0.012), 0.012, STEEL),
        rod((-0.13, 0, 0.24), (0.13, 0, 0.24), 0.014, STEEL),
    )
    parts.add(
        tube(
            smooth([(-0.13, 0, 0.26), (-0.10, 0, 0.46), (0.10, 0, 0.46), (0.13, 0, 0.26)], 5),
            0.013,
            BLACK_PLASTIC,
            sides=8,
        )
    )
    housing = Assembly()
    housing.add(rounded_box(0.14, 0.08, 0.20, plastic(0.10, 0.11, 0.12), radius=0.012, segments=8))
    device(housing, 0, 0.028, 0.05, 0.075, 0.095, "rcd_face")
    housing.add(box(0.10, 0.006, 0.13, plastic(0.6, 0.62, 0.64, 0.1), bevel=0.002).placed(0, 0.105, 0.035), to="glass")
    parts.include(housing, 0.30, 0.02, 0.0, h=0)
    parts.add(cable([(0.09, -0.12, 0.30), (0.18, -0.10, 0.10), (0.26, -0.02, 0.08)], 0.008, CABLE_BLACK, sides=7))
    run = [
        (-0.08, 0.13, 0.18),
        (-0.16, 0.24, 0.02),
        (-0.7, 0.30, 0.01),
        (-1.3, 0.16, 0.01),
        (-1.8, 0.42, 0.01),
        (-2.4, 0.80, 0.01),
    ]
    parts.add(
        cable(run, 0.0095, CABLE_BLACK, on_ground=True, sides=7),
        cable([(0.36, 0, 0.04), (0.55, -0.10, 0.01), (0.9, -0.3, 0.01)], 0.008, CABLE_BLACK, on_ground=True, sides=7),
    )
