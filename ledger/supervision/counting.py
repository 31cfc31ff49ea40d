"""Keeps the sums over completions true to them, in the transaction that changes either.

Whoever changes what learners completed, or whom they work for, does it inside :func:`counted`:
the difference between what these learners add to the sums before and after is what the sums change
by. :mod:`ledger.supervision.recount` counts everything anew and compares.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from operator import add
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Table, bindparam, delete, func, select, update

from common.moments import BEIJING, from_us
from ledger import tables
from ledger.database import in_pieces
from ledger.driver import insert_or_change, rows_of
from ledger.supervision.hazard_outcomes import COUNTED, Status, unpacked
from ledger.supervision.tables import hazard_sums, training_sums

ANONYMOUS = "anonymous"
"""The learner of sessions that nobody checked in for: they count, but nobody knows how many people they are."""
TRAINING = ("people", "newcomers", "passers", "completions", "judged", "passed", "duration_ms")
HAZARD = ("shown", "missed", "misjudged")
_HOUR_US = 3_600_000_000
"""Of no hour does a part belong to another month, since Beijing is whole hours ahead of UTC."""
Key = tuple[str, ...]
Periods = tuple[str, str, str]
Figures = dict[Key, list[int]]
"""What stands in a table of sums: by the values of its primary key, those of its other columns."""
_Done = dict[str, list[Row[Any]]]
"""What people completed, in the order of its end; only people who did."""


def read_for_sums() -> Any:
    """What the sums are made of, each learner's completions together and in the order of their ends."""
    columns = tables.completions.c
    read: tuple[Column[Any], ...] = (
        columns.id,
        columns.learner,
        columns.scenario,
        columns.employer,
        columns.ended_us,
        columns.duration_s,
        columns.passed,
        columns.hazards,
    )
    return select(*read).order_by(columns.learner, columns.ended_us, columns.id)


_some = bindparam("some", expanding=True)
_EMPLOYERS = select(tables.learners.c.pseudonym, tables.learners.c.employer).where(
    tables.learners.c.pseudonym.in_(_some)
)
_OF_LEARNERS = read_for_sums().where(tables.completions.c.learner.in_(_some))
_BY_ID = read_for_sums().where(tables.completions.c.id.in_(_some))


_PEOPLE, _NEWCOMERS, _PASSERS, _COMPLETIONS, _JUDGED, _PASSED, _DURATION = range(len(TRAINING))
_SHOWN, _MISSED, _MISJUDGED = range(len(HAZARD))


class Sums:
    """What some completions add up to, in the shape of both tables."""

    def __init__(self) -> None:
        self._people: Figures = defaultdict(lambda: [0] * len(TRAINING))
        """Of each period: whoever came in two months is one person in their year."""
        self._done: Figures = defaultdict(lambda: [0] * len(TRAINING))
        """Of each month."""
        self._hazards: Figures = defaultdict(lambda: [0] * len(HAZARD))
        """Of each month."""

    @property
    def training(self) -> Figures:
        """The figures of people and completions."""
        found = _rolled_up(self._done)
        for key, values in self._people.items():
            found[key] = list(map(add, found[key], values)) if key in found else values
        return found

    @property
    def hazards(self) -> Figures:
        """The figures of hazards."""
        return _rolled_up(self._hazards)

    def add_learner(self, learner: str, rows: Sequence[Row[Any]]) -> None:
        """Add all completions of one learner, in the order of their ends."""
        self.add_person(learner, rows)
        for row in rows:
            self.add_completion(row)

    def add_completion(self, row: Row[Any]) -> None:
        """Add what a completion counts for whoever it is of."""
        month = periods_of(row.ended_us)[-1]
        for scenario in ("", row.scenario):
            _add_completion(self._done[month, scenario, row.employer], row)
        for hazard, status in unpacked(row.hazards).items():
            if status in COUNTED:
                _add_hazard(self._hazards[month, row.scenario, hazard, row.employer], status)

    def add_person(self, learner: str, rows: Iterable[Row[Any]]) -> None:
        """Add what someone counts for as a person who did ``rows``, all that they completed in its order."""
        if learner == ANONYMOUS:
            return
        seen: set[Key] = set()
        passed: set[Key] = set()
        for row in rows:
            periods = periods_of(row.ended_us)
            for scenario in ("", row.scenario):
                self._add_person(row, scenario, periods, seen, passed)

    def _add_person(self, row: Row[Any], scenario: str, periods: Periods, seen: set[Key], passed: set[Key]) -> None:
        _, year, month = periods
        if (year, scenario) not in seen:
            self._people[month, scenario, row.employer][_NEWCOMERS] += 1
        for period in periods:
            if (period, scenario) not in seen:
                seen.add((period, scenario))
                self._people[period, scenario, row.employer][_PEOPLE] += 1
            if row.passed and (period, scenario) not in passed:
                passed.add((period, scenario))
                self._people[period, scenario, row.employer][_PASSERS] += 1


def _add_completion(figures: list[int], row: Row[Any]) -> None:
    figures[_COMPLETIONS] += 1
    figures[_JUDGED] += row.passed is not None
    figures[_PASSED] += bool(row.passed)
    figures[_DURATION] += round((row.duration_s or 0) * 1000)


def _add_hazard(figures: list[int], status: Status) -> None:
    figures[_SHOWN] += 1
    figures[_MISSED] += status == "missed"
    figures[_MISJUDGED] += status == "wrong_reason"


