"""The tables around the learners. Learners themselves stand in :mod:`ledger.tables`, beside what they completed."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from ledger.tables import tables

employers = Table(
    "employers",
    tables,
    Column("id", String(36), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("credit_code", String(18), nullable=False, unique=True),
    Column("industry", String(1), nullable=False, comment="section of GB/T 4754, A to T"),
    Column("district", String(40), nullable=False),
    Column("insured", Integer, nullable=False, comment="people insured against work injuries"),
    Column("changed_us", BigInteger, nullable=False),
    Index("employers_by_district", "district"),
)
# From before accounts had a scope: emptied into the accounts when the ledger is mounted.
employer_officers = Table(
    "employer_officers",
    tables,
    Column("account", String(40), primary_key=True),
    Column("employer", String(36), ForeignKey(employers.c.id), primary_key=True),
    sqlite_with_rowid=False,
)
learner_aliases = Table(
    "learner_aliases",
    tables,
    Column("alias", String(80), primary_key=True, comment="a pseudonym that is no longer a person of its own"),
    Column("learner", String(80), nullable=False, comment="whose it is; never an alias itself"),
    Column("identity", LargeBinary, nullable=False, comment="encrypted: what the alias said, as JSON"),
    Column("made_us", BigInteger, nullable=False),
    Column("made_by", String(40), nullable=False),
    Index("learner_aliases_by_learner", "learner"),
)
consents = Table(
    "consents",
    tables,
    Column("id", String(36), primary_key=True),
    Column("learner", String(80), nullable=False),
    Column("source", String(20), nullable=False, comment="how consent was given: paper, roster, phone"),
    Column("given_us", BigInteger, nullable=False),
    Column("recorded_by", String(40), nullable=False),
    Column("withdrawn_us", BigInteger),
    Index("consents_by_learner", "learner"),
)
looks = Table(
    "looks",
    tables,
    Column("id", String(36), primary_key=True),
    Column("at_us", BigInteger, nullable=False),
    Column("account", String(40), nullable=False),
    Column("role", String(20), nullable=False),
    Column("action", String(20), nullable=False),
    Column("learner", String(80), comment="whose page; NULL for a search or a list"),
    Column("found", Integer, comment="how many people a search or list showed"),
    Column("asked", LargeBinary, comment="encrypted: what was searched for"),
    Index("looks_by_time", "at_us"),
    Index("looks_by_learner", "learner", "at_us"),
)
orders = Table(
    "orders",
    tables,
    Column("id", String(36), primary_key=True),
    Column("number", String(20), nullable=False, unique=True, comment="year and running number"),
    Column("employer", String(36), ForeignKey(employers.c.id), nullable=False),
    Column("day", String(10), nullable=False, comment="YYYY-MM-DD in Beijing time"),
    Column("place", String(120), nullable=False),
    Column("state", String(10), nullable=False, comment="planned, done or cancelled"),
    Column("made_by", String(40), nullable=False),
    Column("made_us", BigInteger, nullable=False),
    Index("orders_by_day", "day"),
)
order_scenarios = Table(
    "order_scenarios",
    tables,
    Column("order_id", String(36), ForeignKey(orders.c.id), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False, comment="in the plan, from 0"),
    Column("scenario", Text, nullable=False, comment="the activity's id"),
    sqlite_with_rowid=False,
)
order_people = Table(
    "order_people",
    tables,
    Column("order_id", String(36), ForeignKey(orders.c.id), primary_key=True),
    Column("learner", String(80), primary_key=True),
    Column("added_us", BigInteger, nullable=False),
    Index("order_people_by_learner", "learner"),
    sqlite_with_rowid=False,
)
visits = Table(
    "visits",
    tables,
    Column("id", String(36), primary_key=True),
    Column("kind", String(12), nullable=False, comment="where it went: one of the five"),
    Column("day", String(10), nullable=False, comment="YYYY-MM-DD in Beijing time"),
    Column("place", String(120), nullable=False),
    Column("district", String(40), nullable=False),
    Column("attended", Integer, nullable=False, comment="people"),
    Column("made_by", String(40), nullable=False),
    Column("made_us", BigInteger, nullable=False),
    Index("visits_by_day", "day"),
)
year_plans = Table(
    "year_plans",
    tables,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("people", Integer, nullable=False),
    Column("visits", Integer, nullable=False),
    Column("companies", Integer, nullable=False),
)
