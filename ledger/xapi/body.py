"""From bytes to JSON values, without what JSON readers usually let pass."""

from __future__ import annotations

import json
from typing import Any

import jiter
import orjson

from ledger.xapi.faults import XapiFault

DEEPEST = 64
_HOLDERS = (dict, list)
"""What a JSON reader makes of what holds other values."""
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
"""What was read from JSON holds no circles."""


def read_json(body: bytes) -> Any:
    """The value in ``body``: UTF-8, no number beyond a double, no key twice in one object, not nested beyond reason.

    What is read here can be written out again and read to the same value, whole numbers to the last digit.

    Raises:
        XapiFault: with what is wrong.
    """
    try:
        # Two readers, since each lets something pass: jiter numbers that are infinite, orjson all but the last of
        # several values under one key, and large whole numbers as what a double makes of them.
        value = jiter.from_json(body, allow_inf_nan=False, catch_duplicate_keys=True)
        orjson.loads(body)
    except ValueError as error:
        raise XapiFault("ledger.xapi.not_json", why=str(error)[:120]) from error
    if body.count(b"{") + body.count(b"[") >= DEEPEST:  # else it cannot be too deep
        _check_depth(value)
    return value


def write_json(value: Any) -> str:
    """``value``, which was read from JSON, as compact JSON."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # a whole number of more than 64 bits
        return _WRITER.encode(value)


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
