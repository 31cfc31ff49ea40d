"""What is in the outbox is safe, in order, and owed until it is delivered."""

from __future__ import annotations

import pytest

from common.clock import ManualClock
from common.errors import DataError
from kiosk.outbox import LONGEST_WAIT, Outbox
from kiosk.store import STORE_VERSION, Store
from tests.kiosk.made_up import OWES, completion_of, put, session_id


def test_completions_are_counted_without_gaps(outbox: Outbox) -> None:
    assert [put(outbox, number).order for number in (5, 3, 9)] == [1, 2, 3]
    assert [each.id for each in outbox.latest(2)] == [session_id(9), session_id(3)]


def test_a_session_put_twice_is_one_completion(outbox: Outbox) -> None:
    first = put(outbox, 1)
    again = outbox.put(session_id(1), b"other", None, lambda place: completion_of(session_id(1), place, passed=False))
    assert again == first
    assert outbox.log(session_id(1)) == b'{"type": "header"}\n'
    assert outbox.tally("ledger").pending == 3


def test_nothing_is_kept_when_scoring_fails_midway(outbox: Outbox) -> None:
    def fail(place: int) -> None:
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        outbox.put(session_id(1), b"log", None, fail)
    assert outbox.completion(session_id(1)) is None
    assert put(outbox, 2).order == 1


def test_the_anonymous_are_not_enrolled(outbox: Outbox) -> None:
    put(outbox, 1, enrolment=None)
    owed = outbox.due("ledger")
    assert owed is not None and owed.item == "statements"
    assert outbox.tally("ledger").pending == 2


def test_everything_survives_reopening(store: Store, outbox: Outbox, clock: ManualClock) -> None:
    put(outbox, 1)
    owed = outbox.due("monitoring")
    assert owed is not None
    outbox.sent(owed)
    reopened = Outbox(Store(store.path), clock, OWES)
    assert reopened.completion(session_id(1)) == outbox.completion(session_id(1))
    assert reopened.due("monitoring") is None
    assert reopened.tally("ledger").pending == 3


def test_a_failed_delivery_waits_and_others_go_first(outbox: Outbox, clock: ManualClock) -> None:
    put(outbox, 1)
    put(outbox, 2)
    first = outbox.due("monitoring")
    assert first is not None
    outbox.failed(first, "HTTP 500", wait=30)
    second = outbox.due("monitoring")
    assert second is not None and second.completion.id == session_id(2)
    outbox.sent(second)
    assert outbox.due("monitoring") is None
    assert outbox.next_due_in("monitoring") == pytest.approx(30)
    assert outbox.tally("monitoring").last_error == "HTTP 500"
    clock.wind(30)
    again = outbox.due("monitoring")
    assert again is not None and again.completion.id == session_id(1) and again.attempts == 1


def test_a_refused_item_is_shown_and_can_be_retried(outbox: Outbox) -> None:
    put(outbox, 1)
    owed = outbox.due("monitoring")
    assert owed is not None
    outbox.parked(owed, "HTTP 400: bad")
    assert outbox.due("monitoring") is None
    assert [(each.item, each.reason) for each in outbox.refused()] == [("completion", "HTTP 400: bad")]
    assert outbox.retry_parked() == 1
    assert outbox.due("monitoring") is not None


def test_a_clock_set_back_holds_nothing_up(store: Store, clock: ManualClock) -> None:
    ahead = ManualClock()
    ahead.wind(400 * 86_400)
    put(Outbox(store, ahead, OWES), 1)
    outbox = Outbox(store, clock, OWES)
    assert outbox.due("ledger") is not None
    assert outbox.next_due_in("ledger") == LONGEST_WAIT


def test_a_newer_database_is_left_alone(store: Store) -> None:
    store.rows(f"PRAGMA user_version={STORE_VERSION + 1}")
    with pytest.raises(DataError, match="newer"):
        Store(store.path)
