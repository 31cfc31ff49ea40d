"""Putting meshes side by side: mirrored, in rows and rings, with small differences."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assets.mesh import Mesh, joined


def mirrored(mesh: Mesh) -> Mesh:
    """The mesh reflected in x, its faces still outward. (Signs turn unreadable: do not mirror those.)"""
    flip = np.array([-1, 1, 1], np.float32)
    return replace(mesh, position=mesh.position * flip, normal=mesh.normal * flip, faces=mesh.faces[:, ::-1].copy())


def both_sides(mesh: Mesh) -> Mesh:
    """The mesh together with its mirror image in x."""
    return joined([mesh, mirrored(mesh)])


def ring(mesh: Mesh, count: int, start: float = 0.0) -> Mesh:
    """``count`` copies turned evenly about z, the first by ``start`` degrees."""
    return joined([mesh.placed(h=start + k * 360 / count) for k in range(count)])


def row(mesh: Mesh, count: int, step: tuple[float, float, float]) -> Mesh:
    """``count`` copies, each ``step`` metres on from the one before."""
    return joined([mesh.placed(*(k * axis for axis in step)) for k in range(count)])


def varied(mesh: Mesh, rng: np.random.Generator, shade: float = 0.12) -> Mesh:
    """The mesh a little lighter or darker, with another cut of its texture: no two planks are alike."""
    shift = np.append(rng.uniform(0, 3, 2), 0).astype(np.float32)
    factor = np.float32(1 + rng.uniform(-shade, shade))
    return replace(mesh, uvl=mesh.uvl + shift, colour=np.minimum(mesh.colour * factor, 1).astype(np.float32))


def pitched(mesh: Mesh, direction: tuple[float, float, float]) -> Mesh:
    """The mesh with its z axis turned to ``direction``: bolts and lamps on slanting faces."""
    z = np.asarray(direction, np.float64) / np.linalg.norm(direction)
    x = np.cross((0.0, 1.0, 0.0) if abs(z[1]) < 0.9 else (1.0, 0.0, 0.0), z)
    x /= np.linalg.norm(x)
    turn = np.column_stack([x, np.cross(z, x), z]).astype(np.float32)
    return replace(mesh, position=mesh.position @ turn.T, normal=mesh.normal @ turn.T)
