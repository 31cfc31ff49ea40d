"""The tower crane and its hook."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, Pass, joined, model_of
from assets.modelling import (
    Assembly,
    arc,
    ball,
    block,
    box,
    cylinder,
    extrude,
    lathe,
    lattice,
    rod,
    rounded_box,
    sign_quad,
    smooth,
    solid,
    tube,
)  # fmt: skip
from assets.modelling.materials import (
    BLACK_PAINT,
    CONCRETE,
    DARK_STEEL,
    STEEL,
    WHITE_PAINT,
    WINDOW,
    YELLOW_PAINT,
    Material,
)  # fmt: skip
from assets.props.parts.hooks import lamellar_hook, shop_hook

Part = tuple[Pass, Mesh]
CRANE = YELLOW_PAINT.but(roughness=0.5)
WIRE = Material((0.10, 0.10, 0.105), "galvanised", 0.5, 0.5, 0.2)
JIB, COUNTER_JIB, TOP = 40.0, 12.0, 30.0
"""Reach of the jib and counter-jib, and the height of the jib's lower chord, metres."""


def _mast() -> Mesh:
    """The lattice mast with its sections' rings, ladder and base frame."""
    mast = lattice((0, 0, 0.3), (0, 0, 28.2), 1.45, 1.4, CRANE, chord=0.075, brace=0.034)
    rings = []
    for z in np.arange(0.3, 28.3, 2.8):
        rings += [box(1.5, 0.09, 0.09, CRANE, bevel=0.01, grid=3).placed(0, s * 0.725, z) for s in (-1, 1)]
        rings += [box(0.09, 1.5, 0.09, CRANE, bevel=0.01, grid=3).placed(s * 0.725, 0, z) for s in (-1, 1)]
    ladder = [rod((x, -0.45, 0.4), (x, -0.45, 28), 0.02, WHITE_PAINT, sides=5) for x in (-0.2, 0.2)]
    rungs = [
        rod((-0.2, -0.45, z), (0.2, -0.45, z), 0.013, WHITE_PAINT, sides=3, caps=False) for z in np.arange(0.6, 28, 0.6)
    ]
    base = [box(0.5, 0.5, 0.3, DARK_STEEL, bevel=0.02).placed(x, y) for x in (-0.72, 0.72) for y in (-0.72, 0.72)]
    return joined([mast, *rings, *ladder, *rungs, *base])


def _turntable() -> Mesh:
    ring = lathe(
        [(0, 28.1), (1.05, 28.1), (1.1, 28.25), (1.1, 28.6), (0.95, 28.75), (0.95, 29.1), (0, 29.1)],
        DARK_STEEL,
        sides=24,
    )
    deck = box(2.3, 2.3, 0.10, STEEL, bevel=0.02, grid=2).placed(0, 0, 28.0)
    rails = [
        rod((x0, y0, 29.0), (x1, y1, 29.0), 0.022, CRANE, sides=5)
        for x0, y0, x1, y1 in ((-1.1, -1.1, 1.1, -1.1), (1.1, -1.1, 1.1, 1.1), (-1.1, -1.1, -1.1, 1.1))
    ]
    posts = [rod((x, y, 28.05), (x, y, 29.0), 0.02, CRANE, sides=5) for x in (-1.1, 1.1) for y in (-1.1, 0, 1.1)]
    head = lattice((0, 0, 29.1), (0, 0, 36.6), 1.1, 1.25, CRANE, chord=0.065, brace=0.03)
    peak = box(0.5, 0.5, 0.5, CRANE, bevel=0.05).placed(0, 0, 36.5)
    return joined([ring, deck, *rails, *posts, head, peak])


