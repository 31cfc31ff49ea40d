"""The casting bay of a steel shop, 30 x 20 x 16 m: crane runway, emergency pit, caster in the east, furnace glow in the west."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.builders import place
from assets.mesh import Lamp, Mesh, joined, merged
from assets.modelling import Assembly, Material, box, cloth, lathe, painted, plastic, rock, rod, tube, varied
from assets.modelling.materials import DARK_STEEL, GREY_PAINT, RUSTY_STEEL, SAFETY_YELLOW, STEEL, WINDOW
from assets.place import Light, Place
from assets.places.caster import caster
from assets.places.hall_fittings import SODIUM, high_bay
from assets.places.hall_ground import Floor, hall_floor
from assets.places.hall_shell import SKYLIGHT, truss
from assets.places.works_yard import works_yard
from assets.props.machine_parts import coil, drift, pipe, railing

W, D, EAVES = 30.0, 20.0, 16.0
EXTENT = (0.0, 0.0, W, D)
RAIL_Z = 12.0
PIT = (16.0, 8.4, 20.0, 11.6)
PIT_DEPTH = 1.0
COLUMN_X = (0.6, 7.8, 15.0, 22.2, 29.4)
SOOT = Material((0.20, 0.19, 0.18), "concrete", 0.95, 0.0, 0.9)
CLADDING = Material((0.24, 0.25, 0.26), "corrugated", 0.75, 0.1, 0.6)
FRAME = painted(0.16, 0.18, 0.19, 0.6, 0.5)
RUNWAY = painted(0.34, 0.26, 0.10, 0.6, 0.5)
SLAG_DUST = Material((0.20, 0.18, 0.165), "sand", 0.95, 0.0, 0.7, scale=2.0)
EMBER = plastic(1.0, 0.36, 0.06)
FLOOR = Floor((-0.3, -0.3, W + 0.3, D + 0.3), ("soil", "concrete", "sand"), damp=((17.6, 7.3, 1.1, 0.5),), dusty=0.5, joint=6.0, seed=41,
              tint=(0.42, 0.39, 0.36))  # fmt: skip
LIGHT = Light(
    sun_direction=(-0.36, -0.52, 0.775),
    sun=(2.6, 2.0, 1.3),
    horizon=(0.80, 0.66, 0.50),
    middle=(0.55, 0.56, 0.58),
    zenith=(0.24, 0.34, 0.50),
    bounce=(0.16, 0.12, 0.09),
    fog_start=9.0,
    fog_density=0.011,
    exposure=1.15,
    night=0.55,
)


def floor_height(x: NDArray, y: NDArray) -> NDArray:
    """The floor, 1 m lower in the emergency pit."""
    x, y = np.asarray(x, float), np.asarray(y, float)
    inside = (x > PIT[0] + 0.01) & (x < PIT[2] - 0.01) & (y > PIT[1] + 0.01) & (y < PIT[3] - 0.01)
    return np.where(inside, -PIT_DEPTH, 0.0)


@place("steel-shop")
def steel_shop() -> Place:
    """Ladles travel along y 10 from the west; people's ways are along the south wall."""
    parts = Assembly()
    _enclosure(parts)
    _runway(parts)
    _pit(parts)
    parts.include(caster(), 26.0, 0.0)
    _furnace(parts)
    _south_side(parts)
    _north_side(parts)
    for x in (3.0, 10.0, 17.0, 24.0):
        for y in (5.0, 15.0):
            high_bay(parts, x, y, 13.2, power=9.0, colour=SODIUM)
    parts.lamp(Lamp((27.5, 8.5, 6.2), (0, 0, -1), (1.0, 0.50, 0.18), 14.0, 180.0, baked=True, size=0.8))
    parts.lamp(Lamp((-5.0, 10.0, 4.0), (1, 0, 0), (1.0, 0.46, 0.16), 26.0, 180.0, baked=True, size=1.5))
    model = merged([parts.model(), works_yard(EXTENT, 53)])
    return Place("steel-shop", model, hall_floor(FLOOR, floor_height, pits=(PIT,)), LIGHT, EXTENT, floor_height)


