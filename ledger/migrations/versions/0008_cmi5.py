"""Courses from elsewhere, who takes them, and their sessions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """All of it begins empty."""
    op.create_table(
        "cmi5_courses",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("activity", sa.String(80), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("structure", sa.Text, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("made_by", sa.String(40), nullable=False),
        sa.Column("made_us", sa.BigInteger, nullable=False),
    )
    op.create_index("cmi5_courses_by_activity", "cmi5_courses", ["activity", "version"], unique=True)
    op.create_table(
        "cmi5_files",
        sa.Column("course", sa.String(36), sa.ForeignKey("cmi5_courses.id"), primary_key=True),
        sa.Column("path", sa.String(400), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cmi5_registrations",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("course", sa.String(36), sa.ForeignKey("cmi5_courses.id"), nullable=False),
        sa.Column("learner", sa.String(80), nullable=False),
        sa.Column("begun_us", sa.BigInteger, nullable=False),
        sa.Column("met", sa.Integer, nullable=False),
        sa.Column("satisfied_us", sa.BigInteger),
    )
    op.create_index("cmi5_registrations_by_learner", "cmi5_registrations", ["learner", "begun_us"])
    op.create_index("cmi5_registrations_by_course", "cmi5_registrations", ["course", "begun_us"])
    _make_sessions()


def _make_sessions() -> None:
    op.create_table(
        "cmi5_sessions",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("registration", sa.String(36), sa.ForeignKey("cmi5_registrations.id"), nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("mode", sa.String(8), nullable=False),
        sa.Column("launched_us", sa.BigInteger, nullable=False),
        sa.Column("expires_us", sa.BigInteger, nullable=False),
        sa.Column("fetch_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("token_hash", sa.String(64)),
        sa.Column("preferences_us", sa.BigInteger),
        sa.Column("ended_us", sa.BigInteger),
    )
    op.create_index("cmi5_sessions_by_registration", "cmi5_sessions", ["registration", "launched_us"])
    op.create_index("cmi5_sessions_open", "cmi5_sessions", ["ended_us", "expires_us"])
