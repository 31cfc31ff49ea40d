"""The ledger's front page: what was completed, for safety officers and the bureau."""

from __future__ import annotations

from nicegui import ui

from common.moments import start_of_day, to_us
from common.web.figures import figure_strip
from common.web.forms import search_field
from common.web.frame import Frame, page_frame
from common.web.tables import PagedTable, Rows
from ledger.certificates import pages as certificate_pages
from ledger.classroom import pages as classroom_pages
from ledger.classroom.cmi5 import staff_pages as course_pages
from ledger.completion_rows import COMPLETION, PERSON, completion_cells, person_cells
from ledger.people import pages as people_pages
from ledger.people.sight import Sight, sight_of
from ledger.services import LedgerServices
from ledger.supervision import pages as supervision_pages
from ledger.transparency import pages as log_pages
from ledger.ways import Reader, show_ways


def register_pages(services: LedgerServices) -> None:
    """Make the pages of this ledger known to NiceGUI."""
    log_pages.register_pages(services)
    people_pages.register_pages(services)
    certificate_pages.register_pages(services)
    classroom_pages.register_pages(services)
    course_pages.register_pages(services)
    supervision_pages.register_pages(services)

    @ui.page("/ledger")
    def completions(user: Reader) -> None:
        sight = sight_of(user)
        with page_frame("ledger.title") as frame:
            _figures(frame, services, sight)
            show_ways(frame, "/ledger")
            with ui.row().classes("tools"):
                searched = search_field(frame, "ledger.search.completions")
                verdicts = {name: frame.say(f"ledger.filter.{name}") for name in ("all", "passed", "failed")}
                verdict = ui.toggle(verdicts, value="all").props("unelevated no-caps toggle-color=primary")

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                text = (searched.value or "").strip()
                learners = services.learners.search(text, sight) if text else None
                passed = {"all": None, "passed": True, "failed": False}[verdict.value]
                found, total = services.completions.page(
                    learners=learners, text=text, passed=passed, sight=sight, offset=offset, limit=limit
                )
                shown = {each.learner for each in found}
                if text:
                    services.people.looks.note(user, "search", found=len(shown), asked=text)
                people = services.learners.named(shown)
                return [
                    person_cells(frame, each.learner, people) | completion_cells(frame, each) for each in found
                ], total

            table = PagedTable(frame, PERSON + COMPLETION, fetch)
            searched.on_value_change(table.reload)
            verdict.on_value_change(table.reload)


def _figures(frame: Frame, services: LedgerServices, sight: Sight) -> None:
    total, passed = services.completions.count(sight)
    today, _ = services.completions.count(sight, since_us=to_us(start_of_day(services.clock.now())))
    figures = {
        "learners": f"{services.learners.count(sight):,}",
        "completions": f"{total:,}",
        "pass_rate": f"{passed / total:.0%}" if total else "–",
        "today": f"{today:,}",
    }
    figure_strip({frame.say(f"ledger.figure.{name}"): value for name, value in figures.items()})