def _enclosure(parts: Assembly) -> None:
    """Cladding over a concrete foot, louvre bands, trusses, a roof with a glazed monitor; the west end is open."""
    for y, turn in ((-0.2, 0), (D + 0.2, 180)):
        side = Assembly()
        side.add(box(W + 14, 0.3, 1.4, SOOT, bevel=0.02, grid=1.2).placed(-7 if turn == 0 else 7, 0), box(W + 14, 0.1, EAVES - 3.4, CLADDING, bevel=0.01, grid=1.6).placed(-7 if turn == 0 else 7, -0.05, 1.4))
        for z in np.arange(EAVES - 1.95, EAVES - 0.1, 0.3):
            side.add(box(W + 14, 0.20, 0.02, CLADDING.shade(0.8), bevel=0.003, grid=3).placed(-7 if turn == 0 else 7, -0.05, float(z), p=28))
        parts.include(side, W / 2, y, 0, h=turn)
    parts.add(box(0.2, D, EAVES, CLADDING, bevel=0.01, grid=1.8).placed(W + 6.2, D / 2), box(0.2, D, EAVES, CLADDING.shade(0.6), bevel=0.01, grid=2.5).placed(-14.0, D / 2))
    one = truss(D, 14.2, 1.6, FRAME, bays=8, depth=0.9)
    for x in (-7.0, *COLUMN_X, W + 5.0):
        parts.add(one.placed(x, 0.0))
    slope = float(np.hypot(D / 2, 1.6))
    for turn, x, y in ((0, W / 2 - 4, 0.0), (180, W / 2 - 4, D)):
        half = Assembly()
        half.add(box(W + 22, slope - 2.2, 0.08, CLADDING.but(turned=True).shade(0.8), bevel=0.01, grid=2.5).placed(0, (slope - 2.2) / 2, 0))
        half.add(*(box(W + 22, 0.1, 0.2, FRAME, bevel=0.01, grid=3).placed(0, s, -0.2) for s in np.arange(0.5, slope - 2, 2.0)))
        lifted = Assembly()
        lifted.include(half, p=float(np.degrees(np.arctan2(1.6, D / 2))))
        parts.include(lifted, x, y, EAVES - 0.3, h=turn)
    parts.add(*(box(W + 22, 0.06, 1.3, SKYLIGHT, bevel=0.002, grid=3).placed(W / 2 - 4, D / 2 + s * 2.2, EAVES + 1.0) for s in (-1, 1)), to="glass")
    parts.add(box(W + 22, 5.2, 0.1, CLADDING.shade(0.8), bevel=0.01, grid=2.5).placed(W / 2 - 4, D / 2, EAVES + 2.4))


def _runway(parts: Assembly) -> None:
    """Built-up columns and the crane girders; rail tops at z 12."""
    for y, inward in ((2.0, 1), (D - 2.0, -1)):
        parts.add(box(W + 16, 0.5, 1.5, RUNWAY, bevel=0.02, grid=1.5).placed(W / 2 - 4, y, RAIL_Z - 1.72), box(W + 16, 0.9, 0.06, RUNWAY, bevel=0.01, grid=1.5).placed(W / 2 - 4, y, RAIL_Z - 0.22))
        parts.add(box(W + 16, 0.12, 0.16, RUSTY_STEEL, bevel=0.02, grid=2.5).placed(W / 2 - 4, y, RAIL_Z - 0.16))
        parts.add(railing((-8.0, y - inward * 1.3, RAIL_Z - 0.2), (W + 4, y - inward * 1.3, RAIL_Z - 0.2), toe=False, every=3.0))
        for x in (-7.0, *COLUMN_X):
            for dy in (-0.75, 0.35):
                parts.add(box(0.5, 0.34, RAIL_Z - 1.7 if dy * inward > 0 else 14.2, FRAME, bevel=0.02, grid=1.3).placed(x, y - inward * 0.2 + dy * 1.0))
            for k in range(6):
                a, b = (y - 0.9, y + 0.2) if k % 2 else (y + 0.2, y - 0.9)
                parts.add(rod((x, a, 0.4 + 1.65 * k), (x, b, 2.05 + 1.65 * k), 0.07, FRAME, sides=4))
            parts.add(box(1.0, 1.9, 0.5, SOOT, bevel=0.03, grid=0.8).placed(x, y - inward * 0.2 - 0.2, 0.0))
            parts.sign("hazard_stripes", 0.5, 0.3, x, y - inward * 0.2 + (0.525 if inward > 0 else -0.925), 1.0, turn=0 if inward > 0 else 180)


