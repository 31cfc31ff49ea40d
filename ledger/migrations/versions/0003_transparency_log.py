"""The transparency log: its tables, and the tree over the statements that are there."""

from __future__ import annotations

import hmac
import secrets
from typing import Any

import sqlalchemy as sa
from alembic import op

from ledger.transparency.merkle import Growth, leaf_hash, place_of

revision = "0003"
down_revision = "0002"

_AT_ONCE = 1000


def upgrade() -> None:
    """Make the tables, then take every statement into the log in the order in which they were stored."""
    _make_tables()
    _make_signed_tables()
    _log_statements(op.get_bind())


def _make_tables() -> None:
    op.create_table(
        "log_leaves",
        sa.Column("position", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("stored_us", sa.BigInteger, nullable=False, unique=True),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "log_nodes",
        sa.Column("place", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "log_erasures",
        sa.Column("position", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("erased_us", sa.BigInteger, nullable=False),
    )


def _make_signed_tables() -> None:
    op.create_table(
        "log_checkpoints",
        sa.Column("size", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("root", sa.LargeBinary, nullable=False),
        sa.Column("signed_us", sa.BigInteger, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_table(
        "log_witnesses",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("added_us", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "log_cosignatures",
        sa.Column("size", sa.BigInteger, sa.ForeignKey("log_checkpoints.size"), primary_key=True, autoincrement=False),
        sa.Column("witness", sa.Text, sa.ForeignKey("log_witnesses.name"), primary_key=True),
        sa.Column("signed_us", sa.BigInteger, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
    )


def _log_statements(connection: sa.Connection) -> None:
    growth, last_us = Growth(), -1
    some = sa.text("SELECT stored_us, raw FROM statements WHERE stored_us > :last ORDER BY stored_us LIMIT :limit")
    while rows := connection.execute(some, {"last": last_us, "limit": _AT_ONCE}).all():
        leaves = []
        for row in rows:
            salt = secrets.token_bytes(32)
            leaf = leaf_hash(hmac.digest(salt, row.raw.encode("utf-8"), "sha256"))
            leaves.append({"position": growth.size, "stored_us": row.stored_us, "salt": salt, "hash": leaf})
            growth.add(leaf)
        nodes = [{"place": place_of(node), "hash": each} for node, each in growth.nodes.items()]
        _insert(connection, "log_leaves", leaves)
        _insert(connection, "log_nodes", nodes)
        growth.nodes.clear()
        last_us = rows[-1].stored_us


def _insert(connection: sa.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        columns = list(rows[0])
        named = ", ".join(f":{name}" for name in columns)
        connection.execute(sa.text(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({named})"), rows)
