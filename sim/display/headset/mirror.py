"""What the trainee sees, for the crew: the middle of the left eye's picture, as JPEG.

A frame of the headset pays for a small copy of its picture, and only when it is time for one; a later frame takes
that copy from the graphics, when it has long been drawn, and another thread packs it.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
import simplejpeg
from panda3d import core

from sim.render.graphics import Graphics, pixels
from sim.render.programs import program
from sim.render.stereo import StereoPicture

WIDTH, HEIGHT = 640, 480
RATE = 12.0
"""Pictures a second at most."""
MIDDLE = 0.8
"""The share of the eye's height that is shown: round it lenses show little."""
FRAMES_UNTIL_READ = 2
"""A copy is taken from the graphics so many frames after it was asked for."""
QUALITY = 80


class Mirror:
    """The mirror of one stereo picture. ``before_frame`` and ``after_frame`` go round every frame that is drawn."""

    def __init__(self, graphics: Graphics, picture: StereoPicture) -> None:
        self._graphics = graphics
        self._buffer = graphics.buffer("mirror of the headset", (WIDTH, HEIGHT), sort=10)
        self._copy = core.Texture("mirror of the headset")
        self._buffer.addRenderTexture(self._copy, core.GraphicsOutput.RTMBindOrCopy)
        self._buffer.setActive(False)
        self._add_card(picture)
        self._packer = ThreadPoolExecutor(1, thread_name_prefix="mirror")
        self._packing: Future[bytes] | None = None
        self._latest: bytes | None = None
        self._asked_at = float("-inf")
        self._age: int | None = None
        """Frames since the copy was asked for; None: there is none."""

    def _add_card(self, picture: StereoPicture) -> None:
        root = core.NodePath("mirror")
        maker = core.CardMaker("mirror")
        maker.setFrame(-1, 1, -1, 1)
        card = root.attachNewNode(maker.generate())
        card.setShader(program("screen.vert", "part.frag"))
        card.setShaderInput("image", picture.texture)
        card.setShaderInput("part", core.Vec4(*middle_of_the_left(picture.size)))
        card.setDepthTest(False)
        card.setTwoSided(True)
        card.node().setBounds(core.OmniBoundingVolume())
        card.node().setFinal(True)
        self._buffer.makeDisplayRegion().setCamera(root.attachNewNode(core.Camera("mirror", core.OrthographicLens())))

    def before_frame(self, now: float) -> None:
        """A frame is about to be drawn, ``now`` in seconds; let it make a copy if it is time for one."""
        if self._age is None and self._packing is None and now - self._asked_at >= 1 / RATE:
            self._asked_at, self._age = now, 0
            self._buffer.setActive(True)

    def after_frame(self) -> None:
        """The frame was drawn."""
        if self._packing is not None and self._packing.done():
            self._latest, self._packing = self._packing.result(), None
        if self._age is None:
            return
        self._buffer.setActive(False)
        self._age += 1
        if self._age > FRAMES_UNTIL_READ:
            self._age = None
            if self._graphics.engine.extractTextureData(self._copy, self._graphics.gsg):
                self._packing = self._packer.submit(_packed, self._copy.getRamImage(), pixels(self._copy).shape)

    def take(self) -> bytes | None:
        """The latest picture as JPEG, once; None while there is no new one."""
        latest, self._latest = self._latest, None
        return latest

    def close(self) -> None:
        self._packer.shutdown()
        self._graphics.engine.removeWindow(self._buffer)


def middle_of_the_left(size: tuple[int, int]) -> tuple[float, float, float, float]:
    """The middle of the left eye's picture in the shape of the mirror: left, low, width and height as shares of the
    texture that holds both eyes' pictures of ``size``."""
    wide, high = size
    share_high = MIDDLE
    share_wide = high * MIDDLE * WIDTH / HEIGHT / wide
    if share_wide > 1.0:
        share_wide, share_high = 1.0, wide * HEIGHT / WIDTH / high
    return ((1 - share_wide) / 4, (1 - share_high) / 2, share_wide / 2, share_high)


def _packed(image: core.CPTA_uchar, shape: tuple[int, int, int]) -> bytes:
    rows = np.frombuffer(image, np.uint8).reshape(shape)[::-1]
    return simplejpeg.encode_jpeg(np.ascontiguousarray(rows), QUALITY, "BGRA" if shape[2] == 4 else "BGR", "420")
