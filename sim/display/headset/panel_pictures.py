"""Painted panels as textures: painted beside the frames, so that no frame waits for letters, and kept for a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from panda3d import core

from sim.display.headset.panel_layout import at_rest, layout
from sim.display.headset.panel_paint import paint
from sim.display.headset.shown import Panel

KEPT_BYTES = 96_000_000
"""Of pictures that are not shown now; a large panel has three million."""
MIPMAPS = 4 / 3


class PanelPictures:
    """Use it from one thread; what it paints it paints in another."""

    def __init__(self, anisotropy: int = 8, *, at_once: bool = False) -> None:
        """``at_once``: ``of`` paints while it is waited for. For stills and tests."""
        self._anisotropy = anisotropy
        self._ready: OrderedDict[Panel, core.Texture] = OrderedDict()
        self._doing: dict[Panel, Future[core.Texture]] = {}
        self._painter = None if at_once else ThreadPoolExecutor(1, "panels")

    def of(self, panel: Panel) -> core.Texture | None:
        """The picture of a panel; None while it is being painted, which the first asking begins."""
        panel = at_rest(panel)
        found = self._ready.get(panel)
        if found is not None:
            self._ready.move_to_end(panel)
            return found
        if self._painter is None:
            return self._keep(panel, _texture(panel, self._anisotropy))
        doing = self._doing.get(panel)
        if doing is None:
            self._doing[panel] = self._painter.submit(_texture, panel, self._anisotropy, _let_others)
            return None
        if not doing.done():
            return None
        return self._keep(panel, self._doing.pop(panel).result())

    def _keep(self, panel: Panel, texture: core.Texture) -> core.Texture:
        self._ready[panel] = texture
        while len(self._ready) > 1 and sum(map(_bytes, self._ready.values())) > KEPT_BYTES:
            self._ready.popitem(last=False)
        return texture

    def close(self) -> None:
        if self._painter is not None:
            self._painter.shutdown(cancel_futures=True)


def _bytes(texture: core.Texture) -> float:
    return texture.getXSize() * texture.getYSize() * 4 * MIPMAPS


def _let_others() -> None:
    """Give the interpreter to a thread that waits for it, as a frame does."""
    time.sleep(0)


def _texture(panel: Panel, anisotropy: int, breathe: Callable[[], None] = lambda: None) -> core.Texture:
    """A panel's picture as a texture whose colours are multiplied by its alpha."""
    image = paint(layout(panel), panel.kind, breathe)
    texture = core.Texture("panel")
    texture.setup2dTexture(image.width, image.height, core.Texture.TUnsignedByte, core.Texture.FRgba)
    texture.setRamImage(image.tobytes("raw", "BGRa"))
    texture.setWrapU(core.SamplerState.WMClamp)
    texture.setWrapV(core.SamplerState.WMClamp)
    texture.setMinfilter(core.SamplerState.FTLinearMipmapLinear)
    texture.setMagfilter(core.SamplerState.FTLinear)
    texture.setAnisotropicDegree(anisotropy)
    return texture
