"""What lies over the whole picture: the fade, and the flash of an accident."""

from __future__ import annotations

from panda3d import core

from sim.render.programs import program
from sim.state import SceneState

FLASH_SECONDS = 0.35
FLASH_STRENGTH = 0.75
WHITE, BLACK = 0.97, 0.02
LEAST = 0.004
"""Less of a shade is not worth drawing."""


class Shade:
    """A card over everything that was drawn before it, whatever the camera."""

    def __init__(self, parent: core.NodePath) -> None:
        maker = core.CardMaker("fade")
        maker.setFrame(-1, 1, -1, 1)
        self.node = parent.attachNewNode(maker.generate())
        self.node.setShader(program("screen.vert", "fade.frag"))
        self.node.setTransparency(core.TransparencyAttrib.MAlpha)
        self.node.setDepthTest(False)
        self.node.setDepthWrite(False)
        self.node.setTwoSided(True)
        self.node.node().setBounds(core.OmniBoundingVolume())
        self.node.node().setFinal(True)
        self.node.hide()
        self._shown = 0.0

    def show(self, state: SceneState, more: float = 0.0) -> None:
        """The fade of ``state``; ``more`` (0..1) of black over it, for a step from place to place."""
        white, black = flash_strength(state), more
        if state.fade is not None:
            colour, share = state.fade
            white, black = (max(white, share), black) if colour == "white" else (white, max(black, share))
        amount = max(white, black)
        if amount > LEAST:
            tone = WHITE if white >= black else BLACK
            self.node.setShaderInput("fade", core.Vec4(tone, tone, tone, amount))
        if (amount > LEAST) != (self._shown > LEAST):
            self.node.show() if amount > LEAST else self.node.hide()
        self._shown = amount


class Overlay:
    """A shade over everything that an output shows."""

    def __init__(self, output: core.GraphicsOutput) -> None:
        self._output = output
        self._root = core.NodePath("overlay")
        self._shade = Shade(self._root)
        camera = self._root.attachNewNode(core.Camera("overlay", core.OrthographicLens()))
        self._region = output.makeDisplayRegion()
        self._region.setSort(20)
        self._region.setCamera(camera)

    def show(self, state: SceneState, more: float = 0.0) -> None:
        """The fade of ``state``; ``more`` (0..1) of black over it."""
        self._shade.show(state, more)

    def remove(self) -> None:
        self._output.removeDisplayRegion(self._region)
        self._root.removeNode()


def flash_strength(state: SceneState) -> float:
    """How white the flashes of ``state`` without a place make the picture now, 0..1."""
    strength = 0.0
    for effect in state.effects:
        if effect.name == "flash" and effect.at is None:
            length = min(max(effect.seconds, 0.1), FLASH_SECONDS)
            strength = max(strength, FLASH_STRENGTH * max(0.0, 1 - effect.age / length))
    return strength
