"""The courses that were imported: each version with its structure in the database and its files in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Row, and_, delete, func, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.ids import uuid7
from common.moments import to_us
from ledger.classroom.cmi5 import tables
from ledger.classroom.cmi5.package import Package, open_package
from ledger.classroom.cmi5.structure import Structure, Unit
from ledger.people.sight import Sight

CourseState = Literal["offered", "replaced", "withdrawn"]
_ROWS_AT_ONCE = 1000


class NoSuchCourse(DataError):
    """There is no such course, or none that can be taken any more."""

    status = 404


@dataclass(frozen=True)
class Course:
    """One version of an imported course."""

    id: str
    structure: Structure
    version: int
    state: CourseState
    bytes: int
    made_by: str
    made_us: int

    def unit(self, publisher_id: str) -> Unit:
        """The unit of this id. Raises NoSuchCourse."""
        for unit in self.structure.units():
            if unit.id == publisher_id:
                return unit
        raise NoSuchCourse("cmi5.course.no_unit")


@dataclass(frozen=True)
class Listed:
    """A course and how many take it."""

    course: Course
    learners: int
    satisfied: int


class Courses:
    """The courses of one ledger."""

    def __init__(self, database: Transactions, clock: Clock, folder: Path, most_bytes: int) -> None:
        """``folder`` is where the files lie; ``most_bytes`` how much one course may unpack to."""
        self._database = database
        self._clock = clock
        self._folder = folder
        self._most_bytes = most_bytes

    def take(self, package: Path, by: str) -> Course:
        """Import the package in a file. A course that is here already has a new version, which takes its place.

        Who has begun an earlier version goes on with it.

        Raises:
            PackageWrong, CourseWrong: see :func:`ledger.classroom.cmi5.package.open_package`.
        """
        course_id = str(uuid7(self._clock.now()))
        folder = self._folder / course_id
        folder.mkdir(parents=True)
        try:
            with open_package(package, self._most_bytes) as opened:
                numbers = opened.unpack(folder)
                with self._database.writing() as connection:
                    self._insert(connection, course_id, opened, numbers, by)
        except BaseException:
            shutil.rmtree(folder)
            raise
        return self.find(course_id)

    def _insert(
        self, connection: Connection, course_id: str, package: Package, numbers: dict[str, int], by: str
    ) -> None:
        activity = package.structure.activity
        columns = tables.courses.c
        before = connection.scalar(select(func.max(columns.version)).filter_by(activity=activity)) or 0
        earlier = update(tables.courses).filter_by(activity=activity, state="offered")
        connection.execute(earlier.values(state="replaced"))
        row = {
            "id": course_id,
            "activity": activity,
            "version": before + 1,
            "structure": package.structure.model_dump_json(exclude_defaults=True),
            "state": "offered",
            "bytes": package.bytes,
            "made_by": by,
            "made_us": to_us(self._clock.now()),
        }
        connection.execute(insert(tables.courses).values(row))
        rows = [{"course": course_id, "path": path, "number": number} for path, number in numbers.items()]
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            connection.execute(insert(tables.files), rows[start : start + _ROWS_AT_ONCE])

    def find(self, course_id: str) -> Course:
        """One version of a course. Raises NoSuchCourse."""
        return self.several([course_id])[0]

    def several(self, course_ids: Iterable[str]) -> list[Course]:
        """Versions of courses in the order asked for. Raises NoSuchCourse."""
        wanted = list(course_ids)
        with self._database.reading() as connection:
            rows = connection.execute(select(tables.courses).where(tables.courses.c.id.in_(set(wanted)))).all()
        found = {row.id: _course(row) for row in rows}
        if missing := set(wanted) - set(found):
            raise NoSuchCourse("cmi5.course.none", course=min(missing)[:40])
        return [found[each] for each in wanted]

    def offered(self) -> list[Course]:
        """The courses that can be begun, the latest first."""
        columns = tables.courses.c
        with self._database.reading() as connection:
            rows = connection.execute(
                select(tables.courses).filter_by(state="offered").order_by(columns.made_us.desc())
            ).all()
        return [_course(row) for row in rows]

    def page(self, offset: int, limit: int, sight: Sight) -> tuple[list[Listed], int]:
        """Every version, the latest first, with how many of those who may be seen take it, and how many versions."""
        columns, taken = tables.courses.c, tables.registrations.c
        seen = and_(taken.course == columns.id, sight.people(taken.learner))
        counted = (
            select(tables.courses, func.count(taken.id).label("learners"), func.count(taken.satisfied_us).label("done"))
            .select_from(tables.courses.outerjoin(tables.registrations, seen))
            .group_by(columns.id)
            .order_by(columns.made_us.desc(), columns.version.desc(), columns.id)
        )
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(tables.courses)) or 0
            rows = connection.execute(counted.offset(offset).limit(limit)).all()
        return [Listed(_course(row), row.learners, row.done) for row in rows], total

    def withdraw(self, course_id: str) -> None:
        """Offer a version no more and remove its files. What was reached stays; a version nobody took goes whole.

        Raises:
            NoSuchCourse
        """
        self.find(course_id)
        with self._database.writing() as connection:
            connection.execute(delete(tables.files).filter_by(course=course_id))
            taken = connection.scalar(
                select(func.count()).select_from(tables.registrations).filter_by(course=course_id)
            )
            this = {"id": course_id}
            if taken:
                connection.execute(update(tables.courses).filter_by(**this).values(state="withdrawn"))
            else:
                connection.execute(delete(tables.courses).filter_by(**this))
        if (folder := self._folder / course_id).exists():  # it lies on the machine that imported it
            shutil.rmtree(folder)

    def file(self, course_id: str, path: str) -> Path | None:
        """Where a file of a course lies, if it has one of this path."""
        with self._database.reading() as connection:
            number = connection.scalar(select(tables.files.c.number).filter_by(course=course_id, path=path))
        return None if number is None else self._folder / course_id / str(number)


def _course(row: Row[Any]) -> Course:
    return Course(row.id, _structure(row.structure), row.version, row.state, row.bytes, row.made_by, row.made_us)


@lru_cache(maxsize=64)
def _structure(stored: str) -> Structure:
    """A course may have a thousand units, and each request of a session asks for it."""
    return Structure.model_validate_json(stored)
