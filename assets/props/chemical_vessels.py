"""Drums and bottles of chemicals with their labels and lids."""

from __future__ import annotations

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
    plastic,
    ring,
    rod,
    sign_bent,
    smooth,
    torus,
    tube,
)
from assets.modelling.materials import BLACK_PLASTIC, DARK_STEEL, RUBBER, STEEL, WINDOW
from assets.props.parts.pipework import STAINLESS

DRUM_BLUE = painted(0.04, 0.13, 0.34, 0.38, 0.3)


DRUM_PLASTIC = plastic(0.02, 0.10, 0.33, 0.45)


DRUM_GREY = painted(0.30, 0.33, 0.35, 0.45, 0.4)


DRUM_YELLOW = painted(0.72, 0.38, 0.02, 0.45, 0.4)


LIQUID = Material((0.16, 0.15, 0.12), "paint", 0.04, 0.0, 0.0)


CLEAR = WINDOW.coloured(0.75, 0.84, 0.88)


def curved_label(name: str, radius: float, w: float, h: float, z: float, middle: float = 90.0) -> Mesh:
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
        parts.add(curved_label(label[0], 0.291, label[1], label[2], 0.305 if label[2] < 0.3 else 0.30), to="sign")
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
        parts.add(curved_label("cleaner_label", 0.044, 0.078, 0.10, 0.03), to="sign")
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
    parts.add(curved_label("water_label", 0.0325, 0.10, 0.038, 0.128), to="sign")
    parts.add(curved_label("handwritten_wash", 0.0328, 0.062, 0.029, 0.085), to="sign")
    return parts.model()
