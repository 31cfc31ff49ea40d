"""The tripod for rescue from shafts: set up with winch, line and harness, or folded beside its bag."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, box, lathe, ring, rod, rounded_box, smooth, torus, tube
from assets.modelling.materials import (
    ALUMINIUM,
    BLACK_PLASTIC,
    DARK_STEEL,
    RUBBER,
    STEEL,
    Material,
    painted,
    plastic,
)

LINE = Material((0.78, 0.42, 0.06), "rope", 0.9, 0.0, 0.5, scale=14.0)
BAG = Material((0.62, 0.06, 0.045), "fabric", 0.9, 0.0, 0.4, scale=4.0)
WEBBING = Material((0.03, 0.03, 0.035), "fabric", 0.9, 0.0, 0.3, scale=10.0)


@prop("rescue_tripod")
def rescue_tripod(request: PropRequest) -> Model:
    """``set_up``: 2.2 m high over a shaft, with winch, line and harness; ``folded``: lying beside its bag."""
    parts = Assembly()
    if request.state == "folded":
        _folded(parts)
        return parts.model()
    head = np.array([0, 0, 2.16])
    for k in range(3):
        a = np.radians(90 + 120 * k)
        foot = np.array([0.80 * np.cos(a), 0.80 * np.sin(a), 0.03])
        knee = foot + (head - foot) * 0.52
        parts.add(
            rod(head * (1, 1, 0.985) + (0.07 * np.cos(a), 0.07 * np.sin(a), 0), knee, 0.032, ALUMINIUM),
            rod(knee, foot, 0.025, STEEL),
            _foot().placed(foot[0], foot[1], 0, h=np.degrees(a)),
        )
        parts.add(
            lathe([(0, 0), (0.042, 0), (0.042, 0.07), (0, 0.07)], BLACK_PLASTIC, sides=14).placed(
                knee[0], knee[1], knee[2] - 0.035
            )
        )
    feet = [
        np.array([0.78 * np.cos(np.radians(90 + 120 * k)), 0.78 * np.sin(np.radians(90 + 120 * k)), 0.10])
        for k in range(4)
    ]
    parts.add(
        *(
            tube(smooth([a, (a + b) / 2 + (0, 0, -0.03), b], 4), 0.005, WEBBING, sides=5)
            for a, b in zip(feet, feet[1:], strict=False)
        )
    )
    parts.add(_head().placed(0, 0, 2.10))
    leg_point = np.array([0, 0.42, 1.22])
    parts.add(_winch().placed(*leg_point, p=20))
    parts.add(
        tube([(0, 0.40, 1.32), (0, 0.05, 2.12), (0, 0.0, 2.14)], 0.004, STEEL, sides=5),
        rod((0, 0, 2.08), (0, 0, 1.02), 0.0045, STEEL, sides=6),
    )
    parts.add(_hook().placed(0, 0, 0.92), *_harness())
    return parts.model()


def _foot() -> Mesh:
    return joined(
        [
            rounded_box(0.13, 0.09, 0.03, RUBBER, radius=0.012, segments=8),
            box(0.06, 0.05, 0.05, STEEL, bevel=0.008).placed(0, 0, 0.025),
        ]
    )


def _head() -> Mesh:
    """The head plate with its pulleys and eye bolts."""
    plate = lathe([(0, 0), (0.115, 0), (0.12, 0.03), (0.09, 0.07), (0, 0.08)], painted(0.70, 0.30, 0.03), sides=24)
    pulleys = [
        lathe([(0, -0.012), (0.04, -0.012), (0.032, 0), (0.04, 0.012), (0, 0.012)], DARK_STEEL, sides=18).placed(
            x, 0.0, -0.04, r=90
        )
        for x in (-0.03, 0.03)
    ]
    return joined(
        [plate, *pulleys, ring(torus(0.022, 0.006, STEEL, sides=14, section=6).placed(0.09, 0, -0.015, p=90), 3, 30)]
    )


def _winch() -> Mesh:
    """The winch on a leg: drum box, crank with its grip."""
    body = rounded_box(0.15, 0.13, 0.22, painted(0.70, 0.30, 0.03), radius=0.02, segments=10)
    drum = lathe([(0, -0.07), (0.06, -0.07), (0.06, 0.07), (0, 0.07)], DARK_STEEL, sides=18).placed(0, 0.0, 0.16, r=90)
    crank = [
        rod((0.08, 0, 0.10), (0.12, 0, 0.10), 0.012, STEEL),
        rod((0.12, 0, 0.10), (0.12, 0.16, 0.02), 0.010, STEEL),
        rod((0.12, 0.16, 0.02), (0.21, 0.16, 0.02), 0.015, BLACK_PLASTIC),
    ]
    return joined([body, drum, *crank])


def _hook() -> Mesh:
    line = [(0, 0, 0.10), (0, 0, 0.06), (0.03, 0, 0.03), (0.025, 0, -0.01), (0, 0, -0.022), (-0.02, 0, -0.005)]
    return joined(
        [
            tube(smooth(line, 4), 0.008, STEEL, sides=7),
            lathe([(0, 0), (0.014, 0), (0.014, 0.03), (0, 0.03)], DARK_STEEL, sides=10).placed(0, 0, 0.09),
        ]
    )


def _harness() -> list[Mesh]:
    """A full-body harness hanging from the hook."""
    strap, flat = plastic(0.72, 0.36, 0.03, 0.9), np.array([(-1, -0.10), (1, -0.10), (1, 0.10), (-1, 0.10)])
    loops = []
    for side in (-1, 1):
        loops.append(
            tube(
                smooth(
                    [
                        (0, 0, 0.91),
                        (side * 0.10, 0.03, 0.82),
                        (side * 0.13, 0.04, 0.62),
                        (side * 0.09, 0.03, 0.45),
                        (0, 0.02, 0.42),
                    ],
                    5,
                ),
                0.022,
                strap,
                outline=flat,
            )
        )
        loops.append(
            tube(
                smooth(
                    [
                        (0, 0.02, 0.42),
                        (side * 0.11, 0.05, 0.36),
                        (side * 0.13, 0.03, 0.22),
                        (side * 0.06, -0.02, 0.20),
                        (0, 0.02, 0.42),
                    ],
                    5,
                ),
                0.020,
                strap,
                outline=flat,
            )
        )
    return [
        *loops,
        tube(smooth([(-0.13, 0.04, 0.62), (0, 0.08, 0.61), (0.13, 0.04, 0.62)], 4), 0.020, WEBBING, outline=flat),
        torus(0.025, 0.006, STEEL, sides=14, section=6).placed(0, 0.0, 0.90, p=90),
    ]


def _folded(parts: Assembly) -> None:
    """The three legs strapped together, lying; the bag with the rope half in it, the winch beside."""
    for k, (y, z) in enumerate(((-0.045, 0.04), (0.045, 0.04), (0.0, 0.115))):
        parts.add(
            rod((-0.78, y, z), (0.30, y, z), 0.032, ALUMINIUM),
            rod((0.30, y, z), (0.72, y, z), 0.025, STEEL),
            _foot().placed(0.74, y, z - 0.015, r=90, h=k * 20),
        )
    parts.add(_head().placed(-0.86, 0, 0.075, r=-90))
    for x in (-0.45, 0.05):
        loop = [(x, 0.085 * np.cos(a), 0.07 + 0.085 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 15)]
        parts.add(tube(loop, 0.020, WEBBING, outline=np.array([(-0.15, -1), (0.15, -1), (0.15, 1), (-0.15, 1)])))
    bag = lathe(
        [(0, 0), (0.15, 0), (0.185, 0.05), (0.18, 0.25), (0.15, 0.34), (0.135, 0.345), (0.16, 0.25), (0, 0.22)],
        BAG,
        sides=22,
    )
    parts.add(bag.placed(0.25, 0.42))
    for k in range(7):
        a = k * 1.1
        loop = [
            (0.25 + 0.10 * np.cos(a), 0.42 + 0.10 * np.sin(a), 0.25),
            (0.25 + 0.04 * np.cos(a + 1), 0.42 + 0.04 * np.sin(a + 1), 0.35 + 0.02 * (k % 3)),
            (0.25 + 0.11 * np.cos(a + 2), 0.42 + 0.11 * np.sin(a + 2), 0.25),
        ]
        parts.add(tube(smooth(loop, 5), 0.0065, LINE, sides=6))
    parts.add(
        tube(
            smooth(
                [(0.38, 0.46, 0.33), (0.46, 0.50, 0.18), (0.50, 0.44, 0.01), (0.62, 0.36, 0.01), (0.70, 0.46, 0.01)], 6
            ),
            0.0065,
            LINE,
            sides=6,
        )
    )
    parts.add(_winch().placed(-0.25, 0.36, 0.0, h=25, p=0), _hook().placed(0.72, 0.48, 0.012, p=90))
