"""Visible effects: flash, arc, sparks, dust, smoke, debris and guide lines, all functions of their age."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from panda3d import core

from assets.mesh import Array, Mesh
from sim.render import layers as see
from sim.render.movers import Mover
from sim.render.programs import program
from sim.render.surfaces import add_light
from sim.render.upload import mesh_node
from sim.state import EffectState, SceneState

ARC_POINTS = 14
LINE_RADIUS = 0.018


@dataclass(frozen=True)
class Cloud:
    """How a cloud of sprites looks: how many, how long each lives, how it flies; see ``sprite.vert``."""

    count: int
    size: float
    growth: float
    life: float
    speed: float
    rise: float
    gravity: float
    colour: tuple[float, float, float]
    opacity: float
    glowing: bool = False
    solid: bool = False


CLOUDS: dict[str, Cloud] = {
    "sparks": Cloud(70, 0.012, 0.0, 0.7, 3.2, 1.6, 9.8, (1.0, 0.75, 0.35), 1.0, glowing=True),
    "dust": Cloud(26, 0.25, 1.1, 2.6, 1.3, 0.35, 0.0, (0.50, 0.44, 0.36), 0.34),
    "smoke": Cloud(22, 0.22, 0.9, 3.2, 0.5, 0.9, -0.1, (0.30, 0.30, 0.31), 0.42),
    "debris": Cloud(36, 0.045, 0.0, 1.6, 2.2, 2.4, 9.8, (0.42, 0.26, 0.18), 1.0, solid=True),
}


class Effects:
    """The nodes of the effects that run now."""

    def __init__(self, parent: core.NodePath, noise: int) -> None:
        self._parent, self._noise = parent, noise
        self._nodes: dict[tuple[object, ...], core.NodePath] = {}

    def show(self, state: SceneState, movers: dict[str, Mover]) -> None:
        running = {_key(effect): effect for effect in state.effects if effect.name != "flash" or effect.at is not None}
        for key in list(self._nodes):
            if key not in running:
                self._nodes.pop(key).removeNode()
        for key, effect in running.items():
            node = self._nodes.get(key)
            if node is None:
                node = self._nodes[key] = self._build(effect)
            node.setShaderInput("moment", core.Vec2(effect.age, effect.seconds))

    def _build(self, effect: EffectState) -> core.NodePath:
        if effect.name in CLOUDS:
            return self._cloud(CLOUDS[effect.name], effect)
        if effect.name == "flash":
            return self._flash(effect)
        return self._path(effect)

    def _cloud(self, cloud: Cloud, effect: EffectState) -> core.NodePath:
        node = self._parent.attachNewNode(_sprites(cloud.count, effect.seed))
        node.setShader(program("sprite.vert", "sprite.frag", GLOWING=cloud.glowing, SOLID=cloud.solid))
        node.setPos(*_anchor(effect))
        node.setShaderInput("form", core.Vec4(cloud.size, cloud.growth, cloud.life, cloud.speed))
        node.setShaderInput("fall", core.Vec3(cloud.rise, cloud.gravity, _anchor(effect)[2]))
        node.setShaderInput("tint", core.Vec4(*cloud.colour, cloud.opacity))
        self._finish(node, cloud.glowing)
        return node

    def _flash(self, effect: EffectState) -> core.NodePath:
        node = self._parent.attachNewNode(_sprites(1, effect.seed))
        node.setShader(program("sprite.vert", "sprite.frag", GLOWING=True, SOLID=False))
        node.setPos(*_anchor(effect))
        node.setShaderInput("form", core.Vec4(0.5, 0.6, max(effect.seconds, 0.1), 0.0))
        node.setShaderInput("fall", core.Vec3(0, 0, _anchor(effect)[2]))
        node.setShaderInput("tint", core.Vec4(0.8, 0.9, 1.0, 1.0))
        self._finish(node, True)
        return node

    def _path(self, effect: EffectState) -> core.NodePath:
        """An arc of light, or a guide line, along the effect's points."""
        arc = effect.name == "arc"
        points = np.array(effect.along or (_anchor(effect), np.add(_anchor(effect), (0.0, 0.0, 0.4))), float)
        if arc:
            points = jagged(points, effect.seed)
        node = self._parent.attachNewNode(mesh_node(effect.name, ribbon(points), np.ones((len(points) * 8, 3))))
        node.setShader(program("surface.vert", "line.frag"))
        tint = (2.4, 2.8, 4.0, 1.0) if arc else (1.0, 0.80, 0.10, 0.0)
        node.setShaderInput("tint", core.Vec4(*tint))
        self._finish(node, arc, solid=not arc)
        return node

    @staticmethod
    def _finish(node: core.NodePath, glowing: bool, solid: bool = False) -> None:
        if glowing:
            add_light(node)
        elif not solid:
            node.setTransparency(core.TransparencyAttrib.MAlpha)
            node.setDepthWrite(False)
            node.setTwoSided(True)
        node.setBin("fixed", 15)
        node.node().setBounds(core.OmniBoundingVolume())
        node.node().setFinal(True)
        node.hide(see.MOVER_SUN)


