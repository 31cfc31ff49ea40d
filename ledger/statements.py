"""The store of statements: written once, found again, never changed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from sqlalchemy import func, select

from common.clock import Clock
from common.moments import iso
from ledger import tables
from ledger.credentials import Client
from ledger.database import LedgerDatabase
from ledger.group_commit import GroupCommit
from ledger.horizon import Horizon
from ledger.statement_search import Query, selection
from ledger.statement_writes import Arrival, Batch, Written, write_batches
from ledger.transparency.checkpoints import Checkpoints
from ledger.transparency.leaves import LeafWriter, head
from ledger.xapi.attachments import Attachment, check_all_here
from ledger.xapi.faults import XapiFault
from ledger.xapi.formats import in_lists
from ledger.xapi.signature import check_signatures
from ledger.xapi.statement import check_statement

NO_ATTACHMENTS: Mapping[str, Attachment] = MappingProxyType({})


@dataclass(frozen=True)
class Found:
    """A statement as it is answered: JSON, and when it was stored."""

    raw: str
    stored_us: int


@dataclass(frozen=True)
class Kept:
    """What became of a batch whose good statements are kept."""

    ids: list[str]
    """Of those that are stored now, new or not."""
    refused: dict[int, XapiFault]
    """By their place in the batch."""


class StatementStore:
    """All statements of one ledger."""

    def __init__(self, database: LedgerDatabase, clock: Clock, checkpoints: Checkpoints) -> None:
        self._database = database
        self._checkpoints = checkpoints
        self._leaves = LeafWriter()
        self._horizon = Horizon(clock)
        self._writes: GroupCommit[Batch, Written] = GroupCommit(self._write)

    def take(
        self,
        sent: Sequence[Any],
        client: Client,
        version: str,
        attachments: Mapping[str, Attachment] = NO_ATTACHMENTS,
    ) -> list[str]:
        """Store statements, all or none, and return their ids. What is there already is not stored again.

        ``version`` is written into those that name none.

        Raises:
            StatementInvalid: one of them is not a statement.
            StatementConflict: one has the id of another statement that says something else.
            XapiFault: an id occurs twice.
        """
        several = len(sent) > 1
        arrivals: dict[str, Arrival] = {}
        for place, statement in enumerate(sent):
            arrival = _checked(statement, f"/{place}" if several else "", version, attachments)
            if arrival.id in arrivals:
                raise XapiFault("ledger.xapi.id_twice", id=arrival.id)
            arrivals[arrival.id] = arrival
        self._writes.submit(Batch(list(arrivals.values()), client, version, attachments))
        return [arrival.statement.get("id", arrival.id) for arrival in arrivals.values()]

    def take_good(
        self,
        sent: Sequence[Any],
        client: Client,
        version: str,
        attachments: Mapping[str, Attachment] = NO_ATTACHMENTS,
    ) -> Kept:
        """Store those statements that can be stored, and say of each other why it cannot."""
        refused: dict[int, XapiFault] = {}
        arrivals: dict[int, Arrival] = {}
        for place, statement in enumerate(sent):
            try:
                arrivals[place] = _checked(statement, f"/{place}", version, attachments)
            except XapiFault as fault:
                refused[place] = fault
        places = list(arrivals)
        batch = Batch(list(arrivals.values()), client, version, attachments, keep_good=True)
        written = self._writes.submit(batch)
        refused.update((places[number], fault) for number, fault in written.refused.items())
        stored = [arrival for place, arrival in arrivals.items() if place not in refused]
        return Kept([arrival.statement.get("id", arrival.id) for arrival in stored], dict(sorted(refused.items())))

    def waiting(self) -> int:
        """How many requests wait for their turn to write."""
        return self._writes.waiting()

    def find(self, statement_id: str, *, voided: bool, credential: str | None = None) -> Found | None:
        """One statement by its id, among those taken back or among the others."""
        columns = tables.statements.c
        there = columns.raw != ""  # else it was erased
        query = select(columns.raw, columns.stored_us).filter_by(id=statement_id.lower(), voided=voided).where(there)
        if credential is not None:
            query = query.filter_by(credential=credential)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return Found(row.raw, row.stored_us) if row else None

    def search(self, query: Query, limit: int) -> tuple[list[Found], bool]:
        """Up to ``limit`` statements, the latest first unless ascending, and whether there are more."""
        with self._database.reading() as connection:
            rows = connection.execute(selection(query, limit + 1)).all()
        return [Found(row.raw, row.stored_us) for row in rows[:limit]], len(rows) > limit

    def attachments(self, found: Sequence[Found]) -> dict[str, Attachment]:
        """The attachments that came with these statements, by their SHA-2, in a fixed order."""
        links, contents = tables.statement_attachments.c, tables.attachments
        moments = [each.stored_us for each in found]
        own = select(links.sha2).where(links.stored_us.in_(moments))
        with self._database.reading() as connection:
            rows = connection.execute(select(contents).where(contents.c.sha2.in_(own)).order_by(contents.c.sha2)).all()
        return {row.sha2: Attachment(row.content_type, row.content) for row in rows}

    def consistent_through(self) -> str:
        """The moment up to which everything stored can be read: now, or just before a write in progress."""
        reached = self._horizon.reached()
        if self._database.shared:
            with self._database.reading() as connection:
                if not self._database.nobody_writes(connection):
                    reached = min(reached, connection.scalar(select(func.max(tables.statements.c.stored_us))) or 0)
        return iso(reached)

    def _write(self, batches: Sequence[Batch]) -> Sequence[Written | Exception]:
        with self._horizon.held(), self._database.writing() as connection:
            end = head(connection)
            log = partial(self._leaves.append, connection, end)
            outcomes = write_batches(connection, batches, self._horizon.first_free(end.last_us), log)
            self._checkpoints.sign_if_due(connection)
            return outcomes


def _checked(statement: Any, where: str, version: str, attachments: Mapping[str, Attachment]) -> Arrival:
    check_statement(statement, where, version)
    check_all_here(statement, attachments, where)
    check_signatures(statement, attachments, where)
    return Arrival(statement["id"].lower() if "id" in statement else str(uuid.uuid4()), in_lists(statement))
