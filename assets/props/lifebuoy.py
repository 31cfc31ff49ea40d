"""The lifebuoy on its rack at the quay, or the empty rack."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, box, lathe, smooth, torus, tube
from assets.modelling.materials import (
    RED_PAINT,
    STEEL,
    Material,
    painted,
)

BUOY_ORANGE = painted(0.86, 0.16, 0.015, 0.45, 0.1)
BUOY_WHITE = painted(0.82, 0.82, 0.80, 0.4, 0.1)
LINE = Material((0.78, 0.42, 0.06), "rope", 0.9, 0.0, 0.5, scale=14.0)
ROTTEN = Material((0.20, 0.17, 0.12), "rope", 0.95, 0.0, 0.8, scale=10.0)


@prop("lifebuoy")
def lifebuoy(request: PropRequest) -> Model:
    """A red rack 1.2 m high, ring and line to +y; ``missing``: empty hooks and the rotten end of a rope;
    ``floating``: ring and line alone, as they float."""
    parts = Assembly()
    if request.state == "floating":
        parts.add(_ring().placed(0, 0, 0.03), _line_on_the_water())
        return parts.model()
    for x in (-0.28, 0.28):
        parts.add(
            box(0.05, 0.05, 1.18, RED_PAINT, bevel=0.008).placed(x, -0.05),
            box(0.14, 0.18, 0.012, RED_PAINT, bevel=0.004).placed(x, -0.04),
        )
    parts.add(
        box(0.78, 0.02, 0.70, RED_PAINT, bevel=0.006).placed(0, -0.035, 0.30),
        box(0.84, 0.20, 0.03, RED_PAINT, bevel=0.01).placed(0, 0.0, 1.17, p=-8),
    )
    parts.sign("lifebuoy_label", 0.64, 0.16, 0, -0.0235, 1.02)
    hooks = [
        tube(smooth([(x, -0.03, z), (x, 0.06, z - 0.01), (x, 0.075, z + 0.04)], 4), 0.009, STEEL, sides=7)
        for x, z in ((-0.17, 0.80), (0.17, 0.80), (-0.24, 0.46), (0.24, 0.46))
    ]
    parts.add(*hooks)
    if request.state == "missing":
        ghost = lathe([(0.24, 0), (0.37, 0), (0.37, 0.001), (0.24, 0.001), (0.24, 0)], RED_PAINT.shade(1.35), sides=34)
        parts.add(ghost.placed(0, -0.0245, 0.65, p=-90))
        rope = [(0.24, 0.055, 0.47), (0.255, 0.075, 0.36), (0.25, 0.06, 0.22), (0.27, 0.07, 0.12)]
        parts.add(
            tube(smooth(rope, 6), 0.009, ROTTEN, sides=7),
            torus(0.035, 0.008, ROTTEN, sides=14, section=6).placed(0.24, 0.06, 0.44, h=90, r=90),
        )
        rng = np.random.default_rng(9)
        parts.add(
            *(
                tube(
                    [
                        (0.27, 0.07, 0.125),
                        (0.27 + rng.normal(0, 0.018), 0.07 + rng.normal(0, 0.018), 0.125 - rng.uniform(0.04, 0.11)),
                    ],
                    [0.0025, 0.001],
                    ROTTEN.shade(1.5),
                    sides=3,
                )
                for _ in range(16)
            )
        )
        parts.add(
            tube(
                smooth([(-0.25, -0.02, 0.30), (-0.255, -0.024, 0.18), (-0.25, -0.024, 0.05)], 3),
                0.012,
                Material((0.30, 0.12, 0.05), "rust", 0.8, 0, 0.1),
                sides=6,
                squash=(1, 0.2),
            )
        )
        return parts.model()
    parts.add(_ring().placed(0, 0.035, 0.67, p=90))
    _line(parts)
    return parts.model()


def _ring() -> Mesh:
    """A lifebuoy 0.72 m across lying flat: orange with four white bands, and its grab line."""
    pieces = []
    for k in range(8):
        white = k % 2 == 1
        span = 26 if white else 64
        start = k // 2 * 90 + (64 if white else 0)
        angle = np.radians(np.linspace(start, start + span, 8 if not white else 4))
        path = np.column_stack([0.29 * np.cos(angle), 0.29 * np.sin(angle), np.zeros(len(angle))])
        pieces.append(
            tube(path, 0.072 if not white else 0.0735, BUOY_WHITE if white else BUOY_ORANGE, sides=14, squash=(1, 0.78))
        )
    for k in range(4):
        a0, a1 = np.radians(77 + 90 * k), np.radians(77 + 90 * (k + 1))
        middle = (a0 + a1) / 2
        pieces.append(
            tube(
                smooth(
                    [
                        (0.365 * np.cos(a0), 0.365 * np.sin(a0), 0),
                        (0.40 * np.cos(middle), 0.40 * np.sin(middle), 0),
                        (0.365 * np.cos(a1), 0.365 * np.sin(a1), 0),
                    ],
                    5,
                ),
                0.006,
                LINE,
                sides=6,
            )
        )
    return joined(pieces)


def _line_on_the_water() -> Mesh:
    """The end of the line that trails from the ring to -x."""
    wave = [(-0.36, 0.0), (-0.62, 0.10), (-0.95, -0.06), (-1.30, 0.08), (-1.62, -0.02), (-1.95, 0.05)]
    return tube(smooth([(x, y, 0.02) for x, y in wave], 5), 0.007, LINE, sides=6)


def _line(parts: Assembly) -> None:
    """Thirty metres of floating line hung in loops on the lower hook."""
    for k in range(9):
        drop = 0.30 + 0.02 * np.sin(k * 2.1)
        x = -0.25 + 0.008 * k
        loop = [
            (x, 0.06 + 0.006 * k, 0.47),
            (x - 0.07, 0.07 + 0.004 * k, 0.34),
            (x - 0.015, 0.075, 0.47 - drop),
            (x + 0.055, 0.07, 0.34),
            (x, 0.06 + 0.006 * k, 0.47),
        ]
        parts.add(tube(smooth(loop, 5), 0.0055, LINE, sides=6))
    parts.add(
        tube(
            smooth([(-0.2, 0.075, 0.40), (-0.1, 0.09, 0.30), (0.02, 0.09, 0.36), (0.05, 0.075, 0.42)], 4),
            0.0055,
            LINE,
            sides=6,
        )
    )
