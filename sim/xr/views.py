"""Where the eyes are and what they see, and the layer that shows each its picture."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

from sim.xr.binding import xr
from sim.xr.coordinates import pose_at, tangents_of
from sim.xr.frames import Layer
from sim.xr.session import Session
from sim.xr.swapchains import Swapchain
from sim.xr.tracked import EyeView

_VALID = xr.ViewStateFlags.POSITION_VALID_BIT.value | xr.ViewStateFlags.ORIENTATION_VALID_BIT.value
_STEREO = xr.ViewConfigurationType.PRIMARY_STEREO


class Views:
    """Both eyes. The structures are kept from frame to frame."""

    def __init__(self, session: Session, space: xr.Space) -> None:
        self._session = session.handle
        self._ask = session.function("xrLocateViews")
        self._asked = xr.ViewLocateInfo(view_configuration_type=_STEREO, space=space)
        self._state, self._count = xr.ViewState(), ctypes.c_uint32()
        self.located = (xr.View * 2)(xr.View(), xr.View())
        """As the runtime told them last."""
        self.valid = False
        """Whether ``located`` is where the eyes will be."""
        self._pose = xr.View.pose.offset

    def locate(self, time: int) -> tuple[EyeView, EyeView] | None:
        """None while tracking is lost."""
        self._asked.display_time = time
        self.valid = False
        self._ask(self._session, self._asked, self._state, 2, ctypes.byref(self._count), self.located)
        self.valid = self._state._view_state_flags & _VALID == _VALID
        if not self.valid:
            return None
        left, right = (EyeView(pose_at(view, self._pose), tangents_of(view.fov)) for view in self.located)
        return left, right


class ProjectionLayer:
    """What is seen: for each eye its picture, where the eye was when it was drawn, and perhaps depths."""

    def __init__(self, space: xr.Space, chains: Sequence[Swapchain]) -> None:
        self._views = (xr.CompositionLayerProjectionView * 2)(*(xr.CompositionLayerProjectionView() for _ in chains))
        for view, chain in zip(self._views, chains, strict=True):
            view.sub_image = _whole(chain)
        self._layer = xr.CompositionLayerProjection(space=space, views=self._views)
        # Made once: each cast leaves a knot of objects that only the garbage collector unties.
        self.handle = ctypes.cast(ctypes.pointer(self._layer), Layer)
        """For ``Frames.end``."""
        self._depths: list[xr.CompositionLayerDepthInfoKHR] = []
        self._carries = False

    def follow(self, located: Sequence[xr.View]) -> None:
        """The pictures were drawn for the eyes as ``located``."""
        for view, eye in zip(self._views, located, strict=True):
            view.pose = eye.pose
            view.fov = eye.fov

    def add_depths(self, chains: Sequence[Swapchain], near: float, far: float) -> None:
        """Depths may go along, in ``chains``: of a projection with planes ``near`` and ``far``, metres."""
        self._depths = [
            xr.CompositionLayerDepthInfoKHR(
                sub_image=_whole(chain), min_depth=0.0, max_depth=1.0, near_z=near, far_z=far
            )
            for chain in chains
        ]

    def carry_depths(self, carried: bool) -> None:
        """Whether depths go along with the pictures from now on."""
        if carried == self._carries:
            return
        self._carries = carried
        for view, depth in zip(self._views, self._depths, strict=True):
            view.next = ctypes.addressof(depth) if carried else None


def _whole(chain: Swapchain) -> xr.SwapchainSubImage:
    width, height = chain.size
    area = xr.Rect2Di(offset=xr.Offset2Di(0, 0), extent=xr.Extent2Di(width, height))
    return xr.SwapchainSubImage(swapchain=chain.handle, image_rect=area)
