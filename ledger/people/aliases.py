"""Pseudonyms that turned out to be somebody's other one: their statements count for that person."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from ledger.driver import rows_of
from ledger.people.tables import learner_aliases

_OWNERS = select(learner_aliases.c.alias, learner_aliases.c.learner).where(
    learner_aliases.c.alias.in_(bindparam("some", expanding=True))
)


def owner(connection: Connection, pseudonym: str) -> str:
    """The learner that a pseudonym belongs to: itself, unless it is an alias."""
    return connection.scalar(select(learner_aliases.c.learner).filter_by(alias=pseudonym)) or pseudonym


def owners(connection: Connection, pseudonyms: Iterable[str]) -> dict[str, str]:
    """The learners that those of ``pseudonyms`` belong to that are aliases."""
    return {row.alias: row.learner for row in rows_of(connection, _OWNERS, dict.fromkeys(pseudonyms))}


def pseudonyms_of(connection: Connection, learner: str) -> list[str]:
    """A learner's own pseudonym and every alias: all under which statements may have come."""
    return [learner, *aliases_of(connection, learner)]


def aliases_of(connection: Connection, learner: str) -> Iterable[str]:
    """A learner's aliases, in the order in which they were made."""
    columns = learner_aliases.c
    return connection.scalars(select(columns.alias).filter_by(learner=learner).order_by(columns.made_us)).all()
