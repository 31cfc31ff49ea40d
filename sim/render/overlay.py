"""What lies over the whole picture: the fade, and the flash of an accident."""

from __future__ import annotations

from panda3d import core

from sim.render.programs import program
from sim.state import SceneState

FLASH_SECONDS = 0.35
FLASH_STRENGTH = 0.75


class Overlay:
    """A card over everything that an output shows."""

    def __init__(self, output: core.GraphicsOutput) -> None:
        self._output = output
        self._root = core.NodePath("overlay")
        maker = core.CardMaker("fade")
        maker.setFrame(-1, 1, -1, 1)
        self._card = self._root.attachNewNode(maker.generate())
        self._card.setShader(program("screen.vert", "fade.frag"))
        self._card.setTransparency(core.TransparencyAttrib.MAlpha)
        self._card.setDepthTest(False)
        self._card.setDepthWrite(False)
        self._card.setTwoSided(True)
        self._card.node().setBounds(core.OmniBoundingVolume())
        self._card.node().setFinal(True)
        camera = self._root.attachNewNode(core.Camera("overlay", core.OrthographicLens()))
        self._region = output.makeDisplayRegion()
        self._region.setSort(20)
        self._region.setCamera(camera)

    def show(self, state: SceneState, more: float = 0.0) -> None:
        """The fade of ``state``; ``more`` (0..1) of black over it, for a step from place to place."""
        white, black = flash_strength(state), more
        if state.fade is not None:
            colour, share = state.fade
            white, black = (max(white, share), black) if colour == "white" else (white, max(black, share))
        amount = max(white, black)
        tone = 0.97 if white >= black else 0.02
        self._card.setShaderInput("fade", core.Vec4(tone, tone, tone, amount))
        self._card.show() if amount > 0.004 else self._card.hide()

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
