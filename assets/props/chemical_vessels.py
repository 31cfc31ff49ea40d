"""Drums, bottles and gas cylinders with their labels, lids, caps and chains."""

from __future__ import annotations

from functools import cache

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import (
    Assembly,
    Material,
    ball,
    box,
    lathe,
    painted,
    pitched,
    plastic,
    ring,
    rod,
    sign_bent,
    smooth,
    torus,
    tube,
)
from assets.modelling.materials import BLACK_PLASTIC, BRASS, DARK_STEEL, RUBBER, SAFETY_YELLOW, STEEL, WINDOW
from assets.props.pipework import STAINLESS

DRUM_BLUE = painted(0.04, 0.13, 0.34, 0.38, 0.3)
DRUM_PLASTIC = plastic(0.02, 0.10, 0.33, 0.45)
DRUM_GREY = painted(0.30, 0.33, 0.35, 0.45, 0.4)
DRUM_YELLOW = painted(0.72, 0.38, 0.02, 0.45, 0.4)
LIQUID = Material((0.16, 0.15, 0.12), "paint", 0.04, 0.0, 0.0)
OXYGEN_BLUE = painted(0.10, 0.38, 0.62, 0.35, 0.2)
ACETYLENE_WHITE = painted(0.76, 0.76, 0.73, 0.35, 0.2)
LPG_GREY = painted(0.46, 0.48, 0.49, 0.4, 0.3)
CLEAR = WINDOW.coloured(0.75, 0.84, 0.88)


def _curved(name: str, radius: float, w: float, h: float, z: float, middle: float = 90.0) -> Mesh:
    """A label bent round an upright cylinder, its middle in the direction ``middle`` (degrees; 90 is the front)."""
    half = np.degrees(w / radius / 2)
    angle = np.radians(np.linspace(middle - half, middle + half, 9))
    return sign_bent(name, np.column_stack([np.cos(angle), np.sin(angle)]) * (radius + 0.002), h).placed(z=z)


@prop("drum_200l")
def drum_200l(request: PropRequest) -> Model:
    """``solvent``: steel with bungs; ``acid``: plastic; ``feed``: with a drum pump; ``ash_bin``: open-topped."""
    parts = Assembly()
    variant, state = request.variant or "solvent", request.state
    is_open = state in ("open", "open_unlabelled")
    if variant == "acid":
        _plastic_drum(parts, is_open)
    else:
        _steel_drum(
            parts,
            {"ash_bin": DRUM_YELLOW, "feed": DRUM_BLUE}.get(variant, DRUM_GREY if "unlabelled" in state else DRUM_BLUE),
            is_open,
        )
    if "unlabelled" not in state:
        label = {"acid": ("drum_acid", 0.30, 0.335), "ash_bin": ("drum_ash", 0.36, 0.166)}.get(
            variant, ("drum_toluene", 0.26, 0.255)
        )
        parts.add(_curved(label[0], 0.291, label[1], label[2], 0.305 if label[2] < 0.3 else 0.30), to="sign")
    if variant == "feed":
        _drum_pump(parts)
    elif variant == "ash_bin" and is_open:
        _damp_ash(parts)
    elif state == "open_unlabelled":
        _ladle_on_rim(parts)
    return parts.model()


