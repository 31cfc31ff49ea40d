"""Floors and level yards: fine and coarse meshes, painted stripes, the map that says what lies where."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from assets.mesh import Mesh, joined
from assets.modelling import Material, finish
from assets.place import Ground
from assets.textures.noise import fractal

GRID = 0.5
"""Walls and floors are divided so finely, since light is baked at their vertices."""


def level(
    x: tuple[float, float],
    y: tuple[float, float],
    z: float,
    material: Material,
    *,
    down: bool = False,
    step: float = GRID,
) -> Mesh:
    """A level rectangle seen from above, or from below with ``down``."""
    gx, gy = (np.linspace(*span, max(1, int(np.ceil((span[1] - span[0]) / step))) + 1) for span in (x, y))
    xs, ys = np.meshgrid(gx, gy)
    columns = len(gx)
    row, column = np.meshgrid(np.arange(len(gy) - 1), np.arange(columns - 1), indexing="ij")
    first = (row * columns + column).ravel()
    faces = np.concatenate(
        [
            np.stack([first, first + 1, first + columns + 1], 1),
            np.stack([first, first + columns + 1, first + columns], 1),
        ]
    )
    points = np.column_stack([xs.ravel(), ys.ravel(), np.full(xs.size, z)])
    return finish(points, faces[:, ::-1] if down else faces, material, split=80)


class FloorMap:
    """The splat of a square of ground, painted in metres: second layer, third layer, water, relief."""

    def __init__(self, origin: tuple[float, float], size: float, pixels: int = 768) -> None:
        self.origin, self.size, self.pixels = origin, size, pixels
        along = (np.arange(pixels) + 0.5) / pixels * size
        self.x, self.y = np.meshgrid(along + origin[0], along + origin[1])
        self.second = np.zeros((pixels, pixels))
        self.third = np.zeros((pixels, pixels))
        self.water = np.zeros((pixels, pixels))
        self.relief = np.zeros((pixels, pixels))

    def noise(self, seed: int, beta: float = 1.2, low: float = 1) -> NDArray[np.float64]:
        """Uneven values 0..1 over the square."""
        return fractal(beta, seed, low=low, size=self.pixels)

    def inside(self, x0: float, y0: float, x1: float, y1: float, soft: float = 0.05) -> NDArray[np.float64]:
        """1 inside a rectangle, falling to 0 over ``soft`` metres."""
        edge = np.minimum.reduce([self.x - x0, x1 - self.x, self.y - y0, y1 - self.y])
        return np.clip(0.5 + edge / soft, 0, 1)

    def blot(self, x: float, y: float, radius: float, seed: int) -> NDArray[np.float64]:
        """1 in an uneven patch about a point."""
        away = np.hypot(self.x - x, self.y - y) / radius
        return np.clip(1.35 - away + 1.2 * (self.noise(seed, 1.1) - 0.5), 0, 1)

    def lines(
        self, ways: Sequence[Sequence[tuple[float, float]]], width: float, blur: float = 0.6
    ) -> NDArray[np.float64]:
        """1 on lines through points in metres, ``width`` metres wide."""
        image = Image.new("L", (self.pixels, self.pixels), 0)
        draw = ImageDraw.Draw(image)
        scale = self.pixels / self.size
        for way in ways:
            points = [((x - self.origin[0]) * scale, (y - self.origin[1]) * scale) for x, y in way]
            draw.line(points, fill=255, width=max(1, round(width * scale)))
        return gaussian_filter(np.asarray(image) / 255.0, blur)

    def splat(self) -> NDArray[np.uint8]:
        layers = [self.second, self.third, 0.5 * np.clip(self.water, 0, 2), 0.5 + 0.5 * self.relief]
        return (np.clip(np.stack(layers, -1), 0, 1) * 255).round().astype(np.uint8)

    def ground(self, layers: tuple[str, str, str], mesh: Mesh, water_level: float = -0.02) -> Ground:
        return Ground(mesh, self.origin, self.size, self.splat(), layers, water_level)


def flat_ground(x: NDArray, y: NDArray) -> NDArray:
    """A level floor at z = 0."""
    return np.zeros(np.broadcast(np.asarray(x), np.asarray(y)).shape)


def floor_mesh(room: tuple[float, float, float, float], inner: Material, outer: Material, reach: float = 90.0) -> Mesh:
    """A floor at z = 0: fine inside ``room`` (x0, y0, x1, y1), coarse as far as ``reach`` round it."""
    x0, y0, x1, y1 = room
    tiles = [level((x0, x1), (y0, y1), 0.0, inner, step=0.8)]
    for x, y in (
        ((x0 - reach, x0), (y0 - reach, y1 + reach)),
        ((x1, x1 + reach), (y0 - reach, y1 + reach)),
        ((x0, x1), (y0 - reach, y0)),
        ((x0, x1), (y1, y1 + reach)),
    ):
        tiles.append(level(x, y, 0.0, outer, step=6.0))
    return joined(tiles)


def floor_stripe(start: tuple[float, float], end: tuple[float, float], width: float, material: Material) -> Mesh:
    """A painted line on a floor at z = 0, as a film 2 mm high."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    length = float(np.linalg.norm(b - a))
    heading = float(np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0])))
    return level((0, length), (-width / 2, width / 2), 0.002, material, step=0.6).placed(h=heading).placed(*a)
