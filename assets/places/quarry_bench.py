"""A limestone quarry on a clear forenoon: the bench to be blasted, the upper face, the haul road to the shelter."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.builders import place
from assets.mesh import Mesh, joined
from assets.modelling import Assembly, box, cloth, grid, lathe, rock, rod
from assets.modelling.materials import CONCRETE, DARK_STEEL, GREY_PAINT, RED_PAINT, WHITE_PAINT, Material, painted
from assets.modelling.roughness import broken
from assets.place import Light, Place
from assets.places.greenery import grove, tufts
from assets.places.hills import ridge
from assets.places.quarry_ground import FACE_TOP, FACE_X, GUARD_Y, ROAD, SHELTER_Y, ground_height, quarry_ground

EXTENT = (-15.0, -188.0, 16.0, 60.0)
LIMEROCK = Material((0.50, 0.495, 0.48), "rock", 0.92, 0.0, 1.0, scale=0.6)
BOULDER = Material((0.56, 0.55, 0.525), "rock", 0.92, 0.0, 0.9, scale=0.8)
FIELD = Material((0.22, 0.25, 0.11), "grass", 0.95, 0.0, 0.4, scale=0.25)
FOREST = Material((0.16, 0.22, 0.10), "leaves", 0.95, 0.0, 0.6, scale=0.05)
_SUN = np.array([0.66, -0.36, 0.66])
FORENOON = Light(
    sun_direction=tuple(_SUN / np.linalg.norm(_SUN)),
    sun=(3.3, 2.75, 2.05),
    horizon=(0.95, 0.90, 0.84),
    middle=(0.60, 0.74, 0.92),
    zenith=(0.17, 0.38, 0.80),
    haze=(1.0, 0.80, 0.55),
    bounce=(0.42, 0.39, 0.33),
    clouds=0.4,
    fog_start=45.0,
    fog_density=0.0040,
    exposure=0.74,
)


@place("quarry-bench")
def quarry_bench() -> Place:
    """Bench at z 0 up to the crest at y 58, the lower floor 5 m under it; upper face 12 m high along x -15; haul road
    x 0..4 south to the guard line at y -150 and the concrete pad of the shelter about (6, -165)."""
    rng = np.random.default_rng(95)
    parts = Assembly()
    parts.add(_upper_face(), _boulders(rng), _road_edge(rng), _pad())
    _plant(parts, 52.0, -96.0)
    _poles(parts)
    _site_signs(parts)
    parts.add(_green(rng), _valley(rng))
    hills = [
        ridge([(-420, 60), (-300, 300), (-30, 400), (200, 370)], 66, 3, FOREST),
        ridge([(120, 470), (330, 330), (450, 60)], 52, 4, FOREST.shade(1.1)),
        ridge([(400, 110), (470, -160), (330, -480)], 58, 5, FOREST),
        ridge([(380, -480), (60, -640), (-260, -560), (-400, -340)], 64, 6, FOREST.shade(0.95)),
    ]
    parts.add(*hills)
    return Place("quarry-bench", parts.model(), quarry_ground(), FORENOON, EXTENT, ground_height)


def _upper_face() -> Mesh:
    """The blasted wall along x -15: blocks broken out, the half barrels of its drill holes, a toe of scree."""
    pieces = []
    for y0, y1, step in ((18.0, 72.0, 0.5), (72.0, 132.0, 1.6), (-60.0, 18.0, 1.1), (-196.0, -60.0, 2.4)):
        rows = max(7, round(13.5 / (step * 1.1)))
        y, z = np.meshgrid(
            np.linspace(y0, y1, round((y1 - y0) / step) + 1),
            np.linspace(-0.6 if y0 < 50 else -6.0, FACE_TOP + 0.5, rows),
        )
        bed = 0.25 * np.sin(z * 2.1 + 0.5 * np.sin(y * 0.11)) ** 8
        relief = 1.15 * broken(y * 0.8, z * 1.3, 97, blocks=9) + 0.4 * broken(y * 2, z * 2, 98, blocks=12) - bed
        relief = relief * (1.0 if step < 1 else 1.5)
        barrel = 0.10 * np.exp(-((((y / 2.5) % 1 - 0.5) / 0.03) ** 2)) * (np.sin(y * 0.9) > -0.2)
        scree = 1.5 * np.clip(1 - z / 2.6, 0, 1) ** 2 * (0.6 + 0.6 * broken(y, z * 0, 99, blocks=20))
        x = FACE_X - 0.05 * z - relief - barrel + scree + 0.15
        pieces.append(cloth(np.stack([x, y, z], -1), LIMEROCK, split=32))
    face = joined(pieces)
    shade = 1 + 0.12 * np.sin(face.position[:, 2] * 1.7 + 0.4 * np.sin(face.position[:, 1] * 0.2))
    rusty = np.clip(broken(face.position[:, 1] * 0.6, face.position[:, 2] * 0.2, 100, blocks=8) - 0.55, 0, 1)[:, None]
    tone = shade[:, None] * (1 - rusty * np.array([0.1, 0.5, 0.9]))
    face.colour[:] = np.clip(face.colour * tone, 0, 1).astype(np.float32)
    return face


def _boulders(rng: np.random.Generator) -> Mesh:
    """Stones about the bench, scree at the foot of the face, the row of blocks along the east edge, the lower muck."""
    shapes = [rock(1.0, 60 + k, BOULDER.shade(rng.uniform(0.85, 1.1))) for k in range(10)]
    stones = []

    def put(x: float, y: float, size: float, sink: float = 0.25) -> None:
        z = float(ground_height(np.array([x]), np.array([y]))[0])
        turned = (
            shapes[int(rng.integers(10))]
            .placed(scale=size)
            .placed(
                x, y, z + size * (0.5 - sink), h=rng.uniform(0, 360), p=rng.uniform(-25, 25), r=rng.uniform(-25, 25)
            )
        )
        stones.append(turned)

    for _ in range(150):
        put(-13.6 + abs(rng.normal(0, 0.8)), rng.uniform(-20, 57), float(np.clip(rng.lognormal(-1.5, 0.6), 0.08, 0.9)))
    for y in np.arange(-60, 57, 2.1):
        put(15.4 + rng.normal(0, 0.2), y, rng.uniform(0.35, 0.7))
    for _ in range(260):
        x, y = rng.uniform(-13, 14.5), rng.uniform(24, 57.4)
        if ROAD[0] - 0.5 < x < ROAD[1] + 0.5 and y < 46:
            continue
        put(x, y, float(np.clip(rng.lognormal(-2.9, 0.6), 0.03, 0.35)))
    for _ in range(70):
        put(rng.uniform(-14, 14), rng.uniform(61, 66), float(np.clip(rng.lognormal(-0.9, 0.5), 0.2, 1.3)))
    return joined(stones)


def _valley(rng: np.random.Generator) -> Mesh:
    """The land beyond the quarry: fields and scrub rising to the hills."""
    land = grid((-280.0, 440.0), (84.0, 420.0), 24.0, _valley_height, FIELD)
    x, y = land.position[:, 0], land.position[:, 1]
    patch = broken(x * 0.06, y * 0.06, 101, blocks=9)[:, None]
    dry = np.array([1.5, 1.25, 1.1]) * patch + np.array([0.7, 0.85, 0.7]) * (1 - patch)
    land.colour[:] = np.clip(land.colour * dry * rng.uniform(0.92, 1.08, (len(x), 1)), 0, 1).astype(np.float32)
    return land


def _valley_height(x: NDArray, y: NDArray) -> NDArray:
    """The valley's floor: 5.4 m below the bench, rising slowly to the north."""
    return -5.4 + 0.02 * (y - 84) + 0 * x


