"""Painted panels as textures: painted beside the frames, so that no frame waits for letters, and kept for a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from functools import partial

from panda3d import core

from sim.display.headset.backstage import Backstage
from sim.display.headset.drawn.panel_layout import at_rest, layout
from sim.display.headset.drawn.panel_paint import paint
from sim.display.headset.shown import Panel

KEPT_BYTES = 96_000_000
"""Of all pictures together; a large panel has three million. What was not shown for longest goes first."""
MIPMAPS = 4 / 3


class PanelPictures:
    """Use it from one thread; it paints in that of its ``backstage``."""

    def __init__(self, anisotropy: int = 8, *, at_once: bool = False) -> None:
        """``at_once``: ``of`` paints while it is waited for. For stills and tests."""
        self._anisotropy = anisotropy
        self._ready: OrderedDict[Panel, core.Texture] = OrderedDict()
        self.backstage: Backstage = Backstage(at_once=at_once)

    def of(self, panel: Panel) -> core.Texture | None:
        """The picture of a panel; None while it is being painted, which the first asking begins."""
        panel = at_rest(panel)
        found = self._ready.get(panel)
        if found is not None:
            self._ready.move_to_end(panel)
            return found
        painted = self.backstage.ask(panel, partial(_texture, panel, self._anisotropy))
        return None if painted is None else self._keep(panel, painted)

    def _keep(self, panel: Panel, texture: core.Texture) -> core.Texture:
        self._ready[panel] = texture
        while len(self._ready) > 1 and sum(map(_bytes, self._ready.values())) > KEPT_BYTES:
            self._ready.popitem(last=False)
        return texture

    def close(self) -> None:
        self.backstage.close()


def _bytes(texture: core.Texture) -> float:
    return texture.getXSize() * texture.getYSize() * 4 * MIPMAPS


def _let_others() -> None:
    """Give the interpreter to a thread that waits for it, as a frame does."""
    time.sleep(0)


def _texture(panel: Panel, anisotropy: int) -> core.Texture:
    """A panel's picture as a texture."""
    image = paint(layout(panel), panel.kind, _let_others)
    texture = core.Texture("panel")
    texture.setup2dTexture(image.width, image.height, core.Texture.TUnsignedByte, core.Texture.FRgba)
    texture.setRamImage(image.tobytes("raw", "BGRA"))
    texture.setWrapU(core.SamplerState.WMClamp)
    texture.setWrapV(core.SamplerState.WMClamp)
    texture.setMinfilter(core.SamplerState.FTLinearMipmapLinear)
    texture.setMagfilter(core.SamplerState.FTLinear)
    texture.setAnisotropicDegree(anisotropy)
    return texture
