"""Heights of the ground, kept as a grid so that they can be stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class HeightField:
    """Ground heights in metres on a grid: ``heights[row, column]`` at ``origin + step * (column, row)``.

    Called with x and y it interpolates between grid points; outside it holds the border's height.
    """

    origin: tuple[float, float]
    step: float
    heights: NDArray[np.float32]

    def __call__(self, x: NDArray, y: NDArray) -> NDArray:
        rows, columns = self.heights.shape
        u = np.clip((np.asarray(x, np.float64) - self.origin[0]) / self.step, 0, columns - 1)
        v = np.clip((np.asarray(y, np.float64) - self.origin[1]) / self.step, 0, rows - 1)
        i, j = np.minimum(u.astype(int), columns - 2), np.minimum(v.astype(int), rows - 2)
        a, b = u - i, v - j
        h = self.heights
        low = h[j, i] * (1 - a) + h[j, i + 1] * a
        high = h[j + 1, i] * (1 - a) + h[j + 1, i + 1] * a
        return low * (1 - b) + high * b

    def at(self, x: float, y: float) -> float:
        """The height at one point; many times quicker than a call with arrays."""
        rows, columns = self.heights.shape
        u = min(max((x - self.origin[0]) / self.step, 0.0), columns - 1.0)
        v = min(max((y - self.origin[1]) / self.step, 0.0), rows - 1.0)
        i, j = min(int(u), columns - 2), min(int(v), rows - 2)
        a, b = u - i, v - j
        (p, q), (r, s) = self.heights[j : j + 2, i : i + 2].tolist()
        return (p * (1 - a) + q * a) * (1 - b) + (r * (1 - a) + s * a) * b


def sampled(
    height: Callable[[NDArray, NDArray], NDArray], extent: tuple[float, float, float, float], step: float, margin: float
) -> HeightField:
    """A height function as a grid over ``extent`` (x0, y0, x1, y1) and ``margin`` metres round it."""
    x0, y0 = extent[0] - margin, extent[1] - margin
    columns = int(np.ceil((extent[2] + margin - x0) / step)) + 1
    rows = int(np.ceil((extent[3] + margin - y0) / step)) + 1
    gx, gy = np.meshgrid(x0 + step * np.arange(columns), y0 + step * np.arange(rows))
    return HeightField((x0, y0), step, np.asarray(height(gx, gy), np.float32))
