"""Certificates of one ledger: issued to those who reached a level, found again, revoked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.ids import uuid7
from common.moments import BEIJING, to_us
from common.text import Lang, text
from ledger import tables as ledger_tables
from ledger.certificates import tables
from ledger.certificates.certificate import (
    HOLDER,
    Certificate,
    NoSuchCertificate,
    found,
    held_by,
    held_certificates,
    masked_name,
    valid_among,
)
from ledger.certificates.credential import Achieved, Evidence, Verified, signed, stated_hours, verify
from ledger.certificates.keys import CertificateKeys
from ledger.completions import COMPLETED, PASSED, Completion, Completions
from ledger.database import in_pieces
from ledger.hours.reckoning import Need, Reckoning, months_after, reckon
from ledger.hours.rules import Level, Rules
from ledger.hours.words import said_needs
from ledger.keyring import Keyring
from ledger.people.aliases import owner
from ledger.people.learners import Learner, Learners
from ledger.people.sight import EVERYTHING, Sight
from ledger.transparency.proofs import Proofs

MAX_WHY, MAX_BY, MAX_ISSUER = 200, 80, 80


class NotIssued(DataError):
    """The person cannot have this certificate; says what is missing."""


class NotReached(NotIssued):
    """The person has not reached the level yet."""

    def __init__(self, learner: str, level: Level, missing: Iterable[Need]) -> None:
        self.level = level
        self.missing = tuple(missing)
        super().__init__("certificates.issue.not_reached", learner=learner)

    def message(self, lang: Lang) -> str:
        """Who, which level, and what of it is missing."""
        missing = said_needs(self.missing, lang)
        return text(self.key, lang, **self.places, level=self.level.name[lang], missing=missing)


@dataclass(frozen=True)
class Standing:
    """How far a learner is from the certificate of one level."""

    learner: str
    held: Certificate | None
    """The valid one that they have."""
    missing: tuple[Need, ...]
    """What the level needs and is not there."""

    @property
    def due(self) -> bool:
        """Whether it can be issued now."""
        return self.held is None and not self.missing


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

    def reckoning(self, learner: str, sight: Sight) -> Reckoning:
        """What a learner who may be seen has reached by now, and why."""
        with self._database.reading() as connection:
            learner = owner(connection, learner)
        return reckon(self._completions.of_learner(learner, sight), self.rules, self._clock.now())

    def standings(self, learners: Iterable[str], level: str, sight: Sight) -> list[Standing]:
        """How far each of ``learners`` is from the certificate of a level; for many at once."""
        done, now = self._completions.of_learners(learners, sight), self._clock.now()
        held = self._valid(done, level)
        rule = self.rules.levels[level]
        return [
            Standing(learner, held.get(learner), tuple(reckon(completions, self.rules, now).missing(rule)))
            for learner, completions in done.items()
        ]

    def issue(self, learner: str, level: str, issuer: str, by: str, sight: Sight) -> Certificate:
        """Give a learner the certificate of a level. One that is valid is answered as it is, not issued again.

        ``issuer`` is the name of the office that issues it, ``by`` the account of who does.

        Raises:
            NotIssued: no such level, nobody enrolled who may be seen, no issuer, or something is missing.
        """
        return self.issue_once(learner, level, issuer, by, sight)[0]

    def issue_once(self, learner: str, level: str, issuer: str, by: str, sight: Sight) -> tuple[Certificate, bool]:
        """As :meth:`issue`; with it, whether it was issued just now."""
        issuer = self.checked(level, issuer)
        person = self._learners.find(learner, sight)
        if person is None:
            raise NotIssued("certificates.issue.nobody", learner=learner)
        if valid := self._valid([person.pseudonym], level):
            return valid[person.pseudonym], False
        reckoning, rule = self.reckoning(person.pseudonym, sight), self.rules.levels[level]
        if missing := reckoning.missing(rule):
            raise NotReached(person.pseudonym, rule, missing)
        evidence = [self._evidence(line.completion) for line in reckoning.counted]
        with self._database.writing() as connection:
            # Asked again where nobody else writes: of two clerks at the same moment, one issues it.
            if valid := valid_among(connection, [person.pseudonym], level, self._clock.now()):
                return valid[person.pseudonym], False
            if self._learners.particulars(connection, person.pseudonym) is None:  # erased meanwhile
                raise NotIssued("certificates.issue.nobody", learner=learner)
            issued = self._write(connection, person, level, reckoning.hours, evidence, issuer, by)
            return found(connection, issued, EVERYTHING), True

    def checked(self, level: str, issuer: str) -> str:
        """The issuer's name without stray blanks. Raises NotIssued: it is none, or there is no such level."""
        if level not in self.rules.levels:
            raise NotIssued("certificates.issue.no_level", level=level, levels="、".join(self.rules.levels))
        issuer = " ".join(issuer.split())
        if not 0 < len(issuer) <= MAX_ISSUER or not issuer.isprintable():
            raise NotIssued("certificates.issue.issuer_wrong", limit=MAX_ISSUER)
        return issuer

    def find(self, certificate: str, sight: Sight) -> Certificate:
        """A certificate by its id. Raises NoSuchCertificate, also for one that may not be seen."""
        with self._database.reading() as connection:
            return found(connection, certificate, sight)

    def of_learner(self, learner: str, sight: Sight) -> list[Certificate]:
        """A learner's certificates that may be seen, the latest first."""
        with self._database.reading() as connection:
            return held_by(connection, owner(connection, learner), sight)

    def token(self, certificate: str, sight: Sight) -> str:
        """The signed credential. Raises NoSuchCertificate, also once its holder was erased."""
        with self._database.reading() as connection:
            there = found(connection, certificate, sight)
            sealed = connection.scalar(select(tables.certificates.c.jwt).filter_by(id=there.id))
        if sealed is None:
            raise NoSuchCertificate("certificates.erased")
        return self._at_rest.decrypt(sealed, _place(there.id))

    def said(self, certificate: str, sight: Sight) -> Verified:
        """What the signed credential says. Raises as :meth:`token`."""
        return verify(self.token(certificate, sight), self.keys.all())

    def hours(self, issued: Iterable[str], sight: Sight) -> dict[str, float]:
        """The hours that certificates state, by id; without those whose holder was erased or may not be seen."""
        columns = tables.certificates.c
        signed_ones = held_certificates().with_only_columns(columns.id, columns.jwt).where(columns.jwt.is_not(None))
        with self._database.reading() as connection:
            rows = [
                row
                for some in in_pieces(issued)
                for row in connection.execute(signed_ones.where(columns.id.in_(some), sight.people(HOLDER)))
            ]
        return {row.id: stated_hours(self._at_rest.decrypt(row.jwt, _place(row.id))) for row in rows}

    def holder(self, certificate: Certificate) -> str | None:
        """The name of who holds it, masked for strangers; None once they were erased."""
        person = self._learners.find(certificate.learner, EVERYTHING)
        return None if person is None else masked_name(person.name)

    def last_issuer(self) -> str:
        """The office that issued the latest certificate, to be offered for the next; empty before the first."""
        columns = tables.certificates.c
        latest = select(columns.id).where(columns.jwt.is_not(None)).order_by(columns.number.desc()).limit(1)
        with self._database.reading() as connection:
            certificate = connection.scalar(latest)
        return self.said(certificate, EVERYTHING).issuer if certificate else ""

    def revoke(self, certificate: str, why: str, by: str, sight: Sight) -> None:
        """Take a certificate back for a reason that everyone who checks it reads. The first reason stays.

        Raises:
            NoSuchCertificate, NotIssued: no reason, or a longer one than is taken.
        """
        why = " ".join(why.split())
        if not 0 < len(why) <= MAX_WHY or not why.isprintable():
            raise NotIssued("certificates.revoke.why_wrong", limit=MAX_WHY)
        news = {"revoked_us": to_us(self._clock.now()), "revoked_by": by[:MAX_BY], "revoked_why": why}
        with self._database.writing() as connection:
            found(connection, certificate, sight)
            change = update(tables.certificates).filter_by(id=certificate, revoked_us=None)
            connection.execute(change.values(news))

    def _write(
        self,
        connection: Connection,
        person: Learner,
        level: str,
        hours: float,
        evidence: list[Evidence],
        issuer: str,
        by: str,
    ) -> str:
        """Number, sign and keep a certificate; its id."""
        now, rule = self._clock.now(), self.rules.levels[level]
        achieved = Achieved(
            id=str(uuid7(now)),
            number=_next_number(connection, now.astimezone(BEIJING).year),
            holder=person.name,
            level=level,
            name=rule.name,
            hours=round(hours, 2),
            issued_us=to_us(now),
            expires_us=to_us(months_after(now, rule.valid_months)),
            rules=self.rules.version,
        )
        token = signed(achieved, evidence, issuer, self.keys.seed)
        row = _row(achieved, person.pseudonym, by[:MAX_BY])
        row["jwt"] = self._at_rest.encrypt(token, _place(achieved.id))
        connection.execute(insert(tables.certificates).values(row))
        return achieved.id

    def _valid(self, learners: Iterable[str], level: str) -> dict[str, Certificate]:
        with self._database.reading() as connection:
            return valid_among(connection, learners, level, self._clock.now())

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


def _next_number(connection: Connection, year: int) -> str:
    number = tables.certificates.c.number
    last = connection.scalar(select(func.max(number)).where(number.startswith(f"QC{year}-")))
    return f"QC{year}-{int(last.partition('-')[2]) + 1 if last else 1:07d}"


def _place(certificate: str) -> str:
    return f"certificates.jwt:{certificate}"
