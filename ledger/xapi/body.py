"""From bytes to JSON values, without what JSON readers usually let pass."""

from __future__ import annotations

import json
import sys
from typing import Any

import jiter
import orjson

from ledger.xapi.faults import XapiFault

DEEPEST = 64
_HOLDERS, _NUMBERS = frozenset({dict, list}), frozenset({int, float})
"""What a JSON reader makes of what holds other values, and of numbers."""
_LARGEST = int(sys.float_info.max)
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
"""What was read from JSON holds no circles."""


def read_json(body: bytes) -> Any:
    """The value in ``body``: UTF-8, no number beyond a double, no key twice in one object, not nested beyond reason.

    What is read here can be written out again and read to the same value, whole numbers to the last digit.

    Raises:
        XapiFault: with what is wrong.
    """
    value = _parsed(body)
    check_plain(value)
    return value


def read_statements(body: bytes) -> Any:
    """As :func:`read_json`, where each value is checked next by :func:`ledger.xapi.statement.check_statement`, which
    looks itself at how large numbers are and how deep goes what may be anything."""
    value = _parsed(body)
    if type(value) is list and len(value) == 1:  # its places do not name the list, so nobody counts that level later
        check_plain(value)
    return value


def _parsed(body: bytes) -> Any:
    try:
        return jiter.from_json(body, allow_inf_nan=False, catch_duplicate_keys=True)
    except ValueError as error:
        raise XapiFault("ledger.xapi.not_json", why=str(error)[:120]) from error


def check_plain(value: Any, deepest: int = DEEPEST) -> None:
    """Whether a value from JSON is nested no deeper than this, and all its numbers are those of a double.

    Raises:
        XapiFault: it is not so.
    """
    level = [value]
    for _ in range(deepest):
        numbers = [each for each in level if type(each) in _NUMBERS]
        if numbers and not (is_finite(min(numbers)) and is_finite(max(numbers))):
            raise XapiFault("ledger.xapi.not_json", why="number beyond those of a double")
        holders = [each for each in level if type(each) in _HOLDERS]
        level = [each for holder in holders for each in (holder.values() if type(holder) is dict else holder)]
        if not level:
            return
    raise XapiFault("ledger.xapi.too_deep", limit=DEEPEST)


def is_finite(number: float) -> bool:
    """Whether a double can hold a number, if not to the last digit."""
    return -_LARGEST <= number <= _LARGEST


def write_json(value: Any) -> str:
    """``value``, which was read from JSON, as compact JSON."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # a whole number of more than 64 bits
        return _WRITER.encode(value)
