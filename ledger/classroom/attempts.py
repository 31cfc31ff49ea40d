"""Going through a lesson: how far somebody is, what they answered, and the credit at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.ids import uuid7
from common.moments import to_us
from common.text import Lang
from ledger.classroom.lesson_folder import LoadedLesson
from ledger.classroom.model import Lesson
from ledger.classroom.statements import LESSON, Doing
from ledger.classroom.steps import is_right, read_chosen, steps_of, written
from ledger.classroom.tables import lesson_answers, lesson_attempts
from ledger.driver import insert_missing
from ledger.people.sight import Sight

LONGEST_LOOK_S = 300.0
"""Longer on one page is taken for a break."""
VERSION_EXTENSION = "lesson-version"


class AnswerWrong(DataError):
    """What was sent is no answer to the question."""


@dataclass(frozen=True)
class Attempt:
    """One going through a lesson. ``ended_us`` is None while it goes on."""

    id: str
    learner: str
    lesson: str
    version: int
    lang: Lang
    began_us: int
    spent_s: float
    reached: int
    """Steps that are done."""
    ended_us: int | None
    finished: bool
    asked: int
    right: int
    passed: bool | None


@dataclass(frozen=True)
class LessonSum:
    """What became of a lesson: people who began, who finished, and who have the credit."""

    began: int
    finished: int
    credited: int


class Attempts:
    """All goings through lessons of one ledger."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def begin(self, learner: str, lesson: Lesson, lang: Lang) -> Attempt:
        """The attempt that is going on, else a new one. One of another version of the lesson is closed."""
        now = to_us(self._clock.now())
        with self._database.writing() as connection:
            going_on = self._going_on(connection, learner, lesson.lesson)
            if going_on is not None and going_on.version == lesson.version:
                return going_on
            if going_on is not None:
                connection.execute(update(lesson_attempts).filter_by(id=going_on.id).values(ended_us=now))
            row = {
                "id": str(uuid7(self._clock.now())),
                "learner": learner,
                "lesson": lesson.lesson,
                "version": lesson.version,
                "lang": lang,
                "began_us": now,
                "touched_us": now,
                "spent_s": 0.0,
                "reached": 0,
                "finished": False,
                "asked": len(lesson.questions),
                "right": 0,
                "told": False,
            }
            connection.execute(insert(lesson_attempts).values(row))
            return self._going_on(connection, learner, lesson.lesson)

    def going_on(self, learner: str, lesson: Lesson) -> Attempt | None:
        """The attempt at this version of a lesson that has not ended."""
        with self._database.reading() as connection:
            found = self._going_on(connection, learner, lesson.lesson)
        return found if found is not None and found.version == lesson.version else None

    def show(self, attempt: Attempt, lesson: Lesson, step: int) -> None:
        """Note that a step, from 1, is on the screen; one without a question is done by that."""
        asks = steps_of(lesson)[step - 1].question is not None
        with self._database.writing() as connection:
            self._touch(connection, attempt.id, attempt.reached if asks else max(attempt.reached, step))

    def answer(self, attempt: Attempt, lesson: Lesson, step: int, chosen: frozenset[int]) -> None:
        """Take the answer to the question of a step, from 1. The first one counts; others change nothing.

        Raises:
            AnswerWrong: nothing was chosen, more than is asked for, or what there is not.
        """
        question = steps_of(lesson)[step - 1].question
        if question is None or not chosen or not chosen <= set(range(len(question.answers))):
            raise AnswerWrong("classroom.answer.choose")
        if question.kind == "one" and len(chosen) > 1:
            raise AnswerWrong("classroom.answer.choose_one")
        row = {
            "attempt": attempt.id,
            "question": question.id,
            "chosen": written(chosen),
            "right": is_right(question, chosen),
        }
        with self._database.writing() as connection:
            insert_missing(connection, lesson_answers, [row])
            self._touch(connection, attempt.id, max(attempt.reached, step))

    def answers(self, attempt: Attempt) -> dict[str, frozenset[int]]:
        """What was chosen, by question."""
        with self._database.reading() as connection:
            rows = connection.execute(select(lesson_answers).filter_by(attempt=attempt.id)).all()
        return {row.question: read_chosen(row.chosen) for row in rows}

    def finish(self, attempt: Attempt, lesson: Lesson) -> None:
        """End an attempt of which every step is done, with its verdict; one that has ended stays as it is."""
        if attempt.reached < len(steps_of(lesson)):
            return
        asked = len(lesson.questions)
        own = select(func.count()).select_from(lesson_answers).filter_by(attempt=attempt.id, right=True)
        with self._database.writing() as connection:
            right = connection.scalar(own) or 0
            news = {
                "ended_us": to_us(self._clock.now()),
                "finished": True,
                "asked": asked,
                "right": right,
                "passed": right >= lesson.pass_share * asked - 1e-9 if asked else None,
            }
            connection.execute(update(lesson_attempts).filter_by(id=attempt.id, ended_us=None).values(news))

    def latest(self, learner: str) -> dict[str, Attempt]:
        """The latest attempt at each lesson that a learner began; one with the credit rather than a later one."""
        query = select(lesson_attempts).filter_by(learner=learner).order_by(lesson_attempts.c.began_us)
        found: dict[str, Attempt] = {}
        with self._database.reading() as connection:
            for row in connection.execute(query):
                each = _attempt(row)
                if each.lesson not in found or not has_credit(found[each.lesson]) or has_credit(each):
                    found[each.lesson] = each
        return found

    def last_ended(self, learner: str, lesson: str) -> Attempt | None:
        """The attempt at a lesson that was finished last."""
        columns = lesson_attempts.c
        query = select(lesson_attempts).filter_by(learner=learner, lesson=lesson, finished=True)
        with self._database.reading() as connection:
            row = connection.execute(query.order_by(columns.ended_us.desc())).first()
        return _attempt(row) if row else None

    def of_lesson(self, lesson: str, offset: int, limit: int, sight: Sight) -> tuple[list[Attempt], int]:
        """Attempts at a lesson by those who may be seen, the latest first, and how many they are."""
        columns = lesson_attempts.c
        wanted = and_(columns.lesson == lesson, sight.people(columns.learner))
        query = select(lesson_attempts).where(wanted).order_by(columns.began_us.desc()).offset(offset).limit(limit)
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(lesson_attempts).where(wanted)) or 0
            return [_attempt(row) for row in connection.execute(query)], total

    def sums(self, sight: Sight) -> dict[str, LessonSum]:
        """What became of each lesson that was begun by somebody who may be seen."""
        columns = lesson_attempts.c
        people = func.count(columns.learner.distinct())
        query = (
            select(
                columns.lesson,
                people.label("began"),
                people.filter(columns.finished.is_(True)).label("finished"),
                people.filter(columns.finished.is_(True), columns.passed.is_not(False)).label("credited"),
            )
            .where(sight.people(columns.learner))
            .group_by(columns.lesson)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return {row.lesson: LessonSum(row.began, row.finished, row.credited) for row in rows}

    def untold(self, learner: str | None = None) -> list[Attempt]:
        """Attempts, of a learner or of all, that ended and of which the store has not heard."""
        query = select(lesson_attempts).filter_by(told=False).where(lesson_attempts.c.ended_us.is_not(None))
        if learner is not None:
            query = query.filter_by(learner=learner)
        with self._database.reading() as connection:
            return [_attempt(row) for row in connection.execute(query)]

    def note_told(self, attempts: Iterable[str]) -> None:
        """Write down that the store has heard of these."""
        with self._database.writing() as connection:
            connection.execute(update(lesson_attempts).where(lesson_attempts.c.id.in_(attempts)).values(told=True))

    def _going_on(self, connection: Connection, learner: str, lesson: str) -> Attempt | None:
        query = select(lesson_attempts).filter_by(learner=learner, lesson=lesson, ended_us=None)
        row = connection.execute(query.order_by(lesson_attempts.c.began_us.desc())).first()
        return _attempt(row) if row else None

    def _touch(self, connection: Connection, attempt: str, reached: int) -> None:
        """Count the time since the last look, and how far it is now."""
        columns, now = lesson_attempts.c, to_us(self._clock.now())
        row = connection.execute(select(columns.touched_us, columns.reached).filter_by(id=attempt)).one()
        looked_s = min(max(now - row.touched_us, 0) / 1e6, LONGEST_LOOK_S)
        news = {"touched_us": now, "spent_s": columns.spent_s + looked_s, "reached": max(reached, row.reached)}
        connection.execute(update(lesson_attempts).filter_by(id=attempt, ended_us=None).values(news))


def has_credit(attempt: Attempt) -> bool:
    """Whether an attempt earned what the lesson is worth."""
    return attempt.finished and attempt.passed is not False


def doing_of(attempt: Attempt, loaded: LoadedLesson | None) -> Doing:
    """An attempt for the store of statements; ``loaded`` is the lesson, if it is still offered."""
    title = loaded.lesson.title if loaded else None
    return Doing(
        registration=attempt.id,
        learner=attempt.learner,
        activity=LESSON + attempt.lesson,
        title={"zh": title.zh, "en": title.en} if title else {"zh": attempt.lesson, "en": attempt.lesson},
        lang=attempt.lang,
        began_us=attempt.began_us,
        ended_us=attempt.ended_us,
        spent_s=attempt.spent_s,
        finished=attempt.finished,
        asked=attempt.asked,
        right=attempt.right,
        passed=attempt.passed,
        extensions={VERSION_EXTENSION: attempt.version},
    )


def _attempt(row: Row[Any]) -> Attempt:
    return Attempt(
        id=row.id,
        learner=row.learner,
        lesson=row.lesson,
        version=row.version,
        lang=row.lang,
        began_us=row.began_us,
        spent_s=row.spent_s,
        reached=row.reached,
        ended_us=row.ended_us,
        finished=row.finished,
        asked=row.asked,
        right=row.right,
        passed=row.passed,
    )
