"""Certificates of one ledger: issued to those who reached a level, found again, revoked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, func, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.ids import uuid7
from common.moments import BEIJING, from_us, to_us
from common.text import Lang
from ledger import tables as ledger_tables
from ledger.certificates import tables
from ledger.certificates.credential import Achieved, Evidence, signed
from ledger.certificates.keys import CertificateKeys
from ledger.completions import COMPLETED, PASSED, Completion, Completions
from ledger.hours.reckoning import Reckoning, months_after, reckon
from ledger.hours.rules import Rules
from ledger.keyring import Keyring
from ledger.people.aliases import owner, pseudonyms_of
from ledger.people.learners import Learners
from ledger.transparency.proofs import Proofs

State = Literal["valid", "expired", "revoked"]
MAX_WHY, MAX_BY = 200, 80


class NotIssued(DataError):
    """The person cannot have this certificate; says what is missing."""


class NoSuchCertificate(DataError):
    """There is none with this id."""

    status = 404


@dataclass(frozen=True)
class Certificate:
    """A certificate as the ledger keeps it."""

    id: str
    number: str
    learner: str
    """Pseudonym of who holds it now."""
    level: str
    name: dict[Lang, str]
    issued_us: int
    expires_us: int
    revoked_us: int | None
    revoked_why: str | None

    def state(self, now: datetime) -> State:
        """What it is worth at a moment."""
        if self.revoked_us is not None:
            return "revoked"
        return "expired" if to_us(now) >= self.expires_us else "valid"


class Certificates:
    """Issues, finds and revokes."""

    def __init__(
        self,
        database: Transactions,
        clock: Clock,
        keys: CertificateKeys,
        at_rest: Keyring,
        rules: Rules,
        learners: Learners,
        completions: Completions,
        proofs: Proofs,
    ) -> None:
        self.keys = keys
        self.rules = rules
        self._database = database
        self._clock = clock
        self._at_rest = at_rest
        self._learners = learners
        self._completions = completions
        self._proofs = proofs

    def reckoning(self, learner: str) -> Reckoning:
        """What a learner has reached by now, and why."""
        with self._database.reading() as connection:
            learner = owner(connection, learner)
        return reckon(self._completions.of_learner(learner), self.rules, self._clock.now())

    def issue(self, learner: str, level: str, issuer: str, by: str) -> Certificate:
        """Give a learner the certificate of a level. One that is valid is answered as it is, not issued again.

        Raises:
            NotIssued: no such level, nobody enrolled, or something is missing.
        """
        if level not in self.rules.levels:
            raise NotIssued("certificates.issue.no_level", level=level, levels="、".join(self.rules.levels))
        person = self._learners.find(learner)
        if person is None:
            raise NotIssued("certificates.issue.nobody", learner=learner)
        rule, now = self.rules.levels[level], self._clock.now()
        there = [each for each in self.of_learner(person.pseudonym) if each.level == level]
        if valid := [each for each in there if each.state(now) == "valid"]:
            return valid[0]
        reckoning = self.reckoning(person.pseudonym)
        if not reckoning.reached(rule):
            raise NotIssued("certificates.issue.not_reached", learner=person.pseudonym, level=level)
        evidence = [self._evidence(line.completion) for line in reckoning.counted]
        expires_us = to_us(months_after(now, rule.valid_months))
        with self._database.writing() as connection:
            achieved = Achieved(
                id=str(uuid7(now)),
                number=_next_number(connection, now.astimezone(BEIJING).year),
                holder=person.name,
                level=level,
                name=rule.name,
                hours=round(reckoning.hours, 2),
                issued_us=to_us(now),
                expires_us=expires_us,
                rules=self.rules.version,
            )
            token = signed(achieved, evidence, issuer, self.keys.seed)
            row = _row(achieved, person.pseudonym, by[:MAX_BY])
            row["jwt"] = self._at_rest.encrypt(token, _place(achieved.id))
            connection.execute(insert(tables.certificates).values(row))
        return self.find(achieved.id)

    def issue_all(
        self, learners: Sequence[str], level: str, issuer: str, by: str
    ) -> tuple[list[Certificate], list[NotIssued]]:
        """Certificates for everyone of ``learners`` who reached the level, and why the others have none."""
        issued: list[Certificate] = []
        refused: list[NotIssued] = []
        for learner in learners:
            try:
                issued.append(self.issue(learner, level, issuer, by))
            except NotIssued as error:
                refused.append(error)
        return issued, refused

    def find(self, certificate: str) -> Certificate:
        """A certificate by its id. Raises NoSuchCertificate."""
        with self._database.reading() as connection:
            return self._certificate(connection, _found(connection, certificate))

    def of_learner(self, learner: str) -> list[Certificate]:
        """A learner's certificates, the latest first."""
        columns = tables.certificates.c
        with self._database.reading() as connection:
            everywhere = pseudonyms_of(connection, owner(connection, learner))
            query = select(tables.certificates).where(columns.learner.in_(everywhere))
            rows = connection.execute(query.order_by(columns.issued_us.desc())).all()
            return [self._certificate(connection, row) for row in rows]

    def token(self, certificate: str) -> str:
        """The signed credential. Raises NoSuchCertificate, also once its holder was erased."""
        with self._database.reading() as connection:
            row = _found(connection, certificate)
        if row.jwt is None:
            raise NoSuchCertificate("certificates.erased")
        return self._at_rest.decrypt(row.jwt, _place(row.id))

    def holder(self, certificate: Certificate) -> str | None:
        """The name of who holds it, masked; None once they were erased."""
        person = self._learners.find(certificate.learner)
        return None if person is None else masked_name(person.name)

    def revoke(self, certificate: str, why: str, by: str) -> None:
        """Take a certificate back for a reason that everyone who checks it reads. The first reason stays.

        Raises:
            NoSuchCertificate, NotIssued: no reason, or a longer one than is taken.
        """
        why = " ".join(why.split())
        if not 0 < len(why) <= MAX_WHY or not why.isprintable():
            raise NotIssued("certificates.revoke.why_wrong", limit=MAX_WHY)
        news = {"revoked_us": to_us(self._clock.now()), "revoked_by": by[:MAX_BY], "revoked_why": why}
        with self._database.writing() as connection:
            _found(connection, certificate)
            change = update(tables.certificates).filter_by(id=certificate, revoked_us=None)
            connection.execute(change.values(news))

    def _evidence(self, completion: Completion) -> Evidence:
        """The statement by which a completion counts: passed where there is one, else completed."""
        columns = ledger_tables.statements.c
        said = select(columns.id).filter_by(registration=completion.id, voided=False)
        verb = PASSED if completion.passed else COMPLETED
        with self._database.reading() as connection:
            statement = connection.scalars(said.where(columns.verb == verb).order_by(columns.stored_us.desc())).first()
        if statement is None:  # taken back in this moment
            raise NotIssued("certificates.issue.taken_back")
        return Evidence(statement, completion.title, self._proofs.inclusion(statement))

    def _certificate(self, connection: Connection, row: Row[Any]) -> Certificate:
        return Certificate(
            id=row.id,
            number=row.number,
            learner=owner(connection, row.learner),
            level=row.level,
            name={"zh": row.name_zh, "en": row.name_en},
            issued_us=row.issued_us,
            expires_us=row.expires_us,
            revoked_us=row.revoked_us,
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


def _row(achieved: Achieved, learner: str, by: str) -> dict[str, Any]:
    return {
        "id": achieved.id,
        "number": achieved.number,
        "learner": learner,
        "level": achieved.level,
        "name_zh": achieved.name["zh"],
        "name_en": achieved.name["en"],
        "issued_us": achieved.issued_us,
        "expires_us": achieved.expires_us,
        "issued_by": by,
    }


def _found(connection: Connection, certificate: str) -> Row[Any]:
    row = connection.execute(select(tables.certificates).filter_by(id=certificate)).first()
    if row is None:
        raise NoSuchCertificate("certificates.none")
    return row


def _next_number(connection: Connection, year: int) -> str:
    number = tables.certificates.c.number
    last = connection.scalar(select(func.max(number)).where(number.startswith(f"QC{year}-")))
    return f"QC{year}-{int(last.partition('-')[2]) + 1 if last else 1:07d}"


def _place(certificate: str) -> str:
    return f"certificates.jwt:{certificate}"
