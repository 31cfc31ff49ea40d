"""The ground of the facade place: what lies where, its relief, its height."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter, map_coordinates

from assets.mesh import Mesh, joined
from assets.modelling import grid
from assets.modelling.materials import SOIL
from assets.place import Ground
from assets.textures.noise import fractal, step

ORIGIN, SIZE, PIXELS = (-10.0, -6.0), 40.0, 1280
WATER_LEVEL = -0.045


def _coordinates() -> tuple[NDArray, NDArray]:
    along = (np.arange(PIXELS) + 0.5) / PIXELS * SIZE
    x, y = np.meshgrid(along + ORIGIN[0], along + ORIGIN[1])
    return x, y


def _noise(beta: float, seed: int) -> NDArray:
    """Uneven values about 0 over the whole square."""
    field = fractal(beta, seed) - 0.5
    return map_coordinates(field, np.mgrid[0:PIXELS, 0:PIXELS] * (512 / PIXELS), order=1, mode="wrap")


TRACK = ((1.6, -6.0), (1.7, 0.0), (2.8, 2.6), (6.2, 3.4), (10.5, 3.0), (14.8, 3.6), (20.0, 4.2))
"""The way of carts and lorries from the gate to the lifting yard."""


def _pixel(x: float, y: float) -> tuple[float, float]:
    return (x - ORIGIN[0]) / SIZE * PIXELS, (y - ORIGIN[1]) / SIZE * PIXELS


def _track_distance(x: NDArray, y: NDArray) -> NDArray:
    """Metres from the middle of the track."""
    nearest = np.full_like(x, 1e9)
    for (x0, y0), (x1, y1) in zip(TRACK, TRACK[1:], strict=False):
        dx, dy = x1 - x0, y1 - y0
        t = np.clip(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy), 0, 1)
        nearest = np.minimum(nearest, np.hypot(x - x0 - t * dx, y - y0 - t * dy))
    return nearest


def _prints() -> NDArray[np.float64]:
    """Where tyres and boots have trodden, 0..1: treads along the track, footprints under the scaffold."""
    image = Image.new("L", (PIXELS, PIXELS), 0)
    draw = ImageDraw.Draw(image)
    for (x0, y0), (x1, y1) in zip(TRACK, TRACK[1:], strict=False):
        length = float(np.hypot(x1 - x0, y1 - y0))
        ahead = np.array([x1 - x0, y1 - y0]) / length
        side = np.array([-ahead[1], ahead[0]])
        for s in np.arange(0, length, 0.16):
            for rut in (-0.72, 0.72):
                middle = np.array([x0, y0]) + ahead * s + side * rut
                chevron = [_pixel(*(middle + side * o + ahead * a)) for o, a in ((-0.15, 0), (0, 0.08), (0.15, 0))]
                draw.line(chevron, fill=225, width=2)
    for k, (x, y) in enumerate(_steps()):
        px, py = _pixel(x, y)
        lean = 1.5 if k % 2 else -1.5
        draw.ellipse((px - 2.2 + lean, py - 1.0, px + 2.2 + lean, py + 5.6), fill=255)
        draw.ellipse((px - 1.9 + lean, py - 5.2, px + 1.9 + lean, py - 2.0), fill=255)
    return gaussian_filter(np.asarray(image) / 255.0, 0.7)


def _steps() -> list[tuple[float, float]]:
    """Footprints through the gap in the fence, under the scaffold."""
    paths = [((6.9, 5.6), (7.1, 9.0)), ((7.4, 5.9), (6.6, 8.9)), ((6.4, 6.1), (7.6, 9.2)), ((7.6, 6.6), (8.4, 9.2))]
    prints = []
    for k, ((x0, y0), (x1, y1)) in enumerate(paths):
        for i, t in enumerate(np.arange(0, 1, 0.19)):
            sway = 0.10 if i % 2 else -0.10
            prints.append((x0 + (x1 - x0) * t + sway, y0 + (y1 - y0) * t + 0.07 * k))
    return prints


@cache
def maps() -> tuple[NDArray[np.uint8], NDArray[np.float64], NDArray[np.float64]]:
    """The splat of the ground, its height in metres, and how much it lies under water (0.5 is the shore)."""
    x, y = _coordinates()
    broad, fine, grain = _noise(1.3, 201), _noise(0.9, 202), _noise(1.1, 203)
    track = _track_distance(x, y)
    mud = np.clip(
        step(1.7, 0.9, track + 0.9 * broad) + 0.9 * step(2.6, 0.6, np.hypot((x - 7.2) / 1.5, (y - 7.6) / 1.2) + broad),
        0,
        1,
    )
    mud = np.clip(mud + 0.5 * fine * (mud > 0.02), 0, 1)
    concrete = (
        ((x > 10.35) & (x < 19.2) & (y > 5.7) & (y < 17))
        | ((y > 10.0) & (x > -8.3) & (x < 11.7))
        | ((y > 9.9) & (x > 11))
    )
    concrete |= (x > 13.2) & (x < 17.4) & (y > 3.2) & (y < 6.2)
    hard = gaussian_filter(concrete.astype(float), 1.2)
    pools = [
        (3.1, 4.6, 0.9, 0.42),
        (9.6, 4.4, 0.62, 0.34),
        (5.2, 1.2, 0.55, 0.5),
        (-3.0, 5.5, 1.3, 0.7),
        (18.5, 1.6, 1.2, 0.6),
    ]
    wet = np.maximum.reduce(
        [1 - np.hypot((x - px) / a, (y - py) / b) + 0.9 * broad + 0.3 * grain for px, py, a, b in pools]
    )
    water = np.clip(0.5 + wet * 1.1, 0, 1) * (1 - hard)
    trodden = _prints()
    cracks = _joints(x, y) * hard
    relief = np.clip(0.5 - 0.5 * trodden * np.clip(mud * 1.4, 0, 1) + 0.5 * cracks, 0, 1)
    height = 0.09 * broad + 0.02 * grain
    height -= 0.07 * np.exp(-(((track - 0.72) / 0.2) ** 2)) * mud + 0.09 * step(-0.35, 0.55, wet)
    height = height * (1 - hard) + 0.02 * hard
    splat = np.stack([mud, hard, water, relief], axis=-1)
    return (np.clip(splat, 0, 1) * 255).astype(np.uint8), height, np.clip(water, 0, 1)


def _joints(x: NDArray, y: NDArray) -> NDArray:
    """Joints and a few cracks of the concrete paving."""
    across = np.exp(-((((x - 10.35) % 3.0 - 1.5) / 0.018) ** 2)) + np.exp(-((((y - 5.7) % 3.0 - 1.5) / 0.018) ** 2))
    crack = np.exp(-(((y - 8.2 - 0.35 * np.sin(x * 2.1) - 0.1 * np.sin(x * 9)) / 0.012) ** 2)) * (x > 12.2)
    return np.clip(across + 0.8 * crack, 0, 1)


def ground_height(x: NDArray, y: NDArray) -> NDArray:
    """Height of the ground, metres; level outside the mapped square."""
    x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
    _, height, pools = maps()
    at = [(y - ORIGIN[1]) / SIZE * PIXELS - 0.5, (x - ORIGIN[0]) / SIZE * PIXELS - 0.5]
    h = map_coordinates(height, at, order=1, mode="nearest")
    water = map_coordinates(pools, at, order=1, mode="nearest")
    edge = np.minimum.reduce([x - ORIGIN[0], ORIGIN[0] + SIZE - x, y - ORIGIN[1], ORIGIN[1] + SIZE - y])
    h = np.where(
        water > 0.47,
        np.maximum(np.minimum(h, WATER_LEVEL + (0.52 - water) * 0.3), WATER_LEVEL),
        np.maximum(h, WATER_LEVEL),
    )
    return np.where(edge > 0, h * np.clip(edge / 1.5, 0, 1), 0.0)


def _mesh() -> Mesh:
    """Fine where people walk, coarse as far as the fog lets one see."""
    x0, y0 = ORIGIN
    x1, y1 = x0 + SIZE, y0 + SIZE
    tiles = [grid((-2, 19), (-2, 10), 0.22, ground_height, SOIL), grid((-2, 19), (10, 18), 0.8, ground_height, SOIL)]
    tiles += [grid((x0, -2), (-2, 18), 0.8, ground_height, SOIL), grid((19, x1), (-2, 18), 0.8, ground_height, SOIL)]
    tiles += [grid((x0, x1), (y0, -2), 0.8, ground_height, SOIL), grid((x0, x1), (18, y1), 2.0, ground_height, SOIL)]
    for x, y in (((-160, x0), (-160, 190)), ((x1, 190), (-160, 190)), ((x0, x1), (-160, y0)), ((x0, x1), (y1, 190))):
        tiles.append(grid(x, y, 12.0, ground_height, SOIL))
    return joined(tiles)


def facade_ground() -> Ground:
    return Ground(_mesh(), ORIGIN, SIZE, maps()[0], ("gravel", "mud", "concrete"), WATER_LEVEL)
