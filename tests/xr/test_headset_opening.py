"""A headset is found, described and given back; where there is none a sentence says what to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import xr

from sim.xr.errors import NoHeadset
from sim.xr.headset import Wish
from tests.xr.mock_runtime import EXTENSIONS, MockRuntime
from tests.xr.painted import Open, frames

SRGB8_ALPHA8, RGBA8, RGBA16F = 0x8C43, 0x8058, 0x881A


def without(extension: str) -> Callable[[MockRuntime], None]:
    return lambda runtime: runtime.offer(extension, False)


REASONS: dict[str, tuple[Callable[[MockRuntime], None], str]] = {
    "no OpenGL": (without("XR_KHR_opengl_enable"), "does not offer OpenGL"),
    "no EGL": (without("XR_MNDX_egl_enable"), "needs a desktop with a screen"),
    "not plugged in": (lambda runtime: runtime.set(has_headset=0), "Connect it and switch it on"),
    "newer OpenGL": (lambda runtime: runtime.set(gl_major=9), "asks for OpenGL 9.0"),
    "no format": (lambda runtime: runtime.formats([RGBA16F]), "takes no pictures of 8-bit RGBA"),
    "another card": (
        lambda runtime: runtime.fail("xrCreateSession", xr.Result.ERROR_GRAPHICS_DEVICE_INVALID.value),
        "the card that draws",
    ),
    "in use": (lambda runtime: runtime.fail("xrCreateInstance", xr.Result.ERROR_LIMIT_REACHED.value), "is in use"),
    "a failing runtime": (
        lambda runtime: runtime.fail("xrCreateSwapchain", xr.Result.ERROR_RUNTIME_FAILURE.value, nth=2),
        "Restart the headset maker's software",
    ),
}


@pytest.mark.parametrize("reason", REASONS)
def test_a_sentence_says_why_there_is_no_headset_and_nothing_is_left_open(
    runtime: MockRuntime, open_headset: Open, reason: str
) -> None:
    prepare, sentence = REASONS[reason]
    prepare(runtime)
    with pytest.raises(NoHeadset) as raised:
        open_headset()
    assert sentence in raised.value.message("en")
    assert raised.value.message("zh").endswith("。")
    assert runtime.alive == {}
    runtime.reset()
    open_headset().close()


def test_no_runtime_at_all(runtime: MockRuntime, open_headset: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XR_RUNTIME_JSON", str(runtime.manifest.with_name("nothing.json")))
    with pytest.raises(NoHeadset) as raised:
        open_headset()
    assert "No OpenXR runtime was found" in raised.value.message("en")


def test_it_is_described_as_its_runtime_does(runtime: MockRuntime, open_headset: Open) -> None:
    runtime.set(width=300, height=200)
    runtime.refresh_rates([72.0, 90.0, 120.0])
    headset = open_headset(Wish(scale=0.5, refresh_hz=100.0))
    assert (headset.name, headset.runtime) == ("Mock headset", "Mock runtime")
    assert headset.size == (150, 100)
    frames(headset)  # the change is told as an event
    assert headset.refresh_hz == runtime.refresh_rate == 90.0


def test_the_picture_is_no_larger_than_the_runtime_takes(runtime: MockRuntime, open_headset: Open) -> None:
    runtime.set(width=300, height=200, max_size=256)
    headset = open_headset(Wish(scale=3.0))
    assert headset.size == (256, 256)


@pytest.mark.parametrize("offered", [[SRGB8_ALPHA8], [RGBA16F, RGBA8], [RGBA8, SRGB8_ALPHA8, 0x81A6]])
def test_the_format_is_one_that_the_runtime_offers(
    runtime: MockRuntime, open_headset: Open, offered: list[int]
) -> None:
    runtime.formats(offered)
    headset = open_headset()
    assert frames(headset, 3).seen


@pytest.mark.parametrize("minor", [0, 1])
def test_a_runtime_of_either_version_that_offers_nothing_more_will_do(
    runtime: MockRuntime, open_headset: Open, minor: int
) -> None:
    runtime.set(api_minor=minor, has_stage=0)
    for extension in set(EXTENSIONS) - {"XR_KHR_opengl_enable", "XR_MNDX_egl_enable"}:
        runtime.offer(extension, False)
    headset = open_headset()
    tracked = frames(headset, 4)
    assert tracked.seen and tracked.bounds is None
    assert not tracked.floor
    assert tracked.head.position == pytest.approx((0, 0, 0))
    assert headset.refresh_hz == pytest.approx(90.0, rel=1e-4)


def test_it_is_given_back_in_good_order(runtime: MockRuntime, open_headset: Open) -> None:
    headset = open_headset()
    frames(headset, 5)
    runtime.forget()
    headset.close()
    names = [call.name for call in runtime.calls]
    assert names.index("xrRequestExitSession") < names.index("xrEndSession") < names.index("xrDestroyInstance")
    assert [call for call in runtime.calls if call.result < 0] == []
