"""From what was drawn for both eyes to what the headset shows."""

from __future__ import annotations

from collections.abc import Callable

from panda3d import core

from sim.render.graphics import Graphics
from sim.xr.binding import xr
from sim.xr.frames import Layer
from sim.xr.gl import DEPTH_FORMATS, Copier, Gl
from sim.xr.gl_context import GlContext
from sim.xr.instance import DEPTH, Instance, System
from sim.xr.swapchains import ChainCalls, StereoTexture, Swapchain, colour_format, picture_size
from sim.xr.views import ProjectionLayer, Views

_STEREO = xr.ViewConfigurationType.PRIMARY_STEREO


class Pictures:
    """The chains of both eyes, and the copying into them."""

    def __init__(
        self,
        instance: Instance,
        system: System,
        session: xr.Session,
        views: Views,
        space: xr.Space,
        graphics: Graphics,
        context: GlContext,
        gl: Gl,
        *,
        scale: float,
        depth: tuple[float, float] | None,
        closing: Callable[[Callable[[], None]], object],
    ) -> None:
        """``depth``: the near and far plane of the pictures, metres, where depths are to go along. ``closing`` is
        told what to call in the end.

        Raises:
            NoHeadset: the runtime takes no picture of ours.
        """
        self._session, self._views = session, views
        self._graphics, self._context, self._closing = graphics, context, closing
        self._offered = list(xr.enumerate_swapchain_formats(session))
        asked = xr.enumerate_view_configuration_views(instance.handle, xr.SystemId(system.id), _STEREO)
        self.size = picture_size(asked, system.largest, scale)
        """Width and height of one eye's picture in pixels."""
        self._calls = ChainCalls.of(instance.handle)
        format = colour_format(self._offered, instance.runtime)
        self._colours = self._chains(format, xr.SwapchainUsageFlags.COLOR_ATTACHMENT_BIT)
        self._layer = ProjectionLayer(space, self._colours)
        self.takes_depth = depth is not None and DEPTH in instance.extensions
        self._planes = depth if self.takes_depth else None
        self._depths: list[Swapchain] = []
        self._gl = gl
        context.restore()
        self._copier = Copier(gl)
        closing(self._remove_copier)

    def _chains(self, format: int, usage: xr.SwapchainUsageFlags) -> list[Swapchain]:
        chains = []
        for _eye in range(2):
            chain = Swapchain(self._calls, self._session, format, self.size, usage)
            self._closing(chain.close)
            chains.append(chain)
        return chains

    def layer(self, picture: StereoTexture) -> Layer | None:
        """Copy ``picture`` to the headset; gives what is then to be shown, None where the runtime keeps its images."""
        if picture.size != self.size:
            raise ValueError(f"a picture of {picture.size} for a headset that takes {self.size}")
        depth = picture.depth if self._planes is not None else None
        if depth is not None and not self._depths:
            self._begin_depths(depth)
        chains = self._colours + self._depths
        # All are asked, so that none falls behind the others.
        taken = [chain.take() for chain in chains]
        self._context.restore()
        if not all(taken):
            return None
        with self._copier:
            self._copy(self._copier.colour, picture.texture, self._colours)
            if depth is not None and self._depths:
                self._copy(self._copier.depth, depth, self._depths)
        for chain in chains:
            chain.give()
        self._layer.follow(self._views.located)
        return self._layer.handle

    def _copy(self, copy: Callable[..., None], texture: core.Texture, chains: list[Swapchain]) -> None:
        source = self._name(texture)
        for half, chain in enumerate(chains):
            copy(source, half * self.size[0], chain.texture, self.size)

    def _name(self, texture: core.Texture) -> int:
        """The texture's name in OpenGL."""
        gsg = self._graphics.gsg
        return texture.prepareNow(0, gsg.getPreparedObjects(), gsg).getNativeId()

    def _begin_depths(self, texture: core.Texture) -> None:
        """Depths can be copied only between equal formats: a runtime that lacks the picture's goes without."""
        format = self._gl.format_of(self._name(texture))
        if self._planes is not None and format in DEPTH_FORMATS and format in self._offered:
            self._depths = self._chains(format, xr.SwapchainUsageFlags.DEPTH_STENCIL_ATTACHMENT_BIT)
            self._layer.add_depths(self._depths, *self._planes)
        else:
            self._planes = None

    def _remove_copier(self) -> None:
        self._context.restore()
        self._copier.remove()
