"""What boxes of temporary power have in common: roof, hinges, padlock, wires, devices on a rail."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, bolt, box, profile, rod, rounded_box, sheet, smooth, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BRASS,
    RED_PAINT,
    SAFETY_YELLOW,
    STEEL,
    WHITE_PLASTIC,
    Material,
    plastic,
)

SHEET = SAFETY_YELLOW
LINING = Material((0.80, 0.78, 0.70), "paint", 0.5, 0.0, 0.1)
PHASES = (plastic(0.78, 0.60, 0.02), plastic(0.02, 0.30, 0.10), plastic(0.62, 0.03, 0.03), plastic(0.03, 0.14, 0.55))
"""The wires of three phases and neutral: yellow, green, red, blue."""
PE_WIRE = plastic(0.42, 0.60, 0.03)


def rain_roof(w: float, d: float, material: Material) -> Mesh:
    """A folded rain roof over ``w`` x ``d``, its lower edge at z = 0."""
    line = [(-d / 2 - 0.05, -0.03), (-d / 2 - 0.035, 0.0), (0, 0.06), (d / 2 + 0.035, 0.0), (d / 2 + 0.05, -0.03)]
    fold = sheet(line, 0.005, w + 0.08, material, wear=0.25)
    gable = [(-d / 2, 0.0), (d / 2, 0.0), (0, 0.055)]
    ends = [profile(gable, 0.004, material).placed(y=side * (w / 2 + 0.02)) for side in (-1, 1)]
    return joined([fold, *ends]).placed(h=90)


def louvres(w: float, count: int, material: Material) -> Mesh:
    """Pressed ventilation slots one above the other on a front face at y = 0."""
    slot = sheet([(0, 0), (0.016, 0.006), (0.018, 0.012)], 0.003, w, material).placed(h=90)
    return joined([slot.placed(z=0.026 * k) for k in range(count)])


def padlock() -> Mesh:
    """A brass padlock with its shackle upward, hanging on z = 0.05."""
    shackle = tube(
        smooth([(-0.016, 0, 0.03), (-0.016, 0, 0.055), (0, 0, 0.072), (0.016, 0, 0.055), (0.016, 0, 0.03)], 4),
        0.0042,
        STEEL,
        sides=6,
    )
    return joined([rounded_box(0.044, 0.02, 0.038, BRASS, radius=0.006, segments=8), shackle])


def hinge(height: float) -> Mesh:
    """A hinge of ``height`` metres, its pin upright at the origin."""
    return rod((0, 0, -height / 2), (0, 0, height / 2), 0.01, STEEL, sides=8, wear=0.5)


def device(parts: Assembly, x: float, y: float, z: float, w: float, h: float, face: str, *, on: bool = True) -> None:
    """A breaker, switch or RCD on its rail: back at ``y``, lower edge at ``z``, its printed face to +y."""
    deep = 0.07
    low = deep * 0.62
    steps = ((0, 0), (low, 0), (low, 0.22), (deep, 0.27), (deep, 0.73), (low, 0.78), (low, 1), (0, 1))
    parts.add(profile([(a, b * h) for a, b in steps], w, WHITE_PLASTIC).placed(x, y, z, h=90))
    toggle = box(w * 0.30, 0.026, h * 0.09, BLACK_PLASTIC, bevel=0.003)
    parts.add(toggle.placed(x, y + deep + 0.008, z + h * (0.54 if on else 0.42)))
    parts.sign(face, w * 0.94, h * 0.45, x, y + deep + 0.0012, z + h * 0.275)
    if face == "rcd_face":
        button = box(w * 0.16, 0.012, h * 0.07, RED_PAINT, bevel=0.002)
        parts.add(button.placed(x - w * 0.27, y + deep + 0.002, z + h * 0.46))
    screw = bolt(0.0035, 0.004, BRASS).placed(p=-90)
    for dx in np.linspace(-0.34, 0.34, 4) * w:
        parts.add(*(screw.placed(x + dx, y + low, z + h * dz) for dz in (0.10, 0.90)))
