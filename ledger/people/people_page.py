"""The page of all learners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import RedirectResponse
from nicegui import ui

from common.web.forms import search_field
from common.web.frame import page_frame
from common.web.tables import Column, PagedTable, Rows
from ledger.completion_rows import PERSON, SUM, person_cells, sum_cells
from ledger.people.sight import sight_of
from ledger.ways import Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_WORK = [Column("employer", "people.learner.employer"), Column("trade", "people.learner.trade")]


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page("/ledger/people")
    def people(user: Reader) -> None:
        sight = sight_of(user)
        companies = services.people.employers.names(sight)
        with page_frame("ledger.learners") as frame:
            show_ways(frame, "/ledger/people")
            with ui.row().classes("tools"):
                searched = search_field(frame, "people.learner.search")

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                text = (searched.value or "").strip()
                wanted = services.learners.search(text, sight) if text else None
                sums, total = services.completions.by_learner(wanted, offset, limit, sight)
                services.people.looks.note(user, "search" if text else "list", found=total, asked=text)
                named = services.learners.named({each.learner for each in sums})
                rows = []
                for each in sums:
                    person = named.get(each.learner)
                    work = {
                        "employer": companies.get(person.employer or "", "–") if person else "–",
                        "trade": (person.trade if person else "") or "–",
                    }
                    rows.append(person_cells(frame, each.learner, named) | work | sum_cells(each))
                return rows, total

            table = PagedTable(frame, PERSON + _WORK + SUM, fetch)
            searched.on_value_change(table.reload)

    @ui.page("/ledger/learners")
    def former_address(_user: Reader) -> RedirectResponse:
        return RedirectResponse("/ledger/people")
