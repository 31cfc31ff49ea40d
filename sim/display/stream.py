"""A station's screen for asyncio: a process of its own draws, pictures and messages come from it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

from sim.display.drawing_process import DrawingProcess, Message, ScreenEnded, refusal_error
from sim.log.events import Header


class StreamDisplay(DrawingProcess):
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
        quick: bool = False,
    ) -> None:
        """``width`` and ``height`` of the pictures in pixels; ``cache`` another folder for what is built;
        ``quality`` how much is drawn, by itself as much as keeps it fluent; ``library`` another source of
        props and places than this project's, as ``module:name`` of something that makes a ``Library``;
        ``quick`` draws at once, in a light without shades."""
        named = ["--library", library] if library else []
        size = ["--width", str(width), "--height", str(height)]
        flags = ["--quick"] if quick else []
        super().__init__("sim.display.stream_process", [*size, "--quality", quality, *named, *flags], cache)
        self._preparing: dict[str, asyncio.Queue[Message]] = {}

    def _gone(self, code: int) -> None:
        fault = ScreenEnded(code)
        refused = {"type": "refused", "key": fault.key, "places": {"code": str(code)}, "exit": fault.exit_code}
        for steps in self._preparing.values():
            steps.put_nowait(refused)
        super()._gone(code)

    def _hear(self, message: Message) -> None:
        if message["type"] == "progress" or message.get("of") == "prepare":
            if message["path"] in self._preparing:
                self._preparing[message["path"]].put_nowait(message)
        else:
            super()._hear(message)

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
                    raise refusal_error(message)
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
