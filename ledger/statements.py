"""The store of statements: written once, found again, never changed."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from common.clock import Clock
from common.database import Database
from common.moments import iso, to_us
from ledger import tables
from ledger.completions import note_completions
from ledger.credentials import Client
from ledger.xapi.body import write_json
from ledger.xapi.faults import StatementConflict, XapiFault
from ledger.xapi.sameness import activities_of, agents_of, fingerprint
from ledger.xapi.statement import VOIDED, check_statement
from ledger.xapi.values import moment

AUTHORITIES = "https://qianche.invalid/ledger/credentials"
"""Home page of the accounts that stand for client programs; no network resolves it."""


@dataclass(frozen=True)
class Query:
    """Which statements are wanted; None asks nothing of that kind."""

    agent: str | None = None
    """Key as of :func:`ledger.xapi.sameness.agent_key`."""
    related_agents: bool = False
    verb: str | None = None
    activity: str | None = None
    related_activities: bool = False
    registration: str | None = None
    since_us: int | None = None
    until_us: int | None = None
    ascending: bool = False
    cursor_us: int | None = None
    """Where the page before ended."""
    credential: str | None = None
    """Only what this client sent."""


@dataclass(frozen=True)
class Found:
    """A statement as it is answered: JSON, and when it was stored."""

    raw: str
    stored_us: int


@dataclass(frozen=True)
class _Arrival:
    """A checked statement on its way in."""

    id: str
    statement: dict[str, Any]
    fingerprint: str


class StatementStore:
    """All statements of one ledger."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._begun_us: dict[object, int] = {}
        """Writes in progress and when they began: what they store is later than that."""

    def take(self, sent: list[Any], client: Client, version: str) -> list[str]:
        """Store statements, all or none, and return their ids. What is there already is not stored again.

        ``version`` is written into those that name none.

        Raises:
            StatementInvalid: one of them is not a statement.
            StatementConflict: one has the id of another statement that says something else.
            XapiFault: an id occurs twice.
        """
        arrivals = _checked(sent)
        write = object()
        self._begun_us[write] = self._now_us()
        try:
            with self._database.writing() as connection:
                self._write(connection, arrivals, client, version)
        finally:
            del self._begun_us[write]
        return [arrival.statement.get("id", arrival.id) for arrival in arrivals]

    def find(self, statement_id: str, *, voided: bool, credential: str | None = None) -> Found | None:
        """One statement by its id, among those taken back or among the others."""
        query = select(tables.statements.c.raw, tables.statements.c.stored_us).filter_by(
            id=statement_id.lower(), voided=voided
        )
        if credential is not None:
            query = query.filter_by(credential=credential)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return Found(row.raw, row.stored_us) if row else None

    def search(self, query: Query, limit: int) -> tuple[list[Found], bool]:
        """Up to ``limit`` statements, the latest first unless ascending, and whether there are more."""
        with self._database.reading() as connection:
            rows = connection.execute(_selection(query).limit(limit + 1)).all()
        return [Found(row.raw, row.stored_us) for row in rows[:limit]], len(rows) > limit

    def consistent_through(self) -> str:
        """The moment up to which everything stored can be read: now, or just before a write in progress."""
        now = self._now_us()
        return iso(min([now, *(begun - 1 for begun in list(self._begun_us.values()))]))

    def _write(self, connection: Connection, arrivals: list[_Arrival], client: Client, version: str) -> None:
        new = _not_yet_there(connection, arrivals)
        last_us = connection.scalar(select(func.max(tables.statements.c.stored_us))) or 0
        first_us = max(last_us + 1, self._now_us())
        for stored_us, arrival in enumerate(new, start=first_us):
            _insert(connection, arrival, stored_us, client, version)
        note_completions(connection, [arrival.statement for arrival in new])

    def _now_us(self) -> int:
        return to_us(self._clock.now())


def _checked(sent: list[Any]) -> list[_Arrival]:
    arrivals: dict[str, _Arrival] = {}
    for place, statement in enumerate(sent):
        check_statement(statement, f"/{place}" if len(sent) > 1 else "")
        statement_id = statement.get("id", str(uuid.uuid4())).lower()
        if statement_id in arrivals:
            raise XapiFault("ledger.xapi.id_twice", id=statement_id)
        arrivals[statement_id] = _Arrival(statement_id, statement, fingerprint(statement))
    return list(arrivals.values())


