"""Moments as pages show them: the whole country keeps Beijing time."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))


def shown_moment(moment: datetime) -> str:
    """Day and minute in Beijing time, for example ``2026-11-22 09:05``."""
    return moment.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")


def shown_clock(moment: datetime) -> str:
    """Time of day to the second in Beijing time."""
    return moment.astimezone(BEIJING).strftime("%H:%M:%S")


def start_of_day(moment: datetime) -> datetime:
    """Midnight, Beijing time, of the day that ``moment`` lies in."""
    return moment.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
