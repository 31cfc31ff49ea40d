"""The ledger's tables: raw statements, what they are found under, and what was read out of them."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from common.database import Database

SCHEMA_VERSION = 1

tables = MetaData()

statements = Table(
    "statements",
    tables,
    Column("id", String(36), primary_key=True),
    Column("stored_us", BigInteger, nullable=False, unique=True, comment="Unix microseconds; strictly increasing"),
    Column("verb", Text, nullable=False),
    Column("registration", String(36)),
    Column("credential", String(40), nullable=False, comment="who sent it"),
    Column("voids", String(36), comment="the statement that this one takes back"),
    Column("voided", Boolean, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("raw", Text, nullable=False, comment="the statement as it is answered, JSON"),
    Index("statements_by_verb", "verb", "stored_us"),
    Index("statements_by_registration", "registration", "stored_us"),
    Index("statements_by_credential", "credential", "stored_us"),
    Index("statements_by_voids", "voids"),
)
statement_agents = Table(
    "statement_agents",
    tables,
    Column("agent", Text, primary_key=True),
    Column("stored_us", BigInteger, ForeignKey(statements.c.stored_us), primary_key=True),
    Column("direct", Boolean, nullable=False),
)
statement_activities = Table(
    "statement_activities",
    tables,
    Column("activity", Text, primary_key=True),
    Column("stored_us", BigInteger, ForeignKey(statements.c.stored_us), primary_key=True),
    Column("direct", Boolean, nullable=False),
)
credentials = Table(
    "credentials",
    tables,
    Column("key", String(40), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("scope", String(10), nullable=False),
    Column("secret_hash", String(200), nullable=False),
)
learners = Table(
    "learners",
    tables,
    Column("pseudonym", String(80), primary_key=True),
    Column("name", LargeBinary, nullable=False, comment="encrypted"),
    Column("identity_number", LargeBinary, nullable=False, comment="encrypted"),
    Column("enrolled_us", BigInteger, nullable=False),
)
completions = Table(
    "completions",
    tables,
    Column("id", String(36), primary_key=True, comment="the registration of its statements"),
    Column("learner", Text, nullable=False),
    Column("scenario", Text, nullable=False),
    Column("title_zh", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("van", Text, nullable=False),
    Column("ended_us", BigInteger, nullable=False),
    Column("duration_s", Float),
    Column("score", Float),
    Column("passed", Boolean),
    Column("outcome", Text, nullable=False),
    Column("log_digest", String(80)),
    Index("completions_by_learner", "learner", "ended_us"),
    Index("completions_by_end", "ended_us"),
)
logs = Table(
    "logs",
    tables,
    Column("completion", String(36), primary_key=True),
    Column("digest", String(80), nullable=False),
    Column("unpacked_bytes", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False, comment="zstd"),
    Column("received_us", BigInteger, nullable=False),
)


def open_ledger(folder: Path) -> Database:
    """The ledger's database in ``folder``, made where there is none."""
    return Database(folder / "ledger.sqlite", tables, SCHEMA_VERSION)
