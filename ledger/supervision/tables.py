"""The tables of supervision: sums over completions, and what is known of companies besides.

A period is a year (``2026``), a month (``2026-11``, Beijing time) or empty for all time. An empty
employer stands for people without a company. The sums follow from the completions:
:mod:`ledger.supervision.counting` keeps them and can count anew.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, Text

from ledger.people.tables import employers
from ledger.tables import tables

training_sums = Table(
    "training_sums",
    tables,
    Column("period", String(7), primary_key=True),
    Column("scenario", Text, primary_key=True, comment="the activity's id; empty for all together"),
    Column("employer", String(36), primary_key=True),
    Column("people", Integer, nullable=False, comment="who completed something, each once"),
    Column("newcomers", Integer, nullable=False, comment="of a month: for whom it was the first of the year"),
    Column("passers", Integer, nullable=False, comment="people who passed at least once"),
    Column("completions", Integer, nullable=False),
    Column("judged", Integer, nullable=False, comment="completions that passed or failed"),
    Column("passed", Integer, nullable=False),
    Column("duration_ms", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
hazard_sums = Table(
    "hazard_sums",
    tables,
    Column("period", String(7), primary_key=True),
    Column("scenario", Text, primary_key=True),
    Column("hazard", String(60), primary_key=True, comment="its id in the scenario"),
    Column("employer", String(36), primary_key=True),
    Column("shown", Integer, nullable=False, comment="how often it could have been found"),
    Column("missed", Integer, nullable=False),
    Column("misjudged", Integer, nullable=False, comment="found, and said to be something else"),
    sqlite_with_rowid=False,
)
hazard_names = Table(
    "hazard_names",
    tables,
    Column("scenario", Text, primary_key=True),
    Column("hazard", String(60), primary_key=True),
    Column("name_zh", Text, nullable=False, comment="as it was last called"),
    Column("name_en", Text, nullable=False),
    sqlite_with_rowid=False,
)
company_counts = Table(
    "company_counts",
    tables,
    Column("employer", String(36), ForeignKey(employers.c.id), primary_key=True),
    Column("month", String(7), primary_key=True, comment="YYYY-MM"),
    Column("kind", String(10), primary_key=True, comment="injuries or warnings"),
    Column("count", Integer, nullable=False),
    Column("source", String(80), nullable=False, comment="the account or program that said so"),
    Column("changed_us", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
