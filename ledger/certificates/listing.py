"""All certificates of a ledger, filtered and in pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

from sqlalchemy import ColumnElement, and_, func, or_, select, true

from common.clock import Clock
from common.database import Transactions
from common.moments import to_us
from ledger import tables as ledger_tables
from ledger.certificates.certificate import HOLDER, Certificate, certificate_of, held_certificates
from ledger.certificates.tables import certificates
from ledger.people.sight import Sight

Shown = Literal["all", "valid", "expiring", "expired", "revoked"]
SHOWN: tuple[Shown, ...] = get_args(Shown)
SOON = timedelta(days=60)
"""What is valid and ends within this time is expiring."""


@dataclass(frozen=True)
class Wanted:
    """Which certificates are looked for."""

    shown: Shown = "all"
    employer: str = ""
    """Id of the company whose people they are; empty for all."""
    text: str = ""
    """Part of the number."""
    learners: frozenset[str] = frozenset()
    """Found besides by ``text``: whose name it is."""


class CertificateList:
    """Finds certificates for pages."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def page(self, wanted: Wanted, sight: Sight, offset: int, limit: int) -> tuple[list[Certificate], int]:
        """Those wanted that may be seen, the latest first (expiring ones: the first to end), and how many."""
        columns, now = certificates.c, self._clock.now()
        listed = held_certificates().where(sight.people(HOLDER), _shown(wanted.shown, now), *_searched(wanted))
        order = (columns.expires_us, columns.number) if wanted.shown == "expiring" else (columns.number.desc(),)
        with self._database.reading() as connection:
            counted = listed.with_only_columns(columns.id).subquery()
            total = connection.scalar(select(func.count()).select_from(counted)) or 0
            rows = connection.execute(listed.order_by(*order).offset(offset).limit(limit)).all()
        return [certificate_of(row) for row in rows], total

    def counts(self, sight: Sight) -> dict[Shown, int]:
        """How many there are of each kind; those that expire soon are among the valid ones."""
        now = self._clock.now()
        sums = [func.count().filter(_shown(each, now)).label(each) for each in SHOWN]
        everyone = held_certificates().with_only_columns(*sums).where(sight.people(HOLDER))
        with self._database.reading() as connection:
            row = connection.execute(everyone).one()
        return {each: getattr(row, each) for each in SHOWN}


def _shown(shown: Shown, now: datetime) -> ColumnElement[bool]:
    columns, now_us = certificates.c, to_us(now)
    kept = columns.revoked_us.is_(None)
    match shown:
        case "valid":
            return and_(kept, columns.expires_us > now_us)
        case "expiring":
            return and_(kept, columns.expires_us > now_us, columns.expires_us <= to_us(now + SOON))
        case "expired":
            return and_(kept, columns.expires_us <= now_us)
        case "revoked":
            return columns.revoked_us.is_not(None)
        case _:
            return true()


def _searched(wanted: Wanted) -> list[ColumnElement[bool]]:
    found = []
    if wanted.employer:
        people = ledger_tables.learners.c
        found.append(HOLDER.in_(select(people.pseudonym).where(people.employer == wanted.employer)))
    if wanted.text:
        number = certificates.c.number.icontains(wanted.text, autoescape=True)
        found.append(or_(number, HOLDER.in_(wanted.learners)) if wanted.learners else number)
    return found
