"""The pages that are one table: figures, companies, people, completions and missed hazards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException
from nicegui import ui
from starlette.requests import Request

from ledger.supervision.figures import DIMENSIONS
from ledger.supervision.sheets import Sheet, sheets_of
from ledger.supervision.view import View, address, show_exports, show_sheet, supervision_page
from ledger.ways import Reader

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def register(services: LedgerServices) -> None:
    """Make the pages known to NiceGUI."""
    sheets = sheets_of(services)

    @ui.page("/ledger/supervision/figures")
    def figures(request: Request, user: Reader, by: str = "district") -> None:
        if by not in DIMENSIONS:
            raise HTTPException(404)
        with supervision_page(services, request, user, "figures", by=by) as view:
            choices = {each: view.say(f"supervision.by.{each}") for each in DIMENSIONS}
            with ui.row().classes("tools"):
                chosen = ui.toggle(choices, value=by).props("unelevated no-caps toggle-color=primary")
                chosen.on_value_change(lambda event: ui.navigate.to(address("figures", view.asked, by=event.value)))
                ui.space()
                show_exports(view, sheets[by])
            show_sheet(view, sheets[by])

    @ui.page("/ledger/supervision/companies")
    def companies(request: Request, user: Reader) -> None:
        with supervision_page(services, request, user, "companies") as view:
            _table(view, sheets["companies"])

    @ui.page("/ledger/supervision/hazards")
    def hazards(request: Request, user: Reader) -> None:
        with supervision_page(services, request, user, "hazards") as view:
            _table(view, sheets["hazards"], "supervision.empty.hazards")

    @ui.page("/ledger/supervision/people")
    def people(request: Request, user: Reader) -> None:
        with supervision_page(services, request, user, "people") as view:
            services.people.looks.note(user, "list")
            _table(view, sheets["people"], verdicts=True)

    @ui.page("/ledger/supervision/completions")
    def completions(request: Request, user: Reader) -> None:
        with supervision_page(services, request, user, "completions") as view:
            learner = view.asked.learner or None
            services.people.looks.note(user, "page" if learner else "list", learner)
            _table(view, sheets["completions"], verdicts=True)


def _table(view: View, sheet: Sheet, empty_key: str = "supervision.empty.any", *, verdicts: bool = False) -> None:
    with ui.row().classes("tools"):
        if verdicts:
            _verdicts(view)
        ui.space()
        show_exports(view, sheet)
    show_sheet(view, sheet, empty_key)


def _verdicts(view: View) -> None:
    names = {"": "all", "passed": "passed", "failed": "failed"}
    choices = {verdict: view.say(f"ledger.filter.{name}") for verdict, name in names.items()}
    chosen = ui.toggle(choices, value=view.asked.verdict).props("unelevated no-caps toggle-color=primary")
    chosen.on_value_change(lambda event: ui.navigate.to(view.here(verdict=event.value)))