def _pit(parts: Assembly) -> None:
    """Steel plates line the emergency pit; a curb of angle steel with stripes runs round it."""
    x0, y0, x1, y1 = PIT
    lining = RUSTY_STEEL.shade(0.55)
    for x in (x0 + 0.3, x1 - 0.3):
        parts.add(box(0.06, y1 - y0 - 0.5, PIT_DEPTH + 0.05, lining, bevel=0.008, grid=0.6).placed(x, (y0 + y1) / 2, -PIT_DEPTH))
    for y in (y0 + 0.3, y1 - 0.3):
        parts.add(box(x1 - x0 - 0.5, 0.06, PIT_DEPTH + 0.05, lining, bevel=0.008, grid=0.6).placed((x0 + x1) / 2, y, -PIT_DEPTH))
    plate = DARK_STEEL.but(texture="checker_plate").shade(0.6)
    for y in (y0 + 0.14, y1 - 0.14):
        parts.add(box(x1 - x0 + 0.1, 0.40, 0.05, plate, bevel=0.008, grid=0.7).placed((x0 + x1) / 2, y, 0.005))
    for x in (x0 + 0.14, x1 - 0.14):
        parts.add(box(0.40, y1 - y0, 0.05, plate, bevel=0.008, grid=0.7).placed(x, (y0 + y1) / 2, 0.004))
    for y, turn in ((y0 - 0.0615, 180), (y1 + 0.0615, 0)):
        parts.sign("hazard_stripes", x1 - x0, 0.05, (x0 + x1) / 2, y, 0.003, turn=turn)
    parts.add(box(3.3, 2.5, 0.02, SLAG_DUST.shade(0.7), bevel=0.003, grid=0.5).placed((x0 + x1) / 2, (y0 + y1) / 2, -PIT_DEPTH - 0.005))


def _furnace(parts: Assembly) -> None:
    """West of the bay the next one: a converter's dark pear, its mouth and the taphole glowing, hoods and pipes."""
    shell = Material((0.10, 0.09, 0.085), "rust", 0.8, 0.2, 0.7)
    pear = [(0, 0), (1.9, 0.4), (2.7, 1.6), (2.8, 4.2), (1.7, 6.0), (1.5, 6.1), (1.4, 5.9), (0, 5.6)]
    parts.add(lathe(pear, shell, sides=28).placed(-8.5, 10.0, 2.5, r=14), lathe([(0, 0), (1.38, 0), (0, 0.02)], EMBER, sides=22).placed(-8.5, 10.0, 2.5), box(1.0, 8.0, 1.4, shell, bevel=0.05, grid=2).placed(-8.5, 10.0, 4.6))
    parts.add(lathe([(0, 5.70), (1.36, 5.92), (0, 5.95)], plastic(1.0, 0.55, 0.14), sides=22).placed(-8.5, 10.0, 2.5, r=14), to="glow")
    parts.add(*(box(1.6, 1.2, 7.0, SOOT, bevel=0.05, grid=1.8).placed(-8.5, 10.0 + s * 4.4) for s in (-1, 1)))
    parts.add(tube([(-7.0, 10.0, 9.2), (-7.0, 10.0, 13.0), (-9.0, 10.0, 16.0)], 1.7, shell.shade(1.4), sides=16))
    parts.add(box(6.0, 16.0, 0.3, FRAME, bevel=0.03, grid=2.5).placed(-11.0, 10.0, 6.4), railing((-8.0, 2.0, 6.7), (-8.0, 18.0, 6.7), every=2.5))
    pool = np.array([[(r * np.cos(t), r * 0.6 * np.sin(t), 0.02) for t in np.linspace(0, 2 * np.pi, 17)] for r in (1.2, 0.0)])
    parts.add(cloth(pool, plastic(0.9, 0.18, 0.03)).placed(-6.0, 10.0), to="glow")


