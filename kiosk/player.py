"""Plays sessions at one station, through crashes of the screen, until their completion is safe."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from pathlib import Path

from common.clock import Clock
from common.errors import DataError
from common.ids import uuid7
from common.text import Lang
from kiosk.finish import Finisher, close_unfinished
from kiosk.play import Play, ScreenGone
from kiosk.recovery import set_aside
from kiosk.screen import Screen
from kiosk.shelf import Shelf
from kiosk.sittings import Sitting, Sittings
from kiosk.station import Station
from sim import ENGINE
from sim.log.events import Header

log = logging.getLogger(__name__)
MOST_CRASHES = 3
"""A session whose screen crashes so often is closed: something in it, or the machine, is broken."""


class Player:
    """One station's screen, and the session on it."""

    def __init__(
        self,
        station: Station,
        screen: Screen,
        shelf: Shelf,
        sittings: Sittings,
        finisher: Finisher,
        logs: Path,
        clock: Clock,
        completed: Callable[[], None],
    ) -> None:
        """``completed`` is called after each completion, when it is safe."""
        self.station = station
        self.screen = screen
        self.play: Play | None = None
        self._shelf = shelf
        self._sittings = sittings
        self._finisher = finisher
        self._logs = logs
        self._clock = clock
        self._completed = completed
        self._running: asyncio.Task[None] | None = None
        self.trouble = ""
        """Why the screen was last gone, until a session has run through again."""

    def begin(self) -> None:
        """Consent was given: begin a session of the chosen scenario for who has checked in."""
        visit = self.station.visit
        if visit.stage != "warning" or visit.scenario is None or visit.learner is None:
            return
        session = str(uuid7(self._clock.now()))
        sitting = Sitting(session, self.station.name, visit.scenario, visit.learner, self._logs / f"{session}.jsonl")
        self._sittings.open(sitting)
        self.station.play(session)
        self.go_on(sitting)

    def go_on(self, sitting: Sitting) -> None:
        """Play a sitting from its beginning, or from where its log ends."""
        self.play = Play(sitting.session, sitting.scenario, self.screen)
        self._running = asyncio.create_task(self._run(sitting, self.play))

    def stop_by_crew(self) -> None:
        """End the session now; it is completed as stopped."""
        if self.play is not None:
            self.play.stop("crew")

    async def close(self) -> None:
        """Leave the session as it is and end the screen."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        await self.screen.close()

    async def _run(self, sitting: Sitting, play: Play) -> None:
        try:
            await self._play_through(sitting, play)
            await asyncio.to_thread(self._finisher.finish, sitting)
        except DataError as error:
            await asyncio.to_thread(set_aside, sitting, self._sittings, error)
            self.station.give_up(sitting.session)
        else:
            self.station.finish(sitting.session)
            self._completed()
        finally:
            self.play = None

    async def _play_through(self, sitting: Sitting, play: Play) -> None:
        """Until the session's end; a session whose screen keeps crashing is ended as stopped."""
        path = self._shelf.path(sitting.scenario)
        header = self._header(sitting, self.station.visit.lang)
        for _ in range(MOST_CRASHES):
            try:
                await self.screen.begin(path, header, sitting.log)
                await play.run()
            except ScreenGone as gone:
                log.error("%s: the screen of session %s is gone: %s", self.station.name, sitting.session, gone)
                self.trouble = str(gone)
                await self.screen.start()
            else:
                self.trouble = ""
                return
        await asyncio.to_thread(close_unfinished, sitting.log)

    def _header(self, sitting: Sitting, lang: Lang) -> Header:
        return Header(
            session=sitting.session,
            scenario=sitting.scenario,
            scenario_hash=self._shelf.hash(sitting.scenario),
            engine=ENGINE,
            seed=secrets.randbelow(2**31),
            input="touch",
            station=sitting.station,
            learner=sitting.learner,
            lang=lang,
            started=self._clock.now().isoformat(timespec="milliseconds"),
        )
