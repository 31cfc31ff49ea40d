"""People: one skinned geom each, moved by matrices of the clips."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from panda3d import core

from assets.mesh import Array
from sim.render.programs import Look
from sim.render.surfaces import dress_as
from sim.render.upload import geom, vertex_format
from sim.state import ThingState, Vec3
from sim.world.figures import pose_matrices, regard_of, seed_of
from sim.world.probes import ProbeGrid

if TYPE_CHECKING:
    from assets.people import Clip, HeldMesh, PersonMesh

JOINTS = 36
DETAIL = (5.0, 13.0, 5000.0)
"""Metres to which a person is drawn at each level of detail, the finest first."""
SAME_LIGHT = 0.01
"""Metres that a person may go before the light there is looked up anew."""
BOX = np.array((-0.3, -0.25, 0.0)), np.array((0.3, 0.25, 1.9))
"""About what a person fills, in metres."""
# Four bytes for the surface, of which two say something, keep a row a whole number of words.
_ROW = np.dtype(
    [("v", "3f4"), ("n", "3f4"), ("weights", "4f4"), ("bones", "4f4"), ("colour", "4u1"), ("surface", "4u1")]
)


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
            ("surface", 4, kind.NTUint8, kind.CColor),
        )
    )


def person_geom(mesh: PersonMesh | HeldMesh) -> core.Geom:
    rows = np.zeros(len(mesh.position), _ROW)
    rows["v"], rows["n"] = mesh.position, mesh.normal
    rows["weights"], rows["bones"] = mesh.weights, mesh.joints
    rows["colour"][:, :3] = np.clip(mesh.colour * 255 + 0.5, 0, 255)
    rows["colour"][:, 3] = np.clip(mesh.ambient_occlusion * 255 + 0.5, 0, 255)
    rows["surface"][:, 0] = np.clip(mesh.roughness * 255 + 0.5, 0, 255)
    rows["surface"][:, 1] = np.clip(mesh.metalness * 255 + 0.5, 0, 255)
    return geom(skinned_format(), rows, mesh.faces)


def _body(mesh: PersonMesh | HeldMesh) -> core.GeomNode:
    body = core.GeomNode("body")
    body.addGeom(person_geom(mesh))
    body.setBounds(core.BoundingSphere(core.Point3(0, 0, 0.9), 1.6))
    body.setFinal(True)
    return body


def level_at(mesh: PersonMesh, distance: float) -> PersonMesh:
    """The level of detail that is drawn of a person so many metres away."""
    for farthest in DETAIL:
        if distance < farthest or mesh.lod is None:
            break
        mesh = mesh.lod
    return mesh


def _by_distance(name: str, mesh: PersonMesh) -> core.LODNode:
    """All levels of detail of a person, each drawn over its span of distances."""
    detail = core.LODNode(name)
    detail.setCenter(core.Point3(0, 0, 0.9))
    levels = [mesh]
    while levels[-1].lod is not None:
        levels.append(levels[-1].lod)
    nearest = 0.0
    for level, farthest in zip(levels, [*DETAIL[: len(levels) - 1], DETAIL[-1]], strict=True):
        detail.addChild(_body(level))
        detail.addSwitch(farthest, nearest)
        nearest = farthest
    return detail


class PersonFigure:
    """One person in the scene graph."""

    def __init__(self, parent: core.NodePath, name: str, mesh: PersonMesh, clips: dict[str, Clip], look: Look) -> None:
        self._name, self._clips, self._mesh = name, clips, mesh
        self._offset = seed_of(name) % 1024 / 1024  # so that not all are bent in the same picture
        self.node = parent.attachNewNode(name)
        self.node.setScale(mesh.scale)
        self._shape = self.node.attachNewNode("shape")
        dress_as(self._shape, "person", look)
        self._shape.setTag("shadow", "person")
        self._shape.attachNewNode(_by_distance(name, mesh))
        self._held: dict[tuple[str, str], core.NodePath] = {}
        self._in_hand: core.NodePath | None = None
        self._joints = core.PTA_LMatrix4f.emptyArray(JOINTS)
        self._probes = core.PTA_LVecBase3f.emptyArray(6)
        self.node.setShaderInput("joints", self._joints)
        self.node.setShaderInput("probes", self._probes)
        self._time, self._eye = 0.0, (0.0, 0.0, 0.0)
        self.rate: float | None = None
        """So often a second at most the body is bent anew, half as often from where it is drawn more plainly; None:
        whenever it is shown. It goes its way in between."""
        self._bent: tuple[int, str | None] | None = None
        self._lit_at: Vec3 | None = None

    def regard(self, time: float, eye: Vec3) -> None:
        """Tell it the moment, in seconds, and where the trainee's eye is, before it is shown."""
        self._time, self._eye = time, eye

    def show(self, thing: ThingState, base: Vec3, probes: ProbeGrid) -> None:
        self.node.setPos(*base)
        self.node.setH(thing.heading)
        if self._lit_at is None or math.dist(base, self._lit_at) > SAME_LIGHT:
            self._lit_at = base
            self._probes.setData(probes.at((base[0], base[1], base[2] + 1.0)).tobytes())
        if self.rate is not None:
            rate = self.rate if math.dist(self._eye, base) < DETAIL[0] else self.rate / 2
            bent = (int((self._time + self._offset) * rate), thing.clip)
            if bent == self._bent:
                return
            self._bent = bent
        self._bend(thing, base)
        self._take(thing.clip)

    def _bend(self, thing: ThingState, base: Vec3) -> None:
        regard = regard_of(self._name, self._time, self._eye, thing, base, self._mesh.scale)
        matrices: Array = pose_matrices(self._clips, thing, self._mesh, regard)
        self._joints.setData(np.ascontiguousarray(np.transpose(matrices, (0, 2, 1)), np.float32).tobytes())

    def _take(self, clip: str | None) -> None:
        """Show in its hands what the clip says, and nothing else."""
        from assets.people import clip_of, held_in

        thing = held_in(self._mesh, self._clips, clip)
        wanted = None if thing is None else self._held_node(thing, clip_of(self._mesh, self._clips, clip))
        if wanted is self._in_hand:
            return
        if self._in_hand is not None:
            self._in_hand.stash()
        if wanted is not None:
            wanted.unstash()
        self._in_hand = wanted

    def _held_node(self, thing: str, clip: Clip) -> core.NodePath:
        from assets.people import held_mesh

        key = (thing, clip.name)
        if key not in self._held:
            self._held[key] = self._shape.attachNewNode(_body(held_mesh(thing, clip)))
            self._held[key].stash()
        return self._held[key]

    def box(self) -> tuple[Array, Array]:
        return BOX
