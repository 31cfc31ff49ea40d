"""The ground of the pit place: natural ground at 0 with its tracks, the floor 4.5 m below with its sump."""

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

ORIGIN, SIZE, PIXELS = (-5.0, -6.0), 28.0, 1152
PIT = (3.0, 15.0, 3.0, 11.0)
"""x0, x1, y0, y1 of the pit; its sides are upright."""
DEPTH = 4.5
SUMP = (5.0, 5.0, 0.75)
"""Middle x, y and radius of the sump."""
WATER_LEVEL = -DEPTH - 0.09
LAYERS = ("soil", "mud", "gravel")


def _coordinates() -> tuple[Field, Field]:
    along = (np.arange(PIXELS) + 0.5) / PIXELS * SIZE
    x, y = np.meshgrid(along + ORIGIN[0], along + ORIGIN[1])
    return x, y


def _noise(beta: float, seed: int, low: float = 1) -> Field:
    return fractal(beta, seed, low=low, size=PIXELS) - 0.5


def inside(x: NDArray, y: NDArray) -> NDArray[np.bool_]:
    """Whether a point lies in the pit."""
    x0, x1, y0, y1 = PIT
    return (x > x0) & (x < x1) & (y > y0) & (y < y1)


def _tracks() -> Field:
    """Treads of the excavator's tracks on the west side and of lorries, boot prints on the pit's floor, 0..1."""
    image = Image.new("L", (PIXELS, PIXELS), 0)
    draw = ImageDraw.Draw(image)

    def pixel(x: float, y: float) -> tuple[float, float]:
        return (x - ORIGIN[0]) / SIZE * PIXELS, (y - ORIGIN[1]) / SIZE * PIXELS

    for y in np.arange(-6.0, 16.0, 0.19):
        for x in (-0.15, 2.05):
            draw.line([pixel(x - 0.24, y), pixel(x + 0.24, y)], fill=225, width=3)
    for x in np.arange(-5.0, 20.0, 0.16):
        for y in (-1.2, 0.4):
            draw.line([pixel(x, y - 0.14), pixel(x + 0.07, y), pixel(x, y + 0.14)], fill=200, width=2)
    rng = np.random.default_rng(81)
    for _ in range(150):
        x, y = rng.uniform(3.5, 14.5), rng.uniform(3.5, 10.6)
        px, py = pixel(x, y)
        lean = rng.uniform(-1, 1)
        draw.ellipse((px - 2.2 + lean, py - 1, px + 2.2 + lean, py + 5.5), fill=210)
        draw.ellipse((px - 1.9, py - 5.2, px + 1.9, py - 2.0), fill=210)
    return gaussian_filter(np.asarray(image) / 255.0, 0.7)


@cache
def maps() -> tuple[NDArray[np.uint8], HeightField]:
    """The splat of the ground, and its height outside and inside the pit."""
    x, y = _coordinates()
    broad, fine, grain = _noise(1.3, 401), _noise(0.9, 402), _noise(1.1, 403, low=12)
    pit = inside(x, y)
    sump = 1 - np.hypot(x - SUMP[0], y - SUMP[1]) / SUMP[2] + 0.25 * broad
    trickle = step(0.55, 0.2, np.abs(x - 3.6 - 0.25 * (7.2 - y)) + 0.5 * fine) * (y < 7.4) * (y > 4.8)
    wet = np.where(pit, np.maximum(step(-0.9, 0.3, sump), trickle * 0.8), 0)
    road = step(2.2, 1.2, np.abs(y + 0.4) + 0.8 * broad) * ~pit
    mud = np.where(
        pit,
        np.clip(wet + step(-0.1, 0.5, broad) * 0.6 + 0.5 * fine, 0, 1),
        np.clip(step(1.9, 0.9, np.abs(x - 0.95) + broad) + 0.4 * fine, 0, 1),
    )
    relief = np.clip(0.502 - 0.5 * _tracks(), 0, 1)
    height = 0.06 * broad + 0.02 * grain
    height = np.where(
        pit, height * 0.7 - DEPTH - 0.28 * step(-0.2, 0.5, sump), height * step(0.0, 0.6, _edge_distance(x, y))
    )
    water = np.where(pit, np.clip(0.5 + sump * 1.1, 0, 1), 0)
    splat = (np.clip(np.stack([mud, road * 0.9, water, relief], -1), 0, 1) * 255).round().astype(np.uint8)
    pixel = SIZE / PIXELS
    shown = np.where(water > 0.47, np.maximum(height, WATER_LEVEL), height)
    return splat, HeightField((ORIGIN[0] + pixel / 2, ORIGIN[1] + pixel / 2), pixel, shown.astype(np.float32))


def _edge_distance(x: Field, y: Field) -> Field:
    """Metres from the pit's edge, outside it."""
    x0, x1, y0, y1 = PIT
    return np.hypot(np.maximum(np.maximum(x0 - x, x - x1), 0), np.maximum(np.maximum(y0 - y, y - y1), 0))


def ground_height(x: NDArray, y: NDArray) -> NDArray:
    """Height of the ground in metres; -4.5 in the pit, level beyond the mapped square."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    edge = np.minimum.reduce([x - ORIGIN[0], ORIGIN[0] + SIZE - x, y - ORIGIN[1], ORIGIN[1] + SIZE - y])
    return maps()[1](x, y) * np.clip(edge / 1.0, 0, 1)


def _upper(x: NDArray, y: NDArray) -> NDArray:
    """The natural ground, level at the pit's edge itself."""
    return np.where(_edge_distance(x, y) < 0.05, 0.0, ground_height(x, y))


def _lower(x: NDArray, y: NDArray) -> NDArray:
    """The pit's floor, also along its edge."""
    x0, x1, y0, y1 = PIT
    return ground_height(np.clip(x, x0 + 0.05, x1 - 0.05), np.clip(y, y0 + 0.05, y1 - 0.05))


def _mesh() -> Mesh:
    x0, x1, y0, y1 = PIT
    near = [grid((x0 - 0.1, x1 + 0.1), (y0 - 0.1, y1 + 0.1), 0.17, _lower, SOIL)]
    near += [grid((-2, x0), (-2, 14), 0.25, _upper, SOIL), grid((x1, 19), (-2, 14), 0.4, _upper, SOIL)]
    near += [grid((x0, x1), (-2, y0), 0.3, _upper, SOIL), grid((x0, x1), (y1, 14), 0.4, _upper, SOIL)]
    ox, oy = ORIGIN
    near += [
        grid((ox, ox + SIZE), (oy, -2), 1.0, _upper, SOIL),
        grid((ox, ox + SIZE), (14, oy + SIZE), 1.0, _upper, SOIL),
    ]
    near += [grid((ox, -2), (-2, 14), 0.8, _upper, SOIL), grid((19, ox + SIZE), (-2, 14), 0.8, _upper, SOIL)]
    for x, y in (
        ((-160, ox), (-160, 180)),
        ((ox + SIZE, 180), (-160, 180)),
        ((ox, ox + SIZE), (-160, oy)),
        ((ox, ox + SIZE), (oy + SIZE, 180)),
    ):
        near.append(grid(x, y, 14.0, _upper, SOIL))
    return joined(near)


def pit_ground() -> Ground:
    return Ground(_mesh(), ORIGIN, SIZE, maps()[0], LAYERS, WATER_LEVEL)