def _road_edge(rng: np.random.Generator) -> Mesh:
    """Marker posts and stones on both sides of the haul road, its earth bank on the east."""
    parts = []
    for k, y in enumerate(np.arange(-186, 40, 9.0)):
        for x in (ROAD[0] - 1.3, ROAD[1] + 1.3):
            foot = float(ground_height(np.array([x]), np.array([y]))[0])
            parts.append(rod((x, y, foot), (x, y, foot + 0.55), 0.045, WHITE_PAINT, sides=6))
            parts.append(rod((x, y, foot + 0.55), (x, y, foot + 0.85), 0.045, RED_PAINT, sides=6))
            if k % 2:
                stone = rock(0.3, k, BOULDER).placed(x + rng.normal(0, 0.3), y + 3, foot + 0.1, h=rng.uniform(0, 360))
                parts.append(stone)
    return joined(parts)


def _pad() -> Mesh:
    """The concrete pad before and under the shelter, with its kerb stones painted red and white."""
    pad = [box(9.0, 8.0, 0.16, CONCRETE, bevel=0.03, grid=1.0).placed(7.0, SHELTER_Y, -0.06)]
    for k in range(9):
        paint = RED_PAINT if k % 2 else WHITE_PAINT
        pad.append(box(0.98, 0.22, 0.22, paint, bevel=0.02).placed(3.0 + k, SHELTER_Y + 4.1, -0.02))
    return joined(pad)


