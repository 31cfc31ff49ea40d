"""What a trainee in a headset sees, for the crew's pages: sent over the line only while somebody looks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class HeadsetView:
    """The latest picture, and who waits for the next."""

    def __init__(self, wants: Callable[[bool], None]) -> None:
        """``wants`` is called when the first page begins to look, and when the last has gone."""
        self._wants = wants
        self._looking = 0
        self._number, self._picture = 0, b""
        self._fresh = asyncio.Event()

    @property
    def watched(self) -> bool:
        return self._looking > 0

    @contextmanager
    def looked_at(self) -> Iterator[None]:
        """A page looks."""
        self._looking += 1
        if self._looking == 1:
            self._wants(True)
        try:
            yield
        finally:
            self._looking -= 1
            if self._looking == 0:
                self._wants(False)

    def show(self, picture: bytes) -> None:
        """A picture has come (JPEG)."""
        self._number, self._picture = self._number + 1, picture
        fresh, self._fresh = self._fresh, asyncio.Event()
        fresh.set()

    async def next_frame(self, after: int) -> tuple[int, bytes]:
        """The latest picture with a number over ``after``; waits for it."""
        while self._number <= after:
            await self._fresh.wait()
        return self._number, self._picture
