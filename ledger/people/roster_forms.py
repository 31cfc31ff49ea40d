"""Excel files that people fill in: the empty roster, and the rows that have to be put right."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from common.text import Lang, text
from ledger.people.documents import DOCUMENT_KINDS
from ledger.people.roster_file import MAX_PEOPLE, ROSTER_COLUMNS, Fault, said_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDTHS = (16, 26, 26, 18, 18, 70)
"""Of the roster's columns, then of what is wrong with a row."""
_AS_TEXT = "@"


def empty_roster(lang: Lang) -> bytes:
    """A roster to fill in: titles, numbers kept as text, the kinds of documents to choose from, and how to do it."""
    return _book(lang, [])


def faulty_rows(faults: Sequence[Fault], lang: Lang) -> bytes:
    """The rows with faults and what is wrong with each, to be put right and sent again as they are."""
    return _book(lang, faults)


def _book(lang: Lang, faults: Sequence[Fault]) -> bytes:
    from openpyxl import Workbook  # slow to import, and few processes ever write one
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    sheet.title = text("people.roster.sheet", lang)
    titles = [text(f"people.roster.column.{column}", lang) for column in ROSTER_COLUMNS]
    write_titles(sheet, [*titles, text("people.roster.column_of_fault", lang)] if faults else titles, _WIDTHS)
    kinds = ",".join(text(f"people.document.kind.{kind}", lang) for kind in DOCUMENT_KINDS)
    choice = DataValidation(type="list", formula1=f'"{kinds}"', allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add(f"B2:B{MAX_PEOPLE + 1}")
    for number, fault in enumerate(faults, start=2):
        said = text("people.roster.fault", lang, **said_of(fault, lang))
        write_row(sheet, number, [*(fault.cells.get(column, "") for column in ROSTER_COLUMNS), said])
    notes = book.create_sheet(text("people.roster.notes_sheet", lang))
    notes.column_dimensions["A"].width = 100
    for line in text("people.roster.notes", lang).strip().splitlines():
        notes.append([line])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def write_titles(sheet: Any, titles: Sequence[str], widths: Sequence[int]) -> None:
    """Write a sheet's first row, and have what is typed below it kept as text."""
    from openpyxl.styles import Font, PatternFill

    sheet.append(titles)
    for cell, width in zip(sheet[1], widths, strict=False):
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="9A4A1F")
        sheet.column_dimensions[cell.column_letter].width = width
        sheet.column_dimensions[cell.column_letter].number_format = _AS_TEXT
    sheet.freeze_panes = "A2"


def write_row(sheet: Any, number: int, values: list[str]) -> None:
    """Write texts as texts: never a formula, never a number that loses digits."""
    for place, value in enumerate(values, start=1):
        cell = sheet.cell(number, place)
        cell.number_format = _AS_TEXT
        if value:
            cell.value = value
            cell.data_type = "s"
