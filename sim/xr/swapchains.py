"""Where pictures are put for the headset: a chain of textures for each eye, one copied into for every frame."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from panda3d import core

from sim.xr.binding import xr
from sim.xr.calls import forget
from sim.xr.errors import NoHeadset
from sim.xr.gl import DEPTH24, DEPTH32F, RGBA8, SRGB8_ALPHA8
from sim.xr.session import Session

_COLOURS = (SRGB8_ALPHA8, RGBA8)
"""The first is what every runtime offers, and says what the bytes are; SteamVR may offer no other."""
_DEPTHS: dict[int, Literal[24, 32]] = {DEPTH32F: 32, DEPTH24: 24}
"""With their bits, the most common one first. Depths can be copied only between equal formats."""
_PATIENCE_NS = 200_000_000
"""A runtime that keeps an image for longer gets a frame without a picture, and the image is awaited again."""


class StereoTexture(Protocol):
    """What is drawn for both eyes."""

    @property
    def texture(self) -> core.Texture:
        """The left eye's picture beside the right one's, encoded for a display."""

    @property
    def size(self) -> tuple[int, int]:
        """Of one eye's picture in pixels."""

    @property
    def depth(self) -> core.Texture | None:
        """The depths that go with ``texture``, of the same size."""


def colour_format(offered: Sequence[int], runtime: str) -> int:
    """The best of the formats that a runtime offers.

    Raises:
        NoHeadset: none of them can take our picture.
    """
    for wanted in _COLOURS:
        if wanted in offered:
            return wanted
    raise NoHeadset("no_format", runtime=runtime)


def depth_format(offered: Sequence[int]) -> tuple[int, Literal[24, 32]] | None:
    """Of the formats that a runtime offers the one for depths, with its bits; None where it offers none of ours."""
    return next(((format, bits) for format, bits in _DEPTHS.items() if format in offered), None)


def picture_size(views: Sequence[xr.ViewConfigurationView], largest: tuple[int, int], scale: float) -> tuple[int, int]:
    """Width and height of one eye's picture: as the runtime recommends, times ``scale``, within what it can take."""
    width = max(round(view.recommended_image_rect_width * scale) for view in views)
    height = max(round(view.recommended_image_rect_height * scale) for view in views)
    widest = min(*(view.max_image_rect_width for view in views), largest[0])
    highest = min(*(view.max_image_rect_height for view in views), largest[1])
    return max(1, min(width, widest)), max(1, min(height, highest))


@dataclass(frozen=True)
class ChainCalls:
    """What is called for every picture."""

    acquire: Callable[..., int]
    wait: Callable[..., int]
    release: Callable[..., int]

    @classmethod
    def of(cls, session: Session) -> ChainCalls:
        names = ("xrAcquireSwapchainImage", "xrWaitSwapchainImage", "xrReleaseSwapchainImage")
        return cls(*(session.function(name) for name in names))


class Swapchain:
    """One eye's chain."""

    def __init__(
        self, calls: ChainCalls, session: xr.Session, format: int, size: tuple[int, int], usage: xr.SwapchainUsageFlags
    ) -> None:
        self._calls = calls
        self.size = size
        self.handle = xr.create_swapchain(
            session,
            xr.SwapchainCreateInfo(
                usage_flags=usage | xr.SwapchainUsageFlags.SAMPLED_BIT,
                format=format,
                sample_count=1,
                width=size[0],
                height=size[1],
                face_count=1,
                array_size=1,
                mip_count=1,
            ),
        )
        try:
            images = xr.enumerate_swapchain_images(self.handle, xr.SwapchainImageOpenGLKHR)
        except Exception:
            self.close()
            raise
        self._textures = [image.image for image in images]
        self._index = ctypes.c_uint32()
        self._acquired = self._ready = False
        self._acquire_info, self._release_info = xr.SwapchainImageAcquireInfo(), xr.SwapchainImageReleaseInfo()
        self._wait_info = xr.SwapchainImageWaitInfo(timeout=_PATIENCE_NS)

    def take(self) -> bool:
        """Get the next image to put a picture in; False while the runtime does not give it back."""
        if not self._acquired:
            self._calls.acquire(self.handle, self._acquire_info, ctypes.byref(self._index))
            self._acquired = True
        if not self._ready:
            result = self._calls.wait(self.handle, self._wait_info)
            self._ready = result != xr.Result.TIMEOUT_EXPIRED.value
        return self._ready

    @property
    def texture(self) -> int:
        """The OpenGL name of the image that was taken."""
        return self._textures[self._index.value]

    def give(self) -> None:
        """Give the image that was taken to the runtime."""
        if self._ready:
            self._acquired = self._ready = False
            self._calls.release(self.handle, self._release_info)

    def close(self) -> None:
        forget(xr.raw_functions.xrDestroySwapchain, self.handle)
