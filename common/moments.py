"""Moments as databases keep them, whole microseconds since 1970 in UTC, and as pages show them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
"""The whole country keeps this time."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_us(moment: datetime) -> int:
    """Microseconds of a moment with a time zone."""
    return (moment - _EPOCH) // _MICROSECOND


def from_us(microseconds: int) -> datetime:
    """The moment, in UTC."""
    return _EPOCH + microseconds * _MICROSECOND


def iso(microseconds: int) -> str:
    """ISO 8601 to the microsecond, UTC."""
    return from_us(microseconds).isoformat(timespec="microseconds").replace("+00:00", "Z")


def shown_moment(moment: datetime) -> str:
    """Day and minute in Beijing time, for example ``2026-11-22 09:05``."""
    return moment.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")


def shown_clock(moment: datetime) -> str:
    """Time of day to the second in Beijing time."""
    return moment.astimezone(BEIJING).strftime("%H:%M:%S")


def start_of_day(moment: datetime) -> datetime:
    """Midnight, Beijing time, of the day that ``moment`` lies in."""
    return moment.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
