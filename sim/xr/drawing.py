"""What pictures for the headset are drawn with."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

from panda3d import core

from common.text import text
from sim.render.graphics import Graphics, NoGraphics
from sim.xr.errors import NoHeadset
from sim.xr.gl import Gl
from sim.xr.gl_context import GlContext, current_context

OPENGL_VERSION = (4, 3)
"""SteamVR takes no pictures from an older one."""


def headset_graphics() -> Graphics:
    """Graphics that headsets' runtimes take pictures from.

    On Linux those of the desktop, where there is one; on Windows with a window, small and out of the way: runtimes
    there are made for programs that have one.

    Raises:
        NoGraphics: no OpenGL 3.3 can be had.
    """
    on_desktop = sys.platform.startswith("linux") and bool(os.environ.get("DISPLAY"))
    windowed = sys.platform == "win32"
    try:
        graphics = Graphics(windowed, OPENGL_VERSION, on_desktop=on_desktop)
    except NoGraphics:  # a runtime may do with what the driver has; else it says what it needs
        graphics = Graphics(windowed, on_desktop=on_desktop)
    if windowed:
        aside = core.WindowProperties()
        aside.setTitle(text("xr.window"))
        aside.setMinimized(True)
        graphics.host.requestProperties(aside)
    return graphics


@dataclass(frozen=True)
class Drawing:
    """Panda3D's graphics, their context, and OpenGL's functions in it."""

    graphics: Graphics
    context: GlContext
    gl: Gl

    @classmethod
    def of(cls, graphics: Graphics) -> Drawing:
        """The context of ``graphics`` is then current on this thread.

        Raises:
            NoHeadset: it draws in another way than through GLX, EGL or WGL.
        """
        active = graphics.host.isActive()
        graphics.host.setActive(True)
        graphics.draw()  # Panda3D makes its context, and makes it current, when it first draws
        graphics.host.setActive(active)
        context = current_context()
        if context is None:
            raise NoHeadset("no_context")
        return cls(graphics, context, Gl(context))

    def name_of(self, texture: core.Texture) -> int:
        """A texture's name in OpenGL."""
        gsg = self.graphics.gsg
        return texture.prepareNow(0, gsg.getPreparedObjects(), gsg).getNativeId()
