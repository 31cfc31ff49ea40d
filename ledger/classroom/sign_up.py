"""Signing up on a phone: a name and an identity document that belong together, nothing else.

There are no passwords and no text messages: a bureau's ledger may stand in a hall without a line to
the outside, and a worker on the phone of a colleague is to get their credit too. What a session opens
is therefore little: one's own lessons, tests and credits, with the name masked. Guessing is slowed
down, and every refusal reads the same, so that nobody learns whose numbers the ledger knows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from sqlalchemy import Connection, select

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.moments import to_us
from common.web.throttle import Throttle
from ledger.classroom.classes import Class, Classes
from ledger.classroom.learner_sessions import LearnerSessions
from ledger.people.aliases import owner
from ledger.people.consents import Consents
from ledger.people.days import today
from ledger.people.documents import DocumentKind, check_document
from ledger.people.learners import Learners, OtherName, Particulars, check_name
from ledger.people.tables import order_people
from ledger.tables import learners as learners_table

FAILURES_PER_PERSON, FAILURES_PER_ADDRESS = 5, 60
"""In a quarter of an hour; a company's people often share one address."""
CODES_PER_ADDRESS = 60
RECORDED_BY = "phone"


class NotLetIn(DataError):
    """The person cannot be let in; deliberately does not say whether name or number is wrong."""

    status = 403


class WaitFirst(DataError):
    """Too many tries."""

    status = 429

    def __init__(self, wait_s: float) -> None:
        super().__init__("classroom.sign_up.wait", minutes=math.ceil(wait_s / 60))
        self.headers = {"Retry-After": str(math.ceil(wait_s))}


@dataclass(frozen=True)
class Claim:
    """Who somebody says they are."""

    name: str
    kind: DocumentKind
    number: str


class SignUp:
    """Lets people in, into a class or back to what they began."""

    def __init__(
        self,
        database: Transactions,
        learners: Learners,
        consents: Consents,
        classes: Classes,
        sessions: LearnerSessions,
        clock: Clock,
        pseudonym_key: bytes,
    ) -> None:
        self._database = database
        self._key = pseudonym_key
        self._learners = learners
        self._consents = consents
        self._classes = classes
        self._sessions = sessions
        self._clock = clock
        self._throttle = Throttle(clock)

    def class_of(self, code: str, address: str) -> Class:
        """The class of a poster's code. Who tries many has to wait.

        Raises:
            NotLetIn: there is no such class, or it is closed.
            WaitFirst
        """
        self._not_too_often({f"codes {address}": CODES_PER_ADDRESS})
        found = self._classes.by_code(code)
        if found is None:
            self._throttle.failed(f"codes {address}")
            raise NotLetIn("classroom.sign_up.no_class")
        if not found.is_open(to_us(self._clock.now())):
            raise NotLetIn("classroom.sign_up.closed")
        return found

    def join(self, into: Class, claim: Claim, consented: bool, address: str) -> str:
        """Take somebody into a class, with their consent; the token of their session.

        Raises:
            NotLetIn: not on the roster, or known under another name.
            ParticularsWrong, IdentityNumberWrong, DocumentNumberWrong: what was typed cannot be.
            WaitFirst
        """
        if not consented:
            raise NotLetIn("classroom.sign_up.consent_first")
        said = self._checked(claim, address)
        with self._database.writing() as connection:
            learner = self._roster(connection, into, said) if into.order else self._anyone(connection, said)
            if learner is not None:
                self._consents.record_in(connection, learner, "phone", RECORDED_BY)
                self._classes.join(connection, into.id, learner)
                return self._sessions.open(connection, learner)
        raise self._refused(said, address, "classroom.sign_up.not_on_roster" if into.order else "classroom.sign_up.no")

    def join_again(self, into: Class, learner: str) -> None:
        """Take somebody whose phone is known into a further class.

        Raises:
            NotLetIn: not on the roster.
        """
        with self._database.writing() as connection:
            if into.order and not _on_roster(connection, into.order, learner):
                raise NotLetIn("classroom.sign_up.not_on_roster")
            self._classes.join(connection, into.id, learner)

    def sign_in(self, claim: Claim, address: str) -> str:
        """Let somebody back in who is enrolled; the token of their session. Raises as :meth:`join`."""
        said = self._checked(claim, address)
        with self._database.writing() as connection:
            learner = self._known(connection, said)
            if learner is not None:
                return self._sessions.open(connection, learner)
        raise self._refused(said, address, "classroom.sign_up.no")

    def _checked(self, claim: Claim, address: str) -> Particulars:
        day = today(self._clock.now())
        said = Particulars(check_name(claim.name), check_document(claim.kind, claim.number, day))
        person = said.document.pseudonym(self._key)
        self._not_too_often({f"{address} {person}": FAILURES_PER_PERSON, address: FAILURES_PER_ADDRESS})
        return said

    def _refused(self, said: Particulars, address: str, key: str) -> NotLetIn:
        self._throttle.failed(f"{address} {said.document.pseudonym(self._key)}", address)
        return NotLetIn(key)

    def _not_too_often(self, limits: dict[str, int]) -> None:
        if wait_s := self._throttle.wait_s(limits):
            raise WaitFirst(wait_s)

    def _roster(self, connection: Connection, into: Class, said: Particulars) -> str | None:
        learner = self._known(connection, said)
        there = learner is not None and _on_roster(connection, into.order or "", learner)
        return learner if there else None

    def _known(self, connection: Connection, said: Particulars) -> str | None:
        """The pseudonym of someone who is enrolled under this name."""
        learner = owner(connection, said.document.pseudonym(self._key))
        if connection.scalar(select(learners_table.c.pseudonym).filter_by(pseudonym=learner)) is None:
            return None
        return self._anyone(connection, said)

    def _anyone(self, connection: Connection, said: Particulars) -> str | None:
        """The pseudonym of someone who is enrolled now; None for another's number."""
        try:
            return self._learners.take_down(connection, said, None)
        except OtherName:
            return None


def _on_roster(connection: Connection, order: str, learner: str) -> bool:
    found = select(order_people.c.learner).filter_by(order_id=order, learner=learner)
    return connection.scalar(found) is not None
