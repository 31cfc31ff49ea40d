"""Plays sessions at one station, through crashes of the screen, until their completion is safe."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path

import scenarios
from common.clock import Clock
from common.errors import DataError, EnvironmentLacks
from common.text import Lang
from kiosk.finish import Finisher, close_unfinished
from kiosk.play import Play, ScreenGone
from kiosk.recovery import set_aside
from kiosk.screen import Screen
from kiosk.shelf import Shelf
from kiosk.sittings import Sitting, Sittings
from kiosk.station import Station
from scenarios import LoadedScenario
from scenarios.model import Scenario
from sim.audio.system_voice import system_voice
from sim.audio.voices import FOLDER as RECORDED
from sim.audio.voices import Voices
from sim.log import read_log
from sim.log.events import Header
from sim.play import header_of

log = logging.getLogger(__name__)
MOST_CRASHES = 3
"""A session whose screen crashes so often is closed: something in it, or the machine, is broken."""
LONGEST_BEGIN_S = 60.0
"""Loading a scenario takes a few seconds; a screen that is silent for so long is gone."""


def report_failure(task: asyncio.Task[None]) -> None:
    """Tell of a task that ended with an error that nobody expected."""
    if not task.cancelled() and task.exception() is not None:
        log.error("something behind the pages has stopped", exc_info=task.exception())


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
        self._speaking: asyncio.Task[None] | None = None
        self.trouble = ""
        """Why the screen was last gone, until a session has run through again."""

    def begin(self) -> None:
        """Consent was given: begin a session of the chosen scenario for who has checked in."""
        visit = self.station.visit
        if visit.stage != "warning" or visit.scenario is None or visit.learner is None:
            return
        loaded = self._shelf.offers[visit.scenario].loaded
        header = self._header(loaded, visit.learner, visit.lang)
        log_path = self._logs / f"{header.session}.jsonl"
        sitting = Sitting(header.session, self.station.name, str(loaded.path), visit.learner, log_path)
        self._sittings.open(sitting)
        self.station.play(header.session)
        self._take_up(sitting, header, loaded.scenario)

    async def go_on(self, sitting: Sitting) -> None:
        """Play a sitting from where its log ends.

        Raises:
            DataError: the log is damaged, or its scenario cannot be read any more.
        """
        header = (await asyncio.to_thread(read_log, sitting.log)).header
        loaded = await asyncio.to_thread(scenarios.load, sitting.scenario)
        self._take_up(sitting, header, loaded.scenario)

    def _take_up(self, sitting: Sitting, header: Header, scenario: Scenario) -> None:
        voices = Voices(header.lang, Path(sitting.scenario).parent / RECORDED, system_voice())
        self.play = Play(sitting.session, scenario, self.screen, voices)
        self._speaking = asyncio.create_task(asyncio.to_thread(voices.prepare, scenario))
        self._speaking.add_done_callback(report_failure)
        self._running = asyncio.create_task(self._run(sitting, header, self.play))
        self._running.add_done_callback(report_failure)

    async def keeping_screen(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do work on the screen, again as often as the screen has crashed under it: ``work`` must come to
        an end by leaving out what crashes it.

        Raises:
            EnvironmentLacks: the screen does not come up again.
        """
        while True:
            try:
                await work()
            except EnvironmentLacks as gone:
                log.error("%s: the screen is gone: %s", self.station.name, gone)
                await self._screen_again()
            else:
                return

    async def _screen_again(self) -> None:
        """A session that is played brings its screen up by itself; else it is done here."""
        if self._running is not None and not self._running.done():
            await asyncio.wait([self._running])
        else:
            await self.screen.start()

    def stop_by_crew(self) -> None:
        """End the session now; it is completed as stopped. One that is lost is settled at the next start."""
        if self.play is not None:
            self.play.stop("crew")
        elif self.station.visit.session is not None:
            self.station.give_up(self.station.visit.session)

    async def close(self) -> None:
        """Leave the session as it is and end the screen."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        await self.screen.close()

    async def _run(self, sitting: Sitting, header: Header, play: Play) -> None:
        try:
            await self._play_through(sitting, header, play)
            await asyncio.to_thread(self._finisher.finish, sitting)
        except DataError as error:
            await asyncio.to_thread(set_aside, sitting, self._sittings, error)
            self.station.give_up(sitting.session)
        else:
            self.station.finish(sitting.session)
            self._completed()
        finally:
            self.play = None

    async def _play_through(self, sitting: Sitting, header: Header, play: Play) -> None:
        """Until the session's end; a session whose screen keeps crashing is ended as stopped."""
        for _ in range(MOST_CRASHES):
            try:
                async with asyncio.timeout(LONGEST_BEGIN_S):
                    await self.screen.begin(Path(sitting.scenario), header, sitting.log)
                await play.run()
            except (ScreenGone, EnvironmentLacks, TimeoutError) as gone:
                log.error("%s: the screen of session %s is gone: %r", self.station.name, sitting.session, gone)
                self.trouble = str(gone) or type(gone).__name__
                await self.screen.start()
            else:
                self.trouble = ""
                return
        await asyncio.to_thread(close_unfinished, sitting.log)

    def _header(self, loaded: LoadedScenario, learner: str, lang: Lang) -> Header:
        return header_of(
            loaded,
            station=self.station.name,
            learner=learner,
            lang=lang,
            seed=secrets.randbelow(2**31),
            kind="touch",
            started=self._clock.now(),
        )
