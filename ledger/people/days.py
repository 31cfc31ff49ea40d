"""Days in Beijing time, as orders and visits are planned."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from common.errors import DataError
from common.moments import BEIJING, to_us


class DayWrong(DataError):
    """A text is not a day of the calendar."""


def day_of(typed: str) -> date:
    """The day that ``2026-11-22`` or ``2026/11/22`` names. Raises DayWrong."""
    try:
        return date.fromisoformat(typed.strip().replace("/", "-"))
    except ValueError:
        raise DayWrong("people.day_wrong", found=typed.strip()[:20]) from None


def today(now: datetime) -> date:
    """The day that ``now`` lies in."""
    return now.astimezone(BEIJING).date()


def span_us(first: date, last: date) -> tuple[int, int]:
    """From the beginning of the first day to just before the end of the last, in microseconds since 1970."""
    begins = datetime(first.year, first.month, first.day, tzinfo=BEIJING)
    ends = datetime(last.year, last.month, last.day, tzinfo=BEIJING) + timedelta(days=1)
    return to_us(begins), to_us(ends) - 1
