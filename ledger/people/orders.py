"""Training to order (订单式): for which company, on which day, where, which scenarios, and who is on the roster."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, delete, func, insert, or_, select, update

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.ids import uuid7
from common.moments import to_us
from ledger import tables
from ledger.driver import insert_missing
from ledger.people import tables as people_tables
from ledger.people.aliases import owner
from ledger.people.consents import Consents
from ledger.people.days import span_us
from ledger.people.learners import Learners, OtherName
from ledger.people.roster_file import Entry, Fault
from ledger.people.sight import EVERYTHING, Sight

OrderState = Literal["planned", "done", "cancelled"]
ORDER_STATES: tuple[OrderState, ...] = get_args(OrderState)
MAX_PLACE, MAX_SCENARIOS = 120, 12


class OrderWrong(DataError):
    """What was said of an order cannot be; nothing was changed."""


@dataclass(frozen=True)
class Order:
    """An order. ``people`` are on its roster; ``came`` of them completed something in a van on its day."""

    id: str
    number: str
    employer: str
    employer_name: str
    day: date
    place: str
    state: OrderState
    scenarios: tuple[str, ...]
    people: int
    came: int


@dataclass(frozen=True)
class OrderPerson:
    """Someone on a roster: how many of the plan's scenarios they completed on the day, and how many they passed."""

    learner: str
    completed: int
    passed: int


@dataclass(frozen=True)
class Imported:
    """What became of a roster."""

    added: int
    """People who are on the order now and were not before."""
    known: int
    """People who were on it already."""
    faults: tuple[Fault, ...]


