"""One van: its people, stations, scenarios and outbox, and what runs behind its pages."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterator
from importlib import resources
from pathlib import Path
from random import Random
from typing import Any

from common.clock import Clock
from common.errors import DataError, EnvironmentLacks
from common.text import Lang
from kiosk.completion import Completion
from kiosk.courses import Courses
from kiosk.demo import play_demo
from kiosk.destinations import Destination, Ledger, Monitoring
from kiosk.finish import Finisher, Result
from kiosk.headsets.announce import Announcement, addresses
from kiosk.headsets.headsets import Headsets
from kiosk.heartbeat import EVERY_S, Heart, Pulse
from kiosk.outbox import Item, Outbox
from kiosk.people import People
from kiosk.player import Player, report_failure
from kiosk.recovery import DAMAGED, recover_sittings, set_aside
from kiosk.roster import enrol_roster
from kiosk.screen import Screen
from kiosk.settings import KioskSettings, Secrets
from kiosk.shelf import Offer, Shelf
from kiosk.sittings import Sitting, Sittings
from kiosk.station import Station
from kiosk.store import Store
from kiosk.upload import Courier
from sim.trainees import ScriptedName

log = logging.getLogger(__name__)
STATIC_PATH = "/kiosk/static"
COVERS = resources.files("kiosk") / "static" / "covers"
PICTURES_PATH = "/kiosk/pictures"
FIRST_BEAT_S = 3.0
"""A monitoring in the van's own server answers only once that server is up."""
DESTINATIONS = (Ledger.name, Monitoring.name)


