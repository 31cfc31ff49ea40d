"""The runtime, and the headset it has."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass

from sim.xr.binding import xr
from sim.xr.calls import asking, forget, function
from sim.xr.errors import HeadsetLost, NoHeadset

_VERSIONS = (xr.Version(1, 0, 34), xr.Version(1, 1, 0))
"""1.0 with extensions is what every runtime takes; one that takes no less than 1.1 may come."""
OPENGL = xr.KHR_OPENGL_ENABLE_EXTENSION_NAME
DEPTH = xr.KHR_COMPOSITION_LAYER_DEPTH_EXTENSION_NAME
REFRESH_RATE = xr.FB_DISPLAY_REFRESH_RATE_EXTENSION_NAME
PRESENCE = xr.EXT_USER_PRESENCE_EXTENSION_NAME
LOCAL_FLOOR = xr.EXT_LOCAL_FLOOR_EXTENSION_NAME
EYE_GAZE = xr.EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME
_USED = frozenset(
    (
        OPENGL,
        xr.MNDX_EGL_ENABLE_EXTENSION_NAME,
        DEPTH,
        REFRESH_RATE,
        PRESENCE,
        LOCAL_FLOOR,
        EYE_GAZE,
        xr.BD_CONTROLLER_INTERACTION_EXTENSION_NAME,
        xr.EXT_HAND_INTERACTION_EXTENSION_NAME,
    )
)
"""Extensions that are enabled where a runtime offers them."""
_UNENDING = "SteamVR/OpenXR"
"""The runtime that on Linux does not come back from xrDestroyInstance (ValveSoftware/SteamVR-for-Linux issue 422).
Its instance is kept, and taken again when a headset is opened again; where that runtime itself is lost, only a new
process can open one."""
_kept: list[Instance] = []


@dataclass(frozen=True, slots=True)
class System:
    """A headset, as the runtime describes it."""

    id: int
    name: str
    largest: tuple[int, int]
    """Width and height that a picture of one eye may have at most."""
    tells_presence: bool
    follows_eyes: bool


Extensions = dict[str, int]
"""The version of each extension by its name."""


def offered_extensions() -> Extensions:
    """What the runtime that is set up on this machine offers.

    Raises:
        NoHeadset: there is none, or it does not answer.
    """
    with asking():
        found = xr.enumerate_instance_extension_properties()
    return {each.extension_name.decode(): each.extension_version for each in found}


class Instance:
    """The tie to the runtime; a process has one at a time. ``close`` it also when what follows fails."""

    def __init__(self, handle: xr.Instance, extensions: Extensions) -> None:
        self.handle = handle
        self.extensions = extensions
        """Those that are enabled."""
        told = xr.InstanceProperties()
        function(handle, "xrGetInstanceProperties")(handle, ctypes.byref(told))
        self.runtime = told.runtime_name.decode(errors="replace")
        self.version = str(told.runtime_version)
        self._lost = False

    @classmethod
    def open(cls, offered: Extensions) -> Instance:
        """Start the runtime, which offers extensions as ``offered``, with all of them that are of use.

        Raises:
            NoHeadset: it does not start, or refuses.
        """
        if _kept:
            return _kept.pop()
        extensions = {name: version for name, version in offered.items() if name in _USED}
        with asking():
            handle = _created(extensions)
            try:
                return cls(handle, extensions)
            except HeadsetLost:
                forget(xr.raw_functions.xrDestroyInstance, handle)
                raise

    def system(self) -> System:
        """The headset.

        Raises:
            NoHeadset: none is connected, or what is connected is not one.
        """
        with asking(self.runtime):
            form = xr.FormFactor.HEAD_MOUNTED_DISPLAY
            number = xr.get_system(self.handle, xr.SystemGetInfo(form_factor=form))
            kinds = xr.enumerate_view_configurations(self.handle, number)
            if xr.ViewConfigurationType.PRIMARY_STEREO.value not in list(kinds):
                raise NoHeadset("not_a_headset", runtime=self.runtime)
            return self._described(number)

    def _described(self, number: xr.SystemId) -> System:
        presence, gaze = xr.SystemUserPresencePropertiesEXT(), xr.SystemEyeGazeInteractionPropertiesEXT()
        told = xr.SystemProperties()
        for name, part in ((PRESENCE, presence), (EYE_GAZE, gaze)):
            if name in self.extensions:
                part.next, told.next = told.next, ctypes.addressof(part)
        function(self.handle, "xrGetSystemProperties")(self.handle, number, ctypes.byref(told))
        limits = told.graphics_properties
        return System(
            number.value,
            told.system_name.decode(errors="replace"),
            (limits.max_swapchain_image_width, limits.max_swapchain_image_height),
            bool(presence.supports_user_presence),
            bool(gaze.supports_eye_gaze_interaction),
        )

    def lose(self) -> None:
        """The runtime has gone or fails: this instance is of no more use."""
        self._lost = True

    def close(self) -> None:
        """Give the runtime back."""
        if self.runtime != _UNENDING or not sys.platform.startswith("linux"):
            forget(xr.raw_functions.xrDestroyInstance, self.handle)
        elif not self._lost:
            _kept.append(self)


def _created(extensions: Extensions) -> xr.Instance:
    names = sorted(extensions)
    for version in _VERSIONS:
        application = xr.ApplicationInfo(
            application_name="Qianche",
            application_version=1,
            engine_name="Panda3D",
            engine_version=1,
            api_version=version,
        )
        try:
            return xr.create_instance(
                xr.InstanceCreateInfo(application_info=application, enabled_extension_names=names)
            )
        except xr.ApiVersionUnsupportedError:
            if version == _VERSIONS[-1]:
                raise
    raise AssertionError("there is a last version")
