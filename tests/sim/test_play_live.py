"""A session played in real time: its log alone is enough to have it again, also after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from logs import header
from short_scenario import short_scenario

from common.clock import ManualClock
from sim.log import LogEnded, LogExists, read_log
from sim.log.events import MAX_TIME, Look
from sim.play_live import LiveSession, replayed


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


def begun(tmp_path: Path, clock: ManualClock) -> LiveSession:
    return LiveSession(short_scenario(), header(), tmp_path / "a.jsonl", clock)


def wait(live: LiveSession, clock: ManualClock, seconds: float, step: float = 1 / 16) -> None:
    """Let the display draw its pictures for a while."""
    for _ in range(round(seconds / step)):
        clock.wind(step)
        live.tick()


def test_intents_are_stamped_with_the_time_they_come(tmp_path: Path, clock: ManualClock) -> None:
    live = begun(tmp_path, clock)
    clock.wind(3.2501)
    live.flag("box", "live-electricity")
    assert live.state().flagged == ("open-box",)
    (event,) = read_log(tmp_path / "a.jsonl").events
    assert event.t == 3.25


def test_the_log_is_finished_when_the_session_ends(tmp_path: Path, clock: ManualClock) -> None:
    live = begun(tmp_path, clock)
    wait(live, clock, 9)
    live.choose("d1", "b")
    wait(live, clock, 4)
    assert live.state().phase == "debrief"
    live.stop("crew")
    log = read_log(tmp_path / "a.jsonl")
    assert live.ended and log.end is not None and log.end.t == log.events[-1].t
    live.flag("box", "can-fall")
    wait(live, clock, 1)
    assert read_log(tmp_path / "a.jsonl") == log, "what comes after the end leaves no trace"


def test_who_does_nothing_has_a_finished_log_too(tmp_path: Path, clock: ManualClock) -> None:
    live = begun(tmp_path, clock)
    wait(live, clock, 120, step=0.5)
    assert live.ended and read_log(tmp_path / "a.jsonl").end.t == 113.0


def test_the_view_turns_at_once_and_is_logged_ten_times_a_second(tmp_path: Path, clock: ManualClock) -> None:
    live = begun(tmp_path, clock)
    for picture in range(100):
        live.look(200.0 + picture, 120.0)
        assert live.state().trainee.heading == -160.0 + picture and live.state().trainee.pitch == 89.0
        clock.wind(1 / 64)
        live.tick()
    wait(live, clock, 0.2)
    looks = [event for event in read_log(tmp_path / "a.jsonl").events if isinstance(event, Look)]
    assert 13 <= len(looks) <= 17
    assert looks[-1].h == -61.0, "the last view is not lost"


def test_the_view_at_a_flag_is_in_the_log_before_it(tmp_path: Path, clock: ManualClock) -> None:
    live = begun(tmp_path, clock)
    clock.wind(3)
    live.look(10, 0)
    clock.wind(0.05)
    live.look(20, 0)
    live.flag("box", "live-electricity")
    assert [(event.type, event.t) for event in read_log(tmp_path / "a.jsonl").events] == [
        ("look", 3.0),
        ("look", 3.05),
        ("flag", 3.05),
    ]


def test_what_is_shown_live_is_what_the_log_gives(tmp_path: Path, clock: ManualClock) -> None:
    live = begun(tmp_path, clock)
    wait(live, clock, 3)
    live.flag("box", "live-electricity")
    live.pause()
    wait(live, clock, 2)
    live.resume_play()
    live.step(1)
    wait(live, clock, 6.5)
    live.choose("d1", "c")
    wait(live, clock, 5)
    seen = live.state()
    live.close()
    again = replayed(read_log(tmp_path / "a.jsonl"), short_scenario(), until=seen.session_time)
    assert again.state() == seen


def test_a_crash_is_resumed_from_the_last_event(tmp_path: Path, clock: ManualClock) -> None:
    live = begun(tmp_path, clock)
    wait(live, clock, 3)
    live.flag("box", "live-electricity")
    wait(live, clock, 2)
    path = tmp_path / "a.jsonl"
    path.write_bytes(path.read_bytes() + b'{"type":"look","t":4.')  # the process was killed while it wrote
    clock.wind(3600)
    again = LiveSession.resume(path, short_scenario(), clock)
    assert again.state().session_time == 3.0 and again.state().flagged == ("open-box",)
    wait(again, clock, 5.5)
    assert again.state().decision.id == "d1"
    again.choose("d1", "a")
    again.stop("trainee")
    log = read_log(path)
    assert [event.type for event in log.events] == ["flag", "choose", "stop"] and log.end is not None
    assert log.events[1].t == 8.5


def test_a_session_that_had_ended_is_not_resumed(tmp_path: Path, clock: ManualClock) -> None:
    begun(tmp_path, clock).stop("trainee")
    with pytest.raises(LogEnded):
        LiveSession.resume(tmp_path / "a.jsonl", short_scenario(), clock)
    with pytest.raises(LogExists):
        begun(tmp_path, clock)


def test_a_crash_between_the_end_and_its_line_ends_the_log(tmp_path: Path, clock: ManualClock) -> None:
    live = begun(tmp_path, clock)
    live.stop("trainee")
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    again = LiveSession.resume(path, short_scenario(), clock)
    assert again.ended and read_log(path).end is not None


def test_a_session_forgotten_for_days_does_no_harm(tmp_path: Path, clock: ManualClock) -> None:
    live = begun(tmp_path, clock)
    live.pause()
    clock.wind(3 * MAX_TIME)
    live.tick()
    live.resume_play()
    live.stop("crew")
    assert read_log(tmp_path / "a.jsonl").end.t == MAX_TIME
