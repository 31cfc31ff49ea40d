"""Tables described once: pages show them page by page, files hold them whole. Most are those of supervision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from common.text import Lang, text
from ledger.people.sight import Sight

if TYPE_CHECKING:
    from ledger.services import LedgerServices

Kind = Literal["text", "link", "count", "hours", "share", "score", "moment", "day", "verdict"]
"""``share`` is of 1, ``moment`` microseconds since 1970, ``day`` a date, ``verdict`` True for passed; None: unknown."""
RIGHT: tuple[Kind, ...] = ("count", "hours", "share", "score")
Row = dict[str, Any]
"""Values by field; ``id`` besides, and ``href`` where the row leads somewhere."""
After = tuple[Any, ...] | None
"""Where the page before ended; None for the first page."""
_AT_ONCE = 500
Asking = TypeVar("Asking")
"""What a table is asked for: :class:`ledger.supervision.asked.Asked` for those of supervision."""


@dataclass(frozen=True)
class Field:
    """A column: its field in the rows, its title's key and what kind of value it holds."""

    name: str
    title_key: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Question(Generic[Asking]):
    """What a table is filled for: who asks for what, in which language."""

    asked: Asking
    sight: Sight
    lang: Lang

    def say(self, key: str, **places: object) -> str:
        """A text of the catalogue in the asker's language."""
        return text(key, self.lang, **places)


Fetch = Callable[[Question[Asking], After, int], tuple[list[Row], After]]
"""Rows after a place, at most so many, and where they end; None when nothing can follow."""


@dataclass(frozen=True)
class Sheet(Generic[Asking]):
    """A table. ``personal`` ones hold names: who takes them down is written into the trail of looks."""

    name: str
    fields: tuple[Field, ...]
    fetch: Fetch[Asking]
    personal: bool = False

    def title(self, lang: Lang) -> str:
        return text(f"supervision.sheet.{self.name}", lang)

    def all_rows(self, question: Question[Asking]) -> Iterator[Row]:
        """Every row, fetched a few hundred at a time."""
        after: After = None
        while True:
            rows, after = self.fetch(question, after, _AT_ONCE)
            yield from rows
            if after is None:
                return


def whole(rows: list[Row], after: After, limit: int) -> tuple[list[Row], After]:
    """A page of a table that is short enough to be made whole every time."""
    start = after[0] if after else 0
    end = start + limit
    return rows[start:end], (end,) if end < len(rows) else None


def keyed(rows: list[Row], keys: list[tuple[Any, ...]], limit: int) -> tuple[list[Row], After]:
    """A page of a table of any length; ``keys`` say of each row where it stands."""
    return rows, keys[-1] if len(rows) == limit else None


def sheets_of(services: LedgerServices) -> Mapping[str, Sheet]:
    """Every table of supervision by its name."""
    from ledger.supervision import figure_sheets, record_sheets

    made = (*figure_sheets.sheets(services), *record_sheets.sheets(services))
    return {sheet.name: sheet for sheet in made}
