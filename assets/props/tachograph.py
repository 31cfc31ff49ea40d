"""The driving recorder on a lorry's dashboard, with its lit clock and the bar of the time allowed."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, Model, joined, model_of
from assets.modelling import Material, box, plastic, rod, rounded_box, sign_quad
from assets.modelling.materials import BLACK_PLASTIC, GREY_PLASTIC

SEGMENTS = {"0": "abcdef", "4": "bcfg", "5": "acdfg"}
"""Which bars of a seven-segment digit are lit, as they are usually lettered."""


def _digit(figure: str, w: float, h: float, ink: Material) -> Mesh:
    """A lit seven-segment digit, ``w`` x ``h`` metres, centred, read from +y."""
    t = w * 0.26
    level = {"a": (0, h / 2), "g": (0, 0), "d": (0, -h / 2)}
    upright = {"f": (w / 2, h / 4), "b": (-w / 2, h / 4), "e": (w / 2, -h / 4), "c": (-w / 2, -h / 4)}
    bars = [
        box(w - t * 0.7, 0.002, t, ink, bevel=0.0006, centred=True).placed(x, 0, z)
        for name, (x, z) in level.items()
        if name in SEGMENTS[figure]
    ]
    bars += [
        box(t, 0.002, h / 2 - t * 0.7, ink, bevel=0.0006, centred=True).placed(x, 0, z)
        for name, (x, z) in upright.items()
        if name in SEGMENTS[figure]
    ]
    return joined(bars)


def _lit_face(clock: str, share: float, ink: Material) -> Mesh:
    """The lamps of the display: hours and minutes, and the bar of the time allowed."""
    front = 0.0262
    places = (0.012, -0.028, -0.088, -0.128)
    figures = [
        _digit(figure, 0.026, 0.050, ink).placed(x, front, 0.118)
        for figure, x in zip(clock.replace(":", ""), places, strict=True)
    ]
    dots = [
        box(0.006, 0.002, 0.006, ink, bevel=0.0006, centred=True).placed(-0.058, front, 0.118 + z)
        for z in (-0.011, 0.011)
    ]
    length = max(0.008, 0.272 * share)
    bar = box(length, 0.002, 0.010, ink, bevel=0.0006, centred=True).placed(0.136 - length / 2, front, 0.0692)
    return joined([*figures, *dots, bar])


def tachograph(state: str) -> Model:
    """The recorder, 0.34 x 0.2 m, its display to +y; ``high`` shows 04:50 in red."""
    high = state == "high"
    ink = plastic(1.0, 0.05, 0.03) if high else plastic(0.08, 0.85, 0.22)
    case = rounded_box(0.34, 0.055, 0.20, BLACK_PLASTIC, radius=0.018).placed(0, -0.004)
    keys = [
        rounded_box(0.03, 0.008, 0.014, GREY_PLASTIC, radius=0.003, segments=8).placed(x, 0.025, 0.006)
        for x in np.linspace(-0.1, 0.1, 5)
    ]
    stalk = rod((0, -0.02, 0.02), (0, -0.028, -0.02), 0.012, BLACK_PLASTIC)
    face = sign_quad("tachograph_red" if high else "tachograph_rested", 0.304, 0.165, roughness=0.25).placed(
        0, 0.0246, 0.026
    )
    lit = _lit_face("04:50", 0.97, ink) if high else _lit_face("00:00", 0.02, ink)
    return model_of(("opaque", joined([case, *keys, stalk])), ("glow", lit), ("sign", face))
