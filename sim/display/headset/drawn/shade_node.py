"""What narrows or darkens the view: the vignette of a movement, and black under the panels."""

from __future__ import annotations

from panda3d import core

from sim.display.headset.drawn.order import DARK, everywhere, layered
from sim.render.programs import program

LEAST = 0.004


class ShadeNode:
    """A card that covers each eye's picture; the vignette is round what lies straight ahead of the head."""

    def __init__(self, parent: core.NodePath) -> None:
        maker = core.CardMaker("shade")
        maker.setFrame(-1, 1, -1, 1)
        self._node = parent.attachNewNode(maker.generate())
        self._node.setShader(program("shade.vert", "shade.frag"))
        self._node.setDepthTest(False)
        layered(self._node, DARK)
        everywhere(self._node)
        self._node.hide()
        self._shown = (0.0, 0.0)

    def show(self, vignette: float, dark: float) -> None:
        """Both 0..1."""
        if (vignette, dark) == self._shown:
            return
        self._shown = (vignette, dark)
        self._node.setShaderInput("shade", core.Vec2(vignette, dark))
        self._node.show() if max(vignette, dark) > LEAST else self._node.hide()
