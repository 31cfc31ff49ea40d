"""The kinds of values in a statement: identifiers, times, languages. Each function says yes or no."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from functools import lru_cache

_IRI = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\x00-\x20]+""")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_MBOX = re.compile(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]+", re.IGNORECASE)
_SHA1 = re.compile(r"[0-9a-f]{40}", re.IGNORECASE)
_TIMESTAMP = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[Tt ](?P<time>(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?P<fraction>\.\d+)?"
    r"(?P<zone>[Zz]|[+-]\d\d:?(?:[0-5]\d)?)",
    re.ASCII,
)
_DURATION = re.compile(
    r"P(?:\d+W|(?=.)(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?D)?"
    r"(?:T(?=.)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?)"
)
_EXACT_DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W|(?:(?P<days>[\d.]+)D)?(?:T(?:(?P<hours>[\d.]+)H)?(?:(?P<minutes>[\d.]+)M)?(?:(?P<seconds>[\d.]+)S)?)?)"
)
_SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3600, "minutes": 60, "seconds": 1}
# RFC 5646: language, script, region, variants, extensions, private use; or private use alone.
_LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+|i-[a-z]+",
    re.IGNORECASE,
)
_CONTENT_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(?:\s*;[ -~]*)?", re.ASCII)
_SHORT = 100
"""Characters of values whose check is remembered: the same few stand in all statements."""
_VERSION = re.compile(r"1\.0(\.\d+)?|2\.0(\.\d+)?")


def is_iri(value: object) -> bool:
    """An absolute IRI (RFC 3987): a scheme, a colon and something without blanks."""
    return isinstance(value, str) and (_is_short_iri(value) if len(value) <= _SHORT else _matches(_IRI, value))


def is_uuid(value: object) -> bool:
    """A UUID of the standard's variant, hyphens and all."""
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def is_mbox(value: object) -> bool:
    """``mailto:`` and an address."""
    return isinstance(value, str) and _MBOX.fullmatch(value) is not None


def is_sha1(value: object) -> bool:
    """Forty hexadecimal digits."""
    return isinstance(value, str) and _SHA1.fullmatch(value) is not None


def is_language(value: object) -> bool:
    """A language tag (RFC 5646)."""
    return isinstance(value, str) and (_is_short_tag(value) if len(value) <= _SHORT else _matches(_LANGUAGE, value))


def is_content_type(value: object) -> bool:
    """A media type with its parameters (RFC 2045), fit for a header."""
    return isinstance(value, str) and _CONTENT_TYPE.fullmatch(value) is not None


def is_version(value: object) -> bool:
    """A version of xAPI that the ledger understands."""
    return isinstance(value, str) and _VERSION.fullmatch(value) is not None


def is_duration(value: object) -> bool:
    """An ISO 8601 duration."""
    return isinstance(value, str) and _DURATION.fullmatch(value) is not None


def is_timestamp(value: object) -> bool:
    """A moment after RFC 3339 (a space for the T and an hour alone as offset are let pass)."""
    return isinstance(value, str) and moment(value) is not None


def moment(value: str) -> datetime | None:
    """The moment that a timestamp names, to the microsecond; None if it is not one.

    A negative zero offset means "place unknown" in RFC 3339, which xAPI does not allow.
    """
    found = _TIMESTAMP.fullmatch(value)
    if found is None:
        return None
    zone = found["zone"].upper().replace(":", "").ljust(5, "0") if found["zone"] not in "Zz" else "+0000"
    if zone == "-0000":
        return None
    try:
        fraction = (found["fraction"] or ".")[:7].ljust(7, "0")
        return datetime.fromisoformat(f"{found['date']}T{found['time']}{fraction}{zone}").astimezone(UTC)
    except (ValueError, OverflowError):  # the latter at the end of the years that a calendar has
        return None


def seconds(duration: str) -> float | None:
    """How long a duration of days and less is.

    None for one of months or years, whose length varies, and for one beyond counting.
    """
    found = _EXACT_DURATION.fullmatch(duration)
    if found is None:
        return None
    length = sum(float(found[unit] or 0) * length for unit, length in _SECONDS.items())
    return length if math.isfinite(length) else None


def _matches(pattern: re.Pattern[str], value: str) -> bool:
    return pattern.fullmatch(value) is not None


@lru_cache(maxsize=4096)
def _is_short_iri(value: str) -> bool:
    return _matches(_IRI, value)


@lru_cache(maxsize=256)
def _is_short_tag(value: str) -> bool:
    return _matches(_LANGUAGE, value)
