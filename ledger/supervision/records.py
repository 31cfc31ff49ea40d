"""The way down from a figure: the people it counts and their completions, the latest first, page by page.

A page begins after the last row of the one before it, found by an index: it takes as long at the
end of a million as at its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, and_, func, or_, select

from common.database import Transactions
from ledger import tables
from ledger.completions import Completion, hours_of_training, read_completion
from ledger.people.sight import Sight
from ledger.people.tables import employers
from ledger.supervision.asked import Asked
from ledger.supervision.hazard_outcomes import pattern

After = tuple[int, str]
"""End, in microseconds since 1970, and id of the last completion shown; the next page begins after it."""


@dataclass(frozen=True)
class PersonRow:
    """Someone whom a figure counts, and what they completed of what it counts."""

    learner: str
    employer: str
    employer_name: str
    completions: int
    passed: int
    duration_s: float
    last: After

    @property
    def hours(self) -> float:
        """Hours of training (学时), by the time it took."""
        return hours_of_training(self.duration_s)


@dataclass(frozen=True)
class CompletionRow:
    """A completion and whose people its learner is one of."""

    completion: Completion
    employer: str
    employer_name: str

    @property
    def last(self) -> After:
        return self.completion.ended_us, self.completion.id


class Records:
    """Finds people and completions behind figures."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def completions(self, asked: Asked, sight: Sight, after: After | None, limit: int) -> list[CompletionRow]:
        """Completions that were asked for, the latest first."""
        done = tables.completions
        query = select(done, employers.c.name.label("employer_name"))
        query = query.select_from(done.outerjoin(employers, employers.c.id == done.c.employer))
        query = query.where(*_wanted(done, asked), sight.employer(done.c.employer), *_older(done, after))
        query = query.order_by(done.c.ended_us.desc(), done.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            return [
                CompletionRow(read_completion(row), row.employer, row.employer_name or "")
                for row in connection.execute(query)
            ]

    def people(self, asked: Asked, sight: Sight, after: After | None, limit: int) -> list[PersonRow]:
        """Everyone who completed what was asked for, the last to do so first."""
        done, later = tables.completions, tables.completions.alias("later")
        is_later = or_(
            later.c.ended_us > done.c.ended_us, and_(later.c.ended_us == done.c.ended_us, later.c.id > done.c.id)
        )
        # To be found by its learner: without the blank SQLite, which keeps no statistics, goes by the scenario.
        of_scenario = func.coalesce(later.c.scenario, "") == asked.scenario
        again = select(later.c.id).where(later.c.learner == done.c.learner, is_later)
        again = again.where(*_of_sessions(later, asked), *([of_scenario] if asked.scenario else []))
        query = select(done.c.id, done.c.learner, done.c.employer, done.c.ended_us)
        query = query.where(*_wanted(done, asked), sight.employer(done.c.employer), *_older(done, after))
        query = query.where(~again.exists()).order_by(done.c.ended_us.desc(), done.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            last = connection.execute(query).all()
            sums = _sums(connection, [row.learner for row in last], asked)
            names = _names(connection, {row.employer for row in last})
        return [_person(row, sums[row.learner], names) for row in last]


def _wanted(done: FromClause, asked: Asked) -> list[ColumnElement[bool]]:
    wanted = [*asked.companies(done.c.employer), *_of_sessions(done, asked)]
    if asked.scenario:
        wanted.append(done.c.scenario == asked.scenario)
    return wanted


def _of_sessions(done: FromClause, asked: Asked) -> list[ColumnElement[bool]]:
    """What is asked of sessions, whatever their scenario and whosever people their learners are."""
    wanted: list[ColumnElement[bool]] = []
    span = asked.span_us()
    if span is not None:
        wanted.append(done.c.ended_us.between(*span))
    if asked.learner:
        wanted.append(done.c.learner == asked.learner)
    if asked.verdict:
        wanted.append(done.c.passed.is_(asked.verdict == "passed"))
    if asked.hazard:
        wanted.append(done.c.hazards.contains(pattern(asked.hazard, "missed"), autoescape=True))
    return wanted


def _older(done: FromClause, after: After | None) -> list[ColumnElement[bool]]:
    """Rows after the last one shown; the first condition is what an index is searched by."""
    if after is None:
        return []
    ended_us, key = after
    return [done.c.ended_us <= ended_us, or_(done.c.ended_us < ended_us, done.c.id < key)]


def _sums(connection: Any, learners: Sequence[str], asked: Asked) -> dict[str, Row[Any]]:
    done = tables.completions
    query = select(
        done.c.learner,
        func.count().label("completions"),
        func.count().filter(done.c.passed.is_(True)).label("passed"),
        func.coalesce(func.sum(done.c.duration_s), 0.0).label("duration_s"),
    )
    query = query.where(done.c.learner.in_(learners), *_wanted(done, asked)).group_by(done.c.learner)
    return {row.learner: row for row in connection.execute(query)}


def _names(connection: Any, ids: set[str]) -> dict[str, str]:
    query = select(employers.c.id, employers.c.name).where(employers.c.id.in_(ids))
    return {row.id: row.name for row in connection.execute(query)}


def _person(last: Row[Any], sums: Row[Any], names: dict[str, str]) -> PersonRow:
    return PersonRow(
        learner=last.learner,
        employer=last.employer,
        employer_name=names.get(last.employer, ""),
        completions=sums.completions,
        passed=sums.passed,
        duration_s=sums.duration_s,
        last=(last.ended_us, last.id),
    )
