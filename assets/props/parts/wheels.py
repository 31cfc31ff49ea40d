"""Wheels of lorries and cars: their hub looks to +x, the middle of the tyre is at the origin."""

from __future__ import annotations

from functools import cache

import numpy as np
from manifold3d import CrossSection, FillRule, Manifold

from assets.mesh import Mesh, joined
from assets.modelling import bolt, lathe, ring, solid, tube
from assets.modelling.materials import ALUMINIUM, DARK_STEEL, RUBBER, STEEL, Material

LORRY_RADIUS = 0.51
LORRY_WIDTH = 0.27
CAR_RADIUS = 0.32
CAR_WIDTH = 0.20
LORRY_RIM = Material((0.52, 0.53, 0.54), "galvanised", 0.45, 0.35, 0.3)
BURST_SECTOR = 70.0
"""How much of a burst tyre's circumference has been thrown off, degrees."""


def _tyre_section(radius: float, width: float, rim: float) -> list[tuple[float, float]]:
    """Outline (radius, along the axle) of a tyre, closed: three ribs and two grooves outside, bead inside."""
    half, groove = width / 2, 0.016
    wall = [
        (rim, -half * 0.72),
        (rim + 0.02, -half * 0.86),
        (rim + (radius - rim) * 0.5, -half),
        (radius - 0.035, -half * 0.97),
        (radius - 0.010, -half * 0.88),
        (radius, -half * 0.72),
    ]
    channel = [
        (radius, -half * 0.34),
        (radius - groove, -half * 0.30),
        (radius - groove, -half * 0.22),
        (radius, -half * 0.18),
    ]
    crown = [*channel, *[(r, -z) for r, z in reversed(channel)]]
    return [*wall, *crown, *[(r, -z) for r, z in reversed(wall)]]


def _turned(outline: list[tuple[float, float]], degrees: float, sides: int, material: Material) -> Mesh:
    section = CrossSection([np.asarray(outline)], FillRule.NonZero)
    return solid(Manifold.revolve(section, sides, degrees), material, split=38)


def _lorry_rim() -> Mesh:
    """A steel disc wheel with its nuts and hub, outside at +z."""
    radius = LORRY_RADIUS * 0.56
    disc = lathe(
        [
            (0, -0.10),
            (radius, -0.10),
            (radius, 0.09),
            (radius + 0.014, 0.105),
            (radius - 0.004, 0.118),
            (radius - 0.03, 0.10),
            (radius - 0.05, 0.045),
            (0.205, 0.02),
            (0.12, 0.045),
            (0.10, 0.09),
            (0.085, 0.105),
            (0, 0.108),
        ],
        LORRY_RIM,
        sides=22,
        split=38,
    )
    nuts = ring(bolt(0.017, 0.03, DARK_STEEL).placed(x=0.142, z=0.036), 8)
    holes = ring(lathe([(0, 0), (0.030, 0), (0, 0.004)], RUBBER, sides=8).placed(x=0.194, z=0.024), 8)
    return joined([disc, nuts, holes])


def _car_rim() -> Mesh:
    """A five-spoke alloy wheel, outside at +z."""
    radius = CAR_RADIUS * 0.64
    barrel = lathe(
        [
            (0, -0.085),
            (radius, -0.085),
            (radius, 0.06),
            (radius + 0.012, 0.085),
            (radius - 0.006, 0.092),
            (radius - 0.02, 0.06),
            (radius - 0.028, -0.03),
            (0, -0.035),
        ],
        DARK_STEEL,
        sides=24,
        split=35,
    )
    lip = lathe(
        [
            (radius - 0.02, 0.07),
            (radius + 0.013, 0.082),
            (radius - 0.004, 0.094),
            (radius - 0.024, 0.082),
            (radius - 0.02, 0.07),
        ],
        ALUMINIUM,
        sides=24,
        split=35,
    )
    spoke = tube(
        [(0.03, 0, 0.06), (0.10, 0, 0.075), (radius - 0.01, 0, 0.07)],
        [0.024, 0.018, 0.020],
        ALUMINIUM,
        sides=5,
        squash=(1.0, 0.55),
    )
    cap = lathe([(0, 0.05), (0.042, 0.05), (0.036, 0.082), (0, 0.086)], ALUMINIUM, sides=14)
    disc = lathe([(0, -0.02), (0.12, -0.02), (0.12, -0.005), (0, -0.005)], STEEL, sides=18)
    return joined([barrel, lip, ring(spoke, 5, 18), cap, disc])


@cache
def lorry_wheel() -> Mesh:
    """One wheel of a lorry."""
    tyre = _turned(_tyre_section(LORRY_RADIUS, LORRY_WIDTH, LORRY_RADIUS * 0.57), 360, 20, RUBBER)
    return joined([tyre, _lorry_rim()]).placed(r=90)


@cache
def inner_lorry_wheel() -> Mesh:
    """The inner of twin wheels, of which little shows."""
    half, rim = LORRY_WIDTH / 2, LORRY_RADIUS * 0.56
    outline = [(0, -half * 0.7), (rim, -half * 0.7), (LORRY_RADIUS - 0.03, -half), (LORRY_RADIUS, -half * 0.75)]
    outline += [(radius, -along) for radius, along in reversed(outline)]
    return lathe(outline, RUBBER, sides=20).placed(r=90)


@cache
def burst_lorry_wheel() -> Mesh:
    """A wheel whose tyre has burst: part of the tread thrown off, the rest sunk, shreds hanging."""
    rng = np.random.default_rng(15)
    outline = _tyre_section(LORRY_RADIUS - 0.055, LORRY_WIDTH + 0.05, LORRY_RADIUS * 0.57)
    left = _turned(outline, 360 - BURST_SECTOR, 20, RUBBER.shade(1.3)).placed(h=115)
    shreds = []
    for k in range(7):
        angle = np.radians(rng.uniform(40, 48 + BURST_SECTOR))
        foot = np.array([np.cos(angle), np.sin(angle), 0]) * (LORRY_RADIUS - 0.16)
        out = foot * rng.uniform(1.25, 1.55) + [0, 0, rng.uniform(-0.1, 0.14)]
        tip = out + np.array([np.sin(angle), -np.cos(angle), 0]) * rng.uniform(0.05, 0.2)
        width = rng.uniform(0.02, 0.05)
        shreds.append(
            tube(
                [foot + [0, 0, (k - 3) * 0.035], out, tip],
                [width, width * 0.8, width * 0.3],
                RUBBER.shade(1.2),
                sides=4,
                squash=(1, 0.25),
            )
        )
    for _ in range(10):
        angle = np.radians(rng.uniform(45, 45 + BURST_SECTOR))
        foot = np.array([np.cos(angle), np.sin(angle), 0]) * (LORRY_RADIUS - 0.17)
        tip = foot * rng.uniform(1.1, 1.4) + rng.uniform(-0.06, 0.06, 3)
        shreds.append(tube([foot, tip], 0.003, STEEL.shade(0.6), sides=3))
    return joined([left, *shreds, _lorry_rim()]).placed(r=90)


@cache
def car_wheel() -> Mesh:
    """One wheel of a car."""
    tyre = _turned(_tyre_section(CAR_RADIUS, CAR_WIDTH, CAR_RADIUS * 0.65), 360, 24, RUBBER)
    return joined([tyre, _car_rim()]).placed(r=90)
