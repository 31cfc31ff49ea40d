"""Frames in step with the headset, in the order that OpenXR lays down: wait, begin, end."""

from __future__ import annotations

import ctypes
from typing import Literal

from sim.xr.binding import xr
from sim.xr.session import Session

Layer = ctypes.POINTER(xr.CompositionLayerBaseHeader)
"""A layer of whatever kind, as xrEndFrame takes it."""


class Frames:
    """One session's frames. Its structures are kept from frame to frame."""

    def __init__(self, session: Session, blend: int) -> None:
        """``blend`` is the XrEnvironmentBlendMode to show pictures with."""
        self._session = session.handle
        self._wait = session.function("xrWaitFrame")
        self._begin = session.function("xrBeginFrame")
        self._end = session.function("xrEndFrame")
        self._told = xr.FrameState()
        self._wanted, self._begun = xr.FrameWaitInfo(), xr.FrameBeginInfo()
        self._ended = xr.FrameEndInfo(environment_blend_mode=xr.EnvironmentBlendMode(blend))
        self._layers = (Layer * 1)()
        self._ended._layers = self._layers
        self.at: Literal["between", "waited", "begun"] = "between"
        """How far the frame at hand is."""

    @property
    def time(self) -> int:
        """When the frame at hand will be seen, in the runtime's nanoseconds."""
        return self._told.predicted_display_time

    @property
    def period(self) -> int:
        """From frame to frame, in nanoseconds."""
        return self._told.predicted_display_period

    @property
    def shown(self) -> bool:
        """Whether what is drawn for the frame at hand would be seen."""
        return bool(self._told.should_render)

    def wait(self) -> None:
        """Wait until it is time for the next frame."""
        self._wait(self._session, self._wanted, ctypes.byref(self._told))
        self.at = "waited"

    def begin(self) -> None:
        self._begin(self._session, self._begun)
        self.at = "begun"

    def end(self, layer: Layer | None) -> None:
        """Hand over ``layer``, or nothing to be seen."""
        self._ended.display_time = self.time
        self._ended.layer_count = 0 if layer is None else 1
        if layer is not None:
            self._layers[0] = layer
        self.at = "between"  # also when the call fails: then the session is lost
        self._end(self._session, self._ended)

    def settle(self) -> None:
        """End a frame that an exception has left open, with nothing to be seen: else the runtime waits for it."""
        if self.at == "waited":
            self.begin()
        if self.at == "begun":
            self.end(None)
