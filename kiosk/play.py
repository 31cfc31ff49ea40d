"""A session while it is played at a station: its screen in the middle, pages around it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from kiosk.screen import Message, Screen
from scenarios.model import Scenario
from sim.audio.voices import Voices

BACKLOG = 200
"""Messages kept for a page that is slow to read; then the oldest go, since newer ones say the same."""


class ScreenGone(Exception):
    """The screen ended without the session having ended."""


class Play:
    """Relays between a screen and any number of pages; a page that comes later is told how things stand."""

    def __init__(self, session: str, scenario: Scenario, screen: Screen, voices: Voices) -> None:
        """``voices`` say the scenario's lines, as far as they are prepared."""
        self.session = session
        self.voices = voices
        self.scenario = scenario
        self.screen = screen
        self.hud: Message | None = None
        self._pages: set[asyncio.Queue[Message]] = set()

    async def run(self) -> None:
        """Relay until the session has ended.

        Raises:
            ScreenGone: the screen crashed; the session can go on from its log.
        """
        async for message in self.screen.messages():
            if message["type"] == "hud":
                self.hud = message
            self._tell(message)
            if message["type"] == "ended":
                return
            if message["type"] == "fault":
                raise ScreenGone(str(message.get("text", "")))
        raise ScreenGone("no more messages")

    def send(self, intent: dict[str, Any]) -> None:
        self.screen.send(intent)

    def stop(self, by: str) -> None:
        """End the session before its end."""
        self.screen.send({"kind": "stop", "by": by})

    @contextmanager
    def page(self) -> Iterator[asyncio.Queue[Message]]:
        """A page's own queue of messages, while it looks."""
        queue: asyncio.Queue[Message] = asyncio.Queue(BACKLOG)
        if self.hud is not None:
            queue.put_nowait(self.hud)
        self._pages.add(queue)
        try:
            yield queue
        finally:
            self._pages.discard(queue)

    def _tell(self, message: Message) -> None:
        for queue in self._pages:
            if queue.full():
                with suppress(asyncio.QueueEmpty):
                    queue.get_nowait()
            queue.put_nowait(message)
