"""A sewage manhole: its frame and cover, and when open the shaft down to 3.3 m with the cover beside it."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, lathe, rod, torus, tube
from assets.modelling.materials import CONCRETE, DARK_STEEL, RUSTY_STEEL, Material
from assets.modelling.surfaces import sign_flat

IRON = Material((0.115, 0.115, 0.12), "rust", 0.55, 0.4, 0.6, scale=2.0)
SLIME = Material((0.11, 0.105, 0.075), "mud", 0.55, 0.0, 0.7)
SLUDGE = Material((0.022, 0.021, 0.016), "paint", 0.12, 0.0, 0.1)
SHAFT = CONCRETE.shade(0.55)
RADIUS, BOTTOM = 0.35, -3.32


@prop("manhole")
def manhole(request: PropRequest) -> Model:
    """0.7 m across, flush with the ground; ``open``: the shaft, its pipe, sludge at z -3.3, the cover at x -0.95."""
    parts = Assembly()
    frame = [
        (0.36, -0.10),
        (0.43, -0.10),
        (0.43, 0.006),
        (0.42, 0.012),
        (0.365, 0.012),
        (0.355, 0.004),
        (0.355, -0.04),
        (0.34, -0.045),
        (0.34, -0.10),
        (0.36, -0.10),
    ]
    parts.add(lathe(frame, IRON, sides=40, split=30))
    if request.state == "covered":
        parts.add(_cover().placed(0, 0, -0.036))
        parts.add(sign_flat("manhole_cover", 0.66, 0.66).placed(0, 0, 0.0125), to="sign")
        return parts.model()
    _shaft(parts)
    parts.add(_cover().placed(-0.92, 0.12, 0.0, r=3))
    parts.add(sign_flat("manhole_cover", 0.66, 0.66).placed(-0.92, 0.12, 0.0495, h=24).placed(0, 0, 0), to="sign")
    parts.add(*_hook())
    return parts.model()


def _cover() -> Mesh:
    """The cast cover 5 cm thick, its rim and keyholes."""
    plate = lathe(
        [(0, 0), (0.33, 0), (0.345, 0.012), (0.345, 0.047), (0.335, 0.048), (0, 0.048)], IRON, sides=40, split=30
    )
    return joined([plate, torus(0.338, 0.005, IRON, sides=40, section=5).placed(0, 0, 0.046)])


def _shaft(parts: Assembly) -> None:
    """The narrowing neck and the shaft of rings seen from inside, slime below, an inlet pipe and the sludge."""
    neck = [
        (0.56, -1.65),
        (0.56, -0.9),
        (0.44, -0.30),
        (0.42, -0.02),
        (0.36, -0.02),
        (0.37, -0.35),
        (0.50, -0.95),
        (0.50, -1.65),
    ]
    lower = [(0.56, BOTTOM), (0.56, -1.65), (0.50, -1.65), (0.505, -2.4), (0.50, BOTTOM)]
    parts.add(
        lathe([*neck, neck[0]], SHAFT, sides=30, split=40, wear=0.2),
        lathe([*lower, lower[0]], SLIME, sides=30, split=40),
    )
    for z in (-0.95, -1.65, -2.35):
        parts.add(
            lathe(
                [
                    (0.51, z - 0.02),
                    (0.51, z + 0.02),
                    (0.497, z + 0.02),
                    (0.488, z),
                    (0.497, z - 0.02),
                    (0.51, z - 0.02),
                ],
                SLIME.shade(0.6),
                sides=30,
            )
        )
    parts.add(lathe([(0.50, BOTTOM), (0.25, BOTTOM + 0.006), (0, BOTTOM)], SLUDGE, sides=24))
    pipe = lathe([(0.15, 0), (0.17, 0), (0.17, 0.22), (0.15, 0.22), (0.15, 0)], CONCRETE.shade(0.35), sides=20).placed(
        -0.36, 0, -2.85, r=-90
    )
    parts.add(
        pipe,
        lathe([(0, 0), (0.15, 0), (0, 0.001)], Material((0.004, 0.004, 0.004)), sides=16).placed(-0.42, 0, -2.85, r=90),
    )
    rng = np.random.default_rng(24)
    for _ in range(7):
        a = rng.uniform(0, 2 * np.pi)
        x, y, top = 0.49 * np.cos(a), 0.49 * np.sin(a), rng.uniform(-2.2, -1.0)
        parts.add(
            tube(
                [(x, y, top), (x * 0.99, y * 0.99, top - rng.uniform(0.3, 0.9))],
                rng.uniform(0.006, 0.014),
                SLIME.shade(0.5),
                sides=4,
            )
        )


def _hook() -> list[Mesh]:
    """The lifting hook left lying by the cover."""
    return [
        rod((-1.35, -0.28, 0.012), (-0.80, -0.42, 0.012), 0.010, RUSTY_STEEL),
        torus(0.05, 0.009, RUSTY_STEEL, sides=14, section=6).placed(-1.40, -0.27, 0.012),
        rod((-0.80, -0.42, 0.012), (-0.76, -0.38, 0.012), 0.010, DARK_STEEL),
    ]
