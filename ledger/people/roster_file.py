"""Rosters as companies send them: an Excel file, one person a row, checked cell by cell.

What is wrong is said with its row, its column and what to do; the good rows are not held up by it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Literal, get_args

from common.errors import DataError, QiancheError
from common.text import LANGS, Lang, text
from ledger.people.documents import DOCUMENT_KINDS, Document, DocumentKind, check_document
from ledger.people.learners import Particulars, check_name, check_phone, check_trade

RosterColumn = Literal["name", "document", "number", "trade", "phone"]
ROSTER_COLUMNS: tuple[RosterColumn, ...] = get_args(RosterColumn)
_REQUIRED: tuple[RosterColumn, ...] = ("name", "number")
MAX_BYTES = 5_000_000
MAX_PEOPLE = 5000
_MAX_UNPACKED = 80_000_000
_MAX_COLUMNS = 40
_HEADER_WITHIN = 5
"""The titles stand in one of the first rows: companies like to write their name above."""
_EXACT_DIGITS = 15
"""Excel keeps no more digits of a number; what follows becomes zeros."""

Cells = Mapping[RosterColumn, str]


class RosterWrong(DataError):
    """The file as a whole cannot be read as a roster."""


class CellWrong(DataError):
    """A cell holds something that its column cannot."""


@dataclass(frozen=True)
class Entry:
    """A good row: its number in the file, and who it says."""

    row: int
    said: Particulars
    cells: Cells


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row, and what it holds."""

    row: int
    column: RosterColumn
    why: QiancheError
    cells: Cells


def read_roster(content: bytes, today: date) -> tuple[list[Entry], list[Fault]]:
    """The good rows of an Excel file and the faults of the others, one fault for each, in the file's order.

    Raises:
        RosterWrong: not an Excel file (.xlsx), too large, or without the columns 姓名 and 证件号码.
    """
    rows = sheet_rows(content)
    columns = _find_columns(rows)
    entries: list[Entry] = []
    faults: list[Fault] = []
    seen: dict[tuple[DocumentKind, str], int] = {}
    for number, row in rows:
        if not any(shown_cell(cell) for cell in row):
            continue
        if len(entries) + len(faults) == MAX_PEOPLE:
            raise RosterWrong("people.roster.too_long", limit=MAX_PEOPLE)
        values = {name: row[place] if place < len(row) else None for name, place in columns.items()}
        read = _read_row(number, values, today, seen)
        (entries if isinstance(read, Entry) else faults).append(read)
    return entries, faults


def _read_row(
    number: int, values: dict[RosterColumn, Any], today: date, seen: dict[tuple[DocumentKind, str], int]
) -> Entry | Fault:
    cells = {name: shown_cell(value) for name, value in values.items()}
    column: RosterColumn = "name"
    try:
        name = check_name(cells["name"])
        column = "document"
        kind = _kind(cells.get("document", ""))
        column = "number"
        document = _document(kind, values["number"], today)
        first = seen.setdefault((document.kind, document.number), number)
        if first != number:
            raise CellWrong("people.roster.twice", row=first)
        column = "trade"
        trade = check_trade(cells.get("trade", ""))
        column = "phone"
        phone = check_phone(cells.get("phone", ""))
    except DataError as why:
        return Fault(number, column, why, cells)
    return Entry(number, Particulars(name, document, trade, phone), cells)


def _document(kind: DocumentKind, value: Any, today: date) -> Document:
    if isinstance(value, int | float) and abs(value) >= 10**_EXACT_DIGITS:
        raise CellWrong("people.roster.number_cell")
    number = shown_cell(value).lstrip("'’‘")
    if not number:
        raise CellWrong("people.roster.number_missing")
    return check_document(kind, number, today)


def _kind(said: str) -> DocumentKind:
    """The kind of document that a cell names; a resident's card where it names none."""
    if not said:
        return "resident_id"
    for kind in DOCUMENT_KINDS:
        if said.casefold() in _names(f"people.document.kind.{kind}"):
            return kind
    known = "、".join(text(f"people.document.kind.{kind}", "zh") for kind in DOCUMENT_KINDS)
    raise CellWrong("people.roster.kind", found=said[:20], known=known)


def sheet_rows(content: bytes) -> Iterator[tuple[int, Sequence[Any]]]:
    """Every row of an Excel file's first sheet, with its number as Excel shows it.

    Raises:
        RosterWrong: not an Excel file (.xlsx), or too large.
    """
    from openpyxl import load_workbook  # slow to import, and few processes ever read a roster

    _check_size(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size is often wrong
        yield from enumerate(sheet.iter_rows(values_only=True, max_col=_MAX_COLUMNS), start=1)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError) as error:
        raise RosterWrong("people.roster.not_excel") from error


def _check_size(content: bytes) -> None:
    if len(content) > MAX_BYTES:
        raise RosterWrong("people.roster.too_big", limit=MAX_BYTES // 1_000_000)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise RosterWrong("people.roster.not_excel") from error
    if unpacked > _MAX_UNPACKED:
        raise RosterWrong("people.roster.too_big", limit=MAX_BYTES // 1_000_000)


def _find_columns(rows: Iterator[tuple[int, Sequence[Any]]]) -> dict[RosterColumn, int]:
    """Where each column stands, by its title in either language."""
    for _, row in islice(rows, _HEADER_WITHIN):
        titles = [shown_cell(cell).casefold().rstrip("*＊ ") for cell in row]
        found: dict[RosterColumn, int] = {}
        for column in ROSTER_COLUMNS:
            names = _names(f"people.roster.column.{column}") | _OTHER_TITLES.get(column, frozenset())
            place = next((k for k, title in enumerate(titles) if title in names), None)
            if place is not None:
                found[column] = place
        if all(column in found for column in _REQUIRED):
            return found
    raise RosterWrong("people.roster.columns")


_OTHER_TITLES: dict[RosterColumn, frozenset[str]] = {
    "number": frozenset({"身份证号", "身份证号码", "公民身份号码"}),
    "trade": frozenset({"岗位", "工种/岗位"}),
    "phone": frozenset({"手机", "手机号", "手机号码", "联系电话", "电话"}),
}


def _names(key: str) -> frozenset[str]:
    return frozenset(text(key, lang).casefold() for lang in LANGS)


def shown_cell(value: Any) -> str:
    """A cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def said_of(fault: Fault, lang: Lang) -> dict[str, Any]:
    """A fault as pages and files show it: row, title of the column, what is wrong and what to do."""
    return {
        "row": fault.row,
        "column": text(f"people.roster.column.{fault.column}", lang),
        "why": fault.why.message(lang),
    }
