"""From bytes to JSON values, without what JSON readers usually let pass."""

from __future__ import annotations

import json
from typing import Any

import jiter
import orjson

from ledger.xapi.faults import XapiFault

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
"""What was read from JSON holds no circles."""


def read_json(body: bytes) -> Any:
    """The value in ``body``: UTF-8, no number beyond a double, no key twice in one object, no nesting beyond reason.

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
    return value


def write_json(value: Any) -> str:
    """``value``, which was read from JSON, as compact JSON."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # a whole number of more than 64 bits
        return _WRITER.encode(value)
