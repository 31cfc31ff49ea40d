"""Moments as the ledger keeps them: whole microseconds since 1970, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

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
