"""Injuries and warnings from an Excel file: a company and a month in each row, checked cell by cell.

Companies that are not on record yet are taken down with the row, if it says enough of them: those
with injuries and without training are often the ones that nobody knew.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, Literal, get_args

from common.errors import DataError
from common.text import LANGS, Lang, text
from ledger.people.credit_code import check_credit_code
from ledger.people.employers import INDUSTRIES, EmployerFacts, Employers
from ledger.people.roster_file import sheet_rows, shown_cell
from ledger.people.roster_forms import write_row, write_titles
from ledger.supervision.company_counts import COUNT_KINDS, CompanyCounts, Count, CountKind, checked_count

Column = Literal["code", "name", "industry", "district", "insured", "month", "injuries", "warnings"]
COLUMNS: tuple[Column, ...] = get_args(Column)
MAX_ROWS = 20_000
_WIDTHS = (26, 36, 26, 14, 12, 12, 12, 12, 70)
_HEADER_WITHIN = 5
_MONTH = re.compile(r"(20\d\d)[-/.年]?(0?[1-9]|1[0-2])月?")


class CountsWrong(DataError):
    """A file or a cell holds something that it cannot."""


@dataclass(frozen=True)
class CountFault:
    """What is wrong with a row, and what it holds."""

    row: int
    column: Column
    why: DataError
    cells: Mapping[Column, str]


@dataclass(frozen=True)
class CountsImported:
    """What became of a file."""

    rows: int
    """Rows whose counts were taken down."""
    companies: int
    """Companies that were not on record before."""
    faults: tuple[CountFault, ...]


class _Wrong(Exception):
    """A cell's fault on its way to its row."""

    def __init__(self, column: Column, why: DataError) -> None:
        super().__init__(column)
        self.column = column
        self.why = why


def import_counts(content: bytes, employers: Employers, counts: CompanyCounts, by: str) -> CountsImported:
    """Take down what an Excel file says; rows with faults are named, the others are not held up by them.

    Raises:
        RosterWrong: not an Excel file, or too large.
        CountsWrong: without the columns it needs, or with too many rows.
    """
    rows = [(number, _cells(values)) for number, values in _read(content)]
    known = counts.by_credit_code(cells["code"].upper() for _, cells in rows)
    kept: list[Count] = []
    faults: list[CountFault] = []
    good = added = 0
    for number, cells in rows:
        try:
            month, said = _month(cells["month"]), _counts(cells)
            code = cells["code"].upper()
            if code not in known:
                known[code] = _new_company(employers, cells)
                added += 1
        except _Wrong as wrong:
            faults.append(CountFault(number, wrong.column, wrong.why, cells))
            continue
        kept += [Count(known[code], month, kind, count) for kind, count in said.items()]
        good += 1
    counts.keep(kept, by)
    return CountsImported(good, added, tuple(faults))


def empty_counts(lang: Lang) -> bytes:
    """An Excel file to fill in."""
    return _book(lang, [])


def faulty_counts(faults: Sequence[CountFault], lang: Lang) -> bytes:
    """The rows with faults and what is wrong with each, to be put right and sent again as they are."""
    return _book(lang, faults)


def said_of(fault: CountFault, lang: Lang) -> dict[str, Any]:
    """A fault as pages and files show it: row, title of the column, what is wrong and what to do."""
    return {"row": fault.row, "column": _title(fault.column, lang), "why": fault.why.message(lang)}


def _read(content: bytes) -> Iterator[tuple[int, dict[Column, Any]]]:
    rows = sheet_rows(content)
    places = _find_columns(rows)
    found = 0
    for number, row in rows:
        if not any(shown_cell(cell) for cell in row):
            continue
        found += 1
        if found > MAX_ROWS:
            raise CountsWrong("supervision.counts.too_long", limit=MAX_ROWS)
        yield number, {name: row[place] if place < len(row) else None for name, place in places.items()}


