"""The compressed-air gun on its coil hose."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, lathe, plastic, rounded_box, smooth, tube
from assets.modelling.materials import (
    BLUE_PAINT,
    BRASS,
    DARK_STEEL,
    STEEL,
)

AIR_HOSE = plastic(0.03, 0.22, 0.55, 0.4)


@prop("air_gun")
def air_gun(request: PropRequest) -> Model:
    """A blow gun 0.2 m on its 4 m coil hose from the floor; ``hanging`` on its hook, or ``in_use`` with its
    nozzle to +y and down. The grip is at the origin."""
    parts = Assembly()
    gun = Assembly()
    gun.add(rounded_box(0.03, 0.042, 0.12, BLUE_PAINT, radius=0.013, segments=10).placed(0, 0, -0.11))
    gun.add(rounded_box(0.034, 0.12, 0.045, DARK_STEEL, radius=0.014, segments=10).placed(0, 0.03, 0.0))
    gun.add(tube(smooth([(0, 0.09, 0.024), (0, 0.15, 0.022), (0, 0.21, 0.005)], 4), 0.006, BRASS, sides=7))
    gun.add(tube(smooth([(0, 0.055, 0.0), (0, 0.058, -0.035), (0, 0.035, -0.075)], 4), 0.005, STEEL, sides=6))
    gun.add(lathe([(0, 0), (0.012, 0), (0.012, 0.03), (0, 0.03)], BRASS, sides=8).placed(0, 0, -0.14))
    used = request.state == "in_use"
    parts.include(gun, 0, 0, 0, p=-24 if used else 0)
    start = np.array([0, -0.055 if used else 0.0, -0.135])
    turns = np.linspace(0, 16 * 2 * np.pi, 200)
    spiral = np.column_stack(
        [0.035 * np.cos(turns), -0.16 + 0.035 * np.sin(turns) - turns * 0.002, -0.30 - turns / turns[-1] * 0.52]
    )
    tail = np.array(
        [(0.05, -0.42, -0.90), (0.12, -0.62, -0.988), (0.30, -0.9, -0.988), (0.10, -1.2, -0.988), (0.3, -1.5, -0.988)]
    )
    parts.add(
        tube(smooth([start, start + [0, -0.03, -0.08], spiral[0]], 4), 0.006, AIR_HOSE, sides=6),
        tube(spiral, 0.006, AIR_HOSE, sides=5),
    )
    parts.add(tube(smooth([spiral[-1], *tail], 6), 0.007, AIR_HOSE, sides=6))
    if not used:
        parts.add(
            tube(
                smooth([(0, 0.02, 0.05), (0, 0.0, 0.075), (0, -0.05, 0.07), (0, -0.06, 0.0)], 4), 0.004, STEEL, sides=6
            )
        )
    return parts.model()
