"""Directions over a hemisphere, the same every time, for sampling light."""

from __future__ import annotations

import numpy as np

from assets.mesh import Array

GOLDEN = 0.61803399


def cosine_directions(count: int, seed: int) -> Array:
    """So many directions (count, 3) over the hemisphere of +z, denser where the cosine is."""
    rng = np.random.default_rng(seed)
    u = (np.arange(count) + rng.random()) / count
    turn = 2 * np.pi * ((np.arange(count) * GOLDEN + rng.random()) % 1)
    radius = np.sqrt(u)
    return np.stack([radius * np.cos(turn), radius * np.sin(turn), np.sqrt(1 - u)], 1)


def tangents(normals: Array) -> tuple[Array, Array]:
    """Two unit vectors (n, 3) across each unit normal (n, 3)."""
    sign = np.where(normals[:, 2] >= 0, 1.0, -1.0)
    a = -1 / (sign + normals[:, 2])
    b = normals[:, 0] * normals[:, 1] * a
    along = np.stack([1 + sign * normals[:, 0] ** 2 * a, sign * b, -sign * normals[:, 0]], 1)
    return along, np.stack([b, sign + normals[:, 1] ** 2 * a, -normals[:, 1]], 1)


def directions_over(normals: Array, count: int, seed: int) -> Array:
    """Cosine-weighted unit directions (n, count, 3) about unit normals (n, 3), turned differently for each."""
    turn = np.random.default_rng(seed).random(len(normals)) * 2 * np.pi
    cos, sin = np.cos(turn)[:, None], np.sin(turn)[:, None]
    x, y, z = cosine_directions(count, seed).T
    along, across = tangents(normals)
    found = (
        along[:, None] * (x * cos - y * sin)[..., None]
        + across[:, None] * (x * sin + y * cos)[..., None]
        + normals[:, None] * z[None, :, None]
    )
    return found.astype(np.float32)
