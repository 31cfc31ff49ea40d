"""How broken rock stands out of a smooth surface: a relief that tiles, looked up at any place."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.ndimage import map_coordinates

from assets.textures.noise import cells, fractal

TILE = 10.24
"""Metres after which the relief repeats."""


@cache
def _relief(seed: int, blocks: int) -> NDArray[np.float32]:
    """A tile (256, 256) of relief 0..1: blocks broken off at different depths, and their rough faces."""
    field = cells(blocks, seed, jitter=0.9, stretch=1.3, size=256)
    depth = field.per_cell(seed + 1)
    tilt = fractal(1.5, seed + 2, size=256, high=12)
    grain = fractal(0.9, seed + 3, size=256, low=4)
    crack = np.clip(1 - field.edge / 0.14, 0, 1)
    return np.clip(0.45 * depth + 0.35 * tilt + 0.25 * (grain - 0.5) - 0.18 * crack + 0.1, 0, 1).astype(np.float32)


def broken(u: ArrayLike, v: ArrayLike, seed: int = 1, *, blocks: int = 14) -> NDArray[np.float64]:
    """Relief 0..1 at ``u``, ``v`` (metres over the surface, equal shapes); ``blocks`` of them to 10 m."""
    u, v = (np.asarray(value, np.float64) / TILE * 256 for value in (u, v))
    return map_coordinates(_relief(seed, blocks), [v, u], order=1, mode="grid-wrap").astype(np.float64)