def _steel_drum(parts: Assembly, paint: Material, is_open: bool) -> None:
    """Two rolling hoops, chime; closed with two bungs, or open with the liquid showing and the lid leaning beside."""
    outline = [(0, 0.01), (0.275, 0.01), (0.285, 0), (0.292, 0.006), (0.289, 0.02), (0.289, 0.27)]
    outline += [
        (0.301, 0.283),
        (0.301, 0.293),
        (0.289, 0.306),
        (0.289, 0.575),
        (0.301, 0.588),
        (0.301, 0.598),
        (0.289, 0.611),
        (0.289, 0.865),
        (0.294, 0.872),
        (0.294, 0.885),
        (0.284, 0.89),
        (0.280, 0.880),
    ]
    if is_open:
        parts.add(
            lathe([*outline, (0.280, 0.745)], paint, sides=32, split=32),
            lathe([(0.281, 0.742), (0, 0.744)], LIQUID, sides=28),
        )
        leaning = joined(
            [
                lathe(
                    [(0, 0), (0.295, 0), (0.295, 0.02), (0.28, 0.022), (0.28, 0.012), (0, 0.012)],
                    paint,
                    sides=28,
                    split=30,
                )
            ]
        )
        parts.add(leaning.placed(p=-76).placed(h=-112).placed(0.40, -0.12, 0.285))
        band = torus(0.296, 0.007, STEEL, sides=30, section=5)
        parts.add(band.placed(p=-76).placed(h=-112).placed(0.425, -0.13, 0.288))
        return
    parts.add(lathe([*outline, (0.280, 0.872), (0, 0.872)], paint, sides=32, split=32))
    for x, y, radius in ((0.19, -0.05, 0.035), (-0.20, 0.03, 0.018)):
        bung = lathe(
            [(0, 0), (radius, 0), (radius, 0.014), (radius * 0.7, 0.016), (radius * 0.66, 0.008), (0, 0.008)],
            STEEL,
            sides=14,
        )
        parts.add(bung.placed(x, y, 0.872))


def _plastic_drum(parts: Assembly, is_open: bool) -> None:
    outline = [
        (0, 0),
        (0.26, 0),
        (0.285, 0.03),
        (0.289, 0.08),
        (0.289, 0.72),
        (0.30, 0.735),
        (0.30, 0.765),
        (0.289, 0.78),
        (0.286, 0.84),
        (0.26, 0.872),
        (0, 0.876),
    ]
    parts.add(lathe(outline, DRUM_PLASTIC, sides=32, split=50))
    for x in (-0.16, 0.16):
        cap = joined(
            [
                lathe(
                    [(0, 0), (0.042, 0), (0.042, 0.03), (0.036, 0.034), (0, 0.034)], plastic(0.62, 0.05, 0.03), sides=14
                ),
                ring(box(0.006, 0.006, 0.028, plastic(0.55, 0.04, 0.03), bevel=0.001).placed(0.043), 10),
            ]
        )
        parts.add(
            cap.placed(x, 0, 0.874) if not (is_open and x > 0) else cap.placed(0.10, 0.14, 0.874),
            lathe([(0, 0), (0.046, 0), (0.046, 0.012), (0, 0.012)], DRUM_PLASTIC, sides=14).placed(x, 0, 0.870),
        )
    if is_open:
        parts.add(
            lathe([(0, 0.884), (0.03, 0.884), (0.03, 0.885), (0, 0.885)], BLACK_PLASTIC, sides=14).placed(0.16, 0)
        )


def _drum_pump(parts: Assembly) -> None:
    """An air-driven drum pump standing in the bung hole, its hose off to the back."""
    x, y = 0.12, -0.05
    parts.add(
        rod((x, y, 0.45), (x, y, 1.12), 0.022, STAINLESS, sides=12),
        lathe(
            [(0, 1.10), (0.055, 1.10), (0.06, 1.12), (0.06, 1.30), (0.04, 1.34), (0, 1.34)], DARK_STEEL, sides=16
        ).placed(x, y),
    )
    parts.add(tube([(x + 0.05, y, 1.22), (x + 0.13, y, 1.24), (x + 0.15, y, 1.19)], 0.012, BLACK_PLASTIC, sides=7))
    hose = [
        (x, y - 0.03, 1.14),
        (x, y - 0.14, 1.17),
        (x - 0.02, y - 0.28, 1.0),
        (x - 0.02, y - 0.38, 0.5),
        (x + 0.02, y - 0.55, 0.08),
        (x + 0.05, y - 0.80, 0.04),
    ]

    parts.add(tube(smooth(hose, 5), 0.022, RUBBER, sides=9))
    parts.add(torus(0.025, 0.008, STAINLESS, sides=12, section=5).placed(p=90).placed(x, y - 0.04, 1.145))


