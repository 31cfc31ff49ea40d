"""The page of who looked at whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nicegui import ui

from common.moments import shown_moment
from common.web.forms import search_field
from common.web.frame import Frame, page_frame
from common.web.tables import Column, PagedTable, Rows
from ledger.people.looks import Look
from ledger.ways import Watcher, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_COLUMNS = [
    Column("at", "people.look.at"),
    Column("account", "people.look.account"),
    Column("action", "people.look.action"),
    Column("whom", "people.look.whom"),
    Column("asked", "people.look.asked"),
    Column("found", "people.look.found", align="right"),
]


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page("/ledger/looks")
    def looks(_user: Watcher) -> None:
        with page_frame("people.look.title") as frame:
            show_ways(frame, "/ledger/looks")
            with ui.row().classes("tools"):
                searched = search_field(frame, "people.look.search")

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                found, total = services.people.looks.page(offset, limit, account=(searched.value or "").strip())
                return [_cells(frame, each) for each in found], total

            searched.on_value_change(PagedTable(frame, _COLUMNS, fetch).reload)


def _cells(frame: Frame, look: Look) -> dict[str, object]:
    """Whom it was about is said by pseudonym: the trail itself shows nobody's name."""
    return {
        "id": look.id,
        "at": shown_moment(look.at),
        "account": f"{look.account} · {frame.say(f'web.role.{look.role}')}",
        "action": frame.say(f"people.look.actions.{look.action}"),
        "whom": look.learner or "–",
        "asked": look.asked or "–",
        "found": "–" if look.found is None else look.found,
    }
