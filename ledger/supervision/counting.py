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
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Table, bindparam, delete, func, select, update

from common.moments import BEIJING, from_us
from ledger import tables
from ledger.database import in_pieces, insert_or_change
from ledger.supervision.hazard_outcomes import COUNTED, unpacked
from ledger.supervision.tables import hazard_sums, training_sums

ANONYMOUS = "anonymous"
"""The learner of sessions that nobody checked in for: they count, but nobody knows how many people they are."""
TRAINING = ("people", "newcomers", "passers", "completions", "judged", "passed", "duration_ms")
HAZARD = ("shown", "missed", "misjudged")
Key = tuple[str, ...]
Periods = tuple[str, str, str]
Figures = dict[Key, list[int]]
"""What stands in a table of sums: by the values of its primary key, those of its other columns."""


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


def _in_order(names: Sequence[str], **values: int) -> tuple[int, ...]:
    """What figures grow by, as they stand in their table."""
    return tuple(values.get(name, 0) for name in names)


_ONE_NEWCOMER, _ONE_PERSON, _ONE_PASSER = (
    _in_order(TRAINING, **{name: 1}) for name in ("newcomers", "people", "passers")
)


class Sums:
    """What some completions add up to, in the shape of both tables."""

    def __init__(self) -> None:
        self.training: Figures = defaultdict(lambda: [0] * len(TRAINING))
        self.hazards: Figures = defaultdict(lambda: [0] * len(HAZARD))

    def add_learner(self, learner: str, rows: Sequence[Row[Any]]) -> None:
        """Add all completions of one learner, in the order of their ends."""
        seen: set[Key] = set()
        passed: set[Key] = set()
        for row in rows:
            periods = periods_of(row.ended_us)
            for scenario in ("", row.scenario):
                self._add_completion(row, scenario, periods)
                if learner != ANONYMOUS:
                    self._add_person(row, scenario, periods, seen, passed)
            self._add_hazards(row, periods)

    def _add_completion(self, row: Row[Any], scenario: str, periods: Periods) -> None:
        added = {"completions": 1, "judged": row.passed is not None, "passed": row.passed is True}
        by = _in_order(TRAINING, **added, duration_ms=round((row.duration_s or 0) * 1000))
        for period in periods:
            _add(self.training[period, scenario, row.employer], by)

    def _add_person(self, row: Row[Any], scenario: str, periods: Periods, seen: set[Key], passed: set[Key]) -> None:
        _, year, month = periods
        if (year, scenario) not in seen:
            _add(self.training[month, scenario, row.employer], _ONE_NEWCOMER)
        for period in periods:
            figures = self.training[period, scenario, row.employer]
            if (period, scenario) not in seen:
                seen.add((period, scenario))
                _add(figures, _ONE_PERSON)
            if row.passed and (period, scenario) not in passed:
                passed.add((period, scenario))
                _add(figures, _ONE_PASSER)

    def _add_hazards(self, row: Row[Any], periods: Periods) -> None:
        for hazard, status in unpacked(row.hazards).items():
            if status not in COUNTED:
                continue
            by = _in_order(HAZARD, shown=1, missed=status == "missed", misjudged=status == "wrong_reason")
            for period in periods:
                _add(self.hazards[period, row.scenario, hazard, row.employer], by)


def periods_of(ended_us: int) -> Periods:
    """The periods that a moment belongs to: all time, its year and its month, in Beijing time."""
    month = month_of(from_us(ended_us))
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
    before = _sums_of(connection, learners, completions)
    yield
    _note_difference(connection, before, _sums_of(connection, learners, completions))


@contextmanager
def recounted(connection: Connection, learners: Iterable[str]) -> Iterator[None]:
    """As :func:`counted`, where whom they work for may change too: their completions follow them.

    Completions may go inside, or from one of ``learners`` to another, but none may come from elsewhere: where there
    are none before, nothing is asked afterwards, so that a roster of thousands is taken quickly.
    """
    learners = list(dict.fromkeys(learners))
    before = _sums_of(connection, learners, ())
    yield
    if before.training:
        for some in in_pieces(learners):
            settle_employers(connection, tables.completions.c.learner.in_(some))
        _note_difference(connection, before, _sums_of(connection, learners, ()))


def employers_of(connection: Connection, learners: Iterable[str]) -> dict[str, str]:
    """The companies of those of ``learners`` who work for one."""
    found: dict[str, str] = {}
    for some in in_pieces(dict.fromkeys(learners)):
        rows = connection.execute(_EMPLOYERS, {"some": some})
        found.update((row.pseudonym, row.employer) for row in rows if row.employer)
    return found


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


def _note_difference(connection: Connection, before: Sums, after: Sums) -> None:
    change(connection, training_sums, TRAINING, difference(before.training, after.training))
    change(connection, hazard_sums, HAZARD, difference(before.hazards, after.hazards))


def _add(figures: list[int], by: Sequence[int]) -> None:
    for place, value in enumerate(by):
        figures[place] += value


def _sums_of(connection: Connection, learners: Sequence[str], completions: Sequence[str]) -> Sums:
    sums = Sums()
    rows: dict[str, list[Row[Any]]] = defaultdict(list)
    for some in in_pieces(learner for learner in learners if learner != ANONYMOUS):
        for row in connection.execute(_OF_LEARNERS, {"some": some}):
            rows[row.learner].append(row)
    for some in in_pieces(completions if ANONYMOUS in learners else ()):
        rows[ANONYMOUS] += (row for row in connection.execute(_BY_ID, {"some": some}) if row.learner == ANONYMOUS)
    for learner, own in rows.items():
        sums.add_learner(learner, own)
    return sums


def settle_employers(connection: Connection, which: ColumnElement[bool]) -> int:
    """Give completions the company that their learner works for; how many had another."""
    done, people = tables.completions.c, tables.learners.c
    own = select(people.employer).where(people.pseudonym == done.learner).scalar_subquery()
    now = func.coalesce(own, "")
    return connection.execute(
        update(tables.completions).where(which, done.employer != now).values(employer=now)
    ).rowcount
