"""The edge of the free area: a grid that stands on it, and a ring round the feet."""

from __future__ import annotations

import numpy as np
from panda3d import core

from sim.display.headset.drawn.cards import cards
from sim.display.headset.drawn.order import BOUNDARY, everywhere, in_front, layered
from sim.display.headset.shown import Shown
from sim.render.programs import program
from sim.session.stance import EYE_HEIGHT
from sim.state import Vec3

WALLS = 4
LEAST = 0.005
"""Of a nearer edge nothing is seen yet."""


class BoundaryNodes:
    """Seen through everything, and only as far as it is near."""

    def __init__(self, parent: core.NodePath) -> None:
        self._node = parent.attachNewNode(cards(WALLS + 1))
        self._node.setShader(program("boundary.vert", "boundary.frag"))
        self._node.setTwoSided(True)
        in_front(self._node)
        layered(self._node, BOUNDARY)
        everywhere(self._node)
        self._node.hide()
        self._corners = core.PTA_LVecBase4f.emptyArray(WALLS + 1)
        self._node.setShaderInput("corners", self._corners)

    def show(self, shown: Shown, eye: Vec3) -> None:
        if shown.wall < LEAST:
            self._node.hide()
            return
        floor = shown.bounds[0][2] if shown.bounds else eye[2] - EYE_HEIGHT
        feet = (eye[0], eye[1], floor)
        # Without bounds all four walls are a single point, and nothing is drawn of them.
        corners = shown.bounds or (feet,) * WALLS
        rows = [(*corner, 0.0) for corner in corners] + [(*feet, shown.wall)]
        self._corners.setData(np.array(rows, np.float32).tobytes())
        self._node.show()
