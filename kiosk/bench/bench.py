"""The bench of one van: its drafts, those that are open, and the processes that work for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

import scenarios
from assets.workers import process_pool
from common.clock import Clock
from common.text import Lang
from kiosk.bench.desk import Desk, Page
from kiosk.bench.drafts import Drafts
from kiosk.bench.preview import Preview
from kiosk.bench.trial import Trial
from kiosk.screen import Screen
from kiosk.van import Van
from sim.display.stream import StreamDisplay

MOST_PICTURES = 2
"""Each is a process that takes a processor while somebody walks."""
LINGER_S = 15.0
"""A draft stays open so long after its last page, which may only be loading again."""


def quick_screen() -> Screen:
    """A screen that draws at once: nothing is baked for a draft."""
    return StreamDisplay(quick=True)


class Bench:
    """What stands behind the pages of the bench."""

    def __init__(
        self,
        van: Van,
        clock: Clock,
        new_preview: Callable[[], Preview] = Preview,
        new_screen: Callable[[], Screen] = quick_screen,
    ) -> None:
        """``new_preview`` makes what draws a draft, ``new_screen`` what draws it while it is tried out."""
        self.van = van
        self._clock, self._new_screen = clock, new_screen
        self._trial: tuple[str, Trial] | None = None
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

    async def try_out(self, draft: str, lang: Lang) -> Trial:
        """Play a draft as a trainee; what was tried out before ends.

        Raises:
            DataError: there is no such draft, or it has faults.
        """
        path = self.drafts.path(draft)
        loaded = await asyncio.to_thread(scenarios.load, path)
        if self._trial is not None:
            await self.end_trial(self._trial[1])
        trial = Trial(loaded, self._new_screen(), lang, self._clock)
        self._trial = (draft, trial)
        return trial

    def trial_of(self, draft: str) -> Trial | None:
        """The trial of a draft that runs now."""
        return self._trial[1] if self._trial is not None and self._trial[0] == draft else None

    async def end_trial(self, trial: Trial) -> None:
        """A trial's page is closed, or another begins."""
        if self._trial is not None and self._trial[1] is trial:
            self._trial = None
        await trial.close()

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
        if self._trial is not None:
            await self._trial[1].close()
        await asyncio.gather(*(desk.close() for desk in self._desks.values()))
        self._desks.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    async def _close_when_left(self, desk: Desk) -> None:
        await asyncio.sleep(LINGER_S)
        if not desk.pages and self._desks.get(desk.draft) is desk:
            del self._desks[desk.draft]
            await desk.close()
