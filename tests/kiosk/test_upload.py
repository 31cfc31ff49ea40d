"""Whatever the destinations do, everything arrives once they recover, and nothing waits for another."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from random import Random

import httpx
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from common.clock import ManualClock
from kiosk.destinations import Ledger, LedgerAddress, Monitoring, NotNow, Refused
from kiosk.outbox import LONGEST_WAIT, Outbox
from kiosk.store import Store
from kiosk.upload import Courier
from tests.kiosk.made_up import (
    OWES,
    PretendDestination,
    broken,
    put,
    refuses,
    session_id,
    slow,
    unreachable,
)

ADDRESS = LedgerAddress(xapi="http://ledger/xapi", key="k", secret="s", api="http://ledger/ledger/api")


def deliver(courier: Courier, steps: int = 1) -> list[float | None]:
    async def walk() -> list[float | None]:
        return [await courier.step() for _ in range(steps)]

    return asyncio.run(walk())


class VanOnTheRoad(RuleBasedStateMachine):
    """Completions, bad networks and crashes in any order; at the end the network is good."""

    @initialize()
    def set_out(self) -> None:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.clock = ManualClock()
        self.destinations = {
            "ledger": PretendDestination("ledger", ("enrolment", "statements", "log")),
            "monitoring": PretendDestination("monitoring", ("completion",)),
        }
        self.finished = 0
        self.refused: set[str] = set()
        self.start()

    def start(self) -> None:
        self.store = Store(Path(self.folder.name) / "van.db")
        self.outbox = Outbox(self.store, self.clock, OWES)
        self.couriers = {
            name: Courier(self.outbox, destination, self.clock, Random(7))
            for name, destination in self.destinations.items()
        }

    @rule()
    def finish_a_session(self) -> None:
        self.finished += 1
        assert put(self.outbox, self.finished).order == self.finished

    @rule(
        name=st.sampled_from(["ledger", "monitoring"]),
        mood=st.sampled_from([unreachable, slow, broken, lambda owed: None]),
    )
    def network_changes(self, name: str, mood: object) -> None:
        self.destinations[name].mood = mood

    @rule(seconds=st.floats(0, 400), name=st.sampled_from(["ledger", "monitoring"]), steps=st.integers(1, 6))
    def time_passes(self, seconds: float, name: str, steps: int) -> None:
        self.clock.wind(seconds)
        deliver(self.couriers[name], steps)

    @rule()
    def power_is_cut(self) -> None:
        """The process is gone: a second connection sees what was committed."""
        self.store.close()
        self.start()

    @rule()
    def answer_was_lost(self) -> None:
        """Monitoring took it, but the van died before it could note that."""
        self.clock.wind(LONGEST_WAIT)
        owed = self.outbox.due("monitoring")
        self.destinations["monitoring"].mood = lambda owed: None
        if owed is not None:
            asyncio.run(self.destinations["monitoring"].send(owed))
        self.power_is_cut()

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "outbox"):
            return
        for name, items in (("ledger", 3), ("monitoring", 1)):
            tally = self.outbox.tally(name)
            assert tally.pending + tally.sent == self.finished * items
            assert tally.sent <= len(self.destinations[name].got)

    def teardown(self) -> None:
        if not hasattr(self, "outbox"):
            return
        for name, courier in self.couriers.items():
            self.destinations[name].mood = lambda owed: None
            self.clock.wind(LONGEST_WAIT)
            deliver(courier, self.finished * 3 + 1)
            assert self.outbox.tally(name).pending == 0
        sessions = {session_id(number) for number in range(1, self.finished + 1)}
        assert {session for session, _ in self.destinations["monitoring"].got} == sessions
        assert set(self.destinations["ledger"].got) == {
            (session, item) for session in sessions for item in ("enrolment", "statements", "log")
        }
        self.store.close()
        self.folder.cleanup()


TestVanOnTheRoad = VanOnTheRoad.TestCase
TestVanOnTheRoad.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)


def test_one_refused_completion_does_not_block_the_others(outbox: Outbox, clock: ManualClock) -> None:
    for number in (1, 2, 3):
        put(outbox, number)
    destination = PretendDestination("monitoring", ("completion",))
    destination.mood = refuses(session_id(2))
    deliver(Courier(outbox, destination, clock, Random(1)), 3)
    assert set(destination.got) == {(session_id(1), "completion"), (session_id(3), "completion")}
    assert [(each.completion.id, each.reason) for each in outbox.refused()] == [(session_id(2), "HTTP 400: bad actor")]


def test_an_unreachable_destination_is_left_in_peace(outbox: Outbox, clock: ManualClock) -> None:
    for number in range(1, 21):
        put(outbox, number)
    destination = PretendDestination("monitoring", ("completion",))
    destination.mood = unreachable
    courier = Courier(outbox, destination, clock, Random(1))
    for _ in range(24 * 60):
        deliver(courier, 3)
        clock.wind(60)
    assert 24 * 60 / 5 <= destination.asked <= 24 * 60 / 2, "a day without network: about one try in some minutes"
    destination.mood = lambda owed: None
    clock.wind(LONGEST_WAIT)
    deliver(courier, 20)
    assert len(destination.got) == 20


def test_one_slow_delivery_lets_the_others_pass(outbox: Outbox, clock: ManualClock) -> None:
    for number in (1, 2, 3):
        put(outbox, number)
    destination = PretendDestination("monitoring", ("completion",))
    destination.mood = lambda owed: slow(owed) if owed.completion.id == session_id(1) else None
    deliver(Courier(outbox, destination, clock, Random(1)), 3)
    assert len(destination.got) == 2
    assert outbox.tally("monitoring").pending == 1


def test_couriers_run_until_cancelled_and_wake_for_news(outbox: Outbox, clock: ManualClock) -> None:
    destination = PretendDestination("monitoring", ("completion",))
    courier = Courier(outbox, destination, clock, Random(1))

    async def run() -> None:
        task = asyncio.create_task(courier.run())
        while not destination.got:
            if not outbox.latest(1):
                put(outbox, 1)
            courier.wake()
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(asyncio.wait_for(run(), 10))


# --- over HTTP -------------------------------------------------------------------------------------


def answering(status: int, headers: dict[str, str] | None = None) -> httpx.MockTransport:
    return httpx.MockTransport(lambda request: httpx.Response(status, text="because", headers=headers or {}))


def send_to_monitoring(outbox: Outbox, transport: httpx.AsyncBaseTransport) -> None:
    owed = outbox.due("monitoring")
    assert owed is not None
    asyncio.run(Monitoring("http://monitoring/api", "token", transport).send(owed))


@pytest.mark.parametrize("status", [400, 409, 413, 422])
def test_an_answer_about_the_thing_is_a_refusal(outbox: Outbox, status: int) -> None:
    put(outbox, 1)
    with pytest.raises(Refused, match=f"HTTP {status}: because"):
        send_to_monitoring(outbox, answering(status))


@pytest.mark.parametrize(("status", "everything"), [(401, True), (404, True), (429, True), (500, False), (503, True)])
def test_an_answer_about_the_destination_is_tried_again(outbox: Outbox, status: int, everything: bool) -> None:
    put(outbox, 1)
    with pytest.raises(NotNow) as caught:
        send_to_monitoring(outbox, answering(status, {"Retry-After": "17"}))
    assert caught.value.everything is everything
    assert caught.value.after == 17


def test_a_broken_line_is_tried_again(outbox: Outbox) -> None:
    def cut(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("connection reset", request=request)

    put(outbox, 1)
    with pytest.raises(NotNow, match="ReadError: connection reset"):
        send_to_monitoring(outbox, httpx.MockTransport(cut))


def test_the_ledger_is_sent_enrolment_statements_and_log(outbox: Outbox, clock: ManualClock) -> None:
    requests: list[httpx.Request] = []

    def take(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200)

    put(outbox, 1)
    deliver(Courier(outbox, Ledger(ADDRESS, httpx.MockTransport(take)), clock, Random(1)), 3)
    assert [request.url.path for request in requests] == [
        "/ledger/api/enrolments",
        "/xapi/statements",
        f"/ledger/api/logs/{session_id(1)}",
    ]
    assert all(request.headers["Authorization"].startswith("Basic ") for request in requests)
    assert requests[1].headers["X-Experience-API-Version"]
    assert outbox.tally("ledger").pending == 0


def test_a_foreign_lrs_is_sent_statements_only() -> None:
    foreign = Ledger(LedgerAddress(xapi="http://lrs/xapi", key="k", secret="s"))
    assert foreign.items == ("statements",)
