"""Hands: every kind of controller, bare hands and followed eyes, as the runtime tells them."""

from __future__ import annotations

from math import cos, radians, sin

import pytest

from sim.xr.headset import Headset
from sim.xr.tracked import SIDES, Hand, Pose, Side
from tests.xr.mock_runtime import PROFILES, MockRuntime
from tests.xr.painted import Open, frames

AHEAD_LEFT = (cos(radians(15)), 0.0, 0.0, sin(radians(15)))
"""Turned by 30 degrees to the left."""
AIM, GRIP = Pose((0.3, 0.5, 1.25), AHEAD_LEFT), Pose((0.28, 0.4, 1.2))
Inputs = dict[str, tuple[float, ...]]
VALUES: Inputs = {"trigger/value": (0.75,), "squeeze/value": (0.5,), "thumbstick": (0.25, -1.0)}
PRESSED: dict[str, tuple[Inputs, Hand]] = {
    "simple": ({"select/click": (1,)}, Hand("controller", AIM, GRIP, trigger=1.0)),
    "touch": (VALUES, Hand("controller", AIM, GRIP, 0.75, 0.5, (0.25, -1.0))),
    "index": (VALUES | {"squeeze/force": (0.5,)}, Hand("controller", AIM, GRIP, 0.75, 0.5, (0.25, -1.0))),
    "vive": (
        {"trigger/value": (0.75,), "squeeze/click": (1,), "trackpad": (0.0, 0.9), "trackpad/click": (1,)},
        Hand("controller", AIM, GRIP, 0.75, 1.0, (0.0, 0.9)),
    ),
    "pico_neo3": (VALUES, Hand("controller", AIM, GRIP, 0.75, 0.5, (0.25, -1.0))),
    "pico_4": (VALUES, Hand("controller", AIM, GRIP, 0.75, 0.5, (0.25, -1.0))),
    "hand": ({"pinch_ext/value": (0.75,), "grasp_ext/value": (0.25,)}, Hand("hand", AIM, GRIP, 0.75, 0.25)),
}
MENU = {
    "simple": "menu/click", "touch": {"left": "menu/click", "right": "b/click"}, "index": "b/click",
    "vive": "menu/click", "pico_neo3": "menu/click", "pico_4": {"left": "menu/click", "right": "b/click"},
}  # fmt: skip


def take(runtime: MockRuntime, side: Side, profile: str) -> None:
    runtime.device(side, profile)
    runtime.hand(side, AIM, GRIP)


def close_to(found: Hand | None, expected: Hand) -> bool:
    assert found is not None
    for pose, other in ((found.aim, expected.aim), (found.grip, expected.grip)):
        assert pose.position == pytest.approx(other.position, abs=1e-6)
        assert pose.turned == pytest.approx(other.turned, abs=1e-6)
    numbers = (found.trigger, found.squeeze, *found.stick)
    assert numbers == pytest.approx((expected.trigger, expected.squeeze, *expected.stick))
    return (found.kind, found.menu) == (expected.kind, expected.menu)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("profile", PROFILES)
def test_either_hand_with_every_kind_of_controller(
    runtime: MockRuntime, headset: Headset, profile: str, side: Side
) -> None:
    take(runtime, side, profile)
    inputs, expected = PRESSED[profile]
    at_rest = getattr(frames(headset), side)
    assert close_to(at_rest, Hand(expected.kind, AIM, GRIP))
    for component, values in inputs.items():
        assert runtime.input(side, component, *values), f"{profile} has no {component}"
    tracked = frames(headset)
    assert close_to(getattr(tracked, side), expected)
    assert getattr(tracked, "left" if side == "right" else "right") is None
    assert headset.controllers == (profile,)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("profile", MENU)
def test_every_controller_has_a_button_for_the_menu(
    runtime: MockRuntime, headset: Headset, profile: str, side: Side
) -> None:
    take(runtime, side, profile)
    button = MENU[profile]
    assert runtime.input(side, button if isinstance(button, str) else button[side], 1)
    assert getattr(frames(headset), side).menu


def test_a_thumb_that_rests_on_a_pad_means_nothing(runtime: MockRuntime, headset: Headset) -> None:
    take(runtime, "left", "vive")
    runtime.input("left", "trackpad", 0.9, 0.1)
    assert frames(headset).left.stick == (0, 0)


def test_controllers_are_put_down_and_hands_taken_instead(runtime: MockRuntime, headset: Headset) -> None:
    for side in SIDES:
        take(runtime, side, "touch")
    frames(headset)
    assert headset.controllers == ("touch",)
    runtime.device("left", "hand")
    runtime.device("right", None)
    tracked = frames(headset)
    assert tracked.left.kind == "hand" and tracked.right is None
    assert headset.controllers == ("hand",)


def test_a_hand_that_is_out_of_sight_has_no_pose_but_its_buttons(runtime: MockRuntime, headset: Headset) -> None:
    take(runtime, "right", "touch")
    runtime.hand("right", AIM, valid=False)
    runtime.input("right", "trigger/value", 1.0)
    hand = frames(headset).right
    assert hand.aim is None and hand.grip is None
    assert hand.trigger == 1.0


def test_followed_eyes_and_eyes_that_are_closed(runtime: MockRuntime, headset: Headset) -> None:
    assert frames(headset).gaze is None
    runtime.gaze(Pose((0, 0, 1.6), AHEAD_LEFT))
    gaze = frames(headset).gaze
    assert gaze.position == pytest.approx((0, 0, 1.6)) and gaze.turned == pytest.approx(AHEAD_LEFT)
    runtime.gaze(None)
    assert frames(headset).gaze is None


def test_a_headset_without_an_eye_tracker_tells_no_gaze(runtime: MockRuntime, open_headset: Open) -> None:
    runtime.set(has_eye_tracker=0)
    runtime.gaze(Pose((0, 0, 1.6)))
    headset = open_headset()
    assert frames(headset, 4).gaze is None


def test_bare_hands_need_the_extension(runtime: MockRuntime, open_headset: Open) -> None:
    runtime.offer("XR_EXT_hand_interaction", False)
    take(runtime, "right", "hand")
    headset = open_headset()
    assert frames(headset, 4).right is None


def test_a_controller_shakes_in_the_hand_that_is_meant(runtime: MockRuntime, headset: Headset) -> None:
    for side in SIDES:
        take(runtime, side, "touch")
    frames(headset)
    headset.pulse("right", 0.6, 0.05)
    headset.pulse("left", 3.0, 0.02)
    right, left = runtime.pulses
    assert (right.side, left.side) == ("right", "left")
    assert (right.strength, right.seconds) == pytest.approx((0.6, 0.05))
    assert left.strength == 1.0


def test_shaking_that_fails_is_given_up_but_nothing_else(runtime: MockRuntime, headset: Headset) -> None:
    take(runtime, "right", "touch")
    frames(headset)
    runtime.fail("xrApplyHapticFeedback", -8)
    for _ in range(2):
        headset.pulse("right", 0.6, 0.05)
    assert runtime.pulses == []
    assert frames(headset).right is not None
