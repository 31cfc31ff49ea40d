"""The frame around the pages of supervision: ways between them, filters above, tables with their files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from fastapi import HTTPException
from nicegui import ui
from starlette.requests import Request

from common.moments import from_us, shown_moment
from common.web.frame import Frame, page_frame
from common.web.login import User
from common.web.tables import Column, KeyedTable
from ledger.people.days import today
from ledger.people.employers import INDUSTRIES
from ledger.people.periods import period_said
from ledger.people.sight import sight_of
from ledger.supervision.asked import NO_EMPLOYER, Asked, AskedWrong, read_asked
from ledger.supervision.export import verdict_key
from ledger.supervision.sheets import RIGHT, After, Field, Question, Row, Sheet
from ledger.ways import show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

ROOT = "/ledger/supervision"
TABS = ("overview", "figures", "companies", "people", "completions", "hazards", "risks")


@dataclass(frozen=True)
class View:
    """What a page of supervision knows: its frame, who asks for what, and where it stands."""

    frame: Frame
    user: User
    question: Question
    tab: str
    besides: Mapping[str, str]
    """What else the page's address says."""

    @property
    def asked(self) -> Asked:
        return self.question.asked

    def say(self, key: str, **places: object) -> str:
        """A text of the catalogue in this visitor's language."""
        return self.frame.say(key, **places)

    def here(self, **changed: str) -> str:
        """The address of this page for something else."""
        return address(self.tab, self.asked.but(**changed), **self.besides)


def address(tab: str, asked: Asked, **besides: str) -> str:
    """Where a page of supervision shows what is asked for; ``besides`` is the page's own."""
    query = "&".join(part for part in (urlencode(besides), asked.query()) if part)
    return (ROOT if tab == "overview" else f"{ROOT}/{tab}") + f"?{query}"


def asked_in(request: Request, services: LedgerServices) -> Asked:
    """What a page's address asks for; a wrong one is answered as a page that is not there."""
    try:
        return read_asked(request.query_params, today(services.clock.now()).year)
    except AskedWrong as wrong:
        raise HTTPException(404, wrong.message("en")) from wrong


@contextmanager
def supervision_page(
    services: LedgerServices, request: Request, user: User, tab: str, **besides: str
) -> Iterator[View]:
    """Everything inside is the page's content, below its ways and filters; ``besides`` stays in its address."""
    asked = asked_in(request, services)
    with page_frame(f"supervision.title.{tab}") as frame:
        view = View(frame, user, Question(asked, sight_of(user), frame.lang), tab, besides)
        show_ways(frame, ROOT)
        with ui.row().classes("ways sub-ways"):
            for each in TABS:
                here = " way-here" if each == tab else ""
                # Over to another table the filters stay; what one row was opened for does not.
                wider = asked.but(hazard="", learner="", verdict="") if each != tab else asked
                ui.link(frame.say(f"supervision.tab.{each}"), address(each, wider)).classes("way" + here)
        _filters(services, view)
        yield view


def conditions(services: LedgerServices, question: Question) -> dict[str, str]:
    """What a table is restricted to, in words, by the field of :class:`Asked`; the period is always among them."""
    asked, lang = question.asked, question.lang
    said = {"period": period_said(asked.period, question.lang)}
    if asked.district:
        said["district"] = asked.district
    if asked.industry:
        said["industry"] = question.say(f"people.industry.{asked.industry}")
    if asked.employer:
        said["employer"] = _company_name(services, question)
    if asked.scenario:
        said["scenario"] = services.plannable().get(asked.scenario, {}).get(lang, asked.scenario)
    if asked.verdict:
        said["verdict"] = question.say(verdict_key(asked.verdict == "passed"))
    if asked.hazard:
        name = services.supervision.hazards.name(asked.scenario, asked.hazard)
        said["hazard"] = name[lang] if name else asked.hazard
    if asked.learner:
        person = services.learners.find(asked.learner, question.sight)
        said["learner"] = person.name if person else question.say("ledger.not_enrolled")
    return said


def show_sheet(view: View, sheet: Sheet, empty_key: str = "supervision.empty.any", page_size: int = 20) -> KeyedTable:
    """A table, page by page; ``empty_key`` says why nothing is in it."""

    def fetch(after: After, limit: int) -> tuple[list[Row], After]:
        rows, end = sheet.fetch(view.question, after, limit)
        return [shown_row(view, sheet, row) for row in rows], end

    columns = [_column(each) for each in sheet.fields]
    return KeyedTable(view.frame, columns, fetch, empty_key, page_size)


