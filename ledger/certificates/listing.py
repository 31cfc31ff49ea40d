"""All certificates of a ledger, filtered: in pages, and whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true

from common.clock import Clock
from common.database import Transactions
from common.moments import to_us
from ledger import tables as ledger_tables
from ledger.certificates.certificate import HOLDER, Certificate, certificate_of, held_certificates
from ledger.certificates.tables import certificates
from ledger.people.periods import period_span_us
from ledger.people.sight import Sight

Shown = Literal["all", "valid", "expiring", "expired", "revoked"]
SHOWN: tuple[Shown, ...] = get_args(Shown)
SOON = timedelta(days=60)
"""What is valid and ends within this time is expiring."""
Place = tuple[int, str]
"""End of validity and number of a certificate: what comes after it in a list stands after both."""


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
    issued: str = ""
    """When, a period as in :mod:`ledger.people.periods`."""


class CertificateList:
    """Finds certificates for pages and files."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def page(self, wanted: Wanted, sight: Sight, offset: int, limit: int) -> tuple[list[Certificate], int]:
        """Those wanted that may be seen, the latest first (expiring ones: the first to end), and how many."""
        listed = _listed(wanted, sight, self._clock.now())
        with self._database.reading() as connection:
            counted = listed.with_only_columns(certificates.c.id).subquery()
            total = connection.scalar(select(func.count()).select_from(counted)) or 0
            rows = connection.execute(listed.order_by(*_order(wanted)).offset(offset).limit(limit)).all()
        return [certificate_of(row) for row in rows], total

    def after(
        self, wanted: Wanted, sight: Sight, now: datetime, place: Place | None, limit: int
    ) -> tuple[list[Certificate], list[Place]]:
        """As :meth:`page` for what is wanted at ``now``: those after a place, None for the beginning, and their places.

        Found by an index, wherever the place is.
        """
        listed = _listed(wanted, sight, now).where(*_later(wanted, place)).order_by(*_order(wanted)).limit(limit)
        with self._database.reading() as connection:
            found = [certificate_of(row) for row in connection.execute(listed)]
        return found, [(each.expires_us, each.number) for each in found]

    def counts(self, wanted: Wanted, sight: Sight) -> dict[Shown, int]:
        """How many of those wanted there are of each kind; those that expire soon are among the valid ones."""
        now = self._clock.now()
        sums = [func.count().filter(_shown(each, now)).label(each) for each in SHOWN]
        everyone = _listed(replace(wanted, shown="all"), sight, now).with_only_columns(*sums)
        with self._database.reading() as connection:
            row = connection.execute(everyone).one()
        return {each: getattr(row, each) for each in SHOWN}

    def first_issued(self, sight: Sight) -> int | None:
        """When the first was issued of those that may be seen, in microseconds since 1970; numbers count upwards."""
        columns = certificates.c
        listed = held_certificates().with_only_columns(columns.issued_us).where(sight.people(HOLDER))
        with self._database.reading() as connection:
            return connection.scalar(listed.order_by(columns.number).limit(1))


def _listed(wanted: Wanted, sight: Sight, now: datetime) -> Select[Any]:
    return held_certificates().where(sight.people(HOLDER), _shown(wanted.shown, now), *_searched(wanted))


def _order(wanted: Wanted) -> tuple[ColumnElement[Any], ...]:
    columns = certificates.c
    return (columns.expires_us, columns.number) if wanted.shown == "expiring" else (columns.number.desc(),)


def _later(wanted: Wanted, place: Place | None) -> list[ColumnElement[bool]]:
    """What stands after a place; the first condition is what an index is searched by."""
    if place is None:
        return []
    (expires_us, number), columns = place, certificates.c
    if wanted.shown != "expiring":
        return [columns.number < number]
    return [columns.expires_us >= expires_us, or_(columns.expires_us > expires_us, columns.number > number)]


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
    if (span := period_span_us(wanted.issued)) is not None:
        found.append(certificates.c.issued_us.between(*span))
    return found
