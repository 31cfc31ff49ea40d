"""Erasing statements for good, while the log still verifies: the leaf's hash stays, what it hid is gone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from ledger import tables as ledger_tables
from ledger.database import in_pieces
from ledger.transparency import tables
from ledger.xapi.sameness import activities_of, agents_of


def erase(connection: Connection, statement_ids: Iterable[str], now_us: int) -> int:
    """Erase statements in a writer's transaction: text, salt and everything they are found under.

    What was read out of them into other tables (completions, descriptions, learners) is the caller's.
    Of each statement there stay its id, so that a van that sends it again is answered as before and
    nothing comes back, its moment, its sender, its verb, and which statement it had taken back.

    Returns:
        How many were there and are gone now.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")  # what is deleted is overwritten in the file
    gone = 0
    statements, leaves = ledger_tables.statements, tables.log_leaves
    found = select(statements.c.stored_us, statements.c.raw, leaves.c.position).where(statements.c.raw != "")
    found = found.join(leaves, leaves.c.stored_us == statements.c.stored_us)
    for some in in_pieces(dict.fromkeys(each.lower() for each in statement_ids)):
        rows = connection.execute(found.where(statements.c.id.in_(some))).all()
        if not rows:
            continue
        moments = [row.stored_us for row in rows]
        blank = {"raw": "", "registration": None, "voided": True}
        connection.execute(update(statements).where(statements.c.stored_us.in_(moments)).values(blank))
        connection.execute(update(leaves).where(leaves.c.stored_us.in_(moments)).values(salt=None))
        records = [{"position": row.position, "erased_us": now_us} for row in rows]
        connection.execute(insert(tables.log_erasures), records)
        _remove_links(connection, rows)
        _remove_attachments(connection, moments)
        gone += len(rows)
    return gone


def _remove_links(connection: Connection, rows: Sequence[Row[Any]]) -> None:
    agents, activities = ledger_tables.statement_agents, ledger_tables.statement_activities
    for row in rows:
        statement = json.loads(row.raw)
        for column, keys in ((agents.c.agent, agents_of(statement)), (activities.c.activity, activities_of(statement))):
            links = column.table.c
            # Both kinds named, or the index would not reach to the moment: some keys have a link for every statement.
            at = (links.direct.in_([True, False]), links.stored_us == row.stored_us)
            connection.execute(delete(column.table).where(column.in_(list(keys)), *at))
    moments = [row.stored_us for row in rows]
    links = ledger_tables.statement_references
    connection.execute(delete(links).where(or_(links.c.referrer_us.in_(moments), links.c.target_us.in_(moments))))


def _remove_attachments(connection: Connection, moments: list[int]) -> None:
    """Those of the statements stored at these moments, and the contents that nobody else has."""
    attached, contents = ledger_tables.statement_attachments, ledger_tables.attachments
    theirs = list(connection.scalars(select(attached.c.sha2).where(attached.c.stored_us.in_(moments)).distinct()))
    connection.execute(delete(attached).where(attached.c.stored_us.in_(moments)))
    for some in in_pieces(theirs):
        still = select(attached.c.sha2).where(attached.c.sha2.in_(some))
        connection.execute(delete(contents).where(contents.c.sha2.in_(some), contents.c.sha2.not_in(still)))
