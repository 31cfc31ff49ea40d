"""Rain around the eye: streaks that fall and come again from above."""

from __future__ import annotations

import numpy as np
from panda3d import core

from assets.mesh import Mesh
from sim.render.effects.layer import Spot, finish
from sim.render.programs import program
from sim.render.upload import mesh_node
from sim.state import EffectState, Vec3

DROPS = 1200
BOX = (9.0, 9.0, 6.0)


class RainLayer:
    """Streaks within a box round the eye; the box goes with the eye, the drops stay in the world."""

    def __init__(self, effect: EffectState, spot: Spot) -> None:
        self.node = spot.parent.attachNewNode(_streaks(effect.seed))
        self.node.setShader(program("rain.vert", "rain.frag"))
        self.node.setShaderInput("box", core.Vec3(*BOX))
        self.node.setShaderInput("ambient", core.Vec3(*spot.light.tolist()))
        finish(self.node)

    def show(self, effect: EffectState, eye: Vec3) -> None:
        self.node.setShaderInput("moment", core.Vec3(effect.age, effect.seconds, effect.strength))


def _streaks(seed: int) -> core.GeomNode:
    lot = np.repeat(np.random.default_rng(seed).random((DROPS, 3)).astype(np.float32), 4, axis=0)
    corners = np.tile(np.array([(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)], np.float32), (DROPS, 1))
    first = np.arange(DROPS)[:, None] * 4
    faces = np.concatenate([first + (0, 1, 2), first + (0, 2, 3)]).astype(np.int32)
    ones = np.ones((DROPS * 4, 3), np.float32)
    return mesh_node("rain", Mesh(faces, lot, corners, corners, ones, np.zeros((DROPS * 4, 4), np.float32)), ones)
