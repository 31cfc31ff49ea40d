"""The line from a headset's computer to its van: opened again and again, for as long as the program runs.

It has a thread of its own, so that no network ever holds up a frame. The loop that drives the headset tells it
how things stand and takes its orders; everything else here happens in the link's own event loop.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from random import Random

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import WebSocketException

from common.errors import DataError, QiancheError
from kiosk.backoff import backoff
from kiosk.completion import Words
from kiosk.finish import close_unfinished
from kiosk.headsets.messages import MOST_WAITING, STATUS_EVERY_S, Lost, Membership, Mirror, Play, Status, Stop
from kiosk.remote.errand import Errand, VanRefuses, VanSilent
from kiosk.remote.handover import FIRST_WAIT_S, LONGEST_WAIT_S, Handover
from kiosk.remote.membership import NoVan
from kiosk.remote.opening import OPEN_S, Impostor, connected, received, shake_hands
from kiosk.remote.orders import Begin, End, Order
from kiosk.remote.provision import Provision
from kiosk.remote.session_logs import SessionLogs

log = logging.getLogger(__name__)
SHORTEST_STATUS_S = 0.25
STALLED_S = 5.0
"""A headset that has made no frame for so long has stopped: its last frame rate is not told on."""
LOOK_AFTER = 3
"""After so many vain attempts the van is looked for on the network: it may have another address today."""
Look = Callable[[str], Awaitable[str | None]]


class Link:
    """The loop that drives the headset reads ``orders``, ``connected``, ``trouble``, ``mirror_wanted`` and ``fault``,
    and calls the methods without underscore."""

    def __init__(
        self,
        membership: Membership,
        address: str,
        logs: SessionLogs,
        provision: Provision,
        look: Look,
        dice: Random | None = None,
    ) -> None:
        """``address`` is where the van was, ``http://host:port``; ``look`` says where else it is
        now, if it answers."""
        self.orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
        self.mirror_wanted = False
        self.connected = False
        self.trouble: NoVan | None = None
        """Why the line could last not be opened, or was broken."""
        self.fault: Exception | None = None
        """Why the link has ended for good: the program ends too."""
        self.address = address
        self._membership = membership
        self._logs = logs
        self._provision = provision
        self._look = look
        self._dice = dice or Random()
        self._handover = Handover(logs, self._dice, self._tell_anew, self._take_refusal)
        self._status: Status | None = None
        self._told_at = 0.0
        self._pending: str | None = None
        self._lost: list[Lost] = []
        self._picture: bytes | None = None
        self._loop = asyncio.new_event_loop()
        self._news, self._drawn = asyncio.Event(), asyncio.Event()
        self._wanted: asyncio.Queue[Play] = asyncio.Queue()
        self._begun = threading.Event()
        self._thread = threading.Thread(target=self._work, name="link", daemon=True)

    # --- for the loop that drives the headset ------------------------------------------------------

    def open(self) -> None:
        """Begin to look for the van."""
        self._thread.start()
        self._begun.wait()

    def tell(self, status: Status) -> None:
        """How things stand; ``waiting`` is filled in here."""
        self._soon(self._take_status, status)

    def show(self, picture: bytes) -> None:
        """What the trainee sees, while ``mirror_wanted``."""
        self._soon(self._take_picture, picture)

    def finished(self, session: str) -> None:
        """A session has ended and its log is whole."""
        self._soon(self._take_finished, session)

    def failed(self, session: str, why: Words) -> None:
        """A session cannot be played, or not be gone on with; what there is of its log is handed over."""
        self._soon(self._close_session, session, why)

    def close(self) -> None:
        """End the line. What was not said is said the next time."""
        if self._thread.is_alive():
            self._soon(self._running.cancel)
            self._thread.join()

    def _soon(self, do: Callable[..., object], *what: object) -> None:
        """Do something in the link's own loop. Once that has ended, ``fault`` says why."""
        if not self._loop.is_closed():
            with suppress(RuntimeError):  # it is closed in this moment
                self._loop.call_soon_threadsafe(do, *what)

    # --- the thread --------------------------------------------------------------------------------

    def _work(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            try:
                runner.run(self._keep_open())
            except asyncio.CancelledError:
                log.info("the link to the van is closed")
            except Exception as error:
                self.fault = error

    async def _keep_open(self) -> None:
        self._running = asyncio.current_task()
        self._begun.set()
        failures = 0
        while True:
            try:
                async with connected(self.address) as socket:
                    async with asyncio.timeout(OPEN_S):
                        token = await shake_hands(socket, self._membership)
                    failures = 0
                    log.info("the line to %s is open", self.address)
                    async with Errand(self.address, token) as errand:
                        await self._serve(socket, errand)
            except (OSError, TimeoutError, WebSocketException, Impostor) as trouble:
                log.info("no line to %s: %s", self.address, trouble)
                self.trouble = NoVan(self.address, str(trouble) or type(trouble).__name__)
            failures += 1
            await asyncio.sleep(backoff(failures, FIRST_WAIT_S, LONGEST_WAIT_S, self._dice))
            if failures >= LOOK_AFTER:
                self.address = await self._look(self.address) or self.address

    async def _serve(self, socket: ClientConnection, errand: Errand) -> None:
        """Everything that goes over an open line, until it ends."""
        self.connected = True
        self._news.set()
        self._handover.wake()
        self._wanted = asyncio.Queue()
        runs = (
            self._hear(socket),
            self._fetch(errand),
            self._say(socket),
            self._draw(socket),
            self._handover.run(errand),
        )
        tasks = [asyncio.create_task(run) for run in runs]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            self.connected = self.mirror_wanted = False
            self._pending = None  # the van says again what it wants played
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    # --- what the van says -------------------------------------------------------------------------

    async def _hear(self, socket: ClientConnection) -> None:
        while True:
            match await received(socket):
                case Play() as play:
                    session = play.header.session
                    if session not in (self._pending, self._playing, *self._logs.waiting):
                        self._pending = session
                        self._wanted.put_nowait(play)
                case Stop(session=session):
                    self._end(session)
                case Mirror(wanted=wanted):
                    self.mirror_wanted = wanted
                case _:
                    raise Impostor("words out of place")

    async def _fetch(self, errand: Errand) -> None:
        """Bring the scenarios of sessions here, then give the order to begin."""
        while True:
            play = await self._wanted.get()
            session = play.header.session
            try:
                loaded = await asyncio.to_thread(self._provision.bank, play.header)
                if loaded is None:
                    content = await errand.scenario(session)
                    loaded = await asyncio.to_thread(self._provision.take_in, play.header, content)
            except (DataError, VanRefuses) as fault:
                self._take_lost(session, in_words(fault))
            except VanSilent as trouble:
                log.warning("the scenario of session %s has not come: %s", session, trouble)
                self._settle(session)  # the van says again that it wants it played
            else:
                self.orders.put(Begin(loaded, play.header, play.first_time))

    def _end(self, session: str) -> None:
        """See that the session ends, and that its log, if there is one, is handed over."""
        if session in (self._pending, self._playing):
            self.orders.put(End(session))
        elif session not in self._logs.waiting:
            self._close_session(session, None)

    def _close_session(self, session: str, why: Words | None) -> None:
        """End a session that is not played; where there is no log of it, say that it is lost, and why."""
        path = self._logs.path(session)
        try:
            if path.exists():
                close_unfinished(path)
                self._take_finished(session)
            else:
                self._take_lost(session, why)
        except DataError as damage:
            self._logs.refuse(session)
            self._take_lost(session, in_words(damage))

    # --- what is said ------------------------------------------------------------------------------

    @property
    def _playing(self) -> str | None:
        return self._status.session if self._status is not None else None

    def _take_status(self, status: Status) -> None:
        if status.session == self._pending:
            self._pending = None
        self._status, self._told_at = status, self._loop.time()
        self._news.set()

    def _take_finished(self, session: str) -> None:
        self._logs.finished(session)
        self._settle(session)
        self._handover.wake()

    def _take_lost(self, session: str, why: Words | None) -> None:
        self._lost.append(Lost(session=session, why=why))
        self._settle(session)

    def _take_refusal(self, session: str, refusal: VanRefuses) -> None:
        self._take_lost(session, in_words(refusal))

    def _tell_anew(self) -> None:
        self._news.set()

    def _settle(self, session: str) -> None:
        """A session is not played any more."""
        if self._pending == session:
            self._pending = None
        if self._playing == session:
            self._status = self._status.model_copy(update={"session": None, "progress": None})
        self._news.set()

    def _take_picture(self, picture: bytes) -> None:
        self._picture = picture
        self._drawn.set()

    async def _say(self, socket: ClientConnection) -> None:
        """Tell how things stand, at once when they change and else now and then."""
        while True:
            while self._lost:
                await socket.send(self._lost[0].model_dump_json())
                del self._lost[0]
            if self._status is not None:
                await socket.send(self._filled_in(self._status).model_dump_json())
            await asyncio.sleep(SHORTEST_STATUS_S)
            try:
                async with asyncio.timeout(STATUS_EVERY_S):
                    await self._news.wait()
            except TimeoutError:
                continue
            self._news.clear()

    def _filled_in(self, status: Status) -> Status:
        """What only the link knows."""
        more: dict[str, object] = {
            "session": status.session or self._pending,
            "waiting": self._logs.waiting[:MOST_WAITING],
        }
        if self._loop.time() - self._told_at > STALLED_S:
            more["fps"] = 0.0
        return status.model_copy(update=more)

    async def _draw(self, socket: ClientConnection) -> None:
        """The latest picture, as fast as the line takes them."""
        while True:
            await self._drawn.wait()
            self._drawn.clear()
            if self._picture is not None:
                await socket.send(self._picture)


def in_words(fault: QiancheError | VanRefuses) -> Words:
    """An error in both languages."""
    return Words(zh=fault.message("zh"), en=fault.message("en"))
