"""A certificate as the ledger keeps it, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, func, select

from common.errors import DataError
from common.moments import BEIJING, from_us, to_us
from common.text import Lang
from ledger.certificates import tables
from ledger.database import in_pieces
from ledger.people.aliases import pseudonyms_of
from ledger.people.sight import Sight
from ledger.people.tables import learner_aliases

State = Literal["valid", "expired", "revoked"]


class NoSuchCertificate(DataError):
    """There is none with this id."""

    status = 404


@dataclass(frozen=True)
class Certificate:
    """A certificate. Moments are Unix microseconds."""

    id: str
    number: str
    learner: str
    """Pseudonym of who holds it now."""
    level: str
    name: dict[Lang, str]
    """Of the level, as it was called then."""
    issued_us: int
    expires_us: int
    issued_by: str
    """Account."""
    revoked_us: int | None
    revoked_by: str | None
    revoked_why: str | None

    def state(self, now: datetime) -> State:
        """What it is worth at a moment."""
        if self.revoked_us is not None:
            return "revoked"
        return "expired" if to_us(now) >= self.expires_us else "valid"


HOLDER = func.coalesce(learner_aliases.c.learner, tables.certificates.c.learner)
"""Who holds a certificate now: whoever it was issued to, or the person whose other record that was."""


def held_certificates() -> Select[Any]:
    """The columns of certificates, and ``holder``; without the credential, which is long."""
    joined = tables.certificates.outerjoin(learner_aliases, learner_aliases.c.alias == tables.certificates.c.learner)
    columns = (each for each in tables.certificates.c if each.name != "jwt")
    return select(*columns, HOLDER.label("holder")).select_from(joined)


def found(connection: Connection, certificate: str, sight: Sight) -> Certificate:
    """A certificate by its id. Raises NoSuchCertificate: there is none, or it may not be seen."""
    query = held_certificates().where(tables.certificates.c.id == certificate, sight.people(HOLDER))
    row = connection.execute(query).first()
    if row is None:
        raise NoSuchCertificate("certificates.none")
    return certificate_of(row)


def held_by(connection: Connection, learner: str, sight: Sight) -> list[Certificate]:
    """What a learner holds under any pseudonym, if it may be seen, the latest first."""
    columns = tables.certificates.c
    theirs = columns.learner.in_(pseudonyms_of(connection, learner))
    query = held_certificates().where(theirs, sight.people(HOLDER))
    rows = connection.execute(query.order_by(columns.issued_us.desc(), columns.number.desc())).all()
    return [certificate_of(row) for row in rows]


def valid_among(connection: Connection, learners: Iterable[str], level: str, now: datetime) -> dict[str, Certificate]:
    """The valid certificate of a level by learner, of those of ``learners`` who have one."""
    columns, aliases = tables.certificates.c, learner_aliases.c
    valid = (columns.level == level, columns.revoked_us.is_(None), columns.expires_us > to_us(now))
    there: dict[str, Certificate] = {}
    for some in in_pieces(learners):
        formerly = connection.scalars(select(aliases.alias).where(aliases.learner.in_(some))).all()
        query = held_certificates().where(columns.learner.in_([*some, *formerly]), *valid)
        for row in connection.execute(query.order_by(columns.issued_us)):
            there[row.holder] = certificate_of(row)
    return there


def certificate_of(row: Row[Any]) -> Certificate:
    """What a row of :func:`held_certificates` says."""
    return Certificate(
        id=row.id,
        number=row.number,
        learner=row.holder,
        level=row.level,
        name={"zh": row.name_zh, "en": row.name_en},
        issued_us=row.issued_us,
        expires_us=row.expires_us,
        issued_by=row.issued_by,
        revoked_us=row.revoked_us,
        revoked_by=row.revoked_by,
        revoked_why=row.revoked_why,
    )


def masked_name(name: str) -> str:
    """A name as strangers see it: the first character of a Chinese one, the first letter of each part of others.

    >>> masked_name("欧阳靖"), masked_name("Li Na")
    ('欧**', 'L* N*')
    """
    return " ".join(part[0] + "*" * (len(part) - 1) for part in name.split())


def day_of(moment_us: int) -> str:
    """A day, Beijing time."""
    return from_us(moment_us).astimezone(BEIJING).date().isoformat()
