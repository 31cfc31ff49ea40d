"""A drawing screen: ``sim``'s stream display, with what it says about preparing kept apart from the session."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from kiosk.screen import Message
from sim.display.stream import StreamDisplay
from sim.log.events import Header

ASK_AGAIN_S = 60.0
"""A display that was busy playing, or has crashed, is asked to prepare again after so long."""


class StreamScreen:
    """Gives a session's messages to who plays it, and progress to who prepares."""

    def __init__(self, display: StreamDisplay | None = None) -> None:
        self._display = display or StreamDisplay()
        self._said: asyncio.Queue[Message] = asyncio.Queue()
        self._progress: dict[str, float] = {}
        self._changed = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Bring the drawing process up; again after a crash.

        Raises:
            EnvironmentLacks: the machine cannot draw.
        """
        await self._stop_listening()
        await self._display.start()
        self._listening = asyncio.create_task(self._listen())

    async def prepare(self, scenario_path: Path) -> AsyncIterator[float]:
        """Build what the scenario needs; yields how much is done. Waits while a session is played."""
        path = str(scenario_path)
        self._progress[path] = 0.0
        while self._progress[path] < 1.0:
            await self._display.prepare(scenario_path)
            try:
                async with asyncio.timeout(ASK_AGAIN_S) as patience:
                    while self._progress[path] < 1.0:
                        self._changed.clear()
                        await self._changed.wait()
                        patience.reschedule(asyncio.get_running_loop().time() + ASK_AGAIN_S)
                        yield self._progress[path]
            except TimeoutError:
                continue

    async def begin(self, scenario_path: Path, header: Header, log_path: Path) -> None:
        """Play a new session, or go on with the one in an unfinished log.

        Raises:
            DataError: the scenario or the log is wrong.
            EnvironmentLacks: the process is gone.
        """
        self._said = asyncio.Queue()
        await self._display.begin(scenario_path, header, log_path)

    def send(self, intent: dict[str, Any]) -> None:
        """Do what the trainee asks. It has no names to touch: everything is in the picture."""
        if intent["kind"] != "name":
            self._display.send(intent)

    async def next_frame(self, after: int) -> tuple[int, bytes]:
        """The next picture after number ``after``."""
        return await self._display.next_frame(after)

    async def messages(self) -> AsyncIterator[Message]:
        """What is said about the session, until the process is gone."""
        said = self._said
        while True:
            message = await said.get()
            yield message
            if message["type"] == "fault":
                return

    async def close(self) -> None:
        await self._stop_listening()
        await self._display.close()

    async def _listen(self) -> None:
        async for message in self._display.messages():
            if message["type"] == "progress":
                self._progress[message["path"]] = message["share"]
                self._changed.set()
            else:
                self._said.put_nowait(message)

    async def _stop_listening(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
            self._listening = None
