"""The bench of one van: its drafts, those that are open, and the processes that work for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

from assets.workers import process_pool
from common.clock import Clock
from kiosk.bench.desk import Desk, Page
from kiosk.bench.drafts import Drafts
from kiosk.bench.preview import Preview
from kiosk.van import Van

MOST_PICTURES = 2
"""Each is a process that takes a processor while somebody walks."""
LINGER_S = 15.0
"""A draft stays open so long after its last page, which may only be loading again."""


class Bench:
    """What stands behind the pages of the bench."""

    def __init__(self, van: Van, clock: Clock, new_preview: Callable[[], Preview] = Preview) -> None:
        self.van = van
        self.drafts = Drafts(van.settings.data / "drafts", clock)
        self._new_preview = new_preview
        self._desks: dict[str, Desk] = {}
        self._pool: ProcessPoolExecutor | None = None
        self._leaving: set[asyncio.Task[None]] = set()

    def open(self, draft: str, page: Page) -> Desk:
        """Let a page sit down at a draft's desk.

        Raises:
            DraftUnknown: there is no such draft.
        """
        desk = self._desks.get(draft)
        if desk is None:
            drawn = sum(each.preview is not None for each in self._desks.values())
            wanted = drawn < MOST_PICTURES and self.van.settings.display == "stream"
            desk = self._desks[draft] = Desk(draft, self.drafts, self._new_preview() if wanted else None)
        desk.sit_down(page)
        return desk

    def leave(self, desk: Desk, page: Page) -> None:
        """A page is closed."""
        desk.get_up(page)
        task = asyncio.create_task(self._close_when_left(desk))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    def holder_of(self, draft: str) -> str | None:
        """Who has a draft open."""
        desk = self._desks.get(draft)
        return desk.holder.user if desk is not None and desk.holder is not None else None

    @property
    def pool(self) -> ProcessPoolExecutor:
        """A process for what takes seconds: proofs, and publishing, which proves again."""
        if self._pool is None:
            self._pool = process_pool(1)
        return self._pool

    def renew_pool(self) -> None:
        """After the process was lost."""
        self._pool = None

    async def close(self) -> None:
        """End everything that runs for drafts."""
        for task in self._leaving:
            task.cancel()
        await asyncio.gather(*(desk.close() for desk in self._desks.values()))
        self._desks.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    async def _close_when_left(self, desk: Desk) -> None:
        await asyncio.sleep(LINGER_S)
        if not desk.pages and self._desks.get(desk.draft) is desk:
            del self._desks[desk.draft]
            await desk.close()
