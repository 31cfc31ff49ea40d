"""The page of one learner: who they are, consent, what they completed, and what may be done with the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Depends, HTTPException
from fastapi.responses import RedirectResponse
from nicegui import ui

from common.moments import shown_moment
from common.web.forms import facts
from common.web.frame import Frame, page_frame
from common.web.tables import Column, PagedTable
from ledger.certificates.person_card import certificates_card
from ledger.completion_rows import COMPLETION, completion_cells, log_cell
from ledger.hours.reckoning import Reckoning
from ledger.hours.words import said_reason
from ledger.people import person_dialogs
from ledger.people.learners import Learner
from ledger.people.sight import Sight, sight_of
from ledger.ways import WRITERS, Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    def visible(pseudonym: str, user: Reader) -> None:
        """Let in who may see this person; another pseudonym of somebody's leads to their page."""
        sight = sight_of(user)
        person = services.learners.find(pseudonym, sight)
        if person is not None and person.pseudonym != pseudonym:
            raise HTTPException(303, headers={"Location": f"/ledger/people/{person.pseudonym}"})
        if not services.learners.may_see(pseudonym, sight):
            raise HTTPException(404)

    @ui.page("/ledger/people/{pseudonym}", dependencies=[Depends(visible)])
    def learner(pseudonym: str, user: Reader) -> None:
        services.people.looks.note(user, "page", pseudonym)
        sight = sight_of(user)
        person = services.learners.find(pseudonym, sight)
        reckoning = services.certificates.reckoning(pseudonym, sight)
        with page_frame("ledger.learner.title") as frame:
            show_ways(frame, "/ledger/people")
            _card(frame, services, sight, pseudonym, person, reckoning)
            if person is not None:
                certificates_card(frame, services, sight, person, reckoning, user)
                _consents(frame, services, person)
            _completions(frame, services, reckoning)

    @ui.page("/ledger/learners/{pseudonym}")
    def former_address(pseudonym: str, _user: Reader) -> RedirectResponse:
        return RedirectResponse(f"/ledger/people/{pseudonym}")


def _card(
    frame: Frame,
    services: LedgerServices,
    sight: Sight,
    pseudonym: str,
    person: Learner | None,
    reckoning: Reckoning,
) -> None:
    shown: dict[str, str] = {}
    if person is not None:
        company = services.people.employers.find(person.employer, sight) if person.employer else None
        shown = {
            "people.learner.document": frame.say(f"people.document.kind.{person.document}"),
            "people.learner.number": person.masked_number,
            "people.learner.employer": company.facts.name if company else frame.say("people.learner.no_employer"),
            "people.learner.trade": person.trade,
            "people.learner.phone": person.masked_phone,
        }
    shown |= {
        "ledger.column.completions": str(len(reckoning.lines)),
        "ledger.column.passed": str(sum(line.completion.passed is True for line in reckoning.lines)),
        "certificates.staff.counts": f"{reckoning.hours:g}",
        "people.learner.pseudonym": pseudonym,
    }
    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            ui.label(person.name if person else frame.say("ledger.not_enrolled")).classes("person-name")
            ui.space()
            if person is not None:
                _actions(frame, services, person)
        facts(frame, shown)


def _actions(frame: Frame, services: LedgerServices, person: Learner) -> None:
    user = frame.user
    if user is None or not user.may(*WRITERS):
        return
    ui.link(frame.say("people.learner.own_page"), f"/ledger/people/{person.pseudonym}/own-data")
    if not user.may("bureau"):
        return
    for name, build in (
        ("correct", person_dialogs.correct),
        ("merge", person_dialogs.merge),
        ("part", person_dialogs.part),
        ("erase", person_dialogs.erase),
    ):
        dialog = build(frame, services, person, user)
        if dialog is None:
            continue
        colour = "color=negative" if name == "erase" else ""
        ui.button(frame.say(f"people.learner.{name}"), on_click=dialog.open).props(f"outline no-caps {colour}")


def _completions(frame: Frame, services: LedgerServices, reckoning: Reckoning) -> None:
    """Everything completed, and why each counts or does not."""
    kept = services.logs.kept({line.completion.id for line in reckoning.lines})
    rows = [
        completion_cells(frame, line.completion)
        | {"counts": said_reason(line, frame.lang)}
        | log_cell(frame, line.completion, kept)
        for line in reckoning.lines
    ]
    columns = [
        *(each for each in COMPLETION if each.field != "hours"),
        Column("counts", "certificates.staff.counts"),
        Column("log", "ledger.column.log", cell="link"),
    ]
    PagedTable(frame, columns, lambda offset, limit: (rows[offset : offset + limit], len(rows)))


def _consents(frame: Frame, services: LedgerServices, person: Learner) -> None:
    consents = services.people.consents
    user = frame.user
    with ui.card().classes("card"), ui.row().classes("tools"):
        ui.label(frame.say("people.consent.title")).classes("section-title")

        @ui.refreshable
        def shown() -> None:
            records = consents.of_learner(person.pseudonym)
            if not records:
                ui.label(frame.say("people.consent.none")).classes("tag tag-wait")
            with ui.column().classes("gap-0"):
                for each in records:
                    source = frame.say(f"people.consent.source.{each.source}")
                    places = {"time": shown_moment(each.given), "source": source, "by": each.recorded_by}
                    line = frame.say("people.consent.given", **places)
                    if each.withdrawn is not None:
                        line += frame.say("people.consent.withdrawn", time=shown_moment(each.withdrawn))
                    ui.label(line)

        def record() -> None:
            consents.record(person.pseudonym, "paper", user.name)
            services.people.looks.note(user, "consent", person.pseudonym)
            shown.refresh()

        def withdraw() -> None:
            consents.withdraw(person.pseudonym)
            services.people.looks.note(user, "consent", person.pseudonym)
            shown.refresh()

        shown()
        if user is None or not user.may(*WRITERS):
            return
        ui.space()
        ui.button(frame.say("people.consent.record"), on_click=record).props("flat no-caps")
        ui.button(frame.say("people.consent.withdraw"), on_click=withdraw).props("flat no-caps")
