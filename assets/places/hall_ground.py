"""Floors of halls: a slab with joints, painted areas, wear and damp, and the yard's asphalt outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, map_coordinates

from assets.mesh import Mesh, joined
from assets.modelling import Material, grid
from assets.place import Ground
from assets.places.floors import flat_ground
from assets.textures.noise import Field, fractal, step

PIXELS = 1024
REACH = 150.0
"""How far the yard's ground goes on round the hall, metres."""
SLAB = Material((0.80, 0.80, 0.78), "concrete", 0.8)
Rect = tuple[float, float, float, float]
Tint = tuple[float, float, float]
Painted = tuple[Rect, Tint]
Height = Callable[[NDArray, NDArray], NDArray]


@dataclass(frozen=True)
class Floor:
    """A hall's floor over ``inside`` (x0, y0, x1, y1) in metres.

    ``layers`` are outside, slab, and what is painted or lies on it; ``painted`` are rectangles of the
    third layer with their tint, ``trodden`` ways on which it is worn through, ``damp`` ellipses (x, y, a, b) of
    standing water or wet floor, ``dusty`` 0..1 how much of the third layer lies about in drifts.
    """

    inside: Rect
    layers: tuple[str, str, str] = ("asphalt", "concrete", "epoxy")
    painted: tuple[Painted, ...] = ()
    trodden: tuple[Rect, ...] = ()
    damp: tuple[tuple[float, float, float, float], ...] = ()
    dusty: float = 0.0
    joint: float = 5.0
    seed: int = 1
    tint: Tint = SLAB.colour

    @property
    def square(self) -> tuple[tuple[float, float], float]:
        """Lower left corner and side of the mapped square: the hall and some metres round it."""
        x0, y0, x1, y1 = self.inside
        size = max(x1 - x0, y1 - y0) + 10.0
        return ((x0 + x1 - size) / 2, (y0 + y1 - size) / 2), size


def hall_floor(floor: Floor, height: Height = flat_ground, fine: float = 0.8, pits: tuple[Rect, ...] = ()) -> Ground:
    """The ground of a hall: its maps, and a mesh that is fine inside and in ``pits``, coarse far away."""
    origin, size = floor.square
    return Ground(_mesh(floor, height, fine, pits), origin, size, _splat(floor), floor.layers, -0.03)


def _within(x: Field, y: Field, rect: Rect, soft: float) -> Field:
    x0, y0, x1, y1 = rect
    return step(-soft, soft, np.minimum.reduce([x - x0, x1 - x, y - y0, y1 - y]))


def _splat(floor: Floor) -> NDArray[np.uint8]:
    (ox, oy), size = floor.square
    along = (np.arange(PIXELS) + 0.5) / PIXELS * size
    x, y = np.meshgrid(along + ox, along + oy)
    broad, fine = (_noise(beta, floor.seed * 10 + k) for k, beta in enumerate((1.4, 0.9)))
    grain = _noise(0.5, floor.seed * 10 + 2)
    slab = _within(x, y, floor.inside, 0.05)
    third = np.zeros_like(x)
    for rect, _ in floor.painted:
        third = np.maximum(third, _within(x, y, rect, 0.03))
    for rect in floor.trodden:
        rubbed = _within(x + 0.5 * broad, y + 0.5 * fine, rect, 0.5)
        third *= 1 - np.clip(rubbed * (0.55 + 2.2 * fine + 1.2 * grain), 0, 0.95)
    third *= 1 - 0.9 * step(0.20, 0.30, grain + 0.4 * fine)
    if floor.dusty:
        drift = step(0.62 - 0.62 * floor.dusty, 1.0 - 0.5 * floor.dusty, 0.5 + broad + 0.5 * fine)
        third = np.maximum(third, drift * slab)
    water = np.zeros_like(x)
    for px, py, a, b in floor.damp:
        wet = 1 - np.hypot((x - px) / a, (y - py) / b) + 0.8 * broad + 0.25 * fine
        water = np.maximum(water, np.clip(0.5 + wet * 0.9, 0, 1))
    cracks = _joints(x, y, floor.joint) * slab + 0.5 * _cracks(x, y, broad, fine) * slab
    relief = np.clip(0.502 + 0.45 * np.clip(cracks, 0, 1) * (1 - 0.75 * third), 0, 1)
    splat = np.stack([slab, third * slab, water, relief], axis=-1)
    return (np.clip(splat, 0, 1) * 255).round().astype(np.uint8)


def _noise(beta: float, seed: int) -> Field:
    """Uneven values about 0 over the square."""
    field = fractal(beta, seed) - 0.5
    return map_coordinates(field, np.mgrid[0:PIXELS, 0:PIXELS] * (512 / PIXELS), order=1, mode="wrap")


def _joints(x: Field, y: Field, every: float) -> Field:
    """Sawn joints of the slab."""
    near = [np.abs((axis / every + 0.5) % 1 - 0.5) * every for axis in (x, y)]
    return gaussian_filter(np.maximum(*(np.exp(-((d / 0.016) ** 2)) for d in near)), 0.5)


def _cracks(x: Field, y: Field, broad: Field, fine: Field) -> Field:
    """A few wandering cracks where two noises are equal."""
    return np.exp(-(((broad - 0.6 * fine) / 0.004) ** 2)) * step(0.02, 0.12, broad)


def _mesh(floor: Floor, height: Height, fine: float, pits: tuple[Rect, ...]) -> Mesh:
    """Tiles between the edges of all pits and painted areas, so that each has one fineness and one tint."""
    inside = floor.inside
    x0, y0, x1, y1 = inside[0] - 4, inside[1] - 4, inside[2] + 4, inside[3] + 4
    areas = [*pits, *(rect for rect, _ in floor.painted), inside]
    xs, ys = (
        sorted({low, high, *(edge for area in areas for edge in (area[k], area[k + 2]))})
        for k, (low, high) in enumerate(((x0, x1), (y0, y1)))
    )
    tiles = []
    for a, b in zip(xs, xs[1:], strict=False):
        for c, d in zip(ys, ys[1:], strict=False):
            middle = (a + b) / 2, (c + d) / 2
            tint = next((tint for rect, tint in reversed(floor.painted) if _holds(rect, *middle)), None)
            tint = tint or (floor.tint if _holds(inside, *middle) else SLAB.colour)
            step_size = 0.25 if any(_holds(pit, *middle) for pit in pits) else fine
            tiles.append(grid((a, b), (c, d), step_size, height, SLAB.coloured(*tint)))
    far = (
        ((-REACH, x0), (-REACH, REACH)),
        ((x1, REACH), (-REACH, REACH)),
        ((x0, x1), (-REACH, y0)),
        ((x0, x1), (y1, REACH)),
    )
    tiles += [grid(x, y, 12.0, height, SLAB) for x, y in far]
    return joined(tiles)


def _holds(rect: Rect, x: float, y: float) -> bool:
    return rect[0] <= x <= rect[2] and rect[1] <= y <= rect[3]
