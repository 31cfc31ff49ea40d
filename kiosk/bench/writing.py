"""What the bench answers about a text: its faults, what may stand at the cursor, the text with a thing moved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from common.text import Lang
from scenarios.faults import Loc
from scenarios.writing.check import check_text
from scenarios.writing.edit import insert_prop, set_value
from scenarios.writing.suggest import complete, explain

Message = dict[str, Any]
MOST_FAULTS = 100
LONGEST_LOC = 12


def faults_of(text: str, folder: Path, lang: Lang) -> list[Message]:
    """Everything wrong with a text, in the order of its lines."""
    faults = check_text(text, "", folder)[:MOST_FAULTS]
    return [{"line": each.line, "column": each.column, "text": each.text(lang)} for each in faults]


def suggestions_at(text: str, line: int, column: int, lang: Lang) -> Message:
    """What may stand before ``column`` of ``line``, both from 1."""
    found = complete(text, line, column)
    return {
        "from_column": found.from_column,
        "suggestions": [
            {
                "label": each.label,
                "insert": each.insert,
                "detail": each.detail_zh if lang == "zh" else each.detail_en,
                "kind": each.kind,
            }
            for each in found.suggestions
        ],
    }


def explained_at(text: str, line: int, column: int, lang: Lang) -> str | None:
    """What stands there means."""
    found = explain(text, line, column)
    return getattr(found, lang) if found is not None else None


def moved(text: str, values: list[Mapping[str, Any]]) -> str:
    """The text with every value of ``values`` (``loc`` and ``value``) written at its place.

    Raises:
        QiancheError: the text cannot be read, or has no such place.
    """
    for each in values:
        text = set_value(text, loc_of(each["loc"]), each["value"])
    return text


def with_prop(text: str, prop: str, at: list[float]) -> tuple[str, str]:
    """The text with one more prop, and the name that it was given.

    Raises:
        QiancheError: the text cannot be read, or has no props.
    """
    name = _free_name(text, prop)
    return insert_prop(text, name, prop, at, 0), name


def _free_name(text: str, prop: str) -> str:
    numbered = (f"{prop}_{number}" for number in range(1, 1000))
    return next(name for name in numbered if f"{name}:" not in text)


def loc_of(parts: list[Any]) -> Loc:
    """A place as a page writes it.

    Raises:
        ValueError: it is none.
    """
    if not 0 < len(parts) <= LONGEST_LOC or not all(isinstance(part, str | int) for part in parts):
        raise ValueError("no place of a text")
    return tuple(parts)
