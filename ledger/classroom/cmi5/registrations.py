"""Who takes which course, and how far they came."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.ids import uuid7
from common.moments import from_us, to_us
from ledger.classroom.cmi5 import tables
from ledger.classroom.cmi5.courses import Course, Courses
from ledger.classroom.cmi5.history import History, last_of_session, read_history
from ledger.classroom.cmi5.sessions import Session, Sessions
from ledger.classroom.cmi5.statements import CLASSROOM, Occasion, abandoned, satisfied, waived
from ledger.classroom.cmi5.vocabulary import ABANDONED, TERMINATED, WAIVED, Statement
from ledger.people.aliases import pseudonyms_of
from ledger.people.sight import Sight
from ledger.people.tables import learner_aliases
from ledger.statements import StatementStore

_LOCKS = 64
_VERSION = "2.0.0"
# Under a name of its own: what a sight asks of the aliases is another question.
_others = learner_aliases.alias("others")
_OWNED = select(
    tables.registrations, func.coalesce(_others.c.learner, tables.registrations.c.learner).label("person")
).outerjoin(_others, _others.c.alias == tables.registrations.c.learner)


@dataclass(frozen=True)
class Registration:
    """A learner's way through one version of a course."""

    id: str
    course: str
    learner: str
    """The pseudonym that its statements have."""
    person: str
    """Whose it is: another pseudonym, where records were merged meanwhile."""
    begun_us: int
    met: int
    satisfied_us: int | None


class Registrations:
    """The registrations of one ledger. What a method reads and then writes, nobody changes between in this process."""

    def __init__(
        self, database: Transactions, clock: Clock, courses: Courses, sessions: Sessions, statements: StatementStore
    ) -> None:
        self._database = database
        self._clock = clock
        self._courses = courses
        self._sessions = sessions
        self._statements = statements
        self._locks = [threading.RLock() for _ in range(_LOCKS)]

    @contextmanager
    def alone(self, registration: str) -> Iterator[None]:
        """Nobody else says anything in this registration meanwhile."""
        with self._locks[hash(registration) % _LOCKS]:
            yield

    def find(self, registration: str) -> Registration | None:
        """The registration of this id."""
        with self._database.reading() as connection:
            row = connection.execute(_OWNED.where(tables.registrations.c.id == registration)).first()
        return _registration(row) if row else None

    def of_learner(self, learner: str) -> list[Registration]:
        """A learner's registrations, the latest first, under former pseudonyms too."""
        columns = tables.registrations.c
        with self._database.reading() as connection:
            everywhere = pseudonyms_of(connection, learner)
            wanted = _OWNED.where(columns.learner.in_(everywhere))
            rows = connection.execute(wanted.order_by(columns.begun_us.desc(), columns.id.desc())).all()
        return [_registration(row) for row in rows]

    def page(self, course: str, offset: int, limit: int, sight: Sight) -> tuple[list[Registration], int]:
        """Those of a course whose learners may be seen, the latest first, and how many they are."""
        columns = tables.registrations.c
        wanted = _OWNED.where(columns.course == course, sight.people(columns.learner))
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(wanted.subquery())) or 0
            ordered = wanted.order_by(columns.begun_us.desc(), columns.id).offset(offset).limit(limit)
            rows = connection.execute(ordered).all()
        return [_registration(row) for row in rows], total

    def begin(self, course: Course, learner: str) -> Registration:
        """Register a learner. Units without a criterion are met from the beginning (cmi5 9.6.1)."""
        now = self._clock.now()
        made = Registration(str(uuid7(now)), course.id, learner, learner, to_us(now), 0, None)
        row = {"id": made.id, "course": course.id, "learner": learner, "begun_us": made.begun_us, "met": 0}
        with self._database.writing() as connection:
            connection.execute(insert(tables.registrations).values(row))
        self.reckon(made, course, self._sessions.new_id())
        return made

    def history(self, registration: str) -> History:
        """What was said in a registration."""
        with self._database.reading() as connection:
            return read_history(connection, registration)

    def reckon(self, registration: Registration, course: Course, session: str) -> None:
        """Say of blocks and the course that they are satisfied, once they are, and note the figures for lists."""
        history = self.history(registration.id)
        now = self._clock.now()
        occasion = Occasion(course.structure, registration.id, registration.learner, session, now)
        new = [satisfied(occasion, group) for group in history.newly_satisfied(course.structure)]
        self.say(new)
        met = sum(history.met(course.structure, unit) for unit in course.structure.units())
        values: dict[str, Any] = {"met": met}
        if any(each["object"]["id"] == course.structure.activity for each in new):
            values["satisfied_us"] = to_us(now)
        with self._database.writing() as connection:
            connection.execute(update(tables.registrations).filter_by(id=registration.id).values(values))

    def waive(self, registration: Registration, unit_id: str, reason: str) -> None:
        """Take a unit as met without it being taken (cmi5 9.3.7). Done before, it changes nothing.

        Raises:
            NoSuchCourse: the course has no such unit.
        """
        course = self._courses.find(registration.course)
        unit = course.unit(unit_id)
        with self.alone(registration.id):
            if self.history(registration.id).has(WAIVED, course.structure.unit_activity(unit)):
                return
            occasion = Occasion(
                course.structure, registration.id, registration.learner, self._sessions.new_id(), self._clock.now()
            )
            self.say([waived(occasion, unit, reason)])
            self.reckon(registration, course, occasion.session)

    def abandon(self, session: Session) -> None:
        """End a session whose unit said nothing of its end (cmi5 9.3.6); of one that did, nothing more is said."""
        course = self._courses.find(session.course)
        with self.alone(session.registration):
            said = self.history(session.registration).in_session(session.id)
            if not any(each.verb in (TERMINATED, ABANDONED) for each in said):
                now = self._clock.now()
                occasion = Occasion(course.structure, session.registration, session.learner, session.id, now)
                self.say([abandoned(occasion, course.unit(session.unit), self._lasted_s(session))])
            self._sessions.end(session.id)

    def abandon_expired(self) -> None:
        """End the sessions whose time is over."""
        for session in self._sessions.expired():
            self.abandon(session)

    def _lasted_s(self, session: Session) -> float:
        """From the launch to the last that the unit said, of whatever kind (cmi5 9.5.4.2)."""
        with self._database.reading() as connection:
            last = last_of_session(connection, session.id)
        began = from_us(session.launched_us)
        return max(0.0, ((last or began) - began).total_seconds())

    def say(self, statements: list[Statement]) -> None:
        """Store statements of the classroom itself."""
        if statements:
            self._statements.take(statements, CLASSROOM, _VERSION)


def _registration(row: Row[Any]) -> Registration:
    return Registration(row.id, row.course, row.learner, row.person, row.begun_us, row.met, row.satisfied_us)
