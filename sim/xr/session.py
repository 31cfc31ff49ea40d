"""A session with the headset, from its creation to its loss, and what the runtime tells of it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

from sim.xr.binding import xr
from sim.xr.calls import asking, forget, function
from sim.xr.drawing import Drawing
from sim.xr.errors import HeadsetLost, NoHeadset
from sim.xr.gl import Gl
from sim.xr.instance import Instance, System
from sim.xr.lifecycle import Lifecycle

_STEREO = xr.ViewConfigurationType.PRIMARY_STEREO
_MOST_PARTING_FRAMES = 100
"""A runtime that has not stopped a session by then is not waited for."""
_EVENTS: dict[int, type[ctypes.Structure]] = {
    kind.value: event
    for kind, event in (
        (xr.StructureType.EVENT_DATA_SESSION_STATE_CHANGED, xr.EventDataSessionStateChanged),
        (xr.StructureType.EVENT_DATA_INSTANCE_LOSS_PENDING, xr.EventDataInstanceLossPending),
        (xr.StructureType.EVENT_DATA_REFERENCE_SPACE_CHANGE_PENDING, xr.EventDataReferenceSpaceChangePending),
        (xr.StructureType.EVENT_DATA_INTERACTION_PROFILE_CHANGED, xr.EventDataInteractionProfileChanged),
        (xr.StructureType.EVENT_DATA_USER_PRESENCE_CHANGED_EXT, xr.EventDataUserPresenceChangedEXT),
        (xr.StructureType.EVENT_DATA_DISPLAY_REFRESH_RATE_CHANGED_FB, xr.EventDataDisplayRefreshRateChangedFB),
    )
}
"""Those that are heard; all others are passed over."""


class Events:
    """The runtime's queue."""

    def __init__(self, instance: xr.Instance) -> None:
        self._instance = instance
        self._poll = function(instance, "xrPollEvent")
        self._buffer = xr.EventDataBuffer()
        self._empty = xr.Result.EVENT_UNAVAILABLE.value

    def __iter__(self) -> Iterator[ctypes.Structure]:
        """What has come since; each is overwritten by the next."""
        buffer = self._buffer
        while True:
            buffer._type, buffer._next = xr.StructureType.EVENT_DATA_BUFFER.value, None
            if self._poll(self._instance, buffer) == self._empty:
                return
            kind = _EVENTS.get(buffer._type)
            if kind is not None:
                yield kind.from_buffer(buffer)


class Session:
    """Begins and ends frames as the runtime asks for them."""

    def __init__(self, instance: Instance, system: System, drawing: Drawing) -> None:
        """
        Raises:
            NoHeadset: the runtime does not take pictures from ``drawing``.
        """
        self.instance, self.system = instance, system
        self._check_version(instance, system, drawing.gl)
        binding = drawing.context.binding()
        with asking(instance.runtime):
            told = xr.SessionCreateInfo(system_id=system.id, next=ctypes.addressof(binding))
            self.handle = xr.create_session(instance.handle, told)
        self._begin = self.function("xrBeginSession")
        self._end = self.function("xrEndSession")
        self._request_exit = self.function("xrRequestExitSession")
        self.lifecycle = Lifecycle()

    def function(self, name: str) -> Callable[..., int]:
        """The runtime's function ``name``, as ``calls.function`` gives it."""
        return function(self.instance.handle, name)

    @staticmethod
    def _check_version(instance: Instance, system: System, gl: Gl) -> None:
        with asking(instance.runtime):
            needs = xr.GraphicsRequirementsOpenGLKHR()
            ask = function(instance.handle, "xrGetOpenGLGraphicsRequirementsKHR")
            ask(instance.handle, system.id, ctypes.byref(needs))
        least = needs.min_api_version_supported
        if gl.version < (least.major, least.minor):
            needed = f"{least.major}.{least.minor}"
            raise NoHeadset("old_graphics", needed=needed, found="{}.{}".format(*gl.version))

    def enter(self, state: int) -> None:
        """The session has gone to the XrSessionState ``state``; does what that asks for."""
        step = self.lifecycle.enter(state)
        if step == "begin":
            self._begin(self.handle, xr.SessionBeginInfo(primary_view_configuration_type=_STEREO))
        elif step == "end":
            self._end(self.handle)
        if self.lifecycle.loss is not None:
            raise HeadsetLost(self.lifecycle.loss)

    def part(self) -> Iterator[None]:
        """End the session in good order: after each step one frame is to be shown, with nothing in it."""
        self._request_exit(self.handle)
        for _ in range(_MOST_PARTING_FRAMES):
            if not self.lifecycle.begun:
                return
            yield

    def close(self) -> None:
        forget(xr.raw_functions.xrDestroySession, self.handle)