def _rolled_up(monthly: Figures) -> Figures:
    """The figures of months, of their years and of all time."""
    found: Figures = {}
    for (month, *rest), values in monthly.items():
        for period in (month, month[:4], ""):
            key = (period, *rest)
            found[key] = list(map(add, found[key], values)) if key in found else values
    return found


def periods_of(ended_us: int) -> Periods:
    """The periods that a moment belongs to: all time, its year and its month, in Beijing time."""
    return _periods_of_hour(ended_us // _HOUR_US)


@lru_cache(maxsize=10_000)
def _periods_of_hour(hour: int) -> Periods:
    month = month_of(from_us(hour * _HOUR_US))
    return "", month[:4], month


def month_of(moment: datetime) -> str:
    """The month of a moment in Beijing time, ``2026-11``."""
    return moment.astimezone(BEIJING).strftime("%Y-%m")


@contextmanager
def counted(connection: Connection, learners: Iterable[str], completions: Iterable[str] = ()) -> Iterator[None]:
    """Count whatever changes inside about what ``learners`` completed.

    Of what nobody checked in for only ``completions``, by their ids, are read: there may be any number of them, and
    none makes a difference to another.
    """
    learners, completions = list(dict.fromkeys(learners)), list(completions)
    before = _done_by(connection, learners, completions)
    yield
    _note_difference(connection, before, _done_by(connection, learners, completions))


@contextmanager
def recounted(connection: Connection, learners: Iterable[str]) -> Iterator[None]:
    """As :func:`counted`, where whom they work for may change too: their completions follow them.

    Completions may go inside, or from one of ``learners`` to another, but none may come from elsewhere: where there
    are none before, nothing is asked afterwards, so that a roster of thousands is taken quickly.
    """
    learners = list(dict.fromkeys(learners))
    before = _done_by(connection, learners, ())
    yield
    if before:
        for some in in_pieces(learners):
            settle_employers(connection, tables.completions.c.learner.in_(some))
        _note_difference(connection, before, _done_by(connection, learners, ()))


def employers_of(connection: Connection, learners: Iterable[str]) -> dict[str, str]:
    """The companies of those of ``learners`` who work for one."""
    rows = rows_of(connection, _EMPLOYERS, dict.fromkeys(learners))
    return {row.pseudonym: row.employer for row in rows if row.employer}


def difference(before: Mapping[Key, Sequence[int]], after: Mapping[Key, Sequence[int]]) -> Figures:
    """What has to be added to ``before`` to get ``after``; keys where that is nothing are left out."""
    found: Figures = {}
    for key in {**before, **after}:
        width = len(after.get(key) or before[key])
        old, new = before.get(key) or [0] * width, after.get(key) or [0] * width
        if list(old) != list(new):
            found[key] = [to - since for since, to in zip(old, new, strict=True)]
    return found


def change(connection: Connection, table: Table, figures: Sequence[str], by: Figures) -> None:
    """Add ``by`` to the sums of a table; rows that come down to nothing are removed."""
    key = [column.name for column in table.primary_key.columns]
    rows = [dict(zip((*key, *figures), (*at, *values), strict=True)) for at, values in sorted(by.items())]
    insert_or_change(connection, table, rows, add=figures)
    lessened = [
        dict(zip((f"at_{name}" for name in key), at, strict=True)) for at, values in by.items() if min(values) < 0
    ]
    if lessened:
        at = [table.c[name] == bindparam(f"at_{name}") for name in key]
        connection.execute(delete(table).where(*at, *(table.c[figure] == 0 for figure in figures)), lessened)


def _note_difference(connection: Connection, before: _Done, after: _Done) -> None:
    old, new = Sums(), Sums()
    _add_changed(old, before, after)
    _add_changed(new, after, before)
    change(connection, training_sums, TRAINING, difference(old.training, new.training))
    change(connection, hazard_sums, HAZARD, difference(old.hazards, new.hazards))


def _add_changed(sums: Sums, done: _Done, other: _Done) -> None:
    """Add what ``done`` has that ``other`` has not: a completion that stays the same makes no difference by itself."""
    for learner, rows in done.items():
        others = set(other.get(learner, ()))
        changed = [row for row in rows if row not in others]
        if changed or len(others) != len(rows):
            sums.add_person(learner, rows)
        for row in changed:
            sums.add_completion(row)


def _done_by(connection: Connection, learners: Sequence[str], completions: Sequence[str]) -> _Done:
    done: _Done = defaultdict(list)
    for row in rows_of(connection, _OF_LEARNERS, [learner for learner in learners if learner != ANONYMOUS]):
        done[row.learner].append(row)
    if ANONYMOUS in learners:
        own = [row for row in rows_of(connection, _BY_ID, completions) if row.learner == ANONYMOUS]
        done.update({ANONYMOUS: own} if own else {})
    return done


def settle_employers(connection: Connection, which: ColumnElement[bool]) -> int:
    """Give completions the company that their learner works for; how many had another."""
    done, people = tables.completions.c, tables.learners.c
    own = select(people.employer).where(people.pseudonym == done.learner).scalar_subquery()
    now = func.coalesce(own, "")
    return connection.execute(
        update(tables.completions).where(which, done.employer != now).values(employer=now)
    ).rowcount
