"""Pictures for both eyes that need no scene, and frames with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from panda3d import core

from sim.render.graphics import Graphics
from sim.xr.headset import Headset
from sim.xr.tracked import Tracked

Open = Callable[..., Headset]
"""Of the fixture ``open_headset``: takes a Wish or nothing."""
Paint = Callable[[tuple[int, int]], "Painted"]
"""Of the fixture ``paint``: takes the size of one eye's picture."""
RED, BLUE = (200, 30, 20), (10, 60, 220)


@dataclass
class Painted:
    """The left eye sees one colour, the right one another; the lower half is half as bright."""

    graphics: Graphics
    size: tuple[int, int]
    depth: core.Texture | None = None

    def __post_init__(self) -> None:
        self.texture = core.Texture("painted")
        self._buffer = self.graphics.buffer("painted", (2 * self.size[0], self.size[1]), sort=0)
        self._buffer.addRenderTexture(self.texture, core.GraphicsOutput.RTMBindOrCopy)
        for half, colour in enumerate((RED, BLUE)):
            for low, brightness in ((0.0, 0.5), (0.5, 1.0)):
                region = self._buffer.makeDisplayRegion(half / 2, (half + 1) / 2, low, low + 0.5)
                region.setClearColor(tuple(channel * brightness / 255 for channel in (*colour, 255 / brightness)))
                region.setClearColorActive(True)
        self.graphics.draw()
        self._buffer.setActive(False)

    def remove(self) -> None:
        self.graphics.engine.removeWindow(self._buffer)


def frames(headset: Headset, count: int = 1, picture: Painted | None = None) -> Tracked:
    """Go on by so many frames; gives what was tracked for the last."""
    tracked = None
    for _ in range(count):
        assert headset.wait(), f"no frame is wanted while the headset is {headset.state}"
        tracked = headset.locate()
        headset.submit(picture)
    assert tracked is not None
    return tracked
