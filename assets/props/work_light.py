"""Lights: the flood light on its stand, the 24 V hand lamp with its transformer, the street lamp, a night light."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Model, rotation
from assets.modelling import Assembly, ball, bolt, box, cable, lathe, ring, rod, rounded_box, smooth, torus, tube
from assets.modelling.materials import (
    ALUMINIUM,
    BLACK_PLASTIC,
    CABLE_BLACK,
    DARK_STEEL,
    GREEN_PAINT,
    PLYWOOD,
    RUBBER,
    SAFETY_YELLOW,
    STEEL,
    WHITE_PLASTIC,
    Material,
)
from assets.props.hall_lamps import bulkhead, hung_high_bay
from assets.props.parts.electrical_parts import PE_WIRE

FLOOD_LIGHT = (1.0, 0.90, 0.72)
LENS_OFF = Material((0.55, 0.55, 0.50), "paint", 0.12, 0.0, 0.0)
FLOOD_LEAN = -18.0
"""The flood light looks down a little, degrees."""
HEAD_HEIGHT = 2.0


@prop("work_light")
def work_light(request: PropRequest) -> Model:
    """A light of one of six kinds, on or off."""
    parts = Assembly()
    kinds = {
        "flood": _flood,
        "hand_24v": _hand_lamp,
        "lamp_post": _lamp_post,
        "night": _night_light,
        "bulkhead": bulkhead,
        "high_bay": hung_high_bay,
    }
    kinds[request.variant or "flood"](parts, request.state == "on")
    return parts.model()


def _lens(on: bool, colour: tuple[float, float, float]) -> tuple[Material, str]:
    """What the lens is made of and its pass."""
    return (Material(colour), "glow") if on else (LENS_OFF, "opaque")


def _flood(parts: Assembly, on: bool) -> None:
    """LED flood light on a yellow tripod, PE wire on its yoke, rubber feet."""
    for k in range(3):
        a = np.radians(90 + 120 * k)
        foot = np.array([0.66 * np.cos(a), 0.66 * np.sin(a), 0.02])
        parts.add(rod((0, 0, 0.80), foot, 0.015, SAFETY_YELLOW, grid=0.3, wear=0.4))
        parts.add(rod(foot * 0.55 + (0, 0, 0.37), (0, 0, 0.34), 0.008, STEEL, sides=6))
        parts.add(rounded_box(0.055, 0.055, 0.035, RUBBER, radius=0.012, segments=8).placed(foot[0], foot[1], 0))
    parts.add(rod((0, 0, 0.28), (0, 0, 1.15), 0.021, SAFETY_YELLOW, sides=12, grid=0.3, wear=0.3))
    parts.add(rod((0, 0, 1.10), (0, 0, 1.86), 0.014, STEEL, sides=10))
    for z in (0.76, 1.12):
        parts.add(
            lathe(
                [(0, 0), (0.033, 0), (0.036, 0.01), (0.036, 0.05), (0.033, 0.06), (0, 0.06)], BLACK_PLASTIC, sides=12
            ).placed(z=z)
        )
        parts.add(rod((0.03, 0, z + 0.03), (0.075, 0, z + 0.03), 0.007, STEEL, sides=6))
        parts.add(ball(0.014, BLACK_PLASTIC, sides=10).placed(0.082, 0, z + 0.03))
    yoke = [
        (-0.225, 0, 0.02),
        (-0.225, 0, -0.14),
        (-0.16, 0, -0.205),
        (0.16, 0, -0.205),
        (0.225, 0, -0.14),
        (0.225, 0, 0.02),
    ]
    parts.add(tube(smooth(yoke, 5), 0.011, SAFETY_YELLOW, sides=8).placed(z=HEAD_HEIGHT + 0.06))
    parts.include(_flood_head(on), z=HEAD_HEIGHT + 0.06, p=FLOOD_LEAN)
    wire = [
        (0.0, -0.10, HEAD_HEIGHT - 0.05),
        (0.02, -0.12, 1.80),
        (0.025, -0.03, 1.60),
        (0.026, -0.02, 1.1),
        (0.028, -0.03, 0.5),
        (0.06, -0.10, 0.10),
        (0.13, -0.20, 0.012),
        (0.28, -0.30, 0.012),
    ]
    parts.add(cable(wire, 0.008, CABLE_BLACK, on_ground=True))
    pe = [
        (-0.225, -0.01, HEAD_HEIGHT + 0.02),
        (-0.20, -0.06, HEAD_HEIGHT - 0.12),
        (-0.05, -0.08, 1.78),
        (0.014, -0.03, 1.62),
    ]
    parts.add(tube(smooth(pe, 6), 0.004, PE_WIRE, sides=7))
    parts.add(bolt(0.010, 0.008).placed(-0.225, -0.012, HEAD_HEIGHT + 0.025, p=90))
    if on:
        turn = rotation(0, FLOOD_LEAN)
        at = turn @ np.array([0, 0.06, 0]) + (0, 0, HEAD_HEIGHT + 0.06)
        parts.lamp(Lamp(tuple(at), tuple(turn @ np.array([0, 1.0, 0])), FLOOD_LIGHT, 5.0, 120.0))


def _flood_head(on: bool) -> Assembly:
    """The lamp body about its axle, looking to +y."""
    head = Assembly()
    housing = Material((0.045, 0.047, 0.05), "paint", 0.42, 0.3, 0.3)
    head.add(rounded_box(0.43, 0.065, 0.33, housing, radius=0.02, segments=12, wear=0.2).placed(z=-0.165))
    head.add(
        *(box(0.005, 0.05, 0.27, housing, bevel=0.0015).placed(x, -0.055, -0.135) for x in np.linspace(-0.18, 0.18, 13))
    )
    head.add(box(0.20, 0.045, 0.11, housing, bevel=0.008).placed(0, -0.085, -0.06))
    head.add(*(box(0.40, 0.014, 0.02, housing, bevel=0.004).placed(0, 0.037, z) for z in (-0.158, 0.138)))
    head.add(*(box(0.02, 0.014, 0.30, housing, bevel=0.004).placed(x, 0.037, -0.15) for x in (-0.195, 0.195)))
    lens, to = _lens(on, (1.0, 0.94, 0.80))
    head.add(box(0.37, 0.008, 0.276, lens, bevel=0.003).placed(0, 0.034, -0.138), to=to)
    head.add(*(rod((side * 0.21, 0, 0), (side * 0.25, 0, 0), 0.018, STEEL, sides=12) for side in (-1, 1)))
    return head


def _hand_lamp(parts: Assembly, on: bool) -> None:
    """A guarded hand lamp hung on a hook, its safety transformer beside it, both on a board on the wall at y = -0.1."""
    parts.add(box(0.34, 0.05, 0.54, PLYWOOD, bevel=0.004).placed(0, -0.125, 0))
    parts.add(rounded_box(0.15, 0.10, 0.19, GREEN_PAINT, radius=0.012, segments=10).placed(0.075, -0.05, 0.05))
    parts.sign("transformer_24v", 0.13, 0.083, 0.075, 0.0008, 0.115)
    parts.add(
        lathe([(0, 0), (0.013, 0), (0.013, 0.02), (0, 0.02)], BLACK_PLASTIC, sides=10).placed(0.04, 0.0, 0.085, p=-90)
    )
    hook = [(-0.075, -0.10, 0.47), (-0.075, -0.045, 0.475), (-0.075, -0.03, 0.455), (-0.075, -0.038, 0.44)]
    parts.add(tube(smooth(hook, 5), 0.005, STEEL, sides=7))
    x, y = -0.075, -0.04
    parts.add(torus(0.016, 0.0035, STEEL, sides=16, section=6).placed(x, y, 0.437, p=90, h=90))
    grip = [
        (0, 0.28),
        (0.016, 0.28),
        (0.019, 0.30),
        (0.017, 0.34),
        (0.020, 0.37),
        (0.030, 0.385),
        (0.030, 0.40),
        (0.02, 0.42),
        (0, 0.422),
    ]
    parts.add(lathe(grip, RUBBER, sides=14).placed(x, y))
    parts.add(
        lathe([(0.034, 0.262), (0.036, 0.27), (0.03, 0.285), (0, 0.285), (0, 0.262)], BLACK_PLASTIC, sides=16).placed(
            x, y
        )
    )
    bulb, to = _lens(on, (1.0, 0.82, 0.50))
    parts.add(
        lathe(
            [(0, 0.145), (0.018, 0.15), (0.028, 0.17), (0.029, 0.20), (0.020, 0.24), (0.016, 0.262), (0, 0.262)],
            bulb,
            sides=14,
        ).placed(x, y),
        to=to,
    )
    bar = tube(
        smooth([(0.034, 0, 0.266), (0.043, 0, 0.22), (0.040, 0, 0.165), (0.018, 0, 0.128), (0, 0, 0.124)], 4),
        0.0022,
        STEEL,
        sides=5,
    )
    parts.add(ring(bar, 6).placed(x, y))
    parts.add(
        *(torus(r, 0.0022, STEEL, sides=18, section=5).placed(x, y, z) for r, z in ((0.0425, 0.215), (0.0395, 0.165)))
    )
    lead = [
        (x, y, 0.42),
        (x + 0.03, y - 0.01, 0.445),
        (x + 0.07, y - 0.02, 0.38),
        (0.0, -0.03, 0.20),
        (0.01, -0.02, 0.06),
        (0.035, 0.01, 0.055),
        (0.04, 0.02, 0.085),
    ]
    parts.add(tube(smooth(lead, 6), 0.0055, CABLE_BLACK, sides=7))
    if on:
        parts.lamp(Lamp((x, y, 0.2), (0.0, 0.3, -1.0), (1.0, 0.78, 0.45), 0.8))


def _lamp_post(parts: Assembly, on: bool) -> None:
    """A galvanised street lamp 9 m high, its arm reaching 2 m to the front."""
    parts.add(lathe([(0, 0), (0.20, 0), (0.20, 0.02), (0, 0.02)], STEEL, sides=8, split=30))
    parts.add(ring(bolt(0.018, 0.03).placed(0.155, 0, 0.02), 4, start=45))
    parts.add(
        lathe([(0.098, 0.02), (0.095, 1.2), (0.085, 1.25), (0.062, 8.3), (0, 8.32)], ALUMINIUM, sides=14, split=30)
    )
    parts.add(box(0.10, 0.02, 0.32, DARK_STEEL, bevel=0.006).placed(0, 0.092, 0.55))
    arm = smooth([(0, 0, 8.15), (0, 0.05, 8.55), (0, 0.45, 8.82), (0, 1.1, 8.92), (0, 1.62, 8.95)], 6)
    parts.add(tube(arm, np.linspace(0.058, 0.036, len(arm)), ALUMINIUM, sides=10))
    parts.add(
        rounded_box(0.30, 0.74, 0.10, ALUMINIUM.but(colour=(0.5, 0.51, 0.52)), radius=0.045, segments=14).placed(
            0, 1.85, 8.90, p=4
        )
    )
    lens, to = _lens(on, (1.0, 0.80, 0.50))
    parts.add(box(0.23, 0.50, 0.02, lens, bevel=0.006).placed(0, 1.88, 8.888, p=4), to=to)
    if on:
        parts.lamp(Lamp((0.0, 1.88, 8.86), (0.0, 0.05, -1.0), (1.0, 0.72, 0.40), 9.0, 150.0))


def _night_light(parts: Assembly, on: bool) -> None:
    """A battery night light with its motion sensor, 8 cm across, on the wall at y -0.03; off, its battery is dead."""
    parts.add(rounded_box(0.085, 0.020, 0.085, WHITE_PLASTIC, radius=0.009, segments=10).placed(0, -0.018))
    lens, to = _lens(on, (1.0, 0.78, 0.42))
    dome = [(0, 0.020), (0.016, 0.018), (0.028, 0.010), (0.033, 0.0)]
    parts.add(lathe(dome[::-1], lens, sides=24, split=60).placed(0, -0.008, 0.0425, p=-90), to=to)
    parts.add(
        lathe([(0, 0.006), (0.005, 0.004), (0.006, 0.0)][::-1], BLACK_PLASTIC, sides=12).placed(
            0.030, -0.008, 0.012, p=-90
        )
    )
    if on:
        parts.lamp(Lamp((0, 0.03, 0.045), (0, 0.6, -0.8), (1.0, 0.74, 0.40), 0.35, 160))
