"""The ledger's tables: raw statements, what they are found under, and what was read out of them.

A change here comes with a step in :mod:`ledger.migrations`. Texts that serve as keys go through
:func:`ledger.xapi.sameness.lookup_key`, so that no key outgrows an index.
"""

from __future__ import annotations

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

tables = MetaData()

schema_version = Table(
    "schema_version",
    tables,
    Column("version", Integer, nullable=False, comment="read by releases before the migrations, to keep away"),
)
statements = Table(
    "statements",
    tables,
    Column("id", String(36), primary_key=True),
    Column("stored_us", BigInteger, nullable=False, unique=True, comment="Unix microseconds; strictly increasing"),
    Column("verb", Text, nullable=False),
    Column("registration", String(36)),
    Column("credential", String(40), nullable=False, comment="who sent it"),
    Column("refers_to", String(36), comment="the statement that is its object"),
    Column("voided", Boolean, nullable=False),
    Column("raw", Text, nullable=False, comment="the statement as it is answered, JSON; empty once it was erased"),
    Index("statements_by_verb", "verb", "stored_us"),
    Index("statements_by_registration", "registration", "stored_us"),
    Index("statements_by_credential", "credential", "stored_us"),
    Index("statements_by_reference", "refers_to"),
)


def _link_table(name: str, to: str) -> Table:
    """Which statements are found under a key; ``direct`` for the actor and object themselves.

    One index for both kinds of questions: with ``direct`` before the moment each kind is in order, and whoever wants
    both takes one after the other.
    """
    return Table(
        name,
        tables,
        Column(to, Text, primary_key=True),
        Column("direct", Boolean, primary_key=True),
        Column("stored_us", BigInteger, ForeignKey(statements.c.stored_us), primary_key=True),
        sqlite_with_rowid=False,
    )


statement_agents = _link_table("statement_agents", "agent")
statement_activities = _link_table("statement_activities", "activity")
statement_references = Table(
    "statement_references",
    tables,
    Column("referrer_us", BigInteger, primary_key=True, autoincrement=False),
    Column("target_us", BigInteger, primary_key=True, autoincrement=False, comment="directly or through others"),
    Column("distance", Integer, nullable=False, comment="1 for the statement referred to itself"),
    Index("statement_references_by_target", "target_us", "referrer_us"),
    sqlite_with_rowid=False,
)
statement_attachments = Table(
    "statement_attachments",
    tables,
    Column("stored_us", BigInteger, ForeignKey(statements.c.stored_us), primary_key=True, autoincrement=False),
    Column("sha2", String(128), primary_key=True),
    sqlite_with_rowid=False,
)
attachments = Table(
    "attachments",
    tables,
    Column("sha2", String(128), primary_key=True, comment="hexadecimal, lower case"),
    Column("content_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
activities = Table(
    "activities",
    tables,
    Column("activity", Text, primary_key=True),
    Column("definition", Text, nullable=False, comment="all that was ever said of it, merged; JSON"),
)
agent_names = Table(
    "agent_names",
    tables,
    Column("agent", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    sqlite_with_rowid=False,
)
documents = Table(
    "documents",
    tables,
    Column("resource", String(16), primary_key=True),
    Column("activity", Text, primary_key=True, comment="empty where the resource has none"),
    Column("agent", Text, primary_key=True, comment="empty where the resource has none"),
    Column("registration", String(36), primary_key=True, comment="empty where none was given"),
    Column("id", Text, primary_key=True),
    Column("credential", String(40), nullable=False, comment="who wrote it last"),
    Column("content_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("changed_us", BigInteger, nullable=False),
)
credentials = Table(
    "credentials",
    tables,
    Column("key", String(40), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("scope", String(40), nullable=False, comment="one or several, with commas"),
    Column("secret_hash", String(200), nullable=False),
    Column("revoked_us", BigInteger),
)
learners = Table(
    "learners",
    tables,
    Column("pseudonym", String(80), primary_key=True),
    Column("name", LargeBinary, nullable=False, comment="encrypted"),
    Column("identity_number", LargeBinary, nullable=False, comment="encrypted; the number of the document"),
    Column("enrolled_us", BigInteger, nullable=False),
    Column("document", String(20), nullable=False, comment="what kind the identity document is"),
    Column("employer", String(36), comment="of the employers' table"),
    Column("trade", String(40), nullable=False, comment="empty where it is not known"),
    Column("phone", LargeBinary, comment="encrypted"),
    Index("learners_by_employer", "employer"),
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
    Column("employer", String(36), nullable=False, comment="the learner's; empty for none"),
    Column("hazards", Text, comment="what became of each, JSON; NULL where the van did not say"),
    Index("completions_by_learner", "learner", "ended_us"),
    Index("completions_by_end", "ended_us"),
    Index("completions_by_employer", "employer", "ended_us"),
    Index("completions_by_scenario", "scenario", "ended_us"),
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
