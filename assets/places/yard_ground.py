"""The ground of the yard: wet gravel and trodden mud, the cart track, puddles, the excavation, soil heaps."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from assets.mesh import Mesh, joined
from assets.modelling import grid
from assets.modelling.heights import HeightField
from assets.modelling.materials import SOIL
from assets.place import Ground
from assets.textures.noise import Field, fractal, step

ORIGIN, SIZE, PIXELS = (-4.0, -6.0), 24.0, 1024
WATER_LEVEL = -0.012
LAYERS = ("gravel", "mud", "concrete")

PIT = (10.1, 4.0, 13.4, 7.4)
"""The excavation: x0, y0, x1, y1 at its upper edge."""
PIT_DEPTH = 1.25
PUDDLES = (
    (7.35, 4.0, 1.25, 0.95),
    (4.65, 1.3, 0.35, 1.3),
    (3.35, 2.7, 0.28, 1.1),
    (5.7, 0.5, 0.5, 0.35),
    (4.7, 7.2, 0.3, 0.9),
    (9.1, 8.5, 0.55, 0.3),
    (1.2, 4.2, 0.5, 0.4),
    (6.8, -0.4, 0.8, 0.4),
    (14.9, 9.3, 0.7, 0.35),
    (1.5, 7.0, 0.45, 0.3),
)
"""Middle x, y and half axes of each puddle; the first is the one of the pump."""
HEAPS = ((15.3, 6.2, 0.75, 1.7, 1.25), (-1.6, 8.7, 1.2, 1.0, 1.1))
"""Middle x, y, spread in x and y, height of each soil heap."""
LEVEL_WAYS = (
    ((5.5, 7.3), (5.6, 6.8), (6.05, 6.35), (5.98, 5.9), (6.45, 5.45), (6.75, 4.85), (7.02, 4.48)),
    ((1.6, 5.2), (2.85, 4.98), (4.0, 5.02), (5.2, 4.98), (6.8, 4.9)),
    ((5.5, 7.5), (6.1, 8.15), (7.9, 9.25), (9.7, 10.55), (10.5, 10.8)),
)
"""Where cables of the scenario lie: the ground is level there, at 0, so that they lie on it."""


def pixel(x: float, y: float) -> tuple[float, float]:
    """Where a point of the yard lies in the maps."""
    return (x - ORIGIN[0]) / SIZE * PIXELS, (y - ORIGIN[1]) / SIZE * PIXELS


def _coordinates() -> tuple[Field, Field]:
    along = (np.arange(PIXELS) + 0.5) / PIXELS * SIZE
    x, y = np.meshgrid(along + ORIGIN[0], along + ORIGIN[1])
    return x, y


def _noise(beta: float, seed: int, low: float = 1) -> Field:
    """Uneven values about 0 over the square."""
    return fractal(beta, seed, low=low, size=PIXELS) - 0.5


def _distance(x: Field, y: Field, way: tuple[tuple[float, float], ...]) -> Field:
    """Metres from a line of points."""
    nearest = np.full_like(x, 1e9)
    for (x0, y0), (x1, y1) in zip(way, way[1:], strict=False):
        dx, dy = x1 - x0, y1 - y0
        t = np.clip(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy), 0, 1)
        nearest = np.minimum(nearest, np.hypot(x - x0 - t * dx, y - y0 - t * dy))
    return nearest


def _wetness(x: Field, y: Field, broad: Field, grain: Field) -> Field:
    """Above 0 inside a puddle, falling outward."""
    return np.maximum.reduce(
        [1 - np.hypot((x - px) / a, (y - py) / b) + 0.8 * broad + 0.3 * grain for px, py, a, b in PUDDLES]
    )


def _heap_height(x: Field, y: Field, broad: Field, grain: Field) -> Field:
    total = sum(h * np.exp(-(((x - px) / a) ** 2 + ((y - py) / b) ** 2)) for px, py, a, b, h in HEAPS)
    return np.clip(total * (1 + 0.9 * broad + 0.5 * grain) - 0.06, 0, 9)


def _treads() -> Field:
    """Tyre treads in the two ruts of the cart track and boot prints beside it, 0..1."""
    image = Image.new("L", (PIXELS, PIXELS), 0)
    draw = ImageDraw.Draw(image)
    for y in np.arange(-6.0, 11.0, 0.15):
        sway = 0.05 * np.sin(y * 1.1)
        for rut in (3.35, 4.65):
            chevron = [(rut - 0.14 + sway, y), (rut + sway, y + 0.07), (rut + 0.14 + sway, y)]
            draw.line([pixel(*point) for point in chevron], fill=235, width=3)
    rng = np.random.default_rng(31)
    for k in range(44):
        t = k / 44
        at = (4.0 + 4.2 * t + 0.16 * (-1) ** k, 0.4 + 7.6 * t**0.8 + rng.uniform(-0.1, 0.1))
        px, py = pixel(*at)
        draw.ellipse((px - 2.2, py - 1.5, px + 2.2, py + 5.5), fill=190)
        draw.ellipse((px - 1.9, py - 5.4, px + 1.9, py - 2.4), fill=190)
    return gaussian_filter(np.asarray(image) / 255.0, 0.8)


def _cracks() -> Field:
    """Cracks and joints of the concrete apron, 0..1."""
    image = Image.new("L", (PIXELS, PIXELS), 0)
    draw = ImageDraw.Draw(image)
    rng = np.random.default_rng(32)
    for _ in range(9):
        at, turn = np.array([rng.uniform(6.5, 14.5), rng.uniform(9.6, 11.2)]), rng.uniform(0, 6.3)
        for _ in range(12):
            turn += rng.uniform(-0.7, 0.7)
            ahead = at + 0.16 * np.array([np.cos(turn), np.sin(turn)])
            draw.line([pixel(*at), pixel(*ahead)], fill=200, width=1)
            at = ahead
    for x in (8.0, 10.0, 12.0, 14.0):
        draw.line([pixel(x, 9.35), pixel(x, 12.0)], fill=255, width=2)
    return gaussian_filter(np.asarray(image) / 255.0, 0.6)


@cache
def maps() -> tuple[NDArray[np.uint8], HeightField]:
    """The splat of the ground, and its height."""
    x, y = _coordinates()
    broad, fine, grain = _noise(1.3, 101), _noise(0.9, 102), _noise(1.1, 103, low=12)
    heap = _heap_height(x, y, broad, grain)
    pit = step(0.0, 0.35, np.minimum.reduce([x - PIT[0], PIT[2] - x, y - PIT[1], PIT[3] - y]) + 0.12 * broad)
    wet = _wetness(x, y, broad, grain)
    apron = (((y > 9.35) & (x > 6.0) & (x < 14.9)) | (y > 11.3)).astype(float)
    concrete = gaussian_filter(apron, 1.2) * step(0.08, 0.02, heap)

    mud = np.maximum(step(1.35, 0.75, np.abs(x - 4 + 0.4 * broad) + 0.5 * fine), step(-0.05, 0.4, wet))
    mud = np.maximum(mud, step(3.0, 1.7, np.hypot((x - 11.7) / 1.3, y - 5.7) + 1.2 * broad))
    mud = np.maximum(np.clip(mud + 0.5 * fine * (mud > 0.02), 0, 1), step(0.02, 0.12, heap))

    ruts = sum(np.exp(-(((x - rut - 0.05 * np.sin(y * 1.1)) / 0.16) ** 2)) for rut in (3.35, 4.65))
    rough = 0.07 * broad + 0.015 * grain + 0.012 - 0.06 * ruts * mud
    level = np.minimum.reduce([_distance(x, y, way) for way in LEVEL_WAYS])
    rough *= step(0.12, 0.60, level)
    height = (rough - 0.07 * step(-0.30, 0.5, wet)) * (1 - concrete)
    height += heap - (PIT_DEPTH - 0.05 * broad) * pit * (1 - concrete)

    water = np.clip(0.5 + wet * 1.1, 0, 1) * (1 - concrete) * (heap < 0.05) * (1 - pit)
    relief = np.clip(0.5 - 0.5 * _treads() * mud * (1 - concrete) + 0.5 * _cracks() * concrete, 0, 1)
    splat = (np.clip(np.stack([mud, concrete, water, relief], axis=-1), 0, 1) * 255).round().astype(np.uint8)
    pixel_size = SIZE / PIXELS
    start = (ORIGIN[0] + pixel_size / 2, ORIGIN[1] + pixel_size / 2)
    return splat, HeightField(start, pixel_size, _surface(height, water).astype(np.float32))


def _surface(height: Field, water: Field) -> Field:
    """The ground as one sees it: puddles lie level, and nothing but the excavation is below them."""
    pool = np.maximum(np.minimum(height, WATER_LEVEL + (0.52 - water) * 0.3), WATER_LEVEL)
    dug = height < -0.2
    return np.where(water > 0.47, pool, np.where(dug, height, np.maximum(height, WATER_LEVEL)))


def ground_height(x: NDArray, y: NDArray) -> NDArray:
    """Height of the ground in metres; level beyond the mapped square."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    edge = np.minimum.reduce([x - ORIGIN[0], ORIGIN[0] + SIZE - x, y - ORIGIN[1], ORIGIN[1] + SIZE - y])
    return maps()[1](x, y) * np.clip(edge / 1.0, 0, 1)


def _mesh() -> Mesh:
    """Fine where people walk, coarse as far as the fog lets one see."""
    x0, y0 = ORIGIN
    x1, y1 = x0 + SIZE, y0 + SIZE
    tiles = [grid((-1.5, 17.5), (-1.5, 12.5), 0.17, ground_height, SOIL)]
    tiles += [
        grid((x0, x1), (y0, -1.5), 0.5, ground_height, SOIL),
        grid((x0, -1.5), (-1.5, y1), 0.5, ground_height, SOIL),
    ]
    tiles += [
        grid((17.5, x1), (-1.5, y1), 0.5, ground_height, SOIL),
        grid((-1.5, 17.5), (12.5, y1), 1.0, ground_height, SOIL),
    ]
    for x, y in (((-150, x0), (-150, 160)), ((x1, 170), (-150, 160)), ((x0, x1), (-150, y0)), ((x0, x1), (y1, 160))):
        tiles.append(grid(x, y, 10.0, ground_height, SOIL))
    return joined(tiles)


def yard_ground() -> Ground:
    return Ground(_mesh(), ORIGIN, SIZE, maps()[0], LAYERS, WATER_LEVEL)