def _jibs() -> Mesh:
    """Jib, counter-jib, pendants, counterweights, winch."""
    jib = lattice(
        (0, 0.6, TOP + 0.45), (0, JIB, TOP + 0.45), 1.15, 1.25, CRANE, chord=0.055, brace=0.028, triangular=True
    )
    chords = [
        box(0.10, JIB - 0.6, 0.10, CRANE, bevel=0.01, grid=8).placed(x, JIB / 2 + 0.3, TOP - 0.16)
        for x in (-0.575, 0.575)
    ]
    walkway = box(0.9, COUNTER_JIB - 0.5, 0.05, STEEL, bevel=0.01, grid=3).placed(0, -COUNTER_JIB / 2 - 0.2, TOP + 0.05)
    beams = [
        box(0.14, COUNTER_JIB, 0.26, CRANE, bevel=0.015, grid=4).placed(x, -COUNTER_JIB / 2, TOP - 0.2)
        for x in (-0.5, 0.5)
    ]
    handrail = [
        rod((x, -0.8, TOP + z), (x, -COUNTER_JIB, TOP + z), 0.02, CRANE, sides=5)
        for x in (-0.6, 0.6)
        for z in (0.6, 1.1)
    ]
    posts = [
        rod((x, y, TOP), (x, y, TOP + 1.1), 0.02, CRANE, sides=5)
        for x in (-0.6, 0.6)
        for y in np.arange(-12, -0.5, 1.9)
    ]
    weights = [
        box(1.3, 0.42, 2.5, CONCRETE, bevel=0.03, grid=1.5).placed(0, y, TOP - 2.3)
        for y in np.arange(-11.7, -9.4, 0.46)
    ]
    winch = [
        lathe(
            [(0, -0.4), (0.42, -0.4), (0.42, -0.34), (0.3, -0.3), (0.3, 0.3), (0.42, 0.34), (0.42, 0.4), (0, 0.4)], WIRE
        ).placed(0, -7.6, TOP + 0.5, r=90),
        box(0.7, 0.9, 0.7, DARK_STEEL, bevel=0.05).placed(0, -8.6, TOP + 0.1),
    ]
    pendants = [rod((0, 0, 36.8), (0, y, z), 0.035, WIRE, sides=4) for y, z in ((26.0, TOP + 1.3), (12.5, TOP + 1.3))]
    pendants += [rod((x, 0, 36.8), (x, -11.4, TOP + 0.1), 0.035, WIRE, sides=4) for x in (-0.4, 0.4)]
    return joined([jib, *chords, walkway, *beams, *handrail, *posts, *weights, *winch, *pendants])


def _cabin() -> list[Part]:
    """The operator's cabin, hung at the right below the jib."""
    body = block(1.15, 1.5, 2.05, 1.35, 0.9, 28.9)
    windows = block(0.95, 3, 1.25, 1.35, 1.6, 29.45) + block(3, 1.1, 0.9, 1.9, 1.0, 29.75)
    shell = solid(body - block(1.03, 1.38, 1.93, 1.35, 0.9, 28.96) - windows, WHITE_PAINT)
    panes = [
        box(0.95, 0.02, 1.25, WINDOW, bevel=0.004).placed(1.35, 1.62, 29.45),
        box(0.02, 1.1, 0.9, WINDOW, bevel=0.004).placed(1.90, 1.0, 29.75),
    ]
    seat = rounded_box(0.5, 0.5, 0.9, BLACK_PAINT, radius=0.1, segments=8).placed(1.35, 0.7, 29.0)
    return [
        ("opaque", joined([shell, seat])),
        ("glass", joined(panes)),
        ("sign", sign_quad("crane_plate", 1.0, 0.19).placed(1.93, 0.9, 29.2, h=-90)),
    ]


@prop("tower_crane")
def tower_crane(_request: PropRequest) -> Model:
    """A tower crane: its jib to +y, 40 m, at z 30; counter-jib 12 m to -y; heading slews it."""
    slogans = [
        ("sign", sign_quad("crane_slogan", 5.4, 0.66).placed(x, -5.2, TOP + 0.35, h=h))
        for x, h in ((0.64, -90), (-0.64, 90))
    ]
    lamp = ("glow", ball(0.09, Material((1.0, 0.1, 0.05)), sides=8).placed(0, 0, 37.1))
    return model_of(("opaque", joined([_mast(), _turntable(), _jibs()])), *_cabin(), *slogans, lamp)


# --- hook ----------------------------------------------------------------------------------------

JIB_ABOVE_HOOK = 16.0


