"""The page of one lesson for the staff: who took it, how far they came, and how well they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException
from nicegui import ui

from common.moments import from_us, shown_moment
from common.web.frame import Frame, page_frame
from common.web.tables import Column, PagedTable, Rows
from ledger.classroom.attempts import Attempt, has_credit
from ledger.classroom.staff_page import HERE
from ledger.completion_rows import PERSON, person_cells
from ledger.people.sight import sight_of
from ledger.ways import Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_ATTEMPT = [
    Column("began_at", "classroom.staff.began_at"),
    Column("score", "classroom.staff.score", align="right"),
    Column("verdict", "classroom.staff.verdict", cell="tag"),
]


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page(f"{HERE}/lessons/{{lesson}}")
    def one(lesson: str, user: Reader) -> None:
        loaded = services.classroom.library.lessons.get(lesson)
        if loaded is None:
            raise HTTPException(404)
        sight = sight_of(user)
        _, total = services.classroom.attempts.of_lesson(lesson, 0, 0, sight)
        services.people.looks.note(user, "list", found=total)
        with page_frame("classroom.staff.lesson") as frame:
            show_ways(frame, HERE)
            with ui.card().classes("card"):
                with ui.row().classes("tools"):
                    ui.label(loaded.lesson.title.in_(frame.lang)).classes("person-name")
                    ui.space()
                    preview = ui.button(frame.say("classroom.staff.preview"), icon="visibility")
                    preview.props("outline no-caps target=_blank").props["href"] = f"{HERE}/lessons/{lesson}/preview"
                ui.label(loaded.lesson.summary.in_(frame.lang)).classes("soft")

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                found, total = services.classroom.attempts.of_lesson(lesson, offset, limit, sight)
                named = services.learners.named({each.learner for each in found})
                rows = [person_cells(frame, each.learner, named) | _cells(frame, each) for each in found]
                return rows, total

            PagedTable(frame, PERSON + _ATTEMPT, fetch)


def _cells(frame: Frame, attempt: Attempt) -> dict[str, object]:
    said = {"kind": "wait", "text": frame.say("classroom.staff.left")}
    if attempt.ended_us is None:
        said = {"kind": "wait", "text": frame.say("classroom.staff.going_on")}
    elif attempt.finished:
        kind = "good" if has_credit(attempt) else "bad"
        said = {"kind": kind, "text": frame.say("ledger.passed" if kind == "good" else "ledger.failed")}
    return {
        "id": attempt.id,
        "began_at": shown_moment(from_us(attempt.began_us)),
        "score": f"{attempt.right}/{attempt.asked}" if attempt.finished and attempt.asked else "–",
        "verdict": said,
    }