class Orders:
    """All orders of one ledger."""

    def __init__(self, database: Transactions, learners: Learners, consents: Consents, clock: Clock) -> None:
        self._database = database
        self._learners = learners
        self._consents = consents
        self._clock = clock

    def add(self, employer: str, day: date, place: str, scenarios: Sequence[str], by: str, sight: Sight) -> str:
        """Make an order and return its id. Its number is the year and the next free one of that year.

        Raises:
            OrderWrong: no such company may be seen, no place, or no or too many scenarios.
        """
        place = " ".join(place.split())
        if not 0 < len(place) <= MAX_PLACE or not place.isprintable():
            raise OrderWrong("people.order.place_wrong", limit=MAX_PLACE)
        if not 0 < len(scenarios) <= MAX_SCENARIOS:
            raise OrderWrong("people.order.scenarios_wrong", limit=MAX_SCENARIOS)
        now = self._clock.now()
        row = {
            "id": str(uuid7(now)),
            "employer": employer,
            "day": day.isoformat(),
            "place": place,
            "state": "planned",
            "made_by": by,
            "made_us": to_us(now),
        }
        with self._database.writing() as connection:
            companies = people_tables.employers.c
            visible = select(companies.id).where(companies.id == employer, sight.employer(companies.id))
            if connection.scalar(visible) is None:
                raise OrderWrong("people.order.no_employer")
            row["number"] = _next_number(connection, day.year)
            connection.execute(insert(people_tables.orders).values(row))
            plan = [{"order_id": row["id"], "place": k, "scenario": each} for k, each in enumerate(scenarios)]
            connection.execute(insert(people_tables.order_scenarios), plan)
        return row["id"]

    def set_state(self, order: str, state: OrderState) -> None:
        """Say that an order is planned, done or cancelled."""
        with self._database.writing() as connection:
            connection.execute(update(people_tables.orders).filter_by(id=order).values(state=state))

    def find(self, order: str, sight: Sight) -> Order | None:
        """An order by its id, if it may be seen."""
        found, _ = self._page([people_tables.orders.c.id == order], sight, 0, 1)
        return found[0] if found else None

    def page(
        self, offset: int, limit: int, *, text: str = "", state: OrderState | None = None, sight: Sight
    ) -> tuple[list[Order], int]:
        """Orders whose number, company or place holds ``text``, the latest day first, and how many they are."""
        columns, employers = people_tables.orders.c, people_tables.employers.c
        searched = (columns.number, columns.place, employers.name)
        wanted = [or_(*(each.icontains(text, autoescape=True) for each in searched))]
        if state is not None:
            wanted.append(columns.state == state)
        return self._page(wanted, sight, offset, limit)

    def people(self, order: Order) -> list[OrderPerson]:
        """Everyone on the roster, in the order in which they were added, and how far each came on the day."""
        on, done = people_tables.order_people.c, tables.completions.c
        that_day = and_(done.learner == on.learner, _on_day(order.day), done.scenario.in_(order.scenarios))
        query = (
            select(
                on.learner,
                func.count(done.scenario.distinct()).label("completed"),
                func.count(done.scenario.distinct()).filter(done.passed.is_(True)).label("passed"),
            )
            .select_from(people_tables.order_people.outerjoin(tables.completions, that_day))
            .where(on.order_id == order.id)
            .group_by(on.learner, on.added_us)
            .order_by(on.added_us, on.learner)
        )
        with self._database.reading() as connection:
            return [OrderPerson(row.learner, row.completed, row.passed) for row in connection.execute(query)]

    def of_learner(self, learner: str) -> list[Order]:
        """The orders on whose rosters a learner stands."""
        on = people_tables.order_people.c
        found, _ = self._page(
            [people_tables.orders.c.id.in_(select(on.order_id).where(on.learner == learner))], EVERYTHING, 0, 100
        )
        return found

    def add_roster(self, order: Order, entries: Iterable[Entry], by: str) -> Imported:
        """Take down everyone of a roster for the order's company; who cannot be is a fault, the others stay."""
        added, known, faults = 0, 0, []
        with self._database.writing() as connection:
            on = people_tables.order_people
            there = set(connection.scalars(select(on.c.learner).filter_by(order_id=order.id)))
            for entry in entries:
                try:
                    learner = self._learners.take_down(connection, entry.said, order.employer)
                except OtherName as other:
                    faults.append(Fault(entry.row, "number", other, entry.cells))
                    continue
                self._consents.record_in(connection, learner, "roster", by)
                if learner in there:
                    known += 1
                    continue
                there.add(learner)
                row = {"order_id": order.id, "learner": learner, "added_us": to_us(self._clock.now()) + added}
                insert_missing(connection, on, [row])
                added += 1
        return Imported(added, known, tuple(faults))

    def take_off(self, order: str, learner: str, sight: Sight) -> None:
        """Take someone off a roster before the visit.

        Raises:
            OrderWrong: the order is not planned any more, or they came on its day.
        """
        found = self.find(order, sight)
        if found is None or found.state != "planned":
            raise OrderWrong("people.order.not_planned")
        done = tables.completions.c
        with self._database.writing() as connection:
            learner = owner(connection, learner)
            if connection.execute(_in_van(found.day).where(done.learner == learner)).first():
                raise OrderWrong("people.order.off_came")
            connection.execute(delete(people_tables.order_people).filter_by(order_id=order, learner=learner))

    def _page(
        self, wanted: list[ColumnElement[bool]], sight: Sight, offset: int, limit: int
    ) -> tuple[list[Order], int]:
        orders, employers = people_tables.orders, people_tables.employers
        listed = [*wanted, sight.employer(orders.c.employer)]
        joined = orders.join(employers, employers.c.id == orders.c.employer)
        query = select(orders, employers.c.name.label("employer_name")).select_from(joined).where(*listed)
        query = query.order_by(orders.c.day.desc(), orders.c.number.desc()).offset(offset).limit(limit)
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(joined).where(*listed)) or 0
            return [_order(connection, row) for row in connection.execute(query).all()], total


def _next_number(connection: Connection, year: int) -> str:
    number = people_tables.orders.c.number
    last = connection.scalar(select(func.max(number)).where(number.startswith(f"{year}-")))
    return f"{year}-{int(last.partition('-')[2]) + 1 if last else 1:05d}"


def _order(connection: Connection, row: Row[Any]) -> Order:
    plan, on, done = people_tables.order_scenarios.c, people_tables.order_people.c, tables.completions.c
    day = date.fromisoformat(row.day)
    scenarios = connection.scalars(select(plan.scenario).filter_by(order_id=row.id).order_by(plan.place)).all()
    roster = select(func.count()).select_from(people_tables.order_people).where(on.order_id == row.id)
    came = _in_van(day).where(done.learner == on.learner).exists()
    return Order(
        id=row.id,
        number=row.number,
        employer=row.employer,
        employer_name=row.employer_name,
        day=day,
        place=row.place,
        state=row.state,
        scenarios=tuple(scenarios),
        people=connection.scalar(roster) or 0,
        came=connection.scalar(roster.where(came)) or 0,
    )


def _in_van(day: date) -> Select[tuple[str]]:
    """Everything completed in a van on a day."""
    done = tables.completions.c
    return select(done.id).where(done.van != "", _on_day(day))


def _on_day(day: date) -> ColumnElement[bool]:
    return tables.completions.c.ended_us.between(*span_us(day, day))
