"""Rosters as companies send them, and numbers that are right."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from common.identity import check_character
from ledger.people.credit_code import credit_check_character
from ledger.people.employers import EmployerFacts

TITLES = ("姓名", "证件类型", "证件号码", "工种", "手机号码")


def resident(sequence: int, born: str = "19900214") -> str:
    """A resident's number with a right check character."""
    first = f"510107{born}{sequence:03d}"
    return first + check_character(first)


def workbook(rows: Sequence[Sequence[Any]], titles: Sequence[str] = TITLES) -> bytes:
    """An Excel file with these titles and rows."""
    book = Workbook()
    book.active.append(list(titles))
    for row in rows:
        book.active.append(list(row))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def company(name: str = "蓉城钢构有限公司", sequence: int = 1, industry: str = "C") -> EmployerFacts:
    """A company with a right credit code."""
    first = f"91510107MA6C{sequence:05d}"
    return EmployerFacts(name, first + credit_check_character(first), industry, "武侯区", 260)
