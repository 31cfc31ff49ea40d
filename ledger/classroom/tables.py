"""The classroom's tables. People stand in them by pseudonym; names are in the learners' table alone."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from ledger.people.tables import orders
from ledger.tables import tables

classes = Table(
    "classes",
    tables,
    Column("id", String(36), primary_key=True),
    Column("code", String(16), nullable=False, unique=True, comment="in the address that its poster shows"),
    Column("title", String(80), nullable=False, comment="empty for an order's: it is called as the order is"),
    Column("order_id", String(36), ForeignKey(orders.c.id), unique=True, comment="NULL for one open to everybody"),
    Column("closes_us", BigInteger, nullable=False),
    Column("made_by", String(40), nullable=False),
    Column("made_us", BigInteger, nullable=False),
)
class_lessons = Table(
    "class_lessons",
    tables,
    Column("class_id", String(36), ForeignKey(classes.c.id), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False, comment="in the plan, from 0"),
    Column("lesson", String(60), nullable=False),
    sqlite_with_rowid=False,
)
class_people = Table(
    "class_people",
    tables,
    Column("class_id", String(36), ForeignKey(classes.c.id), primary_key=True),
    Column("learner", String(80), primary_key=True),
    Column("joined_us", BigInteger, nullable=False),
    Index("class_people_by_learner", "learner"),
    sqlite_with_rowid=False,
)
learner_sessions = Table(
    "learner_sessions",
    tables,
    Column("digest", String(64), primary_key=True, comment="keyed; the token itself is in the phone's cookie"),
    Column("learner", String(80), nullable=False),
    Column("ends_us", BigInteger, nullable=False),
    Index("learner_sessions_by_learner", "learner"),
)
lesson_attempts = Table(
    "lesson_attempts",
    tables,
    Column("id", String(36), primary_key=True, comment="the registration of its statements"),
    Column("learner", String(80), nullable=False),
    Column("lesson", String(60), nullable=False),
    Column("version", Integer, nullable=False),
    Column("lang", String(2), nullable=False),
    Column("began_us", BigInteger, nullable=False),
    Column("touched_us", BigInteger, nullable=False),
    Column("spent_s", Float, nullable=False, comment="time on the pages, without breaks"),
    Column("reached", Integer, nullable=False, comment="steps that are done"),
    Column("ended_us", BigInteger),
    Column("finished", Boolean, nullable=False, comment="whether it was gone through to the end"),
    Column("asked", Integer, nullable=False),
    Column("right", Integer, nullable=False),
    Column("passed", Boolean, comment="NULL for a lesson without questions, and until the end"),
    Column("told", Boolean, nullable=False, comment="whether its last statements are in the store"),
    Index("lesson_attempts_by_learner", "learner", "lesson", "began_us"),
    Index("lesson_attempts_by_lesson", "lesson", "ended_us"),
)
lesson_answers = Table(
    "lesson_answers",
    tables,
    Column("attempt", String(36), ForeignKey(lesson_attempts.c.id), primary_key=True),
    Column("question", String(60), primary_key=True),
    Column("chosen", String(20), nullable=False, comment="places of answers, from 0, with commas"),
    Column("right", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
tests = Table(
    "tests",
    tables,
    Column("id", String(36), primary_key=True, comment="the registration of its statements"),
    Column("order_id", String(36), ForeignKey(orders.c.id), nullable=False),
    Column("learner", String(80), nullable=False),
    Column("phase", String(6), nullable=False, comment="before or after the training in the van"),
    Column("lang", String(2), nullable=False),
    Column("began_us", BigInteger, nullable=False),
    Column("ended_us", BigInteger),
    Column("asked", Integer, nullable=False),
    Column("right", Integer, nullable=False),
    Column("told", Boolean, nullable=False, comment="whether its statements are in the store"),
    Index("tests_of_order", "order_id", "learner", "phase", unique=True),
    Index("tests_by_learner", "learner"),
)
test_items = Table(
    "test_items",
    tables,
    Column("test", String(36), ForeignKey(tests.c.id), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False, comment="in the test, from 0"),
    Column("scenario", Text, nullable=False, comment="the activity's id"),
    Column("question", String(60), nullable=False, comment="of the scenario's question file"),
    Column("chosen", String(20), comment="as in lesson_answers; NULL until it is answered"),
    Column("right", Boolean),
    sqlite_with_rowid=False,
)
test_gains = Table(
    "test_gains",
    tables,
    Column("order_id", String(36), ForeignKey(orders.c.id), primary_key=True),
    Column("learner", String(80), primary_key=True),
    Column("before_asked", Integer, nullable=False, comment="before, on the scenarios that were asked after as well"),
    Column("before_right", Integer, nullable=False),
    Column("after_asked", Integer, nullable=False),
    Column("after_right", Integer, nullable=False),
    Column("ended_us", BigInteger, nullable=False, comment="when the test after the training was handed in"),
    Index("test_gains_by_end", "ended_us"),
    Index("test_gains_by_learner", "learner"),
    sqlite_with_rowid=False,
)
