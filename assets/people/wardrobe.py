"""Who there is: every character and variant of the registry, with outfit, stature and colours.

Colours are sRGB 0..1. A variant that only changes colours shares the meshes of the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assets.people.body import Figure
from assets.people.head import Face
from assets.people.outfit import Outfit

Colour = tuple[float, float, float]
Palette = dict[str, Colour]

COMMON: Palette = {
    "skin": (0.83, 0.625, 0.485),
    "lips": (0.74, 0.475, 0.40),
    "mouth": (0.40, 0.21, 0.18),
    "hair": (0.085, 0.068, 0.060),
    "brow": (0.13, 0.10, 0.085),
    "lash": (0.10, 0.075, 0.065),
    "white": (0.86, 0.845, 0.82),
    "iris": (0.20, 0.115, 0.075),
    "pupil": (0.025, 0.02, 0.02),
    "glint": (1.0, 1.0, 1.0),
    "shirt": (0.30, 0.38, 0.47),
    "vest": (1.0, 0.37, 0.06),
    "tape": (0.86, 0.95, 0.10),
    "reflective": (0.80, 0.83, 0.86),
    "zip": (0.07, 0.07, 0.075),
    "trousers": (0.16, 0.20, 0.30),
    "pad": (0.07, 0.08, 0.10),
    "boot": (0.20, 0.15, 0.11),
    "boot_cap": (0.13, 0.105, 0.085),
    "sole": (0.07, 0.065, 0.06),
    "glove": (0.84, 0.82, 0.76),
    "cuff": (0.30, 0.36, 0.50),
    "helmet": (0.97, 0.80, 0.10),
    "jacket": (0.165, 0.180, 0.215),
    "jacket_trim": (0.105, 0.112, 0.13),
    "coat": (0.58, 0.46, 0.35),
    "coat_hem": (0.545, 0.43, 0.325),
    "coat_belt": (0.42, 0.32, 0.235),
    "shoe": (0.13, 0.12, 0.12),
    "shoe_sole": (0.62, 0.61, 0.58),
    "sock": (0.10, 0.10, 0.11),
    "harness": (0.10, 0.10, 0.105),
    "strap": (0.06, 0.06, 0.065),
    "buckle": (0.72, 0.72, 0.70),
}

ROUGHNESS = {
    "white": 0.15, "iris": 0.12, "pupil": 0.12, "glint": 0.1, "helmet": 0.32, "hair": 0.5, "lips": 0.45,
    "skin": 0.58, "reflective": 0.35, "tape": 0.6, "boot": 0.55, "boot_cap": 0.45, "buckle": 0.3, "harness": 0.6,
}  # fmt: skip
"""Of a region's surface, where it is not plain cloth."""
CLOTH_ROUGHNESS = 0.85


@dataclass(frozen=True)
class Look:
    """One variant of a character."""

    outfit: Outfit
    palette: Palette
    scale: float = 1.0
    """Of the whole person: its stature over that of a man of 1.70 m."""
    weathered: float = 0.0
    """0..1: sun on the face and the shade of a beard."""


SLIGHT = Figure(waist=-0.006, shoulders=-0.004, limbs=0.95)
STOCKY = Figure(belly=0.020, waist=0.008, shoulders=0.003, limbs=1.05)
HEAVY = Figure(belly=0.042, waist=0.014, limbs=1.06)
WOMAN = Figure(waist=-0.016, hips=0.010, shoulders=-0.012, bust=0.020, limbs=0.86)

YOUNG = Face(jaw=-0.003, chin=0.002, cheeks=-0.002, bridge=0.001, eye_open=0.0005, brow_thick=-0.0004)
BROAD = Face(jaw=0.004, fullness=0.003, cheeks=0.002, nose_width=0.0015, brow_thick=0.0006)
OLDER = Face(
    jaw=0.002, fullness=-0.001, cheeks=0.003, nose_length=0.002, nose_width=0.001, eye_open=-0.0008, neck=-0.002
)
DRIVER = Face(jaw=0.003, fullness=0.006, nose_width=0.002, eye_open=-0.0004, neck=0.003, hair_forehead=1.752)
HER = Face(
    jaw=-0.007, chin=-0.001, fullness=-0.002, cheeks=-0.003, nose_width=-0.003, nose_length=-0.002, bridge=-0.001,
    eye_open=0.0014, brow_height=0.002, brow_thick=-0.0013, lips=0.0008, neck=-0.009,
)  # fmt: skip

WORKER = Outfit(helmet=True, strap="fastened", gloves=True, vest=True)
TRUCKER = Outfit(figure=HEAVY, face=DRIVER, hair="short", top="jacket", trousers="plain", shoes="shoes")
TRUCKER_COLOURS = COMMON | {"trousers": (0.13, 0.15, 0.19), "skin": (0.80, 0.59, 0.45)}
BLUE, RED, WHITE = (0.10, 0.30, 0.68), (0.80, 0.10, 0.08), (0.93, 0.94, 0.95)

WARDROBE: dict[str, dict[str, Look]] = {
    "worker_hv": {
        "plain": Look(WORKER, COMMON, weathered=0.6),
        "plain_b": Look(
            replace(WORKER, figure=SLIGHT, face=YOUNG),
            COMMON
            | {
                "helmet": BLUE,
                "shirt": (0.24, 0.26, 0.30),
                "trousers": (0.20, 0.21, 0.22),
                "skin": (0.86, 0.665, 0.53),
            },
            scale=1.025,
            weathered=0.2,
        ),
        "plain_c": Look(
            replace(WORKER, figure=STOCKY, face=BROAD),
            COMMON
            | {"helmet": RED, "shirt": (0.33, 0.35, 0.27), "trousers": (0.22, 0.20, 0.17), "skin": (0.78, 0.57, 0.43)},
            scale=0.985,
            weathered=0.9,
        ),
        "strap_open": Look(
            replace(WORKER, strap="open", face=OLDER),
            COMMON
            | {
                "shirt": (0.40, 0.39, 0.35),
                "hair": (0.27, 0.26, 0.25),
                "brow": (0.20, 0.18, 0.17),
                "skin": (0.79, 0.585, 0.445),
            },
            scale=0.99,
            weathered=0.9,
        ),
    },
    "truck_driver": {
        "plain": Look(TRUCKER, TRUCKER_COLOURS, scale=1.01, weathered=0.6),
        "vest": Look(
            replace(TRUCKER, vest=True),
            TRUCKER_COLOURS | {"vest": (0.84, 0.95, 0.10), "tape": (0.84, 0.95, 0.10)},
            scale=1.01,
            weathered=0.6,
        ),
    },
    "pedestrian": {
        "woman": Look(
            Outfit(figure=WOMAN, face=HER, hair="bob", top="coat", trousers="plain", shoes="shoes"),
            COMMON
            | {
                "skin": (0.90, 0.715, 0.60),
                "lips": (0.80, 0.49, 0.455),
                "trousers": (0.12, 0.125, 0.15),
                "shoe_sole": (0.16, 0.15, 0.15),
            },  # fmt: skip
            scale=0.945,
        )
    },
    "safety_officer": {
        "plain": Look(
            replace(WORKER, face=YOUNG, gloves=False),
            COMMON
            | {
                "helmet": WHITE,
                "vest": (0.84, 0.95, 0.10),
                "tape": (1.0, 0.42, 0.06),
                "shirt": (0.80, 0.82, 0.84),
                "trousers": (0.13, 0.14, 0.17),
            },
            scale=1.015,
            weathered=0.3,
        )
    },
}
"""Variants by character; the first of each is what a scenario gets that names none."""
