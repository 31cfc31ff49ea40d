"""Injuries and warnings by company and month, and which companies have them but no training.

The bureau says how many were injured at work; monitoring, or the bureau, says how many warnings
there were. A count that comes again for the same company and month takes the place of the former.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from common.clock import Clock
from common.database import Transactions
from common.moments import to_us
from ledger.database import in_pieces
from ledger.driver import insert_or_change
from ledger.people.sight import Sight
from ledger.people.tables import employers
from ledger.supervision.asked import Asked
from ledger.supervision.tables import company_counts, training_sums

CountKind = Literal["injuries", "warnings"]
COUNT_KINDS: tuple[CountKind, ...] = get_args(CountKind)
MAX_COUNT = 1_000_000
After = tuple[int, int, str]
"""Injuries, warnings and id of the last company shown; the next page begins after it."""


@dataclass(frozen=True)
class Count:
    """How many of a kind a company had in a month, ``2026-11``."""

    employer: str
    month: str
    kind: CountKind
    count: int


@dataclass(frozen=True)
class Incident:
    """A company with injuries or warnings in a period, and how many of its people were trained in it."""

    employer: str
    name: str
    industry: str
    district: str
    insured: int
    injuries: int
    warnings: int
    trained: int

    @property
    def key(self) -> After:
        return self.injuries, self.warnings, self.employer


class CompanyCounts:
    """The counts of one ledger."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep(self, counts: Iterable[Count], source: str) -> int:
        """Take down counts, said by ``source``; how many."""
        with self._database.writing() as connection:
            return self.keep_in(connection, counts, source)

    def keep_in(self, connection: Connection, counts: Iterable[Count], source: str) -> int:
        """As :meth:`keep`, in a writer's transaction."""
        said = {"source": source, "changed_us": to_us(self._clock.now())}
        rows = [vars(count) | said for count in counts]
        insert_or_change(connection, company_counts, rows, replace=("count", "source", "changed_us"))
        return len(rows)

    def by_credit_code(self, codes: Iterable[str]) -> dict[str, str]:
        """Ids by unified social credit code of those companies that are on record."""
        query = select(employers.c.credit_code, employers.c.id)
        found: dict[str, str] = {}
        with self._database.reading() as connection:
            for some in in_pieces(dict.fromkeys(codes)):
                rows = connection.execute(query.where(employers.c.credit_code.in_(some)))
                found.update((row.credit_code, row.id) for row in rows)
        return found

    def incidents(
        self, asked: Asked, sight: Sight, after: After | None, limit: int, *, untrained: bool
    ) -> list[Incident]:
        """Companies with injuries or warnings, the most injuries first.

        ``untrained`` leaves only those of which nobody was trained in the period.
        """
        listed = _incidents(asked, sight, untrained=untrained).subquery()
        query = select(listed)
        if after is not None:
            query = query.where(_follows(listed.c, after))
        query = query.order_by(listed.c.injuries.desc(), listed.c.warnings.desc(), listed.c.employer).limit(limit)
        with self._database.reading() as connection:
            return [_incident(row) for row in connection.execute(query)]

    def how_many(self, asked: Asked, sight: Sight, *, untrained: bool) -> int:
        """How many companies :meth:`incidents` has in all."""
        listed = _incidents(asked, sight, untrained=untrained).subquery()
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(listed)) or 0


def _incidents(asked: Asked, sight: Sight, *, untrained: bool) -> Select[Any]:
    counts = company_counts.c
    injuries, warnings = (func.coalesce(func.sum(counts.count).filter(counts.kind == kind), 0) for kind in COUNT_KINDS)
    summed = (
        select(counts.employer, injuries.label("injuries"), warnings.label("warnings"))
        .where(asked.months(counts.month), sight.employer(counts.employer), *asked.companies(counts.employer))
        .group_by(counts.employer)
        .subquery()
    )
    sums = training_sums.c
    own = and_(sums.employer == summed.c.employer, sums.period == asked.period, sums.scenario == asked.scenario)
    trained = func.coalesce(sums.people, 0)
    joined = summed.join(employers, employers.c.id == summed.c.employer).outerjoin(training_sums, own)
    query = select(
        summed,
        employers.c.name,
        employers.c.industry,
        employers.c.district,
        employers.c.insured,
        trained.label("trained"),
    ).select_from(joined)
    query = query.where(or_(summed.c.injuries > 0, summed.c.warnings > 0))
    return query.where(trained == 0) if untrained else query


def _follows(listed: Any, after: After) -> ColumnElement[bool]:
    injuries, warnings, key = after
    fewer = or_(listed.warnings < warnings, and_(listed.warnings == warnings, listed.employer > key))
    return or_(listed.injuries < injuries, and_(listed.injuries == injuries, fewer))


def _incident(row: Row[Any]) -> Incident:
    return Incident(
        employer=row.employer,
        name=row.name,
        industry=row.industry,
        district=row.district,
        insured=row.insured,
        injuries=int(row.injuries),
        warnings=int(row.warnings),
        trained=int(row.trained),
    )


def checked_count(value: object) -> int | None:
    """``value`` as a count; None if it is none."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and 0 <= value <= MAX_COUNT else None
