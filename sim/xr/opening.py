"""What is settled before a session with a headset is begun."""

from __future__ import annotations

from collections.abc import Sequence

from sim.render.graphics import Graphics
from sim.xr.binding import xr
from sim.xr.errors import NoHeadset
from sim.xr.gl_context import GlContext, current_context
from sim.xr.instance import OPENGL, Extensions, Instance


def context_of(graphics: Graphics) -> GlContext:
    """The context of ``graphics``, which is then current on this thread.

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
    return context


def check_pictures(offered: Extensions, context: GlContext) -> None:
    """A runtime that offers ``offered`` must take pictures from ``context``.

    Raises:
        NoHeadset: it takes none from OpenGL, or none from a context without a window.
    """
    if OPENGL not in offered:
        raise NoHeadset("no_opengl", runtime=_runtime_name(offered))
    if context.extension not in offered:
        raise NoHeadset("needs_window", runtime=_runtime_name(offered))


def blend_of(offered: Sequence[int]) -> int:
    """How pictures are laid over the room: not at all where that can be had, else as the runtime likes best."""
    opaque = xr.EnvironmentBlendMode.OPAQUE.value
    return opaque if opaque in offered or not offered else offered[0]


def _runtime_name(offered: Extensions) -> str:
    instance = Instance.open(offered)
    try:
        return instance.runtime
    finally:
        instance.close()
