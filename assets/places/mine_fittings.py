"""What is fitted along a mine roadway: track, pipes, cables on hooks, lamps, ditch covers, timber, boards."""

from __future__ import annotations

import numpy as np

from assets.mesh import Lamp, Mesh, joined
from assets.modelling import (
    Assembly,
    block,
    bolt,
    box,
    cable,
    lathe,
    profile,
    ring,
    rod,
    sagging,
    solid,
    torus,
    tube,
    varied,
)
from assets.modelling.materials import (
    CABLE_BLACK,
    CONCRETE,
    DARK_STEEL,
    RUBBER,
    RUSTY_STEEL,
    STEEL,
    WOOD,
    Material,
    painted,
)
from assets.places.mine_ground import DITCH, GAUGE, SUMP, TRACK_X
from assets.props.parts.roadway_arch import HALF

MINE_TIMBER = WOOD.but(colour=(0.42, 0.41, 0.39), roughness=0.95)
PIPE_BLUE = painted(0.05, 0.17, 0.30, 0.55, 0.5)
PIPE_RED = painted(0.40, 0.06, 0.04, 0.55, 0.5)
CABLE_RED = Material((0.34, 0.05, 0.03), "rubber", 0.5, 0.0, 0.15, scale=3.0)
RAIL_SECTION = [
    (-0.04, 0.0), (0.04, 0.0), (0.038, 0.008), (0.008, 0.018), (0.007, 0.055), (0.019, 0.062),
    (0.018, 0.078), (0.012, 0.082), (-0.012, 0.082), (-0.018, 0.078), (-0.019, 0.062), (-0.007, 0.055),
    (-0.008, 0.018), (-0.038, 0.008),
]  # fmt: skip
LAMP_GLOW = (1.0, 0.86, 0.62)


def track(y0: float, y1: float, rng: np.random.Generator) -> Mesh:
    """600 mm track: half-sunk timber sleepers, rails on plates, fishplates every 6 m, a stop at the inby end."""
    parts: list[Mesh] = []
    rail = RUSTY_STEEL.but(colour=(0.46, 0.42, 0.40), metal=0.5, roughness=0.45)
    for x in (TRACK_X - GAUGE / 2 - 0.02, TRACK_X + GAUGE / 2 + 0.02):
        for start in np.arange(y0, y1, 6.0):
            length = min(6.0, y1 - start) - 0.006
            parts.append(profile(RAIL_SECTION, length, rail, split=40, grid=3.1).placed(x, start + length / 2, 0.055))
            if start > y0:
                for side in (-1, 1):
                    parts.append(box(0.012, 0.42, 0.034, rail, bevel=0.003).placed(x + side * 0.017, start, 0.078))
                    parts += [
                        bolt(0.011, 0.012).placed(r=90 * side).placed(x + side * 0.023, start + dy, 0.095)
                        for dy in (-0.14, -0.05, 0.05, 0.14)
                    ]
    for y in np.arange(y0 + 0.3, y1, 0.7):
        sleeper = varied(box(1.15, 0.15, 0.11, MINE_TIMBER, bevel=0.012, grid=2), rng, 0.2)
        parts.append(sleeper.placed(TRACK_X + rng.uniform(-0.03, 0.03), y, -0.055, h=rng.uniform(-1.5, 1.5)))
        for x in (TRACK_X - GAUGE / 2 - 0.02, TRACK_X + GAUGE / 2 + 0.02):
            parts += [solid(block(0.024, 0.024, 0.014, x + dx, y, 0.055), rail) for dx in (-0.05, 0.05)]
    stop = [box(0.9, 0.14, 0.14, MINE_TIMBER, bevel=0.015).placed(TRACK_X, y1 + 0.06, 0.14)]
    stop += [rod((x, y1 - 0.5, 0.06), (x, y1 + 0.05, 0.26), 0.03, rail) for x in (TRACK_X - 0.32, TRACK_X + 0.32)]
    return joined([*parts, *stop])


