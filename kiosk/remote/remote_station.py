"""A headset's station: drives the headset frame by frame, and plays what the van hands to it.

The log lies on this computer while it is written, and stays until the van has it: neither a cut line nor a cut
power loses a session, and one that was broken off is gone on with.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Literal, Protocol

from common.clock import Clock
from common.errors import DataError, QiancheError
from kiosk.completion import Words
from kiosk.headsets.messages import Progress, Status
from kiosk.remote.finding import address_of
from kiosk.remote.link import Link, in_words
from kiosk.remote.membership import Belongs
from kiosk.remote.orders import Begin, End
from kiosk.remote.provision import Provision
from kiosk.remote.session_logs import SessionLogs
from scenarios import LoadedScenario
from sim.display.headset.status import HeadsetStatus
from sim.log import read_log
from sim.log.events import Header

log = logging.getLogger(__name__)
TELL_EVERY_S = 0.5
Event = Literal["connected", "cut", "playing", "going_on", "ended", "failed", "trouble", "alone"]
Report = Callable[[Event, QiancheError | None], None]


class HeadsetPlayer(Protocol):
    """What plays in a headset, as the station uses it; every method is called from one thread."""

    status: HeadsetStatus
    mirror_wanted: bool

    def step(self) -> None:
        """One frame: the waiting room while nothing is played."""

    def begin(self, loaded: LoadedScenario, header: Header, log_path: Path, *, first_time: bool) -> None:
        """Play a new session, or go on with the one in an unfinished log.

        Raises:
            DataError: the log is wrong.
        """

    def stop(self, by: str) -> None:
        """End the session, for the ``trainee`` or the ``crew``."""

    def messages(self) -> list[dict[str, Any]]:
        """What it says since the last call: ``hud``; ``ended`` when a log is whole; ``failed`` with its ``error`` when
        a session cannot be played; ``trouble`` with its ``error`` when the headset went."""

    def mirror(self) -> bytes | None:
        """The latest picture (JPEG) that was not given yet."""

    def close(self) -> None:
        """Leave the session where it is and give the headset back."""


def open_station(
    folder: Path, belongs: Belongs, address: str | None, player: HeadsetPlayer, clock: Clock, report: Report
) -> RemoteStation:
    """The station that keeps its sessions and scenarios in ``folder``.

    ``address`` is the van's where it was given; else it is where the van was before, or is looked for.
    """
    logs, provision = SessionLogs(folder / "sessions"), Provision(folder / "scenarios")
    membership = belongs.membership
    link = Link(membership, address or belongs.address, logs, provision, partial(address_of, membership.van))
    return RemoteStation(player, link, logs, provision, clock, report)


class RemoteStation:
    """One headset, its sessions, and the line to its van."""

    def __init__(
        self,
        player: HeadsetPlayer,
        link: Link,
        logs: SessionLogs,
        provision: Provision,
        clock: Clock,
        report: Report,
    ) -> None:
        """``report`` is told what a person at this computer may want to know."""
        self._report = report
        self._connected = self._alone = False
        self._player = player
        self._link = link
        self._logs = logs
        self._provision = provision
        self._clock = clock
        self._session: str | None = None
        self._progress: Progress | None = None
        self._hazards = 0
        self._trouble = ""
        """What was last wrong with the headset: it is tried again and again, and told once."""
        self._told_at = float("-inf")

    def run(self, stopping: threading.Event) -> None:
        """Until ``stopping`` is set; a session that runs is gone on with at the next start.

        Raises:
            Expelled, TakenOver: the van does not want this program any more.
        """
        self._go_on()
        self._link.open()
        try:
            while not stopping.is_set():
                self.step()
        finally:
            self._player.close()
            self._link.close()

    def step(self) -> None:
        """One frame, and what van and headset have to say to each other."""
        self._player.step()
        if self._link.fault is not None:
            raise self._link.fault
        self._watch_line()
        while not self._link.orders.empty():
            match self._link.orders.get():
                case Begin(loaded, header, first_time):
                    self._begin(loaded, header, first_time=first_time)
                case End(session):
                    self._end(session)
        for message in self._player.messages():
            self._hear(message)
        self._player.mirror_wanted = self._link.mirror_wanted
        if self._link.mirror_wanted and (picture := self._player.mirror()) is not None:
            self._link.show(picture)
        self._tell()

    def _watch_line(self) -> None:
        """Tell when the line is opened and when it breaks; and once where the van does not answer at all."""
        if self._link.connected != self._connected:
            self._connected = self._link.connected
            self._alone = True  # a line that breaks has been told of
            self._report("connected" if self._connected else "cut", None)
        elif self._link.trouble is not None and not self._alone:
            self._alone = True
            self._report("alone", self._link.trouble)

    def _go_on(self) -> None:
        """With the session that was broken off when this program last ended, if its scenario lies here."""
        session = self._logs.unfinished
        if session is None:
            return
        header = read_log(self._logs.path(session)).header
        try:
            loaded = self._provision.kept(header)
        except DataError as fault:
            log.error("session %s waits for its scenario: %s", session, fault)
            return
        if loaded is not None:
            self._begin(loaded, header, first_time=False)

    def _begin(self, loaded: LoadedScenario, header: Header, *, first_time: bool) -> None:
        if self._session is not None:
            return
        path = self._logs.path(header.session)
        going_on = path.exists()
        try:
            self._player.begin(loaded, header, path, first_time=first_time)
        except DataError as fault:
            self._report("failed", fault)
            self._link.failed(header.session, in_words(fault))
        else:
            self._session, self._progress, self._hazards = header.session, None, len(loaded.scenario.hazards)
            self._report("going_on" if going_on else "playing", None)
            self._tell(now=True)

    def _end(self, session: str) -> None:
        if session == self._session:
            self._player.stop("crew")

    def _hear(self, message: dict[str, Any]) -> None:
        match message["type"]:
            case "hud":
                self._progress = _progress(message, self._hazards)
            case "ended" if self._session is not None:
                session = self._leave()
                self._link.finished(session)
                self._report("ended", None)
            case "failed" if self._session is not None:
                session, fault = self._leave(), message["error"]
                self._link.failed(session, in_words(fault))
                self._report("failed", fault)
            case "trouble" if message["error"].message("en") != self._trouble:
                self._trouble = message["error"].message("en")
                self._report("trouble", message["error"])

    def _leave(self) -> str:
        """The session is not played any more."""
        session, self._session, self._progress = self._session, None, None
        self._tell(now=True)
        return session

    def _tell(self, *, now: bool = False) -> None:
        moment = self._clock.monotonic()
        if now or moment - self._told_at >= TELL_EVERY_S:
            self._told_at = moment
            self._link.tell(_status(self._player.status, self._session, self._progress))


def _progress(hud: dict[str, Any], hazards: int) -> Progress:
    return Progress(
        phase=hud["phase"],
        outcome=hud["outcome"],
        paused=hud["paused"],
        share=hud["progress"],
        found=len(hud["found"]),
        total=hazards,
        false_alarms=hud["false_alarms"],
    )


def _status(headset: HeadsetStatus, session: str | None, progress: Progress | None) -> Status:
    trouble = headset.trouble
    return Status(
        headset=headset.name[:200],
        runtime=headset.runtime[:200],
        refresh_hz=headset.refresh_hz,
        worn=headset.worn,
        controllers=headset.controllers,
        fps=round(headset.fps, 1),
        dropped=headset.dropped,
        doing=headset.doing,
        trouble=None if trouble is None else Words(zh=trouble.message("zh"), en=trouble.message("en")),
        session=session,
        progress=progress,
        waiting=(),
    )
