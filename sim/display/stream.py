"""A station's screen for asyncio: a process of its own draws, pictures and messages come from it."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any, Literal

from common.errors import DataError, EnvironmentLacks, QiancheError
from sim.display.wire import HEAD, LARGEST_BLOCK, NUMBER, PICTURE, command_line
from sim.log.events import Header

log = logging.getLogger(__name__)
Message = dict[str, Any]
CLOSING_SECONDS = 5.0


class ScreenEnded(EnvironmentLacks):
    """The drawing process ended by itself."""

    def __init__(self, code: int | None) -> None:
        super().__init__("display.errors.screen_ended", code=code)


class StreamDisplay:
    """Draws one session at a time in a process of its own.

    ``messages`` gives dictionaries with a ``type``: ``hud`` (all that a page shows over the picture),
    ``pointed`` (the thing under the finger and the problems to choose from), ``ended`` (the session is
    over, its log whole), ``fault`` (the process is gone: ``start`` it again, and ``begin`` with the same
    log goes on).
    """

    def __init__(
        self,
        width: int = 960,
        height: int = 540,
        *,
        cache: Path | None = None,
        quality: Literal["auto", "lean", "full"] = "auto",
        library: str | None = None,
    ) -> None:
        """``width`` and ``height`` of the pictures in pixels; ``cache`` another folder for what is built;
        ``quality`` how much is drawn, by itself as much as keeps it fluent; ``library`` another source of
        props and places than this project's, as ``module:name`` of something that makes a ``Library``."""
        self._size, self._cache, self._quality, self._library = (width, height), cache, quality, library
        self._process: asyncio.subprocess.Process | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._messages: asyncio.Queue[Message] = asyncio.Queue()
        self._frame: tuple[int, bytes] = (0, b"")
        self._first_number = 0
        self._fresh = asyncio.Condition()
        self._asked_for = False
        self._answer: asyncio.Future[Message] | None = None
        self._preparing: dict[str, asyncio.Queue[Message]] = {}
        self.renderer = ""

    # --- the process ----------------------------------------------------------------------------------

    async def start(self) -> None:
        """Bring the process up, also again after a crash.

        Raises:
            EnvironmentLacks: the machine cannot draw.
        """
        await self.close()
        self._messages = asyncio.Queue()
        self._asked_for = False
        self._first_number = self._frame[0]
        environment = dict(os.environ, PYTHONUTF8="1")
        if self._cache is not None:
            environment["QIANCHE_CACHE"] = str(self._cache)
        width, height = self._size
        library = ["--library", self._library] if self._library else []
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "sim.display.stream_process",
            "--width", str(width), "--height", str(height), "--quality", self._quality, *library,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=environment,
        )  # fmt: skip
        said = await self._answered(self._read_all())
        self.renderer = said["renderer"]

    async def close(self) -> None:
        """End the process; its session's log stays as it is."""
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
        refused = {"type": "refused", "key": fault.key, "places": {"code": str(code)}, "exit": fault.exit_code}
        for steps in self._preparing.values():
            steps.put_nowait(refused)
        self._messages.put_nowait({"type": "fault", "key": fault.key, "text": fault.message("en")})

    async def _take(self, kind: bytes, body: bytes) -> None:
        if kind == PICTURE:
            (number,) = NUMBER.unpack_from(body)
            async with self._fresh:
                self._frame = (self._first_number + number, body[NUMBER.size :])
                self._asked_for = False
                self._fresh.notify_all()
            return
        message = json.loads(body)
        if message["type"] == "progress" or message.get("of") == "prepare":
            if message["path"] in self._preparing:
                self._preparing[message["path"]].put_nowait(message)
        elif message["type"] in ("ready", "begun", "refused", "fault") and self._answer is not None:
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
            raise _refusal(message)
        if message["type"] == "fault":
            raise EnvironmentLacks(message["key"])
        return message

    def _tell(self, command: Message) -> None:
        process = self._process
        if process is not None and process.returncode is None and process.stdin is not None:
            process.stdin.write(command_line(command))

    # --- sessions -------------------------------------------------------------------------------------

    async def prepare(self, scenario_path: Path, pictures: Path | None = None) -> AsyncIterator[float]:
        """Build what a scenario needs, between sessions; yields how much of it is done, 1.0 last.

        ``pictures``: a folder for its still pictures, ``start.jpg``, one per hazard and ``replay.jpg``;
        they are drawn when they are not there.

        Raises:
            DataError: the scenario is wrong.
            EnvironmentLacks: the process ended.
        """
        steps = self._preparing.setdefault(str(scenario_path), asyncio.Queue())
        self._tell(
            {"do": "prepare", "path": str(scenario_path), "pictures": str(pictures) if pictures is not None else None}
        )
        try:
            while True:
                message = await steps.get()
                if message["type"] == "refused":
                    raise _refusal(message)
                yield message["share"]
                if message["share"] >= 1.0:
                    return
        finally:
            self._preparing.pop(str(scenario_path), None)

    async def begin(self, scenario_path: Path, header: Header, log_path: Path) -> None:
        """Play a new session, or go on with the one in the unfinished log at ``log_path``.

        Returns when the first picture can be asked for.

        Raises:
            DataError: the scenario or the log is wrong.
            EnvironmentLacks: the process ended.
        """
        while not self._messages.empty():
            self._messages.get_nowait()
        self._tell(
            {"do": "begin", "path": str(scenario_path), "header": header.model_dump(mode="json"), "log": str(log_path)}
        )
        await self._answered()

    def send(self, intent: Message) -> None:
        """Do what the trainee asks: ``kind`` is one of look (h, p), step (to), point (x, y), flag (target,
        problem), choose (decision, option), pause, resume, go, stop (by)."""
        self._tell({"do": "intent", **intent})

    async def leave(self) -> None:
        """Leave the session; its log stays unfinished."""
        self._tell({"do": "leave"})

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


def _refusal(message: Message) -> QiancheError:
    places = message["places"]
    return (DataError if message["exit"] == DataError.exit_code else EnvironmentLacks)(message["key"], **places)
