"""What is settled before a session with a headset is begun."""

from __future__ import annotations

from collections.abc import Sequence

from sim.xr.binding import xr
from sim.xr.errors import NoHeadset
from sim.xr.gl_context import GlContext
from sim.xr.instance import OPENGL, Extensions, Instance, System


def check_pictures(offered: Extensions, context: GlContext) -> None:
    """A runtime that offers ``offered`` must take pictures from ``context``.

    Raises:
        NoHeadset: it takes none from OpenGL, or none from a context without a window.
    """
    if OPENGL not in offered:
        raise NoHeadset("no_opengl", runtime=_runtime_name(offered))
    if context.extension not in offered:
        raise NoHeadset("needs_window", runtime=_runtime_name(offered))


def blend_of(instance: Instance, system: System) -> int:
    """How pictures are laid over the room, an XrEnvironmentBlendMode."""
    stereo = xr.ViewConfigurationType.PRIMARY_STEREO
    return best_blend(list(xr.enumerate_environment_blend_modes(instance.handle, xr.SystemId(system.id), stereo)))


def best_blend(offered: Sequence[int]) -> int:
    """The one that hides the room where it can be had, else what the runtime likes best."""
    opaque = xr.EnvironmentBlendMode.OPAQUE.value
    return opaque if opaque in offered or not offered else offered[0]


def _runtime_name(offered: Extensions) -> str:
    instance = Instance.open(offered)
    try:
        return instance.runtime
    finally:
        instance.close()
