"""The one last step of every shape: weld, split normals by angle, lay texture coordinates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assets.mesh import Mesh
from assets.modelling.materials import Material
from assets.textures.names import layer_index

UvOf = Callable[[NDArray[np.float64]], NDArray[np.float64]]

WELD_DISTANCE = 1e-5


def weld(points: NDArray, faces: NDArray, distance: float = WELD_DISTANCE) -> tuple[NDArray, NDArray, NDArray]:
    """Join points closer than ``distance``; also says which faces (bool) still have three corners."""
    keys = np.round(points / distance).astype(np.int64)
    _, first, inverse = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    faces = inverse.ravel()[faces]
    kept = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 0] != faces[:, 2])
    return points[first], faces[kept], kept


def _corner_pairs(corner: NDArray, points: int) -> tuple[NDArray, NDArray]:
    """All ordered pairs of face corners that share a point, as indices into ``corner`` sorted by point."""
    count = np.bincount(corner, minlength=points)
    start = np.concatenate([[0], np.cumsum(count)[:-1]])
    repeats = count[corner]
    one = np.repeat(np.arange(len(corner)), repeats)
    within = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return one, within + np.repeat(start[corner], repeats)


def _split_normals(points: NDArray, faces: NDArray, split: float) -> tuple[NDArray, NDArray]:
    """Unit face normals (m, 3), and a normal for every face corner (3 m, 3).

    A corner's normal is the area-weighted mean over the faces around its point that lean less
    than ``split`` degrees away from its own face.
    """
    weighted = np.cross(points[faces[:, 1]] - points[faces[:, 0]], points[faces[:, 2]] - points[faces[:, 0]])
    unit = weighted / np.linalg.norm(weighted, axis=1)[:, None]
    flat = faces.ravel()
    order = np.argsort(flat, kind="stable")
    face_of = np.repeat(np.arange(len(faces)), 3)[order]
    one, other = _corner_pairs(flat[order], len(points))
    near = np.einsum("ij,ij->i", unit[face_of[one]], unit[face_of[other]]) > np.cos(np.radians(split))
    total = np.zeros((len(flat), 3))
    np.add.at(total, one[near], weighted[face_of[other[near]]])
    length = np.linalg.norm(total, axis=1)
    flat_normal = unit[face_of]
    total = np.where(length[:, None] > 1e-12, total / np.maximum(length, 1e-12)[:, None], flat_normal)
    normals = np.empty_like(total)
    normals[order] = total
    return unit, normals


def finish(
    points: ArrayLike,
    faces: ArrayLike,
    material: Material,
    *,
    split: float = 42.0,
    wear: ArrayLike | float = 0.0,
    uv: UvOf | None = None,
) -> Mesh:
    """A mesh of bare triangles: welded, with normals split by angle and UVs in metres.

    ``points`` (n, 3) metres, ``faces`` (m, 3) counter-clockwise from outside. ``split`` is the
    angle in degrees above which an edge stays sharp. ``wear`` 0..1, for all or per face: how much
    paint may be rubbed off there. Without ``uv`` the texture is laid on from the side that each
    triangle faces most, ``material.scale`` tiles per metre; ``uv`` takes points (k, 3) and gives
    texture coordinates (k, 2) in tiles.
    """
    points = np.asarray(points, np.float64)
    faces = np.asarray(faces, np.int64)
    wear_of = np.broadcast_to(np.asarray(wear, np.float64), len(faces))
    points, faces, kept = weld(points, faces)
    wear_of = wear_of[kept]
    edges = np.cross(points[faces[:, 1]] - points[faces[:, 0]], points[faces[:, 2]] - points[faces[:, 0]])
    solid = np.linalg.norm(edges, axis=1) > 1e-12
    faces, wear_of = faces[solid], wear_of[solid]
    unit, normals = _split_normals(points, faces, split)

    face_of = np.repeat(np.arange(len(faces)), 3)
    axis = np.abs(unit).argmax(1)[face_of]
    wear_step = np.round(wear_of[face_of] * 15)
    key = np.column_stack([faces.ravel(), np.round(normals * 60), axis, wear_step]).astype(np.int64)
    _, first, inverse = np.unique(key, axis=0, return_index=True, return_inverse=True)

    position = points[faces.ravel()[first]]
    if uv is None:
        x, y, z = position.T
        side = axis[first]
        flat = np.stack([np.where(side == 0, y, x), np.where(side == 2, y, z)], axis=1) * material.scale
    else:
        flat = np.asarray(uv(position), np.float64)
    if material.turned:
        flat = flat[:, ::-1]
    count = len(first)
    layer = np.full(count, layer_index(material.texture))
    look = np.tile([material.roughness, material.metal, material.bump], (count, 1))
    return Mesh(
        faces=inverse.reshape(-1, 3).astype(np.int32),
        position=position.astype(np.float32),
        normal=normals[first].astype(np.float32),
        uvl=np.column_stack([flat, layer]).astype(np.float32),
        colour=np.tile(np.asarray(material.colour, np.float32), (count, 1)),
        surface=np.column_stack([look, wear_of[face_of[first]]]).astype(np.float32),
    )


def volume(mesh: Mesh) -> float:
    """Signed volume in cubic metres; positive when a closed mesh is wound outwards."""
    a, b, c = (mesh.position[mesh.faces[:, k]].astype(np.float64) for k in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)