def _key(effect: EffectState) -> tuple[object, ...]:
    return (effect.name, effect.at, effect.along, effect.seed)


def _anchor(effect: EffectState) -> tuple[float, float, float]:
    if effect.at is not None:
        return effect.at
    return effect.along[0] if effect.along else (0.0, 0.0, 0.0)


def _sprites(count: int, seed: int) -> core.GeomNode:
    """So many cards in one node; each vertex carries its corner, and four numbers of its card."""
    rng = np.random.default_rng(seed)
    corners = np.tile(np.array([(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)], np.float32), (count, 1))
    lot = np.repeat(rng.random((count, 4)).astype(np.float32), 4, axis=0)
    first = np.arange(count)[:, None] * 4
    faces = np.concatenate([first + (0, 1, 2), first + (0, 2, 3)]).astype(np.int32)
    mesh = Mesh(faces, lot[:, :3], np.zeros_like(corners), corners, np.ones((count * 4, 3), np.float32), lot)
    return mesh_node("sprites", mesh, np.ones((count * 4, 3), np.float32))


def jagged(points: Array, seed: int) -> Array:
    """A path (k, 3) broken into a lightning's zigzag."""
    rng = np.random.default_rng(seed)
    length = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(length)])
    at = np.linspace(0, along[-1], ARC_POINTS)
    path = np.stack([np.interp(at, along, points[:, axis]) for axis in range(3)], 1)
    path[1:-1] += rng.normal(0, 0.05 * max(along[-1], 0.2), (ARC_POINTS - 2, 3))
    return path


def ribbon(points: Array, radius: float = LINE_RADIUS) -> Mesh:
    """A thin square tube along points (k, 3); eight vertices a point."""
    forward = np.gradient(points, axis=0)
    forward /= np.linalg.norm(forward, axis=1, keepdims=True) + 1e-9
    side = np.cross(forward, (0.0, 0.0, 1.0)) + 1e-6
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    up = np.cross(side, forward)
    turns = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    around = side[:, None] * np.cos(turns)[None, :, None] + up[:, None] * np.sin(turns)[None, :, None]
    position = (points[:, None] + around * radius).reshape(-1, 3).astype(np.float32)
    normal = around.reshape(-1, 3).astype(np.float32)
    ring = np.arange(8)
    rows = np.arange(len(points) - 1)[:, None] * 8
    a, b = rows + ring, rows + (ring + 1) % 8
    faces = np.concatenate([np.stack([a, b, a + 8], -1).reshape(-1, 3), np.stack([b, b + 8, a + 8], -1).reshape(-1, 3)])
    zeros = np.zeros((len(position), 3), np.float32)
    return Mesh(faces.astype(np.int32), position, normal, zeros, zeros + 1, np.zeros((len(position), 4), np.float32))
