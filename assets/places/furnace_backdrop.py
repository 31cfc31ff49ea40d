"""The blast furnace behind the gas area: shell, tap-hole platform with its glow, stoves, dust catcher, gas mains."""

from __future__ import annotations

import numpy as np

from assets.mesh import Lamp, Mesh, Model, joined
from assets.modelling import Assembly, Material, box, lathe, painted, plastic, ring, rod, torus
from assets.modelling.materials import CONCRETE, DARK_STEEL, RUSTY_STEEL
from assets.places.floors import flat_ground
from assets.places.greenery import grove
from assets.places.plant_backdrop import far_pipe_rack, shed, stack
from assets.props.parts.pipework import pipe
from assets.props.parts.railings import railing

SHELL = Material((0.30, 0.24, 0.20), "rust", 0.7, 0.3, 0.8, scale=0.5)
IRON_BROWN = painted(0.16, 0.12, 0.10, 0.6, 0.4)
DUCT = painted(0.34, 0.33, 0.32, 0.55, 0.4)
STOVE = painted(0.38, 0.37, 0.35, 0.6, 0.4)
GLOW = plastic(1.0, 0.42, 0.10)
MIDDLE = (15.0, 33.0)


def furnace_backdrop() -> Model:
    """Everything north of the gas area, in the place's frame."""
    parts = Assembly()
    x, y = MIDDLE
    parts.add(_furnace().placed(x, y), _cast_house().placed(x, y - 8.6))
    parts.sign("furnace_name", 5.0, 1.17, x, y - 6.55, 12.2, turn=180)
    _glow(parts, x, y - 8.4)
    for k in range(3):
        parts.add(_stove().placed(-9.0 + 9.0 * k - 4.0, 37.0 + 2.0 * k))
    parts.add(_dust_catcher().placed(31.0, 36.0))
    for reach in (-2.2, 2.2):
        parts.add(
            pipe(
                [(x + reach, y, 27.0), (x + reach, y, 34.0), (x + reach * 0.2, y + 1.0, 37.5), (31.0, 36.0, 24.5)],
                1.0,
                DUCT,
                bend=3.0,
                sides=16,
            )
        )
    parts.add(pipe([(31.0, 38.5, 6.0), (31.0, 46.0, 6.0), (-30.0, 46.0, 6.0)], 0.9, DUCT, bend=2.5, sides=16))
    parts.add(pipe([(-18.0, 33.0, 14.0), (8.6, 33.0, 14.0)], 0.75, RUSTY_STEEL, sides=16))
    parts.add(_skip_bridge().placed(x, y))
    parts.add(stack(2.0, 62.0).placed(-24.0, 66.0), stack(1.6, 48.0).placed(58.0, 62.0))
    parts.include(shed(44.0, 18.0, 14.0), 46.0, 22.0, h=90)
    parts.include(shed(40.0, 14.0, 10.0), 10.0, -30.0)
    parts.include(shed(30.0, 14.0, 10.0), -28.0, 6.0, h=90)
    parts.add(far_pipe_rack(-16.0, 44.0, 23.5, 6.5, pipes=5, step=7.5))
    trees = [(xx, -11.0 - (k % 3)) for k, xx in enumerate(np.arange(-14, 38, 7.0))]
    parts.add(grove(trees, flat_ground, 8, tall=(5.0, 8.0), slender=0.8, leaves=70))
    return parts.model()


