"""The graphics context: one per process, without a screen or with a window."""

from __future__ import annotations

import os
import sys
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from panda3d import core

from common.errors import EnvironmentLacks

SETTINGS = """
window-type offscreen
audio-library-name null
notify-level error
notify-level-egldisplay fatal
notify-level-glgsg fatal
framebuffer-srgb 0
sync-video 0
textures-power-2 none
geom-cache-size 5000
garbage-collect-states-rate 0.1
"""


class NoGraphics(EnvironmentLacks):
    """The machine has no OpenGL 3.3, not even in software."""

    def __init__(self) -> None:
        super().__init__("display.errors.no_graphics")


class Graphics:
    """The context, and the buffers drawn in it. Not thread safe: use it from one thread."""

    def __init__(self, windowed: bool = False, version: tuple[int, int] = (3, 2), *, on_desktop: bool = False) -> None:
        """``version`` of OpenGL's core profile that is asked for; some headsets' runtimes want 4.3. ``on_desktop``:
        the desktop's own OpenGL also without a window, which on Linux is what their runtimes work with."""
        # Mesa's software renderer counts the processors that it may use wrongly in some containers; two threads
        # more than processors keep all of them busy while one waits for vertices.
        os.environ.setdefault("LP_NUM_THREADS", str((os.cpu_count() or 1) + 2))
        headless = sys.platform.startswith("linux") and not (windowed or on_desktop)
        chosen = f"load-display {'p3headlessgl' if headless else 'pandagl'}\ngl-version {version[0]} {version[1]}\n"
        core.loadPrcFileData("qianche", chosen + SETTINGS)
        self.engine = core.GraphicsEngine.getGlobalPtr()
        self.pipe = core.GraphicsPipeSelection.getGlobalPtr().makeDefaultPipe()
        if self.pipe is None:
            raise NoGraphics
        self.host = self._open(windowed)
        self.gsg = self.host.getGsg()

    def _open(self, windowed: bool) -> core.GraphicsOutput:
        properties = core.FrameBufferProperties()
        properties.setRgbaBits(8, 8, 8, 8)
        properties.setDepthBits(24)
        properties.setBackBuffers(1 if windowed else 0)
        size = core.WindowProperties.size(1280, 720) if windowed else core.WindowProperties.size(16, 16)
        flags = core.GraphicsPipe.BFRequireWindow if windowed else core.GraphicsPipe.BFRefuseWindow
        output = self.engine.makeOutput(self.pipe, "host", 0, properties, size, flags)
        if output is None:
            raise NoGraphics
        self.engine.openWindows()
        if not output.isValid() or output.getGsg() is None:
            raise NoGraphics
        output.setActive(False)
        return output

    @property
    def in_software(self) -> bool:
        """Whether pictures are drawn by the processor."""
        name = self.gsg.getDriverRenderer().lower()
        return any(word in name for word in ("llvmpipe", "softpipe", "swrast", "swiftshader", "basic render"))

    def buffer(
        self,
        name: str,
        size: tuple[int, int],
        *,
        sort: int,
        samples: int = 0,
        colour: bool = True,
        depth_bits: Literal[24, 32] = 24,
    ) -> core.GraphicsOutput:
        """An offscreen buffer of ``size`` (width, height); drawn in the order of ``sort``. Depths of 32 bits are
        floats."""
        properties = core.FrameBufferProperties()
        properties.setDepthBits(depth_bits)
        properties.setFloatDepth(depth_bits == 32)
        if colour:
            properties.setRgbaBits(8, 8, 8, 8)
        properties.setRgbColor(colour)
        properties.setMultisamples(samples)
        flags = core.GraphicsPipe.BFRefuseWindow
        output = self.engine.makeOutput(
            self.pipe, name, sort, properties, core.WindowProperties.size(*size), flags, self.gsg, self.host
        )
        if output is None:
            raise NoGraphics
        return output

    def draw(self) -> None:
        """Draw every active buffer once, and wait for it."""
        self.engine.renderFrame()
        # Panda3D keeps states and transforms that nobody needs any more until it is told to look for them; a tenth
        # of all each time takes no time that one would notice.
        core.TransformState.garbageCollect()
        core.RenderState.garbageCollect()

    def close(self) -> None:
        self.engine.removeAllWindows()


def pixels(texture: core.Texture) -> NDArray[np.uint8]:
    """What was copied into ``texture``: (h, w, channels) BGR(A), the top row first."""
    image = np.frombuffer(texture.getRamImage(), np.uint8)
    shape = (texture.getYSize(), texture.getXSize(), texture.getNumComponents())
    return image.reshape(shape)[::-1]
