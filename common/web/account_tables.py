"""The tables of the accounts, and how a file of an earlier release becomes one of this."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import BigInteger, Column, Connection, Integer, MetaData, String, Table, Text

from common.database import Database

MAX_NAME = 40
_VERSION = 2

tables = MetaData()
accounts = Table(
    "accounts",
    tables,
    Column("name", String(MAX_NAME), primary_key=True),
    Column("role", String(10), nullable=False),
    Column("password_hash", String(200), nullable=False),
    Column("scope", Text, nullable=False, server_default="[]", comment="a JSON list"),
    Column("closed_us", BigInteger, comment="when it was closed; the name stays taken, the records speak of it"),
)
sessions = Table(
    "sessions",
    tables,
    Column("digest", String(64), primary_key=True),
    Column("name", String(MAX_NAME), nullable=False, index=True),
    Column("ends", BigInteger, nullable=False),
)
account_changes = Table(
    "account_changes",
    tables,
    Column("id", Integer, primary_key=True),
    Column("at_us", BigInteger, nullable=False),
    Column("by", String(MAX_NAME), comment="NULL for the command line of the machine"),
    Column("name", String(MAX_NAME), nullable=False),
    Column("action", String(10), nullable=False),
    Column("role", String(10), nullable=False, comment="from then on"),
    Column("scope", Text, nullable=False, comment="from then on"),
)


def open_accounts(path: Path) -> Database:
    """The accounts in ``path``, made where there are none. Raises DatabaseTooNew."""
    return Database(path, tables, _VERSION, {1: _scopes_and_closing})


def _scopes_and_closing(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE accounts ADD COLUMN scope TEXT NOT NULL DEFAULT '[]'")
    connection.exec_driver_sql("ALTER TABLE accounts ADD COLUMN closed_us BIGINT")
