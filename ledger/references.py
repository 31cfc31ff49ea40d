"""Statements about statements: which refer to which, through others too, and which take others back.

A question that a statement meets is met as well by those that refer to it, and by those that refer
to these in turn. So that nobody needs to follow the chain when asking, it is written down whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from sqlalchemy import Column, Connection, Row, bindparam, select, update

from ledger import tables
from ledger.database import in_pieces
from ledger.driver import insert_missing, rows_of
from ledger.xapi.statement import VOIDED

_LONGEST_CHAIN = 64
"""Beyond it a question does not follow: one who writes endless chains must not fill the disk with their squares."""
_referrer, _target = tables.statements.alias(), tables.statements.alias()
_REFERENCES = select(
    _referrer.c.stored_us, _referrer.c.verb, _target.c.stored_us.label("target"), _target.c.verb.label("of")
).join(_target, _target.c.id == _referrer.c.refers_to)
_FROM_NEW = _REFERENCES.where(_referrer.c.stored_us >= bindparam("first_us"))
# By the ids of what is new: by its moments a database may well go through everything older to find who refers to it.
_TO_NEW = _REFERENCES.where(_referrer.c.refers_to.in_(bindparam("some", expanding=True)))


def note_references(connection: Connection, new: Sequence[Mapping[str, Any]]) -> list[str]:
    """Write down the references from and to these rows of statements, which were just stored.

    Returns:
        What the statements say, as JSON, that are taken back by this and were not before.
    """
    voided: set[int] = set()
    for referrer_us, referrer_verb, target_us, target_verb in _references(connection, new):
        _connect(connection, referrer_us, target_us)
        if referrer_verb == VOIDED and target_verb != VOIDED:
            voided.add(target_us)
    return _take_back(connection, voided)


def _references(connection: Connection, new: Sequence[Mapping[str, Any]]) -> list[tuple[int, str, int, str]]:
    """Each once: who refers, its verb, to what, its verb."""
    rows: list[Row[Any]] = []
    if any(each["refers_to"] is not None for each in new):
        rows += connection.execute(_FROM_NEW, {"first_us": new[0]["stored_us"]})
    rows += rows_of(connection, _TO_NEW, [each["id"] for each in new])
    return sorted({(row.stored_us, row.verb, row.target, row.of) for row in rows})


def _connect(connection: Connection, referrer_us: int, target_us: int) -> None:
    """Write down a reference, and those of everything before the referrer to everything behind the target."""
    columns = tables.statement_references.c
    before = {referrer_us: 0, **_along(connection, columns.referrer_us, columns.target_us, referrer_us)}
    behind = {target_us: 0, **_along(connection, columns.target_us, columns.referrer_us, target_us)}
    rows = [
        {"referrer_us": one, "target_us": other, "distance": to_one + 1 + to_other}
        for (one, to_one), (other, to_other) in product(before.items(), behind.items())
        if one != other and to_one + 1 + to_other <= _LONGEST_CHAIN
    ]
    insert_missing(connection, tables.statement_references, rows)


def _along(connection: Connection, wanted: Column[int], known: Column[int], stored_us: int) -> dict[int, int]:
    """What lies that way, and how far."""
    rows = connection.execute(select(wanted, tables.statement_references.c.distance).where(known == stored_us))
    return {row[0]: row[1] for row in rows}


def _take_back(connection: Connection, moments: set[int]) -> list[str]:
    columns = tables.statements.c
    taken_back: list[str] = []
    for some in in_pieces(sorted(moments)):
        standing = select(columns.raw).where(columns.stored_us.in_(some), columns.voided.is_(False))
        taken_back += connection.scalars(standing)
        connection.execute(update(tables.statements).where(columns.stored_us.in_(some)).values(voided=True))
    return taken_back
