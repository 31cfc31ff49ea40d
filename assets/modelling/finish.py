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
    first, inverse = _different(np.round(points / distance).astype(np.int64))
    faces = inverse[faces]
    kept = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 0] != faces[:, 2])
    return points[first], faces[kept], kept


def _different(rows: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where each different row first stands, in the order of the rows' values; and which of these each row is.

    As ``np.unique(rows, axis=0)`` says it, which takes several times as long over the few rows of most shapes.
    """
    order = np.lexsort(rows.T[::-1])
    ordered = rows[order]
    new = np.empty(len(rows), bool)
    new[:1] = True
    (ordered[1:] != ordered[:-1]).any(axis=1, out=new[1:])
    inverse = np.empty(len(rows), np.intp)
    inverse[order] = np.cumsum(new) - 1
    return order[new], inverse


def crossed(a: NDArray, b: NDArray) -> NDArray:
    """The cross products of rows (n, 3) by their formula.

    ``np.cross`` takes longer over what the axes mean than over the few rows of most shapes.
    """
    return a[:, [1, 2, 0]] * b[:, [2, 0, 1]] - a[:, [2, 0, 1]] * b[:, [1, 2, 0]]


def _corner_pairs(corner: NDArray, points: int) -> tuple[NDArray, NDArray]:
    """All ordered pairs of face corners that share a point, as indices into ``corner`` sorted by point."""
    count = np.bincount(corner, minlength=points)
    start = np.concatenate([[0], np.cumsum(count)[:-1]])
    repeats = count[corner]
    one = np.repeat(np.arange(len(corner)), repeats)
    within = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return one, within + np.repeat(start[corner], repeats)


def _split_normals(weighted: NDArray, faces: NDArray, points: int, split: float) -> tuple[NDArray, NDArray]:
    """Unit face normals (m, 3), and a normal for every face corner (3 m, 3).

    ``weighted`` (m, 3) are normals as long as the faces are large, ``points`` how many there are. A corner's normal is
    the area-weighted mean over the faces around its point that lean less than ``split`` degrees away from its own face.
    """
    unit = weighted / np.linalg.norm(weighted, axis=1)[:, None]
    flat = faces.ravel()
    order = np.argsort(flat, kind="stable")
    face_of = np.repeat(np.arange(len(faces)), 3)[order]
    one, other = _corner_pairs(flat[order], points)
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
    first = points[faces[:, 0]]
    across = crossed(points[faces[:, 1]] - first, points[faces[:, 2]] - first)
    solid = np.linalg.norm(across, axis=1) > 1e-12
    faces, wear_of = faces[solid], wear_of[solid]
    unit, normals = _split_normals(across[solid], faces, len(points), split)

    face_of = np.repeat(np.arange(len(faces)), 3)
    axis = np.abs(unit).argmax(1)[face_of]
    wear_step = np.round(wear_of[face_of] * 15)
    key = np.column_stack([faces.ravel(), np.round(normals * 60), axis, wear_step]).astype(np.int64)
    first, inverse = _different(key)

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
