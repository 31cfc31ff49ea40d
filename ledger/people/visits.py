"""Safety brought to people (五进): visits to companies, villages, communities, schools, homes; the year's plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from sqlalchemy import Connection, delete, func, insert, select

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.ids import uuid7
from common.moments import to_us
from ledger import tables
from ledger.people import tables as people_tables
from ledger.people.days import span_us, today
from ledger.people.sight import Sight
from ledger.supervision.tables import training_sums

VisitKind = Literal["enterprise", "village", "community", "school", "home"]
VISIT_KINDS: tuple[VisitKind, ...] = get_args(VisitKind)
"""The five of the national plan for safety education: 进企业、进农村、进社区、进学校、进家庭."""
MAX_PLACE, MAX_DISTRICT, MAX_ATTENDED = 120, 40, 100_000
MAX_TARGET = 10_000_000


class VisitWrong(DataError):
    """What was said of a visit or a plan cannot be; nothing was changed."""


@dataclass(frozen=True)
class VisitFacts:
    """What is taken down of a visit."""

    kind: VisitKind
    day: date
    place: str
    district: str
    attended: int


@dataclass(frozen=True)
class Visit:
    """A visit that was made or is planned."""

    id: str
    facts: VisitFacts


@dataclass(frozen=True)
class Targets:
    """What a year should bring: people trained, visits made, companies trained to order."""

    people: int = 15_000
    visits: int = 20
    companies: int = 40


@dataclass(frozen=True)
class Progress:
    """How far a year has come; ``visits_by_kind`` has all five."""

    year: int
    targets: Targets
    people: int
    visits: int
    companies: int
    visits_by_kind: dict[VisitKind, int]


class Visits:
    """All visits of one ledger, and how far the year's plan has come."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, facts: VisitFacts, by: str) -> str:
        """Take down a visit and return its id. Raises VisitWrong."""
        place, district = " ".join(facts.place.split()), " ".join(facts.district.split())
        if not 0 < len(place) <= MAX_PLACE or not place.isprintable():
            raise VisitWrong("people.visit.place_wrong", limit=MAX_PLACE)
        if len(district) > MAX_DISTRICT or not district.isprintable():
            raise VisitWrong("people.employer.district_wrong", limit=MAX_DISTRICT)
        if not 0 <= facts.attended <= MAX_ATTENDED:
            raise VisitWrong("people.visit.attended_wrong", limit=MAX_ATTENDED)
        now = self._clock.now()
        row = {
            "id": str(uuid7(now)),
            "kind": facts.kind,
            "day": facts.day.isoformat(),
            "place": place,
            "district": district,
            "attended": facts.attended,
            "made_by": by,
            "made_us": to_us(now),
        }
        with self._database.writing() as connection:
            connection.execute(insert(people_tables.visits).values(row))
        return row["id"]

    def page(self, offset: int, limit: int, sight: Sight) -> tuple[list[Visit], int]:
        """Visits in the districts that may be seen, the latest day first, and how many they are."""
        visits = people_tables.visits
        seen = sight.district(visits.c.district)
        query = select(visits).where(seen).order_by(visits.c.day.desc(), visits.c.id.desc())
        query = query.offset(offset).limit(limit)
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(visits).where(seen)) or 0
            rows = connection.execute(query).all()
        return [
            Visit(row.id, VisitFacts(row.kind, date.fromisoformat(row.day), row.place, row.district, row.attended))
            for row in rows
        ], total

    def set_targets(self, year: int, targets: Targets) -> None:
        """Set what a year should bring. Raises VisitWrong."""
        values = {"people": targets.people, "visits": targets.visits, "companies": targets.companies}
        if not all(0 < value <= MAX_TARGET for value in values.values()):
            raise VisitWrong("people.plan.target_wrong", limit=MAX_TARGET)
        with self._database.writing() as connection:
            connection.execute(delete(people_tables.year_plans).filter_by(year=year))
            connection.execute(insert(people_tables.year_plans).values(year=year, **values))

    def progress(self, sight: Sight, year: int | None = None) -> Progress:
        """How far a year has come up to now, counting what may be seen; this year where none is given.

        People count once however often they trained; a company counts when somebody on the roster of an
        order of its completed something on the order's day; visits count from their day on.
        """
        until = today(self._clock.now())
        year = until.year if year is None else year
        first, last = date(year, 1, 1), min(date(year, 12, 31), until)
        sums, visits, plans = training_sums.c, people_tables.visits.c, people_tables.year_plans
        people = select(func.sum(sums.people)).where(sums.period == str(year), sums.scenario == "")
        people = people.where(sight.employer(sums.employer))
        made = select(visits.kind, func.count().label("made")).group_by(visits.kind)
        made = made.where(visits.day.between(first.isoformat(), last.isoformat()), sight.district(visits.district))
        with self._database.reading() as connection:
            by_kind = {row.kind: row.made for row in connection.execute(made)}
            plan = connection.execute(select(plans).filter_by(year=year)).first()
            trained = int(connection.scalar(people) or 0)
            companies = len(_companies(connection, first, last, sight))
        counted = {kind: by_kind.get(kind, 0) for kind in VISIT_KINDS}
        targets = Targets(plan.people, plan.visits, plan.companies) if plan else Targets()
        return Progress(year, targets, trained, sum(counted.values()), companies, counted)


def _companies(connection: Connection, first: date, last: date, sight: Sight) -> set[str]:
    """The companies that were trained to order between two days."""
    orders, on, done = people_tables.orders.c, people_tables.order_people.c, tables.completions.c
    held = select(orders.id, orders.employer, orders.day)
    held = held.where(orders.day.between(first.isoformat(), last.isoformat()), orders.state != "cancelled")
    held = held.where(sight.employer(orders.employer))
    found: set[str] = set()
    for row in connection.execute(held).all():
        day = date.fromisoformat(row.day)
        came = select(done.id).join(people_tables.order_people, on.learner == done.learner)
        came = came.where(on.order_id == row.id, done.ended_us.between(*span_us(day, day))).limit(1)
        if row.employer not in found and connection.scalar(came) is not None:
            found.add(row.employer)
    return found
