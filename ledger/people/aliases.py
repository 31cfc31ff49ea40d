"""Pseudonyms that turned out to be somebody's other one: their statements count for that person."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from ledger.people.tables import learner_aliases


def owner(connection: Connection, pseudonym: str) -> str:
    """The learner that a pseudonym belongs to: itself, unless it is an alias."""
    return connection.scalar(select(learner_aliases.c.learner).filter_by(alias=pseudonym)) or pseudonym


def pseudonyms_of(connection: Connection, learner: str) -> list[str]:
    """A learner's own pseudonym and every alias: all under which statements may have come."""
    return [learner, *aliases_of(connection, learner)]


def aliases_of(connection: Connection, learner: str) -> Iterable[str]:
    """A learner's aliases, in the order in which they were made."""
    columns = learner_aliases.c
    return connection.scalars(select(columns.alias).filter_by(learner=learner).order_by(columns.made_us)).all()