def pipe_line(x: float, z: float, radius: float, y0: float, y1: float, material: Material, length: float = 4.0) -> Mesh:
    """A pipe along the wall with flanges every ``length``, hung from the arches on hooks."""
    parts = []
    for start in np.arange(y0, y1, length):
        end = min(start + length, y1)
        parts.append(rod((x, start, z), (x, end, z), radius, material, sides=10, grid=1.4, caps=False))
        parts.append(_flange(radius, material).placed(p=-90).placed(x, end, z))
    for y in np.arange(np.ceil(y0) + 1, y1, 3.0):
        wall = np.sign(x) * (HALF + 0.05)
        parts.append(
            tube([(wall, y, z + 0.16), (x, y, z + 0.14), (x, y, z + radius)], 0.008, STEEL.shade(0.6), sides=5)
        )
        parts.append(torus(radius + 0.008, 0.008, STEEL.shade(0.6), sides=12, section=5).placed(p=90).placed(x, y, z))
    return joined(parts)


def _flange(radius: float, material: Material) -> Mesh:
    """Two flanges face to face with six bolts, along z about the origin."""
    rim = radius + 0.045
    plate = lathe(
        [(radius, -0.03), (rim, -0.03), (rim, -0.003), (rim - 0.004, 0), (rim, 0.003), (rim, 0.03), (radius, 0.03)],
        material.shade(0.85),
        sides=14,
        split=35,
    )
    bolts = ring(
        joined([bolt(0.009, 0.010).placed(z=0.03), bolt(0.009, 0.010).placed(p=180, z=-0.03)]).placed(rim - 0.016), 6
    )
    return joined([plate, bolts])


def cable_wall(side: int, heights: tuple[float, ...], y0: float, y1: float, rng: np.random.Generator) -> Mesh:
    """Cables on hangers along a wall, sagging between arches 2 m apart."""
    parts: list[Mesh] = []
    stations = np.arange(y0, y1 + 0.1, 2.0)
    for k, z in enumerate(heights):
        line = []
        for a, b in zip(stations, stations[1:], strict=False):
            x = side * (_wall_x(z) - 0.10)
            line.append(sagging((x, a, z), (x, b, z), rng.uniform(0.025, 0.07), 7)[:-1])
        line.append(np.array([[side * (_wall_x(z) - 0.10), stations[-1], z]]))
        kind = (CABLE_BLACK, CABLE_RED, CABLE_BLACK)[k % 3]
        parts.append(tube(np.concatenate(line), 0.021 if k == 0 else 0.015, kind, sides=7))
    low, high = min(heights), max(heights)
    for y in stations:
        spine = [(side * (_wall_x(z) - 0.02), y, z) for z in np.linspace(low - 0.08, high + 0.12, 4)]
        parts.append(tube(spine, 0.011, STEEL.shade(0.5), sides=5))
        for z in heights:
            x = _wall_x(z)
            hook = [
                (side * (x - 0.03), y, z + 0.01),
                (side * (x - 0.07), y, z - 0.030),
                (side * (x - 0.12), y, z - 0.026),
                (side * (x - 0.135), y, z + 0.02),
            ]
            parts.append(tube(hook, 0.008, STEEL.shade(0.5), sides=5))
    return joined(parts)


def _wall_x(z: float) -> float:
    """Half the clear width at a height."""
    return float(np.sqrt(HALF**2 - max(z - 1.1, 0) ** 2))


def ditch_covers(spans: tuple[tuple[float, float], ...], rng: np.random.Generator) -> Mesh:
    """Concrete slabs over the ditch."""
    slabs = []
    for y0, y1 in spans:
        for y in np.arange(y0 + 0.25, y1, 0.5):
            slab = varied(box(0.40, 0.47, 0.06, CONCRETE.shade(0.6), bevel=0.01), rng, 0.15)
            slabs.append(slab.placed(sum(DITCH) / 2, y, -0.035, h=rng.uniform(-1.5, 1.5), r=rng.uniform(-1, 1)))
    return joined(slabs)


