"""Consent to the keeping of personal data: when, how and by whom it was recorded, and when it was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import Connection, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.ids import uuid7
from common.moments import from_us, to_us
from ledger.people.tables import consents

ConsentSource = Literal["paper", "roster", "phone"]
CONSENT_SOURCES: tuple[ConsentSource, ...] = get_args(ConsentSource)
"""Signed on paper; with the roster, whose sender collected it; by oneself on a phone."""


@dataclass(frozen=True)
class Consent:
    """One consent. ``withdrawn`` is None while it stands."""

    id: str
    source: ConsentSource
    given: datetime
    recorded_by: str
    withdrawn: datetime | None


class Consents:
    """The consents of all learners."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def record(self, learner: str, source: ConsentSource, by: str) -> None:
        """Write down a consent given now."""
        with self._database.writing() as connection:
            self.record_in(connection, learner, source, by)

    def record_in(self, connection: Connection, learner: str, source: ConsentSource, by: str) -> None:
        """The same within a writer's transaction; one that stands already is not written again."""
        standing = select(consents.c.id).filter_by(learner=learner, source=source, withdrawn_us=None)
        if connection.scalar(standing):
            return
        now = self._clock.now()
        row = {"id": str(uuid7(now)), "learner": learner, "source": source, "given_us": to_us(now), "recorded_by": by}
        connection.execute(insert(consents).values(row))

    def withdraw(self, learner: str) -> None:
        """Write down that a learner takes back every consent that stands."""
        now = to_us(self._clock.now())
        with self._database.writing() as connection:
            standing = update(consents).filter_by(learner=learner, withdrawn_us=None)
            connection.execute(standing.values(withdrawn_us=now))

    def of_learner(self, learner: str) -> list[Consent]:
        """All consents of a learner, the latest first."""
        query = select(consents).filter_by(learner=learner).order_by(consents.c.given_us.desc())
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return [
            Consent(
                row.id,
                row.source,
                from_us(row.given_us),
                row.recorded_by,
                None if row.withdrawn_us is None else from_us(row.withdrawn_us),
            )
            for row in rows
        ]
