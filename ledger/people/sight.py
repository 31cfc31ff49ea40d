"""Which people and employers someone on the staff may see: the one filter that every page and download asks.

Every question for people, employers, or what is theirs takes a :class:`Sight` and has no default for
it, so that whoever asks must say for whom. Pages and routes get theirs from :func:`sight_of`;
:data:`EVERYTHING` is for programs and commands (tests/ledger/test_sight.py holds both).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, or_, select, true, union_all

from common.web.accounts import User
from ledger import tables
from ledger.people import tables as people_tables


@dataclass(frozen=True)
class Sight:
    """What one user may see: everything, or what belongs to some companies or some districts, else nothing."""

    everything: bool = False
    companies: tuple[str, ...] = ()
    """Unified social credit codes."""
    districts: tuple[str, ...] = ()

    def employer(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """The rows whose employer, by the id in ``column``, may be seen."""
        return true() if self.everything else column.in_(self._employers())

    def people(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """The rows whose learner, by the pseudonym or a former one in ``column``, may be seen."""
        if self.everything:
            return true()
        people, aliases = tables.learners.c, people_tables.learner_aliases.c
        own = select(people.pseudonym).where(people.employer.in_(self._employers()))
        return column.in_(union_all(own, select(aliases.alias).where(aliases.learner.in_(own))))

    def district(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """The rows whose district, by its name in ``column``, may be seen as a whole."""
        return true() if self.everything else column.in_(self.districts)

    def _employers(self) -> Select[tuple[str]]:
        employers = people_tables.employers.c
        own = or_(employers.credit_code.in_(self.companies), employers.district.in_(self.districts))
        return select(employers.id).where(own)


EVERYTHING = Sight(everything=True)
NOTHING = Sight()


def sight_of(user: User) -> Sight:
    """What ``user`` may see. One whose scope was not given yet sees nothing."""
    if user.role == "officer":
        return Sight(companies=user.scope)
    if user.role == "district":
        return Sight(districts=user.scope)
    if user.role in ("bureau", "trainer", "auditor", "admin"):
        return EVERYTHING
    return NOTHING
