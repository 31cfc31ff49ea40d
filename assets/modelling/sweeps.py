"""Swept shapes: tubes along curves, rods, turned bodies, cables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assets.mesh import Mesh
from assets.modelling.curves import Height, laid, smooth
from assets.modelling.finish import UvOf, finish
from assets.modelling.materials import Material


def _ring_faces(rings: int, sides: int) -> NDArray[np.int64]:
    """The triangles of a tube of ``rings`` rings of ``sides`` points, seen from outside."""
    ring, side = np.meshgrid(np.arange(rings - 1), np.arange(sides), indexing="ij")
    a = ring * sides + side
    b = ring * sides + (side + 1) % sides
    return np.concatenate([np.stack([a, b, b + sides], -1), np.stack([a, b + sides, a + sides], -1)]).reshape(-1, 3)


def frames(points: ArrayLike) -> tuple[NDArray, NDArray, NDArray]:
    """Unit tangents and two unit normals (n, 3) along a line, carried on without twist."""
    p = np.asarray(points, np.float64)
    tangent = np.gradient(p, axis=0)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1), 1e-12)[:, None]
    up = np.array([0, 0, 1.0]) if abs(tangent[0, 2]) < 0.9 else np.array([1.0, 0, 0])
    right = np.cross(up, tangent[0])
    rights = []
    for t in tangent:
        right = right - t * (right @ t)
        right = right / np.linalg.norm(right)
        rights.append(right)
    rights = np.array(rights)
    return tangent, rights, np.cross(tangent, rights)


def tube(
    points: ArrayLike,
    radius: ArrayLike,
    material: Material,
    *,
    sides: int = 8,
    caps: bool = True,
    squash: tuple[float, float] = (1.0, 1.0),
    outline: ArrayLike | None = None,
    split: float = 60.0,
    wear: float = 0.0,
    uv: UvOf | None = None,
) -> Mesh:
    """A tube along ``points`` (n, 3), closed at the ends with ``caps``.

    ``radius`` is one number or one per point. ``squash`` scales the section across and upward;
    ``outline`` (k, 2), counter-clockwise and convex enough for a fan, replaces the circle.
    """
    p = np.asarray(points, np.float64)
    radii = np.broadcast_to(np.asarray(radius, np.float64), len(p))
    if outline is None:
        angle = np.arange(sides) / sides * 2 * np.pi
        shape = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    else:
        shape = np.asarray(outline, np.float64)
        sides = len(shape)
    _, right, up = frames(p)
    across = right[:, None] * shape[None, :, :1] * squash[0] + up[:, None] * shape[None, :, 1:] * squash[1]
    rings = p[:, None] + across * radii[:, None, None]
    return ring_mesh(rings, material, caps=caps, split=split, wear=wear, uv=uv)


def ring_mesh(
    rings: ArrayLike,
    material: Material,
    *,
    caps: bool = True,
    split: float = 60.0,
    wear: float = 0.0,
    uv: UvOf | None = None,
) -> Mesh:
    """A tube through rings of points (rings, sides, 3), each counter-clockwise about the way ahead.

    With ``caps`` each end is closed by a fan about the middle of its ring.
    """
    rings = np.asarray(rings, np.float64)
    count, sides = rings.shape[:2]
    vertices, faces = rings.reshape(-1, 3), _ring_faces(count, sides)
    if caps:
        last = (count - 1) * sides
        k = np.arange(sides)
        near, far = len(vertices), len(vertices) + 1
        vertices = np.vstack([vertices, rings[0].mean(0), rings[-1].mean(0)])
        start = np.stack([np.full(sides, near), (k + 1) % sides, k], axis=1)
        end = np.stack([np.full(sides, far), last + k, last + (k + 1) % sides], axis=1)
        faces = np.vstack([faces, start, end])
    return finish(vertices, faces, material, split=split, wear=wear, uv=uv)


def rod(
    start: ArrayLike,
    end: ArrayLike,
    radius: float,
    material: Material,
    *,
    sides: int = 8,
    grid: float | None = None,
    caps: bool = True,
    wear: float = 0.0,
) -> Mesh:
    """A straight round bar; divided every ``grid`` metres when light falls unevenly on it."""
    a, b = (np.asarray(p, np.float64) for p in (start, end))
    count = 2 if grid is None else max(2, int(np.linalg.norm(b - a) / grid) + 1)
    return tube(a + (b - a) * np.linspace(0, 1, count)[:, None], radius, material, sides=sides, caps=caps, wear=wear)


def lathe(
    outline: Sequence[tuple[float, float]],
    material: Material,
    *,
    sides: int = 20,
    split: float = 42.0,
    wear: float = 0.0,
    turn: tuple[float, float] | None = None,
    uv: UvOf | None = None,
) -> Mesh:
    """A body turned about z from ``outline``, a list of (radius, z) from bottom to top along its outside.

    Closed when the outline begins and ends at radius 0. ``turn`` (from, to) in degrees makes only
    a part of the full turn.
    """
    line = np.asarray(outline, np.float64)
    angle = np.arange(sides) / sides * 2 * np.pi if turn is None else np.radians(np.linspace(*turn, sides + 1))
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    height = np.broadcast_to(line[:, 1, None, None], (len(line), len(ring), 1))
    points = np.concatenate([line[:, 0, None, None] * ring, height], axis=2)
    faces = _ring_faces(len(line), len(ring))
    if turn is not None:
        faces = faces[(faces % len(ring)).max(1) - (faces % len(ring)).min(1) <= 1]
    return finish(points.reshape(-1, 3), faces, material, split=split, wear=wear, uv=uv)


def ball(radius: float, material: Material, *, sides: int = 16) -> Mesh:
    """A sphere about the origin."""
    angle = np.linspace(-np.pi / 2, np.pi / 2, sides // 2 + 1)
    outline = [(max(0.0, radius * np.cos(a)), radius * np.sin(a)) for a in angle]
    return lathe(outline, material, sides=sides, split=80)


def torus(radius: float, thickness: float, material: Material, *, sides: int = 24, section: int = 10) -> Mesh:
    """A ring lying flat about the origin: ``radius`` to the middle of its round section of ``thickness`` radius."""
    angle = np.linspace(0, 2 * np.pi, section + 1)
    outline = [(radius + thickness * np.cos(a), thickness * np.sin(a)) for a in angle]
    return lathe(outline, material, sides=sides, split=70)


def cable(
    points: ArrayLike,
    radius: float,
    material: Material,
    *,
    steps: int = 6,
    sides: int = 8,
    on_ground: bool = False,
    ground: Height | None = None,
) -> Mesh:
    """A cable or hose curving through ``points``.

    ``on_ground`` lays what is below 8 cm on the ground, ``ground(x, y)`` or z = 0.
    """
    line = smooth(points, steps)
    if on_ground or ground is not None:
        line = laid(line, radius, ground)
    return tube(line, radius, material, sides=sides)
