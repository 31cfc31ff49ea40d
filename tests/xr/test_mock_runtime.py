"""The mock runtime is as strict as OpenXR's specification lets a runtime be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import xr

from sim.render.graphics import Graphics
from sim.xr.tracked import Pose
from tests.xr.mock_runtime import EXTENSIONS, MockRuntime
from tests.xr.raw_session import RawSession

LEFT = "/user/hand/left"


def action_set(raw: RawSession, name: str = "training") -> xr.ActionSet:
    return xr.create_action_set(raw.instance, xr.ActionSetCreateInfo(name, name.title(), 0))


def action(raw: RawSession, owner: xr.ActionSet, kind: xr.ActionType, name: str = "flag") -> xr.Action:
    paths = [xr.string_to_path(raw.instance, LEFT)]
    return xr.create_action(owner, xr.ActionCreateInfo(name, kind, subaction_paths=paths, localized_action_name=name))


def suggest(raw: RawSession, which: xr.Action, path: str, profile: str = "oculus/touch_controller") -> None:
    binding = xr.ActionSuggestedBinding(which, xr.string_to_path(raw.instance, path))
    kind = xr.string_to_path(raw.instance, f"/interaction_profiles/{profile}")
    info = xr.InteractionProfileSuggestedBinding(interaction_profile=kind, suggested_bindings=[binding])
    xr.suggest_interaction_profile_bindings(raw.instance, info)


def attach(raw: RawSession, owner: xr.ActionSet) -> None:
    xr.attach_session_action_sets(raw.session, xr.SessionActionSetsAttachInfo(action_sets=[owner]))


def bind(path: str, kind: xr.ActionType, profile: str = "oculus/touch_controller") -> Callable[[RawSession], None]:
    def act(raw: RawSession) -> None:
        suggest(raw, action(raw, action_set(raw), kind), path, profile)

    return act


def attach_twice(raw: RawSession) -> None:
    owner = action_set(raw)
    attach(raw, owner)
    attach(raw, owner)


def suggest_too_late(raw: RawSession) -> None:
    owner = action_set(raw)
    made = action(raw, owner, xr.ActionType.FLOAT_INPUT)
    attach(raw, owner)
    suggest(raw, made, f"{LEFT}/input/trigger/value")


def read_as_another_type(raw: RawSession) -> None:
    owner = action_set(raw)
    made = action(raw, owner, xr.ActionType.FLOAT_INPUT)
    attach(raw, owner)
    xr.get_action_state_boolean(raw.session, xr.ActionStateGetInfo(action=made))


def end_without_beginning(raw: RawSession) -> None:
    raw.frame = xr.wait_frame(raw.session)
    raw.end_frame()


def wait_twice(raw: RawSession) -> None:
    xr.wait_frame(raw.session)
    xr.wait_frame(raw.session)


def end_at_another_time(raw: RawSession) -> None:
    raw.begin_frame()
    raw.end_frame(time=raw.frame.predicted_display_time + 1)


def show(change: Callable[[xr.CompositionLayerProjection], None], fill: bool = True) -> Callable[[RawSession], None]:
    def act(raw: RawSession) -> None:
        chain = raw.swapchain()
        raw.begin_frame()
        if fill:
            raw.fill(chain)
        layer = raw.layer(chain)
        change(layer)
        raw.end_frame(layer)

    return act


def too_wide(layer: xr.CompositionLayerProjection) -> None:
    layer.views[1].sub_image.image_rect.extent.width = 17


def not_normalised(layer: xr.CompositionLayerProjection) -> None:
    layer.views[0].pose.orientation.w = 2.0


def show_while_acquired(raw: RawSession) -> None:
    chain = raw.swapchain()
    raw.begin_frame()
    raw.fill(chain)
    xr.acquire_swapchain_image(chain, xr.SwapchainImageAcquireInfo())
    raw.end_frame(raw.layer(chain))


def release_without_waiting(raw: RawSession) -> None:
    chain = raw.swapchain()
    xr.acquire_swapchain_image(chain, xr.SwapchainImageAcquireInfo())
    xr.release_swapchain_image(chain, xr.SwapchainImageReleaseInfo())


def use_after_destroying(raw: RawSession) -> None:
    space = raw.space(xr.ReferenceSpaceType.VIEW)
    xr.destroy_space(space)
    xr.locate_space(space, raw.stage, 1)


FORBIDDEN = {
    'xrStringToPath: "/user//left"': lambda raw: xr.string_to_path(raw.instance, "/user//left"),
    'xrCreateActionSet: "Not lower"': lambda raw: action_set(raw, "Not lower"),
    "xrCreateActionSet: twice": lambda raw: [action_set(raw, "twice") for _ in range(2)],
    "touch_controller has no /user/hand/left/input/a/click": bind(f"{LEFT}/input/a/click", xr.ActionType.BOOLEAN_INPUT),
    "flag is of another type than /user/hand/left/input/thumbstick": bind(
        f"{LEFT}/input/thumbstick", xr.ActionType.FLOAT_INPUT
    ),
    "flag has no subaction path for /user/hand/right": bind(
        "/user/hand/right/input/trigger/value", xr.ActionType.FLOAT_INPUT
    ),
    "hand_interaction_ext without its extension": bind(
        f"{LEFT}/input/pinch_ext/value", xr.ActionType.FLOAT_INPUT, "ext/hand_interaction_ext"
    ),
    "xrAttachSessionActionSets: they may be attached once": attach_twice,
    "xrSuggestInteractionProfileBindings: training": suggest_too_late,
    "xrGetActionStateBoolean: flag": read_as_another_type,
    "xrEndFrame: no xrBeginFrame before it": end_without_beginning,
    "xrWaitFrame: a runtime would block": wait_twice,
    "is not the frame's display time": end_at_another_time,
    "xrEndFrame: 17 x 16 at 0, 0": show(too_wide),
    "xrEndFrame: an eye's pose is not normalised": show(not_normalised),
    "xrEndFrame: no image was released yet": show(lambda layer: None, fill=False),
    "xrEndFrame: the image is still acquired": show_while_acquired,
    "xrReleaseSwapchainImage: it was not waited for": release_without_waiting,
    "xrLocateSpace: no live object has this handle": use_after_destroying,
    "xrCreateSwapchain: format 0x8058": lambda raw: raw.swapchain(format=0x8058),
    "xrCreateSwapchain: 5000 x 5000 pixels": lambda raw: raw.swapchain(5000),
    "xrBeginSession: it runs already": lambda raw: xr.begin_session(raw.session, xr.SessionBeginInfo()),
    "xrEndSession: in state 5": lambda raw: xr.end_session(raw.session),
}


@pytest.mark.parametrize("sentence", FORBIDDEN)
def test_what_is_forbidden_is_refused_and_told(runtime: MockRuntime, graphics: Graphics, sentence: str) -> None:
    runtime.formats([0x8C43])
    with RawSession(graphics, ("XR_KHR_opengl_enable", "XR_MNDX_egl_enable")) as raw:
        raw.until_focused()
        with pytest.raises(xr.exception.ResultException):
            FORBIDDEN[sentence](raw)
    assert len(runtime.violations) == 1
    assert sentence in runtime.violations[0]
    runtime.forget()


def test_a_picture_goes_to_both_eyes_from_where_they_are(runtime: MockRuntime, graphics: Graphics) -> None:
    runtime.head(Pose((1.0, 2.0, 1.7)))
    with RawSession(graphics) as raw:
        raw.until_focused()
        chain = raw.swapchain()
        assert raw.begin_frame().should_render
        raw.fill(chain)
        raw.end_frame(raw.layer(chain))
        assert runtime.layers == 1
        left, right = runtime.submitted("left"), runtime.submitted("right")
        assert left.pose.position == pytest.approx((1 - 0.0315, 2, 1.7))
        assert right.pose.position == pytest.approx((1 + 0.0315, 2, 1.7))
        assert runtime.picture("left").shape == (16, 16, 3)
        assert runtime.alive == {"instance": 1, "session": 1, "swapchain": 1, "space": 1, "texture": 3}


def test_a_session_stops_starts_again_and_ends(runtime: MockRuntime, graphics: Graphics) -> None:
    with RawSession(graphics) as raw:
        raw.until_focused()
        runtime.go("visible", "synchronized", "stopping")
        raw.poll()
        assert runtime.state == "idle"
        runtime.go("ready")
        raw.until_focused()
        xr.request_exit_session(raw.session)
        raw.poll()
        assert raw.poll() == [] and runtime.state == "exiting"


def test_any_call_fails_the_nth_time_and_everything_fails_when_the_instance_is_lost(
    runtime: MockRuntime, graphics: Graphics
) -> None:
    with RawSession(graphics) as raw:
        raw.until_focused()
        runtime.fail("xrWaitFrame", xr.Result.ERROR_RUNTIME_FAILURE.value, nth=2)
        raw.begin_frame()
        raw.end_frame()
        with pytest.raises(xr.RuntimeFailureError):
            raw.begin_frame()
        assert runtime.failures_waiting == 0
        assert runtime.calls[-1].name == "xrWaitFrame" and runtime.calls[-1].result == -2
        runtime.lose_session()
        with pytest.raises(xr.SessionLostError):
            raw.begin_frame()
        runtime.lose_instance()
        with pytest.raises(xr.InstanceLostError):
            raw.poll()


def test_extensions_that_are_not_offered_cannot_be_enabled(runtime: MockRuntime, graphics: Graphics) -> None:
    runtime.offer("XR_EXT_eye_gaze_interaction", False)
    offered = {each.extension_name.decode() for each in xr.enumerate_instance_extension_properties()}
    assert set(EXTENSIONS) - offered == {"XR_EXT_eye_gaze_interaction"}
    with pytest.raises(xr.ExtensionNotPresentError):
        RawSession(graphics)
    runtime.forget()


def test_time_is_the_test_s_own_or_runs_by_itself(runtime: MockRuntime, graphics: Graphics) -> None:
    runtime.refresh_rates([90.0, 120.0])

    def display_times(raw: RawSession, count: int) -> list[int]:
        times = []
        for _ in range(count):
            times.append(raw.begin_frame().predicted_display_time)
            raw.end_frame()
        return times

    with RawSession(graphics) as raw:
        raw.until_focused()
        first, second = display_times(raw, 2)
        assert second - first == raw.frame.predicted_display_period == 11111111
        runtime.pass_time(0.5)
        assert display_times(raw, 1) == [second + 500_000_000 + 11111111]
        runtime.set(paced=1)
        first, second = display_times(raw, 2)
        assert second - first >= 11111111
