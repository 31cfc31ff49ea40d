"""The sixth floor of a frame building in its fit-out, in the morning sun: two edges open, the city 18 m below."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from assets.builders import place
from assets.mesh import Lamp, Mesh, joined, merged, model_of
from assets.modelling import Assembly, box, cable, grid, lathe, rod, rounded_box, sign_flat, torus, tube, varied
from assets.modelling.materials import (
    BLUE_PAINT,
    BRICK_SOLID,
    CONCRETE,
    DARK_STEEL,
    GREY_PLASTIC,
    ORANGE_PAINT,
    PVC_WHITE,
    RUSTY_STEEL,
    SACKCLOTH,
    SAFETY_YELLOW,
    STEEL,
    WOOD,
    Material,
)
from assets.place import Ground, Light, Place
from assets.places.city_below import city_below
from assets.places.floors import flat_ground
from assets.places.slab_structure import COLUMNS, DROP, EAST, NORTH, OPENINGS, SHAFT, structure
from assets.props.cable_run import CABLE_GREY
from assets.props.parts.guard_rails import guard_line
from assets.textures.noise import fractal, step

EXTENT = (0.0, 0.0, 16.0, 14.0)
ORIGIN, SIZE, PIXELS = (-2.0, -3.0), 20.0, 1024
AISLE = ((1.5, 2.3), (9.5, 2.3), (9.5, 12.0), (13.6, 12.0))
"""The marked way from the stair side to the north-east corner, round the openings; 1.2 m wide."""
_SUN = np.array([0.80, 0.42, 0.32])
MORNING = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(3.0, 2.5, 1.95),
    horizon=(0.98, 0.90, 0.80),
    middle=(0.66, 0.76, 0.88),
    zenith=(0.20, 0.42, 0.80),
    haze=(1.0, 0.75, 0.45),
    bounce=(0.34, 0.33, 0.31),
    clouds=0.45,
    fog_start=40.0,
    fog_density=0.0042,
    exposure=1.02,
)


@place("construction-floor/slab6")
def construction_slab() -> Place:
    """Slab edges at x 16 and y 14, 18 m above the ground; duct openings about (7.5, 6.5) and (11, 4); the lift shaft's
    mouth at x 2.2, y 10.2..11.8; edge rails everywhere but x 4..8 of the north edge, y 4..6 of the east edge (the
    scenario's panels) and x 8..11.8 of the north edge, where the scenario's scaffold bays stand at z -2."""
    rng = np.random.default_rng(61)
    parts = Assembly()
    structure(parts, rng)
    _edge_rails(parts)
    _markings(parts)
    _stored(parts, rng)
    _services(parts)
    _litter(parts, rng)
    model = merged([parts.model(), model_of(*city_below(-DROP, rng))])
    return Place("construction-floor/slab6", model, _ground(), MORNING, EXTENT, flat_ground)


def _edge_rails(parts: Assembly) -> None:
    """Whole panels along both edges, but where the scenario has its own."""
    north = [(x, NORTH - 0.1, 0.0, 180.0) for x in (1.0, 3.0, 12.8, 14.8)]
    east = [(EAST - 0.1, y, 0.0, 90.0) for y in (1.0, 3.0, 7.0, 9.0, 11.0, 13.0)]
    guard_line(parts, north + east)


def _markings(parts: Assembly) -> None:
    """The aisle's two lines and its words; marks on columns and the shaft wall; the floor's board and signs."""
    for (x0, y0), (x1, y1) in zip(AISLE, AISLE[1:], strict=False):
        length = float(np.hypot(x1 - x0, y1 - y0))
        heading = float(np.degrees(np.arctan2(y1 - y0, x1 - x0)))
        for side in (-0.6, 0.6):
            bend = 0.6 if (side < 0) == (heading < 45) else -0.6
            line = sign_flat("aisle_line", length + (bend if x0 > 2 else 0), 0.08).placed(y=side, x=0)
            parts.add(line.placed(h=heading).placed((x0 + x1) / 2, (y0 + y1) / 2, 0.004), to="sign")
    for x, y, turn in ((4.6, 2.3, 0), (9.5, 9.6, 90), (9.5, 4.9, 90)):
        parts.add(sign_flat("aisle_words", 1.5, 0.36).placed(x, y, 0.004, h=turn), to="sign")
    for x in COLUMNS:
        for y in COLUMNS:
            parts.sign("level_mark", 0.34, 0.153, x, y - 0.252, 0.92, turn=180)
            parts.sign("level_mark", 0.34, 0.153, x - 0.252, y, 0.92, turn=90)
    parts.sign("floor_mark", 0.8, 0.8, 2.203, 8.9, 1.75, turn=-90)
    parts.sign("hazard_stripes", 1.9, 0.16, 2.206, 11.0, 2.17, turn=-90)
    parts.add(box(0.96, 0.02, 0.70, STEEL, bevel=0.004).placed(h=-90).placed(0.012, 4.6, 1.25))
    parts.sign("site_duty_board", 0.92, 0.657, 0.024, 4.6, 1.27, turn=-90)
    for k, name in enumerate(("必须戴安全帽", "当心坠落", "必须系安全带")):
        parts.sign(name, 0.40, 0.50, 3.6 + 0.5 * k, 0.006, 1.5)


def _stored(parts: Assembly, rng: np.random.Generator) -> None:
    """Block pallets, mortar tub and mixer bucket, bags, pipes, scaffold tubes, a cable drum."""
    for x, y, courses in ((13.9, 6.2, 5), (5.6, 10.2, 4), (6.9, 10.3, 2)):
        for boards in np.linspace(-0.4, 0.4, 5):
            parts.add(box(1.15, 0.1, 0.02, WOOD, bevel=0.004).placed(x, y + boards, 0.08))
        parts.add(*(box(0.09, 0.95, 0.08, WOOD, bevel=0.004).placed(x + dx, y) for dx in (-0.48, 0.0, 0.48)))
        for course in range(courses):
            for i in range(2):
                for j in range(4):
                    if course == courses - 1 and rng.random() < 0.35:
                        continue
                    piece = varied(
                        box(0.585, 0.235, 0.19, CONCRETE.but(colour=(0.86, 0.86, 0.84)), bevel=0.006, grid=1), rng, 0.08
                    )
                    parts.add(piece.placed(x + (i - 0.5) * 0.6, y + (j - 1.5) * 0.24, 0.10 + 0.195 * course))
    for k in range(9):
        bag = varied(rounded_box(0.6, 0.4, 0.13, SACKCLOTH, radius=0.05, segments=8), rng)
        parts.add(
            bag.placed(5.2 + 0.62 * (k % 2), 12.0 + 0.42 * (k // 2 % 2), 0.02 + 0.115 * (k // 4), h=rng.uniform(-4, 4))
        )
    tub = [(0, 0), (0.34, 0), (0.44, 0.30), (0.46, 0.31), (0.42, 0.31), (0.33, 0.04), (0, 0.04)]
    parts.add(lathe(tub, GREY_PLASTIC.shade(0.25), sides=20, split=35).placed(14.7, 3.3))
    parts.add(lathe([(0.40, 0.20), (0.2, 0.235), (0, 0.22)], CONCRETE.shade(0.7), sides=18).placed(14.7, 3.3))
    for k in range(7):
        parts.add(
            rod(
                (6.0, 0.35 + 0.115 * (k % 4), 0.06 + 0.1 * (k // 4)),
                (9.9, 0.35 + 0.115 * (k % 4), 0.06 + 0.1 * (k // 4)),
                0.055,
                PVC_WHITE,
                sides=10,
                grid=1.2,
            )
        )
    for k in range(14):
        material = RUSTY_STEEL if k % 3 else SAFETY_YELLOW.shade(0.6)
        y = 13.0 + 0.052 * (k % 6)
        parts.add(
            rod(
                (12.1 + rng.uniform(-0.1, 0.1), y - 0.6, 0.03 + 0.046 * (k // 6)),
                (15.1, y - 0.6, 0.03 + 0.046 * (k // 6)),
                0.0242,
                material,
                sides=7,
            )
        )
    _drum(parts, 3.0, 6.9)
    parts.add(box(0.5, 0.35, 0.28, BLUE_PAINT, bevel=0.02).placed(6.6, 11.4, 0.0, h=12))
    parts.add(torus(0.05, 0.008, STEEL, sides=14, section=5).placed(6.6, 11.4, 0.30, p=90))


def _drum(parts: Assembly, x: float, y: float) -> None:
    """A cable drum on its rims."""
    side = [(0, 0), (0.33, 0), (0.33, 0.035), (0, 0.035)]
    parts.add(*(lathe(side, WOOD, sides=24, split=30).placed(r=90).placed(x + dx, y, 0.33) for dx in (-0.22, 0.19)))
    turns = [(0, -0.19), (0.22, -0.19), *((0.22 + 0.01 * (k % 2), -0.18 + 0.02 * k) for k in range(19)), (0, 0.19)]
    parts.add(lathe(turns, ORANGE_PAINT.shade(0.5), sides=24, split=30).placed(r=90).placed(x, y, 0.33))


def _services(parts: Assembly) -> None:
    """The riser with its hose valve, temporary lighting cable on insulators, drain pipes, a waste chute head."""
    parts.add(
        rod((3.62, 8.4, -3), (3.62, 8.4, 3.1), 0.045, Material((0.55, 0.04, 0.03), "paint", 0.4), sides=12, grid=0.8)
    )
    parts.add(
        lathe(
            [(0, 0), (0.05, 0), (0.05, 0.09), (0.03, 0.1), (0, 0.1)],
            Material((0.55, 0.04, 0.03), "paint", 0.4),
            sides=12,
        )
        .placed(p=90)
        .placed(3.62, 8.4, 1.1)
    )
    parts.add(torus(0.06, 0.009, DARK_STEEL, sides=16, section=5).placed(3.62, 8.28, 1.24))
    for y in (3.72, 7.72, 11.72):
        points = [(0.1, y, 2.72), *((x, y, 2.70) for x in np.arange(2.0, 15.6, 2.0)), (15.7, y, 2.72)]
        parts.add(cable(points, 0.009, CABLE_GREY, steps=3))
        for x in np.arange(2.0, 15.6, 2.0):
            parts.add(
                lathe([(0, -0.03), (0.02, -0.03), (0.016, 0), (0.022, 0.03), (0, 0.03)], PVC_WHITE, sides=8).placed(
                    x, y, 2.74
                )
            )
    for x, y in ((6.0, 3.72), (10.0, 7.72), (6.0, 7.72), (2.2, 3.72), (10.0, 3.72)):
        _pendant(parts, x, y)


def _pendant(parts: Assembly, x: float, y: float) -> None:
    """A lit bulb under a tin shade."""
    shade = [(0, 0.07), (0.03, 0.06), (0.03, 0.0), (0.09, -0.05), (0.085, -0.055), (0, -0.01)]
    parts.add(tube([(x, y, 2.70), (x, y, 2.52)], 0.006, CABLE_GREY, sides=5))
    parts.add(lathe(shade, GREY_PLASTIC, sides=14).placed(x, y, 2.46))
    bulb = [(0, -0.10), (0.026, -0.085), (0.032, -0.06), (0.016, -0.02), (0, -0.02)]
    parts.add(lathe(bulb, Material((1.0, 0.86, 0.62), "paint", 0.3), sides=10).placed(x, y, 2.46), to="glow")
    parts.lamp(Lamp((x, y, 2.36), (0, 0, -1), (1.0, 0.84, 0.62), 3.0, 170.0, baked=True, size=0.05))


def _litter(parts: Assembly, rng: np.random.Generator) -> None:
    """Offcuts, block pieces, ties, a broom's heap of dust, spilt mortar where work goes on; the aisle is clear."""
    for _ in range(70):
        x, y = rng.uniform(0.5, 15.3), rng.uniform(0.4, 13.4)
        if _in_aisle(x, y) or any(
            x0 - 0.5 < x < x1 + 0.5 and y0 - 0.5 < y < y1 + 0.5 for x0, x1, y0, y1 in (*OPENINGS, SHAFT)
        ):
            continue
        piece = box(
            rng.uniform(0.03, 0.12),
            rng.uniform(0.02, 0.08),
            rng.uniform(0.015, 0.05),
            CONCRETE if rng.random() < 0.6 else BRICK_SOLID,
            bevel=0.005,
        )
        parts.add(varied(piece, rng).placed(x, y, -0.003, h=rng.uniform(0, 180)))
    for _ in range(12):
        x, y = rng.uniform(4.5, 6.9), rng.uniform(8.8, 13.0)
        parts.add(
            varied(box(rng.uniform(0.3, 0.9), 0.09, 0.045, WOOD, bevel=0.005), rng).placed(
                x, y, 0.0, h=rng.uniform(0, 180)
            )
        )


def _in_aisle(x: float, y: float) -> bool:
    for (x0, y0), (x1, y1) in zip(AISLE, AISLE[1:], strict=False):
        if min(x0, x1) - 0.75 < x < max(x0, x1) + 0.75 and min(y0, y1) - 0.75 < y < max(y0, y1) + 0.75:
            return True
    return False


@cache
def _splat() -> NDArray[np.uint8]:
    """Cement dust and sand where blocks are laid, damp patches, cracks and pour joints, tyre marks of barrows."""
    along = (np.arange(PIXELS) + 0.5) / PIXELS * SIZE
    x, y = np.meshgrid(along + ORIGIN[0], along + ORIGIN[1])
    broad, fine = fractal(1.3, 301, size=PIXELS) - 0.5, fractal(0.9, 302, size=PIXELS) - 0.5
    dust = step(0.15, 0.42, broad + 0.25 * fine) * 0.75
    for px, py, reach in ((14.6, 2.6, 1.5), (5.9, 10.6, 1.7), (13.9, 6.2, 1.3), (4.5, 4.5, 1.2)):
        dust = np.maximum(dust, step(reach, reach * 0.3, np.hypot(x - px, y - py) + 1.2 * broad))
    damp = step(0.32, 0.45, (fractal(1.6, 303, size=PIXELS) - 0.5) + 0.15 * fine) * 0.55
    image = Image.new("L", (PIXELS, PIXELS), 0)
    draw = ImageDraw.Draw(image)
    scale = PIXELS / SIZE
    rng = np.random.default_rng(304)
    for at in (5.9, 11.9):
        draw.line([((at - ORIGIN[0]) * scale, 0), ((at - ORIGIN[0]) * scale, PIXELS)], fill=150, width=2)
    for _ in range(10):
        point, turn = rng.uniform(2, 18, 2) * scale, rng.uniform(0, 6.3)
        for _ in range(14):
            turn += rng.uniform(-0.7, 0.7)
            ahead = point + 0.22 * scale * np.array([np.cos(turn), np.sin(turn)])
            draw.line([tuple(point), tuple(ahead)], fill=150, width=1)
            point = ahead
    crack = gaussian_filter(np.asarray(image) / 255.0, 0.6)
    relief = np.clip(0.502 + 0.45 * crack, 0, 1)
    return (np.clip(np.stack([dust * 0.8, damp, np.zeros_like(x), relief], -1), 0, 1) * 255).round().astype(np.uint8)


def _ground() -> Ground:
    """The slab's surface in strips round the openings and the shaft."""
    x0, x1, y0, y1 = SHAFT
    holes = [*OPENINGS, (x0 - 0.2, x1 + 0.2, y0 - 0.2, y1 + 0.2)]
    xs = sorted({0.0, EAST, *(edge for hole in holes for edge in hole[:2])})
    ys = sorted({0.0, NORTH, *(edge for hole in holes for edge in hole[2:])})
    tiles: list[Mesh] = []
    for left, right in zip(xs, xs[1:], strict=False):
        for low, high in zip(ys, ys[1:], strict=False):
            cx, cy = (left + right) / 2, (low + high) / 2
            if not any(a < cx < b and c < cy < d for a, b, c, d in holes):
                tiles.append(grid((left, right), (low, high), 0.35, flat_ground, CONCRETE))
    return Ground(joined(tiles), ORIGIN, SIZE, _splat(), ("concrete", "sand", "asphalt"), -1.0)
