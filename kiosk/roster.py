"""The list of people expected, as a company sends it: a CSV file, often from Excel."""

from __future__ import annotations

import csv
import io

from common.errors import DataError, QiancheError
from common.identity import parse
from common.text import Lang
from kiosk.people import Learner, People, checked_name

MAX_BYTES = 2_000_000
MAX_PEOPLE = 5000
_NAME = frozenset({"姓名", "name"})
_NUMBER = frozenset({"身份证号", "身份证号码", "公民身份号码", "identity_number", "identity number", "id"})


class RosterWrong(DataError):
    """The file is not a roster; the text says which line and why."""

    def message(self, lang: Lang) -> str:
        said = super().message(lang)
        cause = self.__cause__
        return f"{said}{cause.message(lang)}" if isinstance(cause, QiancheError) else said


def enrol_roster(content: bytes, people: People) -> list[Learner]:
    """Enrol everyone of a CSV file; its first line names the columns (姓名, 身份证号; others are ignored).

    All of the file is checked before anybody is enrolled.

    Raises:
        RosterWrong: no such columns, too long, or a line is wrong.
    """
    entries = list(_entries(content))
    return [people.enrol(name, number) for name, number in entries]


def _entries(content: bytes) -> list[tuple[str, str]]:
    rows = csv.reader(io.StringIO(_decoded(content), newline=""))
    header = [column.strip().lower() for column in next(rows, [])]
    name_at = next((k for k, column in enumerate(header) if column in _NAME), None)
    number_at = next((k for k, column in enumerate(header) if column in _NUMBER), None)
    if name_at is None or number_at is None:
        raise RosterWrong("kiosk.roster.columns")
    entries = []
    for row in rows:
        if not any(field.strip() for field in row):
            continue
        if len(entries) == MAX_PEOPLE:
            raise RosterWrong("kiosk.roster.too_long", limit=MAX_PEOPLE)
        entries.append(_entry(row, name_at, number_at, rows.line_num))
    return entries


def _entry(row: list[str], name_at: int, number_at: int, line: int) -> tuple[str, str]:
    if len(row) <= max(name_at, number_at):
        raise RosterWrong("kiosk.roster.line_short", line=line)
    try:
        # Excel keeps long numbers as text by a leading apostrophe, and some exports keep the apostrophe.
        return checked_name(row[name_at]), parse(row[number_at].strip().lstrip("'")).number
    except DataError as fault:
        raise RosterWrong("kiosk.roster.line_wrong", line=line) from fault


def _decoded(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise RosterWrong("kiosk.roster.too_big", limit=MAX_BYTES // 1_000_000)
    for encoding in ("utf-8-sig", "gb18030"):  # what a Chinese Excel saves is one of these
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RosterWrong("kiosk.roster.encoding")