def _damp_ash(parts: Assembly) -> None:
    """Grey aluminium dust in damp clumps, heaped over the rim's height."""
    rng = np.random.default_rng(14)
    dull = Material((0.34, 0.35, 0.36), "sand", 0.95, 0.1, 0.6, scale=3.0)
    parts.add(lathe([(0.279, 0.80), (0.20, 0.88), (0.10, 0.94), (0, 0.955)], dull, sides=24, split=60))
    for _ in range(26):
        angle, reach = rng.uniform(0, 2 * np.pi), 0.24 * np.sqrt(rng.random())
        size = rng.uniform(0.015, 0.045)
        wet = dull.shade(rng.uniform(0.45, 0.9))
        parts.add(ball(size, wet, sides=8).placed(reach * np.cos(angle), reach * np.sin(angle), 0.945 - 0.45 * reach))


def _ladle_on_rim(parts: Assembly) -> None:
    """A tin ladle lying across the rim, drops on the drum's side."""
    cup = lathe(
        [(0, 0), (0.05, 0), (0.055, 0.07), (0.052, 0.07), (0.047, 0.006), (0, 0.006)], STAINLESS, sides=16, split=50
    )
    parts.add(
        cup.placed(-0.10, 0.12, 0.79),
        tube([(-0.06, 0.13, 0.855), (0.06, 0.20, 0.905), (0.26, 0.30, 0.90)], 0.006, STAINLESS, sides=6),
    )
    wet = Material((0.10, 0.11, 0.12), "paint", 0.05, 0.1, 0.0)
    parts.add(
        *(
            box(0.006, 0.003, length, wet, bevel=0.001).placed(0, 0.2895, 0.86 - length).placed(h=angle)
            for angle, length in ((-18, 0.22), (-10, 0.12), (14, 0.3))
        )
    )


@cache
def oxygen_body(colour: Material, high: float = 1.32, radius: float = 0.11) -> Mesh:
    """A seamless cylinder on its foot ring, from z = 0 to its neck."""
    outline = [
        (0, 0.015),
        (radius * 0.9, 0.0),
        (radius * 1.06, 0.0),
        (radius * 1.06, 0.07),
        (radius, 0.08),
        (radius, high - 0.20),
        (radius * 0.93, high - 0.12),
        (radius * 0.62, high - 0.05),
        (0.034, high - 0.01),
        (0.034, high + 0.03),
        (0, high + 0.03),
    ]
    return lathe(outline, colour, sides=24, split=50)


def _cylinder_valve(parts: Assembly, high: float, *, cap: bool, regulator: bool) -> None:
    """Neck valve; under its cap, or with its regulator and two dials."""
    if cap:
        dome = [(0.042, high), (0.045, high + 0.02), (0.045, high + 0.10), (0.032, high + 0.145), (0, high + 0.15)]
        parts.add(lathe([(0, high), *dome], painted(0.30, 0.31, 0.32), sides=18, split=50))
        return
    parts.add(
        lathe([(0, high), (0.018, high), (0.018, high + 0.075), (0, high + 0.08)], BRASS, sides=12),
        rod((0, 0, high + 0.05), (0, 0.05, high + 0.05), 0.012, BRASS, sides=10),
    )
    parts.add(
        lathe(
            [(0, 0), (0.026, 0), (0.028, 0.006), (0.026, 0.014), (0, 0.014)], plastic(0.05, 0.05, 0.055), sides=14
        ).placed(0, 0, high + 0.085)
    )
    if regulator:
        parts.add(
            pitched(
                lathe(
                    [(0, -0.03), (0.035, -0.028), (0.04, 0), (0.032, 0.03), (0.012, 0.034), (0.012, 0.06), (0, 0.06)],
                    BRASS,
                    sides=18,
                ),
                (0, 1, 0),
            ).placed(0, 0.085, high + 0.05)
        )
        for x in (-0.05, 0.05):
            parts.add(
                rod((0, 0.075, high + 0.05), (x, 0.075, high + 0.085), 0.008, BRASS, sides=6),
                pitched(
                    lathe([(0, -0.012), (0.030, -0.012), (0.032, 0.010), (0, 0.010)], STEEL, sides=18), (0, 1, 0)
                ).placed(x, 0.08, high + 0.11),
            )
            parts.sign("scba_dial_ok", 0.052, 0.052, x, 0.0912, high + 0.084)


