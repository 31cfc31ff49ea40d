"""What the ledger holds of a person, on a page to read or print together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import HTTPException
from nicegui import ui

from common.moments import shown_moment
from common.web.forms import facts
from common.web.frame import Frame, page_frame
from common.web.tables import PagedTable
from ledger.completion_rows import COMPLETION, completion_cells
from ledger.people.looks import Look
from ledger.people.sight import sight_of
from ledger.ways import Writer

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_MOST_LOOKS = 200


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page("/ledger/people/{pseudonym}/own-data")
    def own_data(pseudonym: str, user: Writer) -> None:
        sight = sight_of(user)
        held = services.people.own_data.of(pseudonym, sight)
        if held is None:
            raise HTTPException(404)
        services.people.looks.note(user, "export", pseudonym)
        with page_frame("people.own.title") as frame:
            address = f"/ledger/api/people/{pseudonym}/own-data.json"
            ui.link(frame.say("people.learner.own_data"), address)
            _person(frame, held)
            ui.label(frame.say("people.own.completions")).classes("section-title")
            rows = [completion_cells(frame, each) for each in services.completions.of_learner(pseudonym, sight)]
            PagedTable(frame, COMPLETION, lambda offset, limit: (rows[offset : offset + limit], len(rows)))
            ui.label(frame.say("people.own.statements", count=len(held["statements"]))).classes("soft")
            looks, _ = services.people.looks.page(0, _MOST_LOOKS, learner=pseudonym)
            _lines(frame, "people.own.looked", [_look(frame, each) for each in looks])


def _person(frame: Frame, held: dict[str, Any]) -> None:
    person = held["person"]
    shown = {
        "people.learner.name": person["name"],
        "people.learner.employer": person["employer"] or "",
        "people.learner.trade": person["trade"],
        "people.learner.phone": person["phone"],
        "people.learner.pseudonym": held["pseudonym"],
    }
    with ui.card().classes("card"):
        facts(frame, shown)
    documents = [
        f"{frame.say('people.document.kind.' + each['kind'])}　{each['number']}" for each in person["documents"]
    ]
    _lines(frame, "people.learner.document", documents)
    consents = [
        f"{frame.say('people.consent.source.' + each['source'])}　{each['given'][:10]}"
        + (frame.say("people.consent.withdrawn", time=each["withdrawn"][:10]) if each["withdrawn"] else "")
        for each in held["consents"]
    ]
    _lines(frame, "people.consent.title", consents)
    orders = ["　".join((each["number"], each["day"], each["company"], each["place"])) for each in held["orders"]]
    _lines(frame, "people.own.orders", orders)


def _lines(frame: Frame, title_key: str, lines: list[str]) -> None:
    with ui.card().classes("card"):
        ui.label(frame.say(title_key)).classes("section-title")
        for line in lines or ["–"]:
            ui.label(line).classes("numbers")


def _look(frame: Frame, look: Look) -> str:
    return f"{shown_moment(look.at)}　{look.account}　{frame.say(f'people.look.actions.{look.action}')}"
