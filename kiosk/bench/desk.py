"""One draft on the bench: its text, the process that draws it, and the page that may change it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Any

from common.errors import EnvironmentLacks
from common.text import Lang
from kiosk.bench.drafts import Drafts
from kiosk.bench.preview import Preview
from kiosk.player import report_failure

log = logging.getLogger(__name__)
Message = dict[str, Any]
BACKLOG = 300
MOST_CRASHES = 3
KEPT = ("map", "plan", "moment", "building")
"""What a page that comes later has to be told."""


@dataclass(eq=False)
class Page:
    """One browser page with this draft, and who sits before it."""

    user: str
    lang: Lang
    token: str
    """The same after a reload."""
    said: asyncio.Queue[Message] = field(default_factory=lambda: asyncio.Queue(BACKLOG))

    def tell(self, message: Message) -> None:
        """Say something to the page; one that does not read loses the oldest."""
        if self.said.full():
            self.said.get_nowait()
        self.said.put_nowait(message)


class Desk:
    """Whoever sits down first holds the draft; others see who does and may take it over."""

    def __init__(self, draft: str, drafts: Drafts, preview: Preview | None) -> None:
        """Take a draft up; without a ``preview`` there is no picture.

        Raises:
            DraftUnknown: there is no such draft.
        """
        self.draft = draft
        self.text = drafts.read(draft)
        self.seq = 0
        self.preview = preview
        self.pages: list[Page] = []
        self.holder: Page | None = None
        self._drafts = drafts
        self._kept: dict[str, Message] = {}
        self._run: asyncio.Task[None] | None = None

    # --- who holds it ---------------------------------------------------------------------------------

    def sit_down(self, page: Page) -> None:
        """A page opens the draft."""
        self.pages.append(page)
        if self.holder is None or self.holder.token == page.token:
            self.hand_to(page)
        else:
            page.tell({"type": "held", "by": self.holder.user})

    def get_up(self, page: Page) -> None:
        """A page is closed; the next that waits holds the draft."""
        self.pages.remove(page)
        if self.holder is page:
            self.holder = None
            if self.pages:
                self.hand_to(self.pages[0])

    def hand_to(self, page: Page) -> None:
        """Let this page change the draft, and no other."""
        if self.holder is not None and self.holder is not page:
            self.holder.tell({"type": "held", "by": page.user})
        self.holder = page
        page.tell({"type": "yours", "text": self.text, "picture": self.preview is not None})
        for kind in KEPT:
            if kind in self._kept:
                page.tell(self._kept[kind])
        if self._run is None and self.preview is not None:
            self._run = asyncio.create_task(self._draw())
            self._run.add_done_callback(report_failure)

    # --- its text -------------------------------------------------------------------------------------

    async def write(self, text: str, seq: int) -> None:
        """Take in and keep what was typed; its picture follows.

        Raises:
            QiancheError: it cannot be kept.
        """
        self.seq = seq
        if text == self.text:
            return
        self.text = text
        await asyncio.to_thread(self._drafts.save, self.draft, text)
        self._show()

    def _show(self) -> None:
        if self.preview is not None:
            self.preview.show(self.text, self.seq, self._drafts.folder)

    # --- its picture ----------------------------------------------------------------------------------

    async def _draw(self) -> None:
        """Keep the drawing process up, and pass on what it says."""
        for _ in range(MOST_CRASHES):
            try:
                await self.preview.start()
            except EnvironmentLacks as lacking:
                self._lost(lacking)
                return
            self._show()
            async for message in self.preview.messages():
                if message["type"] == "fault":
                    log.error("the picture of the draft %s is gone: %s", self.draft, message.get("text"))
                    break
                self._pass_on(message)
        self._lost(EnvironmentLacks("bench.fault.no_picture"))

    def _pass_on(self, message: Message) -> None:
        if message["type"] in KEPT:
            self._kept[message["type"]] = message
        if message["type"] == "plan":
            self._kept.pop("building", None)
        self._say(message)

    def _lost(self, why: EnvironmentLacks) -> None:
        if self.holder is not None:
            self._say({"type": "no_picture", "text": why.message(self.holder.lang)})

    def _say(self, message: Message) -> None:
        if self.holder is not None:
            self.holder.tell(message)

    async def close(self) -> None:
        """Let the draft go; its text is kept already."""
        if self._run is not None:
            self._run.cancel()
            await asyncio.gather(self._run, return_exceptions=True)
        if self.preview is not None:
            await self.preview.close()