def show_exports(view: View, sheet: Sheet) -> None:
    """Buttons that take a table down as files."""
    for kind in ("xlsx", "csv"):
        target = f"/ledger/api/supervision/{sheet.name}.{kind}?{view.asked.query()}"
        with ui.link(target=target).classes("export-link"):
            ui.icon("download")
            ui.label(view.say(f"supervision.export.{kind}"))


def shown_row(view: View, sheet: Sheet, row: Row) -> Row:
    """A row as the page's table shows it."""
    cells = {each.name: shown_cell(view, each, row[each.name]) for each in sheet.fields}
    return cells | {"id": row["id"], "href": row.get("href")}


def shown_cell(view: View, field: Field, value: Any) -> Any:
    """A value as the page's table shows it."""
    if field.kind == "verdict":
        kind = "good" if value else "bad"
        return None if value is None else {"kind": kind, "text": view.say(verdict_key(value))}
    if value is None or value == "":
        return "–"
    if field.kind == "count":
        return f"{value:,}"
    if field.kind == "share":
        return f"{value:.1%}"
    if field.kind in ("hours", "score"):
        return f"{value:,.1f}" if field.kind == "hours" else f"{value:.0f}"
    return shown_moment(from_us(value)) if field.kind == "moment" else value


def _column(field: Field) -> Column:
    cell = {"link": "link", "verdict": "tag"}.get(field.kind, "text")
    return Column(field.name, field.title_key, cell, "right" if field.kind in RIGHT else "left")


def _company_name(services: LedgerServices, question: Question) -> str:
    if question.asked.employer == NO_EMPLOYER:
        return question.say("supervision.no_company")
    company = services.people.employers.find(question.asked.employer, question.sight)
    return company.facts.name if company else "–"


def _filters(services: LedgerServices, view: View) -> None:
    """The period, and chips of everything else that the page is restricted to."""
    asked = view.asked
    with ui.row().classes("tools filters"):
        years = services.supervision.figures.years()
        this_year = str(today(services.clock.now()).year)
        periods = {
            year: view.say("supervision.year", year=year) for year in sorted({*years, this_year, asked.year} - {""})
        }
        _choose(view, "year", {"": view.say("supervision.all_time"), **periods}, asked.year, "period")
        if asked.period:
            months = {asked.year: view.say("supervision.filter.whole_year")}
            months |= {
                f"{asked.year}-{month:02d}": view.say("supervision.filter.month_name", month=month)
                for month in range(1, 13)
            }
            _choose(view, "month", months, asked.period, "period")
        if view.tab != "overview":
            every = {"": view.say("supervision.filter.all")}
            districts = services.supervision.figures.districts(view.question.sight)
            _choose(view, "district", every | {each: each for each in districts}, asked.district, "district")
            industries = {each: view.say(f"people.industry.{each}") for each in INDUSTRIES}
            _choose(view, "industry", every | industries, asked.industry, "industry")
    _chips(services, view)


def _choose(view: View, name: str, options: dict[str, str], value: str, field: str) -> None:
    label = view.say(f"supervision.filter.{name}")
    chosen = ui.select(options, value=value if value in options else None, label=label)
    chosen.props("outlined dense options-dense").classes("filter-field")
    chosen.on_value_change(lambda event: ui.navigate.to(view.here(**{field: event.value or ""})))


def _chips(services: LedgerServices, view: View) -> None:
    said = {name: value for name, value in conditions(services, view.question).items() if name not in _CHOSEN}
    if not said:
        return
    with ui.row().classes("chips"):
        for name, value in said.items():
            gone = {name: "", "hazard": ""} if name == "scenario" else {name: ""}
            words = {"name": view.say(f"supervision.filter.{name}"), "value": value}
            chip = ui.chip(view.say("supervision.filter.said", **words), removable=True).props("outline")
            chip.on_value_change(lambda _, gone=gone: ui.navigate.to(view.here(**gone)))


_CHOSEN = ("period", "district", "industry", "verdict")
"""What the lists above a page choose; the rest stands as chips."""
