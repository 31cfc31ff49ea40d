"""From what was drawn for both eyes to what the headset shows."""

from __future__ import annotations

import logging
from collections.abc import Callable

from panda3d import core

from sim.xr.binding import xr
from sim.xr.calls import asking
from sim.xr.drawing import Drawing
from sim.xr.errors import NoHeadset
from sim.xr.frames import Layer
from sim.xr.gl import DEPTH_FORMATS, Copier
from sim.xr.instance import DEPTH
from sim.xr.session import Session
from sim.xr.swapchains import ChainCalls, StereoTexture, Swapchain, colour_format, picture_size
from sim.xr.views import ProjectionLayer, Views
from sim.xr.wish import Wish

log = logging.getLogger(__name__)
_STEREO = xr.ViewConfigurationType.PRIMARY_STEREO


class Pictures:
    """The chains of both eyes, and the copying into them."""

    def __init__(
        self,
        session: Session,
        views: Views,
        space: xr.Space,
        drawing: Drawing,
        wish: Wish,
        closing: Callable[[Callable[[], None]], object],
    ) -> None:
        """Eyes are located by ``views`` in ``space``; ``closing`` is told what to call in the end.

        Raises:
            NoHeadset: the runtime takes no picture of ours.
        """
        self._session, self._views, self._drawing, self._closing = session, views, drawing, closing
        instance, system = session.instance, session.system
        self._offered = list(xr.enumerate_swapchain_formats(session.handle))
        asked = xr.enumerate_view_configuration_views(instance.handle, xr.SystemId(system.id), _STEREO)
        self.size = picture_size(asked, system.largest, wish.scale)
        """Width and height of one eye's picture in pixels."""
        self._calls = ChainCalls.of(session)
        format = colour_format(self._offered, instance.runtime)
        self._colours = self._chains(format, xr.SwapchainUsageFlags.COLOR_ATTACHMENT_BIT)
        self._layer = ProjectionLayer(space, self._colours)
        self.takes_depth = wish.depth and DEPTH in instance.extensions
        """Whether depths go along with pictures that have them."""
        self._planes = (wish.near, wish.far)
        self._depths: list[Swapchain] = []
        drawing.context.restore()
        self._copier = Copier(drawing.gl)
        closing(self._remove_copier)

    def _chains(self, format: int, usage: xr.SwapchainUsageFlags) -> list[Swapchain]:
        chains = []
        for _eye in range(2):
            chain = Swapchain(self._calls, self._session.handle, format, self.size, usage)
            self._closing(chain.close)
            chains.append(chain)
        return chains

    def layer(self, picture: StereoTexture) -> Layer | None:
        """Copy ``picture`` to the headset; gives what is then to be shown, None where the runtime keeps its images."""
        if picture.size != self.size:
            raise ValueError(f"a picture of {picture.size} for a headset that takes {self.size}")
        depth = picture.depth if self.takes_depth else None
        if depth is not None and not self._depths:
            self._begin_depths(depth)
        chains = self._colours + self._depths
        # All are asked, so that none falls behind the others.
        taken = [chain.take() for chain in chains]
        self._drawing.context.restore()
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
        source = self._drawing.name_of(texture)
        for half, chain in enumerate(chains):
            copy(source, half * self.size[0], chain.texture, self.size)

    def _begin_depths(self, texture: core.Texture) -> None:
        """Depths can be copied only between equal formats: a runtime that lacks the picture's goes without."""
        format = self._drawing.gl.format_of(self._drawing.name_of(texture))
        self.takes_depth = format in DEPTH_FORMATS and format in self._offered
        if not self.takes_depth:
            return
        try:
            with asking(self._session.instance.runtime):
                self._depths = self._chains(format, xr.SwapchainUsageFlags.DEPTH_STENCIL_ATTACHMENT_BIT)
        except NoHeadset as trouble:
            log.warning("depths do not go along with pictures: %s", trouble)
            self.takes_depth = False
        else:
            self._layer.add_depths(self._depths, *self._planes)

    def _remove_copier(self) -> None:
        self._drawing.context.restore()
        self._copier.remove()
