"""The terrain of the quarry: the bench with its crest, the lower floor, the haul road, the slopes round it."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from assets.mesh import Mesh, joined
from assets.modelling import grid
from assets.modelling.materials import Material
from assets.modelling.roughness import broken
from assets.place import Ground
from assets.textures.noise import Field, fractal, step

ORIGIN, SIZE, PIXELS = (-128.0, -192.0), 272.0, 1700
CREST, DROP = 58.0, 5.0
"""y of the crest of the bench, and how far the lower floor lies under it; metres."""
FACE_X, FACE_TOP = -15.0, 12.0
"""The upper face: where it stands and how high it is."""
ROAD = (0.0, 4.0)
GUARD_Y, SHELTER_Y = -150.0, -165.0
LIMESTONE = Material((0.58, 0.575, 0.56), "soil", 0.95, 0.0, 1.0)
LAYERS = ("gravel", "asphalt", "grass")


def _wave(x: NDArray, y: NDArray, seed: int) -> NDArray:
    """Uneven ground, about -0.5..0.5, broad and cheap."""
    return broken(x * 0.35 + seed, y * 0.35, 500 + seed, blocks=9) - 0.5


def ground_height(x: NDArray, y: NDArray) -> NDArray:
    """Height of the ground in metres; the bench is at 0, within a few centimetres where people walk."""
    x, y = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(y, np.float64))
    rough = 0.16 * _wave(x, y, 1) + 0.09 * (broken(x, y, 520, blocks=40) - 0.5)
    road = step(1.6, 0.2, np.maximum(ROAD[0] - x, x - ROAD[1])) * step(49, 45, y)
    level = rough * (1 - 0.8 * road)
    level = level * step(-176, -170, y) + 0.02 * (1 - step(-176, -170, y))
    edge = CREST + 0.9 * _wave(x, y * 0 + 3, 3) + 0.35 * (broken(x * 1.6, x * 0 + 7, 530, blocks=30) - 0.5)
    below = step(0.0, 1.3, y - edge)
    floor = (
        -DROP + 0.35 * _wave(x, y, 5) + 1.7 * np.exp(-(((y - CREST - 4.5) / 3.2) ** 2)) * (0.7 + 0.8 * _wave(x, y, 6))
    )
    bench = level * (1 - below) + floor * below
    east = 0.95 * np.exp(-(((x - 15.6) / 0.75) ** 2)) * (0.8 + 0.8 * _wave(x, y, 7)) * (1 - below)
    fall = -0.30 * np.clip(x - 17.0, 0, 46) - 0.02 * np.clip(x - 63, 0, 200)
    hill = step(FACE_X - 0.4, FACE_X - 1.4, x) * (
        FACE_TOP + 0.22 * np.clip(FACE_X - 1 - x, 0, 60) + 0.8 * _wave(x, y, 8)
    )
    return (bench + east + fall * (1 + 0.2 * _wave(x, y, 9))) * step(FACE_X - 1.4, FACE_X - 0.4, x) + hill


def _treads() -> Field:
    """Tyre marks of tippers along the road and on the bench, 0..1."""
    image = Image.new("L", (PIXELS, PIXELS), 0)
    draw = ImageDraw.Draw(image)
    scale = PIXELS / SIZE

    def track(points: list[tuple[float, float]]) -> None:
        pixels = [((x - ORIGIN[0]) * scale, (y - ORIGIN[1]) * scale) for x, y in points]
        draw.line(pixels, fill=190, width=3)

    for rut in (0.7, 1.5, 2.6, 3.3):
        track([(rut + 0.25 * np.sin(y / 17), y) for y in np.arange(-192, 45, 4.0)])
    rng = np.random.default_rng(7)
    for _ in range(9):
        x0, x1 = rng.uniform(0, 4), rng.uniform(-12, 13)
        for side in (0, 1.7):
            track([(x0 + (x1 - x0) * t**2 + side, 28 + 26 * t) for t in np.linspace(0, 1, 12)])
    return gaussian_filter(np.asarray(image) / 255.0, 0.8)


@cache
def splat() -> NDArray[np.uint8]:
    """Fines on the road and under the drill holes, grass on the slopes, tyre marks."""
    along = (np.arange(PIXELS) + 0.5) / PIXELS * SIZE
    x, y = np.meshgrid(along + ORIGIN[0], along + ORIGIN[1])
    broad, fine = (
        fractal(beta, seed, size=PIXELS, low=low) - 0.5 for beta, seed, low in ((1.3, 601, 6), (0.9, 602, 20))
    )
    road = step(2.4, 0.3, np.maximum(ROAD[0] - x, x - ROAD[1]) + 2.2 * broad) * step(50, 42, y)
    apron = step(7.0, 2.0, np.abs(y - 50) + 5 * broad) * step(17, 14, np.abs(x)) * 0.75
    fines = np.clip(np.maximum(road, apron) + 0.5 * fine + 0.25 * broad, 0, 1)
    grass = step(18.5, 24.0, x + 5 * broad + 3 * fine) * step(70, 62, y) + step(-18.0, -22.0, x + 4 * broad)
    relief = np.clip(0.502 - 0.3 * _treads() * (1 - grass), 0, 1)
    return (np.clip(np.stack([fines, np.clip(grass, 0, 1), x * 0, relief], -1), 0, 1) * 255).round().astype(np.uint8)


def _mesh() -> Mesh:
    """Fine on the bench where people stand, by and by coarser."""
    h = ground_height
    tiles = [grid((-15.5, 16.5), (34, 56), 0.4, h, LIMESTONE), grid((-15.5, 16.5), (56, 61), 0.27, h, LIMESTONE)]
    tiles += [grid((-15.5, 16.5), (-30, 34), 1.0, h, LIMESTONE), grid((-15.5, 16.5), (-192, -30), 2.0, h, LIMESTONE)]
    tiles += [grid((-60, 16.5), (61, 86), 1.2, h, LIMESTONE)]
    tiles += [grid((16.5, 64), (-192, 61), 3.2, h, LIMESTONE), grid((16.5, 143), (61, 86), 4.0, h, LIMESTONE)]
    tiles += [grid((64, 143), (-192, 61), 9.0, h, LIMESTONE), grid((-127, -15.5), (-192, 61), 5.5, h, LIMESTONE)]
    tiles += [grid((-127, -60), (61, 86), 5.0, h, LIMESTONE), grid((-127, 143), (-420, -192), 16.0, h, LIMESTONE)]
    return joined(tiles)


def quarry_ground() -> Ground:
    return Ground(_mesh(), ORIGIN, SIZE, splat(), LAYERS, -40.0)
