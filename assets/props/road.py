"""Roadside things: warning triangle, cone, emergency telephone, and the driving recorder's display."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined, model_of
from assets.modelling import box, extrude, lathe, rod, rounded_box, sign_quad, smooth, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    CABLE_BLACK,
    CONCRETE,
    DARK_STEEL,
    ORANGE_PAINT,
    RUBBER,
    STEEL,
    Material,
    plastic,
)
from assets.props.telephones import telephone

RETRO_RED = Material((0.78, 0.03, 0.03), "paint", 0.22, 0.0, 0.02)
RETRO_WHITE = Material((0.88, 0.88, 0.86), "paint", 0.25, 0.0, 0.05)
FLUORESCENT = Material((0.95, 0.16, 0.02), "paint", 0.55, 0.0, 0.05)


def _bars(side: float, width: float, thick: float, material: Material) -> Mesh:
    """The three bars of an upright triangle of outer ``side``, standing on z = 0, ``thick`` along y."""
    high = side * np.sqrt(3) / 2
    inset = width * np.sqrt(3)
    outer = [(-side / 2, 0), (side / 2, 0), (0, high)]
    inner = [(-side / 2 + inset, width), (side / 2 - inset, width), (0, high - 2 * width)]
    return extrude(outer, thick, material, holes=[inner], wear=0.2).placed(p=90).placed(0, thick / 2, 0)


@prop("warning_triangle")
def warning_triangle(_request: PropRequest) -> Model:
    """A folding warning triangle, 0.5 m wide, 0.45 m high, on its wire feet."""
    lift = 0.035
    retro = _bars(0.48, 0.042, 0.014, RETRO_RED).placed(z=lift)
    bright = _bars(0.365, 0.026, 0.010, FLUORESCENT).placed(z=lift + 0.041)
    frame = _bars(0.492, 0.010, 0.020, BLACK_PLASTIC).placed(z=lift - 0.006)
    feet = [
        tube(smooth([(x, y, 0.008), (x * 0.55, y * 0.4, 0.016), (0, 0, lift + 0.01)], 3), 0.0055, STEEL, sides=6)
        for x in (-0.22, 0.22)
        for y in (-0.14, 0.14)
    ]
    pads = [
        lathe([(0, 0), (0.014, 0), (0.012, 0.014), (0, 0.016)], RUBBER, sides=8).placed(x, y)
        for x in (-0.22, 0.22)
        for y in (-0.14, 0.14)
    ]
    rivets = [
        lathe([(0, -0.012), (0.009, -0.012), (0.009, 0.012), (0, 0.012)], STEEL, sides=8).placed(x, 0, z, p=90)
        for x, z in ((-0.212, lift + 0.018), (0.212, lift + 0.018), (0, lift + 0.385))
    ]
    return model_of(("opaque", joined([retro, bright, frame, *feet, *pads, *rivets])))


@prop("traffic_cone")
def traffic_cone(_request: PropRequest) -> Model:
    """A rubber cone 0.7 m high with two retro-reflecting collars."""

    def radius(z: float) -> float:
        return 0.125 - 0.098 * (z - 0.03) / 0.65

    base = rounded_box(0.36, 0.36, 0.035, BLACK_PLASTIC.but(texture="rubber"), radius=0.012, segments=12)
    foot = lathe([(0.155, 0.03), (0.148, 0.045), (0.128, 0.055), (radius(0.22), 0.22)], ORANGE_PAINT, sides=20)
    waist = lathe([(radius(0.34), 0.34), (radius(0.46), 0.46)], ORANGE_PAINT, sides=20)
    neck = lathe(
        [(radius(0.56), 0.56), (radius(0.66), 0.66), (0.030, 0.685), (0.024, 0.70), (0, 0.70)], ORANGE_PAINT, sides=20
    )
    collars = [
        lathe(
            [(radius(z0), z0), (radius(z0) + 0.003, z0), (radius(z1) + 0.003, z1), (radius(z1), z1)],
            RETRO_WHITE,
            sides=20,
        )
        for z0, z1 in ((0.22, 0.34), (0.46, 0.56))
    ]
    return model_of(("opaque", joined([base, foot, waist, neck, *collars])))


@prop("phone_post")
def phone_post(request: PropRequest) -> Model:
    """An emergency telephone on its pillar, with the kilometre plate above; reads from +y. Variants: ``telephones``."""
    if request.variant not in (None, "road"):
        return telephone(request.variant)
    shell = plastic(0.90, 0.24, 0.03, 0.4)
    plinth = box(0.46, 0.30, 0.12, CONCRETE, bevel=0.02)
    column = rounded_box(0.30, 0.20, 1.42, shell, radius=0.05).placed(0, 0, 0.10)
    hood = rounded_box(0.42, 0.28, 0.12, shell, radius=0.05).placed(0, 0, 1.46)
    cheeks = [rounded_box(0.03, 0.26, 0.5, shell, radius=0.012, segments=8).placed(x, 0.02, 1.0) for x in (-0.19, 0.19)]
    plate = box(0.24, 0.012, 0.34, DARK_STEEL, bevel=0.004).placed(0, 0.106, 1.06)
    speaker = [
        rod((x, 0.105, z), (x, 0.116, z), 0.007, BLACK_PLASTIC, sides=6)
        for x in np.linspace(-0.06, 0.06, 5)
        for z in np.linspace(1.24, 1.34, 4)
    ]
    button = lathe([(0, 0), (0.038, 0), (0.034, 0.018), (0, 0.022)], RETRO_RED, sides=16).placed(0, 0.112, 1.14, p=-90)
    collar = lathe([(0.038, 0), (0.052, 0), (0.052, 0.012), (0.038, 0.012), (0.038, 0)], STEEL, sides=16).placed(
        0, 0.112, 1.14, p=-90
    )
    mast = rod((0.17, -0.06, 0.1), (0.17, -0.06, 2.16), 0.022, STEEL)
    panel = box(0.30, 0.012, 0.44, STEEL, bevel=0.006).placed(0.05, -0.025, 1.74)
    cable = tube(smooth([(-0.1, -0.1, 0.5), (-0.12, -0.14, 0.3), (-0.14, -0.15, 0.05)], 4), 0.012, CABLE_BLACK, sides=6)
    body = joined([plinth, column, hood, *cheeks, plate, *speaker, button, collar, mast, panel, cable])
    signs = [
        sign_quad("km_post", 0.28, 0.42).placed(0.05, -0.016, 1.75),
        sign_quad("sos_phone", 0.27, 0.31).placed(0, 0.104, 0.60),
    ]
    return model_of(("opaque", body), *[("sign", each) for each in signs])
