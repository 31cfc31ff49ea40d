"""The classroom: classes and who is in them, goings through lessons, tests before and after the training."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables; all of it begins empty."""
    _make_classes()
    _make_sessions()
    _make_attempts()
    _make_tests()
    _make_gains()


def _make_classes() -> None:
    op.create_table(
        "classes",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("code", sa.String(16), nullable=False, unique=True),
        sa.Column("title", sa.String(80), nullable=False),
        sa.Column("order_id", sa.String(36), sa.ForeignKey("orders.id"), unique=True),
        sa.Column("closes_us", sa.BigInteger, nullable=False),
        sa.Column("made_by", sa.String(40), nullable=False),
        sa.Column("made_us", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "class_lessons",
        sa.Column("class_id", sa.String(36), sa.ForeignKey("classes.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("lesson", sa.String(60), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "class_people",
        sa.Column("class_id", sa.String(36), sa.ForeignKey("classes.id"), primary_key=True),
        sa.Column("learner", sa.String(80), primary_key=True),
        sa.Column("joined_us", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("class_people_by_learner", "class_people", ["learner"])


def _make_sessions() -> None:
    op.create_table(
        "learner_sessions",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("learner", sa.String(80), nullable=False),
        sa.Column("ends_us", sa.BigInteger, nullable=False),
    )
    op.create_index("learner_sessions_by_learner", "learner_sessions", ["learner"])


def _make_attempts() -> None:
    op.create_table(
        "lesson_attempts",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("learner", sa.String(80), nullable=False),
        sa.Column("lesson", sa.String(60), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("lang", sa.String(2), nullable=False),
        sa.Column("began_us", sa.BigInteger, nullable=False),
        sa.Column("touched_us", sa.BigInteger, nullable=False),
        sa.Column("spent_s", sa.Float, nullable=False),
        sa.Column("reached", sa.Integer, nullable=False),
        sa.Column("ended_us", sa.BigInteger),
        sa.Column("finished", sa.Boolean, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("right", sa.Integer, nullable=False),
        sa.Column("passed", sa.Boolean),
        sa.Column("told", sa.Boolean, nullable=False),
    )
    op.create_index("lesson_attempts_by_learner", "lesson_attempts", ["learner", "lesson", "began_us"])
    op.create_index("lesson_attempts_by_lesson", "lesson_attempts", ["lesson", "ended_us"])
    op.create_table(
        "lesson_answers",
        sa.Column("attempt", sa.String(36), sa.ForeignKey("lesson_attempts.id"), primary_key=True),
        sa.Column("question", sa.String(60), primary_key=True),
        sa.Column("chosen", sa.String(20), nullable=False),
        sa.Column("right", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )


def _make_tests() -> None:
    op.create_table(
        "tests",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("order_id", sa.String(36), sa.ForeignKey("orders.id"), nullable=False),
        sa.Column("learner", sa.String(80), nullable=False),
        sa.Column("phase", sa.String(6), nullable=False),
        sa.Column("lang", sa.String(2), nullable=False),
        sa.Column("began_us", sa.BigInteger, nullable=False),
        sa.Column("ended_us", sa.BigInteger),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("right", sa.Integer, nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
    )
    op.create_index("tests_of_order", "tests", ["order_id", "learner", "phase"], unique=True)
    op.create_index("tests_by_learner", "tests", ["learner"])
    op.create_table(
        "test_items",
        sa.Column("test", sa.String(36), sa.ForeignKey("tests.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("scenario", sa.Text, nullable=False),
        sa.Column("question", sa.String(60), nullable=False),
        sa.Column("chosen", sa.String(20)),
        sa.Column("right", sa.Boolean),
        sqlite_with_rowid=False,
    )


def _make_gains() -> None:
    op.create_table(
        "test_gains",
        sa.Column("order_id", sa.String(36), sa.ForeignKey("orders.id"), primary_key=True),
        sa.Column("learner", sa.String(80), primary_key=True),
        sa.Column("before_asked", sa.Integer, nullable=False),
        sa.Column("before_right", sa.Integer, nullable=False),
        sa.Column("after_asked", sa.Integer, nullable=False),
        sa.Column("after_right", sa.Integer, nullable=False),
        sa.Column("ended_us", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("test_gains_by_end", "test_gains", ["ended_us"])
    op.create_index("test_gains_by_learner", "test_gains", ["learner"])
