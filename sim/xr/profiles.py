"""What is bound to the buttons of each controller, to bare hands and to eyes, in OpenXR's own paths."""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.xr.binding import xr

Bindings = dict[str, tuple[str, ...]]
"""By action, the component paths below the hand that drive it."""


@dataclass(frozen=True)
class Profile:
    """One kind of controller."""

    id: str
    """Names its text in the catalogue: xr.controllers.<id>."""
    path: str
    """Below /interaction_profiles/."""
    both: Bindings
    """Of either hand."""
    left: Bindings = field(default_factory=dict)
    right: Bindings = field(default_factory=dict)
    extension: str | None = None
    """Offered only with it, from ``version`` of it on."""
    version: int = 1

    def known_with(self, extensions: dict[str, int]) -> bool:
        """Whether a runtime with ``extensions`` (versions by name) knows of this kind."""
        return self.extension is None or extensions.get(self.extension, 0) >= self.version

    @property
    def bare(self) -> bool:
        """Whether it is the hand itself that the headset's cameras follow."""
        return self.id == "hand"


_POSES: Bindings = {"aim": ("input/aim/pose",), "grip": ("input/grip/pose",)}
_SHAKES: Bindings = {"haptic": ("output/haptic",)}
_TRIGGER_AND_SQUEEZE: Bindings = {"trigger": ("input/trigger/value",), "squeeze": ("input/squeeze/value",)}
_STICK: Bindings = {"stick": ("input/thumbstick",)}
_CONTROLLER: Bindings = _POSES | _SHAKES | _TRIGGER_AND_SQUEEZE | _STICK
_MENU_LEFT: Bindings = {"menu": ("input/menu/click", "input/y/click")}
_MENU_RIGHT: Bindings = {"menu": ("input/b/click",)}
"""The right hand's menu button is the runtime's own on most controllers."""
_PICO = xr.BD_CONTROLLER_INTERACTION_EXTENSION_NAME

PROFILES = (
    Profile(
        "simple",
        "khr/simple_controller",
        _POSES | _SHAKES | {"trigger": ("input/select/click",), "menu": ("input/menu/click",)},
    ),
    Profile("touch", "oculus/touch_controller", _CONTROLLER, _MENU_LEFT, _MENU_RIGHT),
    Profile(
        "index",
        "valve/index_controller",
        # Whoever holds an Index controller squeezes it by its value; its force is meant.
        _CONTROLLER | {"squeeze": ("input/squeeze/force",), "menu": ("input/b/click",)},
    ),
    Profile(
        "vive",
        "htc/vive_controller",
        _POSES
        | _SHAKES
        | {
            "trigger": ("input/trigger/value",),
            "squeeze": ("input/squeeze/click",),
            "pad": ("input/trackpad",),
            "pad_pressed": ("input/trackpad/click",),
            "menu": ("input/menu/click",),
        },
    ),
    Profile(
        "pico_neo3",
        "bytedance/pico_neo3_controller",
        _CONTROLLER,
        _MENU_LEFT,
        {"menu": ("input/menu/click", "input/b/click")},
        _PICO,
    ),
    Profile("pico_4", "bytedance/pico4_controller", _CONTROLLER, _MENU_LEFT, _MENU_RIGHT, _PICO),
    Profile("pico_4_ultra", "bytedance/pico4s_controller", _CONTROLLER, _MENU_LEFT, _MENU_RIGHT, _PICO, version=2),
    Profile(
        "hand",
        "ext/hand_interaction_ext",
        _POSES
        | {
            "trigger": ("input/pinch_ext/value", "input/aim_activate_ext/value"),
            "squeeze": ("input/grasp_ext/value",),
        },
        extension=xr.EXT_HAND_INTERACTION_EXTENSION_NAME,
    ),
)
GAZE_PROFILE, GAZE_PATH = "ext/eye_gaze_interaction", "/user/eyes_ext/input/gaze_ext/pose"
