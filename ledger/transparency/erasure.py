"""Erasing statements for good, while the log still verifies: the leaf's hash stays, what it hid is gone."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, or_, select, update

from ledger import tables as ledger_tables
from ledger.database import in_pieces
from ledger.transparency import tables
from ledger.xapi.statement import VOIDED


def erase(connection: Connection, statement_ids: Iterable[str], now_us: int) -> int:
    """Erase statements in a writer's transaction: text, salt and everything they are found under.

    What was read out of them into other tables (completions, descriptions, learners) is the caller's.
    Their ids are kept, so that a van that sends one again is answered as before and nothing comes back.

    Returns:
        How many were there and are gone now.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")  # what is deleted is overwritten in the file
    gone = 0
    statements, leaves = ledger_tables.statements, tables.log_leaves
    columns = select(statements.c.id, statements.c.stored_us, statements.c.verb, statements.c.refers_to)
    found = columns.add_columns(leaves.c.position).join(leaves, leaves.c.stored_us == statements.c.stored_us)
    for some in in_pieces(dict.fromkeys(each.lower() for each in statement_ids)):
        rows = connection.execute(found.where(statements.c.id.in_(some))).all()
        if not rows:
            continue
        records = [
            {
                "position": row.position,
                "statement": row.id,
                "voided": row.refers_to if row.verb == VOIDED else None,
                "erased_us": now_us,
            }
            for row in rows
        ]
        connection.execute(insert(tables.log_erasures), records)
        moments = [row.stored_us for row in rows]
        connection.execute(update(leaves).where(leaves.c.stored_us.in_(moments)).values(salt=None))
        _remove(connection, moments)
        gone += len(rows)
    return gone


def _remove(connection: Connection, moments: list[int]) -> None:
    """Delete the statements stored at these moments, with their links and attachments nobody else has."""
    attached, contents = ledger_tables.statement_attachments, ledger_tables.attachments
    theirs = list(connection.scalars(select(attached.c.sha2).where(attached.c.stored_us.in_(moments)).distinct()))
    for table in (ledger_tables.statement_agents, ledger_tables.statement_activities, attached):
        connection.execute(delete(table).where(table.c.stored_us.in_(moments)))
    links = ledger_tables.statement_references
    connection.execute(delete(links).where(or_(links.c.referrer_us.in_(moments), links.c.target_us.in_(moments))))
    connection.execute(delete(ledger_tables.statements).where(ledger_tables.statements.c.stored_us.in_(moments)))
    for some in in_pieces(theirs):
        still = select(attached.c.sha2).where(attached.c.sha2.in_(some))
        connection.execute(delete(contents).where(contents.c.sha2.in_(some), contents.c.sha2.not_in(still)))
