"""What is chosen of what a runtime offers, and what is done when its session's state changes."""

from __future__ import annotations

from typing import get_args

import pytest

from common.text import LANGS, catalogue, text
from sim.xr.binding import xr
from sim.xr.calls import result_name
from sim.xr.errors import Loss, NoHeadset, Reason, Refused
from sim.xr.lifecycle import Lifecycle
from sim.xr.opening import best_blend
from sim.xr.profiles import PROFILES
from sim.xr.refresh_rate import nearest_rate
from sim.xr.swapchains import colour_format, depth_format, picture_size

STATE = xr.SessionState
RGB10_A2, RGBA16F, RGBA8, SRGB8, SRGB8_ALPHA8 = 0x8059, 0x881A, 0x8058, 0x8C41, 0x8C43
DEPTH24, DEPTH32F, DEPTH24_STENCIL8 = 0x81A6, 0x8CAC, 0x88F0
MOST_BYTES_OF_A_NAME = 127
ACTIONS = {"aim", "grip", "trigger", "squeeze", "stick", "pad", "pad_pressed", "menu", "haptic"}


def test_the_format_says_that_the_picture_is_encoded_where_it_can() -> None:
    assert colour_format([RGBA16F, RGBA8, SRGB8_ALPHA8], "Some runtime") == SRGB8_ALPHA8
    assert colour_format([SRGB8, SRGB8_ALPHA8], "SteamVR") == SRGB8_ALPHA8
    assert colour_format([RGB10_A2, RGBA8], "Some runtime") == RGBA8
    with pytest.raises(NoHeadset, match="“Some runtime” takes no pictures"):
        colour_format([RGBA16F, RGB10_A2], "Some runtime")


def test_depths_are_floats_where_a_runtime_takes_them() -> None:
    assert depth_format([SRGB8_ALPHA8, DEPTH24, DEPTH32F]) == (DEPTH32F, 32)
    assert depth_format([SRGB8_ALPHA8, DEPTH24, DEPTH24_STENCIL8]) == (DEPTH24, 24)
    assert depth_format([SRGB8_ALPHA8, DEPTH24_STENCIL8]) is None


def view(width: int, height: int, most: int = 4096) -> xr.ViewConfigurationView:
    return xr.ViewConfigurationView(
        recommended_image_rect_width=width,
        recommended_image_rect_height=height,
        max_image_rect_width=most,
        max_image_rect_height=most,
    )


@pytest.mark.parametrize(
    ("scale", "most", "largest", "size"),
    [
        (1.0, 4096, (8192, 8192), (2016, 2240)),
        (0.5, 4096, (8192, 8192), (1008, 1120)),
        (1.5, 2500, (8192, 8192), (2500, 2500)),
        (1.5, 4096, (8192, 3000), (3024, 3000)),
        (0.0001, 4096, (8192, 8192), (1, 1)),
    ],
)
def test_a_picture_is_as_large_as_recommended_and_no_larger_than_can_be(
    scale: float, most: int, largest: tuple[int, int], size: tuple[int, int]
) -> None:
    assert picture_size([view(2000, 2240, most), view(2016, 2200, most)], largest, scale) == size


def test_the_refresh_rate_is_the_nearest_there_is() -> None:
    assert nearest_rate([72, 90, 120], 100) == 90
    assert nearest_rate([120, 80], 100) == 80
    assert nearest_rate([], 90) is None


def test_the_room_is_not_seen_through_the_picture_where_that_can_be_had() -> None:
    opaque, additive, blended = (kind.value for kind in xr.EnvironmentBlendMode)
    assert best_blend([additive, opaque]) == opaque
    assert best_blend([blended, additive]) == blended


def went(*states: xr.SessionState) -> tuple[Lifecycle, list[str | None]]:
    life = Lifecycle()
    return life, [life.enter(state.value) for state in states]


def test_a_session_is_begun_stopped_and_begun_again() -> None:
    life, steps = went(STATE.IDLE, STATE.READY, STATE.SYNCHRONIZED, STATE.VISIBLE, STATE.FOCUSED)
    assert (steps, life.state, life.begun) == ([None, "begin", None, None, None], "focused", True)
    again = [life.enter(state.value) for state in (STATE.VISIBLE, STATE.SYNCHRONIZED, STATE.STOPPING, STATE.IDLE)]
    assert (again, life.state, life.begun) == ([None, None, "end", None], "asleep", False)
    assert (life.enter(STATE.READY.value), life.state) == ("begin", "idle")


def test_a_session_is_not_begun_twice_nor_ended_before_it_is() -> None:
    assert went(STATE.READY, STATE.READY)[1] == ["begin", None]
    assert went(STATE.IDLE, STATE.STOPPING)[1] == [None, None]


@pytest.mark.parametrize(("state", "loss"), [(STATE.LOSS_PENDING, "restarting"), (STATE.EXITING, "ended")])
def test_a_session_that_goes_is_lost(state: xr.SessionState, loss: Loss) -> None:
    life, steps = went(STATE.READY, state)
    assert (steps[-1], life.state, life.loss) == (None, "lost", loss)


def test_a_state_of_a_later_openxr_changes_nothing() -> None:
    life, _steps = went(STATE.READY, STATE.VISIBLE)
    assert life.enter(4711) is None
    assert life.state == "running"


def test_profiles_are_told_apart_and_bind_what_there_is() -> None:
    assert len({profile.id for profile in PROFILES}) == len({profile.path for profile in PROFILES}) == len(PROFILES)
    for profile in PROFILES:
        for bound in (profile.both | profile.left, profile.both | profile.right):
            assert set(bound) <= ACTIONS
            assert {"aim", "grip", "trigger"} <= set(bound), f"{profile.id} can choose nothing"


def test_a_profile_of_an_extension_needs_it_in_its_version() -> None:
    pico_4_ultra = next(profile for profile in PROFILES if profile.id == "pico_4_ultra")
    touch = next(profile for profile in PROFILES if profile.id == "touch")
    assert touch.known_with({})
    assert [pico_4_ultra.known_with({"XR_BD_controller_interaction": version}) for version in (1, 2)] == [False, True]
    assert not pico_4_ultra.known_with({})


def test_everything_that_is_told_has_its_text() -> None:
    keys = [f"xr.controllers.{profile.id}" for profile in PROFILES]
    keys += [f"xr.errors.{reason}" for reason in get_args(Reason)]
    keys += [f"xr.errors.lost_{loss}" for loss in get_args(Loss)]
    assert [key for key in keys if key not in catalogue()] == []


@pytest.mark.parametrize("lang", LANGS)
def test_names_of_actions_are_short_enough_for_a_runtime(lang: str) -> None:
    for name in ACTIONS | {"set", "gaze"}:
        assert 0 < len(text(f"xr.actions.{name}", lang).encode()) <= MOST_BYTES_OF_A_NAME


def test_results_are_told_by_name_and_those_without_one_by_number() -> None:
    assert result_name(-17) == "ERROR_SESSION_LOST"
    assert result_name(-987654) == "-987654"
    assert "xrEndFrame: -987654" in Refused("xrEndFrame", result_name(-987654)).message("en")
