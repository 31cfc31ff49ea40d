"""What halls, workshops and plant rooms are fitted with: trays, ducts, lamps, gutters, shelves, bags, bins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from assets.mesh import Lamp, Mesh, joined
from assets.modelling import (
    Assembly,
    Material,
    box,
    cylinder,
    lathe,
    painted,
    pitched,
    plastic,
    ring,
    rod,
    rounded_box,
    row,
    solid,
    torus,
    tube,
    varied,
)
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BLUE_PAINT,
    CABLE_BLACK,
    DARK_STEEL,
    RED_PAINT,
    STEEL,
    WHITE_PAINT,
    WHITE_PLASTIC,
    WOOD,
)
from assets.props.parts.pipework import SATIN, STAINLESS, colour_ring, pipe

ZINC = Material((0.72, 0.73, 0.74), "galvanised", 0.42, 0.6, 0.25)
SACK = Material((0.80, 0.79, 0.74), "fabric", 0.85, 0.0, 0.5, scale=5.0)
CARTON = Material((0.72, 0.55, 0.36), "cardboard", 0.9, 0.0, 0.25)
WARM_LIGHT = (1.0, 0.90, 0.74)
COOL_LIGHT = (0.94, 0.98, 1.0)


def cable_tray(start: tuple[float, float, float], end: tuple[float, float, float], w: float = 0.3) -> Mesh:
    """A ladder tray with its cables, level, hung on rods 0.5 m long every 2 m."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    length = float(np.linalg.norm(b - a))
    heading = float(np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0])))
    pieces = [box(length, 0.015, 0.09, ZINC, bevel=0.003, grid=1.5).placed(length / 2, y) for y in (-w / 2, w / 2)]
    rungs = max(2, int(length / 0.5))
    pieces += [box(0.04, w, 0.012, ZINC, bevel=0.002).placed(length * (k + 0.5) / rungs, 0, 0.01) for k in range(rungs)]
    for k, y in enumerate(np.linspace(-w * 0.36, w * 0.36, 5)):
        line = [
            (x, y + 0.008 * np.sin(x * 1.7 + k), 0.034 + 0.006 * (k % 2))
            for x in np.linspace(0, length, max(3, int(length)))
        ]
        pieces.append(tube(line, 0.012 + 0.003 * (k % 3), CABLE_BLACK, sides=5, caps=False))
    for x in np.arange(0.5, length, 2.0):
        pieces += [rod((x, y, 0.05), (x, y, 0.55), 0.006, STEEL, sides=5, caps=False) for y in (-w / 2, w / 2)]
    return joined(pieces).placed(h=heading).placed(*a)


def round_duct(points: Sequence[tuple[float, float, float]], radius: float, *, material: Material = ZINC) -> Mesh:
    """A spiral-wound air duct through corner points, with a joint ring each 1.2 m of its straight runs."""
    pieces = [pipe(points, radius, material, bend=radius * 1.6, sides=18)]
    for start, end in zip(points, points[1:], strict=False):
        a, b = np.asarray(start, float), np.asarray(end, float)
        length = float(np.linalg.norm(b - a))
        ring_at = lathe(
            [(radius, -0.02), (radius + 0.018, -0.02), (radius + 0.018, 0.02), (radius, 0.02)], material, sides=18
        )
        for s in np.arange(radius * 2, length - radius * 1.6, 1.2):
            pieces.append(pitched(ring_at, tuple((b - a) / length)).placed(*(a + (b - a) / length * s)))
    return joined(pieces)


def explosion_proof_lamp(
    parts: Assembly,
    x: float,
    y: float,
    z: float,
    *,
    drop: float = 0.5,
    power: float = 6.0,
    colour: tuple[float, float, float] = WARM_LIGHT,
) -> None:
    """A flameproof lamp hung from ``z`` on a conduit: cast head, glass well, wire guard."""
    low = z - drop
    cast = painted(0.28, 0.32, 0.33, 0.4)
    parts.add(rod((x, y, low), (x, y, z), 0.013, STEEL, sides=7, grid=0.5))
    parts.add(
        lathe(
            [(0, 0.0), (0.10, 0.0), (0.11, 0.02), (0.085, 0.06), (0.05, 0.11), (0.03, 0.14), (0, 0.14)], cast, sides=18
        ).placed(x, y, low - 0.14)
    )
    parts.add(
        lathe(
            [(0.10, -0.02), (0.17, -0.05), (0.20, -0.045), (0.19, -0.03), (0.11, 0.0), (0.10, -0.02)],
            WHITE_PAINT,
            sides=18,
        ).placed(x, y, low - 0.12)
    )
    glass = [(0, -0.14), (0.045, -0.13), (0.066, -0.09), (0.07, -0.01), (0, -0.01)]
    parts.add(lathe(glass, plastic(*colour), sides=14, split=60).placed(x, y, low - 0.14), to="glow")
    hoop = tube([(0.075, 0, 0), (0.078, 0, -0.08), (0.05, 0, -0.145), (0.0, 0, -0.16)], 0.004, STEEL, sides=4)
    parts.add(
        ring(hoop, 6).placed(x, y, low - 0.14), torus(0.077, 0.004, STEEL, sides=14, section=4).placed(x, y, low - 0.21)
    )
    parts.lamp(Lamp((x, y, low - 0.34), (0, 0, -1), colour, power, cone=180, baked=True, size=0.12))