def _plant(parts: Assembly, x: float, y: float) -> None:
    """The crushing plant in the valley: crusher house, inclined galleries, silos, a cone of crushed stone."""
    z = float(ground_height(np.array([x]), np.array([y]))[0])
    wall = Material((0.42, 0.50, 0.58), "corrugated", 0.6, 0.2, 0.4)
    parts.add(
        box(9, 8, 14, wall, bevel=0.1, grid=5).placed(x, y, z),
        box(9.6, 8.6, 0.5, GREY_PAINT, bevel=0.05, grid=5).placed(x, y, z + 14),
    )
    for k in range(3):
        silo = [(0, 0), (3.1, 0), (3.1, 15), (0.6, 17.2), (0, 17.2)]
        parts.add(lathe(silo, painted(0.62, 0.63, 0.62, 0.6), sides=18).placed(x + 13 + 7 * k, y + 9, z))
    for start, end in (
        ((x - 3, y + 3, z + 12.5), (x - 22, y + 22, z + 2.5)),
        ((x + 3, y + 3, z + 12.5), (x + 13, y + 9, z + 18.5)),
    ):
        parts.add(rod(start, end, 1.3, wall.shade(0.9), sides=4))
        middle = [(a + b) / 2 for a, b in zip(start, end, strict=True)]
        parts.add(rod((middle[0], middle[1], z - 1), tuple(middle), 0.35, DARK_STEEL, sides=4))
    parts.add(
        lathe([(9.0, 0), (0.4, 6.2), (0, 6.3)], Material((0.80, 0.77, 0.70), "gravel", 0.95), sides=22).placed(
            x - 23, y + 24, z - 0.5
        )
    )


def _poles(parts: Assembly) -> None:
    """A power line along the east side of the road."""
    for y in np.arange(-180, 30, 35.0):
        x = 12.5
        z = float(ground_height(np.array([x]), np.array([y]))[0])
        parts.add(rod((x, y, z - 0.3), (x, y, z + 9), 0.14, CONCRETE, sides=8, grid=3))
        parts.add(box(1.6, 0.09, 0.09, DARK_STEEL, bevel=0.01).placed(x, y, z + 8.5))
        parts.add(
            *(
                lathe([(0, 0), (0.06, 0.0), (0.05, 0.16), (0, 0.18)], painted(0.55, 0.3, 0.2), sides=8).placed(
                    x + dx, y, z + 8.59
                )
                for dx in (-0.7, 0, 0.7)
            )
        )
        if y < -5:
            for dx in (-0.7, 0, 0.7):
                sag = [(x + dx, y + 35 * t, z + 8.75 - 1.6 * 4 * t * (1 - t)) for t in np.linspace(0, 1, 7)]
                parts.add(
                    *(rod(a, b, 0.018, DARK_STEEL, sides=3, caps=False) for a, b in zip(sag, sag[1:], strict=False))
                )


def _site_signs(parts: Assembly) -> None:
    """The quarry's boards: the blasting notice at the guard line and at the bench, the speed board on the road."""
    for x, y, turn in ((-2.6, GUARD_Y + 1.5, 180.0), (-6.0, 41.0, 180.0)):
        parts.add(*(rod((x + dx, y, -0.1), (x + dx, y, 2.3), 0.035, DARK_STEEL, sides=8) for dx in (-0.7, 0.7)))
        parts.add(box(1.64, 0.03, 1.12, WHITE_PAINT, bevel=0.005).placed(x, y, 1.18))
        parts.sign("blast_notice", 1.6, 1.08, x, y - 0.017, 1.2, turn=turn)


def _green(rng: np.random.Generator) -> Mesh:
    """Trees on the hill above the face and down the east slope, shrubs, tufts in the gravel."""
    above = [(rng.uniform(-52, -18.5), rng.uniform(-180, 60)) for _ in range(70)]
    above += [(rng.uniform(-21, -17.6), y) for y in np.arange(20, 62, 4.5)]
    valley = [(rng.uniform(-60, 140), rng.uniform(86, 190)) for _ in range(60)]
    slope = [(rng.uniform(24, 90), rng.uniform(-185, 58)) for _ in range(62)]
    places = np.column_stack([rng.uniform(15.2, 21, 130), rng.uniform(-30, 57, 130)])
    top = np.column_stack([rng.uniform(-17.5, -16.6, 70), rng.uniform(15, 60, 70)])
    return joined(
        [
            grove(above, ground_height, 31, tall=(4, 8), slender=0.8, leaves=40),
            grove(valley, _valley_height, 34, tall=(4, 9), slender=0.8, leaves=26),
            grove(slope, ground_height, 32, tall=(5, 10), slender=0.75, leaves=34),
            tufts(np.vstack([places, top]), ground_height, 33, blades=5, tall=0.4),
        ]
    )
