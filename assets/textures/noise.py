"""Noise that tiles: fractal noise by Fourier transform, and Voronoi cells on a torus."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Field = NDArray[np.float64]
SIZE = 512


def fractal(
    beta: float,
    seed: int,
    *,
    low: float = 1,
    high: float = 1e9,
    stretch: tuple[float, float] = (1, 1),
    size: int = SIZE,
    contrast: float = 0.18,
) -> Field:
    """Tiling 1/f^beta noise (size, size) in 0..1 with mean 0.5.

    ``low`` and ``high`` bound its frequencies in waves per tile. ``stretch`` (along x, along y):
    above 1 draws the pattern out in that direction.
    """
    rng = np.random.default_rng(seed)
    spectrum = np.fft.fft2(rng.standard_normal((size, size)))
    waves = np.fft.fftfreq(size) * size
    frequency = np.hypot(waves[None, :] * stretch[0], waves[:, None] * stretch[1])
    frequency[0, 0] = 1
    gain = frequency**-beta * ((frequency >= low) & (frequency <= high))
    gain[0, 0] = 0
    field = np.fft.ifft2(spectrum * gain).real
    return np.clip(0.5 + field / field.std() * contrast, 0, 1)


@dataclass(frozen=True)
class Cells:
    """Voronoi cells: distance to the nearest and the second nearest seed in units of a cell, and whose cell it is."""

    nearest: Field
    second: Field
    owner: NDArray[np.int64]

    @property
    def edge(self) -> Field:
        """0 on the border between two cells, growing inwards."""
        return self.second - self.nearest

    def per_cell(self, seed: int) -> Field:
        """A random number 0..1 that is one throughout each cell."""
        return np.random.default_rng(seed).random(int(self.owner.max()) + 1)[self.owner]


def cells(across: int, seed: int, *, jitter: float = 1.0, stretch: float = 1.0, size: int = SIZE) -> Cells:
    """Tiling Voronoi cells, ``across`` of them in each direction (``across / stretch`` along x)."""
    rng = np.random.default_rng(seed)
    columns = max(2, round(across / stretch))
    gx, gy = np.meshgrid(np.arange(columns), np.arange(across))
    seeds = np.stack([(gx + 0.5) / columns, (gy + 0.5) / across], axis=-1).reshape(-1, 2)
    seeds = (seeds + jitter * (rng.random(seeds.shape) - 0.5) / (columns, across)) % 1
    box = (columns / across, 1.0)
    y, x = np.mgrid[0:size, 0:size] / size
    points = np.stack([x * box[0], y], axis=-1).reshape(-1, 2)
    tree = cKDTree(np.minimum(seeds * box, np.nextafter(box, 0)), boxsize=box)
    distance, index = tree.query(points, k=2)
    near, second = (distance[:, k].reshape(size, size) * across for k in (0, 1))
    return Cells(near, second, index[:, 0].reshape(size, size))


def step(start: float, end: float, x: Field) -> Field:
    """0 up to ``start``, 1 from ``end``, smooth between; ``start`` may be above ``end``."""
    t = np.clip((x - start) / (end - start), 0, 1)
    return t * t * (3 - 2 * t)


def ramp(t: Field, *colours: tuple[float, float, float]) -> Field:
    """Colours (..., 3) along evenly spaced stops at t in 0..1."""
    stops = np.asarray(colours, np.float64)
    x = np.clip(t, 0, 1) * (len(stops) - 1)
    index = np.minimum(x.astype(int), len(stops) - 2)
    share = (x - index)[..., None]
    return stops[index] * (1 - share) + stops[index + 1] * share


def coordinates(size: int = SIZE) -> tuple[Field, Field]:
    """x and y of every texel, 0..1."""
    y, x = np.mgrid[0:size, 0:size] / size
    return x, y
