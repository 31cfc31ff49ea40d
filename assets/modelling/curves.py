"""Curves through points: what cables, hoses, handles and ropes follow. All in metres, (n, 3)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

Height = Callable[[NDArray, NDArray], NDArray]


def smooth(points: ArrayLike, steps: int = 8) -> NDArray[np.float64]:
    """A Catmull-Rom curve through ``points`` (n, 2 or 3), ``steps`` pieces between each two."""
    p = np.asarray(points, np.float64)
    padded = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        bend = (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
        pieces.append(0.5 * (2 * b + (c - a) * t + bend))
    return np.vstack([*pieces, p[-1:]])


def resampled(points: ArrayLike, spacing: float) -> NDArray[np.float64]:
    """The same line with points about ``spacing`` metres apart, ends kept."""
    p = np.asarray(points, np.float64)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    wanted = np.linspace(0, along[-1], max(2, int(round(along[-1] / spacing)) + 1))
    return np.stack([np.interp(wanted, along, p[:, k]) for k in range(p.shape[1])], axis=1)


def sagging(start: ArrayLike, end: ArrayLike, sag: float, count: int = 12) -> NDArray[np.float64]:
    """A rope hung between two points, ``sag`` metres lower in the middle."""
    a, b = (np.asarray(p, np.float64) for p in (start, end))
    t = np.linspace(0, 1, count)[:, None]
    return a + (b - a) * t - np.array([0, 0, sag]) * 4 * t * (1 - t)


def arc(radius: float, start: float, end: float, count: int = 9) -> NDArray[np.float64]:
    """Points (count, 2) on a circle from ``start`` to ``end`` degrees."""
    angle = np.radians(np.linspace(start, end, count))
    return radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def laid(points: ArrayLike, radius: float, ground: Height | None = None) -> NDArray[np.float64]:
    """Points of a cable, those near the ground (z < 0.08) put down so that it lies on ``ground`` (default z = 0)."""
    p = np.array(points, np.float64)
    floor = np.zeros(len(p)) if ground is None else np.asarray(ground(p[:, 0], p[:, 1]))
    p[:, 2] = np.where(p[:, 2] < 0.08, floor + radius * 0.9, p[:, 2])
    return p
