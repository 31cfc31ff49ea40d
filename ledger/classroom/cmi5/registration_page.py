"""The page of one learner's way through a course: its units, waiving one, and ending a session left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException
from nicegui import run, ui

from common.errors import DataError
from common.moments import from_us, shown_moment
from common.web.forms import facts, field, form_dialog, telling
from common.web.frame import Frame, page_frame
from common.web.tables import Column, PagedTable, Rows
from ledger.classroom.cmi5.courses import Course
from ledger.classroom.cmi5.history import History
from ledger.classroom.cmi5.registrations import Registration
from ledger.classroom.cmi5.structure import Unit, said
from ledger.classroom.cmi5.vocabulary import INITIALIZED, WAIVED
from ledger.completions import COMPLETED, FAILED, PASSED
from ledger.people.sight import sight_of
from ledger.ways import ISSUERS, Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

MAX_REASON = 200
_UNITS = [
    Column("title", "cmi5.staff.unit"),
    Column("move_on", "cmi5.staff.move_on"),
    Column("said", "cmi5.staff.said"),
    Column("met", "cmi5.staff.criterion_met", cell="tag"),
]
_VERBS = {INITIALIZED: "initialized", COMPLETED: "completed", PASSED: "passed", FAILED: "failed", WAIVED: "waived"}


class ReasonWrong(DataError):
    """A unit is waived for a reason, and a short one."""


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page("/ledger/courses/registrations/{registration_id}")
    def one(registration_id: str, user: Reader) -> None:
        registration = services.cmi5.registrations.find(registration_id)
        if registration is None or not services.learners.may_see(registration.person, sight_of(user)):
            raise HTTPException(404)
        services.people.looks.note(user, "page", learner=registration.person)
        course = services.cmi5.courses.find(registration.course)
        with page_frame("cmi5.staff.progress") as frame:
            show_ways(frame, "/ledger/courses")
            _card(frame, services, registration, course)
            history = services.cmi5.registrations.history(registration.id)

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                units = list(course.structure.units())
                return [_cells(frame, course, history, each) for each in units[offset : offset + limit]], len(units)

            PagedTable(frame, _UNITS, fetch)
            if user.may(*ISSUERS):
                _actions(frame, services, registration, course, history)


def _card(frame: Frame, services: LedgerServices, registration: Registration, course: Course) -> None:
    person = services.learners.named({registration.person}).get(registration.person)
    units = sum(1 for _ in course.structure.units())
    satisfied = registration.satisfied_us
    with ui.card().classes("card"):
        name = person.name if person else frame.say("ledger.not_enrolled")
        ui.link(name, f"/ledger/people/{registration.person}").classes("person-name")
        ui.link(said(course.structure.title, frame.lang), f"/ledger/courses/{course.id}")
        facts(
            frame,
            {
                "cmi5.staff.version": str(course.version),
                "cmi5.staff.begun": shown_moment(from_us(registration.begun_us)),
                "cmi5.staff.met": f"{registration.met} / {units}",
                "cmi5.staff.done": "–" if satisfied is None else shown_moment(from_us(satisfied)),
                "cmi5.staff.registration": registration.id,
            },
        )


def _actions(
    frame: Frame, services: LedgerServices, registration: Registration, course: Course, history: History
) -> None:
    open_units = {
        unit.id: said(unit.title, frame.lang)
        for unit in course.structure.units()
        if not history.met(course.structure, unit)
    }
    sessions = services.cmi5.sessions.open_ones(registration.id)

    async def end_sessions() -> None:
        with telling(frame):
            for session in sessions:
                await run.io_bound(services.cmi5.registrations.abandon, session)
            ui.navigate.reload()

    with ui.row().classes("tools"):
        if open_units:
            dialog = _waive_dialog(frame, services, registration, open_units)
            ui.button(frame.say("cmi5.staff.waive"), on_click=dialog.open).props("outline no-caps")
        if sessions:
            ui.button(frame.say("cmi5.staff.end_session"), on_click=end_sessions).props("outline no-caps")


def _waive_dialog(
    frame: Frame, services: LedgerServices, registration: Registration, units: dict[str, str]
) -> ui.dialog:
    async def save() -> None:
        why = check_reason(reason.value)
        await run.io_bound(services.cmi5.registrations.waive, registration, unit.value, why)
        ui.navigate.reload()

    with form_dialog(frame, frame.say("cmi5.staff.waive"), save, "cmi5.staff.waive_do") as dialog:
        ui.label(frame.say("cmi5.staff.waive_hint")).classes("soft")
        unit = ui.select(units, value=next(iter(units)), label=frame.say("cmi5.staff.unit"))
        unit.props("outlined dense").classes("w-full")
        reason = field(frame, "cmi5.staff.reason", hint_key="cmi5.staff.reason_hint")
    return dialog


def check_reason(reason: str) -> str:
    """The reason with single blanks. Raises ReasonWrong."""
    reason = " ".join(reason.split())
    if not 0 < len(reason) <= MAX_REASON:
        raise ReasonWrong("cmi5.course.reason_wrong", limit=MAX_REASON)
    return reason


def _cells(frame: Frame, course: Course, history: History, unit: Unit) -> dict[str, object]:
    structure = course.structure
    verbs = [_VERBS[verb] for verb in _VERBS if history.has(verb, structure.unit_activity(unit))]
    met = history.met(structure, unit)
    comma = "、" if frame.lang == "zh" else ", "
    return {
        "id": unit.id,
        "title": said(unit.title, frame.lang),
        "move_on": frame.say(f"cmi5.staff.criterion.{unit.move_on}"),
        "said": comma.join(frame.say(f"cmi5.staff.verb.{verb}") for verb in verbs) or "–",
        "met": {
            "kind": "good" if met else "wait",
            "text": frame.say("cmi5.staff.yes" if met else "cmi5.staff.not_yet"),
        },
    }
