"""The courtyard of an old housing estate: flats on the north side, a lane, a bicycle shed, beds, washing in the sun."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assets.builders import place
from assets.mesh import Mesh, joined, merged, model_of
from assets.modelling import Assembly, block, box, finish, grid, lathe
from assets.modelling.materials import CONCRETE, Material
from assets.place import Ground, Light, Place
from assets.places.courtyard_things import bench, bicycle_shed, bins, drying_rack, entrance, fitness_walker, wall_fence
from assets.places.greenery import grove, hedge, tree, tufts
from assets.places.house_plants import GLAZED_POT, house_plant
from assets.places.housing import CREAM, GREY, OLD_BRICK, PINK, Style, distant_block, facade, moved, slab
from assets.textures.noise import fractal, step

EXTENT = (0.0, 0.0, 20.0, 16.0)
MANHOLES = ((10.0, 8.0), (16.0, 8.0))
SHAFT_RADIUS = 0.36
LANE = (1.2, 4.8)
"""The lane's edges along y."""
ORIGIN, SIZE, PIXELS = (-12.0, -12.0), 44.0, 1024
TREES = ((8.0, 10.4), (13.4, 11.6), (2.0, 12.6), (-2.6, 7.0), (19.0, -1.4), (9.0, -2.2), (0.5, -1.8))
CROWN_TINT = np.array([1.7, 1.6, 1.35], np.float32)
"""Young leaves in full light: brighter than the far trees."""
PAVERS = Material((0.40, 0.36, 0.33), "paving", 0.9, 0.0, 0.7)
KERB = CONCRETE.shade(0.75)
_SUN = np.array([0.45, -0.66, 0.60])
FORENOON = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(3.3, 2.6, 1.75),
    horizon=(0.96, 0.88, 0.74),
    middle=(0.70, 0.78, 0.86),
    zenith=(0.20, 0.40, 0.76),
    haze=(1.0, 0.70, 0.40),
    bounce=(0.30, 0.27, 0.20),
    clouds=0.45,
    exposure=1.35,
    fog_start=25.0,
    fog_density=0.005,
)


def ground_height(x: NDArray, _y: NDArray) -> NDArray:
    """The courtyard is level."""
    return np.zeros_like(np.asarray(x, np.float64))


def pierced(
    x: tuple[float, float], y: tuple[float, float], holes: tuple[tuple[float, float], ...], radius: float
) -> Mesh:
    """Level ground over ``x`` and ``y`` with round holes: shafts open in it."""
    plate = block(x[1] - x[0], y[1] - y[0], 0.02, sum(x) / 2, sum(y) / 2, -0.02)
    for hx, hy in holes:
        plate -= plate.cylinder(1.0, radius, radius, 28).translate([hx, hy, -0.5])
    body = plate.refine_to_length(0.6).to_mesh()
    points, faces = np.asarray(body.vert_properties)[:, :3], np.asarray(body.tri_verts)
    on_top = (points[faces][:, :, 2] > -1e-5).all(1)
    return finish(points, faces[on_top], PAVERS, split=80)


def _ground() -> Ground:
    """Paving, an asphalt lane with patches, soil in the beds, damp along the drains."""
    along = (np.arange(PIXELS) + 0.5) / PIXELS * SIZE
    x, y = np.meshgrid(along + ORIGIN[0], along + ORIGIN[1])
    broad, fine = fractal(1.3, 501, size=PIXELS) - 0.5, fractal(0.9, 502, size=PIXELS) - 0.5
    lane = step(LANE[0] - 0.02, LANE[0] + 0.02, y) * step(LANE[1] + 0.02, LANE[1] - 0.02, y)
    bed = step(14.58, 14.62, y) * step(-11, -10.9, x)
    for tx, ty in TREES:
        bed = np.maximum(bed, step(0.78, 0.74, np.hypot(x - tx, y - ty)))
    bed = np.maximum(bed, step(-0.3, -0.4, y))
    drain = np.exp(-(((y - LANE[1] + 0.25) / 0.35) ** 2)) * step(0.02, 0.2, broad) * 0.46
    around = sum(np.exp(-((np.hypot(x - hx, y - hy) / 0.9) ** 2)) for hx, hy in MANHOLES[:1])
    damp = np.clip(drain + 0.42 * around * (0.8 + fine), 0, 0.47)
    crack = np.clip(step(0.012, 0.004, np.abs(fine + 0.3 * broad)) * lane * 0.5, 0, 1)
    relief = 0.502 + 0.4 * crack - 0.16 * step(0.05, 0.3, broad) * (1 - lane) * (1 - bed)
    splat = np.clip(np.stack([lane, bed, damp, relief], -1), 0, 1) * 255
    tiles = [pierced((-2, 22), (-2, 18), MANHOLES, SHAFT_RADIUS)]
    tiles += [
        grid(span_x, span_y, 2.0, ground_height, PAVERS)
        for span_x, span_y in (((-14, -2), (-14, 34)), ((22, 34), (-14, 34)), ((-2, 22), (-14, -2)))
    ]
    far = [((-150, -14), (-150, 170)), ((34, 170), (-150, 170)), ((-14, 34), (-150, -14)), ((-14, 34), (34, 170))]
    tiles += [grid(span_x, span_y, 17.0, ground_height, PAVERS) for span_x, span_y in far]
    return Ground(
        joined(tiles), ORIGIN, SIZE, splat.round().astype(np.uint8), ("paving", "asphalt", "soil"), water_level=-0.05
    )


