"""The staff's pages of imported courses: what there is, importing and withdrawing, and who takes a course."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import HTTPException
from nicegui import run, ui
from nicegui.events import UploadEventArguments

from common.errors import DataError
from common.moments import from_us, shown_moment
from common.sizes import shown_size
from common.web.accounts import Role
from common.web.forms import facts, form_dialog
from common.web.frame import Frame, page_frame
from common.web.login import User
from common.web.tables import Column, PagedTable, Rows
from ledger.classroom.cmi5 import registration_page
from ledger.classroom.cmi5.courses import Course, CourseState, Listed, NoSuchCourse
from ledger.classroom.cmi5.registrations import Registration
from ledger.classroom.cmi5.structure import Block, Structure, Unit, said
from ledger.completion_rows import PERSON, person_cells
from ledger.people.sight import sight_of
from ledger.ways import Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

HERE = "/ledger/courses"
IMPORTERS: tuple[Role, ...] = ("bureau",)
"""Who may import and withdraw courses: a package's scripts run on learners' phones."""
MOST_UPLOAD_BYTES = 250 * 1024 * 1024
_STATE_KIND: dict[CourseState, str] = {"offered": "good", "replaced": "wait", "withdrawn": "bad"}
_COURSES = [
    Column("title", "cmi5.staff.course", cell="link"),
    Column("version", "cmi5.staff.version", align="right"),
    Column("units", "cmi5.staff.units", align="right"),
    Column("learners", "cmi5.staff.learners", align="right"),
    Column("satisfied", "cmi5.staff.satisfied", align="right"),
    Column("size", "cmi5.staff.size", align="right"),
    Column("made", "cmi5.staff.made"),
    Column("state", "cmi5.staff.state", cell="tag"),
]
_PARTS = [
    Column("title", "cmi5.staff.part"),
    Column("move_on", "cmi5.staff.move_on"),
    Column("mastery", "cmi5.staff.mastery", align="right"),
    Column("url", "cmi5.staff.url"),
]
_TAKEN = [
    Column("begun", "cmi5.staff.begun"),
    Column("met", "cmi5.staff.met", align="right"),
    Column("done", "cmi5.staff.done", cell="tag"),
]


def register_pages(services: LedgerServices) -> None:
    """Make these pages known to NiceGUI."""
    registration_page.register(services)

    @ui.page(HERE)
    def courses(user: Reader) -> None:
        sight = sight_of(user)
        with page_frame("cmi5.staff.title") as frame:
            show_ways(frame, HERE)
            ui.label(frame.say("cmi5.staff.what")).classes("soft")
            if user.may(*IMPORTERS):
                _import_card(frame, services, user)

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                found, total = services.cmi5.courses.page(offset, limit, sight)
                return [_course_cells(frame, each) for each in found], total

            PagedTable(frame, _COURSES, fetch)

    @ui.page(f"{HERE}/{{course_id}}")
    def one(course_id: str, user: Reader) -> None:
        try:
            course = services.cmi5.courses.find(course_id)
        except NoSuchCourse as error:
            raise HTTPException(404) from error
        with page_frame("cmi5.staff.course") as frame:
            show_ways(frame, HERE)
            _card(frame, services, course, user)
            ui.label(frame.say("cmi5.staff.structure")).classes("section-title")
            rows = _part_rows(frame, course.structure)
            PagedTable(frame, _PARTS, lambda offset, limit: (rows[offset : offset + limit], len(rows)))
            ui.label(frame.say("cmi5.staff.who")).classes("section-title")
            _learners(frame, services, course, user)


def _import_card(frame: Frame, services: LedgerServices, user: User) -> None:
    async def take(event: UploadEventArguments) -> None:
        upload.reset()
        outcome.clear()
        choose.props("loading")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "package"
            await event.file.save(path)
            try:
                course = await run.io_bound(services.cmi5.courses.take, path, user.name)
                ui.navigate.to(f"{HERE}/{course.id}")
            except DataError as fault:
                with outcome:
                    why = frame.say("cmi5.staff.refused", name=event.file.name[:80], why=fault.message(frame.lang))
                    ui.label(why).classes("notice notice-bad").props("role=alert")
        choose.props(remove="loading")

    limit = shown_size(MOST_UPLOAD_BYTES)
    with ui.row().classes("tools"):
        choose = ui.button(frame.say("cmi5.staff.import"), icon="upload_file").props("unelevated no-caps")
        ui.label(frame.say("cmi5.staff.import_hint", limit=limit)).classes("soft")
    upload = ui.upload(on_upload=take, auto_upload=True, max_file_size=MOST_UPLOAD_BYTES)
    upload.props('accept=".zip,.xml"').classes("hidden")
    upload.on("rejected", lambda: ui.notify(frame.say("cmi5.staff.rejected", limit=limit), type="negative"))
    choose.on("click", js_handler=f"() => runMethod({upload.id}, 'pickFiles', [])")
    outcome = ui.column().classes("w-full")


def _card(frame: Frame, services: LedgerServices, course: Course, user: User) -> None:
    structure = course.structure
    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            ui.label(said(structure.title, frame.lang)).classes("person-name")
            ui.label(frame.say(f"cmi5.staff.states.{course.state}")).classes(f"tag tag-{_STATE_KIND[course.state]}")
            ui.space()
            if user.may(*IMPORTERS) and course.state != "withdrawn":
                dialog = _withdraw_dialog(frame, services, course)
                ui.button(frame.say("cmi5.staff.withdraw"), on_click=dialog.open).props(
                    "outline no-caps color=negative"
                )
        ui.label(said(structure.description, frame.lang)).classes("soft")
        hours = services.certificates.rules.hours(structure.activity)
        facts(
            frame,
            {
                "cmi5.staff.version": str(course.version),
                "cmi5.staff.units": str(sum(1 for _ in structure.units())),
                "cmi5.staff.size": shown_size(course.bytes),
                "cmi5.staff.hours": f"{hours:g}",
                "cmi5.staff.made": f"{shown_moment(from_us(course.made_us))} · {course.made_by}",
                "cmi5.staff.publisher_id": structure.id,
                "cmi5.staff.activity": structure.activity,
            },
        )


def _withdraw_dialog(frame: Frame, services: LedgerServices, course: Course) -> ui.dialog:
    def save() -> None:
        services.cmi5.courses.withdraw(course.id)
        ui.navigate.to(HERE)

    with form_dialog(frame, frame.say("cmi5.staff.withdraw"), save, "cmi5.staff.withdraw") as dialog:
        ui.label(frame.say("cmi5.staff.withdraw_hint"))
    return dialog


def _learners(frame: Frame, services: LedgerServices, course: Course, user: User) -> None:
    sight = sight_of(user)
    _, total = services.cmi5.registrations.page(course.id, 0, 0, sight)
    services.people.looks.note(user, "list", found=total)
    units = sum(1 for _ in course.structure.units())

    def fetch(offset: int, limit: int) -> tuple[Rows, int]:
        found, total = services.cmi5.registrations.page(course.id, offset, limit, sight)
        named = services.learners.named({each.person for each in found})
        rows = [person_cells(frame, each.person, named) | _taken_cells(frame, each, units) for each in found]
        return rows, total

    PagedTable(frame, PERSON + _TAKEN, fetch)


def _course_cells(frame: Frame, each: Listed) -> dict[str, object]:
    course = each.course
    return {
        "id": course.id,
        "href": f"{HERE}/{course.id}",
        "title": said(course.structure.title, frame.lang),
        "version": course.version,
        "units": sum(1 for _ in course.structure.units()),
        "learners": f"{each.learners:,}",
        "satisfied": f"{each.satisfied:,}",
        "size": shown_size(course.bytes),
        "made": shown_moment(from_us(course.made_us)),
        "state": {"kind": _STATE_KIND[course.state], "text": frame.say(f"cmi5.staff.states.{course.state}")},
    }


def _part_rows(frame: Frame, structure: Structure) -> Rows:
    """Blocks and units in the order of the file, inner ones set in."""
    rows: Rows = []

    def add(group: Structure | Block, depth: int) -> None:
        for part in group.parts:
            row: dict[str, object] = {"id": len(rows), "title": "　" * depth + said(part.title, frame.lang)}
            if isinstance(part, Unit):
                mastery = "–" if part.mastery_score is None else f"{part.mastery_score:.0%}"
                criterion = frame.say(f"cmi5.staff.criterion.{part.move_on}")
                rows.append(row | {"move_on": criterion, "mastery": mastery, "url": part.url})
            else:
                rows.append(row | {"move_on": "", "mastery": "", "url": ""})
                add(part, depth + 1)

    add(structure, 0)
    return rows


def _taken_cells(frame: Frame, each: Registration, units: int) -> dict[str, object]:
    done = each.satisfied_us is not None
    said_of = {"kind": "good" if done else "wait", "text": frame.say(f"cmi5.staff.{'done' if done else 'going_on'}")}
    return {
        "id": each.id,
        "href": f"{HERE}/registrations/{each.id}",
        "begun": shown_moment(from_us(each.begun_us)),
        "met": f"{each.met} / {units}",
        "done": said_of,
    }
