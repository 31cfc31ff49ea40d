"""The page of companies with injuries or warnings, and where the bureau imports their counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nicegui import run, ui
from nicegui.events import UploadEventArguments
from starlette.requests import Request

from common.web.forms import telling
from common.web.login import User
from common.web.tables import Column, PagedTable
from ledger.people.roster_file import MAX_BYTES
from ledger.people.roster_forms import MEDIA_TYPE
from ledger.supervision.counts_file import CountFault, CountsImported, faulty_counts, import_counts, said_of
from ledger.supervision.sheets import sheets_of
from ledger.supervision.view import View, address, show_exports, show_sheet, supervision_page
from ledger.ways import Reader

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_FAULT = [
    Column("row", "people.roster.row", align="right"),
    Column("column", "people.roster.in_column"),
    Column("why", "people.roster.why"),
]


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""
    sheets = sheets_of(services)

    @ui.page("/ledger/supervision/risks")
    def risks(request: Request, user: Reader, show: str = "gaps") -> None:
        name = "gaps" if show == "gaps" else "incidents"
        with supervision_page(services, request, user, "risks", show=name) as view:
            then = _import_card(services, view, user) if user.may("bureau") else None
            with ui.row().classes("tools"):
                choices = {"gaps": view.say("supervision.counts.only_untrained")}
                choices["incidents"] = view.say("supervision.counts.all")
                chosen = ui.toggle(choices, value=name).props("unelevated no-caps toggle-color=primary")
                chosen.on_value_change(lambda event: ui.navigate.to(address("risks", view.asked, show=event.value)))
                ui.space()
                show_exports(view, sheets[name])
            anything = services.supervision.counts.how_many(view.asked, view.question.sight, untrained=False)
            table = show_sheet(view, sheets[name], f"supervision.empty.{'gaps' if anything else 'risks'}")
            if then is not None:
                then(table.reload)


def _import_card(services: LedgerServices, view: View, user: User) -> Callable[[Callable[[], None]], None]:
    """Show it. What is returned takes something to be called after each import."""
    afterwards: list[Callable[[], None]] = []

    async def take(event: UploadEventArguments) -> None:
        content = await event.file.read()
        upload.reset()
        with telling(view.frame):
            employers, counts = services.people.employers, services.supervision.counts
            imported = await run.io_bound(import_counts, content, employers, counts, user.name)
            result.clear()
            with result:
                _show(view, imported)
            for then in afterwards:
                then()

    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            ui.label(view.say("supervision.counts.title")).classes("section-title")
            ui.space()
            choose = ui.button(view.say("supervision.counts.send"), icon="upload_file").props("unelevated no-caps")
            ui.link(view.say("supervision.counts.template"), "/ledger/api/supervision/counts-template.xlsx")
        ui.label(view.say("supervision.counts.hint")).classes("soft")
        upload = ui.upload(on_upload=take, auto_upload=True, max_file_size=MAX_BYTES)
        upload.props('accept=".xlsx"').classes("hidden")
        refused = view.say("people.roster.not_excel") + view.say("people.roster.too_big", limit=MAX_BYTES // 1_000_000)
        upload.on("rejected", lambda: ui.notify(refused, type="negative"))
        choose.on("click", js_handler=f"() => runMethod({upload.id}, 'pickFiles', [])")
        result = ui.column().classes("w-full")
    return afterwards.append


def _show(view: View, imported: CountsImported) -> None:
    said = view.say("supervision.counts.done", rows=imported.rows, companies=imported.companies)
    ui.label(said).classes("notice notice-good")
    if imported.faults:
        with ui.row().classes("notice notice-bad"):
            ui.label(view.say("people.roster.faults", count=len(imported.faults)))
            ui.space()
            button = ui.button(view.say("people.roster.faults_download"))
            button.props("outline no-caps color=negative").on_click(lambda: _download(view, imported.faults))
        rows = [{"id": each.row, **said_of(each, view.frame.lang)} for each in imported.faults]
        PagedTable(view.frame, _FAULT, lambda offset, limit: (rows[offset : offset + limit], len(rows)))


def _download(view: View, faults: tuple[CountFault, ...]) -> None:
    ui.download.content(faulty_counts(faults, view.frame.lang), "counts.xlsx", MEDIA_TYPE)
