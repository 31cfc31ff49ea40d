"""How a group of batches is written: each whole or not at all, all in one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, select

from common.moments import iso
from ledger import tables
from ledger.completion_writes import note_completions
from ledger.credentials import Client
from ledger.descriptions import note_descriptions
from ledger.driver import insert_all, insert_missing, insert_tuples, rows_of
from ledger.references import note_references
from ledger.xapi.attachments import Attachment, attachments_of
from ledger.xapi.body import write_json
from ledger.xapi.faults import StatementConflict, XapiFault
from ledger.xapi.sameness import activities_in, activities_of, agents_of, fingerprint, lookup_key, people_in
from ledger.xapi.values import moment

AUTHORITIES = "https://qianche.invalid/ledger/credentials"
"""Home page of the accounts that stand for client programs; no network resolves it."""
_columns = tables.statements.c
# Made once, as the other questions of the writing path are: to put one together takes longer than to ask it.
_THERE = select(_columns.id, _columns.raw).where(_columns.id.in_(bindparam("some", expanding=True)))

Log = Callable[[Sequence[tuple[int, str]]], None]
"""Takes new statements, each with when it was stored and what it says, into the transparency log."""


class Arrival(NamedTuple):
    """A checked statement on its way in. ``id`` is in lower case."""

    id: str
    statement: dict[str, Any]


@dataclass(frozen=True)
class Batch:
    """What one request brought."""

    arrivals: Sequence[Arrival]
    client: Client
    version: str
    """Written into statements that name none."""
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    """By their SHA-2."""
    keep_good: bool = False
    """Whether a statement in conflict leaves the others of its batch standing."""


@dataclass(frozen=True)
class Written:
    """What became of a batch: which of its places were refused and why; empty but for ``keep_good``."""

    refused: Mapping[int, XapiFault]


class _New(NamedTuple):
    arrival: Arrival
    batch: Batch
    stored_us: int


def write_batches(
    connection: Connection, batches: Sequence[Batch], first_us: int, log: Log
) -> list[Written | Exception]:
    """Write what is new in ``batches``, stored at ``first_us`` and the microseconds after it, and ``log`` it.

    A batch in conflict with what is there, or with one before it, has a fault as its outcome.
    """
    there = _Known(connection, [arrival.id for batch in batches for arrival in batch.arrivals])
    outcomes: list[Written | Exception] = []
    new: list[_New] = []
    for batch in batches:
        faults = (there.conflict(arrival) for arrival in batch.arrivals)
        if not batch.keep_good and (fault := next(filter(None, faults), None)):
            outcomes.append(fault)
            continue
        refused: dict[int, XapiFault] = {}
        for place, arrival in enumerate(batch.arrivals):
            if batch.keep_good and (fault := there.conflict(arrival)):
                refused[place] = fault
            elif there.is_new(arrival):
                new.append(_New(arrival, batch, first_us + len(new)))
        outcomes.append(Written(refused))
    if new:
        _insert(connection, new, log)
    return outcomes


class _Known:
    """The statements that have one of these ids already, in the store or in the group."""

    def __init__(self, connection: Connection, ids: Sequence[str]) -> None:
        self._stored: dict[str, str] = {}
        """As they are answered; empty for one that was erased: whatever comes in its place is taken for it, and not
        stored."""
        self._in_group: dict[str, Arrival] = {}
        self._stored.update((row.id, row.raw) for row in rows_of(connection, _THERE, ids))

    def is_new(self, arrival: Arrival) -> bool:
        """Whether nobody knows the statement yet; from now on it is known."""
        if arrival.id in self._stored or arrival.id in self._in_group:
            return False
        self._in_group[arrival.id] = arrival
        return True

    def conflict(self, arrival: Arrival) -> StatementConflict | None:
        """The fault of a statement whose id belongs to one that says something else."""
        if arrival.id in self._in_group:
            same = _same(arrival.statement, self._in_group[arrival.id].statement)
        elif raw := self._stored.get(arrival.id):
            same = _same(arrival.statement, json.loads(raw))
        else:
            same = True
        return None if same else StatementConflict("ledger.xapi.conflict", id=arrival.id)


def _same(sent: dict[str, Any], there: dict[str, Any]) -> bool:
    return fingerprint(sent) == fingerprint(there) and _same_time(sent, there)


def _same_time(sent: dict[str, Any], there: dict[str, Any]) -> bool:
    if "timestamp" not in sent or "timestamp" not in there:
        return True
    return moment(sent["timestamp"]) == moment(there["timestamp"])


def _insert(connection: Connection, new: Sequence[_New], log: Log) -> None:
    complete = [_completed(each) for each in new]
    rows = [_row(each, statement) for each, statement in zip(new, complete, strict=True)]
    insert_all(connection, tables.statements, rows)
    log([(row["stored_us"], row["raw"]) for row in rows])
    people = [list(people_in(statement)) for statement in complete]
    activities = [list(activities_in(statement)) for statement in complete]
    _insert_links(connection, tables.statement_agents, rows, map(agents_of, complete, people))
    _insert_links(connection, tables.statement_activities, rows, map(activities_of, complete, activities))
    _keep_attachments(connection, new, complete)
    note_descriptions(connection, chain.from_iterable(activities), chain.from_iterable(people))
    taken_back = note_references(connection, rows)
    note_completions(connection, complete, list(map(json.loads, taken_back)), new[0].stored_us)


def _insert_links(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], keys: Iterable[Mapping[str, bool]]
) -> None:
    links = [
        (key, direct, row["stored_us"]) for row, own in zip(rows, keys, strict=True) for key, direct in own.items()
    ]
    insert_tuples(connection, table, links)


def _keep_attachments(connection: Connection, new: Sequence[_New], complete: Sequence[dict[str, Any]]) -> None:
    links: list[tuple[int, str]] = []
    contents: dict[str, Attachment] = {}
    for each, statement in zip(new, complete, strict=True):
        if not each.batch.attachments:
            continue
        own = {attachment["sha2"].lower() for attachment in attachments_of(statement)}
        came = {sha2: content for sha2, content in each.batch.attachments.items() if sha2 in own}
        links += [(each.stored_us, sha2) for sha2 in sorted(came)]
        contents.update(came)
    insert_tuples(connection, tables.statement_attachments, links)
    rows = [
        {"sha2": sha2, "content_type": attachment.content_type, "content": attachment.content}
        for sha2, attachment in sorted(contents.items())
    ]
    insert_missing(connection, tables.attachments, rows)


def _completed(new: _New) -> dict[str, Any]:
    """The statement with what the ledger adds."""
    statement, client = new.arrival.statement, new.batch.client
    stored = iso(new.stored_us)
    account = {"homePage": AUTHORITIES, "name": client.key}
    return {
        "id": new.arrival.id,
        "timestamp": stored,
        "version": new.batch.version,
        **statement,
        "stored": stored,
        "authority": {"objectType": "Agent", "name": client.name, "account": account},
    }


def columns_of(complete: dict[str, Any]) -> dict[str, Any]:
    """What of a statement, as it is answered, stands in columns of its own beside it."""
    target = complete["object"]
    return {
        "id": complete["id"].lower(),
        "verb": lookup_key(complete["verb"]["id"]),
        "registration": complete.get("context", {}).get("registration", "").lower() or None,
        "credential": complete["authority"]["account"]["name"],
        "refers_to": target["id"].lower() if target.get("objectType") == "StatementRef" else None,
    }


def _row(new: _New, complete: dict[str, Any]) -> dict[str, Any]:
    return {
        **columns_of(complete),
        "stored_us": new.stored_us,
        "voided": False,
        "raw": write_json(complete),
    }
