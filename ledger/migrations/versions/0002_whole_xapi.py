"""What the whole of xAPI needs: references, attachments, documents, descriptions; credentials that end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_AT_ONCE = 1000


def upgrade() -> None:
    """Add what is new, then read what it holds out of the statements that are there."""
    _change_tables()
    _make_tables()
    _read_statements_again()


def _change_tables() -> None:
    op.drop_index("statements_by_voids", "statements")
    op.drop_column("statements", "voids")
    op.add_column("statements", sa.Column("refers_to", sa.String(36)))
    op.create_index("statements_by_reference", "statements", ["refers_to"])
    with op.batch_alter_table("credentials") as credentials:
        credentials.alter_column("scope", type_=sa.String(40), existing_type=sa.String(10), existing_nullable=False)
        credentials.add_column(sa.Column("revoked_us", sa.BigInteger))
    for name, key in (("statement_agents", "agent"), ("statement_activities", "activity")):
        _rebuild_links(name, key)
    op.execute("UPDATE schema_version SET version = 2")


def _rebuild_links(name: str, key: str) -> None:
    """Without SQLite's hidden row numbers, and with an index for the direct links."""
    op.rename_table(name, f"{name}_before")
    op.create_table(
        name,
        sa.Column(key, sa.Text, nullable=False),
        sa.Column("stored_us", sa.BigInteger, sa.ForeignKey("statements.stored_us"), nullable=False),
        sa.Column("direct", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint(key, "stored_us"),
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO {name} ({key}, stored_us, direct) SELECT {key}, stored_us, direct FROM {name}_before")
    op.drop_table(f"{name}_before")
    op.create_index(f"{name}_direct", name, [key, "direct", "stored_us"])


def _make_tables() -> None:
    op.create_table(
        "statement_references",
        sa.Column("referrer_us", sa.BigInteger, nullable=False),
        sa.Column("target_us", sa.BigInteger, nullable=False),
        sa.Column("distance", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("referrer_us", "target_us"),
        sqlite_with_rowid=False,
    )
    op.create_index("statement_references_by_target", "statement_references", ["target_us", "referrer_us"])
    op.create_table(
        "statement_attachments",
        sa.Column("stored_us", sa.BigInteger, sa.ForeignKey("statements.stored_us"), nullable=False),
        sa.Column("sha2", sa.String(128), nullable=False),
        sa.PrimaryKeyConstraint("stored_us", "sha2"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "attachments",
        sa.Column("sha2", sa.String(128), primary_key=True),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "activities",
        sa.Column("activity", sa.Text, primary_key=True),
        sa.Column("definition", sa.Text, nullable=False),
    )
    op.create_table(
        "agent_names",
        sa.Column("agent", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("agent", "name"),
        sqlite_with_rowid=False,
    )
    texts = ("activity", "agent", "registration", "id")
    op.create_table(
        "documents",
        sa.Column("resource", sa.String(16), nullable=False),
        *(sa.Column(name, sa.String(36) if name == "registration" else sa.Text, nullable=False) for name in texts),
        sa.Column("credential", sa.String(40), nullable=False),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("changed_us", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("resource", *texts),
    )


def _read_statements_again() -> None:
    connection = op.get_bind()
    definitions: dict[str, dict[str, Any]] = {}
    names: set[tuple[str, str]] = set()
    for row in _statements(connection):
        statement = json.loads(row.raw)
        target = statement["object"]
        if target.get("objectType") == "StatementRef":
            refer = sa.text("UPDATE statements SET refers_to = :target WHERE stored_us = :stored_us")
            connection.execute(refer, {"target": target["id"].lower(), "stored_us": row.stored_us})
        for activity in _found(statement, "id"):
            if "definition" in activity:
                known = definitions.setdefault(activity["id"], {})
                for part, given in activity["definition"].items():
                    merges = part in ("name", "description", "extensions")
                    known[part] = {**known.get(part, {}), **given} if merges else given
        names |= {(key, each["name"]) for each in _found(statement, "name") if (key := _agent_key(each))}
    _insert(connection, "activities", [{"activity": key, "definition": _json(it)} for key, it in definitions.items()])
    _insert(connection, "agent_names", [{"agent": agent, "name": name} for agent, name in sorted(names)])
    connection.execute(
        sa.text(
            "INSERT INTO statement_references (referrer_us, target_us, distance) "
            "WITH RECURSIVE reached (referrer_us, target_us, distance) AS ("
            " SELECT r.stored_us, t.stored_us, 1 FROM statements r JOIN statements t ON t.id = r.refers_to"
            " UNION SELECT reached.referrer_us, t.stored_us, distance + 1 FROM reached"
            " JOIN statements m ON m.stored_us = reached.target_us JOIN statements t ON t.id = m.refers_to"
            " WHERE distance < 64)"
            " SELECT referrer_us, target_us, min(distance) FROM reached"
            " WHERE referrer_us <> target_us GROUP BY referrer_us, target_us"
        )
    )


def _statements(connection: sa.Connection) -> Iterator[Any]:
    last_us = -1
    some = sa.text("SELECT stored_us, raw FROM statements WHERE stored_us > :last ORDER BY stored_us LIMIT :limit")
    while rows := connection.execute(some, {"last": last_us, "limit": _AT_ONCE}).all():
        yield from rows
        last_us = rows[-1].stored_us


def _found(value: Any, name: str) -> Iterator[dict[str, Any]]:
    """Every object in a statement, but for its extensions, that has a property of this name."""
    if isinstance(value, dict):
        if name in value and value.get("objectType", "Activity") != "StatementRef" and "verb" not in value:
            yield value
        for key, inner in value.items():
            if key != "extensions":
                yield from _found(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _found(inner, name)


def _agent_key(agent: dict[str, Any]) -> str | None:
    if "account" in agent:
        return f"account {agent['account']['homePage']} {agent['account']['name']}"
    if "openid" in agent:
        return f"openid {agent['openid']}"
    for name in ("mbox", "mbox_sha1sum"):
        if name in agent:
            return f"{name} {agent[name].lower()}"
    return None


def _insert(connection: sa.Connection, table: str, rows: list[dict[str, str]]) -> None:
    if rows:
        columns = list(rows[0])
        named = ", ".join(f":{name}" for name in columns)
        connection.execute(sa.text(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({named})"), rows)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
