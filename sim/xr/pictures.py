"""From what was drawn for both eyes to what the headset shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from panda3d import core

from sim.xr.binding import xr
from sim.xr.drawing import Drawing
from sim.xr.frames import Layer
from sim.xr.gl import Copier
from sim.xr.instance import DEPTH
from sim.xr.session import Session
from sim.xr.swapchains import ChainCalls, StereoTexture, Swapchain, colour_format, depth_format, picture_size
from sim.xr.views import ProjectionLayer, Views
from sim.xr.wish import Wish

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
        offered = list(xr.enumerate_swapchain_formats(session.handle))
        asked = xr.enumerate_view_configuration_views(instance.handle, xr.SystemId(system.id), _STEREO)
        self.size = picture_size(asked, system.largest, wish.scale)
        """Width and height of one eye's picture in pixels."""
        self._calls = ChainCalls.of(session)
        format = colour_format(offered, instance.runtime)
        self._colours = self._chains(format, xr.SwapchainUsageFlags.COLOR_ATTACHMENT_BIT)
        self._layer = ProjectionLayer(space, self._colours)
        self.depth_bits: Literal[24, 32] | None = None
        """Of depths that may come with a picture; None: they do not go along."""
        self._depths: list[Swapchain] = []
        if wish.depth and DEPTH in instance.extensions:
            self._begin_depths(offered, wish)
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
        deep = picture.depth is not None and bool(self._depths)
        chains = self._colours + self._depths if deep else self._colours
        # All are asked, so that none falls behind the others.
        taken = [chain.take() for chain in chains]
        self._drawing.context.restore()
        if not all(taken):
            return None
        with self._copier:
            self._copy(self._copier.colour, picture.texture, self._colours)
            if deep:
                self._copy(self._copier.depth, picture.depth, self._depths)
        for chain in chains:
            chain.give()
        self._layer.follow(self._views.located)
        self._layer.carry_depths(deep)
        return self._layer.handle

    def _copy(self, copy: Callable[..., None], texture: core.Texture, chains: list[Swapchain]) -> None:
        source = self._drawing.name_of(texture)
        for half, chain in enumerate(chains):
            copy(source, half * self.size[0], chain.texture, self.size)

    def _begin_depths(self, offered: list[int], wish: Wish) -> None:
        """Take depths along with pictures, where the runtime offers a format for them."""
        chosen = depth_format(offered)
        if chosen is not None:
            format, self.depth_bits = chosen
            self._depths = self._chains(format, xr.SwapchainUsageFlags.DEPTH_STENCIL_ATTACHMENT_BIT)
            self._layer.add_depths(self._depths, wish.near, wish.far)

    def _remove_copier(self) -> None:
        self._drawing.context.restore()
        self._copier.remove()
