"""Everyone on an order's roster: how far they came on the day, how they stand with a certificate, taking one off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from nicegui import ui

from common.web.forms import form_dialog
from common.web.frame import Frame
from common.web.login import User
from common.web.tables import Column, PagedTable, Rows
from ledger.certificates.certificates import Standing
from ledger.completion_rows import PERSON, person_cells
from ledger.hours.words import said_needs
from ledger.people.orders import Order
from ledger.people.sight import Sight
from ledger.ways import WRITERS

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_DONE = [
    Column("trade", "people.learner.trade"),
    Column("completed", "people.order.completed", align="right"),
    Column("passed", "people.order.passed", align="right"),
    Column("certificate", "certificates.staff.certificate", cell="tag"),
    Column("missing", "certificates.staff.missing"),
]
_OFF = Column("off", "people.order.actions", cell="action")
Standings = Callable[[], dict[str, Standing]]


def roster_table(
    frame: Frame, services: LedgerServices, order: Order, sight: Sight, user: User, standings: Standings
) -> PagedTable:
    """Show it; ``standings`` says how everyone stands with the level that was chosen."""

    def fetch(offset: int, limit: int) -> tuple[Rows, int]:
        people, standing = services.people.orders.people(order), standings()
        shown = people[offset : offset + limit]
        named = services.learners.named({each.learner for each in shown})
        rows = [
            person_cells(frame, each.learner, named)
            | {
                "trade": (named[each.learner].trade if each.learner in named else "") or "–",
                "completed": frame.say("people.order.completed_of", done=each.completed, planned=len(order.scenarios)),
                "passed": each.passed,
                "off": "" if each.completed else frame.say("people.order.take_off"),
            }
            | _certificate_cells(frame, standing.get(each.learner))
            for each in shown
        ]
        return rows, len(people)

    may = user.may(*WRITERS) and order.state == "planned"
    columns = [*PERSON, *_DONE, *([_OFF] if may else [])]
    take_off = _taking_off(frame, services, order, sight, user, lambda: table.refresh()) if may else None
    table = PagedTable(frame, columns, fetch, act=take_off)
    return table


def _certificate_cells(frame: Frame, standing: Standing | None) -> dict[str, Any]:
    if standing is None:
        return {"certificate": None, "missing": "–"}
    state = "held" if standing.held else "due" if standing.due else "missing"
    tone = {"held": "good", "due": "wait", "missing": ""}[state]
    missing = "" if standing.held else said_needs(standing.missing, frame.lang)
    return {
        "certificate": {"kind": tone, "text": frame.say(f"certificates.staff.standing.{state}")},
        "missing": missing or "–",
    }


def _taking_off(
    frame: Frame, services: LedgerServices, order: Order, sight: Sight, user: User, then: Callable[[], None]
) -> Callable[[str], None]:
    """A dialog that takes someone off the roster; what is returned opens it for one."""
    asked: list[str] = []

    def save() -> None:
        services.people.orders.take_off(order.id, asked[-1], sight)
        services.people.looks.note(user, "unlist", asked[-1])
        then()

    with form_dialog(frame, frame.say("people.order.off_title"), save, "people.order.take_off") as dialog:
        who = ui.label().classes("level-name")
        ui.label(frame.say("people.order.off_hint")).classes("soft")

    def ask(learner: str) -> None:
        asked.append(learner)
        named = services.learners.named({learner})
        who.text = named[learner].name if learner in named else frame.say("ledger.not_enrolled")
        dialog.open()

    return ask
