"""Flat and open surfaces: signs, terrain, cloth, wire panels, windows."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assets.mesh import Mesh
from assets.modelling.finish import finish
from assets.modelling.materials import WIRE_MESH, Material
from assets.textures.signs import sign_named

SIGN_ROUGHNESS = 0.35


def sign_quad(name: str, w: float, h: float, *, roughness: float = SIGN_ROUGHNESS) -> Mesh:
    """A sign, ``w`` x ``h`` metres, for the pass ``sign``.

    Stands on z = 0, centred on x, in the plane y = 0, seen from +y. Put it a few millimetres
    before what carries it.
    """
    return sign_bent(name, np.array([[w / 2, 0], [-w / 2, 0]]), h, roughness=roughness)


def sign_bent(name: str, line: ArrayLike, h: float, *, roughness: float = SIGN_ROUGHNESS) -> Mesh:
    """A sign on a bent face: ``line`` (n, 2) in x, y from the reader's left to right, ``h`` high."""
    number = sign_named(name).number
    p = np.asarray(line, np.float64)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    u = along / along[-1]
    tangent = np.gradient(p, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1)[:, None]
    outward = np.stack([tangent[:, 1], -tangent[:, 0], np.zeros(len(p))], axis=1)
    count = len(p)
    low = np.column_stack([p, np.zeros(count)])
    position = np.concatenate([low, low + [0, 0, h]])
    k = np.arange(count - 1)
    faces = np.concatenate([np.stack([k, k + 1, k + 1 + count], 1), np.stack([k, k + 1 + count, k + count], 1)])
    uvl = np.column_stack([np.tile(u, 2), np.repeat([0.0, 1.0], count), np.full(2 * count, number)])
    return Mesh(
        faces=faces.astype(np.int32),
        position=position.astype(np.float32),
        normal=np.tile(outward, (2, 1)).astype(np.float32),
        uvl=uvl.astype(np.float32),
        colour=np.ones((2 * count, 3), np.float32),
        surface=np.tile(np.array([roughness, 0, 0, 0], np.float32), (2 * count, 1)),
    )


def sign_flat(name: str, w: float, d: float, *, roughness: float = SIGN_ROUGHNESS) -> Mesh:
    """A sign lying on z = 0, seen from above; its upper edge towards +y."""
    return sign_quad(name, w, d, roughness=roughness).placed(p=90).placed(0, -d / 2, 0, h=180)


def grid(
    x: tuple[float, float],
    y: tuple[float, float],
    step: float,
    height: Callable[[NDArray, NDArray], NDArray],
    material: Material,
) -> Mesh:
    """Terrain over ``x`` (from, to) and ``y``: points every ``step`` metres at ``height(x, y)``."""
    nx, ny = (max(1, int(round((to - start) / step))) for start, to in (x, y))
    gx, gy = np.meshgrid(np.linspace(*x, nx + 1), np.linspace(*y, ny + 1))
    points = np.stack([gx, gy, height(gx, gy)], axis=-1)
    return cloth(points, material, split=80)


def cloth(points: ArrayLike, material: Material, *, split: float = 60.0, two_sided: bool = False) -> Mesh:
    """An open surface through a grid of points (rows, columns, 3).

    Seen from the side to which (along a row) x (along a column) points. With ``two_sided`` it has a
    back as well; the pass ``veil`` needs none.
    """
    p = np.asarray(points, np.float64)
    rows, columns = p.shape[:2]
    row, column = np.meshgrid(np.arange(rows - 1), np.arange(columns - 1), indexing="ij")
    a = row * columns + column
    one, two = np.stack([a, a + 1, a + columns + 1], -1), np.stack([a, a + columns + 1, a + columns], -1)
    faces = np.concatenate([one, two]).reshape(-1, 3)
    flat = p.reshape(-1, 3)
    if not two_sided:
        return finish(flat, faces, material, split=split)
    front = finish(flat, faces, material, split=split)
    return _with_back(front)


def _with_back(mesh: Mesh) -> Mesh:
    """The mesh and its reverse side."""
    count = len(mesh.position)
    return Mesh(
        faces=np.concatenate([mesh.faces, mesh.faces[:, ::-1] + count]),
        normal=np.concatenate([mesh.normal, -mesh.normal]),
        **{name: np.concatenate([getattr(mesh, name)] * 2) for name in ("position", "uvl", "colour", "surface")},
    )


def wire_panel(w: float, h: float, material: Material = WIRE_MESH) -> Mesh:
    """Welded wire, ``w`` x ``h`` metres, for the pass ``veil``: centred on x, standing on z = 0, in the plane y = 0."""
    columns, rows = (max(2, int(np.ceil(side / 0.5)) + 1) for side in (w, h))
    x, z = np.meshgrid(np.linspace(w / 2, -w / 2, columns), np.linspace(0, h, rows))
    return cloth(np.stack([x, np.zeros_like(x), z], axis=-1), material)
