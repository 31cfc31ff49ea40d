"""Values as a trainer would write them: numbers short, words plain where YAML lets them be."""

from __future__ import annotations

import json
from typing import Any

from scenarios.errors import ScenarioInvalid
from scenarios.faults import Loc
from scenarios.source import read_source

DEGREES = ("heading",)
"""Keys whose numbers are angles: they are placed by whole degrees, everything else by hundredths."""
_ESCAPED = str.maketrans({code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF)})


def rounded(value: Any, loc: Loc) -> Any:
    """``value`` with the decimals that are worth writing at ``loc``: none for degrees, else two at most."""
    if isinstance(value, list | tuple):
        return [rounded(each, (*loc, index)) for index, each in enumerate(value)]
    if isinstance(value, dict):
        return {key: rounded(each, (*loc, key)) for key, each in value.items()}
    if not isinstance(value, float):
        return value
    return int(round(value)) if _key(loc) in DEGREES else round(value, 2) + 0.0  # no -0.0


def _key(loc: Loc) -> str:
    return next((part for part in reversed(loc) if isinstance(part, str)), "")


def written(value: Any, quote: str | None = None) -> str:
    """``value`` on one line, as it may stand in a flow collection.

    ``quote`` is the quotation mark that a text had before; without one it is quoted only where it must be.
    """
    if isinstance(value, str):
        return _quoted(value, quote) if quote or not _is_plain(value) else value
    if isinstance(value, list | tuple):
        return f"[{', '.join(written(each) for each in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{written(key)}: {written(each)}' for key, each in value.items())}}}"
    whole = isinstance(value, float) and value.is_integer()
    return json.dumps(int(value) if whole else value)


def _quoted(value: str, quote: str | None) -> str:
    if quote == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False).translate(_ESCAPED)


def _is_plain(value: str) -> bool:
    """Whether ``value`` reads as itself without quotes, even as a key within a flow collection."""
    try:
        return read_source(f"{{{value}: [{value}, {value}]}}".encode(), "").data == {value: [value, value]}
    except (ScenarioInvalid, UnicodeEncodeError):
        return False
