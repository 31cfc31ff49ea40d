"""The bell-shaped lamp of high halls: those of the hall itself, and those that a scenario hangs into it."""

from __future__ import annotations

from assets.modelling import Assembly, lathe, painted, plastic, rod
from assets.modelling.materials import DARK_STEEL, GREY_PAINT

LAMP_FACE = plastic(1.0, 0.97, 0.90)
_BELL = [(0.06, 0.26), (0.12, 0.19), (0.215, 0.0), (0.225, 0.0), (0.21, 0.06), (0.13, 0.20), (0.10, 0.28), (0.06, 0.30)]


def high_bay_bell(parts: Assembly, x: float, y: float, z: float, *, lit: bool, hung: float = 1.0) -> None:
    """The lamp without its light: its face at ``z``, on a pipe ``hung`` metres long."""
    parts.add(
        lathe(_BELL, painted(0.50, 0.53, 0.54), sides=16, split=50).placed(x, y, z),
        lathe([(0, 0.28), (0.09, 0.28), (0.09, 0.46), (0.05, 0.50), (0, 0.50)], DARK_STEEL, sides=12).placed(x, y, z),
        rod((x, y, z + 0.5), (x, y, z + 0.5 + hung), 0.010, GREY_PAINT, sides=5),
    )
    face = [(0, 0.015), (0.20, 0.015), (0.20, 0.02), (0, 0.02)]
    shown = LAMP_FACE if lit else LAMP_FACE.shade(0.3)
    parts.add(lathe(face, shown, sides=16).placed(x, y, z), to="glow" if lit else "opaque")