def _not_yet_there(connection: Connection, arrivals: list[_Arrival]) -> list[_Arrival]:
    columns = tables.statements.c
    new = []
    for arrival in arrivals:
        there = connection.execute(select(columns.fingerprint, columns.raw).filter_by(id=arrival.id)).first()
        if there is None:
            new.append(arrival)
        elif there.fingerprint != arrival.fingerprint or not _same_time(arrival.statement, json.loads(there.raw)):
            raise StatementConflict("ledger.xapi.conflict", id=arrival.id)
    return new


def _same_time(sent: dict[str, Any], there: dict[str, Any]) -> bool:
    return "timestamp" not in sent or moment(sent["timestamp"]) == moment(there["timestamp"])


def _insert(connection: Connection, arrival: _Arrival, stored_us: int, client: Client, version: str) -> None:
    statement = arrival.statement
    stored = iso(stored_us)
    account = {"homePage": AUTHORITIES, "name": client.key}
    complete = {
        "id": arrival.id,
        "timestamp": stored,
        "version": version,
        **statement,
        "stored": stored,
        "authority": {"objectType": "Agent", "name": client.name, "account": account},
    }
    voids = statement["object"]["id"].lower() if statement["verb"]["id"] == VOIDED else None
    connection.execute(
        insert(tables.statements).values(
            id=arrival.id,
            stored_us=stored_us,
            verb=statement["verb"]["id"],
            registration=statement.get("context", {}).get("registration", "").lower() or None,
            credential=client.key,
            voids=voids,
            voided=voids is None and _is_taken_back(connection, arrival.id),
            fingerprint=arrival.fingerprint,
            raw=write_json(complete),
        )
    )
    agents = [{"agent": key, "stored_us": stored_us, "direct": d} for key, d in agents_of(complete).items()]
    activities = [{"activity": key, "stored_us": stored_us, "direct": d} for key, d in activities_of(complete).items()]
    if agents:
        connection.execute(insert(tables.statement_agents), agents)
    if activities:
        connection.execute(insert(tables.statement_activities), activities)
    if voids is not None:
        _take_back(connection, voids)


def _is_taken_back(connection: Connection, statement_id: str) -> bool:
    """Whether the statement that takes this one back came first."""
    return connection.scalar(select(tables.statements.c.id).filter_by(voids=statement_id).limit(1)) is not None


def _take_back(connection: Connection, statement_id: str) -> None:
    """Mark a statement as voided, unless it is one that voids another."""
    mark = update(tables.statements).filter_by(id=statement_id, voids=None).values(voided=True)
    if connection.execute(mark).rowcount:
        raw = connection.scalar(select(tables.statements.c.raw).filter_by(id=statement_id))
        note_completions(connection, [json.loads(raw)])


def _selection(query: Query) -> Select[Any]:
    columns = tables.statements.c
    selection = select(columns.raw, columns.stored_us).where(columns.voided.is_(False))
    for table, key, value, related in (
        (tables.statement_agents, "agent", query.agent, query.related_agents),
        (tables.statement_activities, "activity", query.activity, query.related_activities),
    ):
        if value is not None:
            selection = selection.join(table, table.c.stored_us == columns.stored_us).where(table.c[key] == value)
            if not related:
                selection = selection.where(table.c.direct)
    for column, value in (
        (columns.verb, query.verb),
        (columns.registration, query.registration),
        (columns.credential, query.credential),
    ):
        if value is not None:
            selection = selection.where(column == value)
    if query.since_us is not None:
        selection = selection.where(columns.stored_us > query.since_us)
    if query.until_us is not None:
        selection = selection.where(columns.stored_us <= query.until_us)
    if query.cursor_us is not None:
        beyond = columns.stored_us > query.cursor_us if query.ascending else columns.stored_us < query.cursor_us
        selection = selection.where(beyond)
    return selection.order_by(columns.stored_us.asc() if query.ascending else columns.stored_us.desc())
