"""The small checks that larger ones are made of. Each raises StatementInvalid with the place.

Those that every statement goes through many times put the place together only when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Set
from typing import Any

from ledger.xapi import values
from ledger.xapi.body import DEEPEST, check_plain, is_finite, write_json
from ledger.xapi.faults import StatementInvalid

Check = Callable[[Any, str], None]
"""Takes a value and its place; raises StatementInvalid."""
_MOST_KNOWN, _LONGEST_KNOWN = 1000, 2000


def require(holds: bool, where: str, expected: str, found: object) -> None:
    """Raise unless ``holds``; ``expected`` names a text of the catalogue."""
    if not holds:
        raise StatementInvalid(where, expected, found)


def record(value: Any, where: str, allowed: Set[str], required: Set[str] = frozenset()) -> dict[str, Any]:
    """``value`` as a mapping that holds only what is ``allowed``, nothing empty, and all that is ``required``."""
    if not isinstance(value, dict):
        raise StatementInvalid(where, "object", value)
    names = value.keys()
    if not (names <= allowed and names >= required) or None in value.values():
        raise _misfit(value, where, allowed, required)
    return value


def _misfit(value: dict[str, Any], where: str, allowed: Set[str], required: Set[str]) -> StatementInvalid:
    """The first fault of a mapping that is no such record."""
    for name, given in value.items():
        if name not in allowed:
            return StatementInvalid(f"{where}/{name}", "no_such_field", name)
        if given is None:
            return StatementInvalid(f"{where}/{name}", "no_null", None)
    return StatementInvalid(f"{where}/{min(required - value.keys())}", "present", None)


def text(value: Any, where: str) -> None:
    require(isinstance(value, str), where, "text", value)


def boolean(value: Any, where: str) -> None:
    require(isinstance(value, bool), where, "boolean", value)


def number(value: Any, where: str) -> None:
    require(type(value) in (int, float) and is_finite(value), where, "number", value)


def whole_number(value: Any, where: str) -> None:
    require(type(value) is int and value >= 0 and is_finite(value), where, "whole_number", value)


def iri(value: Any, where: str) -> None:
    require(values.is_iri(value), where, "iri", value)


def one_of(value: Any, where: str, expected: str, allowed: Collection[str]) -> None:
    require(isinstance(value, str) and value in allowed, where, expected, value)


def language_map(value: Any, where: str) -> None:
    """Texts by language tag."""
    require(isinstance(value, dict), where, "language_map", value)
    for tag, given in value.items():
        if not values.is_language(tag):
            raise StatementInvalid(f"{where}/{tag}", "language", tag)
        if not isinstance(given, str):
            raise StatementInvalid(f"{where}/{tag}", "text", given)


def extensions(value: Any, where: str) -> None:
    """Anything at all, under keys that are IRIs."""
    require(isinstance(value, dict), where, "object", value)
    if not all(map(values.is_iri, value)):
        wrong = next(key for key in value if not values.is_iri(key))
        raise StatementInvalid(f"{where}/{wrong}", "iri", wrong)
    check_plain(value, DEEPEST - where.count("/"))


def remembered(check: Check) -> Check:
    """``check``, of records with an ``id``, that lets pass at once what it let pass before: verbs and activities stand
    in every statement, and are always the same few.

    Only for records in which nothing turns on a number or boolean: to Python 1, 1.0 and true are equal.
    """
    known: dict[tuple[str, int], Any] = {}
    """By id and by how deep they stood, since what lies in extensions may only go so deep."""

    def recall(value: Any, where: str) -> None:
        name = value.get("id") if isinstance(value, dict) else None
        at = (name, where.count("/"))
        if isinstance(name, str) and known.get(at) == value:
            return
        check(value, where)
        if len(write_json(value)) <= _LONGEST_KNOWN:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            known[at] = value

    return recall