def _south_side(parts: Assembly) -> None:
    """Between the path and the wall: heat shield, sand boxes, shovels, hoses, lockers, boards, pipes on the wall."""
    for z, radius, colour in ((3.6, 0.16, painted(0.06, 0.20, 0.12)), (4.1, 0.11, painted(0.05, 0.14, 0.36)), (4.5, 0.08, painted(0.55, 0.40, 0.03)), (5.0, 0.22, RUSTY_STEEL.shade(0.6))):
        parts.add(pipe([(-6.0, 0.35, z), (W - 4.5, 0.35, z)], radius, colour, sides=10, flanged=(0.3, 0.5, 0.8)))
    parts.add(*(box(0.10, 0.6, 0.10, FRAME, bevel=0.01).placed(x, 0.3, 3.3) for x in np.arange(1.5, W - 4, 3.0)))
    for k, x in enumerate((1.6, 7.8)):
        parts.add(*(box(0.9, 0.05, 0.6, SAFETY_YELLOW, bevel=0.008, wear=0.7).placed(x, 1.5 + s * 0.35, 0) for s in (-1, 1)), *(box(0.05, 0.7, 0.6, SAFETY_YELLOW, bevel=0.008, wear=0.7).placed(x + s * 0.43, 1.5) for s in (-1, 1)))
        parts.add(drift(0.42, 0.34, 0.22, Material((0.62, 0.52, 0.36), "sand", 0.95, 0, 0.6), k).placed(x, 1.5, 0.48))
        parts.add(rod((x + 0.2, 1.6, 0.5), (x + 0.5, 1.1, 1.5), 0.016, Material((0.8, 0.66, 0.44), "wood", 0.7), sides=6))
    shield = Assembly()
    shield.add(box(4.2, 0.10, 2.2, FRAME, bevel=0.015, grid=0.7), *(box(0.10, 0.5, 2.3, FRAME, bevel=0.01).placed(x, -0.2) for x in (-2.0, 0, 2.0)))
    shield.add(*(box(1.0, 0.05, 0.65, Material((0.46, 0.34, 0.26), "brick", 0.9, 0, 0.8), bevel=0.01).placed(-1.5 + k, 0.07, 0.2 + 0.7 * row) for k in range(4) for row in range(3)))
    parts.include(shield, 22.4, 6.4)
    wall = Assembly()
    wall.sign("banner_workshop", 9.0, 0.736, 9.0, 0.005, 6.0)
    wall.sign("steel_shop_plate", 3.0, 0.395, 5.6, 0.006, 2.5)
    for k, name in enumerate(("poster_molten", "poster_crane")):
        wall.sign(name, 0.8, 1.05, 2.6 + 1.0 * k, 0.16, 1.5)
        wall.add(box(0.84, 0.012, 1.09, DARK_STEEL, bevel=0.003).placed(2.6 + 1.0 * k, 0.15, 1.48))
    parts.include(wall)
    reel = [(0, -0.12), (0.32, -0.12), (0.32, -0.10), (0.14, -0.09), (0.14, 0.09), (0.32, 0.10), (0.32, 0.12), (0, 0.12)]
    parts.add(lathe(reel, painted(0.5, 0.04, 0.03), sides=20).placed(p=90).placed(14.6, 2.9, 1.5), coil([(14.6, 3.0, 1.25), (14.9, 3.4, 0.3), (15.6, 4.9, 0.03), (16.6, 6.3, 0.03), (17.4, 7.0, 0.04)], 0.028, painted(0.45, 0.04, 0.03)))