def _furnace() -> Mesh:
    """The shell with its rings, coolers, bustle pipe and tuyeres, platforms and top."""
    outline = [
        (0, 6.0),
        (5.6, 6.0),
        (5.6, 9.0),
        (6.2, 12.0),
        (6.2, 14.0),
        (4.4, 24.0),
        (3.9, 26.0),
        (3.9, 27.5),
        (2.6, 30.0),
        (0, 30.5),
    ]
    shell = lathe(outline, SHELL, sides=32, split=35)
    bands = [
        torus(r + 0.06, 0.14, IRON_BROWN, sides=32, section=5).placed(z=z)
        for r, z in ((5.6, 8.8), (6.2, 12.0), (6.2, 14.0), (5.5, 18.0), (4.8, 22.0), (3.9, 26.2))
    ]
    bustle = torus(8.0, 0.75, DUCT, sides=32, section=12).placed(z=11.0)
    tuyere = joined(
        [
            rod((7.4, 0, 10.6), (5.7, 0, 8.0), 0.22, IRON_BROWN, sides=8),
            box(0.4, 0.5, 0.5, IRON_BROWN, bevel=0.05).placed(5.7, 0, 7.6),
        ]
    )
    columns = ring(box(0.9, 0.9, 27.0, IRON_BROWN, bevel=0.05, grid=3.0).placed(9.2), 4, start=45)
    decks = []
    for z in (14.5, 19.5, 24.5):
        decks.append(lathe([(4.6, z), (8.8, z), (8.8, z + 0.25), (4.6, z + 0.25)], IRON_BROWN, sides=32, split=30))
        decks += [
            torus(8.7, 0.05, painted(0.70, 0.42, 0.03), sides=32, section=4).placed(z=z + dz) for dz in (0.8, 1.35)
        ]
        decks.append(ring(rod((8.7, 0, z), (8.7, 0, z + 1.35), 0.045, painted(0.70, 0.42, 0.03), sides=4), 18))
    hopper = lathe([(0, 30.0), (1.2, 30.4), (2.0, 33.0), (2.0, 35.0), (0, 35.0)], IRON_BROWN, sides=20)
    beams = [
        box(14.0, 0.5, 0.6, IRON_BROWN, bevel=0.04, grid=3).placed(0, s * 6.5, z)
        for s in (-1, 1)
        for z in (14.0, 27.0, 33.0)
    ]
    frame = [
        box(0.5, 0.5, 9.0, IRON_BROWN, bevel=0.04, grid=3).placed(sx * 3.5, sy * 3.5, 27.0)
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    base = lathe([(0, 0), (8.0, 0), (8.0, 5.0), (6.6, 6.0), (0, 6.0)], CONCRETE.shade(0.55), sides=28, split=30)
    return joined([shell, *bands, bustle, ring(tuyere, 12), columns, *decks, hopper, *beams, *frame, base])


def _cast_house() -> Mesh:
    """The open-fronted cast house south of the furnace: platform on columns, roof on trusses, side walls half down."""
    wall = Material((0.36, 0.38, 0.39), "corrugated", 0.65, 0.15, 0.4)
    found = [box(22.0, 9.0, 0.5, CONCRETE.shade(0.5), bevel=0.05, grid=1.5).placed(0, 0, 4.0)]
    found += [
        box(0.8, 0.8, 4.0, CONCRETE.shade(0.6), bevel=0.04, grid=1.0).placed(x, y)
        for x in (-10, -5, 0, 5, 10)
        for y in (-4.0, 4.0)
    ]
    found += [box(0.5, 0.5, 7.6, IRON_BROWN, bevel=0.03, grid=2).placed(x, -4.2, 4.5) for x in (-10.6, -3.6, 3.6, 10.6)]
    found.append(box(22.4, 0.12, 2.6, wall, bevel=0.02, grid=2).placed(0, -4.4, 9.6))
    found += [box(0.12, 8.6, 4.0, wall, bevel=0.02, grid=2).placed(x, 0, 8.2) for x in (-11.0, 11.0)]
    found.append(box(23.4, 10.4, 0.2, wall.shade(0.8), bevel=0.03, grid=3).placed(p=-7).placed(0, 0, 12.3))
    found.append(railing((-10.9, -4.4, 4.5), (10.9, -4.4, 4.5), high=1.15))
    found += [
        box(1.2, 0.3, 0.06, DARK_STEEL, bevel=0.01).placed(-12.6 + 0.0 * k, -4.0 + 0.32 * k, 0.3 * k) for k in range(14)
    ]
    found += [
        rod((-12.6 + dx, -4.0, 0.9), (-12.6 + dx, 0.4, 5.2), 0.03, painted(0.70, 0.42, 0.03), sides=5)
        for dx in (-0.6, 0.6)
    ]
    return joined(found)


def _glow(parts: Assembly, x: float, y: float) -> None:
    """The runner of molten iron and what it lights."""
    parts.add(box(0.7, 6.0, 0.05, GLOW, bevel=0.01, grid=1).placed(x - 1.5, y + 1.0, 4.52), to="glow")
    parts.add(box(5.5, 0.6, 0.05, GLOW, bevel=0.01, grid=1).placed(x + 1.0, y - 1.8, 4.52), to="glow")
    parts.add(rod((x - 1.5, y + 3.8, 6.4), (x - 1.5, y + 2.6, 4.6), 0.16, plastic(1.0, 0.66, 0.24), sides=8), to="glow")
    parts.lamp(Lamp((x - 0.5, y, 5.6), (0, -0.5, 1), (1.0, 0.42, 0.12), 9.0, cone=180, baked=True, size=1.2))


def _stove() -> Mesh:
    """A hot stove: a tall domed cylinder with its platforms."""
    outline = [(0, 0), (3.4, 0), (3.4, 22.0), (3.7, 23.5), (3.6, 25.5), (2.6, 27.8), (1.2, 28.8), (0, 29.0)]
    body = lathe(outline, STOVE, sides=26, split=45)
    found = [body]
    for z in (8.0, 15.0, 22.0):
        found.append(lathe([(3.4, z), (4.5, z), (4.5, z + 0.12), (3.4, z + 0.12)], IRON_BROWN, sides=26, split=30))
        found.append(torus(4.45, 0.05, painted(0.70, 0.42, 0.03), sides=26, section=4).placed(z=z + 1.1))
        found.append(ring(rod((4.45, 0, z), (4.45, 0, z + 1.1), 0.04, painted(0.70, 0.42, 0.03), sides=4), 14))
    found.append(rod((0, -3.4, 5.0), (0, -5.2, 5.0), 0.8, IRON_BROWN, sides=14))
    return joined(found)


def _dust_catcher() -> Mesh:
    outline = [(0, 5.0), (0.8, 5.0), (4.2, 10.5), (4.2, 19.0), (1.2, 24.0), (1.2, 25.5), (0, 25.5)]
    legs = ring(rod((4.4, 0, 0), (4.1, 0, 12.0), 0.35, IRON_BROWN, sides=8), 6)
    return joined(
        [
            lathe(outline, DUCT, sides=26, split=40),
            legs,
            torus(4.3, 0.15, IRON_BROWN, sides=26, section=5).placed(z=12.0),
        ]
    )


def _skip_bridge() -> Mesh:
    """The inclined bridge of the charging skip, rising to the top from the north-east."""
    a, b = np.array([34.0, 6.0, 2.0]), np.array([2.0, 0.5, 34.0])
    found = []
    for side in (-1.2, 1.2):
        for dz in (0.0, 2.2):
            found.append(rod(a + (0, side, dz), b + (0, side, dz), 0.16, IRON_BROWN, sides=5, grid=6))
        for t in np.linspace(0, 0.93, 14):
            low, high = a + (b - a) * t + (0, side, 0), a + (b - a) * (t + 0.07) + (0, side, 2.2)
            found.append(rod(low, high, 0.08, IRON_BROWN, sides=4))
    return joined(found)