def batten_lamp(
    parts: Assembly,
    x: float,
    y: float,
    z: float,
    *,
    turn: float = 0.0,
    length: float = 1.2,
    power: float = 5.0,
    colour: tuple[float, float, float] = COOL_LIGHT,
) -> None:
    """A tube lamp under a ceiling at ``z``, its length along x before ``turn``."""
    one = Assembly()
    one.add(box(length, 0.10, 0.045, WHITE_PAINT, bevel=0.01, grid=0.7).placed(0, 0, -0.045))
    one.add(box(length - 0.05, 0.075, 0.03, plastic(*colour), bevel=0.012, grid=0.7).placed(0, 0, -0.07), to="glow")
    parts.include(one, x, y, z, h=turn)
    parts.lamp(Lamp((x, y, z - 0.12), (0, 0, -1), colour, power, cone=180, baked=True, size=length / 3))


def gutter(x0: float, x1: float, y: float, w: float = 0.25) -> Mesh:
    """A floor gutter along x under a steel grating flush with a floor at z = 0, its bars across."""
    length = x1 - x0
    bars = row(box(0.012, w, 0.012, SATIN.shade(0.6), bevel=0.002), int(length / 0.045), (0.045, 0, 0)).placed(
        x0 + 0.02, y, -0.004
    )
    rims = [
        box(length, 0.02, 0.012, SATIN.shade(0.8), bevel=0.002, grid=0.8).placed((x0 + x1) / 2, y + s * w / 2, -0.004)
        for s in (-1, 1)
    ]
    dark = box(length, w, 0.004, BLACK_PLASTIC, bevel=0.001, grid=1).placed((x0 + x1) / 2, y, -0.001)
    return joined([bars, *rims, dark])


@cache
def sack(w: float = 0.42, d: float = 0.62, h: float = 0.13) -> Mesh:
    """A filled sack lying on z = 0, its ends sewn."""
    body = rounded_box(w, d * 0.92, h, SACK, radius=h * 0.42, segments=12, wear=0.0)
    seams = [
        box(w * 0.92, 0.03, 0.012, SACK.shade(0.9), bevel=0.003).placed(0, s * d * 0.47, h * 0.42) for s in (-1, 1)
    ]
    return joined([body, *seams])


def pallet() -> Mesh:
    """A wooden pallet 1.2 x 1.0 x 0.14 m."""
    boards = [box(1.2, 0.11, 0.022, WOOD, bevel=0.004).placed(0, y, 0.118) for y in np.linspace(-0.44, 0.44, 6)]
    boards += [box(1.2, 0.10, 0.02, WOOD, bevel=0.004).placed(0, y, 0.0) for y in (-0.45, 0, 0.45)]
    blocks = [
        box(0.12, 0.12, 0.098, WOOD, bevel=0.005).placed(x, y, 0.02) for x in (-0.52, 0, 0.52) for y in (-0.44, 0, 0.44)
    ]
    return joined([*boards, *blocks])


