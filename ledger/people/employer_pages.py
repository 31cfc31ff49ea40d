"""The pages of companies: all of them, and one with its officers and orders."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import HTTPException
from nicegui import ui

from common.web.forms import facts, field, form_dialog, number_in, search_field, telling, whole_number
from common.web.frame import Frame, page_frame
from common.web.login import accounts_of
from common.web.tables import Column, PagedTable, Rows
from ledger.people import officers
from ledger.people.employers import INDUSTRIES, Employer, EmployerFacts
from ledger.people.sight import sight_of
from ledger.ways import Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_COLUMNS = [
    Column("name", "people.employer.name", cell="link"),
    Column("credit_code", "people.employer.credit_code"),
    Column("industry", "people.employer.industry"),
    Column("district", "people.employer.district"),
    Column("insured", "people.employer.insured", align="right"),
    Column("enrolled", "people.employer.enrolled", align="right"),
    Column("trained", "people.employer.trained", align="right"),
]
_NEW = EmployerFacts("", "", "C", "", 0)


def register(services: LedgerServices) -> None:
    """Make the pages known to NiceGUI."""
    employers = services.people.employers

    @ui.page("/ledger/employers")
    def all_of_them(user: Reader) -> None:
        sight = sight_of(user)
        with page_frame("people.employer.title") as frame:
            show_ways(frame, "/ledger/employers")
            with ui.row().classes("tools"):
                searched = search_field(frame, "people.employer.search")
                ui.space()
                if user.may("bureau"):
                    dialog = _dialog(frame, "people.employer.new", _NEW, employers.add)
                    ui.button(frame.say("people.employer.new"), icon="add", on_click=dialog.open).props(
                        "unelevated no-caps"
                    )

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                found, total = employers.page((searched.value or "").strip(), offset, limit, sight=sight)
                return [_cells(frame, each) for each in found], total

            searched.on_value_change(PagedTable(frame, _COLUMNS, fetch).reload)

    @ui.page("/ledger/employers/{employer}")
    def one(employer: str, user: Reader) -> None:
        company = employers.find(employer, sight_of(user))
        if company is None:
            raise HTTPException(404)
        with page_frame("people.employer.one") as frame:
            show_ways(frame, "/ledger/employers")
            _card(frame, services, company)
            if user.may("bureau"):
                _officers(frame, company, user.name)


def _card(frame: Frame, services: LedgerServices, company: Employer) -> None:
    cells = _cells(frame, company)
    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            ui.label(company.facts.name).classes("person-name")
            ui.space()
            if frame.user is not None and frame.user.may("bureau"):
                by = frame.user.name
                dialog = _dialog(
                    frame,
                    "people.employer.edit",
                    company.facts,
                    lambda said: _change(services, company, said, by),
                )
                ui.button(frame.say("people.employer.edit"), on_click=dialog.open).props("outline no-caps")
        facts(frame, {each.title_key: str(cells[each.field]) for each in _COLUMNS[1:]})


def _change(services: LedgerServices, company: Employer, said: EmployerFacts, by: str) -> None:
    """Put a company right, and the code by which its officers' accounts know it."""
    accounts = accounts_of(ui.context.client.request)
    now = services.people.employers.change(company.id, said)
    officers.follow(accounts, company.facts.credit_code, now.credit_code, by)


def _dialog(frame: Frame, title_key: str, known: EmployerFacts, keep: Callable[[EmployerFacts], object]) -> ui.dialog:
    def save() -> None:
        keep(EmployerFacts(name.value, code.value, industry.value, district.value, number_in(insured)))
        ui.navigate.reload()

    with form_dialog(frame, frame.say(title_key), save) as dialog:
        name = field(frame, "people.employer.name", known.name)
        code = field(frame, "people.employer.credit_code", known.credit_code)
        sections = {letter: f"{letter}　{frame.say(f'people.industry.{letter}')}" for letter in INDUSTRIES}
        industry = ui.select(sections, value=known.industry, label=frame.say("people.employer.industry"))
        industry.props("outlined dense").classes("w-full")
        district = field(frame, "people.employer.district", known.district)
        insured = whole_number(frame, "people.employer.insured", known.insured)
    return dialog


def _officers(frame: Frame, company: Employer, by: str) -> None:
    accounts, code = accounts_of(ui.context.client.request), company.facts.credit_code

    def assign() -> None:
        with telling(frame):
            officers.assign(accounts, name.value or "", code, by)
            name.set_options(officers.others(accounts, code), value=None)
            shown.refresh()

    def release(account: str) -> None:
        with telling(frame):
            accounts.narrow(account, code, by)
            name.set_options(officers.others(accounts, code), value=None)
        shown.refresh()

    with ui.card().classes("card"):
        ui.label(frame.say("people.employer.officers")).classes("section-title")
        ui.label(frame.say("people.employer.officers_hint")).classes("soft")

        @ui.refreshable
        def shown() -> None:
            with ui.row():
                for account in officers.officers_of(accounts, code):
                    chip = ui.chip(account, icon="person", removable=True).props("outline")
                    chip.on_value_change(lambda _, account=account: release(account))

        shown()
        with ui.row().classes("tools"):
            choices = officers.others(accounts, code)
            name = ui.select(choices, label=frame.say("people.look.account"), with_input=True).props("outlined dense")
            ui.button(frame.say("people.employer.assign"), on_click=assign).props("outline no-caps")


def _cells(frame: Frame, company: Employer) -> dict[str, object]:
    said = company.facts
    return {
        "id": company.id,
        "href": f"/ledger/employers/{company.id}",
        "name": said.name,
        "credit_code": said.credit_code,
        "industry": frame.say(f"people.industry.{said.industry}"),
        "district": said.district,
        "insured": f"{said.insured:,}",
        "enrolled": f"{company.enrolled:,}",
        "trained": f"{company.trained:,}",
    }
