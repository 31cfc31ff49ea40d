"""A draft becomes a scenario that the van offers: proved, with a version and an author."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from common.errors import DataError
from common.text import Lang
from kiosk.bench.desk import Desk
from kiosk.own_scenarios import NotProved, Published, publish
from scenarios.writing.edit import set_value

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.bench.bench import Bench

Message = dict[str, Any]


async def published(bench: Bench, desk: Desk, author: str, lang: Lang) -> Message:
    """Publish a draft and offer it at once; what came of it, and the draft's text with its new version.

    Raises:
        QiancheError: the text has faults, or its id is the bank's.
    """
    settings = bench.van.settings
    running = bench.pool.submit(_publish, desk.text, author, settings.own_scenarios, bench.drafts.folder)
    done = await asyncio.wrap_future(running)
    if isinstance(done, NotProved):
        found = [finding for result in done.results for finding in result.findings]
        return {"findings": [{"line": each.line, "text": getattr(each.text, lang)} for each in found]}
    offer = await bench.van.offer(done.path)
    title = getattr(offer.loaded.scenario.title, lang)
    return {"version": done.version, "title": title, "text": _as_published(desk.text, done.version, author.strip())}


def _as_published(text: str, version: int, author: str) -> str | None:
    """The draft with its version and author; None where what was typed meanwhile cannot be read just now."""
    try:
        return set_value(set_value(text, ("version",), version), ("author",), author)
    except DataError:
        return None


def _publish(text: str, author: str, folder: Path, beside: Path) -> Published | NotProved:
    """Runs in a process of the bench. An error whose making takes more than its words cannot come out of one."""
    try:
        return publish(text, author, folder, beside)
    except NotProved as unproved:
        return unproved
