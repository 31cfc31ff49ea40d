"""What machines are worked with and tell by: push buttons, emergency stops, signal lamps."""

from __future__ import annotations

from assets.modelling import Assembly, Material, lathe, plastic
from assets.modelling.materials import BLACK_PLASTIC, RED_PAINT, SAFETY_YELLOW, STEEL

LIT_GREEN = plastic(0.10, 0.95, 0.25)
LIT_RED = plastic(1.0, 0.10, 0.05)
LIT_AMBER = plastic(1.0, 0.55, 0.06)
LIT_BLUE = plastic(0.15, 0.45, 1.0)
UNLIT = plastic(0.10, 0.10, 0.095)


def push_button(
    parts: Assembly, x: float, y: float, z: float, colour: Material, *, radius: float = 0.014, lit: bool = False
) -> None:
    """A button in its steel ring on a face that looks to +y."""
    collar = lathe(
        [(0, 0), (radius * 1.25, 0), (radius * 1.25, 0.006), (radius * 1.05, 0.009), (0, 0.009)], STEEL, sides=14
    )
    cap = lathe([(0, 0), (radius, 0), (radius, 0.016), (radius * 0.8, 0.02), (0, 0.02)], colour, sides=14)
    parts.add(collar.placed(p=-90).placed(x, y, z))
    parts.add(cap.placed(p=-90).placed(x, y, z), to="glow" if lit else "opaque")


def mushroom(parts: Assembly, x: float, y: float, z: float, *, radius: float = 0.030) -> None:
    """A red emergency stop button on its yellow disc, on a face that looks to +y."""
    disc = lathe([(0, 0), (radius * 1.5, 0), (radius * 1.5, 0.004), (0, 0.004)], SAFETY_YELLOW, sides=22)
    neck = lathe([(0, 0), (radius * 0.6, 0), (radius * 0.6, 0.02), (0, 0.02)], BLACK_PLASTIC, sides=12)
    head = [
        (0, 0.016),
        (radius * 0.9, 0.016),
        (radius, 0.024),
        (radius * 0.96, 0.036),
        (radius * 0.6, 0.044),
        (0, 0.046),
    ]
    for piece in (disc, neck, lathe(head, RED_PAINT, sides=20, split=50)):
        parts.add(piece.placed(p=-90).placed(x, y, z))


def beacon_dome(
    parts: Assembly, x: float, y: float, z: float, colour: Material, *, lit: bool, radius: float = 0.05
) -> None:
    """A round signal lamp standing at x, y, z: black foot, coloured dome."""
    foot = [(0, 0), (radius * 1.15, 0), (radius * 1.15, radius * 0.45), (radius, radius * 0.6), (0, radius * 0.6)]
    dome = [
        (0, radius * 0.6),
        (radius * 0.92, radius * 0.6),
        (radius * 0.92, radius * 1.6),
        (radius * 0.7, radius * 2.1),
        (radius * 0.3, radius * 2.35),
        (0, radius * 2.4),
    ]
    parts.add(lathe(foot, BLACK_PLASTIC, sides=18).placed(x, y, z))
    parts.add(
        lathe(dome, colour if lit else colour.shade(0.35), sides=18, split=50).placed(x, y, z),
        to="glow" if lit else "opaque",
    )
