"""From numpy arrays to Panda3D's geoms and textures."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from panda3d import core

from assets.mesh import Array, Mesh

OPENNESS_SCALE = 2.0
"""Irradiance and openness are stored in a byte as the root of their share of a largest value; for openness this."""
CHUNK_TRIANGLES = 9000
_FLOATS, _BYTES = core.Geom.NTFloat32, core.Geom.NTUint8


def vertex_format(columns: tuple[tuple[str, int, int, int], ...]) -> core.GeomVertexFormat:
    """A registered format of one array; columns are (name, components, number type, contents)."""
    array = core.GeomVertexArrayFormat()
    for name, components, number, contents in columns:
        array.addColumn(name, components, number, contents)
    form = core.GeomVertexFormat()
    form.addArray(array)
    return core.GeomVertexFormat.registerFormat(form)


@cache
def rigid_format() -> core.GeomVertexFormat:
    geom = core.Geom
    return vertex_format(
        (
            ("vertex", 3, _FLOATS, geom.CPoint),
            ("normal", 3, _FLOATS, geom.CNormal),
            ("uvl", 3, _FLOATS, geom.COther),
            ("color", 4, _BYTES, geom.CColor),
            ("surface", 4, _BYTES, geom.CColor),
            ("irradiance", 4, _BYTES, geom.CColor),
        )
    )


_RIGID = np.dtype(
    [("v", "3f4"), ("n", "3f4"), ("u", "3f4"), ("colour", "4u1"), ("surface", "4u1"), ("irradiance", "4u1")]
)


def geom(form: core.GeomVertexFormat, rows: NDArray, faces: NDArray) -> core.Geom:
    """A geom from a structured array of vertices in the layout of ``form``, and faces (m, 3)."""
    data = core.GeomVertexData("mesh", form, core.Geom.UHStatic)
    data.uncleanSetNumRows(len(rows))
    memoryview(data.modifyArray(0)).cast("B")[:] = rows.tobytes()
    triangles = core.GeomTriangles(core.Geom.UHStatic)
    small = len(rows) < 65536
    triangles.setIndexType(core.Geom.NTUint16 if small else core.Geom.NTUint32)
    indices = triangles.modifyVertices()
    indices.uncleanSetNumRows(faces.size)
    memoryview(indices).cast("B")[:] = np.ascontiguousarray(faces, np.uint16 if small else np.uint32).tobytes()
    made = core.Geom(data)
    made.addPrimitive(triangles)
    return made


def rigid_geom(mesh: Mesh, irradiance: Array, largest: float = OPENNESS_SCALE) -> core.Geom:
    """A mesh with its irradiance (n, 3), up to ``largest``, at every vertex."""
    rows = np.zeros(len(mesh.position), _RIGID)
    rows["v"], rows["n"], rows["u"] = mesh.position, mesh.normal, mesh.uvl
    rows["colour"][:, :3] = as_bytes(np.sqrt(np.clip(mesh.colour, 0, 1)))
    rows["colour"][:, 3] = 255
    rows["surface"] = as_bytes(mesh.surface)
    rows["irradiance"][:, :3] = rooted(irradiance, largest)
    return geom(rigid_format(), rows, mesh.faces)


def rooted(light: Array, largest: float) -> NDArray[np.uint8]:
    """Light as bytes: the root of its share of ``largest``."""
    return as_bytes(np.sqrt(np.clip(light, 0, largest) / largest))


def as_bytes(values: Array) -> NDArray[np.uint8]:
    return np.clip(values * 255 + 0.5, 0, 255).astype(np.uint8)


def chunks(mesh: Mesh, limit: int = CHUNK_TRIANGLES) -> list[NDArray[np.int32]]:
    """Indices of faces in groups that lie together on the ground, each at most ``limit`` triangles."""
    ground = mesh.position[:, :2]
    centres = sum(ground[mesh.faces[:, corner]] for corner in range(3))  # times three, which orders them as well
    groups, ready = [np.arange(len(mesh.faces))], []
    while groups:
        group = groups.pop()
        if len(group) <= limit:
            ready.append(group)
            continue
        spread = centres[group]
        axis = int(np.argmax(np.ptp(spread, axis=0)))
        middle = len(group) // 2
        order = np.argpartition(spread[:, axis], middle)
        groups += [group[order[:middle]], group[order[middle:]]]
    return ready


def chunked_node(name: str, mesh: Mesh, irradiance: Array, largest: float) -> core.NodePath:
    """A mesh as several nodes, so that what is out of view is not drawn."""
    parent = core.NodePath(name)
    number = np.empty(len(mesh.position), np.int32)
    for faces in chunks(mesh):
        corners = mesh.faces[faces]
        wanted = np.zeros(len(number), bool)
        wanted[corners] = True
        used = np.flatnonzero(wanted)
        number[used] = np.arange(len(used))
        part = Mesh(
            number[corners],
            *(getattr(mesh, column)[used] for column in ("position", "normal", "uvl", "colour", "surface")),
        )
        parent.attachNewNode(mesh_node(name, part, irradiance[used], largest))
    return parent


def mesh_node(name: str, mesh: Mesh, irradiance: Array, largest: float = OPENNESS_SCALE) -> core.GeomNode:
    node = core.GeomNode(name)
    node.addGeom(rigid_geom(mesh, irradiance, largest))
    return node


def image_texture(image: NDArray[np.uint8], *, clamp: bool = True, mipmaps: bool = True) -> core.Texture:
    """A texture of (h, w, 3 or 4) RGB(A), row 0 at v = 0."""
    texture = core.Texture()
    channels = image.shape[2]
    form = core.Texture.FRgba if channels == 4 else core.Texture.FRgb
    texture.setup2dTexture(image.shape[1], image.shape[0], core.Texture.TUnsignedByte, form)
    put_pixels(texture, image)
    wrap = core.SamplerState.WMClamp if clamp else core.SamplerState.WMRepeat
    texture.setWrapU(wrap)
    texture.setWrapV(wrap)
    texture.setMinfilter(core.SamplerState.FTLinearMipmapLinear if mipmaps else core.SamplerState.FTLinear)
    texture.setMagfilter(core.SamplerState.FTLinear)
    return texture


def layer_texture(layers: NDArray[np.uint8], anisotropy: int) -> core.Texture:
    """An array texture of (k, n, n, 4) RGBA that repeats."""
    texture = core.Texture("layers")
    count, height, width = layers.shape[:3]
    texture.setup2dTextureArray(width, height, count, core.Texture.TUnsignedByte, core.Texture.FRgba)
    put_pixels(texture, layers)
    texture.setMinfilter(core.SamplerState.FTLinearMipmapLinear)
    texture.setMagfilter(core.SamplerState.FTLinear)
    texture.setAnisotropicDegree(anisotropy)
    texture.setWrapU(core.SamplerState.WMRepeat)
    texture.setWrapV(core.SamplerState.WMRepeat)
    return texture


def put_pixels(texture: core.Texture, image: NDArray[np.uint8]) -> None:
    """Write RGB(A) (..., 3 or 4) into the memory of a texture of the same size, as Panda3D holds it: BGR(A)."""
    held = np.frombuffer(texture.makeRamImage(), np.uint8).reshape(image.shape)
    for here, channel in enumerate((2, 1, 0, 3)[: image.shape[-1]]):
        held[..., here] = image[..., channel]
