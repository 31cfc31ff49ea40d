"""Who a phone belongs to: a random token in its cookie, of which the database keeps a keyed digest only.

Unlike a cookie that says who somebody is under a signature, it holds nothing of a person, and it is
worth nothing any more once they sign out or are erased.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from fastapi import Request, Response
from sqlalchemy import Connection, delete, insert, select

from common.clock import Clock
from common.database import Transactions
from common.moments import to_us
from ledger.classroom.tables import learner_sessions
from ledger.people.aliases import owner
from ledger.tables import learners

COOKIE = "qianche_learner"
PATH = "/classroom"
"""Of the cookie: nothing else of the site is sent it, nor is course content that lies elsewhere."""
LASTS = timedelta(days=30)


class LearnerSessions:
    """The sessions of learners on their own phones."""

    def __init__(self, database: Transactions, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._secret = secret

    def open(self, connection: Connection, learner: str) -> str:
        """Begin a session in a writer's transaction; its token."""
        now = self._clock.now()
        token = secrets.token_urlsafe(32)
        connection.execute(delete(learner_sessions).where(learner_sessions.c.ends_us <= to_us(now)))
        row = {"digest": self._digest(token), "learner": learner, "ends_us": to_us(now + LASTS)}
        connection.execute(insert(learner_sessions).values(row))
        return token

    def learner(self, request: Request) -> str | None:
        """The pseudonym of the enrolled learner whose phone this is."""
        token = request.cookies.get(COOKIE)
        if not token:
            return None
        columns = learner_sessions.c
        query = select(columns.learner).filter_by(digest=self._digest(token))
        with self._database.reading() as connection:
            found = connection.scalar(query.where(columns.ends_us > to_us(self._clock.now())))
            if found is None:
                return None
            return connection.scalar(select(learners.c.pseudonym).filter_by(pseudonym=owner(connection, found)))

    def close(self, request: Request) -> None:
        """End the session of this phone."""
        digest = self._digest(request.cookies.get(COOKIE, ""))
        with self._database.writing() as connection:
            connection.execute(delete(learner_sessions).filter_by(digest=digest))

    def _digest(self, token: str) -> str:
        return hmac.new(self._secret, token.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def set_cookie(answer: Response, token: str, request: Request) -> None:
    """Give the phone its token."""
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(LASTS.total_seconds()),
        path=PATH,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
