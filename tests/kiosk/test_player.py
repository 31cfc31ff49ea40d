"""A session is played to its completion, however often its screen crashes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from common.clock import ManualClock
from common.errors import EnvironmentLacks
from kiosk.finish import Finisher
from kiosk.outbox import Outbox
from kiosk.people import People
from kiosk.plain_screen import PlainScreen
from kiosk.player import MOST_CRASHES, Player
from kiosk.screen import Message
from kiosk.shelf import Shelf
from kiosk.sittings import Sittings
from kiosk.station import Station
from kiosk.store import Store
from sim.log import read_log

SCENARIO = "electrocution-temporary-power"
PATIENCE_S = 20


class CrashingScreen(PlainScreen):
    """A screen that is lost after its first word, so many times."""

    def __init__(self, clock: ManualClock, crashes: int) -> None:
        super().__init__(clock)
        self._crashes = crashes
        self.started = 0
        self.steady = asyncio.Event()

    async def start(self) -> None:
        self.started += 1

    async def messages(self) -> AsyncIterator[Message]:
        async for message in super().messages():
            yield message
            if self._crashes > 0:
                self._crashes -= 1
                await self.close()
                yield {"type": "fault", "text": "the drawing process ended"}
                return
            self.steady.set()


class Stand:
    """A station with somebody who has agreed to begin."""

    def __init__(self, store: Store, outbox: Outbox, people: People, folder: Path, crashes: int) -> None:
        clock = ManualClock()
        self.screen = CrashingScreen(clock, crashes)
        self.station = Station("A", store, clock)
        self.completed = 0
        self.sittings = Sittings(store)
        shelf = Shelf(folder / "scenarios", [SCENARIO])
        finisher = Finisher("van-1", outbox, people, self.sittings, folder, shelf)
        self.player = Player(self.station, self.screen, shelf, self.sittings, finisher, folder, clock, self._count)
        self.station.begin("zh", "browser")
        self.station.check_in("anonymous")
        self.station.choose(SCENARIO)

    def _count(self) -> None:
        self.completed += 1

    async def until_result(self) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while self.station.visit.stage == "play":
                await asyncio.sleep(0.01)


@pytest.mark.parametrize("crashes", [0, MOST_CRASHES - 1])
def test_a_session_outlives_its_screen(
    store: Store, outbox: Outbox, people: People, tmp_path: Path, crashes: int
) -> None:
    async def run() -> Stand:
        stand = Stand(store, outbox, people, tmp_path, crashes)
        stand.player.begin()
        await asyncio.wait_for(stand.screen.steady.wait(), PATIENCE_S)
        stand.player.play.send({"kind": "flag", "target": "pump", "problem": "live-electricity"})
        stand.player.stop_by_crew()
        await stand.until_result()
        return stand

    stand = asyncio.run(run())
    assert stand.station.visit.stage == "result"
    assert stand.screen.started == crashes
    assert stand.completed == outbox.count() == 1
    assert stand.sittings.all() == []
    (completion,) = outbox.latest(1)
    log = read_log(tmp_path / f"{completion.id}.jsonl")
    assert [event.type for event in log.events] == ["flag", "stop"]


def test_a_session_that_always_loses_its_screen_is_closed(
    store: Store, outbox: Outbox, people: People, tmp_path: Path
) -> None:
    async def run() -> Stand:
        stand = Stand(store, outbox, people, tmp_path, crashes=99)
        stand.player.begin()
        await stand.until_result()
        return stand

    stand = asyncio.run(run())
    assert stand.station.visit.stage == "result"
    assert outbox.latest(1)[0].outcome == "stopped"
    assert stand.player.trouble


def test_a_touch_on_begin_that_comes_twice_begins_once(
    store: Store, outbox: Outbox, people: People, tmp_path: Path
) -> None:
    async def run() -> None:
        stand = Stand(store, outbox, people, tmp_path, crashes=0)
        stand.player.begin()
        stand.player.begin()
        assert len(stand.sittings.all()) == 1
        await stand.player.close()

    asyncio.run(run())


class Shy(PlainScreen):
    """Cannot prepare: it is gone every time."""

    def __init__(self) -> None:
        super().__init__(ManualClock())
        self.asked = 0

    async def prepare(self, scenario_path: Path, pictures: Path | None = None) -> AsyncIterator[float]:
        self.asked += 1
        yield 0.2
        raise EnvironmentLacks("display.errors.screen_ended", code=-6)


def test_a_scenario_that_crashes_every_screen_is_not_offered(store: Store, tmp_path: Path) -> None:
    shelf, screen = Shelf(tmp_path, [SCENARIO]), Shy()

    async def run() -> None:
        for _ in range(2):
            with pytest.raises(EnvironmentLacks):
                await shelf.prepare(screen, None)
        await shelf.prepare(screen, None)

    asyncio.run(run())
    assert screen.asked == 2
    assert not shelf.offers[SCENARIO].ready and shelf.offers[SCENARIO].trouble
