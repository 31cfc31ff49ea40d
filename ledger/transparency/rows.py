"""The leaves of the log in their order, each with the row of its statement, held against one another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, Row, func, select

from common.moments import iso
from ledger import tables as ledger_tables
from ledger.database import in_pieces
from ledger.statement_writes import columns_of
from ledger.transparency import tables
from ledger.transparency.leaves import statement_leaf
from ledger.xapi.sameness import activities_of, agents_of

if TYPE_CHECKING:
    from ledger.transparency.verification import Verification

_LINKS = (
    (ledger_tables.statement_agents.c.agent, agents_of),
    (ledger_tables.statement_activities.c.activity, activities_of),
)
"""The tables that statements are found by, and what must stand in them."""


class Rows:
    """Reads page after page, and notes what is wrong with a leaf or its row."""

    def __init__(self, connection: Connection, result: Verification) -> None:
        self._connection = connection
        self._result = result
        self._position = -1
        self._stored_us = 0
        self._linked = dict.fromkeys((key.table.name for key, _ in _LINKS), 0)

    def next(self, limit: int) -> Sequence[Row[Any]]:
        """The next leaves: ``position``, ``hash`` and the rest; none at the end."""
        statements, leaves, erasures = ledger_tables.statements.c, tables.log_leaves.c, tables.log_erasures.c
        joined = tables.log_leaves.outerjoin(ledger_tables.statements, statements.stored_us == leaves.stored_us)
        joined = joined.outerjoin(tables.log_erasures, erasures.position == leaves.position)
        told = (statements.id, statements.verb, statements.registration, statements.credential, statements.refers_to)
        query = (
            select(
                leaves.position, leaves.hash, leaves.salt, leaves.stored_us, erasures.erased_us, statements.raw, *told
            )
            .select_from(joined)
            .where(leaves.position > self._position)
            .order_by(leaves.position)
            .limit(limit)
        )
        page = self._connection.execute(query).all()
        known: dict[int, dict[str, Any]] = {}
        for row in page:
            self._check_place(row)
            if not row.raw:
                self._check_absence(row)
            elif self._check_text(row):
                known[row.stored_us] = json.loads(row.raw)
                self._check_columns(row, known[row.stored_us])
        for key, links_of in _LINKS:
            self._check_links(key, {stored_us: links_of(each) for stored_us, each in known.items()}, known)
        return page

    def compare_link_counts(self) -> None:
        """After the last page, where all else is well: nothing is found under what it does not say."""
        for key, _ in _LINKS:
            count = self._connection.scalar(select(func.count()).select_from(key.table))
            if count > self._linked[key.table.name]:
                self._result.add("links_added", table=key.table.name, count=count - self._linked[key.table.name])

    def _check_place(self, row: Row[Any]) -> None:
        if row.position != self._position + 1:
            self._result.add("leaves_removed", first=self._position + 1, last=row.position - 1)
        if row.stored_us <= self._stored_us:
            self._result.add("leaf_reordered", position=row.position, stored=iso(row.stored_us))
        self._position, self._stored_us = row.position, row.stored_us

    def _check_absence(self, row: Row[Any]) -> None:
        if row.raw is None or row.erased_us is None:
            self._result.add("removed", position=row.position, stored=iso(row.stored_us))
        elif row.salt is not None:
            self._result.add("half_erased", position=row.position, id=row.id)
        else:
            self._result.erased += 1

    def _check_text(self, row: Row[Any]) -> bool:
        """Whether the statement is the one that was logged here."""
        if row.erased_us is not None or row.salt is None:
            self._result.add("came_back", id=row.id, position=row.position)
            return False
        if statement_leaf(row.salt, row.raw) == row.hash:
            return True
        moved = _stored(row.raw) not in (None, iso(row.stored_us))
        self._result.add("reordered" if moved else "changed", id=row.id, position=row.position)
        return False

    def _check_columns(self, row: Row[Any], statement: dict[str, Any]) -> None:
        for name, said in columns_of(statement).items():
            if row._mapping[name] != said:
                self._result.add("column", id=statement["id"], position=row.position, column=name)

    def _check_links(
        self, key: Column[str], wanted: dict[int, dict[str, bool]], known: dict[int, dict[str, Any]]
    ) -> None:
        """Each statement is found under all that it says."""
        if not wanted:
            return
        columns = key.table.c
        # Both kinds named, or the index would not reach to the moment: some keys have a link for every statement.
        between = (columns.direct.in_([True, False]), columns.stored_us.between(min(wanted), max(wanted)))
        found: dict[tuple[int, str], bool] = {}
        for some in in_pieces({name for links in wanted.values() for name in links}):
            query = select(columns.stored_us, key, columns.direct).where(key.in_(some), *between)
            found.update(((row[0], row[1]), row[2]) for row in self._connection.execute(query))
        for stored_us, links in wanted.items():
            self._linked[key.table.name] += len(links)
            if any(found.get((stored_us, name)) is not direct for name, direct in links.items()):
                self._result.add("links", id=known[stored_us]["id"], table=key.table.name)


def _stored(raw: str) -> Any:
    """When a text that may be anything says it was stored."""
    try:
        statement = json.loads(raw)
    except ValueError:
        return None
    return statement.get("stored") if isinstance(statement, dict) else None
