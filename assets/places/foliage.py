"""Foliage: soft masses of leaves with single leaves standing out of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull

from assets.mesh import Mesh
from assets.modelling import finish
from assets.modelling.materials import Material

UP = np.array([0.0, 0.0, 1.0])
GOLDEN = np.pi * (3 - 5**0.5)


def sphere_points(count: int, turn: float = 0.0) -> NDArray:
    """So many directions (count, 3), evenly spread."""
    z = 1 - 2 * (np.arange(count) + 0.5) / count
    angle = np.arange(count) * GOLDEN + turn
    flat = np.sqrt(1 - z * z)
    return np.column_stack([flat * np.cos(angle), flat * np.sin(angle), z])


def leaf_mass(
    centres: NDArray, radii: NDArray, points: int, material: Material, rng: np.random.Generator, flat: float = 0.85
) -> Mesh:
    """Lumps of foliage about ``centres`` (n, 3) of ``radii`` (n,), each from so many points.

    Lit from outside: light above and dark below, as a crown is. ``flat`` is their height by their width.
    """
    parts = []
    middle, spread = centres.mean(0), float(np.ptp(centres[:, 2]) / 2 + radii.mean())
    for centre, radius in zip(centres, radii, strict=True):
        out = sphere_points(points, rng.uniform(0, 6.28))
        lumps = 1 + 0.13 * np.sin(out @ rng.normal(0, 4, 3) + rng.uniform(0, 6)) + rng.normal(0, 0.05, points)
        position = centre + out * radius * lumps[:, None] * (1, 1, flat)
        faces = ConvexHull(out).simplices
        corners = out[faces]
        wrong = (
            np.einsum("ij,ij->i", np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), corners[:, 0])
            < 0
        )
        faces[wrong] = faces[wrong][:, ::-1]
        high = (position[:, 2] - middle[2]) / spread
        shade = np.clip(0.66 + 0.30 * high + 0.24 * out[:, 2], 0.34, 1.2) * rng.uniform(0.86, 1.12)
        around = np.arctan2(out[:, 1], out[:, 0]) * 1.3 + rng.uniform(0, 9)
        uv = np.column_stack([around * radius, np.arcsin(np.clip(out[:, 2], -1, 1)) * radius * 1.5])
        parts.append((position, out, shade, faces, uv))
    return _leafy(parts, material, rng)


def _leafy(parts: list[tuple[NDArray, ...]], material: Material, rng: np.random.Generator) -> Mesh:
    """Lumps as one mesh with the leaves' texture laid round them."""
    count = np.cumsum([0] + [len(part[0]) for part in parts])
    position, out, shade = (np.concatenate([part[k] for part in parts]) for k in range(3))
    uv = np.concatenate([part[4] for part in parts]) * material.scale * 1.6
    faces = np.concatenate([part[3] + start for part, start in zip(parts, count, strict=False)])
    # Round normals that lean out of the whole crown hide that it is made of lumps.
    away = position - position.mean(0)
    normal = 0.75 * out + 0.55 * away / np.abs(away).max()
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    warm = 1 + np.array([0.22, 0.08, -0.08]) * rng.uniform(0, 1, (len(position), 1))
    colour = np.clip(np.asarray(material.colour) * warm * shade[:, None], 0, 1)
    return _coloured(position, normal, uv, colour, faces, material)


def leaves(centres: NDArray, outward: NDArray, size: NDArray, material: Material, rng: np.random.Generator) -> Mesh:
    """Single leaves or twigs: a kite at each centre (n, 3), seen from both sides, lit as the crown's round surface."""
    count = len(centres)
    spin = rng.normal(size=(count, 3))
    side = np.cross(outward, spin)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    tip = np.cross(outward, side) * 0.8 + outward * rng.uniform(-0.3, 0.6, (count, 1)) - UP * 0.15
    tip /= np.linalg.norm(tip, axis=1, keepdims=True)
    s = size[:, None]
    corners = np.stack(
        [centres - tip * s, centres + side * s * 0.45, centres + tip * s, centres - side * s * 0.45], axis=1
    )
    first = np.arange(count)[:, None] * 4
    one = np.concatenate([first + (0, 1, 2), first + (0, 2, 3)], axis=1).reshape(-1, 3)
    faces = np.concatenate([one, one[:, ::-1] + 4 * count])
    normal = np.tile(np.repeat(outward * 0.85 + UP * 0.3, 4, axis=0), (2, 1))
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    shade = rng.uniform(0.72, 1.30, (count, 1)) * (0.78 + 0.4 * np.clip(outward[:, 2:], -0.6, 1))
    warm = np.asarray(material.colour) * (1 + np.array([0.35, 0.12, -0.1]) * rng.uniform(0, 1, (count, 1)))
    colour = np.tile(np.repeat(np.clip(warm * shade, 0, 1), 4, axis=0), (2, 1))
    uv = np.tile(np.repeat(rng.uniform(0, 4, (count, 2)), 4, axis=0), (2, 1)) + np.tile(
        np.array([[0, 0], [0.25, 0.1], [0.35, 0.4], [0.1, 0.3]]), (2 * count, 1)
    )
    return _coloured(np.tile(corners.reshape(-1, 3), (2, 1)), normal, uv, colour, faces, material)


def _coloured(
    position: NDArray, normal: NDArray, uv: NDArray, colour: NDArray, faces: NDArray, material: Material
) -> Mesh:
    """A mesh whose every vertex has a colour of its own."""
    layer = finish(position[:3], [(0, 1, 2)], material).uvl[0, 2]
    count = len(position)
    return Mesh(
        faces=np.asarray(faces, np.int32),
        position=position.astype(np.float32),
        normal=normal.astype(np.float32),
        uvl=np.column_stack([uv, np.full(count, layer)]).astype(np.float32),
        colour=colour.astype(np.float32),
        surface=np.tile(np.array([material.roughness, 0, material.bump, 0], np.float32), (count, 1)),
    )