def sack_pallet(
    parts: Assembly, x: float, y: float, turn: float, layers: int, seed: int, label: str | None = "bag_label"
) -> None:
    """A pallet of sacks laid crosswise, the uppermost layer begun."""
    rng = np.random.default_rng(seed)
    one = Assembly()
    one.add(pallet())
    for k in range(layers):
        for j in range(4 if k < layers - 1 else 2):
            dx, dy = (j % 2 - 0.5) * 0.56, (j // 2 - 0.5) * 0.48
            turned = 90 + rng.uniform(-3, 3)
            one.add(varied(sack(), rng, 0.05).placed(dx, dy, 0.14 + 0.122 * k, h=turned))
            if label and dy > 0:
                one.sign(label, 0.24, 0.10, dx, dy + 0.212, 0.155 + 0.122 * k)
    parts.include(one, x, y, h=turn)


def carton(w: float, d: float, h: float) -> Mesh:
    """A closed carton with its tape, standing on z = 0."""
    tape = CARTON.but(colour=(0.62, 0.45, 0.24), roughness=0.3, texture="paint", bump=0.05)
    return joined(
        [
            box(w, d, h, CARTON, bevel=0.004, grid=1),
            box(0.06, d + 0.002, 0.003, tape, bevel=0.001).placed(0, 0, h - 0.001),
            box(0.06, 0.002, h * 0.22, tape, bevel=0.0005).placed(0, d / 2, h * 0.78),
        ]
    )


def bin_(material: Material = BLUE_PAINT, h: float = 0.62) -> Mesh:
    """A pedal bin with a lid."""
    w = 0.42
    body = rounded_box(w, w * 0.9, h, material.but(bump=0.05), radius=0.05, segments=12)
    lid = rounded_box(w * 1.04, w * 0.94, 0.07, material.shade(0.85).but(bump=0.05), radius=0.03, segments=12).placed(
        0, 0, h - 0.01
    )
    pedal = box(0.12, 0.06, 0.02, DARK_STEEL, bevel=0.004).placed(0, w * 0.48, 0.03)
    return joined([body, lid, pedal])


def shelf_unit(w: float, d: float, h: float, shelves: int, material: Material = STAINLESS) -> Mesh:
    """An open shelf of four posts, standing on z = 0."""
    posts = [
        rod((x, y, 0), (x, y, h), 0.017, material, sides=8, grid=0.7) for x in (-w / 2, w / 2) for y in (-d / 2, d / 2)
    ]
    boards = [
        box(w, d, 0.025, material, bevel=0.005, grid=0.7).placed(0, 0, z) for z in np.linspace(0.15, h - 0.03, shelves)
    ]
    return joined([*posts, *boards])


def hose_reel(material: Material = RED_PAINT) -> Mesh:
    """A wall hose reel on its bracket, the wall at y = 0, its middle at z = 0."""
    cheeks = [
        pitched(
            lathe([(0, -0.008), (0.25, -0.008), (0.26, 0), (0.25, 0.008), (0, 0.008)], material, sides=26), (0, 1, 0)
        ).placed(0, y)
        for y in (0.10, 0.26)
    ]
    coils = [
        pitched(
            torus(0.13 + 0.03 * (k % 2), 0.016, plastic(0.03, 0.10, 0.05, 0.5), sides=22, section=6), (0, 1, 0)
        ).placed(0, 0.118 + 0.031 * k)
        for k in range(5)
    ]
    arm = box(0.06, 0.12, 0.3, DARK_STEEL, bevel=0.008).placed(0, 0.05, -0.15)
    tail = tube(
        [(0.13, 0.18, -0.05), (0.15, 0.19, -0.4), (0.13, 0.2, -0.62)], 0.016, plastic(0.03, 0.10, 0.05, 0.5), sides=7
    )
    return joined([*cheeks, *coils, arm, tail])


def clock(parts: Assembly, x: float, y: float, z: float, turn: float) -> None:
    """A round wall clock, its back at (x, y), facing +y before ``turn``."""
    one = Assembly()
    one.add(
        pitched(
            lathe(
                [(0, 0), (0.16, 0), (0.165, 0.03), (0.15, 0.035), (0.148, 0.028), (0, 0.028)], BLACK_PLASTIC, sides=28
            ),
            (0, 1, 0),
        )
    )
    one.add(pitched(lathe([(0, 0.029), (0.148, 0.029), (0.148, 0.03), (0, 0.03)], WHITE_PLASTIC, sides=28), (0, 1, 0)))
    for length, lean, wide in ((0.09, -62, 0.012), (0.125, 18, 0.008)):
        one.add(box(wide, 0.003, length, BLACK_PLASTIC, bevel=0.001).placed(r=lean).placed(0, 0.033, 0))
    parts.include(one, x, y, z, h=turn)


def labelled_pipe(
    points: Sequence[tuple[float, float, float]], radius: float, material: Material, mark: Material
) -> Mesh:
    """A pipe with its colour rings near the beginning and the end of the first straight run along x."""
    run = [pipe(points, radius, material)]
    a, b = np.asarray(points[0], float), np.asarray(points[1], float)
    for share in (0.25, 0.75):
        at = a + (b - a) * share
        run.append(
            pitched(
                colour_ring(radius + 0.001, 0.12, mark).placed(r=-90), tuple((b - a) / np.linalg.norm(b - a))
            ).placed(*at)
        )
    return joined(run)


def drain(x: float, y: float) -> Mesh:
    """A round floor drain at z = 0."""
    cover = solid(
        cylinder(0.09, 0.006) - cylinder(0.012, 0.1, 0.03, 0, -0.05) - cylinder(0.012, 0.1, -0.03, 0, -0.05), SATIN
    )
    return cover.placed(x, y, 0)
