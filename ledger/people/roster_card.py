"""The part of an order's page that takes a roster from Excel and says what has to be put right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nicegui import run, ui
from nicegui.events import UploadEventArguments

from common.web.forms import telling
from common.web.frame import Frame
from common.web.login import User
from common.web.tables import Column, PagedTable
from ledger.people.days import today
from ledger.people.orders import Imported, Order
from ledger.people.roster_file import MAX_BYTES, Fault, read_roster, said_of
from ledger.people.roster_forms import MEDIA_TYPE, faulty_rows
from ledger.ways import WRITERS

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_FAULT = [
    Column("row", "people.roster.row", align="right"),
    Column("column", "people.roster.in_column"),
    Column("why", "people.roster.why"),
]


def roster_card(
    frame: Frame, services: LedgerServices, order: Order, user: User
) -> Callable[[Callable[[], None]], None]:
    """Show it. What is returned takes something to be called after each import."""
    afterwards: list[Callable[[], None]] = []

    async def take(event: UploadEventArguments) -> None:
        content = await event.file.read()
        upload.reset()
        with telling(frame):
            outcome = await run.io_bound(_import, services, order, content, user)
            result.clear()
            with result:
                _show(frame, outcome)
            for then in afterwards:
                then()

    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            ui.label(frame.say("people.order.roster")).classes("section-title")
            ui.space()
            if not user.may(*WRITERS):
                return afterwards.append
            choose = ui.button(frame.say("people.order.roster_send"), icon="upload_file").props("unelevated no-caps")
            ui.link(frame.say("people.order.template"), "/ledger/api/people/roster.xlsx")
            ui.link(frame.say("people.order.van_roster"), f"/ledger/api/orders/{order.id}/van-roster.csv")
        upload = ui.upload(on_upload=take, auto_upload=True, max_file_size=MAX_BYTES)
        upload.props('accept=".xlsx"').classes("hidden")
        upload.on("rejected", lambda: ui.notify(_refused(frame), type="negative"))
        choose.on("click", js_handler=f"() => runMethod({upload.id}, 'pickFiles', [])")
        result = ui.column().classes("w-full")
    return afterwards.append


def _refused(frame: Frame) -> str:
    return frame.say("people.roster.not_excel") + frame.say("people.roster.too_big", limit=MAX_BYTES // 1_000_000)


def _import(services: LedgerServices, order: Order, content: bytes, user: User) -> Imported:
    entries, faults = read_roster(content, today(services.clock.now()))
    imported = services.people.orders.add_roster(order, entries, user.name)
    services.people.looks.note(user, "import", found=imported.added + imported.known)
    wrong = tuple(sorted((*faults, *imported.faults), key=lambda each: each.row))
    return Imported(imported.added, imported.known, wrong)


def _show(frame: Frame, outcome: Imported) -> None:
    ui.label(frame.say("people.roster.done", added=outcome.added, known=outcome.known)).classes("notice notice-good")
    if not outcome.faults:
        return
    with ui.row().classes("notice notice-bad"):
        ui.label(frame.say("people.roster.faults", count=len(outcome.faults)))
        ui.space()
        ui.button(frame.say("people.roster.faults_download"), on_click=lambda: _download(frame, outcome.faults)).props(
            "outline no-caps color=negative"
        )
    rows = [{"id": each.row, **said_of(each, frame.lang)} for each in outcome.faults]
    PagedTable(frame, _FAULT, lambda offset, limit: (rows[offset : offset + limit], len(rows)))


def _download(frame: Frame, faults: tuple[Fault, ...]) -> None:
    ui.download.content(faulty_rows(faults, frame.lang), "roster.xlsx", MEDIA_TYPE)
