"""The floor of a mine roadway: trodden fines, ballast under the track, the ditch, the sump, what water lies there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter

from assets.mesh import Mesh, joined
from assets.modelling import grid
from assets.modelling.heights import HeightField
from assets.modelling.materials import Material
from assets.place import Ground
from assets.textures.noise import Field, fractal, step

ORIGIN, SIZE, PIXELS = (-26.0, -18.0), 52.0, 1536
DITCH = (-2.02, -1.74)
"""x of the water ditch along the left wall."""
DITCH_DEPTH = 0.24
SUMP = (-2.1, -1.1, 9.3, 10.7)
"""x0, x1, y0, y1 of the sump, into which the ditch runs."""
SUMP_DEPTH = 0.75
WATER_LEVEL = -0.15
TRACK_X = -1.05
"""The middle of the track."""
GAUGE = 0.6
FINES = Material((0.92, 0.90, 0.88), "soil", 0.95, 0.0, 1.0)


@dataclass(frozen=True)
class Floor:
    """What the floor of one kind of roadway is like."""

    layers: tuple[str, str, str]
    """Fines, wet mud, ballast."""
    track_end: float
    """y at which the rails end."""
    seed: int
    pools: tuple[tuple[float, float, float, float], ...] = ()
    """Middle x, y and half axes of wet patches."""


def _coordinates() -> tuple[Field, Field]:
    along = (np.arange(PIXELS) + 0.5) / PIXELS * SIZE
    x, y = np.meshgrid(along + ORIGIN[0], along + ORIGIN[1])
    return x, y


def _inside(x: Field, y: Field, soft: float = 0.05) -> Field:
    """1 inside the sump, 0 outside."""
    x0, x1, y0, y1 = SUMP
    return step(-soft, soft, np.minimum.reduce([x - x0, x1 - x, y - y0, y1 - y]))


def _ditch(x: Field, y: Field) -> Field:
    """1 in the bed of the ditch; it ends at the face's muck."""
    edge = np.minimum(x - DITCH[0], DITCH[1] - x)
    return step(0.0, 0.06, edge) * step(26.0, 25.0, y)


def _boot_prints(floor: Floor) -> Field:
    """Where boots have trodden beside the track, 0..1."""
    image = Image.new("L", (PIXELS, PIXELS), 0)
    draw = ImageDraw.Draw(image)
    rng = np.random.default_rng(floor.seed)
    per_metre = PIXELS / SIZE
    for lane in range(3):
        for k, y in enumerate(np.arange(-9.0, 27.0, 0.36 + 0.03 * lane)):
            x = 0.35 + 0.4 * lane + (0.09 if k % 2 else -0.09) + rng.normal(0, 0.06)
            px, py = (x - ORIGIN[0]) * per_metre, (y + rng.uniform(-0.1, 0.1) - ORIGIN[1]) * per_metre
            draw.ellipse((px - 1.5, py - 0.5, px + 1.5, py + 4.2), fill=220)
            draw.ellipse((px - 1.3, py - 3.9, px + 1.3, py - 1.2), fill=220)
    return gaussian_filter(np.asarray(image) / 255.0, 0.6)


@cache
def maps(floor: Floor) -> tuple[NDArray[np.uint8], HeightField]:
    """The splat of the floor and its height."""
    x, y = _coordinates()
    broad, fine, grain = (
        fractal(beta, floor.seed + k, size=PIXELS, low=low) - 0.5
        for k, (beta, low) in enumerate(((1.3, 6), (0.9, 8), (1.1, 30)))
    )
    track = step(0.72, 0.5, np.abs(x - TRACK_X)) * step(floor.track_end + 0.5, floor.track_end - 0.3, y)
    ditch, sump = _ditch(x, y), _inside(x, y)
    pools = np.full_like(x, -1.0)
    for px, py, a, b in floor.pools:
        pools = np.maximum(pools, 1 - np.hypot((x - px) / a, (y - py) / b) + 0.7 * broad + 0.3 * grain)
    wet = step(-0.35, 0.35, pools)
    mud = np.clip(np.maximum(wet, step(0.5, 0.05, np.abs(x + 1.88)) * 0.9) + 0.5 * fine, 0, 1)
    relief = np.clip(0.502 - 0.42 * _boot_prints(floor) * (1 - track), 0, 1)
    level = step(0.5, 0.9, np.abs(x - TRACK_X))
    height = (0.035 * broad + 0.02 * grain) * level - 0.02 * wet + 0.03 * np.clip(np.abs(x) - 1.7, 0, 1)
    height = height * (1 - ditch) - DITCH_DEPTH * ditch
    height = height * (1 - sump) - SUMP_DEPTH * sump
    water = np.maximum(ditch, sump) * 0.9 * (np.abs(x) < 3)
    splat = (np.clip(np.stack([mud, track * 0.9, water, relief], -1), 0, 1) * 255).round().astype(np.uint8)
    pixel = SIZE / PIXELS
    seen = np.where(water > 0.4, np.maximum(height, WATER_LEVEL), height)
    start = (ORIGIN[0] + pixel / 2, ORIGIN[1] + pixel / 2)
    return splat, HeightField(start, pixel, seen.astype(np.float32))


def floor_height(floor: Floor) -> HeightField:
    """Height of the floor by x and y; the water's surface in the ditch and the sump."""
    return maps(floor)[1]


def _mesh(floor: Floor) -> Mesh:
    """Fine along the roadway, coarse in the cross-cut."""
    height = floor_height(floor)
    return joined(
        [
            grid((-2.9, -1.0), (-12.0, 31.5), 0.12, height, FINES),
            grid((-1.0, 3.9), (-12.0, 31.5), 0.24, height, FINES),
            grid((-25.0, 25.0), (-17.0, -12.0), 0.5, height, FINES),
        ]
    )


def mine_floor(floor: Floor) -> Ground:
    return Ground(_mesh(floor), ORIGIN, SIZE, maps(floor)[0], floor.layers, WATER_LEVEL)
