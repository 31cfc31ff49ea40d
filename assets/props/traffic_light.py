"""The signals of a junction: a mast with an arm, three round lamps for vehicles, three for cycles, by phase."""

from __future__ import annotations

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Model
from assets.modelling import Assembly, bolt, box, lathe, ring, rod, rounded_box, smooth, torus, tube
from assets.modelling.materials import ALUMINIUM, DARK_STEEL, STEEL, painted, plastic

CASE = plastic(0.018, 0.019, 0.021, 0.5)
MAST = painted(0.60, 0.62, 0.63, 0.4, 0.1)
LIT = {"red": (1.0, 0.05, 0.03), "amber": (1.0, 0.55, 0.04), "green": (0.06, 1.0, 0.45)}
DARK = {"red": (0.10, 0.012, 0.010), "amber": (0.10, 0.055, 0.008), "green": (0.010, 0.07, 0.035)}
ORDER = ("green", "amber", "red")
"""From below upwards."""


@prop("traffic_light")
def traffic_light(request: PropRequest) -> Model:
    """A mast 6.2 m high whose arm reaches 4 m to +x; heads face +y. States are the phases: red, amber, green."""
    parts = Assembly()
    parts.add(
        lathe(
            [(0, 0), (0.20, 0), (0.20, 0.03), (0.11, 0.06), (0.105, 1.2), (0.075, 6.1), (0.05, 6.2), (0, 6.2)],
            MAST,
            sides=14,
        )
    )
    parts.add(
        ring(bolt(0.018, 0.03).placed(0.155, 0, 0.03), 4, 45),
        box(0.14, 0.02, 0.34, MAST.shade(0.8), bevel=0.006).placed(0, 0.095, 0.7),
    )
    arm = smooth([(0, 0, 5.2), (0.6, 0, 5.65), (1.6, 0, 5.8), (4.2, 0, 5.9)], 5)
    parts.add(
        tube(arm, [0.075 - 0.035 * k / (len(arm) - 1) for k in range(len(arm))], MAST, sides=10),
        rod((0.02, 0, 4.6), (1.1, 0, 5.72), 0.03, MAST, sides=8),
    )
    _head(parts, 3.6, 0.05, 5.05, request.state, 0.15)
    parts.add(box(0.05, 0.05, 0.16, DARK_STEEL, bevel=0.006).placed(3.6, 0, 5.78))
    _head(parts, 0.0, 0.16, 3.0, request.state, 0.15)
    _head(parts, 0.0, 0.16, 2.05, request.state, 0.10)
    parts.add(*(torus(0.105, 0.012, STEEL, sides=16, section=6).placed(0, 0, z) for z in (2.2, 2.6, 3.2, 3.8)))
    parts.add(rounded_box(0.30, 0.14, 0.16, ALUMINIUM, radius=0.04, segments=8).placed(1.9, 0.06, 5.84))
    return parts.model()


def _head(parts: Assembly, x: float, y: float, z: float, phase: str, radius: float) -> None:
    """Three lamps one above the other on a black board, each under its visor; only the phase's is lit."""
    pitch = radius * 2.25
    parts.add(rounded_box(radius * 2.5, 0.13, pitch * 3 + 0.05, CASE, radius=0.03, segments=8).placed(x, y, z))
    parts.add(box(radius * 3.3, 0.012, pitch * 3 + 0.22, CASE, bevel=0.004).placed(x, y - 0.03, z - 0.085))
    for k, colour in enumerate(ORDER):
        at = z + pitch * (k + 0.5) + 0.02
        lit = colour == phase
        lens = lathe(
            [(0, 0.028), (radius * 0.5, 0.022), (radius * 0.9, 0.006), (radius * 0.95, 0)][::-1],
            plastic(*(LIT if lit else DARK)[colour], 0.12),
            sides=22,
            split=60,
        )
        parts.add(lens.placed(x, y + 0.066, at, p=-90), to="glow" if lit else "opaque")
        hood = lathe([(radius * 1.03, 0), (radius * 1.05, radius * 1.5)], CASE, sides=18, turn=(-20.0, 200.0), split=70)
        parts.add(hood.placed(p=-90).placed(x, y + 0.066, at))
        if lit:
            parts.lamp(Lamp((x, y + 0.12, at), (0, 1, -0.1), LIT[colour], 1.2 if radius > 0.12 else 0.5, 110))
