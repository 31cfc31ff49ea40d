"""Alarms: siren with beacon, fire call point, smoke alarm, and the lamp that marks a floor."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Model
from assets.modelling import Assembly, Material, box, cloth, lathe, rod, rounded_box, smooth, tube
from assets.modelling.materials import BLACK_PLASTIC, COPPER, DARK_STEEL, RED_PAINT, STEEL, WHITE_PLASTIC
from assets.props.parts.controls import LIT_AMBER, LIT_BLUE, LIT_GREEN, LIT_RED, UNLIT, beacon_dome

RAG = Material((0.42, 0.38, 0.30), "fabric", 0.95, 0.0, 0.6, scale=4.0)
TAPE = Material((0.55, 0.47, 0.30), "fabric", 0.7)


@prop("alarm_unit")
def alarm_unit(request: PropRequest) -> Model:
    """``siren``: horn and red beacon on a wall at y 0; ``beacon``: an amber lamp hanging below its origin;
    ``call_point``: a manual fire alarm; ``smoke``: a detector under the ceiling at z 0; ``spot``: a blue lamp that
    shines on the floor. ``sounding`` its lamp is lit, ``muffled`` its horn is stuffed, ``hanging_open`` it hangs
    open without battery."""
    parts = Assembly()
    makers = {"siren": _siren, "beacon": _beacon, "call_point": _call_point, "smoke": _smoke, "spot": _spot}
    makers[request.variant or "siren"](parts, request.state)
    return parts.model()


def _siren(parts: Assembly, state: str) -> None:
    lit = state == "sounding" or state == "muffled"
    parts.add(box(0.16, 0.02, 0.34, DARK_STEEL, bevel=0.004).placed(0, 0.01, -0.02))
    parts.add(rounded_box(0.13, 0.10, 0.15, RED_PAINT, radius=0.018, segments=10).placed(0, 0.07, 0.0))
    horn = lathe(
        [(0.025, 0), (0.028, 0.03), (0.05, 0.08), (0.085, 0.12), (0.080, 0.12), (0.045, 0.08), (0.02, 0.03)],
        RED_PAINT.shade(1.1),
        sides=20,
        split=50,
    )
    parts.add(
        horn.placed(p=-90).placed(0, 0.115, 0.075),
        lathe([(0, 0), (0.022, 0), (0, 0.001)], BLACK_PLASTIC, sides=14).placed(p=-90).placed(0, 0.15, 0.075),
    )
    beacon_dome(parts, 0, 0.07, 0.15, LIT_RED, lit=lit, radius=0.045)
    parts.add(rod((0, 0.03, -0.02), (0, 0.03, -0.30), 0.010, BLACK_PLASTIC, sides=7))
    if lit:
        parts.lamp(Lamp((0, 0.12, 0.22), (0, 1, 0), (1.0, 0.12, 0.08), 1.2))
    if state == "muffled":
        rng = np.random.default_rng(3)
        for k in range(6):
            parts.add(
                lathe(
                    [(0, -0.03), (0.035, -0.01), (0.03, 0.02), (0, 0.035)],
                    RAG.shade(rng.uniform(0.8, 1.2)),
                    sides=7,
                    split=70,
                ).placed(rng.uniform(-0.04, 0.04), 0.225, 0.075 + rng.uniform(-0.04, 0.04), h=60 * k, p=30 * k)
            )
        for turn in (20.0, -50.0, 88.0):
            points = np.array(
                [
                    [(x1, y1, w) for w in (0.022, -0.022)]
                    for x1, y1 in ((-0.10, 0.17), (-0.088, 0.243), (0, 0.262), (0.088, 0.243), (0.10, 0.17))
                ]
            )
            parts.add(cloth(points, TAPE, two_sided=True).placed(0, 0, 0, r=turn).placed(0, 0, 0.075))


def _beacon(parts: Assembly, state: str) -> None:
    lit = state == "sounding"
    below = Assembly()
    beacon_dome(below, 0, 0, 0, LIT_AMBER, lit=lit, radius=0.06)
    parts.include(below, 0, 0, 0, p=180)
    parts.add(
        rod((0, 0, 0), (0, 0, 0.25), 0.012, STEEL, sides=7),
        rounded_box(0.10, 0.10, 0.06, DARK_STEEL, radius=0.012, segments=8).placed(z=0.0),
    )
    bell = lathe([(0, 0), (0.08, 0), (0.085, 0.015), (0.07, 0.045), (0, 0.055)], RED_PAINT, sides=20, split=50)
    parts.add(bell.placed(p=-90).placed(0.10, 0.0, 0.06), rod((0.0, 0, 0.05), (0.10, 0, 0.06), 0.012, STEEL, sides=6))
    if lit:
        parts.lamp(Lamp((0, 0, -0.1), (0, 0, -1), (1.0, 0.6, 0.1), 1.5))


def _call_point(parts: Assembly, state: str) -> None:
    parts.add(rounded_box(0.10, 0.05, 0.10, RED_PAINT, radius=0.010, segments=10).placed(0, 0.025, 0))
    parts.sign("call_point", 0.085, 0.085, 0, 0.0508, 0.0075)
    parts.add(
        box(0.06, 0.004, 0.03, LIT_RED if state == "sounding" else UNLIT, bevel=0.001).placed(0, 0.052, 0.012),
        to="glow" if state == "sounding" else "opaque",
    )


def _smoke(parts: Assembly, state: str) -> None:
    """A round smoke alarm under the ceiling; hanging open by its hinge, its battery bay empty."""
    base = lathe([(0, -0.012), (0.052, -0.012), (0.055, 0), (0, 0)], WHITE_PLASTIC, sides=24)
    cover = lathe(
        [
            (0, -0.042),
            (0.030, -0.042),
            (0.046, -0.034),
            (0.055, -0.016),
            (0.055, -0.010),
            (0.050, -0.010),
            (0.044, -0.028),
            (0, -0.036),
        ],
        WHITE_PLASTIC,
        sides=24,
        split=40,
    )
    parts.add(base)
    if state != "hanging_open":
        parts.add(
            cover,
            lathe([(0, -0.044), (0.010, -0.044), (0.010, -0.040), (0, -0.040)], WHITE_PLASTIC.shade(0.8), sides=12),
        )
        lit = state == "sounding"
        parts.add(
            lathe([(0, -0.041), (0.003, -0.041), (0, -0.037)], LIT_RED if lit else LIT_GREEN, sides=6).placed(0.035),
            to="glow",
        )
        return
    swung = Assembly()
    swung.add(cover.placed(0, 0.055, 0))
    parts.include(swung, 0, -0.055, -0.004, p=-104)
    parts.add(box(0.052, 0.030, 0.006, BLACK_PLASTIC, bevel=0.002).placed(0, 0.005, -0.017))
    parts.add(
        *(
            tube(smooth([(x, 0.005, -0.016), (x, 0.012, -0.028), (x, 0.004, -0.024)], 3), 0.0016, COPPER, sides=5)
            for x in (-0.018, 0.018)
        )
    )
    for k, colour in enumerate((RED_PAINT, BLACK_PLASTIC)):
        parts.add(
            tube(
                smooth([(0.01 + 0.006 * k, 0, -0.014), (0.02, -0.02, -0.05), (0.012 + 0.01 * k, -0.03, -0.085)], 5),
                0.0014,
                colour,
                sides=5,
            )
        )
    parts.add(box(0.026, 0.016, 0.008, BLACK_PLASTIC, bevel=0.002).placed(0.017, -0.03, -0.093))


def _spot(parts: Assembly, state: str) -> None:
    """A blue warning spot over a truck's way, and the light it throws on the floor (z -3.5)."""
    lit = state == "sounding"
    parts.add(
        rounded_box(0.14, 0.14, 0.12, BLACK_PLASTIC, radius=0.02, segments=8),
        rod((0, 0, 0.12), (0, 0, 0.6), 0.012, STEEL, sides=7),
    )
    parts.add(
        lathe([(0, -0.006), (0.045, -0.002), (0, 0.002)], LIT_BLUE if lit else UNLIT, sides=16),
        to="glow" if lit else "opaque",
    )
    if lit:
        parts.sign("blue_spot", 1.5, 0.9, 0, 0.45, -3.494, lean=90, turn=180)
        parts.lamp(Lamp((0, 0, -0.05), (0, 0, -1), (0.15, 0.4, 1.0), 1.5, 40.0))