def _hook() -> Mesh:
    """The forged hook with its latch, mouth to +x, its seat at z = 0."""
    bend = [(0.11 * x, 0, 0.11 * z) for x, z in arc(1.0, 150, -55, 14)[:, :2] * [1, -1]]
    path = [(0.0, 0, 0.36), (0.0, 0, 0.24), (-0.045, 0, 0.16), *[(x, y, z + 0.055) for x, y, z in bend][::1]]
    count = len(path)
    radius = np.interp(np.linspace(0, 1, count), [0, 0.2, 0.5, 0.8, 1], [0.030, 0.036, 0.044, 0.034, 0.014])
    body = tube(
        smooth(path, 3),
        np.interp(np.linspace(0, 1, (count - 1) * 3 + 1), np.linspace(0, 1, count), radius),
        CRANE,
        sides=10,
    )
    latch = box(0.016, 0.035, 0.17, STEEL, bevel=0.004).placed(0.065, 0, 0.085, r=-24)
    nut = lathe([(0, 0), (0.055, 0), (0.055, 0.05), (0, 0.06)], DARK_STEEL, sides=8).placed(z=0.35)
    return joined([body, latch, nut])


def _block() -> list[Part]:
    """The hook block: cheeks, two sheaves, weight plates."""
    cheek = [
        (-0.16, 0.0),
        (0.16, 0.0),
        (0.20, 0.10),
        (0.17, 0.26),
        (0.06, 0.34),
        (-0.06, 0.34),
        (-0.17, 0.26),
        (-0.20, 0.10),
    ]
    plates = [extrude(cheek, 0.03, CRANE).placed(p=90).placed(0, y + 0.015, 0.38) for y in (-0.12, 0.0, 0.12)]
    groove = [(0, -0.035), (0.15, -0.035), (0.125, 0.0), (0.15, 0.035), (0, 0.035)]
    sheaves = [lathe(groove, DARK_STEEL, sides=18).placed(p=90).placed(0, y, 0.56) for y in (-0.06, 0.06)]
    pin = solid(cylinder(0.035, 0.36, z=-0.18).rotate([90, 0, 0]).translate([0, 0, 0.56]), STEEL)
    cross = rounded_box(0.24, 0.26, 0.09, DARK_STEEL, radius=0.03, segments=8).placed(z=0.36)
    labels: list[Part] = [
        ("sign", sign_quad("hook_load", 0.15, 0.085).placed(0, y, 0.44, h=h)) for y, h in ((0.152, 0), (-0.152, 180))
    ]
    return [("opaque", joined([*plates, *sheaves, pin, cross])), *labels]


def _trolley() -> Mesh:
    """The carriage under the jib from which the ropes hang, and the four falls."""
    z = JIB_ABOVE_HOOK
    frame = [box(1.35, 0.09, 0.16, STEEL, bevel=0.015, grid=2).placed(0, y, z - 0.42) for y in (-0.55, 0.55)]
    frame += [box(0.08, 1.2, 0.12, STEEL, bevel=0.015, grid=2).placed(x, 0, z - 0.42) for x in (-0.6, 0.0, 0.6)]
    wheels = [
        lathe([(0, -0.04), (0.11, -0.04), (0.11, 0.04), (0, 0.04)], DARK_STEEL, sides=12).placed(x, y, z - 0.12, r=90)
        for x in (-0.66, 0.66)
        for y in (-0.5, 0.5)
    ]
    ropes = [
        rod((x, y, 0.56), (x * 1.6, y * 2, z - 0.4), 0.011, WIRE, sides=5, grid=4.0)
        for x in (-0.135, 0.135)
        for y in (-0.06, 0.06)
    ]
    return joined([*frame, *wheels, *ropes])


@prop("crane_hook")
def crane_hook(request: PropRequest) -> Model:
    """A hook block with its latch; its ropes and trolley reach up to the jib at z 16.

    Variant ``shop``: a bridge crane's block, latch sound or gone; ``ladle``: a lamellar hook, caught on the trunnion.
    """
    if request.variant in ("shop", "ladle"):
        parts = Assembly()
        if request.variant == "ladle":
            lamellar_hook(parts, seated=request.state != "not_seated")
        else:
            shop_hook(parts, latch=request.state != "no_latch")
        return parts.model()
    return model_of(("opaque", joined([_hook(), _trolley()])), *_block())
