"""Writes of many threads: in groups, each answered for itself, dated one after another."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest

from common.clock import ManualClock
from common.moments import to_us
from ledger.credentials import Client
from ledger.group_commit import GroupCommit
from ledger.horizon import Horizon
from ledger.services import LedgerServices
from ledger.statement_search import Query
from ledger.xapi.faults import StatementConflict
from tests.ledger.sent import ADL, statement

CLIENT = Client("key", "van-1", "all")


class Disk:
    """Writes numbers; the first write waits until it is let go, so that others gather behind it."""

    def __init__(self) -> None:
        self.groups: list[list[int]] = []
        self.busy, self.free = threading.Event(), threading.Event()

    def write(self, jobs: Sequence[int]) -> Sequence[int | Exception]:
        self.busy.set()
        assert self.free.wait(10)
        self.groups.append(list(jobs))
        if len(jobs) > 1 and 13 in jobs:
            raise OSError("the whole group fails")
        return [ValueError(str(job)) if job in (7, 13) else job * 10 for job in jobs]


def submitted(commit: GroupCommit[int, int], disk: Disk, jobs: Sequence[int]) -> dict[int, int | str]:
    """What became of each job, when all but the first come while the first is written."""

    def outcome(job: int) -> int | str:
        try:
            return commit.submit(job)
        except ValueError as error:
            return f"refused {error}"

    with ThreadPoolExecutor(len(jobs)) as threads:
        first = threads.submit(outcome, jobs[0])
        assert disk.busy.wait(10)
        others = {job: threads.submit(outcome, job) for job in jobs[1:]}
        while len(commit._waiting) < len(others):
            pass
        disk.free.set()
        return {jobs[0]: first.result()} | {job: future.result() for job, future in others.items()}


def test_who_waits_goes_with_the_next_group() -> None:
    disk = Disk()
    outcomes = submitted(GroupCommit(disk.write), disk, range(1, 10))
    assert outcomes == {job: "refused 7" if job == 7 else job * 10 for job in range(1, 10)}
    assert disk.groups[0] == [1]
    assert sorted(disk.groups[1]) == list(range(2, 10)), "one commit for all of them"


def test_one_that_spoils_its_group_fails_alone() -> None:
    disk = Disk()
    outcomes = submitted(GroupCommit(disk.write), disk, [1, 12, 13, 14])
    assert outcomes == {1: 10, 12: 120, 13: "refused 13", 14: 140}


def test_what_was_promised_stays_behind_what_is_written_later() -> None:
    clock = ManualClock()
    horizon = Horizon(clock)
    now = to_us(clock.now())
    assert horizon.reached() == now
    with horizon.held():
        assert horizon.first_free(0) == now + 1
        clock.wind(5)
        assert horizon.reached() == now, "nothing beyond the start of a write"
        assert horizon.first_free(now + 9_000_000) == now + 9_000_001
    assert horizon.reached() == now + 5_000_000
    clock._elapsed -= 3600  # somebody set the clock back
    assert horizon.reached() == now + 5_000_000
    with horizon.held():
        assert horizon.first_free(0) == now + 5_000_001


def together(calls: Sequence[Callable[[], Any]]) -> list[Any]:
    """The outcomes of calls made at the same time, faults among them."""
    start = threading.Barrier(len(calls))

    def outcome(call: Callable[[], Any]) -> Any:
        start.wait(10)
        try:
            return call()
        except StatementConflict as fault:
            return fault

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(outcome, calls))


def test_many_at_once_are_all_stored_each_at_a_moment_of_its_own(services: LedgerServices) -> None:
    batches = [[statement() for _ in range(3)] for _ in range(16)]
    store = services.statements
    told = together([lambda batch=batch: store.take(batch, CLIENT, "1.0.0") for batch in batches])
    assert told == [[each["id"] for each in batch] for batch in batches]
    found, more = store.search(Query(ascending=True), 100)
    assert not more
    assert {json.loads(each.raw)["id"] for each in found} == {each["id"] for batch in batches for each in batch}
    moments = [each.stored_us for each in found]
    assert moments == sorted(set(moments))
    places = {json.loads(each.raw)["id"]: place for place, each in enumerate(found)}
    for batch in batches:
        first = places[batch[0]["id"]]
        assert [places[each["id"]] for each in batch] == [first, first + 1, first + 2], "a batch stays together"


def test_two_programs_on_one_database_take_turns(services: LedgerServices, clock: ManualClock) -> None:
    other = LedgerServices(services.settings, clock)
    stores = [services.statements, other.statements] * 4
    sent = [statement() for _ in stores]
    together([lambda to=to, each=each: to.take([each], CLIENT, "1.0.0") for to, each in zip(stores, sent, strict=True)])
    found, _ = other.statements.search(Query(ascending=True), 100)
    assert {json.loads(each.raw)["id"] for each in found} == {each["id"] for each in sent}
    moments = [each.stored_us for each in found]
    assert moments == sorted(set(moments))
    other.close()


def test_of_two_at_once_with_one_id_one_is_stored(services: LedgerServices) -> None:
    sent = statement()
    others = [{**sent, "verb": {"id": f"{ADL}verb-{number}"}} for number in range(6)]
    beside = [statement() for _ in others]
    batches = [[each, good] for each, good in zip(others, beside, strict=True)]
    told = together([lambda batch=batch: services.statements.take(batch, CLIENT, "1.0.0") for batch in batches])
    stored = [each for each in told if not isinstance(each, StatementConflict)]
    assert len(stored) == 1
    found, _ = services.statements.search(Query(), 100)
    assert {json.loads(each.raw)["id"] for each in found} == set(stored[0]), "nothing of the batches refused"
    same = together([lambda: services.statements.take([beside[0]], CLIENT, "1.0.0")] * 4)
    assert all(each == [beside[0]["id"]] for each in same), "the same sent four times is stored once"


@pytest.mark.parametrize("writes", [1, 4])
def test_readers_never_see_a_moment_promised_too_early(services: LedgerServices, writes: int) -> None:
    store = services.statements
    done = threading.Event()
    wrong: list[str] = []

    def watch() -> None:
        while not done.is_set():
            promised = to_us(datetime.fromisoformat(store.consistent_through()))
            seen = {each.stored_us for each in store.search(Query(until_us=promised), 1000)[0]}
            later = {each.stored_us for each in store.search(Query(until_us=promised), 1000)[0]}
            wrong.extend(f"{moment} came late" for moment in later - seen)

    watcher = threading.Thread(target=watch)
    watcher.start()
    together([lambda: [store.take([statement()], CLIENT, "1.0.0") for _ in range(12)]] * writes)
    done.set()
    watcher.join(10)
    assert wrong == []
