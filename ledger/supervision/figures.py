"""Figures over completions, from the sums: in all, and by month, district, industry, scenario or company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Row, Select, and_, func, literal, or_, select, union_all

from common.database import Transactions
from ledger.completions import MINUTES_PER_HOUR_OF_TRAINING
from ledger.people.sight import Sight
from ledger.people.tables import employers
from ledger.supervision.asked import NO_EMPLOYER, Asked
from ledger.supervision.counting import TRAINING
from ledger.supervision.tables import training_sums

Dimension = Literal["month", "district", "industry", "scenario"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
After = tuple[int, str]
"""People and id of the last company shown; the next page begins after it."""


@dataclass(frozen=True)
class Figure:
    """Figures of what ``key`` names. A rate is None where nothing was there to be rated."""

    key: str
    people: int = 0
    newcomers: int = 0
    """Of a month: people for whom it was the first of the year."""
    passers: int = 0
    completions: int = 0
    judged: int = 0
    passed: int = 0
    duration_ms: int = 0
    companies: int = 0
    """Companies of which somebody was trained."""
    companies_all: int | None = None
    """All companies on record there; None where that says nothing."""
    insured: int | None = None
    """People insured with them."""

    @property
    def pass_rate(self) -> float | None:
        """Of the completions that were judged."""
        return self.passed / self.judged if self.judged else None

    @property
    def hours(self) -> float:
        """Hours of training (学时), by the time it took."""
        return self.duration_ms / 60_000 / MINUTES_PER_HOUR_OF_TRAINING

    @property
    def coverage(self) -> float | None:
        """People trained, of those insured."""
        return self.people / self.insured if self.insured else None


@dataclass(frozen=True)
class CompanyFigure:
    """Figures of one company; ``name`` is empty for people without one."""

    figure: Figure
    name: str
    industry: str
    district: str


class Figures:
    """Answers from the sums of one ledger."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def total(self, asked: Asked, sight: Sight) -> Figure:
        """Everything that was asked for together."""
        query = _sums(literal(""), asked, sight).where(training_sums.c.period == asked.period)
        with self._database.reading() as connection:
            row = connection.execute(query).one()
        return _figure(row) if row.completions else Figure("")

    def by(self, dimension: Dimension, asked: Asked, sight: Sight) -> list[Figure]:
        """A figure for each value of ``dimension``, months in their order, the others by people trained."""
        sums, column = training_sums.c, _COLUMNS[dimension]
        query = _sums(column, asked, sight).group_by(column)
        if dimension == "month":
            query = query.where(asked.but(period=asked.year).months(sums.period), func.length(sums.period) == 7)
        else:
            query = query.where(sums.period == asked.period)
        if dimension in ("district", "industry"):
            query = query.where(employers.c.id.is_not(None))
        with self._database.reading() as connection:
            found = {row.key: _figure(row) for row in connection.execute(query)}
            if dimension in ("district", "industry"):
                found = _with_insured(found, connection.execute(_insured(column, asked, sight)).all())
        if dimension == "month":
            return [found[key] for key in sorted(found)]
        return sorted(found.values(), key=lambda figure: (-figure.people, -figure.completions, figure.key))

    def companies(self, asked: Asked, sight: Sight, after: After | None, limit: int) -> list[CompanyFigure]:
        """Companies, those that trained the most people first, and those that trained nobody last.

        Everybody without a company stands among them.
        """
        listed = union_all(_company_rows(asked, sight), _without_company(asked, sight)).subquery()
        query = select(listed)
        if after is not None:
            people, key = after
            query = query.where(or_(listed.c.people < people, and_(listed.c.people == people, listed.c.key > key)))
        query = query.order_by(listed.c.people.desc(), listed.c.key).limit(limit)
        with self._database.reading() as connection:
            return [
                CompanyFigure(_figure(row, insured=row.insured), row.name, row.industry, row.district)
                for row in connection.execute(query)
            ]

    def districts(self, sight: Sight) -> list[str]:
        """The districts of companies that may be seen."""
        query = select(employers.c.district).where(sight.employer(employers.c.id)).distinct()
        with self._database.reading() as connection:
            return list(connection.scalars(query.order_by(employers.c.district)))

    def years(self) -> list[str]:
        """The years of which there is anything, the latest first."""
        sums = training_sums.c
        query = select(sums.period).where(func.length(sums.period) == 4, sums.scenario == "").distinct()
        with self._database.reading() as connection:
            return list(connection.scalars(query.order_by(sums.period.desc())))


_COLUMNS: dict[Dimension, ColumnElement[str]] = {
    "month": training_sums.c.period,
    "district": employers.c.district,
    "industry": employers.c.industry,
    "scenario": training_sums.c.scenario,
}


def _sums(key: ColumnElement[str], asked: Asked, sight: Sight) -> Select[Any]:
    """The sums of what was asked for, under ``key``; the period is the caller's."""
    sums = training_sums.c
    trained = func.count(sums.employer.distinct()).filter(sums.people > 0, sums.employer != "")
    figures = [func.coalesce(func.sum(sums[name]), 0).label(name) for name in TRAINING]
    query = select(key.label("key"), *figures, trained.label("companies"))
    query = query.select_from(training_sums.outerjoin(employers, employers.c.id == sums.employer))
    of_scenario = (
        sums.scenario != "" if key is sums.scenario and not asked.scenario else sums.scenario == asked.scenario
    )
    return query.where(of_scenario, sight.employer(sums.employer), *asked.companies(sums.employer))


def _insured(column: ColumnElement[str], asked: Asked, sight: Sight) -> Select[Any]:
    """Companies on record and people insured with them, by ``column``."""
    wanted = (sight.employer(employers.c.id), *asked.companies(employers.c.id))
    counted = select(
        column.label("key"), func.count().label("companies"), func.sum(employers.c.insured).label("insured")
    )
    return counted.where(*wanted).group_by(column)


def _with_insured(found: dict[str, Figure], rows: Sequence[Row[Any]]) -> dict[str, Figure]:
    """Those found and those where nobody was trained yet, each with who is insured there."""
    whole = {}
    for row in rows:
        known = vars(found.get(row.key, Figure(row.key)))
        whole[row.key] = Figure(**known | {"companies_all": row.companies, "insured": int(row.insured)})
    return whole


def _company_rows(asked: Asked, sight: Sight) -> Select[Any]:
    sums = training_sums.c
    own = and_(sums.employer == employers.c.id, sums.period == asked.period, sums.scenario == asked.scenario)
    query = select(
        employers.c.id.label("key"),
        employers.c.name,
        employers.c.industry,
        employers.c.district,
        employers.c.insured,
        *(func.coalesce(sums[name], 0).label(name) for name in TRAINING),
    ).select_from(employers.outerjoin(training_sums, own))
    return query.where(sight.employer(employers.c.id), *asked.companies(employers.c.id))


def _without_company(asked: Asked, sight: Sight) -> Select[Any]:
    sums = training_sums.c
    nothing = [literal("").label(name) for name in ("name", "industry", "district")]
    query = select(
        literal(NO_EMPLOYER).label("key"), *nothing, literal(0).label("insured"), *(sums[name] for name in TRAINING)
    )
    own = (sums.employer == "", sums.period == asked.period, sums.scenario == asked.scenario)
    return query.where(*own, sight.employer(sums.employer), *asked.companies(sums.employer))


def _figure(row: Row[Any], insured: int | None = None) -> Figure:
    figures = {name: int(getattr(row, name)) for name in TRAINING}
    return Figure(key=row.key, companies=getattr(row, "companies", 0), insured=insured, **figures)
