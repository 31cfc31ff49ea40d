"""The electrical panel inside a flat: breakers with a residual current device, or old knife switches without one."""

from __future__ import annotations

import numpy as np

from assets.mesh import Model
from assets.modelling import Assembly, block, bolt, box, lathe, rod, rounded_box, shell, smooth, solid, tube
from assets.modelling.materials import BLACK_PLASTIC, BRASS, CERAMIC, COPPER, WHITE_PAINT, Material, plastic
from assets.props.parts.electrical_parts import device

PLATE = Material((0.42, 0.30, 0.18), "wood", 0.7, 0.0, 0.05)
BAKELITE = plastic(0.060, 0.030, 0.020, 0.3)
WIRES = (plastic(0.55, 0.05, 0.04), plastic(0.05, 0.16, 0.50))


def home_panel(state: str) -> Model:
    """0.35 x 0.1 x 0.25 m, its back to the wall at y -0.05; ``rcd`` or ``no_rcd``."""
    return _breakers() if state == "rcd" else _knife_switches()


def _breakers() -> Model:
    """A white flush box, its cover swung up: main switch, an RCD with its test button, four breakers."""
    parts = Assembly()
    outer, inner = block(0.35, 0.075, 0.25, 0, -0.012), block(0.32, 0.2, 0.22, 0, 0.058, 0.015)
    parts.add(
        shell(outer, inner, WHITE_PAINT.but(bump=0.03)),
        box(0.318, 0.004, 0.218, plastic(0.66, 0.67, 0.68, 0.5), bevel=0.001).placed(0, -0.04, 0.016),
    )
    cover = block(0.31, 0.004, 0.21, 0, 0, 0) - block(0.272, 0.1, 0.055, 0, 0, 0.085)
    parts.add(solid(cover, WHITE_PAINT.shade(0.96).but(bump=0.03)).placed(0, 0.022, 0.02))
    parts.sign("home_box_label", 0.22, 0.06, 0.0, 0.0245, 0.150)
    x = 0.118
    for face in ("breaker_face", "home_rcd_face", "breaker_face", "breaker_face", "breaker_face", "breaker_face"):
        w = 0.054 if face == "home_rcd_face" else 0.034
        device(parts, x - w / 2, -0.035, 0.075, w - 0.001, 0.075, face)
        if face == "home_rcd_face":
            parts.add(
                box(0.009, 0.010, 0.009, plastic(0.80, 0.55, 0.02), bevel=0.002).placed(x - w + 0.012, 0.033, 0.108)
            )
        x -= w
    door = Assembly()
    door.add(box(0.33, 0.006, 0.15, Material((0.5, 0.53, 0.55), "paint", 0.1, 0, 0), bevel=0.002), to="glass")
    parts.include(door, 0, 0.030, 0.205, p=68)
    return parts.model()


def _knife_switches() -> Model:
    """A wooden board with a knife switch on porcelain, two fuse holders and loose wires."""
    parts = Assembly()
    parts.add(
        box(0.35, 0.022, 0.25, PLATE, bevel=0.006).placed(0, -0.038),
        *(bolt(0.006, 0.004, BRASS).placed(x, -0.027, z, p=-90) for x in (-0.16, 0.16) for z in (0.018, 0.232)),
    )
    parts.add(rounded_box(0.085, 0.018, 0.19, CERAMIC, radius=0.007, segments=8).placed(0.095, -0.018, 0.03))
    for x in (0.075, 0.115):
        parts.add(
            box(0.010, 0.022, 0.020, COPPER, bevel=0.002).placed(x, 0.0, 0.165),
            box(0.010, 0.022, 0.020, COPPER, bevel=0.002).placed(x, 0.0, 0.070),
        )
        parts.add(box(0.006, 0.004, 0.105, COPPER, bevel=0.001).placed(x, 0.012, 0.075))
    cover = lathe(
        [(0.0, 0.034), (0.02, 0.033), (0.036, 0.024), (0.043, 0.0)][::-1], BAKELITE, sides=20, turn=(0.0, 180.0)
    )
    parts.add(
        cover.placed(p=-90).placed(0.095, -0.006, 0.052),
        rounded_box(0.075, 0.030, 0.055, BAKELITE, radius=0.012, segments=8).placed(0.095, 0.005, 0.038),
    )
    parts.add(
        rod((0.095, 0.018, 0.150), (0.095, 0.044, 0.158), 0.008, BLACK_PLASTIC, sides=10),
        box(0.052, 0.010, 0.016, BAKELITE, bevel=0.003).placed(0.095, 0.014, 0.142),
    )
    for x in (-0.03, -0.11):
        parts.add(
            rounded_box(0.050, 0.026, 0.080, CERAMIC, radius=0.008, segments=8).placed(x, -0.014, 0.11),
            rounded_box(0.030, 0.016, 0.050, CERAMIC.shade(0.9), radius=0.006, segments=8).placed(x, 0.006, 0.125),
        )
        parts.add(
            tube(
                smooth([(x, 0.010, 0.186), (x + 0.006, 0.018, 0.160), (x - 0.004, 0.018, 0.135), (x, 0.010, 0.112)], 3),
                0.0012,
                COPPER,
                sides=4,
            )
        )
    rng = np.random.default_rng(30)
    ends = (
        ((0.075, 0.0, 0.19), (-0.03, -0.01, 0.19)),
        ((0.115, 0.0, 0.19), (-0.11, -0.01, 0.19)),
        ((0.075, 0.0, 0.06), (0.02, -0.02, -0.02)),
        ((0.115, 0.0, 0.06), (0.05, -0.02, -0.03)),
        ((-0.03, -0.01, 0.11), (-0.06, -0.02, -0.03)),
        ((-0.11, -0.01, 0.11), (-0.10, -0.02, -0.02)),
    )
    for k, (a, b) in enumerate(ends):
        lift = 0.035 if k < 2 else -0.02
        middle = (np.add(a, b) / 2 + (rng.uniform(-0.02, 0.02), 0.022, lift)).tolist()
        parts.add(tube(smooth([a, middle, b], 5), 0.0032, WIRES[k % 2], sides=6))
    parts.sign("当心触电", 0.055, 0.069, -0.125, -0.0258, 0.012)
    return parts.model()
