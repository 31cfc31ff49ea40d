"""Water that rises over the ground between two corners."""

from __future__ import annotations

import numpy as np
from panda3d import core

from assets.mesh import Mesh
from sim.render.effects.layer import Spot, anchor, finish, tint
from sim.render.programs import program
from sim.render.upload import mesh_node
from sim.state import EffectState, Vec3

RISING = 0.7
"""The share of its time in which the water rises; then it stands."""
STEP = 0.5
WATER = (0.10, 0.11, 0.09)


class FloodLayer:
    """A rippled surface over the rectangle of the effect's two points."""

    def __init__(self, effect: EffectState, spot: Spot) -> None:
        first, last = (effect.along[0], effect.along[-1]) if len(effect.along) > 1 else _round(anchor(effect), effect)
        self._low, self._high = first[2], last[2]
        sheet = _sheet((first[0], first[1]), (last[0], last[1]))
        self.node = spot.parent.attachNewNode(mesh_node("flood", sheet, np.ones((len(sheet.position), 3))))
        self.node.setShader(program("surface.vert", "flood.frag", NOISE=spot.noise))
        self.node.setShaderInput("tint", core.Vec4(*tint(effect, WATER), 0.90))
        self.node.setShaderInput("ambient", core.Vec3(*spot.light.tolist()))
        finish(self.node)

    def show(self, effect: EffectState, eye: Vec3) -> None:
        share = min(1.0, effect.age / (RISING * effect.seconds))
        self.node.setZ(self._low + (self._high - self._low) * share * share * (3 - 2 * share))
        self.node.setShaderInput("moment", core.Vec3(effect.age, effect.seconds, effect.strength))


def _round(middle: Vec3, effect: EffectState) -> tuple[Vec3, Vec3]:
    """A flood without corners: a square of its size that comes up ankle-deep."""
    x, y, z = middle
    half = effect.size
    return (x - half, y - half, z), (x + half, y + half, z + 0.1)


def _sheet(one: tuple[float, float], other: tuple[float, float]) -> Mesh:
    (x0, x1), (y0, y1) = (sorted(pair) for pair in zip(one, other, strict=True))
    columns, rows = (int(np.clip(np.ceil((to - start) / STEP) + 1, 2, 60)) for start, to in ((x0, x1), (y0, y1)))
    x, y = (grid.ravel() for grid in np.meshgrid(np.linspace(x0, x1, columns), np.linspace(y0, y1, rows)))
    position = np.stack([x, y, np.zeros_like(x)], -1).astype(np.float32)
    a = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    faces = np.concatenate([np.stack([a, a + 1, a + columns + 1], -1), np.stack([a, a + columns + 1, a + columns], -1)])
    up = np.tile(np.array([0, 0, 1], np.float32), (len(x), 1))
    ones = np.ones((len(x), 3), np.float32)
    return Mesh(faces.astype(np.int32), position, up, position, ones, np.zeros((len(x), 4), np.float32))
