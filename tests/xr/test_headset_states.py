"""What a headset's session goes through: worn and taken off, stopped and begun again, lost and found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import xr

from sim.xr.errors import HeadsetLost
from sim.xr.headset import Headset
from sim.xr.tracked import Pose
from tests.xr.mock_runtime import MockRuntime
from tests.xr.painted import Open, Paint, frames


def test_it_gets_the_focus_with_its_first_frames(runtime: MockRuntime, open_headset: Open) -> None:
    headset = open_headset()
    states = [headset.state]
    for _ in range(4):
        frames(headset)
        states.append(headset.state)
    headset.close()
    assert states == ["asleep", "idle", "idle", "running", "focused"]


def test_frames_tell_the_time_at_which_they_are_seen(runtime: MockRuntime, headset: Headset) -> None:
    first, second = frames(headset), frames(headset)
    assert first.period == pytest.approx(second.time - first.time) == pytest.approx(1 / 90)
    assert second.time == headset.display_time == pytest.approx(runtime.now + 1 / 90)
    assert first.focused and first.seen and first.worn


def test_the_runtime_s_own_menu_takes_the_input(runtime: MockRuntime, headset: Headset) -> None:
    runtime.device("right", "touch")
    runtime.hand("right", Pose((0.2, 0.4, 1.2)))
    assert frames(headset, 2).right is not None
    runtime.set(follows_states=0)
    runtime.go("visible")
    tracked = frames(headset)
    assert tracked.seen and not tracked.focused and tracked.right is None
    assert headset.state == "running"
    runtime.go("focused")
    assert frames(headset).right is not None


def test_nothing_is_drawn_while_nothing_is_seen(runtime: MockRuntime, headset: Headset, paint: Paint) -> None:
    picture = paint(headset.size)
    runtime.set(follows_states=0)
    runtime.go("visible", "synchronized")
    tracked = frames(headset, 1, picture)
    assert not tracked.seen and headset.state == "idle"
    assert runtime.layers == 0
    runtime.go("visible", "focused")
    frames(headset, 1, picture)
    assert runtime.layers == 1


def test_a_session_that_is_stopped_sleeps_and_goes_on(runtime: MockRuntime, headset: Headset, paint: Paint) -> None:
    runtime.go("visible", "synchronized", "stopping")
    assert not headset.wait()
    assert headset.state == "asleep"
    before = runtime.frames
    assert not headset.wait() and runtime.frames == before
    runtime.go("ready")
    assert frames(headset, 4, paint(headset.size)).focused
    assert runtime.layers == 1


def test_a_headset_that_is_taken_off_says_so(runtime: MockRuntime, headset: Headset) -> None:
    runtime.wear(False)
    assert not frames(headset).worn
    runtime.wear(True)
    assert frames(headset).worn


def test_without_a_sensor_what_is_shown_tells_whether_it_is_worn(runtime: MockRuntime, open_headset: Open) -> None:
    runtime.set(has_presence_sensor=0)
    headset = open_headset()
    worn = [frames(headset).worn for _ in range(4)]
    headset.close()
    assert worn == [False, False, True, True]


def test_lost_tracking_is_told_and_shows_nothing(runtime: MockRuntime, headset: Headset, paint: Paint) -> None:
    picture = paint(headset.size)
    runtime.set(head_valid=0)
    tracked = frames(headset, 1, picture)
    assert tracked.head is None and tracked.eyes is None
    assert runtime.layers == 0
    runtime.set(head_valid=1)
    assert frames(headset, 1, picture).head is not None
    assert runtime.layers == 1


def test_the_runtime_s_recentring_is_told_when_it_happens(runtime: MockRuntime, headset: Headset) -> None:
    assert frames(headset).moved == 0
    runtime.recentre("local", Pose((3, 3, 1.6)))
    assert frames(headset).moved == 0, "it is another space that was moved"
    runtime.recentre("stage", Pose((0.5, 1.0, 0.0)))
    tracked = frames(headset)
    assert tracked.moved == 1
    assert tracked.head.position == pytest.approx((-0.5, -1.0, 1.6), abs=1e-6)


def test_the_free_area_is_known_where_the_runtime_knows_it(runtime: MockRuntime, open_headset: Open) -> None:
    for size, expected in (((2.5, 2.0), (2.5, 2.0)), ((0.0, 0.0), None)):
        runtime.bounds(*size)
        headset = open_headset()
        assert frames(headset).bounds == expected
        headset.close()


def test_another_refresh_rate_is_noticed(runtime: MockRuntime, headset: Headset) -> None:
    assert headset.refresh_hz == 90.0
    runtime.change_refresh_rate(120.0)
    assert frames(headset).period == pytest.approx(1 / 120)
    assert headset.refresh_hz == 120.0


def test_events_that_are_not_known_are_passed_over(runtime: MockRuntime, headset: Headset) -> None:
    runtime.lose_events(3)
    assert frames(headset).seen


LOSSES: dict[str, tuple[Callable[[MockRuntime], None], str]] = {
    "the session": (lambda runtime: runtime.lose_session(), "ERROR_SESSION_LOST"),
    "the instance": (lambda runtime: runtime.lose_instance(), "ERROR_INSTANCE_LOST"),
    "announced, the session": (lambda runtime: runtime.go("loss_pending"), "closing or restarting"),
    "announced, the instance": (lambda runtime: runtime.announce_instance_loss(), "closing or restarting"),
    "announced by a call": (
        lambda runtime: runtime.fail("xrWaitFrame", xr.Result.SESSION_LOSS_PENDING.value),
        "closing or restarting",
    ),
    "ended from the menu": (
        lambda runtime: runtime.quit(),
        "closed this program from the headset's own menu",
    ),
    "a call that fails": (
        lambda runtime: runtime.fail("xrLocateViews", xr.Result.ERROR_RUNTIME_FAILURE.value),
        "xrLocateViews: ERROR_RUNTIME_FAILURE",
    ),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_a_lost_headset_says_so_stays_lost_and_can_be_opened_again(
    runtime: MockRuntime, headset: Headset, open_headset: Open, loss: str
) -> None:
    happen, sentence = LOSSES[loss]
    happen(runtime)
    with pytest.raises(HeadsetLost) as raised:
        frames(headset)
    assert sentence in raised.value.message("en")
    assert headset.state == "lost"
    with pytest.raises(HeadsetLost):
        headset.wait()
    headset.close()
    assert runtime.alive == {}
    runtime.reset()
    again = open_headset()
    assert frames(again, 4).focused


def test_it_can_be_closed_in_the_middle_of_a_frame(runtime: MockRuntime, open_headset: Open) -> None:
    for steps in range(3):
        headset = open_headset()
        frames(headset, 3)
        if steps > 0:
            headset.wait()
        if steps > 1:
            headset.locate()
        headset.close()
        assert runtime.alive == {}, f"after {steps} steps of a frame"
