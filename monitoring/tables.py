"""Monitoring's tables."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, MetaData, String, Table, Text

from common.database import Database

SCHEMA_VERSION = 1

tables = MetaData()

completions = Table(
    "completions",
    tables,
    Column("id", String(36), primary_key=True),
    Column("digest", String(64), nullable=False, comment="of the message, to tell a repeat from a conflict"),
    Column("received_us", BigInteger, nullable=False),
    Column("van", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("place", Integer, nullable=False, comment="the van's own count"),
    Column("title_zh", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("learner", Text, nullable=False),
    Column("ended_us", BigInteger, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("passed", Boolean, nullable=False),
    Column("total", Float, nullable=False),
    Column("hazards_found", Integer, nullable=False),
    Column("hazards_total", Integer, nullable=False),
    Index("completions_by_arrival", "received_us"),
    Index("completions_by_end", "ended_us"),
    Index("completions_by_van", "van", "place"),
)
stations = Table(
    "stations",
    tables,
    Column("van", Text, primary_key=True),
    Column("station", Text, primary_key=True),
    Column("seen_us", BigInteger, nullable=False, comment="when the last heartbeat arrived, by this machine's clock"),
    Column("state", Text, nullable=False),
    Column("queue", Integer, nullable=False),
    Column("pending_uploads", Integer, nullable=False),
)


def open_monitoring(folder: Path) -> Database:
    """Monitoring's database in ``folder``, made where there is none."""
    return Database(folder / "monitoring.sqlite", tables, SCHEMA_VERSION)
