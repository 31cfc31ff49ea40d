"""Tube railings, and guards of welded wire."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, box, rod, wire_panel
from assets.modelling.materials import SAFETY_YELLOW, WIRE_MESH


def railing(
    start: tuple[float, float, float],
    end: tuple[float, float, float],
    *,
    high: float = 1.1,
    material: Material = SAFETY_YELLOW,
    toe: bool = True,
    every: float = 1.5,
) -> Mesh:
    """A tube railing between two points of the floor: posts, top and middle rail, toe board."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    up = np.array([0, 0, high])
    count = max(2, int(np.ceil(np.linalg.norm(b - a) / every)) + 1)
    meshes = [
        rod(a + (b - a) * t, a + (b - a) * t + up, 0.021, material, sides=8, grid=0.6) for t in np.linspace(0, 1, count)
    ]
    meshes.append(rod(a + up, b + up, 0.024, material, sides=8, grid=0.8, wear=0.6))
    meshes.append(rod(a + up * 0.52, b + up * 0.52, 0.017, material, sides=6, grid=0.8))
    if toe:
        flat = float(np.hypot(*(b - a)[:2]))
        heading = float(np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0])))
        if abs(b[2] - a[2]) < 0.05:
            middle = (a + b) / 2
            meshes.append(box(flat, 0.006, 0.12, material, bevel=0.001, grid=1.5).placed(h=heading).placed(*middle))
    return joined(meshes)


def mesh_guard(w: float, h: float, material: Material = SAFETY_YELLOW) -> Assembly:
    """A guard of angle frame and welded wire, standing on z = 0, its outside to +y."""
    guard = Assembly()
    for x in (-w / 2 + 0.02, w / 2 - 0.02):
        guard.add(box(0.04, 0.03, h, material, bevel=0.004, grid=0.5, wear=0.7).placed(x))
    for z in (0.0, h - 0.04, h * 0.5):
        guard.add(box(w - 0.08, 0.028, 0.04, material, bevel=0.004, grid=0.6, wear=0.7).placed(0, 0, z))
    guard.add(wire_panel(w - 0.06, h - 0.06, WIRE_MESH).placed(0, 0.016, 0.03), to="veil")
    return guard
