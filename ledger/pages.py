"""The ledger's pages for safety officers and the bureau: completions, learners, one learner."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, HTTPException
from nicegui import ui

from common.moments import from_us, shown_moment, start_of_day, to_us
from common.web.figures import figure_strip
from common.web.frame import Frame, page_frame
from common.web.login import User, require_role
from common.web.tables import Column, PagedTable, Rows
from ledger.completions import Completion, LearnerSum
from ledger.people.learners import Learner
from ledger.services import LedgerServices
from ledger.transparency import pages as log_pages
from ledger.ways import READERS, show_ways

Reader = Annotated[User, Depends(require_role(*READERS))]

_COMPLETION = [
    Column("scenario", "ledger.column.scenario"),
    Column("score", "ledger.column.score", align="right"),
    Column("verdict", "ledger.column.verdict", cell="tag"),
    Column("ended", "ledger.column.ended"),
    Column("duration", "ledger.column.duration", align="right"),
    Column("hours", "ledger.column.hours", align="right"),
    Column("van", "ledger.column.van"),
]
_PERSON = [
    Column("name", "ledger.column.name", cell="link"),
    Column("number", "ledger.column.number"),
]
_SUM = [
    Column("completions", "ledger.column.completions", align="right"),
    Column("passed", "ledger.column.passed", align="right"),
    Column("hours", "ledger.column.hours", align="right"),
    Column("last", "ledger.column.last"),
]


def register_pages(services: LedgerServices) -> None:
    """Make the pages of this ledger known to NiceGUI."""
    log_pages.register_pages(services)

    @ui.page("/ledger")
    def completions(_user: Reader) -> None:
        with page_frame("ledger.title") as frame:
            _figures(frame, services)
            show_ways(frame, "/ledger")
            with ui.row().classes("tools"):
                searched = _search_field(frame, "ledger.search.completions")
                verdicts = {name: frame.say(f"ledger.filter.{name}") for name in ("all", "passed", "failed")}
                verdict = ui.toggle(verdicts, value="all").props("unelevated no-caps toggle-color=primary")

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                text = (searched.value or "").strip()
                learners = services.learners.search(text) if text else None
                passed = {"all": None, "passed": True, "failed": False}[verdict.value]
                found, total = services.completions.page(
                    learners=learners, text=text, passed=passed, offset=offset, limit=limit
                )
                people = services.learners.named({each.learner for each in found})
                return [_person_cells(frame, each.learner, people) | _cells(frame, each) for each in found], total

            table = PagedTable(frame, _PERSON + _COMPLETION, fetch)
            searched.on_value_change(table.reload)
            verdict.on_value_change(table.reload)

    @ui.page("/ledger/learners")
    def learners(_user: Reader) -> None:
        with page_frame("ledger.title") as frame:
            _figures(frame, services)
            show_ways(frame, "/ledger/learners")
            with ui.row().classes("tools"):
                searched = _search_field(frame, "ledger.search.learners")

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                text = (searched.value or "").strip()
                wanted = services.learners.search(text) if text else None
                sums, total = services.completions.by_learner(wanted, offset, limit)
                people = services.learners.named({each.learner for each in sums})
                return [_person_cells(frame, each.learner, people) | _sum_cells(each) for each in sums], total

            table = PagedTable(frame, _PERSON + _SUM, fetch)
            searched.on_value_change(table.reload)

    def known(pseudonym: str) -> str:
        if services.learners.find(pseudonym) is None and not services.completions.of_learner(pseudonym):
            raise HTTPException(404)
        return pseudonym

    @ui.page("/ledger/learners/{pseudonym}", dependencies=[Depends(require_role(*READERS)), Depends(known)])
    def learner(pseudonym: str) -> None:
        person = services.learners.find(pseudonym)
        done = services.completions.of_learner(pseudonym)
        with page_frame("ledger.learner.title") as frame:
            _person_card(frame, pseudonym, person, done)
            kept = services.logs.kept({each.id for each in done})
            rows = [_cells(frame, each) | _log_cell(frame, each, kept) for each in done]
            columns = [*_COMPLETION, Column("log", "ledger.column.log", cell="link")]
            PagedTable(frame, columns, lambda offset, limit: (rows[offset : offset + limit], len(rows)))


def _figures(frame: Frame, services: LedgerServices) -> None:
    total, passed = services.completions.count()
    today, _ = services.completions.count(since_us=to_us(start_of_day(services.clock.now())))
    figures = {
        "learners": f"{services.learners.count():,}",
        "completions": f"{total:,}",
        "pass_rate": f"{passed / total:.0%}" if total else "–",
        "today": f"{today:,}",
    }
    figure_strip({frame.say(f"ledger.figure.{name}"): value for name, value in figures.items()})


def _search_field(frame: Frame, key: str) -> ui.input:
    field = ui.input(placeholder=frame.say(key)).props("outlined dense clearable debounce=300")
    with field.add_slot("prepend"):
        ui.icon("search")
    return field


def _person_card(frame: Frame, pseudonym: str, person: Learner | None, done: list[Completion]) -> None:
    facts = {
        "number": person.masked_number if person else "–",
        "pseudonym": pseudonym,
        "completions": str(len(done)),
        "passed": str(sum(each.passed is True for each in done)),
        "hours": f"{sum(each.hours for each in done):.2f}",
    }
    with ui.card().classes("card"):
        ui.label(person.name if person else frame.say("ledger.not_enrolled")).classes("person-name")
        with ui.row().classes("person"):
            for name, value in facts.items():
                with ui.column().classes("gap-0"):
                    ui.label(frame.say(f"ledger.column.{name}")).classes("soft")
                    ui.label(value).classes("numbers")


def _person_cells(frame: Frame, learner: str, people: dict[str, Learner]) -> dict[str, Any]:
    person = people.get(learner)
    return {
        "id": learner,
        "href": f"/ledger/learners/{learner}",
        "name": person.name if person else frame.say("ledger.not_enrolled"),
        "number": person.masked_number if person else "–",
    }


def _cells(frame: Frame, completion: Completion) -> dict[str, Any]:
    return {
        "id": completion.id,
        "scenario": completion.title[frame.lang],
        "score": "–" if completion.score is None else f"{completion.score:.0f}",
        "verdict": _verdict(frame, completion.passed),
        "ended": shown_moment(from_us(completion.ended_us)),
        "duration": _duration(frame, completion.duration_s),
        "hours": f"{completion.hours:.2f}",
        "van": completion.van,
    }


def _sum_cells(learner: LearnerSum) -> dict[str, Any]:
    return {
        "completions": learner.completions,
        "passed": learner.passed,
        "hours": f"{learner.hours:.2f}",
        "last": shown_moment(from_us(learner.last_us)) if learner.last_us is not None else "–",
    }


def _log_cell(frame: Frame, completion: Completion, kept: set[str]) -> dict[str, Any]:
    if completion.id not in kept:
        return {"log": frame.say("ledger.log.not_here")}
    return {"log": frame.say("ledger.log.download"), "href": f"/ledger/api/logs/{completion.id}"}


def _verdict(frame: Frame, passed: bool | None) -> dict[str, str] | None:
    if passed is None:
        return None
    return {"kind": "good" if passed else "bad", "text": frame.say("ledger.passed" if passed else "ledger.failed")}


def _duration(frame: Frame, seconds: float | None) -> str:
    if seconds is None:
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    return frame.say("ledger.duration", minutes=minutes, seconds=f"{rest:02d}")
