"""A van's side of its headsets on a real port, a wire to it that can be cut, and stations that come over it."""

from __future__ import annotations

import asyncio
import math
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TypeVar

import uvicorn
from fastapi import FastAPI

from common.clock import SystemClock
from common.errors import QiancheError
from common.sealing import new_sealing_key, public_of
from kiosk.finish import Finisher
from kiosk.headsets.headsets import Headsets
from kiosk.headsets.line import headset_router
from kiosk.headsets.messages import LARGEST_PICTURE
from kiosk.headsets.place import HeadsetPlace
from kiosk.outbox import Outbox
from kiosk.people import People
from kiosk.recovery import recover_sittings
from kiosk.remote.link import Link
from kiosk.remote.membership import Belongs, pair
from kiosk.remote.provision import Provision
from kiosk.remote.remote_station import RemoteStation
from kiosk.remote.session_logs import SessionLogs
from kiosk.settings import Secrets
from kiosk.shelf import Shelf
from kiosk.sittings import Sittings
from kiosk.store import Store
from tests.kiosk.fake_headset import FakeHeadset
from tests.kiosk.made_up import OWES

PATIENCE_S = 60.0
Got = TypeVar("Got")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class VanSide:
    """The headsets of a van, behind HTTP; killed and started again on the same port and files."""

    def __init__(self, folder: Path, scenarios: list[str], own: Path | None = None) -> None:
        self.folder = folder
        self._scenarios, self._own = scenarios, own
        self.port = free_port()
        self._public = public_of(new_sealing_key()[0])
        self.start()

    def start(self) -> None:
        self.store = Store(self.folder / "van.db")
        people = People(self.store, Secrets(pseudonym=b"p" * 32, ledger_public=self._public, at_rest=b"v" * 32))
        self.outbox, sittings = Outbox(self.store, SystemClock(), OWES), Sittings(self.store)
        shelf = Shelf(self.folder / "scenarios", self._scenarios, (self._own,) if self._own else ())
        finisher = Finisher("van-1", self.outbox, people, sittings, self.folder, shelf)
        self.headsets = Headsets(
            "van-1", self.store, b"v" * 32, SystemClock(), shelf, people, self.outbox, sittings, finisher,
            self.folder, lambda: None,
        )  # fmt: skip
        recover_sittings(sittings, finisher, set(), self.headsets.away())
        self.headsets.settle()
        app = FastAPI()
        app.include_router(headset_router(self.headsets))
        config = uvicorn.Config(app, host="127.0.0.1", port=self.port, log_level="error", lifespan="off")
        self._server = uvicorn.Server(config)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._server.serve(),))
        self._thread.start()
        wait_for(lambda: self._server.started)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self.headsets.close)
        self._server.should_exit = True
        self._thread.join()
        self._loop.close()
        self.store.close()

    def do(self, what: Callable[[], Got]) -> Got:
        """Do something in the van's own loop."""

        async def done() -> Got:
            return what()

        return asyncio.run_coroutine_threadsafe(done(), self._loop).result(PATIENCE_S)

    def watch(self, place: HeadsetPlace, after: int) -> tuple[int, bytes]:
        """Look at a headset's picture until a new one is there, then look away."""

        async def look() -> tuple[int, bytes]:
            with place.view.looked_at():
                return await place.view.next_frame(after)

        return asyncio.run_coroutine_threadsafe(look(), self._loop).result(PATIENCE_S)


class Wire:
    """What lies between a station and its van: every byte goes through it, until it is cut."""

    def __init__(self, to_port: int) -> None:
        self._to_port = to_port
        self.port = free_port()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._lines: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self._left = math.inf
        self.whole = False
        self.mend()

    def mend(self) -> None:
        """Everything goes through from now on."""
        self._do(self._mend())

    async def _mend(self) -> None:
        self._left = math.inf
        if not self.whole:
            self._server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)
            self.whole = True

    def cut(self) -> None:
        """Nothing goes through any more, and nobody is told."""
        self.cut_after(0)

    def cut_after(self, count: int) -> None:
        """So many bytes go through yet, whichever way."""
        self._do(self._let_through(count))

    async def _let_through(self, count: int) -> None:
        self._left = count
        if count == 0:
            self._cut()

    def _cut(self) -> None:
        self.whole, self._left = False, math.inf
        if self._server is not None:
            self._server.close()
        for line in self._lines:
            line.transport.abort()

    def close(self) -> None:
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, what: object) -> object:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(PATIENCE_S)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._to_port)
        except OSError:
            writer.close()
            return
        ends = {writer, far_writer}
        self._lines |= ends
        await asyncio.gather(self._pour(reader, far_writer), self._pour(far_reader, writer))
        self._lines -= ends

    async def _pour(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while part := await reader.read(LARGEST_PICTURE):
                through = part[: int(min(len(part), self._left))]
                self._left -= len(through)
                writer.write(through)
                await writer.drain()
                if self._left == 0:
                    self._cut()
        writer.close()


class StationSide:
    """A headset's computer: paired once, started as often as one likes."""

    def __init__(self, folder: Path, port: int, code: str) -> None:
        self.folder = folder
        self.belongs: Belongs = pair(folder, f"http://127.0.0.1:{port}", code)
        self.said: list[str] = []

    @property
    def name(self) -> str:
        return self.belongs.membership.name

    def start(self, headset: FakeHeadset, *, online: bool = True) -> None:
        """Run the program; ``online`` waits until it is connected."""
        self.headset = headset
        self.logs = SessionLogs(self.folder / "sessions")
        provision = Provision(self.folder / "scenarios")
        self.link = Link(self.belongs.membership, self.belongs.address, self.logs, provision, self._look, Random(1))
        self.station = RemoteStation(headset, self.link, self.logs, provision, SystemClock(), self._hear)
        self._stopping = threading.Event()
        self.fault: Exception | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        if online:
            wait_for(lambda: self.link.connected)

    def _hear(self, what: str, fault: QiancheError | None) -> None:
        self.said.append(what)

    async def _look(self, not_at: str) -> str | None:
        """Nobody else has the van's address here."""
        return None

    def _run(self) -> None:
        try:
            self.station.run(self._stopping)
        except Exception as fault:
            self.fault = fault

    def stop(self) -> None:
        """End the program, as Ctrl+C does."""
        self._stopping.set()
        self._thread.join()

    def ends(self) -> Exception | None:
        """Wait until the program ends by itself."""
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive()
        return self.fault


def wait_for(what: Callable[[], Got]) -> Got:
    """Until it is so."""
    until = time.monotonic() + PATIENCE_S
    while not (got := what()):
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.01)
    return got
