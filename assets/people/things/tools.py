"""Tools that people work with: spanner, shovel, drill, torch, and what they clean with."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh
from assets.modelling import Material, box, cable, lathe, plastic, rod, rounded_box, smooth, tube
from assets.modelling.materials import (
    BLACK_PAINT,
    BLACK_PLASTIC,
    BLUE_PAINT,
    BRASS,
    DARK_STEEL,
    GREEN_PAINT,
    GREY_PAINT,
    RED_PAINT,
    STEEL,
    YELLOW_PAINT,
)
from assets.modelling.sweeps import ring_mesh
from assets.people.things.thing import Thing, in_grip, in_place

TIMBER = Material((0.58, 0.42, 0.25), "paint", 0.85)
COPPER = Material((0.80, 0.50, 0.22), "paint", 0.3)
AIR_HOSE = plastic(0.03, 0.22, 0.55, 0.4)
WATER_HOSE = plastic(0.10, 0.36, 0.20, 0.5)
MOP_POLE = plastic(0.16, 0.42, 0.62, 0.45)
COTTON = Material((0.74, 0.73, 0.68), "paint", 0.95)


def _spanner() -> list[Mesh]:
    shaft = tube([(0, -0.08, 0), (0, 0.14, 0)], 0.0085, STEEL, sides=8, squash=(1.0, 0.5))
    jaws = [
        box(0.014, 0.030, 0.010, STEEL, bevel=0.003, centred=True).placed(x, y, 0)
        for x, y in ((-0.016, 0.162), (0.016, 0.162))
    ]
    outline = [(0, -0.0055), (0.019, -0.0055), (0.021, -0.0035), (0.021, 0.0035), (0.019, 0.0055), (0, 0.0055)]
    heads = [lathe(outline, STEEL, sides=14).placed(0, y, 0) for y in (0.142, -0.088)]
    return [shaft, *heads, *jaws]


def _shovel() -> list[Mesh]:
    """Held in the right fist, the blade down beyond the little finger."""
    handle = rod((0, 0.42, 0), (0, -0.62, 0), 0.017, TIMBER, sides=10)
    cross = rod((-0.05, 0.42, 0), (0.05, 0.42, 0), 0.015, TIMBER, sides=8)
    socket = rod((0, -0.50, 0), (0, -0.68, 0), 0.021, DARK_STEEL, sides=10)
    return [handle, cross, socket, _blade().placed(0, -0.66, 0)]


def _blade() -> Mesh:
    """A shovel's blade from its root at the origin towards -y, hollow on top."""
    rows = [(0.0, 0.06), (0.05, 0.105), (0.16, 0.112), (0.23, 0.095), (0.275, 0.045), (0.285, 0.008)]
    rings = []
    for down, half in rows:
        across = np.linspace(-half, half, 7)
        bowl = 0.035 * (1 - (across / 0.115) ** 2) * min(1.0, down / 0.05 + 0.4)
        top = np.stack([across, np.full(7, -down), -bowl], -1)
        rings.append(np.concatenate([top, top[::-1] + (0, 0, 0.004)]))
    return ring_mesh(np.array(rings)[:, ::-1], DARK_STEEL, split=50)


def _shovel_upright() -> list[Mesh]:
    """Standing on its blade beside the right foot, the hand on its shaft."""
    return [mesh.placed(0.305, 0.262, 0.965, p=90) for mesh in _shovel()]


def _drill() -> list[Mesh]:
    """A rock drill: handles, body, cylinder and the steel ahead of it."""
    path = [(0.03, 0.40, 1.050), (0.03, 0.72, 1.085)]
    body = tube(path, 0.055, YELLOW_PAINT, sides=14, split=40)
    nose = tube([path[1], (0.03, 0.84, 1.098)], [0.045, 0.030], DARK_STEEL, sides=12)
    steel = rod((0.03, 0.82, 1.096), (0.03, 1.55, 1.176), 0.013, STEEL, sides=8)
    bit = tube([(0.03, 1.53, 1.174), (0.03, 1.60, 1.182)], [0.018, 0.024], DARK_STEEL, sides=10)
    bar = rod((0.155, 0.385, 1.052), (-0.06, 0.385, 1.046), 0.016, BLACK_PLASTIC, sides=10)
    front = rod((0.03, 0.525, 1.065), (-0.10, 0.520, 1.075), 0.016, BLACK_PLASTIC, sides=10)
    hose = cable([(0.03, 0.39, 1.02), (0.12, 0.25, 0.70), (0.30, -0.10, 0.25), (0.40, -0.6, 0.03)], 0.018, BLACK_PAINT)
    return [body, nose, steel, bit, bar, front, hose]


