"""A process of its own that draws, for asyncio: pictures and messages come from it, commands go to it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any

from common.errors import DataError, EnvironmentLacks, QiancheError
from sim.display.wire import HEAD, LARGEST_BLOCK, NUMBER, PICTURE, command_line

Message = dict[str, Any]
CLOSING_SECONDS = 5.0
ANSWERS = ("ready", "begun", "refused", "fault")


class ScreenEnded(EnvironmentLacks):
    """The drawing process ended by itself."""

    def __init__(self, code: int | None) -> None:
        super().__init__("display.errors.screen_ended", code=code)


class DrawingProcess:
    """Owns a process that draws; see ``sim.display.stream_process`` for what it runs.

    ``messages`` gives dictionaries with a ``type``, ``fault`` when the process is gone: ``start`` it again.
    """

    def __init__(self, module: str, arguments: list[str], cache: Path | None = None) -> None:
        """``module`` is run as the process with ``arguments``; ``cache`` is another folder for what is built."""
        self._module, self._arguments, self._cache = module, arguments, cache
        self._process: asyncio.subprocess.Process | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._messages: asyncio.Queue[Message] = asyncio.Queue()
        self._frame: tuple[int, bytes] = (0, b"")
        self._first_number = 0
        self._fresh = asyncio.Condition()
        self._asked_for = False
        self._answer: asyncio.Future[Message] | None = None
        self.renderer = ""

    # --- the process ----------------------------------------------------------------------------------

    async def start(self) -> None:
        """Bring the process up, also again after a crash.

        Raises:
            EnvironmentLacks: the machine cannot draw.
        """
        await self.close()
        self._messages = asyncio.Queue()
        self._first_number = self._frame[0]
        environment = dict(os.environ, PYTHONUTF8="1")
        if self._cache is not None:
            environment["QIANCHE_CACHE"] = str(self._cache)
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", self._module, *self._arguments,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=environment,
        )  # fmt: skip
        said = await self._answered(self._read_all())
        self.renderer = said["renderer"]
        async with self._fresh:
            self._asked_for = False  # who asked while there was no process asks again
            self._fresh.notify_all()

    async def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            if process.returncode is None and process.stdin is not None:
                process.stdin.close()
            try:
                await asyncio.wait_for(process.wait(), CLOSING_SECONDS)
            except TimeoutError:
                process.kill()
                await process.wait()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()

    async def _read_all(self) -> None:
        """Take in blocks until the process ends."""
        process = self._process
        try:
            while True:
                kind, length = HEAD.unpack(await process.stdout.readexactly(HEAD.size))
                if length > LARGEST_BLOCK:
                    break
                await self._take(kind, await process.stdout.readexactly(length))
        except asyncio.IncompleteReadError:
            pass
        code = await process.wait()
        if process is self._process:
            self._gone(code)

    def _gone(self, code: int) -> None:
        fault = ScreenEnded(code)
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(fault)
        self._messages.put_nowait({"type": "fault", "key": fault.key, "text": fault.message("en")})

    async def _take(self, kind: bytes, body: bytes) -> None:
        if kind == PICTURE:
            (number,) = NUMBER.unpack_from(body)
            async with self._fresh:
                self._frame = (self._first_number + number, body[NUMBER.size :])
                self._asked_for = False
                self._fresh.notify_all()
            return
        self._hear(json.loads(body))

    def _hear(self, message: Message) -> None:
        """Take in what the process says: the answer that is waited for, or a message for the owner."""
        if message["type"] in ANSWERS and self._answer is not None:
            if not self._answer.done():
                self._answer.set_result(message)
        else:
            self._messages.put_nowait(message)

    async def _answered(self, reading: Coroutine[Any, Any, None] | None = None) -> Message:
        """The process's answer to what it was just asked."""
        self._answer = asyncio.get_running_loop().create_future()
        if reading is not None:
            self._tasks.append(asyncio.create_task(reading))
        try:
            message = await self._answer
        finally:
            self._answer = None
        if message["type"] == "refused":
            raise refusal_error(message)
        if message["type"] == "fault":
            raise EnvironmentLacks(message["key"])
        return message

    def _tell(self, command: Message) -> None:
        process = self._process
        if process is not None and process.returncode is None and process.stdin is not None:
            process.stdin.write(command_line(command))

    async def messages(self) -> AsyncIterator[Message]:
        """What the process says, in order, until it is gone."""
        queue = self._messages
        while True:
            message = await queue.get()
            yield message
            if message["type"] == "fault":
                return

    # --- pictures -------------------------------------------------------------------------------------

    @property
    def frame(self) -> tuple[int, bytes]:
        """The latest picture: its number, JPEG; (0, b"") before the first."""
        return self._frame

    async def next_frame(self, after: int) -> tuple[int, bytes]:
        """The latest picture with a number over ``after``; waits for it.

        While one picture is looked at the next is drawn, and when nobody asks none is.
        """
        async with self._fresh:
            while self._frame[0] <= after:
                self._ask()
                await self._fresh.wait()
            self._ask()
            return self._frame

    def _ask(self) -> None:
        if not self._asked_for:
            self._asked_for = True
            self._tell({"do": "draw"})


def refusal_error(message: Message) -> QiancheError:
    """The error that a refusal of the process tells of."""
    places = message["places"]
    return (DataError if message["exit"] == DataError.exit_code else EnvironmentLacks)(message["key"], **places)
