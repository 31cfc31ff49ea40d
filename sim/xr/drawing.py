"""What pictures for the headset are drawn with."""

from __future__ import annotations

from dataclasses import dataclass

from panda3d import core

from sim.render.graphics import Graphics
from sim.xr.errors import NoHeadset
from sim.xr.gl import Gl
from sim.xr.gl_context import GlContext, current_context


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
