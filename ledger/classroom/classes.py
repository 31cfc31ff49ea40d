"""Classes: what a poster's code leads to. An order's is for the people on its roster, an open one for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, or_, select

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.ids import uuid7
from common.moments import to_us
from ledger.classroom.tables import class_lessons, class_people, classes
from ledger.classroom.tokens import is_code, new_code
from ledger.driver import insert_missing
from ledger.people.days import span_us, today
from ledger.people.orders import Order
from ledger.people.sight import EVERYTHING, Sight
from ledger.people.tables import employers, orders
from ledger.xapi.values import is_uuid

MAX_TITLE = 60
ORDER_CLASS_STAYS_OPEN = timedelta(days=30)
"""After the day of the training: for lessons and the test after it."""
_LONGEST_OPEN = timedelta(days=366)


class ClassWrong(DataError):
    """What was said of a class cannot be; nothing was changed."""


@dataclass(frozen=True)
class Class:
    """A class. ``order`` and what follows it are None for one that is open to everybody."""

    id: str
    code: str
    title: str
    closes_us: int
    lessons: tuple[str, ...]
    """In their order; every lesson there is, where none is named."""
    people: int
    order: str | None
    order_number: str | None
    employer: str | None
    day: date | None
    cancelled: bool

    @property
    def called(self) -> str:
        """What people know it by."""
        return self.title or f"{self.employer} {self.day}"

    def is_open(self, now_us: int) -> bool:
        """Whether people may join at a moment."""
        return now_us < self.closes_us and not self.cancelled


class Classes:
    """All classes of one ledger."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add_open(self, title: str, closes: date, lessons: Sequence[str], by: str) -> str:
        """Make a class for everybody, open to the end of a day; its id.

        Raises:
            ClassWrong: no title, or a day that is past or more than a year away.
        """
        title = " ".join(title.split())
        if not 0 < len(title) <= MAX_TITLE or not title.isprintable():
            raise ClassWrong("classroom.class.title_wrong", limit=MAX_TITLE)
        begins = today(self._clock.now())
        if not begins <= closes <= begins + _LONGEST_OPEN:
            raise ClassWrong("classroom.class.closes_wrong")
        with self._database.writing() as connection:
            return self._insert(connection, title, None, closes, lessons, by)

    def made_for(self, order: Order) -> str | None:
        """The id of an order's class, once there is one."""
        with self._database.reading() as connection:
            return connection.scalar(select(classes.c.id).filter_by(order_id=order.id))

    def make_for(self, order: Order, by: str) -> str:
        """The id of an order's class, which is made if there is none."""
        closes = max(order.day, today(self._clock.now())) + ORDER_CLASS_STAYS_OPEN
        with self._database.writing() as connection:
            found = connection.scalar(select(classes.c.id).filter_by(order_id=order.id))
            return found or self._insert(connection, "", order.id, closes, (), by)

    def find(self, class_id: str, sight: Sight) -> Class | None:
        """A class by its id, if it may be seen."""
        return self._one(classes.c.id == class_id, sight) if is_uuid(class_id) else None

    def by_code(self, code: str) -> Class | None:
        """The class that a poster's code belongs to."""
        return self._one(classes.c.code == code.lower(), EVERYTHING) if is_code(code) else None

    def of_learner(self, learner: str) -> list[Class]:
        """The classes that a learner joined, the latest first."""
        joined = select(class_people.c.class_id).where(class_people.c.learner == learner)
        return self._page([classes.c.id.in_(joined)], EVERYTHING, 0, 50)[0]

    def page(self, offset: int, limit: int, sight: Sight) -> tuple[list[Class], int]:
        """The classes that may be seen, the latest first, and how many they are."""
        return self._page([], sight, offset, limit)

    def join(self, connection: Connection, class_id: str, learner: str) -> None:
        """Write down, in a writer's transaction, that a learner joined; a second time changes nothing."""
        row = {"class_id": class_id, "learner": learner, "joined_us": to_us(self._clock.now())}
        insert_missing(connection, class_people, [row])

    def people(self, class_id: str, offset: int, limit: int, sight: Sight) -> tuple[list[tuple[str, int]], int]:
        """Learners who joined and when, the latest first, and how many they are."""
        columns = class_people.c
        wanted = (columns.class_id == class_id, sight.people(columns.learner))
        query = select(columns.learner, columns.joined_us).where(*wanted)
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(class_people).where(*wanted)) or 0
            rows = connection.execute(query.order_by(columns.joined_us.desc()).offset(offset).limit(limit)).all()
        return [(row.learner, row.joined_us) for row in rows], total

    def count_people(self, sight: Sight) -> int:
        """How many learners who may be seen joined any class."""
        people = class_people.c.learner
        with self._database.reading() as connection:
            return connection.scalar(select(func.count(people.distinct())).where(sight.people(people))) or 0

    def _insert(
        self, connection: Connection, title: str, order: str | None, closes: date, lessons: Sequence[str], by: str
    ) -> str:
        now = self._clock.now()
        row = {
            "id": str(uuid7(now)),
            "code": new_code(),
            "title": title,
            "order_id": order,
            "closes_us": span_us(closes, closes)[1],
            "made_by": by,
            "made_us": to_us(now),
        }
        connection.execute(insert(classes).values(row))
        plan = [{"class_id": row["id"], "place": k, "lesson": each} for k, each in enumerate(lessons)]
        if plan:
            connection.execute(insert(class_lessons), plan)
        return row["id"]

    def _one(self, wanted: ColumnElement[bool], sight: Sight) -> Class | None:
        found, _ = self._page([wanted], sight, 0, 1)
        return found[0] if found else None

    def _page(
        self, wanted: Sequence[ColumnElement[bool]], sight: Sight, offset: int, limit: int
    ) -> tuple[list[Class], int]:
        joined = classes.outerjoin(orders, orders.c.id == classes.c.order_id)
        joined = joined.outerjoin(employers, employers.c.id == orders.c.employer)
        seen = or_(classes.c.order_id.is_(None), sight.employer(orders.c.employer))
        people = (
            select(func.count())
            .select_from(class_people)
            .where(class_people.c.class_id == classes.c.id, sight.people(class_people.c.learner))
            .scalar_subquery()
        )
        query = (
            select(classes, orders.c.number, orders.c.day, orders.c.state, employers.c.name, people.label("people"))
            .select_from(joined)
            .where(*wanted, seen)
            .order_by(classes.c.made_us.desc(), classes.c.id.desc())
        )
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(joined).where(*wanted, seen)) or 0
            rows = connection.execute(query.offset(offset).limit(limit)).all()
            return [_class(connection, row) for row in rows], total


def _class(connection: Connection, row: Row[Any]) -> Class:
    plan = class_lessons.c
    lessons = connection.scalars(select(plan.lesson).filter_by(class_id=row.id).order_by(plan.place)).all()
    return Class(
        id=row.id,
        code=row.code,
        title=row.title,
        closes_us=row.closes_us,
        lessons=tuple(lessons),
        people=row.people,
        order=row.order_id,
        order_number=row.number,
        employer=row.name,
        day=date.fromisoformat(row.day) if row.day else None,
        cancelled=row.state == "cancelled",
    )
