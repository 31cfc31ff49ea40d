"""The classroom for the staff: classes and their posters, lessons and who took them, what was gained."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from nicegui import ui

from common.moments import from_us, shown_moment, to_us
from common.web.accounts import Role
from common.web.figures import figure_strip
from common.web.forms import field, form_dialog
from common.web.frame import Frame, page_frame
from common.web.login import User
from common.web.tables import Column, PagedTable, Rows
from ledger.classroom.classes import Class
from ledger.people.days import day_of, today
from ledger.people.sight import Sight, sight_of
from ledger.ways import Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

HERE = "/ledger/classroom"
OPENERS: tuple[Role, ...] = ("trainer", "bureau")
"""Who may open a class to everybody: no company's and no district's affair alone."""
_CLASSES = [
    Column("class", "classroom.staff.class", cell="link"),
    Column("kind", "classroom.staff.kind"),
    Column("order", "classroom.staff.order"),
    Column("people", "classroom.staff.people", align="right"),
    Column("closes", "classroom.staff.closes"),
    Column("state", "classroom.staff.state", cell="tag"),
]
_LESSONS = [
    Column("lesson", "classroom.staff.lesson", cell="link"),
    Column("minutes", "classroom.staff.minutes", align="right"),
    Column("questions", "classroom.staff.questions", align="right"),
    Column("began", "classroom.staff.began", align="right"),
    Column("finished", "classroom.staff.finished", align="right"),
    Column("credited", "classroom.staff.credited", align="right"),
]


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page(HERE)
    def classroom(user: Reader) -> None:
        sight = sight_of(user)
        with page_frame("classroom.staff.title") as frame:
            _figures(frame, services, sight)
            show_ways(frame, HERE)
            if services.classroom.library.troubles:
                _troubles(frame, services)
            _classes(frame, services, sight, user)
            _lessons(frame, services, sight)


def _troubles(frame: Frame, services: LedgerServices) -> None:
    with ui.expansion(frame.say("classroom.staff.troubles")).classes("notice notice-wait"):
        for trouble in services.classroom.library.troubles:
            ui.label(trouble.message(frame.lang)).style("white-space: pre-wrap; font-weight: 400")


def _figures(frame: Frame, services: LedgerServices, sight: Sight) -> None:
    mean, tested = services.classroom.gains.mean(sight)
    sums = services.classroom.attempts.sums(sight)
    figures = {
        "people": f"{services.classroom.classes.count_people(sight):,}",
        "credited": f"{sum(each.credited for each in sums.values()):,}",
        "tested": f"{tested:,}",
        "gain": "–" if mean is None else f"{mean:+.0f}",
    }
    figure_strip({frame.say(f"classroom.staff.figure.{name}"): value for name, value in figures.items()})


def _classes(frame: Frame, services: LedgerServices, sight: Sight, user: User) -> None:
    with ui.row().classes("tools"):
        ui.label(frame.say("classroom.staff.classes")).classes("section-title")
        ui.space()
        if user.may(*OPENERS):
            dialog = _dialog(frame, services, user)
            ui.button(frame.say("classroom.staff.new"), icon="add", on_click=dialog.open).props("unelevated no-caps")

    def fetch(offset: int, limit: int) -> tuple[Rows, int]:
        found, total = services.classroom.classes.page(offset, limit, sight)
        return [_class_cells(frame, services, each) for each in found], total

    PagedTable(frame, _CLASSES, fetch, page_size=10)


def _class_cells(frame: Frame, services: LedgerServices, each: Class) -> dict[str, object]:
    is_open = each.is_open(to_us(services.clock.now()))
    state = {"kind": "good", "text": frame.say("classroom.staff.is_open")}
    if not is_open:
        state = {"kind": "wait", "text": frame.say("classroom.staff.is_closed")}
    return {
        "id": each.id,
        "href": f"{HERE}/classes/{each.id}",
        "class": each.called,
        "kind": frame.say("classroom.staff.of_order" if each.order else "classroom.staff.open"),
        "order": each.order_number or "–",
        "people": each.people,
        "closes": shown_moment(from_us(each.closes_us))[:10],
        "state": state,
    }


def _dialog(frame: Frame, services: LedgerServices, user: User) -> ui.dialog:
    offered = services.classroom.library.lessons
    titles = {name: loaded.lesson.title.in_(frame.lang) for name, loaded in offered.items()}
    in_a_month = today(services.clock.now()) + timedelta(days=30)

    def save() -> None:
        made = services.classroom.classes.add_open(title.value, day_of(closes.value), lessons.value or [], user.name)
        ui.navigate.to(f"{HERE}/classes/{made}")

    with form_dialog(frame, frame.say("classroom.staff.new"), save) as dialog:
        title = field(frame, "classroom.staff.new_title")
        closes = field(frame, "classroom.staff.new_closes", in_a_month.isoformat(), "people.order.day_hint")
        lessons = ui.select(titles, label=frame.say("classroom.staff.new_lessons"), multiple=True, value=[])
        lessons.props("outlined dense use-chips").classes("w-full")
    return dialog


def _lessons(frame: Frame, services: LedgerServices, sight: Sight) -> None:
    ui.label(frame.say("classroom.staff.lessons")).classes("section-title")
    offered = list(services.classroom.library.lessons.values())
    sums = services.classroom.attempts.sums(sight)

    def fetch(offset: int, limit: int) -> tuple[Rows, int]:
        rows = []
        for loaded in offered[offset : offset + limit]:
            lesson, of = loaded.lesson, sums.get(loaded.lesson.lesson)
            counts = (of.began, of.finished, of.credited) if of else (0, 0, 0)
            rows.append(
                {
                    "id": lesson.lesson,
                    "href": f"{HERE}/lessons/{lesson.lesson}",
                    "lesson": lesson.title.in_(frame.lang),
                    "minutes": lesson.minutes,
                    "questions": len(lesson.questions),
                    **dict(zip(("began", "finished", "credited"), counts, strict=True)),
                }
            )
        return rows, len(offered)

    PagedTable(frame, _LESSONS, fetch)
