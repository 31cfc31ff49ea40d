"""Which people and employers someone on the staff may see: the one filter that every page and download asks."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select, true

from common.database import Transactions
from common.web.accounts import User
from ledger import tables
from ledger.people import tables as people_tables


@dataclass(frozen=True)
class Sight:
    """What one user may see: everything, or what belongs to some employers."""

    employers: frozenset[str] | None = None
    """Ids of employers; None for everything."""

    def employer(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """The rows whose employer, in ``column``, may be seen."""
        return true() if self.employers is None else column.in_(self.employers)

    def people(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """The rows whose learner, by the pseudonym in ``column``, may be seen."""
        if self.employers is None:
            return true()
        learners = tables.learners.c
        return column.in_(select(learners.pseudonym).where(learners.employer.in_(self.employers)))


EVERYTHING = Sight()


def sight_of(database: Transactions, user: User) -> Sight:
    """What ``user`` may see. An officer who was given employers sees these and their people alone."""
    if user.role != "officer":
        return EVERYTHING
    officers = people_tables.employer_officers.c
    with database.reading() as connection:
        own = frozenset(connection.scalars(select(officers.employer).where(officers.account == user.name)))
    return Sight(own) if own else EVERYTHING
