"""A station walks a visit forward, never skips a step, and stands where it stood after a cut of power."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from common.clock import ManualClock
from kiosk.station import Station, Visit
from kiosk.store import Store

TOUCHES = {
    "begin": lambda station: station.begin("en", "browser-1"),
    "take_turn": lambda station: station.take_turn("qc-b", "zh", "browser-2"),
    "check_in": lambda station: station.check_in("qc-a"),
    "choose": lambda station: station.choose("electrocution-temporary-power"),
    "play": lambda station: station.play("session-1"),
    "finish": lambda station: station.finish("session-1"),
    "finish_other": lambda station: station.finish("session-2"),
    "back": lambda station: station.back(),
    "speak": lambda station: station.speak("zh"),
    "release": lambda station: station.release(),
    "give_up": lambda station: station.give_up("session-1"),
}


def visit_to(station: Station, *touches: str) -> Visit:
    for touch in touches:
        TOUCHES[touch](station)
    return station.visit


def test_a_visit_goes_from_welcome_to_result(store: Store, clock: ManualClock) -> None:
    station = Station("A", store, clock)
    visit = visit_to(station, "begin", "check_in", "choose", "play", "finish")
    assert visit == Visit(
        stage="result",
        lang="en",
        holder="browser-1",
        learner="qc-a",
        scenario="electrocution-temporary-power",
        session="session-1",
    )
    assert visit_to(station, "release") == Visit()


def test_late_touches_do_nothing(store: Store, clock: ManualClock) -> None:
    station = Station("A", store, clock)
    visit_to(station, "begin", "check_in", "choose", "play")
    playing = station.visit
    assert visit_to(station, "begin", "check_in", "choose", "back", "release", "finish_other", "speak") == playing


def test_another_browser_does_not_hold_the_station(store: Store, clock: ManualClock) -> None:
    station = Station("A", store, clock)
    assert station.held_by("anyone")
    visit_to(station, "begin")
    assert station.held_by("browser-1") and not station.held_by("browser-2")


def test_silence_is_counted_from_the_last_touch(store: Store, clock: ManualClock) -> None:
    station = Station("A", store, clock)
    clock.wind(50)
    station.touched()
    clock.wind(7)
    assert station.silent_for() == 7


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(sorted(TOUCHES)), max_size=15))
def test_any_touches_leave_a_visit_that_makes_sense_and_is_written_down(touches: list[str]) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = Store(Path(folder) / "van.db")
        changes: list[Visit] = []
        station = Station("A", store, ManualClock())
        station.listen(lambda: changes.append(station.visit))
        visit = visit_to(station, *touches)
        assert Station("A", store, ManualClock()).visit == visit
        assert all(before != after for before, after in zip(changes, changes[1:], strict=False))
        if visit.stage in ("choose", "warning", "play", "result"):
            assert visit.learner is not None and visit.holder is not None
        if visit.stage in ("play", "result"):
            assert visit.session is not None and visit.scenario is not None
        store.close()
