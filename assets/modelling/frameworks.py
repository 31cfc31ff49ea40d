"""Frameworks of bars: lattice masts and jibs, bolts, hinges."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from assets.mesh import Mesh, joined
from assets.modelling.materials import STEEL, Material
from assets.modelling.sweeps import lathe, rod


def lattice(
    start: ArrayLike,
    end: ArrayLike,
    width: float,
    step: float,
    material: Material,
    *,
    chord: float = 0.06,
    brace: float = 0.035,
    triangular: bool = False,
) -> Mesh:
    """A lattice beam from start to end: chords of radius ``chord``, one brace per side and ``step``.

    ``width`` is the side of its square section, or of its triangle (point up) when ``triangular``.
    """
    a, b = (np.asarray(p, np.float64) for p in (start, end))
    length = float(np.linalg.norm(b - a))
    ahead = (b - a) / length
    side = np.cross(ahead, (0, 0, 1)) if abs(ahead[2]) < 0.9 else np.array([1.0, 0, 0])
    side /= np.linalg.norm(side)
    up = np.cross(side, ahead)
    places = [(-1, -1), (1, -1), (0, 0.73)] if triangular else [(1, 1), (1, -1), (-1, -1), (-1, 1)]
    corners = [(side * i + up * j) * width / 2 for i, j in places]
    bars = [rod(a + corner, b + corner, chord, material, sides=4) for corner in corners]
    bays = max(1, int(round(length / step)))
    for k in range(bays):
        near, far = a + ahead * length * k / bays, a + ahead * length * (k + 1) / bays
        for i, corner in enumerate(corners):
            other = corners[(i + 1) % len(corners)]
            ends = (near + corner, far + other) if k % 2 == 0 else (near + other, far + corner)
            bars.append(rod(*ends, brace, material, sides=3, caps=False))
    return joined(bars)


def bolt(radius: float, height: float, material: Material = STEEL) -> Mesh:
    """A hexagonal bolt head standing on z = 0."""
    return lathe(
        [(0, 0), (radius, 0), (radius, height * 0.85), (radius * 0.86, height), (0, height)],
        material,
        sides=6,
        split=30,
    )


def stud(radius: float, length: float, material: Material = STEEL) -> Mesh:
    """A threaded stud standing on z = 0."""
    turns = min(8, max(3, int(length / radius)))
    outline: list[tuple[float, float]] = [(0, 0)]
    for k in range(turns):
        z = length * 0.95 * k / turns
        outline += [(radius * 0.86, z), (radius, z + length * 0.475 / turns)]
    return lathe([*outline, (radius * 0.8, length * 0.97), (0, length)], material, sides=8, split=30)
