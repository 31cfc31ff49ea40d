"""Strokes along a line: the electric arc, the stream of molten metal, the line drawn to explain."""

from __future__ import annotations

import numpy as np
from panda3d import core

from assets.mesh import Array, Mesh
from sim.render.effects.layer import Spot, anchor, finish
from sim.render.programs import program
from sim.render.upload import mesh_node
from sim.state import EffectState, Vec3

ARC_POINTS = 14
LINE_RADIUS = 0.018
ARC = (2.4, 2.8, 4.0, 1.0)
LINE = (1.0, 0.80, 0.10, 0.0)


class StrokeLayer:
    """A tube along the effect's points. The alpha of ``tint`` 1 means that it flickers."""

    def __init__(self, effect: EffectState, spot: Spot) -> None:
        points = np.array(effect.along or (anchor(effect), np.add(anchor(effect), (0.0, 0.0, 0.4))), float)
        glowing, radius, tint = False, LINE_RADIUS, LINE
        if effect.name == "arc":
            points, glowing, tint = jagged(points, effect.seed), True, ARC
        elif effect.name == "molten":
            points, radius = poured(points), 0.05 * effect.size
        tube = ribbon(points, radius)
        self.node = spot.parent.attachNewNode(mesh_node(effect.name, tube, np.ones((len(tube.position), 3))))
        self.node.setShader(program("surface.vert", "line.frag", MOLTEN=effect.name == "molten"))
        self.node.setShaderInput("tint", core.Vec4(*tint))
        finish(self.node, glowing=glowing, solid=not glowing)

    def show(self, effect: EffectState, eye: Vec3) -> None:
        self.node.setShaderInput("moment", core.Vec2(effect.age, effect.seconds))


def jagged(points: Array, seed: int) -> Array:
    """A path (k, 3) broken into a lightning's zigzag."""
    rng = np.random.default_rng(seed)
    length = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate([[0], np.cumsum(length)])
    at = np.linspace(0, along[-1], ARC_POINTS)
    path = np.stack([np.interp(at, along, points[:, axis]) for axis in range(3)], 1)
    path[1:-1] += rng.normal(0, 0.05 * max(along[-1], 0.2), (ARC_POINTS - 2, 3))
    return path


def poured(points: Array) -> Array:
    """From the first point (k, 3) to the last as a liquid falls: level at first, then steeper."""
    share = np.linspace(0, 1, 16)[:, None]
    start, end = points[0], points[-1]
    path = start + (end - start) * share
    path[:, 2] = start[2] + (end[2] - start[2]) * share[:, 0] ** 2
    return path


def ribbon(points: Array, radius: float = LINE_RADIUS) -> Mesh:
    """A tube of eight sides along points (k, 3); eight vertices a point."""
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
