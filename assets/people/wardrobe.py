"""Who there is: every character and variant of the registry, with outfit, stature and colours.

Colours are sRGB 0..1. A variant that only changes colours shares the meshes of the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assets.people.outfit import Outfit

Colour = tuple[float, float, float]
Palette = dict[str, Colour]

COMMON: Palette = {
    "skin": (0.83, 0.625, 0.485),
    "lips": (0.74, 0.475, 0.40),
    "mouth": (0.40, 0.21, 0.18),
    "hair": (0.075, 0.065, 0.062),
    "brow": (0.13, 0.10, 0.085),
    "lash": (0.10, 0.075, 0.065),
    "white": (0.90, 0.885, 0.86),
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


WORKER = Outfit(helmet=True, strap="fastened", gloves=True, vest=True)

WARDROBE: dict[str, dict[str, Look]] = {
    "worker_hv": {
        "plain": Look(WORKER, COMMON, weathered=0.6),
        "strap_open": Look(replace(WORKER, strap="open"), COMMON | {"shirt": (0.36, 0.36, 0.33)}, weathered=0.5),
    },
}
"""Variants by character; the first of each is what a scenario gets that names none."""
