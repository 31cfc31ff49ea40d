"""The page of one class: who signed up, what they learned, what the tests show, and its poster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException
from nicegui import ui

from common.moments import from_us, shown_moment
from common.web.forms import facts
from common.web.frame import Frame, page_frame
from common.web.tables import Column, PagedTable, Rows
from ledger.classroom.attempts import has_credit
from ledger.classroom.classes import Class
from ledger.classroom.gains import Gain
from ledger.classroom.staff_page import HERE
from ledger.completion_rows import PERSON, person_cells
from ledger.people.sight import Sight, sight_of
from ledger.ways import Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_JOINED = [
    Column("joined", "classroom.staff.joined"),
    Column("done", "classroom.staff.done", align="right"),
]
_GAIN = [
    Column("before", "classroom.staff.before", align="right"),
    Column("after", "classroom.staff.after", align="right"),
    Column("gain", "classroom.staff.gain", align="right"),
]


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page(f"{HERE}/classes/{{class_id}}")
    def one(class_id: str, user: Reader) -> None:
        sight = sight_of(user)
        found = services.classroom.classes.find(class_id, sight)
        if found is None:
            raise HTTPException(404)
        services.people.looks.note(user, "list", found=found.people)
        with page_frame("classroom.staff.class") as frame:
            show_ways(frame, HERE)
            _card(frame, services, found, sight)

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                people, total = services.classroom.classes.people(found.id, offset, limit, sight)
                named = services.learners.named({learner for learner, _ in people})
                return [
                    person_cells(frame, learner, named) | _cells(services, found, learner, joined_us)
                    for learner, joined_us in people
                ], total

            PagedTable(frame, PERSON + _JOINED + (_GAIN if found.order else []), fetch)


def _card(frame: Frame, services: LedgerServices, found: Class, sight: Sight) -> None:
    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            if found.order:
                ui.link(found.called, f"/ledger/orders/{found.order}").classes("person-name")
            else:
                ui.label(found.called).classes("person-name")
            ui.space()
            poster = ui.button(frame.say("classroom.staff.poster"), icon="print").props(
                "unelevated no-caps target=_blank"
            )
            poster.props["href"] = f"{HERE}/classes/{found.id}/poster"
        offered = services.classroom.library.lessons
        lessons = [offered[each].lesson.title.in_(frame.lang) for each in found.lessons if each in offered]
        shown = {
            "classroom.staff.people": str(found.people),
            "classroom.staff.closes": shown_moment(from_us(found.closes_us))[:10],
        }
        if found.order:
            mean, tested = services.classroom.gains.mean(sight, found.order)
            shown["classroom.staff.figure.tested"] = str(tested)
            shown["classroom.staff.figure.gain"] = "–" if mean is None else f"{mean:+.0f}"
        elif lessons:
            shown["classroom.staff.lessons"] = ("、" if frame.lang == "zh" else ", ").join(lessons)
        facts(frame, shown)


def _cells(services: LedgerServices, found: Class, learner: str, joined_us: int) -> dict[str, object]:
    latest = services.classroom.attempts.latest(learner)
    gain = services.classroom.gains.of(found.order, learner) if found.order else None
    return {
        "joined": shown_moment(from_us(joined_us)),
        "done": sum(map(has_credit, latest.values())),
        **_gain_cells(gain),
    }


def _gain_cells(gain: Gain | None) -> dict[str, str]:
    if gain is None:
        return {"before": "–", "after": "–", "gain": "–"}
    return {
        "before": f"{gain.before_right}/{gain.before_asked}",
        "after": f"{gain.after_right}/{gain.after_asked}",
        "gain": f"{gain.points:+.0f}",
    }
