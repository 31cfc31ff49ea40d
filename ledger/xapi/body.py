"""From bytes to JSON values, without what JSON readers usually let pass."""

from __future__ import annotations

import json
import math
from typing import Any

from ledger.xapi.faults import XapiFault

DEEPEST = 64
_HOLDERS = (dict, list)
"""What a JSON reader makes of what holds other values."""
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
"""What was read from JSON holds no circles."""
_MOST_DIGITS = 300
"""Of a whole number; a floating point number holds 308."""


def read_json(body: bytes) -> Any:
    """The value in ``body``: UTF-8, finite numbers, no key twice in one object, not nested beyond reason.

    What is read here can be written out again and read to the same value.

    Raises:
        XapiFault: with what is wrong.
    """
    try:
        value = _READER.decode(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise XapiFault("ledger.xapi.not_json", why=_short(error)) from error
    _check_depth(value)
    if b"\\u" in body:  # only an escape can bring half of a surrogate pair past the decoder
        _check_text(value)
    return value


def write_json(value: Any) -> str:
    """``value`` as compact JSON."""
    return _WRITER.encode(value)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("the same key twice in one object")
    return value


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits[:20]} is not a finite number")
    return number


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"{digits[:20]}… has more than {_MOST_DIGITS} digits")
    return int(digits)


def _check_depth(value: Any) -> None:
    level = [value] if type(value) in _HOLDERS else []
    for _ in range(DEEPEST):
        inner: list[Any] = []
        for outer in level:
            inner.extend(outer.values() if type(outer) is dict else outer)
        if not inner:
            return
        level = [each for each in inner if type(each) in _HOLDERS]
    raise XapiFault("ledger.xapi.too_deep", limit=DEEPEST)


def _check_text(value: Any) -> None:
    try:
        write_json(value).encode("utf-8")
    except UnicodeEncodeError as error:  # half of a surrogate pair, written as an escape
        raise XapiFault("ledger.xapi.not_json", why=_short(error)) from error


def _short(error: Exception) -> str:
    return str(error)[:120]


_READER = json.JSONDecoder(
    object_pairs_hook=_without_doubles, parse_float=_finite, parse_int=_whole, parse_constant=_finite
)
