"""Who the pseudonyms are. Names and identity numbers lie encrypted; pages see the number masked."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.enrolment import open_enrolment
from common.identity import IdentityNumberWrong, parse
from common.moments import to_us
from common.sealing import pseudonym
from ledger import tables
from ledger.settings import Keys


@dataclass(frozen=True)
class Learner:
    """A person as staff may see them."""

    pseudonym: str
    name: str
    masked_number: str


class Learners:
    """Enrols people from the vans' sealed letters and finds them again."""

    def __init__(self, database: Transactions, keys: Keys, clock: Clock) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def enrol(self, learner: str, sealed: str) -> bool:
        """Take down who a pseudonym is; True if they are new. Sent again, it changes nothing but the name.

        Raises:
            EnrolmentWrong, IdentityNumberWrong: see :func:`common.enrolment.open_enrolment`.
        """
        person = open_enrolment(learner, sealed, self._keys.pseudonym, self._keys.sealing)
        name = self._keys.at_rest.encrypt(person.name, f"learners.name:{learner}")
        with self._database.writing() as connection:
            known = connection.execute(update(tables.learners).filter_by(pseudonym=learner).values(name=name))
            if known.rowcount:
                return False
            number = person.identity_number.number
            connection.execute(
                insert(tables.learners).values(
                    pseudonym=learner,
                    name=name,
                    identity_number=self._keys.at_rest.encrypt(number, f"learners.identity_number:{learner}"),
                    enrolled_us=to_us(self._clock.now()),
                )
            )
        return True

    def find(self, learner: str) -> Learner | None:
        """Who a pseudonym is, if they are enrolled."""
        return self.named({learner}).get(learner)

    def named(self, pseudonyms: set[str]) -> dict[str, Learner]:
        """Those of ``pseudonyms`` who are enrolled."""
        with self._database.reading() as connection:
            rows = connection.execute(select(tables.learners).where(tables.learners.c.pseudonym.in_(pseudonyms))).all()
        return {row.pseudonym: self._learner(row) for row in rows}

    def search(self, text: str) -> set[str]:
        """Pseudonyms of those whose name holds ``text``, or whose whole identity number it is.

        Names are encrypted each in its own way, so every one is opened to look.
        """
        with contextlib.suppress(IdentityNumberWrong):
            return {pseudonym(self._keys.pseudonym, parse(text).number)}
        with self._database.reading() as connection:
            rows = connection.execute(select(tables.learners.c.pseudonym, tables.learners.c.name)).all()
        return {row.pseudonym for row in rows if text.casefold() in self._name(row).casefold()}

    def count(self) -> int:
        """How many are enrolled."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(tables.learners)) or 0

    def _learner(self, row: Row[Any]) -> Learner:
        number = self._keys.at_rest.decrypt(row.identity_number, f"learners.identity_number:{row.pseudonym}")
        return Learner(row.pseudonym, self._name(row), parse(number).masked())

    def _name(self, row: Row[Any]) -> str:
        return self._keys.at_rest.decrypt(row.name, f"learners.name:{row.pseudonym}")