def sump_curb() -> Mesh:
    """The cast rim and lining of the sump."""
    x0, x1, y0, y1 = SUMP
    grey = CONCRETE.shade(0.62)
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    rim = [box(x1 - x0 + 0.2, 0.12, 0.06, grey, bevel=0.012).placed(cx, y, 0.0) for y in (y0 - 0.02, y1 + 0.02)]
    rim.append(box(0.12, y1 - y0 + 0.16, 0.06, grey, bevel=0.012).placed(x1 + 0.02, cy, 0.0))
    lining = [box(x1 - x0, 0.05, 0.8, grey.shade(0.8), bevel=0.004).placed(cx, y, -0.8) for y in (y0, y1)]
    lining.append(box(0.05, y1 - y0, 0.8, grey.shade(0.8), bevel=0.004).placed(x1, cy, -0.8))
    gauge = box(0.06, 0.012, 0.7, painted(0.8, 0.8, 0.78), bevel=0.002).placed(x1 - 0.2, y1 - 0.04, -0.7)
    return joined([*rim, *lining, gauge])


def roadway_lamp(parts: Assembly, x: float, y: float, z: float, power: float = 2.2) -> None:
    """An explosion-proof roadway lamp hung below the roof: cast body, caged glass, its light baked."""
    body = [
        (0, 0.10),
        (0.055, 0.10),
        (0.06, 0.13),
        (0.075, 0.15),
        (0.075, 0.21),
        (0.05, 0.235),
        (0.02, 0.25),
        (0, 0.25),
    ]
    parts.add(lathe(body, painted(0.16, 0.19, 0.18, 0.5), sides=14, split=35).placed(x, y, z))
    parts.add(
        lathe(
            [(0, -0.04), (0.035, -0.03), (0.046, 0.0), (0.046, 0.10), (0, 0.10)],
            Material(LAMP_GLOW, "paint", 0.3),
            sides=12,
        ).placed(x, y, z),
        to="glow",
    )
    wires = [rod((0.06, 0, 0.12), (0.058, 0, -0.02), 0.004, STEEL.shade(0.5), sides=4)]
    parts.add(
        ring(joined(wires), 6).placed(x, y, z),
        torus(0.058, 0.004, STEEL.shade(0.5), sides=14, section=4).placed(x, y, z - 0.02),
    )
    parts.add(rod((x, y, z + 0.25), (x, y, z + 0.45), 0.008, STEEL.shade(0.5), sides=5))
    parts.add(cable([(x, y, z + 0.2), (x + 0.15, y + 0.1, z + 0.32), (x + 0.35, y + 0.05, z + 0.22)], 0.009, RUBBER))
    parts.lamp(Lamp((x, y, z - 0.06), (0, 0, -1), (1.0, 0.87, 0.68), power, 180.0, baked=True, size=0.06))


def timber_frame(parts: Assembly, x: float, y0: float, y1: float, top: float) -> None:
    """Squared timbers round the mouth of the ladder raise, with wedges and a hand rope."""
    for y in (y0, y1):
        parts.add(box(0.20, 0.18, top, MINE_TIMBER, bevel=0.012, grid=0.5).placed(x, y, 0))
    parts.add(box(0.22, y1 - y0 + 0.5, 0.2, MINE_TIMBER, bevel=0.012, grid=0.5).placed(x, (y0 + y1) / 2, top))
    parts.add(*(box(0.10, 0.14, 0.05, MINE_TIMBER, bevel=0.006).placed(x, y, top + 0.2, r=8) for y in (y0, y1)))


def litter(parts: Assembly, rng: np.random.Generator, spots: tuple[tuple[float, float], ...]) -> None:
    """Offcuts, wedges, a coil of wire and empty bags where men have worked."""
    for x, y in spots:
        for _ in range(3):
            chip = varied(box(rng.uniform(0.15, 0.4), rng.uniform(0.05, 0.1), 0.035, MINE_TIMBER, bevel=0.004), rng)
            parts.add(chip.placed(x + rng.normal(0, 0.25), y + rng.normal(0, 0.35), 0.0, h=rng.uniform(0, 180)))
    x, y = spots[0]
    parts.add(
        *(
            torus(0.17 + 0.012 * k, 0.006, DARK_STEEL, sides=20, section=4).placed(x, y, 0.015 + 0.011 * k)
            for k in range(4)
        )
    )
