"""The tints of a face: blood in cheeks, nose and ears, the shade of a shaved beard, sun and years."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def complexion(position: NDArray, weathered: float, age: float) -> NDArray:
    """Factors (n, 3) on the skin's colour at points (n, 3) of the modelled figure; ``weathered`` and ``age`` 0..1."""
    x, y, z = np.abs(position[:, 0]), position[:, 1], position[:, 2]

    def spot(centre: tuple[float, float, float], size: tuple[float, float, float]) -> NDArray:
        return np.exp(
            -(((x - centre[0]) / size[0]) ** 2 + ((y - centre[1]) / size[1]) ** 2 + ((z - centre[2]) / size[2]) ** 2)
        )

    red = 0.55 * spot((0.046, 0.072, 1.634), (0.021, 0.04, 0.019))
    red += 0.45 * spot((0, 0.105, 1.643), (0.017, 0.02, 0.014)) + 0.5 * spot((0.088, -0.01, 1.655), (0.012, 0.03, 0.04))
    beard = np.clip((1.628 - z) / 0.025, 0, 1) * np.clip((z - 1.540) / 0.02, 0, 1) * np.clip((y + 0.01) / 0.05, 0, 1)
    hollow = 0.8 * spot((0.030, 0.085, 1.6520), (0.012, 0.02, 0.0050)) + spot(
        (0.033, 0.080, 1.612), (0.007, 0.03, 0.016)
    )
    hollow += 0.5 * spot((0.055, 0.060, 1.600), (0.010, 0.03, 0.020))
    factor = 1 + red[:, None] * np.array([0.02, -0.13, -0.14]) * (0.6 + 0.6 * weathered)
    factor *= 1 + beard[:, None] * np.array([-0.10, -0.085, -0.06]) * weathered
    factor *= 1 - hollow[:, None] * np.array([0.16, 0.20, 0.20]) * (0.15 + 0.85 * age)
    return factor * (1 + np.array([-0.05, -0.08, -0.10]) * weathered)