@prop("gas_cylinder")
def gas_cylinder(request: PropRequest) -> Model:
    """Oxygen (blue), acetylene (white) or LPG (grey): standing in its chain, lying on its side, or without its cap."""
    variant = request.variant or "o2"
    one = Assembly()
    if variant == "lpg":
        _lpg(one, capped=request.state == "upright_chained")
        radius, high = 0.16, 0.62
    else:
        radius, high = (0.11, 1.32) if variant == "o2" else (0.125, 0.92)
        one.add(oxygen_body(OXYGEN_BLUE if variant == "o2" else ACETYLENE_WHITE, high, radius))
        label = ("cylinder_oxygen", 0.14, 0.358) if variant == "o2" else ("cylinder_acetylene", 0.115, 0.42)
        one.add(_curved(label[0], radius, label[1], label[2], high * 0.36), to="sign")
        one.add(
            *(torus(radius + 0.004, 0.012, RUBBER, sides=22, section=6).placed(z=z) for z in (high * 0.28, high * 0.78))
        )
        _cylinder_valve(one, high + 0.03, cap=False, regulator=request.state != "no_cap")
    parts = Assembly()
    if request.state == "lying":
        parts.include(one, 0, -high / 2 - 0.03, radius + 0.014, p=-90, r=0)
        return parts.model()
    parts.include(one)
    if request.state == "upright_chained" and variant != "lpg":
        _stand_with_chain(parts, radius, high)
    return parts.model()


def _stand_with_chain(parts: Assembly, radius: float, high: float) -> None:
    """A two-wheeled trolley's back behind the cylinder, with its chain round the body."""
    y = -radius - 0.05
    frame = SAFETY_YELLOW
    for x in (-0.12, 0.12):
        parts.add(
            rod((x, y, 0.03), (x, y, high - 0.05), 0.016, frame, sides=8, grid=0.5),
            tube([(x, y, high - 0.06), (x, y - 0.02, high + 0.02), (x, y - 0.14, high + 0.04)], 0.014, frame, sides=7),
        )
    for z in (0.2, high * 0.55, high * 0.85):
        parts.add(rod((-0.12, y, z), (0.12, y, z), 0.012, frame, sides=7))
    parts.add(box(0.30, 0.30, 0.012, frame, bevel=0.003).placed(0, -0.02, -0.0))
    wheel = lathe(
        [(0, -0.022), (0.06, -0.022), (0.10, -0.018), (0.105, 0), (0.10, 0.018), (0.06, 0.022), (0, 0.022)],
        RUBBER,
        sides=18,
    ).placed(r=90)
    parts.add(
        wheel.placed(-0.19, y - 0.02, 0.106),
        wheel.placed(0.19, y - 0.02, 0.106),
        rod((-0.19, y - 0.02, 0.106), (0.19, y - 0.02, 0.106), 0.012, STEEL, sides=7),
    )
    link = torus(0.014, 0.004, STEEL, sides=8, section=4)
    count = 20
    for k in range(count):
        angle = np.radians(-150 + 300 * k / (count - 1) + 90)
        at = (np.cos(angle) * (radius + 0.018), np.sin(angle) * (radius + 0.018), high * 0.6)
        parts.add(link.placed(p=90 if k % 2 else 0, h=float(np.degrees(angle)) + 90).placed(*at))


