"""Sessions of units: begun by a launch, shown by a token that is given out once, ended by the unit or by time."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, Select, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.ids import uuid7
from common.moments import to_us
from ledger.access import TooOften, Unknown, basic_credentials
from ledger.classroom.cmi5 import tables
from ledger.classroom.cmi5.vocabulary import LaunchMode
from ledger.credentials import Client
from ledger.rates import RateLimit
from ledger.xapi.values import is_uuid

SESSION_LASTS = timedelta(hours=6)
"""A session that says nothing of its end ends then; its token is worth nothing any more."""
_REQUESTS_PER_S = 50.0
_MOST_AT_ONCE = 100


class FetchRefused(DataError):
    """The fetch address gives out no token. ``code`` is of cmi5 8.2.3.2."""

    def __init__(self, code: str, key: str) -> None:
        self.code = code
        super().__init__(key)


@dataclass(frozen=True)
class Session:
    """One launch of a unit."""

    id: str
    registration: str
    course: str
    learner: str
    unit: str
    """The publisher's id."""
    mode: LaunchMode
    launched_us: int
    read_preferences: bool


class Sessions:
    """The sessions of one ledger, and the gate that their tokens open."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._rate = RateLimit(clock, _REQUESTS_PER_S)

    def new_id(self) -> str:
        """An id for a session to come."""
        return str(uuid7(self._clock.now()))

    def begin(self, session: str, registration: str, unit: str, mode: LaunchMode) -> str:
        """Write a session down; returns the secret of its fetch address."""
        now = self._clock.now()
        secret = secrets.token_urlsafe(32)
        row = {
            "id": session,
            "registration": registration,
            "unit": unit,
            "mode": mode,
            "launched_us": to_us(now),
            "expires_us": to_us(now + SESSION_LASTS),
            "fetch_hash": _digest(secret),
        }
        with self._database.writing() as connection:
            connection.execute(insert(tables.sessions).values(row))
        return secret

    def fetch(self, secret: str) -> str:
        """The token of the session with this fetch address, the first time it is asked for (cmi5 8.2).

        Raises:
            FetchRefused
        """
        columns = tables.sessions.c
        token = secrets.token_urlsafe(32)
        now_us = to_us(self._clock.now())
        with self._database.writing() as connection:
            row = connection.execute(select(columns.id).filter_by(fetch_hash=_digest(secret))).first()
            if row is None:
                raise FetchRefused("2", "cmi5.fetch.unknown")
            unused = update(tables.sessions).filter_by(id=row.id, token_hash=None, ended_us=None)
            given = connection.execute(unused.where(columns.expires_us > now_us).values(token_hash=_digest(token)))
        if not given.rowcount:
            raise FetchRefused("1", "cmi5.fetch.used")
        return base64.b64encode(f"{row.id}:{token}".encode("ascii")).decode("ascii")

    def recognised(self, _authorization: str | None) -> Client | None:
        """Nobody: who comes with a token is looked up each time, so that an ended session is over at once."""
        return None

    def admitted(self, authorization: str | None, _address: str) -> Client:
        """The client that a unit is, by its token.

        Raises:
            Unknown: no such token, or its session is over.
            TooOften
        """
        shown = basic_credentials(authorization)
        if shown is None or not is_uuid(shown[0]):
            raise Unknown("cmi5.session.unknown")
        key, token = shown
        columns = tables.sessions.c
        wanted = select(columns.token_hash).filter_by(id=key.lower(), ended_us=None)
        with self._database.reading() as connection:
            kept = connection.scalar(wanted.where(columns.expires_us > to_us(self._clock.now())))
        if kept is None or not hmac.compare_digest(kept, _digest(token)):
            raise Unknown("cmi5.session.unknown")
        if wait_s := self._rate.wait_s(key):
            raise TooOften("ledger.access.too_often", wait_s)
        return Client(key.lower(), "Qianche cmi5", "write,read-mine")

    def find(self, session: str) -> Session | None:
        """A session, over or not."""
        with self._database.reading() as connection:
            row = connection.execute(_joined().where(tables.sessions.c.id == session)).first()
        return _session(row) if row else None

    def open_ones(self, registration: str) -> list[Session]:
        """The sessions of a registration that have not ended."""
        columns = tables.sessions.c
        wanted = _joined().where(columns.registration == registration, columns.ended_us.is_(None))
        with self._database.reading() as connection:
            return [_session(row) for row in connection.execute(wanted.order_by(columns.launched_us)).all()]

    def expired(self) -> list[Session]:
        """Sessions whose time is over without an end, some of them at once."""
        columns = tables.sessions.c
        wanted = _joined().where(columns.ended_us.is_(None), columns.expires_us <= to_us(self._clock.now()))
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(columns.expires_us).limit(_MOST_AT_ONCE)).all()
        return [_session(row) for row in rows]

    def note_preferences(self, session: str) -> None:
        """A unit has read the learner's preferences (cmi5 11.0)."""
        with self._database.writing() as connection:
            first = update(tables.sessions).filter_by(id=session, preferences_us=None)
            connection.execute(first.values(preferences_us=to_us(self._clock.now())))

    def end(self, session: str) -> None:
        """A session is over: its token opens nothing any more."""
        with self._database.writing() as connection:
            going_on = update(tables.sessions).filter_by(id=session, ended_us=None)
            connection.execute(going_on.values(ended_us=to_us(self._clock.now())))


def _joined() -> Select[Any]:
    taken = tables.registrations.c
    on = tables.sessions.c.registration == taken.id
    return select(tables.sessions, taken.course, taken.learner).join(tables.registrations, on)


def _session(row: Row[Any]) -> Session:
    return Session(
        id=row.id,
        registration=row.registration,
        course=row.course,
        learner=row.learner,
        unit=row.unit,
        mode=row.mode,
        launched_us=row.launched_us,
        read_preferences=row.preferences_us is not None,
    )


def _digest(secret: str) -> str:
    """Enough for secrets of 256 random bits: there is nothing to guess."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
