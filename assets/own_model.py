"""A trainer's own .glb file as a prop: triangles with the colours of its materials and textures.

A prop is lit like everything else here, so of a material there remain its colour (of a textured one at
every corner, which is why large textured triangles are divided), its roughness and metal, whether it
glows and whether it is glass.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from assets.cache import cached
from assets.mesh import Mesh, Model, Pass, model_of
from assets.sources import asset_sources
from assets.storage import model_arrays, model_from
from assets.textures.names import layer_index
from common.errors import DataError
from scenarios.own_models import MAX_TRIANGLES

if TYPE_CHECKING:
    import trimesh

TO_PROP = np.array([[-1.0, 0, 0], [0, 0, 1], [0, 1, 0]])
"""From glTF (y up, its front to +z) to a prop's frame (z up, its front to +y)."""
TEXTURED_EDGE = 0.04
"""Metres: textured triangles are divided until no edge is longer, as far as the limit of triangles goes."""
ROUGHNESS, METAL, BUMP = 1.0, 1.0, 0.1
"""What glTF takes for a material that does not say; and how much our grain shows on it."""
CLEAR = 0.99


class OwnModelBroken(DataError):
    """A .glb file whose outside is right but whose inside cannot be read."""

    def __init__(self, path: Path, why: object) -> None:
        super().__init__("assets.own_model.broken", path=path.name, why=why)


@cache
def own_model(name: str) -> Model:
    """The prop of a file by its whole path: the middle of its footprint is the origin, its foot at height 0.

    Raises:
        OwnModelBroken: the file cannot be read or decoded, or is not finite.
    """
    path = Path(name)
    try:
        raw = path.read_bytes()
    except OSError as wrong:
        raise OwnModelBroken(path, wrong.strerror or wrong) from wrong
    key = (hashlib.sha256(raw).hexdigest(), asset_sources().key("assets.own_model"))
    return model_from(cached("own-models", key, lambda: model_arrays(_read(path))))


def _read(path: Path) -> Model:
    import trimesh

    try:
        scene = trimesh.load_scene(path, file_type="glb", process=False)
        found = [(scene.geometry[shape], matrix) for matrix, shape in _placed(scene)]
        solids = [(mesh, matrix) for mesh, matrix in found if isinstance(mesh, trimesh.Trimesh) and len(mesh.faces)]
        room = MAX_TRIANGLES - sum(len(mesh.faces) for mesh, _ in solids)
        parts = []
        for mesh, matrix in solids:
            name, part = _part(mesh, np.asarray(matrix, float), room)
            room -= part.triangles - len(mesh.faces)
            parts.append((name, part))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError) as wrong:
        raise OwnModelBroken(path, wrong) from wrong
    model = model_of(*parts)
    if not parts or not all(np.isfinite(mesh.position).all() for mesh in model.meshes.values()):
        raise OwnModelBroken(path, "NaN" if parts else "0")
    return _on_its_foot(model)


def _placed(scene: trimesh.Scene) -> list[tuple[NDArray, str]]:
    """Every placement of a shape: its matrix (4, 4) and name."""
    return [scene.graph[node] for node in scene.graph.nodes_geometry]


def _part(mesh: trimesh.Trimesh, matrix: NDArray, room: int) -> tuple[Pass, Mesh]:
    """A shape as one mesh with its pass; it may grow by ``room`` triangles."""
    faces, points = np.asarray(mesh.faces), np.asarray(mesh.vertices, float)
    normals = np.asarray(mesh.vertex_normals, float)
    look = _Look(mesh)
    linear = TO_PROP @ matrix[:3, :3]
    points = points @ linear.T + TO_PROP @ matrix[:3, 3]
    normals = normals @ np.linalg.inv(linear)
    if np.linalg.det(linear) < 0:
        faces = faces[:, ::-1]
    columns = np.column_stack([points, normals, look.coordinates])
    if look.textured:
        faces, columns = _divided(faces, columns, room)
    points, normals, coordinates = columns[:, :3], columns[:, 3:6], columns[:, 6:]
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    normals = np.where(length > 1e-9, normals / np.maximum(length, 1e-9), (0.0, 0.0, 1.0))
    count = len(points)
    layer = np.full(count, layer_index("paint"))
    made = Mesh(
        faces=faces.astype(np.int32),
        position=points.astype(np.float32),
        normal=normals.astype(np.float32),
        uvl=np.column_stack([points[:, 0] + points[:, 1], points[:, 2], layer]).astype(np.float32),
        colour=np.clip(look.colour(coordinates), 0, 1).astype(np.float32),
        surface=np.tile(np.array([look.roughness, look.metal, BUMP, 0], np.float32), (count, 1)),
    )
    return look.pass_name, made


