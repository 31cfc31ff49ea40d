"""Years, quarters and months, as reports ask for them.

A period is written ``2026``, ``2026-Q4`` or ``2026-11``; empty, it is all time.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from common.errors import DataError
from common.text import Lang, text
from ledger.people.days import span_us

PARTS = ("Q1", "Q2", "Q3", "Q4", *(f"{month:02d}" for month in range(1, 13)))
"""Of a year: its quarters and months."""
_PERIOD = re.compile(r"(20\d\d)(?:-(Q[1-4]|0[1-9]|1[0-2]))?")


class PeriodWrong(DataError):
    """A text is neither a year nor a quarter nor a month."""


def period_of(year: str, part: str) -> str:
    """The period of a year, or of one of its parts; all time where no year is given."""
    return f"{year}-{part}" if year and part else year


def check_period(said: str) -> str:
    """The period as it was said. Raises PeriodWrong."""
    if said and not _PERIOD.fullmatch(said):
        raise PeriodWrong("certificates.list.period_wrong", found=said[:20])
    return said


def period_span_us(period: str) -> tuple[int, int] | None:
    """The first and the last microsecond of a period in Beijing time, since 1970; None for all time."""
    if not period:
        return None
    year, part = int(period[:4]), period[5:]
    first, last = (int(part), int(part)) if part.isdigit() else (1, 12)
    if part.startswith("Q"):
        last = 3 * int(part[1])
        first = last - 2
    following = date(year + last // 12, last % 12 + 1, 1)
    return span_us(date(year, first, 1), following - timedelta(days=1))


def period_said(period: str, lang: Lang) -> str:
    """A period in words."""
    if not period:
        return text("supervision.all_time", lang)
    year, part = period[:4], period[5:]
    if part.startswith("Q"):
        return text("certificates.list.quarter", lang, year=year, quarter=part[1])
    if part:
        return text("supervision.month", lang, year=year, month=part.lstrip("0") if lang == "zh" else part)
    return text("supervision.year", lang, year=year)


def part_said(part: str, lang: Lang) -> str:
    """A part of a year in words, or the whole of it."""
    if not part:
        return text("supervision.filter.whole_year", lang)
    if part.startswith("Q"):
        return text("certificates.list.quarter_name", lang, quarter=part[1])
    return text("supervision.filter.month_name", lang, month=int(part))