def _torch() -> list[Mesh]:
    """A cutting torch with its two hoses."""
    grip = rod((0, -0.07, 0), (0, 0.10, 0), 0.015, GREY_PAINT, sides=10)
    pipes = [tube([(x, 0.10, 0), (x, 0.26, 0), (x, 0.31, 0.03)], 0.006, STEEL, sides=7) for x in (-0.009, 0.009)]
    head = tube([(0, 0.30, 0.02), (0, 0.325, 0.075)], [0.015, 0.008], COPPER, sides=10)
    hoses = [
        cable([(x, -0.07, 0), (x * 3, -0.16, 0.05), (x * 6, -0.22, 0.30), (x * 12, -0.30, 0.80)], 0.007, paint)
        for x, paint in ((-0.010, RED_PAINT), (0.010, GREEN_PAINT))
    ]
    return [grip, *pipes, head, *hoses]


MOP_TOP, MOP_FOOT = np.array([-0.145, 0.165, 1.330]), np.array([0.250, 0.830, 0.055])
"""The ends of a mop's pole in the first frame of mopping, in the finished person's frame."""


def _mop() -> list[Mesh]:
    """A pole with its clamp, and wet cotton strands spread on the floor."""
    rng = np.random.default_rng(3)
    pole = rod(MOP_TOP, MOP_FOOT, 0.012, MOP_POLE, sides=9)
    grip = rod(MOP_TOP, MOP_TOP + (MOP_FOOT - MOP_TOP) * 0.10, 0.0145, BLACK_PLASTIC, sides=9)
    clamp = rounded_box(0.150, 0.034, 0.036, GREY_PAINT, radius=0.010).placed(*(MOP_FOOT - (0, 0, 0.020)), h=-30)
    strands = []
    for k in range(26):
        turn, reach = 2 * np.pi * k / 26 + rng.uniform(-0.1, 0.1), rng.uniform(0.10, 0.17)
        out = np.array([np.cos(turn), np.sin(turn), 0.0])
        root = MOP_FOOT + out * 0.035 + (0, 0, -0.012)
        knee = MOP_FOOT * (1, 1, 0) + out * reach * 0.55 + (0, 0, 0.020)
        strands.append(
            tube(smooth([root, knee, knee + out * reach * 0.45 - (0, 0, 0.010)], 3), 0.0085, COTTON, sides=5)
        )
    return [pole, grip, clamp, *strands]


def _air_gun() -> list[Mesh]:
    """A blow gun: its handle in the fist, the nozzle ahead of the knuckles, the hose down from its foot."""
    handle = rounded_box(0.042, 0.115, 0.028, BLUE_PAINT, radius=0.012, segments=10).placed(0.0, -0.008, -0.014)
    body = rounded_box(0.115, 0.042, 0.032, DARK_STEEL, radius=0.013, segments=10).placed(0.030, 0.058, -0.016)
    nozzle = tube(smooth([(0.080, 0.060, 0), (0.150, 0.062, 0), (0.215, 0.050, 0)], 4), 0.0055, BRASS, sides=7)
    lever = tube(smooth([(0.052, 0.040, 0), (0.054, 0.008, 0), (0.034, -0.036, 0)], 4), 0.005, STEEL, sides=6)
    foot = rod((0, -0.062, 0), (0, -0.095, 0), 0.011, BRASS, sides=8)
    hose = tube(smooth([(0, -0.09, 0), (-0.03, -0.20, 0), (-0.16, -0.42, 0.03), (-0.30, -0.90, 0.08)], 6), 0.006,
                AIR_HOSE, sides=6)  # fmt: skip
    return [handle, body, nozzle, lever, foot, hose]


def _rinse_hose() -> list[Mesh]:
    """The end of a water hose: a grip with its valve, a brass nozzle bent ahead, the hose back down to the floor."""
    bend, way = np.array([0.004, 0.092, 0.0]), np.array([0.82, 0.57, 0.0])
    grip = rod((-0.004, -0.085, 0), (-0.004, 0.072, 0), 0.0165, BLACK_PLASTIC, sides=12)
    valve = tube([(-0.004, 0.068, 0), bend, bend + way * 0.030], [0.020, 0.022, 0.017], BRASS, sides=12)
    nozzle = tube([bend + way * k for k in (0.026, 0.080, 0.130)], [0.014, 0.012, 0.0085], BRASS, sides=12)
    tip = tube([bend + way * k for k in (0.118, 0.142)], [0.0135, 0.0135], BLACK_PLASTIC, sides=12)
    fall = [(-0.004, -0.08, 0), (-0.01, -0.20, 0.01), (0.05, -0.42, 0.04), (0.17, -0.64, 0.08), (0.29, -0.81, 0.12)]
    return [grip, valve, nozzle, tip, tube(smooth(fall, 6), 0.0125, WATER_HOSE, sides=8)]


THINGS: dict[str, Thing] = {
    "spanner": in_grip("handR", _spanner),
    "shovel": in_grip("handR", _shovel),
    "shovel_upright": in_place("handR", _shovel_upright),
    "drill": in_place("handR", _drill),
    "torch": in_grip("handR", _torch),
    "mop": in_place("chest", _mop),
    "air_gun": in_grip("handR", _air_gun),
    "rinse_hose": in_grip("handR", _rinse_hose),
}