class _Look:
    """What the material of a shape says: how it is drawn, and its colour at texture coordinates."""

    def __init__(self, mesh: trimesh.Trimesh) -> None:
        count = len(mesh.vertices)
        visual = mesh.visual
        material: Any = getattr(visual, "material", None)
        self._factor = _factor(getattr(material, "baseColorFactor", None))
        glow = getattr(material, "emissiveFactor", None)
        self._glow = np.zeros(3) if glow is None else np.asarray(glow, float)
        self.roughness = _number(getattr(material, "roughnessFactor", None), ROUGHNESS if material else 0.6)
        self.metal = _number(getattr(material, "metallicFactor", None), METAL if material else 0.0)
        picture = getattr(material, "baseColorTexture", None)
        uv = getattr(visual, "uv", None)
        self.textured = picture is not None and uv is not None
        self._picture = np.asarray(picture.convert("RGB"), float) / 255 if self.textured else None
        if self.textured:
            self.coordinates = np.asarray(uv, float)
        elif visual.kind == "vertex":
            self.coordinates = np.asarray(visual.vertex_colors, float)[:, :3] / 255
        else:
            self.coordinates = np.ones((count, 3))
        blended = getattr(material, "alphaMode", None) == "BLEND" and self._factor[3] < CLEAR
        self.pass_name: Pass = "glow" if self._glow.max() > 0.05 else "glass" if blended else "opaque"

    def colour(self, coordinates: NDArray) -> NDArray:
        """Linear colours (n, 3) at texture coordinates (n, 2), or of colours (n, 3) given at the corners."""
        if self.pass_name == "glow":
            return np.tile(self._glow, (len(coordinates), 1))
        if self._picture is None:
            return coordinates * self._factor[:3]
        h, w = self._picture.shape[:2]
        column, row = _texel(coordinates[:, 0], w), _texel(1 - coordinates[:, 1], h)
        return self._picture[row, column] ** 2.2 * self._factor[:3]


def _texel(along: NDArray, count: int) -> NDArray:
    """Which of ``count`` texels lies at a coordinate; the picture repeats beyond 0..1."""
    within = np.where((along >= 0) & (along <= 1), along, along % 1)
    return np.minimum((within * count).astype(int), count - 1)


def _factor(said: Any) -> NDArray:
    """A colour factor as linear RGBA 0..1; bytes are what the reader makes of it."""
    if said is None:
        return np.ones(4)
    values = np.asarray(said)
    scaled = values.astype(float) / 255 if values.dtype.kind in "ui" else values.astype(float)
    return np.concatenate([scaled, np.ones(4)])[:4]


def _number(said: Any, otherwise: float) -> float:
    return otherwise if said is None else float(np.clip(said, 0, 1))


def _divided(faces: NDArray, columns: NDArray, room: int) -> tuple[NDArray, NDArray]:
    """Triangles (m, 3) and what is known at their corners (n, k), each quartered while it is large and there is
    room for ``room`` more."""
    while len(faces) and 3 * len(faces) <= room:
        corner = columns[faces][..., :3]
        edges = np.linalg.norm(corner - np.roll(corner, 1, axis=1), axis=2)
        if edges.max() <= TEXTURED_EDGE:
            break
        room -= 3 * len(faces)
        sides = np.sort(faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
        unique, which = np.unique(sides, axis=0, return_inverse=True)
        middle = which.reshape(-1, 3) + len(columns)
        columns = np.concatenate([columns, columns[unique].mean(1)])
        (a, b, c), (ab, bc, ca) = faces.T, middle.T
        faces = np.concatenate([np.stack(row, 1) for row in ((a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca))])
    return faces, columns


def _on_its_foot(model: Model) -> Model:
    points = np.concatenate([mesh.position for mesh in model.meshes.values()])
    low, high = points.min(0), points.max(0)
    return model.placed(*(-(low + high) / 2)[:2].tolist(), -float(low[2]))