def _north_side(parts: Assembly) -> None:
    """Scrap boxes and heaps, billets, slag, a ladle lid, a bell furnace, drifts along the columns."""
    rng = np.random.default_rng(8)
    rust = RUSTY_STEEL.shade(0.75)
    for x in (21.6, 24.0):
        parts.add(*(box(2.2, 0.08, 1.1, rust, bevel=0.01, grid=0.6).placed(x, 17.0 + s * 0.75) for s in (-1, 1)), *(box(0.08, 1.5, 1.1, rust, bevel=0.01, grid=0.6).placed(x + s * 1.06, 17.0) for s in (-1, 1)))
        parts.add(drift(1.0, 0.7, 0.25, rust.but(texture="rust"), int(x)).placed(x, 17.0, 0.85))
        for k in range(26):
            piece = (box(rng.uniform(0.2, 0.7), rng.uniform(0.1, 0.3), 0.02, rust, bevel=0.002) if k % 3 else rod((-0.3, 0, 0), (0.3, 0, 0), rng.uniform(0.02, 0.05), rust, sides=6))
            parts.add(varied(piece, rng, 0.3).placed(x + rng.uniform(-0.8, 0.8), 17.0 + rng.uniform(-0.5, 0.5), 1.05 + rng.uniform(0, 0.12), h=rng.uniform(0, 360), p=rng.uniform(-30, 30), r=rng.uniform(-30, 30)))
    for k in range(20):
        at = (10.2 + 0.0 * k, 15.2 + 0.19 * (k % 7), 0.10 + 0.17 * (k // 7))
        parts.add(box(5.0, 0.15, 0.15, rust.shade(rng.uniform(0.7, 1.1)), bevel=0.012, grid=1.2).placed(at[0] + rng.uniform(-0.1, 0.1), at[1], at[2]))
    parts.add(*(box(0.2, 1.6, 0.10, DARK_STEEL, bevel=0.01).placed(x, 15.8) for x in (8.6, 11.8)))
    lid = lathe([(0, 0.35), (0.9, 0.30), (1.4, 0.12), (1.45, 0.0), (1.3, 0.0), (0.8, 0.15), (0, 0.2)][::-1], Material((0.30, 0.25, 0.22), "rust", 0.8, 0.2, 0.8), sides=28)
    parts.add(lid.placed(4.6, 16.2, 0.05), tube([(4.6 + 0.3 * np.cos(t), 16.2, 0.38 + 0.3 * np.sin(t)) for t in np.linspace(0, np.pi, 9)], 0.05, STEEL, sides=7))
    for k, (x, y, a, b, high) in enumerate(((2.0, 18.4, 2.2, 0.6, 0.25), (9.5, 17.6, 3.0, 0.7, 0.15), (19.0, 15.2, 1.4, 0.8, 0.12), (13.5, 12.6, 1.6, 0.6, 0.04), (7.0, 1.4, 1.5, 0.5, 0.10), (21.5, 8.0, 0.9, 0.7, 0.05))):
        parts.add(drift(a, b, high, SLAG_DUST, k).placed(x, y))
    for k in range(50):
        x, y = rng.uniform(1, 25), rng.choice([7.6, 12.6, 14.6]) + rng.normal() * 0.5
        parts.add(rock(rng.uniform(0.02, 0.06), k, Material((0.15, 0.13, 0.12), "rock", 0.9)).placed(x, y, 0.01))
    parts.add(box(1.6, 1.2, 1.9, GREY_PAINT, bevel=0.03, grid=0.7).placed(14.5, 18.0), box(1.3, 0.02, 0.7, WINDOW.coloured(0.08, 0.1, 0.1), bevel=0.003).placed(14.5, 17.39, 1.0))
    parts.add(_fan().placed(6.0, 13.6, 0, h=200))


def _fan() -> Mesh:
    """A drum fan on wheels that cools people."""
    drum = lathe([(0.50, -0.2), (0.55, -0.2), (0.55, 0.2), (0.50, 0.2), (0.50, -0.2)], SAFETY_YELLOW, sides=26).placed(p=90)
    blades = [box(0.40, 0.16, 0.012, DARK_STEEL, bevel=0.003).placed(0.26, 0, 0, p=28).placed(p=0).placed(r=0) for _ in range(1)]
    rotor = joined([blade.placed(h=72 * k) for k in range(5) for blade in blades]).placed(p=90)
    wires = [tube(np.column_stack([r * np.cos(t), np.full(25, 0.2), r * np.sin(t)]), 0.006, STEEL, sides=4, caps=False) for r in (0.15, 0.3, 0.45) for t in (np.linspace(0, 2 * np.pi, 25),)]
    legs = [rod((x, -0.3, 0.06), (x * 0.9, 0, 0.8), 0.02, DARK_STEEL, sides=6) for x in (-0.5, 0.5)] + [rod((x, 0.3, 0.06), (x * 0.9, 0, 0.8), 0.02, DARK_STEEL, sides=6) for x in (-0.5, 0.5)]
    return joined([joined([drum, rotor, *wires]).placed(z=0.95), *legs])
