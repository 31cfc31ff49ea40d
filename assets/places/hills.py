"""Ranges of hills far away: spurs and gullies that catch the light, woods in patches, bare rock where it is steep."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assets.mesh import Array, Mesh
from assets.modelling import finish
from assets.modelling.materials import Material

ALONG, UP = 90, 8
"""Points along a range and from its foot over its crest."""
DEEP = 1.7
"""How far behind its foot a range ends, in heights."""
ROCK = (0.34, 0.31, 0.27)
STEEP = 0.62
"""Slopes whose normals rise less than this show rock in places."""


def ridge(line: list[tuple[float, float]], height: float, seed: int, material: Material) -> Mesh:
    """A range of hills along ``line``, rising ``height`` metres at most; seen from its right side."""
    rng = np.random.default_rng(seed)
    path = np.asarray(line, float)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    t = np.linspace(0, along[-1], ALONG)
    x, y = (np.interp(t, along, path[:, k]) for k in range(2))
    dx, dy = np.gradient(x), np.gradient(y)
    away = np.stack([-dy, dx], axis=1) / np.hypot(dx, dy)[:, None]
    share = np.linspace(0, 1, UP)[:, None]
    spurs = _spurs(t / height, share, rng)
    rise = _tops(t / along[-1], height, rng) * np.sin(share * np.pi / 2) ** 0.9
    slope = share * (1 - share) * 4
    z = rise * (1 + 0.30 * slope * (spurs - 0.5)) - 4
    back = height * (DEEP * share**1.15 - 0.45 * slope * spurs)
    points = np.stack([x + away[:, 0] * back, y + away[:, 1] * back, z], axis=-1)
    return _overgrown(finish(points.reshape(-1, 3), _quads(UP, ALONG), material, split=80), seed)


def _tops(t: Array, height: float, rng: np.random.Generator) -> Array:
    """The skyline: heights for 0..1 along the range."""
    waves = sum(np.sin(t * k * 6.28 + rng.uniform(0, 6.28)) / k**0.9 for k in (1.3, 2.7, 4.1, 7.3, 11.7, 19, 31))
    return height * (0.58 + 0.35 * waves / np.abs(waves).max())


def _spurs(t: Array, share: Array, rng: np.random.Generator) -> Array:
    """0 in gullies to 1 on spurs, (UP, ALONG); ``t`` along the range in heights. They fork on their way down."""
    found = np.zeros((len(share), len(t)))
    for often, weight in ((1.1, 0.6), (2.6, 0.27), (5.7, 0.13)):
        bend = rng.uniform(-0.5, 0.5) * share + 0.3 * np.sin(t * 0.7 + rng.uniform(0, 6.28))
        found += weight * (1 - np.abs(np.sin((t + bend) * often * np.pi / 2 + rng.uniform(0, 6.28))))
    return found


def _quads(rows: int, columns: int) -> Array:
    """Triangles (n, 3) over a grid of points, row by row, counter-clockwise from the side of the foot."""
    r, c = np.meshgrid(np.arange(rows - 1), np.arange(columns - 1), indexing="ij")
    a = r * columns + c
    above = a + columns
    return np.concatenate([np.stack([a, a + 1, above + 1], -1), np.stack([a, above + 1, above], -1)]).reshape(-1, 3)


def _overgrown(hills: Mesh, seed: int) -> Mesh:
    """``hills`` with darker woods, lighter meadows, and rock where it is steep."""
    x, y, z = hills.position.T
    patches = np.sin(x / 31 + seed) * np.sin(y / 27 + 2 * seed) + 0.6 * np.sin(x / 11 + z / 7) * np.sin(y / 13 - z / 9)
    colour = hills.colour * (1.0 + 0.30 * patches)[:, None]
    bare = np.clip((STEEP - hills.normal[:, 2]) * 3 + patches * 0.5 - 0.25, 0, 0.8)[:, None]
    return replace(hills, colour=np.clip(colour * (1 - bare) + np.array(ROCK) * bare, 0, 1).astype(np.float32))
