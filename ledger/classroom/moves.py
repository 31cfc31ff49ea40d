"""What happens in the classroom when a person's records are merged or erased."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, select, update

from ledger.classroom.tables import (
    class_people,
    learner_sessions,
    lesson_answers,
    lesson_attempts,
    test_gains,
    test_items,
    tests,
)
from ledger.driver import insert_missing

_ONE_EACH = (class_people, test_gains)
"""Tables whose rows are a learner's one and only in their class or order."""
_OF_LEARNERS = (*_ONE_EACH, lesson_attempts, tests)
"""The first column of their keys tells a learner's rows apart."""


def hand_over(connection: Connection, given_up: str, kept: str) -> None:
    """What was done under the pseudonym that is given up is done by the one that is kept.

    Of two tests of the same kind for the same order the kept one's stays. Phones sign in anew.
    """
    for table in _ONE_EACH:
        rows = connection.execute(select(table).filter_by(learner=given_up)).all()
        insert_missing(connection, table, [{**row._mapping, "learner": kept} for row in rows])
        connection.execute(delete(table).filter_by(learner=given_up))
    connection.execute(update(lesson_attempts).filter_by(learner=given_up).values(learner=kept))
    there = {(row.order_id, row.phase) for row in connection.execute(select(tests).filter_by(learner=kept))}
    for row in connection.execute(select(tests).filter_by(learner=given_up)).all():
        if (row.order_id, row.phase) in there:
            _delete_tests(connection, [row.id])
        else:
            connection.execute(update(tests).filter_by(id=row.id).values(learner=kept))
    connection.execute(delete(learner_sessions).filter_by(learner=given_up))


def to_hand_over(connection: Connection, given_up: str, kept: str) -> dict[str, list[str]]:
    """What :func:`hand_over` will move, by table, so that :func:`hand_back` can: keys of rows."""
    moved = {}
    for table in _OF_LEARNERS:
        key = table.primary_key.columns[0]
        theirs = connection.scalars(select(key).where(table.c.learner == given_up)).all()
        already = connection.scalars(select(key).where(table.c.learner == kept)).all() if table in _ONE_EACH else ()
        moved[table.name] = sorted(set(theirs).difference(already))
    return moved


def hand_back(connection: Connection, moved: dict[str, list[str]], kept: str, alias: str) -> None:
    """Undo what was handed over; what both had done, each once, stays with the one that was kept."""
    for table in _OF_LEARNERS:
        key = table.primary_key.columns[0]
        back = update(table).where(key.in_(moved.get(table.name, [])), table.c.learner == kept)
        connection.execute(back.values(learner=alias))


def forget(connection: Connection, learner: str, *, records: bool) -> None:
    """Forget that a learner took part; with ``records`` also what they did."""
    for table in (learner_sessions, class_people):
        connection.execute(delete(table).filter_by(learner=learner))
    if not records:
        return
    attempts = connection.scalars(select(lesson_attempts.c.id).filter_by(learner=learner)).all()
    for each in attempts:
        connection.execute(delete(lesson_answers).filter_by(attempt=each))
    _delete_tests(connection, connection.scalars(select(tests.c.id).filter_by(learner=learner)).all())
    for table in (lesson_attempts, test_gains):
        connection.execute(delete(table).filter_by(learner=learner))


def held_of(connection: Connection, learner: str) -> dict[str, list[dict[str, object]]]:
    """What is held of a learner, for that learner: rows as they are, answers and all."""
    attempts = _rows(connection, lesson_attempts, learner)
    taken = _rows(connection, tests, learner)
    for each in attempts:
        each["answers"] = [
            dict(row._mapping) for row in connection.execute(select(lesson_answers).filter_by(attempt=each["id"]))
        ]
    for each in taken:
        each["items"] = [
            dict(row._mapping) for row in connection.execute(select(test_items).filter_by(test=each["id"]))
        ]
    return {"classes": _rows(connection, class_people, learner), "lessons": attempts, "tests": taken}


def _rows(connection: Connection, table: Table, learner: str) -> list[dict[str, object]]:
    return [dict(row._mapping) for row in connection.execute(select(table).filter_by(learner=learner))]


def _delete_tests(connection: Connection, ids: Sequence[str]) -> None:
    for each in ids:
        connection.execute(delete(test_items).filter_by(test=each))
        connection.execute(delete(tests).filter_by(id=each))
