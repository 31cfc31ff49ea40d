"""Drafts as the list shows them: how far each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from common.text import Lang
from kiosk.bench.bench import Bench
from kiosk.bench.drafts import DraftUnknown
from kiosk.van import Van
from scenarios.writing.check import Reading, read_text

State = Literal["draft", "faults", "published", "changed"]


@dataclass(frozen=True)
class DraftShown:
    """One line of the list."""

    id: str
    title: str
    changed: str
    state: State
    faults: int
    version: int | None
    """The version that the van offers."""
    held_by: str | None


def drafts_shown(bench: Bench, lang: Lang) -> list[DraftShown]:
    """All drafts of a van; reads every file."""
    found = []
    for draft in bench.drafts:
        try:
            text = bench.drafts.read(draft.id)
        except DraftUnknown:
            continue  # deleted just now
        reading = read_text(text, "", bench.drafts.folder)
        changed = draft.changed.strftime("%m-%d %H:%M")
        state, version = _state(bench.van, reading)
        title = _title(reading, lang) or draft.id
        found.append(
            DraftShown(draft.id, title, changed, state, len(reading.faults), version, bench.holder_of(draft.id))
        )
    return found


def _state(van: Van, reading: Reading) -> tuple[State, int | None]:
    if reading.scenario is None:
        return "faults", None
    offer = van.shelf.offers.get(reading.scenario.id)
    if offer is None or offer.loaded.scenario.version is None:
        return "draft", None
    version = offer.loaded.scenario.version
    return ("published" if offer.loaded.scenario == reading.scenario else "changed"), version


def _title(reading: Reading, lang: Lang) -> str | None:
    """The title, as far as it can be read."""
    data: Any = reading.source.data if reading.source is not None else None
    title = data.get("title") if isinstance(data, dict) else None
    said = title.get(lang) if isinstance(title, dict) else None
    return said if isinstance(said, str) and said.strip() else None
