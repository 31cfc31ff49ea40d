"""The page of the year's plan and of the visits that count for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nicegui import ui

from common.web.figures import figure_strip
from common.web.forms import field, form_dialog, number_in, whole_number
from common.web.frame import Frame, page_frame
from common.web.login import User
from common.web.tables import Column, PagedTable, Rows
from ledger.people.days import day_of, today
from ledger.people.sight import sight_of
from ledger.people.visits import VISIT_KINDS, Progress, Targets, Visit, VisitFacts
from ledger.ways import Overseer, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_COLUMNS = [
    Column("day", "people.visit.day"),
    Column("kind", "people.visit.kind", cell="tag"),
    Column("place", "people.visit.place"),
    Column("district", "people.visit.district"),
    Column("attended", "people.visit.attended", align="right"),
]


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page("/ledger/visits")
    def visits(user: Overseer) -> None:
        sight = sight_of(user)
        progress = services.people.visits.progress(sight)
        with page_frame("people.visit.title") as frame:
            show_ways(frame, "/ledger/visits")
            _progress(frame, progress)
            if user.may("bureau"):
                _actions(frame, services, progress, user)

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                found, total = services.people.visits.page(offset, limit, sight)
                return [_cells(frame, each) for each in found], total

            PagedTable(frame, _COLUMNS, fetch)


def _progress(frame: Frame, progress: Progress) -> None:
    ui.label(frame.say("people.plan.title", year=progress.year)).classes("section-title")
    with ui.row().classes("figures"):
        for name in ("people", "visits", "companies"):
            done, target = getattr(progress, name), getattr(progress.targets, name)
            with ui.column().classes("figure plan-figure"):
                with ui.row().classes("plan-line"):
                    said = frame.say("people.plan.of", done=f"{done:,}", target=f"{target:,}")
                    ui.label(said).classes("figure-value")
                    ui.label(frame.say(f"people.plan.{name}")).classes("figure-name")
                bar = ui.linear_progress(min(1.0, done / target), show_value=False).props("rounded size=8px")
                bar.props(f'aria-label="{frame.say(f"people.plan.{name}")}"')
    figure_strip({frame.say(f"people.visit.kinds.{kind}"): str(n) for kind, n in progress.visits_by_kind.items()})


def _actions(frame: Frame, services: LedgerServices, progress: Progress, user: User) -> None:
    visit = _visit_dialog(frame, services, user)
    targets = _targets_dialog(frame, services, progress)
    with ui.row().classes("tools"):
        ui.button(frame.say("people.visit.new"), icon="add", on_click=visit.open).props("unelevated no-caps")
        ui.button(frame.say("people.plan.targets"), on_click=targets.open).props("outline no-caps")


def _visit_dialog(frame: Frame, services: LedgerServices, user: User) -> ui.dialog:
    def save() -> None:
        facts = VisitFacts(kind.value, day_of(day.value), place.value, district.value, number_in(attended))
        services.people.visits.add(facts, user.name)
        ui.navigate.reload()

    with form_dialog(frame, frame.say("people.visit.new"), save) as dialog:
        kinds = {each: frame.say(f"people.visit.kinds.{each}") for each in VISIT_KINDS}
        kind = ui.select(kinds, value=VISIT_KINDS[0], label=frame.say("people.visit.kind"))
        kind.props("outlined dense").classes("w-full")
        day = field(frame, "people.visit.day", today(services.clock.now()).isoformat(), "people.order.day_hint")
        place = field(frame, "people.visit.place")
        district = field(frame, "people.visit.district")
        attended = whole_number(frame, "people.visit.attended", 0)
    return dialog


def _targets_dialog(frame: Frame, services: LedgerServices, progress: Progress) -> ui.dialog:
    def save() -> None:
        wanted = Targets(number_in(people), number_in(visits), number_in(companies))
        services.people.visits.set_targets(progress.year, wanted)
        ui.navigate.reload()

    with form_dialog(frame, frame.say("people.plan.targets"), save) as dialog:
        people = whole_number(frame, "people.plan.people", progress.targets.people)
        visits = whole_number(frame, "people.plan.visits", progress.targets.visits)
        companies = whole_number(frame, "people.plan.companies", progress.targets.companies)
    return dialog


def _cells(frame: Frame, visit: Visit) -> dict[str, object]:
    said = visit.facts
    return {
        "id": visit.id,
        "day": said.day.isoformat(),
        "kind": {"kind": "good", "text": frame.say(f"people.visit.kinds.{said.kind}")},
        "place": said.place,
        "district": said.district or "–",
        "attended": f"{said.attended:,}",
    }
