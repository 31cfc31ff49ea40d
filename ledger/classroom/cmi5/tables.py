"""The tables of imported courses, of who takes them, and of their sessions.

What learners reached stands in the statements; a registration's figures here are a copy, for lists.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text

from ledger.tables import tables

courses = Table(
    "cmi5_courses",
    tables,
    Column("id", String(36), primary_key=True, comment="of one version"),
    Column("activity", String(80), nullable=False, comment="the same for all versions"),
    Column("version", Integer, nullable=False, comment="of this course here, from 1"),
    Column("structure", Text, nullable=False, comment="JSON"),
    Column("state", String(10), nullable=False, comment="offered, replaced or withdrawn"),
    Column("bytes", BigInteger, nullable=False, comment="of its files"),
    Column("made_by", String(40), nullable=False),
    Column("made_us", BigInteger, nullable=False),
    Index("cmi5_courses_by_activity", "activity", "version", unique=True),
)
files = Table(
    "cmi5_files",
    tables,
    Column("course", String(36), ForeignKey(courses.c.id), primary_key=True),
    Column("path", String(400), primary_key=True, comment="in the package"),
    Column("number", Integer, nullable=False, comment="its name in the course's folder"),
    sqlite_with_rowid=False,
)
registrations = Table(
    "cmi5_registrations",
    tables,
    Column("id", String(36), primary_key=True, comment="of the statements"),
    Column("course", String(36), ForeignKey(courses.c.id), nullable=False),
    Column("learner", String(80), nullable=False, comment="the pseudonym that its statements have"),
    Column("begun_us", BigInteger, nullable=False),
    Column("met", Integer, nullable=False, comment="units that met their criterion"),
    Column("satisfied_us", BigInteger, comment="when the course was"),
    Index("cmi5_registrations_by_learner", "learner", "begun_us"),
    Index("cmi5_registrations_by_course", "course", "begun_us"),
)
sessions = Table(
    "cmi5_sessions",
    tables,
    Column("id", String(36), primary_key=True),
    Column("registration", String(36), ForeignKey(registrations.c.id), nullable=False),
    Column("unit", Text, nullable=False, comment="the publisher's id"),
    Column("mode", String(8), nullable=False),
    Column("launched_us", BigInteger, nullable=False),
    Column("expires_us", BigInteger, nullable=False),
    Column("fetch_hash", String(64), nullable=False, unique=True, comment="SHA-256 of the fetch address's secret"),
    Column("token_hash", String(64), comment="SHA-256 of the token's secret; NULL until it is fetched"),
    Column("preferences_us", BigInteger, comment="when the unit read the learner's preferences"),
    Column("ended_us", BigInteger),
    Index("cmi5_sessions_by_registration", "registration", "launched_us"),
    Index("cmi5_sessions_open", "ended_us", "expires_us"),
)
