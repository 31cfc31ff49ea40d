"""People: one skinned geom each, moved by matrices of the clips."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from panda3d import core

from assets.mesh import Array
from sim.render.programs import program
from sim.render.upload import geom, vertex_format
from sim.state import ThingState, Vec3
from sim.world.figures import pose_matrices
from sim.world.probes import ProbeGrid

if TYPE_CHECKING:
    from assets.people import Clip, PersonMesh

JOINTS = 36
FULL_DETAIL, FARTHEST = 6.0, 5000.0
"""Metres to which a person has all triangles, and to which one is drawn at all."""
BOX = np.array((-0.3, -0.25, 0.0)), np.array((0.3, 0.25, 1.9))
"""About what a person fills, in metres."""
_ROW = np.dtype([("v", "3f4"), ("n", "3f4"), ("weights", "4f4"), ("bones", "4f4"), ("colour", "4u1")])


@cache
def skinned_format() -> core.GeomVertexFormat:
    kind = core.Geom
    floats = kind.NTFloat32
    return vertex_format(
        (
            ("vertex", 3, floats, kind.CPoint),
            ("normal", 3, floats, kind.CNormal),
            ("weights", 4, floats, kind.COther),
            ("bones", 4, floats, kind.COther),
            ("color", 4, kind.NTUint8, kind.CColor),
        )
    )


def person_geom(mesh: PersonMesh) -> core.Geom:
    rows = np.zeros(len(mesh.position), _ROW)
    rows["v"], rows["n"] = mesh.position, mesh.normal
    rows["weights"], rows["bones"] = mesh.weights, mesh.joints
    rows["colour"][:, :3] = np.clip(mesh.colour * 255 + 0.5, 0, 255)
    rows["colour"][:, 3] = np.clip(mesh.ambient_occlusion * 255 + 0.5, 0, 255)
    return geom(skinned_format(), rows, mesh.faces)


def _body(mesh: PersonMesh) -> core.GeomNode:
    body = core.GeomNode("body")
    body.addGeom(person_geom(mesh))
    body.setBounds(core.BoundingSphere(core.Point3(0, 0, 0.9), 1.6))
    body.setFinal(True)
    return body


class PersonFigure:
    """One person in the scene graph."""

    def __init__(self, parent: core.NodePath, name: str, mesh: PersonMesh, clips: dict[str, Clip]) -> None:
        self._clips, self._mesh = clips, mesh
        self.node = parent.attachNewNode(name)
        self.node.setScale(mesh.scale)
        detail = core.LODNode(name)
        detail.setCenter(core.Point3(0, 0, 0.9))
        shape = self.node.attachNewNode(detail)
        shape.attachNewNode(_body(mesh))
        detail.addSwitch(FULL_DETAIL if mesh.lod else FARTHEST, 0)
        if mesh.lod:
            shape.attachNewNode(_body(mesh.lod))
            detail.addSwitch(FARTHEST, FULL_DETAIL)
        shape.setShader(program("person.vert", "person.frag"))
        shape.setTag("shadow", "person")
        self._joints = core.PTA_LMatrix4f.emptyArray(JOINTS)
        self._probes = core.PTA_LVecBase3f.emptyArray(6)
        self.node.setShaderInput("joints", self._joints)
        self.node.setShaderInput("probes", self._probes)

    def show(self, thing: ThingState, base: Vec3, probes: ProbeGrid) -> None:
        self.node.setPos(*base)
        self.node.setH(thing.heading)
        matrices: Array = pose_matrices(self._clips, thing, self._mesh)
        self._joints.setData(np.ascontiguousarray(np.transpose(matrices, (0, 2, 1)), np.float32).tobytes())
        self._probes.setData(probes.at((base[0], base[1], base[2] + 1.0)).tobytes())

    def box(self) -> tuple[Array, Array]:
        return BOX
