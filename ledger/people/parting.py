"""Undoes a merge: two records that turned out to be of two people are two again.

The log is never touched: each statement says the pseudonym that it was made under, and that decides
whose it is. What was recorded for the one record since the merge stays with it; a certificate that was
issued on both their training is the bureau's to revoke.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from common.database import Transactions
from common.moments import from_us
from ledger import tables
from ledger.classroom.moves import hand_back
from ledger.completions import LEARNERS
from ledger.database import in_pieces
from ledger.people import tables as people_tables
from ledger.people.alias_identity import Moved, alias_particulars, alias_place
from ledger.people.learners import Learners
from ledger.people.merging import NoSuchLearner
from ledger.settings import Keys
from ledger.supervision.counting import recounted
from ledger.xapi.sameness import agent_key


@dataclass(frozen=True)
class Merged:
    """A record that was merged into another and can be parted from it."""

    alias: str
    name: str
    masked_number: str
    made: datetime
    made_by: str


class Parting:
    """Finds merged records and parts them again."""

    def __init__(self, database: Transactions, learners: Learners, keys: Keys) -> None:
        self._database = database
        self._learners = learners
        self._keys = keys

    def merged(self, learner: str) -> list[Merged]:
        """The records that were merged into a learner's, the first one first."""
        aliases = people_tables.learner_aliases
        found = []
        with self._database.reading() as connection:
            rows = connection.execute(select(aliases).filter_by(learner=learner).order_by(aliases.c.made_us)).all()
        for row in rows:
            said, moved = alias_particulars(self._keys.at_rest.decrypt(row.identity, alias_place(row.alias)))
            if moved is not None:
                number = said.document.masked()
                found.append(Merged(row.alias, said.name, number, from_us(row.made_us), row.made_by))
        return found

    def part(self, alias: str) -> str:
        """Make a merged record one of its own again and return whose it was.

        Raises:
            NoSuchLearner: no record was merged under this pseudonym.
        """
        aliases = people_tables.learner_aliases
        with self._database.writing() as connection:
            row = connection.execute(select(aliases).filter_by(alias=alias)).first()
            if row is None:
                raise NoSuchLearner("people.merge.nobody")
            said, moved = alias_particulars(self._keys.at_rest.decrypt(row.identity, alias_place(alias)))
            if moved is None:
                raise NoSuchLearner("people.merge.nobody")
            connection.execute(delete(aliases).filter_by(alias=alias))
            self._learners.insert(connection, alias, said, moved.employer)
            back = update(aliases).where(aliases.c.alias.in_(moved.aliases), aliases.c.learner == row.learner)
            connection.execute(back.values(learner=alias))
            _give_back_completions(connection, [alias, *moved.aliases], row.learner, alias)
            _give_back_the_rest(connection, moved, row.learner, alias)
            return row.learner


def _give_back_completions(connection: Connection, pseudonyms: list[str], kept: str, alias: str) -> None:
    links, statements = tables.statement_agents.c, tables.statements.c
    agents = [agent_key({"account": {"homePage": LEARNERS, "name": each}}) for each in pseudonyms]
    said = (
        select(statements.registration)
        .distinct()
        .select_from(tables.statements.join(tables.statement_agents, links.stored_us == statements.stored_us))
    )
    theirs = said.where(links.agent.in_(agents), links.direct.is_(True), statements.registration.is_not(None))
    done = tables.completions
    with recounted(connection, [kept, alias]):
        for some in in_pieces(connection.scalars(theirs).all()):
            change = update(done).where(done.c.id.in_(some), done.c.learner == kept)
            connection.execute(change.values(learner=alias))


def _give_back_the_rest(connection: Connection, moved: Moved, kept: str, alias: str) -> None:
    consents, on = people_tables.consents, people_tables.order_people
    change = update(consents).where(consents.c.id.in_(moved.consents), consents.c.learner == kept)
    connection.execute(change.values(learner=alias))
    change = update(on).where(on.c.order_id.in_(moved.orders), on.c.learner == kept)
    connection.execute(change.values(learner=alias))
    hand_back(connection, moved.classroom, kept, alias)
    shared = select(on).where(on.c.order_id.in_(moved.shared_orders), on.c.learner == kept)
    for row in connection.execute(shared).all():
        connection.execute(insert(on).values(order_id=row.order_id, learner=alias, added_us=row.added_us))
