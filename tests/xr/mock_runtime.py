"""Drives the mock runtime from tests: the person in the headset, what goes wrong, and what the application did.

Poses are in the room, in our frame: x right, y ahead, z up, metres, the origin on the floor; quaternions (w, x, y, z).
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sim.xr.tracked import SIDES, Pose, Side, Tangents
from tests.xr.mock_structs import XrFov, XrPose, XrView

State = Literal["unknown", "idle", "ready", "synchronized", "visible", "focused", "stopping", "loss_pending", "exiting"]
STATES: tuple[State, ...] = (
    "unknown", "idle", "ready", "synchronized", "visible", "focused", "stopping", "loss_pending", "exiting",
)  # fmt: skip
KINDS = {"instance": 1, "session": 2, "swapchain": 3, "space": 4, "action set": 5, "action": 6}
SPACES = {"view": 1, "local": 2, "stage": 3, "local floor": 1000426000}
USERS: tuple[str, ...] = ("/user/hand/left", "/user/hand/right", "/user/eyes_ext")
PROFILES = {
    "simple": "khr/simple_controller",
    "touch": "oculus/touch_controller",
    "index": "valve/index_controller",
    "vive": "htc/vive_controller",
    "pico_neo3": "bytedance/pico_neo3_controller",
    "pico_4": "bytedance/pico4_controller",
    "hand": "ext/hand_interaction_ext",
}
EXTENSIONS = (
    "XR_KHR_opengl_enable", "XR_MNDX_egl_enable", "XR_KHR_composition_layer_depth", "XR_FB_display_refresh_rate",
    "XR_EXT_user_presence", "XR_EXT_local_floor", "XR_EXT_hand_interaction", "XR_EXT_eye_gaze_interaction",
    "XR_BD_controller_interaction",
)  # fmt: skip


@dataclass(frozen=True)
class Pulse:
    side: Side
    strength: float
    """0..1."""
    seconds: float


@dataclass(frozen=True)
class Submitted:
    """What was last shown to one eye."""

    pose: Pose
    """Of the eye in the room, as the application gave it."""
    tangents: Tangents
    texture: int
    """The OpenGL name of the image."""
    rect: tuple[int, int, int, int]
    """x, y, width, height in it."""


@dataclass(frozen=True)
class Call:
    name: str
    result: int


class MockRuntime:
    """One per process, as the loaded library is; ``reset`` between tests."""

    def __init__(self, manifest: Path) -> None:
        self.manifest = manifest
        self._library = _declared(ctypes.CDLL(str(manifest.with_name("libmock_runtime.so"))))

    def reset(self) -> None:
        """The headset is worn by somebody with eyes 1.6 m above the floor and nothing in the hands."""
        self._library.mock_reset()
        self.forget()

    def forget(self) -> None:
        """Empty the log and the lists of violations and failures to come."""
        self._library.mock_clear_log()
        self._library.mock_forget_faults()

    # --- the headset ---

    def set(self, **settings: float) -> None:
        """Settings of the headset and the runtime by their names in control.c."""
        for name, value in settings.items():
            assert self._library.mock_set(name.encode(), float(value)), f"the mock runtime has no setting {name}"

    def offer(self, extension: str, offered: bool = True) -> None:
        assert self._library.mock_offer(extension.encode(), offered), f"the mock runtime does not know {extension}"

    def formats(self, formats: Sequence[int]) -> None:
        """The swapchain formats it offers (OpenGL's numbers), the best first."""
        self._library.mock_formats((ctypes.c_int64 * len(formats))(*formats), len(formats))

    def refresh_rates(self, rates: Sequence[float]) -> None:
        """In Hz; the first is in use."""
        self._library.mock_refresh_rates((ctypes.c_float * len(rates))(*rates), len(rates))

    def change_refresh_rate(self, rate: float) -> None:
        """The wearer chooses another in the runtime's own menu."""
        before = self.refresh_rate
        self.refresh_rates([rate])
        self._library.mock_announce_refresh_rate(before)

    @property
    def refresh_rate(self) -> float:
        return float(self._library.mock_refresh_rate())

    def eye(self, side: Side, pose: Pose, tangents: Tangents) -> None:
        """One eye in the head's frame; a turned pose is a canted display."""
        self._library.mock_eye(SIDES.index(side), XrPose.of(pose), XrFov.of(tangents))

    def bounds(self, width: float, depth: float) -> None:
        """The free area in metres; 0: not known."""
        self._library.mock_bounds(width, depth)

    # --- the person ---

    def head(self, pose: Pose) -> None:
        self._library.mock_head(XrPose.of(pose))

    def device(self, side: Side, profile: str | None) -> None:
        """Put a controller of a kind in PROFILES, or a bare hand, there; None: nothing."""
        path = f"/interaction_profiles/{PROFILES[profile]}" if profile else ""
        assert self._library.mock_device(SIDES.index(side), path.encode())

    def hand(
        self, side: Side, aim: Pose, grip: Pose | None = None, *, valid: bool = True, tracked: bool = True
    ) -> None:
        for name, pose in (("aim", aim), ("grip", grip or aim)):
            path = f"{USERS[SIDES.index(side)]}/input/{name}/pose"
            self._library.mock_pose(path.encode(), XrPose.of(pose), valid, tracked)

    def gaze(self, pose: Pose | None) -> None:
        """Where the eyes look, along y; None: the eye tracker does not see them."""
        assert self._library.mock_device(len(SIDES), b"/interaction_profiles/ext/eye_gaze_interaction")
        path = f"{USERS[-1]}/input/gaze_ext/pose"
        self._library.mock_pose(path.encode(), XrPose.of(pose or Pose((0, 0, 0))), pose is not None, pose is not None)

    def input(self, side: Side, component: str, x: float, y: float = 0.0) -> bool:
        """Set e.g. ``trigger/value``; False when what is in the hand has no such component."""
        path = f"{USERS[SIDES.index(side)]}/input/{component}"
        return bool(self._library.mock_input(path.encode(), x, y))

    def wear(self, worn: bool) -> None:
        """Tell of the presence sensor, where the application has asked for it."""
        self._library.mock_worn(worn)

    def recentre(self, space: str, origin: Pose) -> None:
        self._library.mock_recentre(SPACES[space], XrPose.of(origin))

    def pass_time(self, seconds: float) -> None:
        """Beside the frames, each of which takes its period."""
        self._library.mock_pass(seconds)

    @property
    def now(self) -> float:
        return self._library.mock_now() / 1e9

    # --- what happens ---

    @property
    def state(self) -> State:
        return STATES[self._library.mock_session_state()]

    def go(self, *states: State) -> None:
        """The session changes its state, and tells so."""
        for state in states:
            self._library.mock_push_state(STATES.index(state))

    def fail(self, call: str, result: int, nth: int = 1) -> None:
        """Let the ``nth`` next call of a function fail with an XrResult."""
        self._library.mock_fail(call.encode(), nth, result)

    @property
    def failures_waiting(self) -> int:
        return int(self._library.mock_faults_waiting())

    def quit(self) -> None:
        """The wearer closes the application from the runtime's own menu."""
        self._library.mock_quit()

    def lose_session(self) -> None:
        self._library.mock_lose_session()

    def lose_instance(self) -> None:
        self._library.mock_lose_instance()

    def announce_instance_loss(self) -> None:
        self._library.mock_announce_instance_loss()

    def lose_events(self, count: int) -> None:
        self._library.mock_lose_events(count)

    # --- what the application did ---

    @property
    def violations(self) -> list[str]:
        """Everything it did against the specification, in sentences."""
        count = self._library.mock_violation_count()
        return [self._library.mock_violation(index).decode() for index in range(count)]

    @property
    def alive(self) -> dict[str, int]:
        """The handles there are, by kind, and the textures of swapchains; kinds without any are left out."""
        counts = {name: self._library.mock_alive(number) for name, number in KINDS.items()}
        counts["texture"] = self._library.mock_textures_alive()
        return {name: count for name, count in counts.items() if count}

    @property
    def calls(self) -> list[Call]:
        """The last calls, at most 4096."""
        count, result, calls = self._library.mock_call_count(), ctypes.c_int32(), []
        for index in range(max(count - 4096, 0), count):
            name = self._library.mock_logged_call(index, ctypes.byref(result))
            calls.append(Call(name.decode(), result.value))
        return calls

    @property
    def frames(self) -> int:
        return int(self._library.mock_frames())

    @property
    def dropped(self) -> int:
        """Pictures that came too late for the display, while it is paced."""
        return int(self._library.mock_dropped())

    @property
    def layers(self) -> int:
        """Of the last frame."""
        return int(self._library.mock_layers())

    @property
    def depth_layers(self) -> int:
        return int(self._library.mock_depth_layers())

    @property
    def pulses(self) -> list[Pulse]:
        """Vibrations since the reset, at most the last 256."""
        strength, seconds, pulses = ctypes.c_float(), ctypes.c_double(), []
        for index in range(self._library.mock_pulse_count()):
            user = self._library.mock_pulse(index, ctypes.byref(strength), ctypes.byref(seconds))
            if user >= 0:
                pulses.append(Pulse(SIDES[user], strength.value, seconds.value))
        return pulses

    def submitted(self, side: Side) -> Submitted | None:
        view = XrView()
        if not self._library.mock_view(SIDES.index(side), ctypes.byref(view)):
            return None
        x, y, width, height = view.rect
        return Submitted(view.pose.ours, view.fov.tangents, view.texture, (x, y, width, height))

    def picture(self, side: Side) -> NDArray[np.uint8]:
        """What was last shown to an eye, (h, w, 3) RGB, the top row first."""
        return self._read(side, np.zeros((0, 0, 4), np.uint8))[..., :3]

    def depth(self, side: Side) -> NDArray[np.float32]:
        """The depth that came with it, (h, w), 0 near .. 1 far."""
        return self._read(side, np.zeros((0, 0), np.float32))

    def _read(self, side: Side, like: NDArray) -> NDArray:
        shown = self.submitted(side)
        assert shown is not None, "nothing was submitted"
        pixels = np.zeros((shown.rect[3], shown.rect[2], *like.shape[2:]), like.dtype)
        is_depth = like.dtype == np.float32
        read = self._library.mock_read(SIDES.index(side), is_depth, pixels.ctypes.data_as(ctypes.c_void_p))
        assert read, "the image could not be read"
        return pixels[::-1]


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    """With the types of its functions that are not int."""
    text, number, real = ctypes.c_char_p, ctypes.c_int, ctypes.c_float
    arguments = {
        "mock_set": (text, ctypes.c_double), "mock_offer": (text, number), "mock_head": (XrPose,),
        "mock_eye": (number, XrPose, XrFov), "mock_bounds": (real, real), "mock_pass": (ctypes.c_double,),
        "mock_announce_refresh_rate": (real,),
        "mock_device": (number, text), "mock_pose": (text, XrPose, number, number),
        "mock_input": (text, real, real), "mock_recentre": (number, XrPose),
        "mock_fail": (text, ctypes.c_long, ctypes.c_int32), "mock_logged_call": (ctypes.c_long, ctypes.c_void_p),
    }  # fmt: skip
    for name, types in arguments.items():
        getattr(library, name).argtypes = types
    results = {
        "mock_violation": text, "mock_logged_call": text, "mock_refresh_rate": real, "mock_now": ctypes.c_int64,
        "mock_call_count": ctypes.c_long,
    }  # fmt: skip
    for name, kind in results.items():
        getattr(library, name).restype = kind
    return library
