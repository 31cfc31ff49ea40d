"""Signed distance to simple solids, and how they are joined: what every body and garment is shaped from.

Points are (n, 3) float32; a distance is (n,) and negative inside. They are near enough to true
distances for meshing, not exact (ellipsoids, lofts, squashed capsules).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

Points = NDArray[np.float32]
Distance = NDArray[np.float32]
Field = Callable[[Points], Distance]
Triple = Sequence[float]


def length(vectors: Points) -> Distance:
    return np.sqrt(np.einsum("...i,...i->...", vectors, vectors))


def right_half(points: Points) -> Points:
    """The points folded over to x >= 0, for solids that are the same on both sides."""
    folded = points.copy()
    folded[:, 0] = np.abs(folded[:, 0])
    return folded


def smooth_step(t: NDArray) -> NDArray:
    t = np.clip(t, 0, 1)
    return t * t * (3 - 2 * t)


def join(blend: float, first: Distance, *others: Distance) -> Distance:
    """The union, with a fillet of about ``blend`` metres."""
    result = first
    for other in others:
        if blend < 1e-9:
            result = np.minimum(result, other)
        else:
            near = np.maximum(blend - np.abs(result - other), 0) / blend
            result = np.minimum(result, other) - near * near * (blend / 4)
    return result


def meet(blend: float, first: Distance, *others: Distance) -> Distance:
    """What lies in all, edges rounded by about ``blend`` metres."""
    return -join(blend, -first, *(-other for other in others))


def without(blend: float, solid: Distance, *holes: Distance) -> Distance:
    """``solid`` less ``holes``."""
    return meet(blend, solid, *(-hole for hole in holes))


def ellipsoid(points: Points, centre: Triple, radii: Triple) -> Distance:
    r = np.asarray(radii, np.float32)
    offset = points - np.asarray(centre, np.float32)
    scaled = length(offset / r)
    return scaled * (scaled - 1) / np.maximum(length(offset / (r * r)), 1e-6)


def capsule(
    points: Points, start: Triple, end: Triple, r0: float, r1: float, flat: tuple[Triple, float] | None = None
) -> Distance:
    """A capsule tapering from radius ``r0`` to ``r1``; ``flat`` (direction, factor) squashes it that way."""
    a, b = np.asarray(start, np.float32), np.asarray(end, np.float32)
    if flat is not None:
        direction = np.asarray(flat[0], np.float32) / np.linalg.norm(flat[0])
        stretch = 1 / flat[1] - 1
        points = points + ((points - a) @ direction)[:, None] * direction * np.float32(stretch)
        b = b + ((b - a) @ direction) * direction * np.float32(stretch)
    along = b - a
    t = np.clip(((points - a) @ along) / (along @ along), 0, 1)
    return length(points - a - t[:, None] * along) - (r0 + (r1 - r0) * t)


def chain(
    points: Points,
    stops: Sequence[Triple],
    radii: Sequence[float],
    blend: float,
    flat: tuple[Triple, float] | None = None,
) -> Distance:
    """Tapered capsules from stop to stop, blended into one limb."""
    parts = [capsule(points, stops[k], stops[k + 1], radii[k], radii[k + 1], flat) for k in range(len(stops) - 1)]
    return join(blend, *parts)


def rounded_box(points: Points, centre: Triple, half: Triple, radius: float) -> Distance:
    q = np.abs(points - np.asarray(centre, np.float32)) - (np.asarray(half, np.float32) - radius)
    return length(np.maximum(q, 0)) + np.minimum(q.max(-1), 0) - radius


@lru_cache(maxsize=64)
def _profile_table(profile: tuple[tuple[float, ...], ...]) -> tuple[NDArray, NDArray]:
    """Heights (400,) and the rows' other columns at them, smoothly between the given rows."""
    rows = np.array(profile, float)
    heights = np.linspace(rows[0, 0], rows[-1, 0], 400)
    return heights, PchipInterpolator(rows[:, 0], rows[:, 1:])(heights)


def loft(points: Points, profile: Sequence[Sequence[float]], power: float) -> Distance:
    """A closed upright solid from rows (z, half width, front y, back y), each section a superellipse."""
    heights, table = _profile_table(tuple(map(tuple, profile)))
    bottom, top = heights[0], heights[-1]
    z = np.clip(points[:, 2], bottom, top)
    width, front, back = (np.interp(z, heights, table[:, k]) for k in range(3))
    depth, middle = (front - back) / 2, (front + back) / 2
    across = np.abs(points[:, 0]) / width
    deep = np.abs(points[:, 1] - middle) / depth
    side = ((across**power + deep**power) ** (1 / power) - 1) * np.minimum(width, depth)
    beyond = np.maximum(bottom - points[:, 2], points[:, 2] - top)
    outside = np.sqrt(np.maximum(side, 0) ** 2 + np.maximum(beyond, 0) ** 2)
    return np.where(beyond > 0, outside, np.maximum(side, beyond)).astype(np.float32)


def gradient(field: Field, points: Points, step: float) -> NDArray[np.float32]:
    """The gradient of ``field`` at ``points`` by central differences over ``step`` metres."""
    columns = []
    for axis in np.eye(3, dtype=np.float32) * np.float32(step):
        columns.append(field(points + axis) - field(points - axis))
    return np.stack(columns, axis=-1) / np.float32(2 * step)
