"""What people have in hand all day: telephones, a tablet, a stick, a bag, a cup, a cigarette."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh
from assets.modelling import Material, box, lathe, plastic, rod, rounded_box, tube
from assets.modelling.materials import BLACK_PLASTIC, GREEN_PAINT
from assets.people.things.thing import Thing, in_grip, in_place

SCREEN = plastic(0.03, 0.05, 0.08, 0.12)
LIT = plastic(0.30, 0.46, 0.62, 0.2)
TIMBER = Material((0.58, 0.42, 0.25), "paint", 0.85)
SHOPPING = plastic(0.70, 0.16, 0.15, 0.5)
PAPER = Material((0.86, 0.84, 0.80), "paint", 0.8)
SLEEVE = Material((0.45, 0.29, 0.16), "cardboard", 0.9)
FILTER = Material((0.72, 0.42, 0.16), "paint", 0.8)
ASH = Material((0.42, 0.40, 0.39), "paint", 0.95)
EMBER = Material((0.95, 0.26, 0.05), "paint", 0.9)


def _handset() -> list[Mesh]:
    """A telephone between fingers and thumb, along the hand."""
    body = rounded_box(0.150, 0.074, 0.010, BLACK_PLASTIC, radius=0.005)
    face = box(0.138, 0.066, 0.002, SCREEN, bevel=0.0008, centred=True).placed(0, 0, -0.001)
    return [mesh.placed(0.018, 0.010, -0.006, r=-8) for mesh in (body, face)]


def _smartphone() -> list[Mesh]:
    """The same, its lit face turned to the reader."""
    body = rounded_box(0.074, 0.150, 0.010, BLACK_PLASTIC, radius=0.005)
    face = box(0.066, 0.136, 0.002, LIT, bevel=0.0008, centred=True).placed(0, 0, -0.001)
    return [mesh.placed(0.010, 0.045, -0.002) for mesh in (body, face)]


def _tablet() -> list[Mesh]:
    """Before the chest, tilted to be read."""
    body = rounded_box(0.260, 0.185, 0.014, BLACK_PLASTIC, radius=0.006)
    face = box(0.232, 0.158, 0.003, LIT, bevel=0.001, centred=True).placed(0, 0, 0.0145)
    lines = [
        box(0.18 - 0.03 * (k % 3), 0.006, 0.001, plastic(0.75, 0.80, 0.86), bevel=0.0003).placed(
            -0.015, 0.055 - 0.022 * k, 0.0158
        )
        for k in range(6)
    ]
    return [mesh.placed(0, 0.325, 1.135, p=38) for mesh in (body, face, *lines)]


def _cane() -> list[Mesh]:
    """A crook under the palm, its foot on the ground."""
    foot, top = np.array([0.268, 0.275, 0.012]), np.array([0.264, 0.285, 0.760])
    turn = np.linspace(0, np.pi, 10)
    crook = top + np.stack([np.zeros(10), -0.045 + 0.045 * np.cos(turn), 0.040 * np.sin(turn)], -1)
    shaft = tube(np.concatenate([[foot], [(foot + top) / 2], crook]), 0.0115, TIMBER, sides=9)
    ferrule = rod((*foot[:2], 0), (*foot[:2], 0.032), 0.016, BLACK_PLASTIC, sides=10)
    return [shaft, ferrule]


def _bag() -> list[Mesh]:
    """A shopping bag hanging from the fist, greens looking out of it."""
    body = rounded_box(0.26, 0.13, 0.27, SHOPPING, radius=0.045)
    greens = [
        rounded_box(0.05, 0.05, 0.12, GREEN_PAINT, radius=0.022).placed(x, y, 0.22, r=lean)
        for x, y, lean in ((-0.06, 0.0, 14), (0.02, 0.02, -6), (0.07, -0.01, -18))
    ]
    loops = [
        tube(
            [(-0.07, y, 0.25), (-0.035, y * 0.4, 0.36), (0.035, y * 0.4, 0.36), (0.07, y, 0.25)],
            0.006,
            SHOPPING,
            sides=6,
        )
        for y in (-0.035, 0.035)
    ]
    return [mesh.placed(0.295, 0.045, 0.365, h=90) for mesh in (body, *greens, *loops)]


def _cup() -> list[Mesh]:
    """A paper cup in its cardboard sleeve, upright in the fist."""
    wall = [(0, 0), (0.026, 0), (0.0275, 0.004), (0.0365, 0.092), (0.0385, 0.095), (0.0365, 0.098), (0.0345, 0.094)]
    paper = lathe([*wall, (0.0335, 0.078), (0, 0.078)], PAPER, sides=20)
    band = lathe([(0.0292, 0.018), (0.0318, 0.018), (0.0360, 0.064), (0.0334, 0.064)], SLEEVE, sides=20)
    return [mesh.placed(p=-90).placed(0.004, -0.048, -0.012) for mesh in (paper, band)]


LIPS = np.array([0.010, 0.108, 1.555])
"""Between them, in the finished person's frame, with the head held as in the first frame of smoking."""


def _cigarette() -> list[Mesh]:
    """From the lips outward: filter, paper, ash and a glowing rim."""
    way = np.array([0.10, 0.97, -0.20])
    stops = (0.0, 0.024, 0.064, 0.067, 0.076)
    radii = (0.0040, 0.0039, 0.0040, 0.0036)
    return [
        rod(LIPS + way * begin, LIPS + way * end, radius, paint, sides=8)
        for begin, end, radius, paint in zip(stops[:-1], stops[1:], radii, (FILTER, PAPER, EMBER, ASH), strict=True)
    ]


THINGS: dict[str, Thing] = {
    "phone": in_grip("handR", _handset),
    "smartphone": in_grip("handR", _smartphone),
    "tablet": in_place("chest", _tablet),
    "cane": in_place("handR", _cane),
    "bag": in_place("handR", _bag),
    "drink_cup": in_grip("handR", _cup),
    "cigarette": in_place("handR", _cigarette),
}
