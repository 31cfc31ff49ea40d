"""The people a van expects and meets. Names and numbers lie encrypted in the van's database."""

from __future__ import annotations

import json
from dataclasses import dataclass

from common.enrolment import MAX_NAME, Person, can_be_name, seal_enrolment
from common.errors import DataError
from common.identity import parse
from common.sealing import AtRestCipher, pseudonym
from kiosk.settings import Secrets
from kiosk.store import Store


@dataclass(frozen=True, slots=True)
class Learner:
    """A person as the van knows them: by a pseudonym, with what a page may show."""

    pseudonym: str
    name: str
    masked_number: str

    @property
    def shown_name(self) -> str:
        """The name with its middle hidden, for a screen that others can see: 王小明 is 王*明."""
        if len(self.name) < 2:
            return self.name
        if " " in self.name:
            first, *rest = self.name.split()
            return " ".join([first, *(f"{part[0]}." for part in rest)])
        return self.name[0] + "*" + (self.name[-1] if len(self.name) > 2 else "")


class People:
    """Enrols people, finds them again, and keeps who waits for a turn."""

    def __init__(self, store: Store, secrets: Secrets) -> None:
        self._store = store
        self._secrets = secrets
        self._cipher = AtRestCipher(secrets.at_rest)

    def enrol(self, name: str, number: str) -> Learner:
        """Take down a person; one met before gets the name given now.

        Raises:
            IdentityNumberWrong: the number cannot be one.
            DataError: the name is empty, too long or not text.
        """
        name = checked_name(name)
        person = Person(name, parse(number))
        enrolment = seal_enrolment(person, self._secrets.pseudonym, self._secrets.ledger_public)
        learner = Learner(enrolment["pseudonym"], name, person.identity_number.masked())
        identity = json.dumps([learner.name, learner.masked_number], ensure_ascii=False)
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO people (learner, identity, enrolment) VALUES (?, ?, ?) "
                "ON CONFLICT (learner) DO UPDATE SET identity = excluded.identity, enrolment = excluded.enrolment",
                (learner.pseudonym, self._cipher.encrypt(identity, _where(learner.pseudonym)), json.dumps(enrolment)),
            )
        return learner

    def known(self, number: str) -> Learner | None:
        """The person with this identity number, if the van has met or expects them.

        Raises:
            IdentityNumberWrong: the number cannot be one.
        """
        return self.find(pseudonym(self._secrets.pseudonym, parse(number).number))

    def find(self, learner: str) -> Learner | None:
        """The person of a pseudonym."""
        rows = self._store.rows("SELECT learner, identity FROM people WHERE learner = ?", learner)
        return self._learner(rows[0]["learner"], rows[0]["identity"]) if rows else None

    def enrolment(self, learner: str) -> str | None:
        """What the ledger is sent so that it knows who a pseudonym is, as JSON."""
        rows = self._store.rows("SELECT enrolment FROM people WHERE learner = ?", learner)
        return rows[0]["enrolment"] if rows else None

    def everyone(self) -> list[Learner]:
        """Everyone the van knows, by name."""
        rows = self._store.rows("SELECT learner, identity FROM people")
        return sorted((self._learner(row["learner"], row["identity"]) for row in rows), key=lambda each: each.name)

    def forget_all(self) -> int:
        """Delete everyone who is not waiting, as when a company's day is over; how many.

        What is owed to the ledger is not touched: it carries its own sealed copy.
        """
        with self._store.transaction() as connection:
            return connection.execute(
                "DELETE FROM people WHERE learner NOT IN (SELECT learner FROM queue) "
                "AND learner NOT IN (SELECT learner FROM sittings)"
            ).rowcount

    # --- who is next ---------------------------------------------------------------------------

    def waiting(self) -> list[Learner]:
        """Who waits for a turn, first come first."""
        rows = self._store.rows(
            "SELECT p.learner, p.identity FROM queue q JOIN people p ON p.learner = q.learner ORDER BY q.place"
        )
        return [self._learner(row["learner"], row["identity"]) for row in rows]

    def line_up(self, learner: str) -> None:
        """Put a person at the end of the queue; who waits already keeps their place."""
        with self._store.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO queue (learner) VALUES (?)", (learner,))

    def step_out(self, learner: str) -> None:
        """Take a person out of the queue: their turn has come, or they left."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM queue WHERE learner = ?", (learner,))

    def let_pass(self, learner: str) -> None:
        """Send a person to the end of the queue: not here when called."""
        with self._store.transaction() as connection:
            if connection.execute("DELETE FROM queue WHERE learner = ?", (learner,)).rowcount:
                connection.execute("INSERT INTO queue (learner) VALUES (?)", (learner,))

    def _learner(self, learner: str, identity: bytes) -> Learner:
        name, masked = json.loads(self._cipher.decrypt(identity, _where(learner)))
        return Learner(learner, name, masked)


def checked_name(name: str) -> str:
    """``name`` with single blanks.

    Raises:
        DataError: it is empty, too long or not text.
    """
    name = " ".join(name.split())
    if not can_be_name(name):
        raise DataError("kiosk.people.name_wrong", limit=MAX_NAME)
    return name


def _where(learner: str) -> str:
    return f"people.identity:{learner}"