def _edges(parts: Assembly) -> None:
    """Kerbs of lane and beds, tree rings, drain grates."""
    for y in (LANE[0] - 0.06, LANE[1] + 0.06, 14.55):
        parts.add(box(36, 0.12, 0.10 if y < 10 else 0.22, KERB, bevel=0.015, grid=1.0).placed(9, y, -0.06))
    for x, y in TREES[:4]:
        ring = [(0.72, -0.05), (0.88, -0.05), (0.88, 0.20), (0.86, 0.23), (0.74, 0.23), (0.72, 0.20), (0.72, -0.05)]
        parts.add(lathe(ring, KERB, sides=22).placed(x, y))
    for x in (1.0, 7.0, 13.0, 19.0):
        grate = [
            slab(0.5, 0.022, 0.012, Material((0.10, 0.10, 0.11), metal=0.3), 0, -0.15 + 0.05 * k, 0.0) for k in range(7)
        ]
        parts.add(joined(grate).placed(x, LANE[1] - 0.25))


def _green(parts: Assembly) -> None:
    """Trees, hedge before the flats, flowers in the beds, grass in the joints, pots at the entrance."""
    rng = np.random.default_rng(24)
    for k, (x, y) in enumerate(TREES):
        high = rng.uniform(6.5, 8.5)
        mesh = tree(high, 60 + k, slender=0.95, leaves=1300 if k < 3 else 500, bare=0.36)
        mesh = replace(mesh, colour=np.clip(mesh.colour * CROWN_TINT, 0, 1))
        parts.add(mesh.placed(x, y, -0.05, h=rng.uniform(0, 360)))
    for x0, x1 in ((-8.0, 3.6), (8.4, 27.0)):
        parts.add(hedge((x0, 15.1), (x1, 15.1), 0.6, 0.7, int(x0) + 90, ground_height))
    spots = np.column_stack([rng.uniform(-6, 26, 200), rng.uniform(-1.8, -0.5, 200)])
    joints = np.column_stack([rng.uniform(-1, 21, 36), rng.choice([4.95, 14.4, 1.05], 36)])
    rings = np.vstack([np.column_stack([x + rng.normal(0, 0.3, 30), y + rng.normal(0, 0.3, 30)]) for x, y in TREES[:4]])
    parts.add(tufts(np.vstack([spots, joints, rings]), ground_height, 9, tall=0.16))
    for k, (x, y, size) in enumerate(
        ((4.2, 14.2, 0.7), (7.8, 14.2, 0.8), (4.0, 13.85, 0.45), (8.0, 13.8, 0.5), (18.7, 13.9, 0.6))
    ):
        parts.include(house_plant(size, 70 + k, pot_material=GLAZED_POT), x, y)


def _things(parts: Assembly) -> None:
    parts.include(entrance(), 6.0, 15.9)
    parts.include(bicycle_shed(), 20.6, 9.6, h=90)
    parts.include(drying_rack(), 17.2, 13.0, h=8)
    parts.include(bench(), 1.3, 6.2, h=-90)
    parts.include(bins(), 15.6, 0.75, h=180)
    parts.include(fitness_walker(), -1.6, 10.6, h=-75)
    parts.include(wall_fence(34.0), 9.0, -3.1)
    board = Assembly()
    board.add(
        *(box(0.07, 0.07, 2.0, Material((0.30, 0.31, 0.32), metal=0.4), bevel=0.01).placed(x) for x in (-0.85, 0.85))
    )
    board.add(box(1.8, 0.08, 1.06, Material((0.42, 0.43, 0.44), metal=0.4), bevel=0.012).placed(0, 0, 0.85))
    board.sign("estate_notices", 1.66, 0.92, 0, 0.042, 0.92)
    parts.include(board, 12.2, 14.0, h=180)


def _beyond() -> list:
    """Blocks of flats on the other sides and farther off."""
    plain = Style(PINK.wall, PINK.trim, near=True, cages=0.3)
    parts = moved(facade(33, 6, CREAM, 41), 9, 16, 0)
    parts += moved(facade(20, 6, plain, 42), 33, 4, 0, h=-90)
    parts += moved(facade(20, 6, OLD_BRICK, 43), -15, 6, 0, h=90)
    far = [
        distant_block(44, 12, 6, GREY).placed(8, -26, 0),
        distant_block(22, 18, 20, CREAM).placed(-44, -40, 0, h=20),
        distant_block(24, 18, 24, GREY).placed(58, -48, 0, h=-16),
        distant_block(22, 18, 18, PINK).placed(62, 40, 0, h=10),
        distant_block(22, 18, 22, GREY).placed(-50, 44, 0, h=-8),
    ]
    trees = [(float(x), -14.5 + 1.5 * (k % 2)) for k, x in enumerate(range(-18, 40, 6))] + [
        (26.5, float(y)) for y in (-4, 3, 16)
    ]
    return [*parts, ("opaque", joined([*far, grove(trees, ground_height, 44, tall=(7, 10), slender=0.9, leaves=110)]))]


@place("residential-courtyard")
def residential_courtyard() -> Place:
    """Flats on the north side (y 16), lane along y 3; shafts for a ``manhole`` at (10, 8) and (16, 8)."""
    parts = Assembly()
    _edges(parts)
    _green(parts)
    _things(parts)
    model = merged([parts.model(), model_of(*_beyond())])
    return Place("residential-courtyard", model, _ground(), FORENOON, EXTENT, ground_height)