def _lpg(parts: Assembly, *, capped: bool) -> None:
    """A domestic LPG cylinder: welded middle seam, foot, guard collar, angle valve."""
    outline = [
        (0, 0.05),
        (0.10, 0.035),
        (0.15, 0.08),
        (0.158, 0.14),
        (0.158, 0.318),
        (0.162, 0.325),
        (0.158, 0.332),
        (0.158, 0.50),
        (0.145, 0.56),
        (0.09, 0.605),
        (0.03, 0.62),
        (0, 0.622),
    ]
    parts.add(lathe(outline, LPG_GREY, sides=28, split=50))
    foot = [(0.115, 0), (0.125, 0), (0.125, 0.07), (0.115, 0.07), (0.115, 0)]
    parts.add(lathe(foot, LPG_GREY, sides=26, split=30))
    collar = [(0.088, 0.585), (0.094, 0.585), (0.094, 0.71), (0.098, 0.715), (0.088, 0.715), (0.088, 0.585)]
    parts.add(lathe(collar, LPG_GREY, sides=26, split=30, turn=(115, 425)))
    parts.add(
        lathe([(0, 0.62), (0.02, 0.62), (0.02, 0.66), (0.014, 0.665), (0.014, 0.68), (0, 0.68)], BRASS, sides=12),
        rod((0, 0, 0.65), (0.05, 0.02, 0.65), 0.012, BRASS, sides=10),
    )
    parts.add(
        lathe(
            [(0, 0), (0.03, 0), (0.032, 0.008), (0.028, 0.018), (0, 0.018)], plastic(0.05, 0.12, 0.30), sides=14
        ).placed(0, 0, 0.68)
    )
    if capped:
        parts.add(
            pitched(
                lathe([(0, 0), (0.017, 0), (0.017, 0.02), (0, 0.022)], plastic(0.7, 0.05, 0.04), sides=12),
                (0.93, 0.37, 0),
            ).placed(0.05, 0.02, 0.65)
        )
    parts.add(_curved("cylinder_lpg", 0.158, 0.20, 0.153, 0.345), to="sign")


@prop("solvent_bottle")
def solvent_bottle(request: PropRequest) -> Model:
    """``labelled``: a dispenser with its GHS label; ``unlabelled``: a mineral-water bottle with a taped word."""
    parts = Assembly()
    if request.state == "labelled":
        body = [
            (0, 0),
            (0.040, 0),
            (0.044, 0.006),
            (0.044, 0.15),
            (0.036, 0.168),
            (0.020, 0.178),
            (0.020, 0.19),
            (0, 0.19),
        ]
        parts.add(
            lathe(body, plastic(0.86, 0.87, 0.86, 0.4), sides=20, split=50),
            lathe([(0, 0.19), (0.022, 0.19), (0.022, 0.212), (0, 0.216)], plastic(0.05, 0.35, 0.16), sides=16),
        )
        parts.add(
            tube(
                [(0, 0, 0.21), (0, 0, 0.235), (0, 0.03, 0.245), (0, 0.05, 0.235)],
                0.004,
                plastic(0.86, 0.87, 0.86),
                sides=6,
            )
        )
        parts.add(_curved("cleaner_label", 0.044, 0.078, 0.10, 0.03), to="sign")
        return parts.model()
    body = [(0, 0.004), (0.022, 0.0), (0.031, 0.006), (0.032, 0.03)]
    for z in (0.05, 0.07, 0.09):
        body += [(0.032, z), (0.0295, z + 0.005), (0.032, z + 0.01)]
    body += [(0.032, 0.12), (0.032, 0.165), (0.026, 0.195), (0.013, 0.218), (0.0125, 0.228), (0, 0.228)]
    parts.add(lathe(body, CLEAR, sides=20, split=50), to="glass")
    parts.add(
        lathe(
            [(0, 0.006), (0.027, 0.006), (0.029, 0.02), (0.029, 0.125), (0, 0.126)],
            Material((0.62, 0.66, 0.66), "paint", 0.05, 0.0, 0.0),
            sides=18,
        )
    )
    parts.add(lathe([(0, 0.228), (0.0155, 0.228), (0.0155, 0.246), (0, 0.248)], plastic(0.08, 0.20, 0.62), sides=16))
    parts.add(_curved("water_label", 0.0325, 0.10, 0.038, 0.128), to="sign")
    parts.add(_curved("handwritten_wash", 0.0328, 0.062, 0.029, 0.085), to="sign")
    return parts.model()