def _find_columns(rows: Iterator[tuple[int, Sequence[Any]]]) -> dict[Column, int]:
    for _, row in islice(rows, _HEADER_WITHIN):
        titles = [shown_cell(cell).casefold().rstrip("*＊ ") for cell in row]
        found: dict[Column, int] = {}
        for column in COLUMNS:
            names = {_title(column, lang).casefold() for lang in LANGS}
            place = next((k for k, title in enumerate(titles) if title in names), None)
            if place is not None:
                found[column] = place
        if {"code", "month"} <= found.keys() and not found.keys().isdisjoint(COUNT_KINDS):
            return found
    raise CountsWrong("supervision.counts.columns")


def _cells(values: Mapping[Column, Any]) -> dict[Column, str]:
    """Each cell as a person reads it; dates as their month."""
    return {
        column: value.strftime("%Y-%m") if isinstance(value, date | datetime) else shown_cell(value)
        for column, value in ((each, values.get(each)) for each in COLUMNS)
    }


def _month(said: str) -> str:
    found = _MONTH.fullmatch(said)
    if found is None:
        raise _Wrong("month", CountsWrong("supervision.counts.month", found=said[:20]))
    return f"{found[1]}-{int(found[2]):02d}"


def _counts(cells: Mapping[Column, str]) -> dict[CountKind, int]:
    said: dict[CountKind, int] = {}
    for kind in COUNT_KINDS:
        if not cells[kind]:
            continue
        count = checked_count(int(cells[kind])) if cells[kind].isdecimal() and len(cells[kind]) < 10 else None
        if count is None:
            raise _Wrong(kind, CountsWrong("supervision.counts.count", found=cells[kind][:20]))
        said[kind] = count
    if not said:
        raise _Wrong("injuries", CountsWrong("supervision.counts.nothing"))
    return said


def _new_company(employers: Employers, cells: Mapping[Column, str]) -> str:
    """Take down the row's company and return its id."""
    try:
        code = check_credit_code(cells["code"])
    except DataError as why:
        raise _Wrong("code", why) from None
    if not cells["name"] or not cells["district"]:
        raise _Wrong("code", CountsWrong("supervision.counts.unknown", code=code))
    insured = cells["insured"] or "0"
    if not insured.isdecimal() or len(insured) > 9:
        raise _Wrong("insured", CountsWrong("supervision.counts.count", found=insured[:20]))
    facts = EmployerFacts(cells["name"], code, _industry(cells["industry"]), cells["district"], int(insured))
    try:
        return employers.add(facts)
    except DataError as why:
        raise _Wrong("name", why) from None


def _industry(said: str) -> str:
    """The letter of a section, from the letter or from what it is called."""
    for letter in INDUSTRIES:
        if said.casefold() in (
            letter.casefold(),
            *(text(f"people.industry.{letter}", lang).casefold() for lang in LANGS),
        ):
            return letter
    raise _Wrong("industry", CountsWrong("people.employer.industry_wrong"))


def _title(column: Column, lang: Lang) -> str:
    return text(f"supervision.counts.column.{column}", lang)


def _book(lang: Lang, faults: Sequence[CountFault]) -> bytes:
    from openpyxl import Workbook  # slow to import, and few processes ever write one

    book = Workbook()
    sheet = book.active
    sheet.title = text("supervision.counts.sheet", lang)
    titles = [_title(column, lang) for column in COLUMNS]
    write_titles(sheet, [*titles, text("people.roster.column_of_fault", lang)] if faults else titles, _WIDTHS)
    for number, fault in enumerate(faults, start=2):
        said = text("people.roster.fault", lang, **said_of(fault, lang))
        write_row(sheet, number, [*(fault.cells[column] for column in COLUMNS), said])
    notes = book.create_sheet(text("people.roster.notes_sheet", lang))
    notes.column_dimensions["A"].width = 100
    for line in text("supervision.counts.notes", lang).strip().splitlines():
        notes.append([line])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()
