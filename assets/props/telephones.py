"""Telephones beside the motorway's: explosion-proof in a mine, on a wall, a door intercom; a bus stop's post."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, bolt, box, cable, lathe, rod, rounded_box, smooth, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BLUE_PAINT,
    CABLE_BLACK,
    DARK_STEEL,
    GREY_PLASTIC,
    RUBBER,
    STEEL,
    WHITE_PAINT,
    WHITE_PLASTIC,
    WINDOW,
    painted,
)

MINE_RED = painted(0.50, 0.05, 0.03, 0.45, 0.4)


def telephone(variant: str) -> Model:
    """``mine`` on a post against a rib, ``wall`` in an office, ``intercom`` at a flat's door (both: wall at y -0.05),
    ``bus_stop``: the shelter post with its clock."""
    parts = Assembly()
    {"mine": _mine, "wall": _wall, "intercom": _intercom, "bus_stop": _bus_stop}[variant](parts)
    return parts.model()


def _handset(length: float = 0.21) -> Mesh:
    """A receiver along z, its cups to +y."""
    line = smooth(
        [
            (0, 0.012, 0),
            (0, -0.012, length * 0.2),
            (0, -0.02, length * 0.5),
            (0, -0.012, length * 0.8),
            (0, 0.012, length),
        ],
        4,
    )
    cups = [
        lathe([(0, 0), (0.024, 0), (0.027, 0.012), (0.02, 0.03), (0, 0.03)], BLACK_PLASTIC, sides=14)
        .placed(p=90)
        .placed(0, 0.028, z)
        for z in (0.005, length - 0.005)
    ]
    return joined([tube(line, 0.014, BLACK_PLASTIC, sides=9), *cups])


def _cord(start: tuple[float, float, float], end: tuple[float, float, float], turns: int) -> Mesh:
    """A curled cord hanging between two points."""
    t = np.linspace(0, 1, turns * 8)
    a, b = np.array(start), np.array(end)
    axis = a + (b - a) * t[:, None] - np.array([0, 0, 0.16]) * (4 * t * (1 - t))[:, None]
    spin = t * turns * 2 * np.pi
    coil = axis + 0.009 * np.stack([np.cos(spin), np.sin(spin), np.zeros_like(spin)], -1)
    return tube(coil, 0.003, BLACK_PLASTIC, sides=4)


def _mine(parts: Assembly) -> None:
    """A cast explosion-proof telephone with its bell cups on a steel post, under a small roof, cable gland below."""
    parts.add(
        rod((0, -0.08, 0), (0, -0.08, 1.55), 0.03, DARK_STEEL, sides=10, grid=0.5),
        box(0.22, 0.22, 0.012, DARK_STEEL, bevel=0.003).placed(0, -0.08),
    )
    parts.add(rounded_box(0.26, 0.15, 0.32, MINE_RED, radius=0.03).placed(0, 0, 1.02))
    parts.add(box(0.28, 0.03, 0.34, MINE_RED.shade(0.8), bevel=0.01).placed(0, 0.062, 1.01))
    parts.add(
        *(bolt(0.010, 0.010).placed(p=-90).placed(x, 0.077, z) for x in (-0.12, 0.12) for z in (1.03, 1.18, 1.33))
    )
    parts.add(
        _handset().placed(-0.165, 0.05, 1.08),
        *(box(0.03, 0.05, 0.02, DARK_STEEL, bevel=0.004).placed(-0.14, 0.03, z) for z in (1.10, 1.26)),
    )
    parts.add(_cord((-0.165, 0.05, 1.08), (-0.08, 0.04, 1.02), 9))
    for k in range(12):
        x, z = -0.035 + 0.035 * (k % 3), 1.06 + 0.034 * (k // 3)
        parts.add(rounded_box(0.024, 0.008, 0.022, STEEL, radius=0.003, segments=8).placed(x, 0.078, z))
    parts.add(
        *(
            lathe([(0, 0), (0.045, 0.0), (0.035, 0.03), (0, 0.04)], STEEL, sides=16).placed(x, 0, 1.355)
            for x in (-0.06, 0.06)
        )
    )
    parts.add(
        lathe([(0, 0), (0.03, 0), (0.03, 0.05), (0.02, 0.06), (0, 0.06)], DARK_STEEL, sides=12)
        .placed(p=180)
        .placed(0.06, 0, 1.02)
    )
    parts.add(cable([(0.06, 0, 0.97), (0.07, -0.10, 0.8), (0.05, -0.12, 0.4), (0.06, -0.12, 0.04)], 0.012, RUBBER))
    parts.add(box(0.40, 0.30, 0.012, painted(0.75, 0.5, 0.03), bevel=0.004).placed(p=-12).placed(0, 0.02, 1.56))
    parts.sign("mine_phone", 0.24, 0.06, 0, 0.0785, 1.255)
    parts.sign("mine_phone_board", 0.34, 0.24, 0, -0.045, 0.60)
    parts.add(box(0.35, 0.008, 0.25, WHITE_PAINT, bevel=0.002).placed(0, -0.051, 0.595))


def _wall(parts: Assembly) -> None:
    """A landline on the wall with its list of numbers."""
    parts.add(
        rounded_box(0.20, 0.06, 0.22, WHITE_PLASTIC, radius=0.015).placed(0, -0.02, 1.28),
        _handset(0.2).placed(-0.06, 0.035, 1.29),
    )
    parts.add(_cord((-0.06, 0.03, 1.29), (-0.02, 0.0, 1.28), 8))
    for k in range(12):
        parts.add(
            rounded_box(0.016, 0.006, 0.012, GREY_PLASTIC, radius=0.002, segments=8).placed(
                0.022 + 0.024 * (k % 3), 0.0115, 1.33 + 0.024 * (k // 3)
            )
        )
    parts.add(box(0.22, 0.006, 0.30, WHITE_PAINT, bevel=0.001).placed(0, -0.045, 1.56))
    parts.sign("phone_numbers", 0.21, 0.28, 0, -0.041, 1.57)


def _intercom(parts: Assembly) -> None:
    """A door intercom: steel plate, lens, keys; the gas company's sticker under it."""
    parts.add(
        box(0.14, 0.02, 0.24, STEEL, bevel=0.006).placed(0, -0.04, 1.26),
        lathe([(0, 0), (0.016, 0), (0.014, 0.008), (0, 0.009)], BLACK_PLASTIC, sides=14)
        .placed(p=-90)
        .placed(0, -0.03, 1.46),
    )
    parts.add(box(0.09, 0.004, 0.05, WINDOW, bevel=0.001).placed(0, -0.029, 1.385))
    for k in range(9):
        parts.add(
            rounded_box(0.02, 0.006, 0.016, GREY_PLASTIC, radius=0.003, segments=8).placed(
                -0.03 + 0.03 * (k % 3), -0.028, 1.28 + 0.026 * (k // 3)
            )
        )
    parts.sign("gas_sticker", 0.13, 0.10, 0, -0.0485, 1.12)


def _bus_stop(parts: Assembly) -> None:
    """The post of a bus stop: round column, plate with the lines, clock 07:40 in a box on top."""
    parts.add(
        rod((0, 0, 0), (0, 0, 2.6), 0.05, GREY_PLASTIC, sides=14, grid=0.8),
        lathe([(0, 0), (0.2, 0), (0.16, 0.06), (0.05, 0.09)], DARK_STEEL, sides=16),
    )
    parts.add(
        box(0.5, 0.04, 0.8, BLUE_PAINT, bevel=0.01).placed(0.30, 0, 1.45),
        rounded_box(0.46, 0.14, 0.30, BLACK_PLASTIC, radius=0.03).placed(0, 0, 2.58),
    )
    for turn, y in ((0, 0.0212), (180, -0.0212)):
        parts.sign("bus_lines", 0.46, 0.74, 0.30, y, 1.48, turn=turn)
    parts.sign("clock_0740", 0.38, 0.19, 0, 0.0712, 2.635)
    parts.sign("clock_0740", 0.38, 0.19, 0, -0.0712, 2.635, turn=180)
    parts.add(cable([(0, -0.05, 2.5), (0.02, -0.06, 1.5), (0, -0.055, 0.1)], 0.008, CABLE_BLACK))
