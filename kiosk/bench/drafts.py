"""Drafts of own scenarios: a file each in a folder of the van's, whole at every moment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from common.clock import Clock
from common.errors import DataError, UsageError
from scenarios.source import MAX_BYTES

MOST = 300
MAX_ID = 60
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class DraftUnknown(DataError):
    """There is no draft of this name."""


class DraftRefused(UsageError):
    """A draft cannot be made, or kept, this way."""


@dataclass(frozen=True)
class Draft:
    """A draft in the list."""

    id: str
    changed: datetime


class Drafts:
    """The drafts of one van. A name is that of its file, so nothing but an id is one."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self._clock = clock

    def __iter__(self) -> Iterator[Draft]:
        """All drafts, those that were changed last first."""
        files = [path for path in self.folder.glob("*.yaml") if _is_id(path.stem)]
        zone = self._clock.now().tzinfo
        found = [Draft(path.stem, datetime.fromtimestamp(path.stat().st_mtime, zone)) for path in files]
        return iter(sorted(found, key=lambda draft: draft.changed, reverse=True))

    def path(self, draft: str) -> Path:
        """The file of a draft.

        Raises:
            DraftUnknown: there is none, or that is no id.
        """
        path = self.folder / f"{draft}.yaml"
        if not _is_id(draft) or not path.is_file():
            raise DraftUnknown("bench.fault.unknown", draft=draft[:MAX_ID])
        return path

    def read(self, draft: str) -> str:
        """The text of a draft.

        Raises:
            DraftUnknown: there is none.
        """
        return self.path(draft).read_text("utf-8", "replace")

    def create(self, draft: str, text: str) -> None:
        """Begin a draft.

        Raises:
            DraftRefused: that is no id, there is such a draft already, or there are too many.
        """
        if not _is_id(draft):
            raise DraftRefused("bench.fault.no_id", limit=MAX_ID)
        if (self.folder / f"{draft}.yaml").exists():
            raise DraftRefused("bench.fault.taken", draft=draft)
        if len(list(self)) >= MOST:
            raise DraftRefused("bench.fault.too_many", limit=MOST)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._write(draft, text)

    def save(self, draft: str, text: str) -> None:
        """Keep another text of a draft: whole or not at all.

        Raises:
            DraftUnknown: there is no such draft.
            DraftRefused: the text is longer than a scenario may be.
        """
        self.path(draft)
        self._write(draft, text)

    def remove(self, draft: str) -> None:
        """Forget a draft; what was published of it stays.

        Raises:
            DraftUnknown: there is no such draft.
        """
        self.path(draft).unlink()

    def _write(self, draft: str, text: str) -> None:
        raw = text.encode("utf-8", "replace")
        if len(raw) > MAX_BYTES:
            raise DraftRefused("bench.fault.too_long", limit=MAX_BYTES // 1024)
        part = self.folder / f".{draft}.part"
        part.write_bytes(raw)
        part.replace(self.folder / f"{draft}.yaml")


def _is_id(name: str) -> bool:
    return len(name) <= MAX_ID and _ID.fullmatch(name) is not None
