"""Tables as files: Excel and CSV, written row by row however many there are."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any, Literal

from fastapi.responses import StreamingResponse

from common.errors import DataError
from common.moments import BEIJING, from_us, shown_moment
from common.web.headers import as_download
from ledger.people.days import today
from ledger.supervision.sheets import Field, Kind, Question, Row, Sheet

Format = Literal["xlsx", "csv"]
MEDIA_TYPE: dict[Format, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
MOST_EXCEL_ROWS = 100_000
"""More are taken as CSV: writing them as Excel takes minutes, and Excel opens them slowly."""
_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes a CSV file's Chinese for something else."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER_FORMATS: dict[Kind, str] = {
    "count": "#,##0",
    "hours": "0.00",
    "share": "0.0%",
    "score": "0.0",
    "moment": "yyyy-mm-dd hh:mm",
    "day": "yyyy-mm-dd",
}
_WIDE: tuple[Kind, ...] = ("text", "link")
_IN_MEMORY_BYTES = 8_000_000
_PIECE = 64 * 1024


class TooManyRows(DataError):
    """The table has more rows than an Excel file is made with."""

    status = 413

    def __init__(self) -> None:
        super().__init__("supervision.export.too_many", limit=f"{MOST_EXCEL_ROWS:,}")


def download(
    sheet: Sheet, question: Question, kind: Format, conditions: list[str], now: datetime, named: str
) -> StreamingResponse:
    """The answer that a browser saves as a file; ``named`` stands in its name between the table's title and the day.

    ``conditions`` say in words what the table was restricted to. Raises TooManyRows.
    """
    heading = heading_of(question, sheet, conditions, now)
    if kind == "csv":
        pieces = csv_pieces(sheet, question, heading)
    else:
        pieces = file_pieces(excel_file(sheet, question, heading))
    name = f"{sheet.title(question.lang)} {named} {today(now):%Y%m%d}.{kind}"
    return StreamingResponse(pieces, media_type=MEDIA_TYPE[kind], headers=as_download(name))


def csv_pieces(sheet: Sheet, question: Question, heading: list[str]) -> Iterator[bytes]:
    """The table as CSV, UTF-8 with a byte order mark; ``heading`` says above it what was asked for and when."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    written.write(_BYTE_ORDER_MARK)
    for line in heading:
        writer.writerow([without_formula(line)])
    writer.writerow([question.say(field.title_key) for field in sheet.fields])
    for row in sheet.all_rows(question):
        writer.writerow([_csv_cell(question, field, row) for field in sheet.fields])
        if written.tell() > _PIECE:
            yield written.getvalue().encode("utf-8")
            written.seek(0)
            written.truncate()
    yield written.getvalue().encode("utf-8")


def excel_file(sheet: Sheet, question: Question, heading: list[str]) -> IO[bytes]:
    """The table as an Excel file, at its beginning; large ones lie on the disk. To be closed by the caller.

    Raises:
        TooManyRows
    """
    from openpyxl import Workbook  # slow to import, and few processes ever write one
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.title(question.lang)[:31])
    for place, field in enumerate(sheet.fields):
        page.column_dimensions[chr(ord("A") + place)].width = 32 if field.kind in _WIDE else 16
    page.freeze_panes = f"A{len(heading) + 2}"
    for line in heading:
        page.append([_text_cell(page, line)])
    titles = [WriteOnlyCell(page, question.say(field.title_key)) for field in sheet.fields]
    for cell in titles:
        cell.font = Font(bold=True)
    page.append(titles)
    for number, row in enumerate(sheet.all_rows(question)):
        if number == MOST_EXCEL_ROWS:
            raise TooManyRows
        page.append([_excel_cell(page, question, field, row) for field in sheet.fields])
    file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES)  # noqa: SIM115  handed to the caller
    book.save(file)
    file.seek(0)
    return file


def file_pieces(file: IO[bytes]) -> Iterator[bytes]:
    """A file piece by piece; it is closed at the end."""
    with file:
        while piece := file.read(_PIECE):
            yield piece


def heading_of(question: Question, sheet: Sheet, conditions: list[str], now: datetime) -> list[str]:
    """What stands above a table in a file: what it is, what it was restricted to, and when it was made."""
    made = question.say("supervision.export.made", time=shown_moment(now))
    joined = question.say(
        "supervision.export.conditions", conditions=question.say("supervision.joint").join(conditions)
    )
    return [sheet.title(question.lang), joined, made]


def without_formula(value: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return "'" + value if value.startswith(_FORMULA_STARTS) else value


def verdict_key(passed: bool) -> str:
    """What a verdict is called."""
    return "ledger.passed" if passed else "ledger.failed"


def _csv_cell(question: Question, field: Field, row: Row) -> str:
    value = row[field.name]
    if value is None:
        return ""
    if field.kind == "moment":
        return shown_moment(from_us(value))
    if field.kind == "verdict":
        return question.say(verdict_key(value))
    if field.kind in ("hours", "score"):
        return f"{value:.2f}"
    return f"{value:.4f}" if field.kind == "share" else without_formula(str(value))


def _excel_cell(page: Any, question: Question, field: Field, row: Row) -> Any:
    from openpyxl.cell import WriteOnlyCell

    value = row[field.name]
    if value is None:
        return None
    if field.kind == "verdict":
        return question.say(verdict_key(value))
    if field.kind not in _NUMBER_FORMATS:
        return _text_cell(page, str(value))
    if field.kind == "moment":
        value = from_us(value).astimezone(BEIJING).replace(tzinfo=None, microsecond=0)
    cell = WriteOnlyCell(page, value)
    cell.number_format = _NUMBER_FORMATS[field.kind]
    return cell


def _text_cell(page: Any, value: str) -> Any:
    """A text as a text: never a formula, and nothing that a workbook cannot hold."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    return cell