class Van:
    """Everything behind the kiosk's pages. ``start`` and ``stop`` frame its life in one event loop."""

    def __init__(
        self,
        settings: KioskSettings,
        clock: Clock,
        shelf: Shelf,
        new_screen: Callable[[], Screen],
        dice: Random | None = None,
    ) -> None:
        """Open the van's database and take up every station where it was left.

        Raises:
            DataError: the database is a newer program's, or a key file is wrong.
        """
        settings.logs.mkdir(parents=True, exist_ok=True)
        self.settings = settings
        self.clock = clock
        self.shelf = shelf
        self.store = Store(settings.data / "van.db")
        secrets = Secrets.of(settings)
        self.people = People(self.store, secrets)
        destinations = _destinations(settings)
        self.outbox = Outbox(self.store, clock, tuple(_owed(destinations)))
        self.courses = Courses(self.store, self.outbox, shelf, settings.data / "plans")
        self.sittings = Sittings(self.store)
        self.finisher = Finisher(settings.van_id, self.outbox, self.people, self.sittings, settings.logs, shelf)
        self.players = {name: self._player(name, new_screen()) for name in settings.stations}
        self.headsets = Headsets(
            settings.van_id,
            self.store,
            secrets.at_rest,
            clock,
            shelf,
            self.people,
            self.outbox,
            self.sittings,
            self.finisher,
            settings.logs,
            self.completed,
        )
        self.couriers = [Courier(self.outbox, each, clock, dice or Random()) for each in destinations]
        self.hearts = [
            Heart(settings.van_id, each, clock, self.pulses) for each in destinations if isinstance(each, Monitoring)
        ]
        self._announcement = _announcement(settings)
        self._destinations = destinations
        self.roster_trouble = ""
        self._tasks: list[asyncio.Task[None]] = []

    # --- life ----------------------------------------------------------------------------------

    async def start(self) -> None:
        """Settle what a cut of power left behind, then bring up screens, couriers and heartbeats."""
        self.outbox.hurry()
        if self.settings.roster is not None:
            await asyncio.to_thread(self._read_roster, self.settings.roster)
        at_play = {player.station.visit.session for player in self.players.values()}
        away = self.headsets.away()
        to_go_on = await asyncio.to_thread(recover_sittings, self.sittings, self.finisher, at_play - {None}, away)
        self._settle_stations({sitting.session for sitting in to_go_on})
        self.headsets.settle()
        self._spawn(*(courier.run() for courier in self.couriers))
        self._spawn(*(self._every(EVERY_S, heart.beat, first_after=FIRST_BEAT_S) for heart in self.hearts))
        self._spawn(self._every(1.0, self._send_idle_home))
        for player in self.players.values():
            waiting = [sitting for sitting in to_go_on if sitting.station == player.station.name]
            self._spawn(self._bring_up(player, waiting))
        if self._announcement is not None:
            await self._announcement.start()

    async def stop(self) -> None:
        """End everything; sessions that run are gone on with after the next start."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._announcement is not None:
            await self._announcement.stop()
        self.headsets.close()
        for player in self.players.values():
            await player.close()
        for destination in self._destinations:
            await destination.aclose()
        self.store.close()

    def _read_roster(self, path: Path) -> None:
        """Enrol everyone expected. A roster that is wrong does not keep the van from starting."""
        try:
            enrol_roster(path.read_bytes(), self.people)
        except (DataError, OSError) as error:
            log.error("the roster %s was not read: %s", path, error)
            self.roster_trouble = error.message("zh") if isinstance(error, DataError) else str(error)

    def _settle_stations(self, going_on: set[str]) -> None:
        """A station whose session is over shows its result; one whose session is lost begins anew."""
        for player in self.players.values():
            visit = player.station.visit
            if visit.stage == "play" and visit.session is not None and visit.session not in going_on:
                if self.outbox.completion(visit.session) is not None:
                    player.station.finish(visit.session)
                else:
                    player.station.give_up(visit.session)

    async def _bring_up(self, player: Player, waiting: list[Sitting]) -> None:
        """A station's screen, the session it was in the middle of, then everything that can be prepared, again
        whenever something is published."""
        pictures = self.settings.pictures if self.settings.display == "stream" else None
        try:
            await player.screen.start()
            for sitting in waiting:
                await self._go_on(player, sitting)
            while True:
                await player.keeping_screen(
                    lambda: self.shelf.prepare(player.screen, pictures, self.courses.followed_scenarios)
                )
                await self.shelf.another()
        except EnvironmentLacks as error:
            log.error("%s cannot draw: %s", player.station.name, error)
            player.trouble = str(error)
            self.shelf.unavailable(str(error))

    async def _go_on(self, player: Player, sitting: Sitting) -> None:
        try:
            await player.go_on(sitting)
        except DataError as error:
            set_aside(sitting, self.sittings, error)
            player.station.give_up(sitting.session)

    async def _send_idle_home(self) -> None:
        for player in self.players.values():
            station = player.station
            if station.visit.stage not in ("welcome", "play") and station.silent_for() > self.settings.idle_seconds:
                station.release()

    async def _every(
        self, seconds: float, do: Callable[[], Coroutine[Any, Any, None]], first_after: float = 0.0
    ) -> None:
        await asyncio.sleep(first_after)
        while True:
            await do()
            await asyncio.sleep(seconds)

    def _spawn(self, *runs: Coroutine[Any, Any, None]) -> None:
        for run in runs:
            task = asyncio.create_task(run)
            task.add_done_callback(report_failure)
            self._tasks.append(task)

    # --- what pages do -------------------------------------------------------------------------

    def check_in(self, player: Player, learner: str) -> None:
        """A person is at a station: they wait no longer."""
        self.people.step_out(learner)
        player.station.check_in(learner)

    def take_turn(self, player: Player, learner: str, lang: Lang, browser: str) -> None:
        """Who was called is at a station."""
        self.people.step_out(learner)
        player.station.take_turn(learner, lang, browser)

    def picture_url(self, scenario: str, name: str) -> str | None:
        """Where a page finds a picture of a scenario, None while there is none.

        Until the van has drawn its own start pictures, the bank's scenarios show those in ``static/covers``.
        """
        picture = self.shelf.offers[scenario].pictures.get(name)
        if picture is not None:
            return f"{PICTURES_PATH}/{picture.relative_to(self.settings.pictures).as_posix()}"
        if name == "start" and COVERS.joinpath(f"{scenario}.jpg").is_file():
            return f"{STATIC_PATH}/covers/{scenario}.jpg"
        return None

    async def offer(self, path: Path) -> Offer:
        """Offer a scenario that has just been published, at every station, from now on.

        Raises:
            DataError: the file is wrong.
        """
        return await self.shelf.add(path)

    def pulses(self) -> list[Pulse]:
        """How every station is at this moment."""
        queue, pending = len(self.people.waiting()), self.outbox.pending()
        stations = (*(each.station for each in self.players.values()), *self.headsets.stations())
        return [Pulse(station.name, station.visit.stage, queue, pending) for station in stations]

    def completed(self) -> None:
        """Something new is in the outbox."""
        for courier in self.couriers:
            courier.wake()

    async def result_of(self, session: str) -> Result | None:
        """What a completed session came to, from its log; None where that cannot be told any more."""
        try:
            return await asyncio.to_thread(self.finisher.result, session)
        except (DataError, OSError) as error:
            log.error("the result of session %s cannot be shown: %s", session, error)
            return None

    def set_aside(self) -> int:
        """How many logs could not be completed and are kept for somebody to look at."""
        return len(list(self.settings.logs.glob(f"*{DAMAGED}")))

    async def demo(self, scenario: str, trainee: ScriptedName, learner: str) -> Completion:
        """Let a scripted trainee play; the completion is safe in the outbox when this returns."""
        loaded = self.shelf.offers[scenario].loaded
        completion = await asyncio.to_thread(
            play_demo, loaded, trainee, learner, self.settings.logs, self.sittings, self.finisher, self.clock
        )
        self.completed()
        return completion

    def send_now(self) -> None:
        """Let nothing wait for its next attempt."""
        self.outbox.hurry()
        for courier in self.couriers:
            courier.hurry()

    def retry_refused(self) -> None:
        """Send what was refused once more."""
        self.outbox.retry_parked()
        self.send_now()

    def _player(self, name: str, screen: Screen) -> Player:
        station = Station(name, self.store, self.clock)
        return Player(
            station, screen, self.shelf, self.sittings, self.finisher, self.settings.logs, self.clock, self.completed
        )


def _announcement(settings: KioskSettings) -> Announcement | None:
    if settings.listens is None:
        return None
    host, port = settings.listens
    return Announcement(settings.van_id, addresses(host), port)


def _destinations(settings: KioskSettings) -> list[Destination]:
    found: list[Destination] = []
    if settings.ledger is not None:
        found.append(Ledger(settings.ledger))
    if settings.monitoring is not None:
        found.append(Monitoring(settings.monitoring.url, settings.monitoring.token))
    return found


def _owed(destinations: list[Destination]) -> Iterator[tuple[Item, str]]:
    """What every completion brings. A destination without an address yet is owed all that it may be sent."""
    items = {Ledger.name: Ledger.items, Monitoring.name: Monitoring.items}
    items |= {destination.name: destination.items for destination in destinations}
    for name, owed in items.items():
        yield from ((item, name) for item in owed)
