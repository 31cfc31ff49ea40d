"""Two records of one person become one, and a number taken down wrongly is put right.

Statements stay as they are. The pseudonym that is given up becomes an alias, and what was completed
under it counts for the person from then on.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from common.clock import Clock
from common.database import Transactions
from common.errors import DataError
from common.moments import to_us
from ledger import tables
from ledger.classroom import moves as classroom
from ledger.driver import insert_missing
from ledger.people import tables as people_tables
from ledger.people.alias_identity import alias_identity, alias_place, moved_by_merging
from ledger.people.aliases import owner
from ledger.people.learners import Learners, Particulars
from ledger.settings import Keys
from ledger.supervision.counting import recounted


class NoSuchLearner(DataError):
    """Nobody is enrolled under this pseudonym."""


class SamePerson(DataError):
    """A record cannot be merged with itself."""


class Merging:
    """Merges and corrects the records of learners. :mod:`ledger.people.parting` undoes a merge."""

    def __init__(self, database: Transactions, learners: Learners, keys: Keys, clock: Clock) -> None:
        self._database = database
        self._learners = learners
        self._keys = keys
        self._clock = clock

    def merge(self, kept: str, given_up: str, by: str) -> None:
        """Make ``given_up`` an alias of ``kept``; what it completed, its orders and consents are theirs now.

        Raises:
            NoSuchLearner, SamePerson
        """
        with self._database.writing() as connection:
            kept, given_up = owner(connection, kept), owner(connection, given_up)
            if kept == given_up:
                raise SamePerson("people.merge.same")
            self._known(connection, kept)
            said, moves = self._known(connection, given_up), moved_by_merging(connection, given_up, kept)
            self._give_up(connection, given_up, kept, alias_identity(said, moves), by)

    def correct(self, learner: str, said: Particulars, by: str) -> str:
        """Write down anew who a learner is and return their pseudonym, which follows the document's number.

        Raises:
            NoSuchLearner
            OtherName: the number is known already, under another name.
        """
        with self._database.writing() as connection:
            learner = owner(connection, learner)
            before = self._known(connection, learner)
            if before.document == said.document:
                row = self._learners.encrypted(learner, said)
                connection.execute(update(tables.learners).filter_by(pseudonym=learner).values(row))
                return learner
            employer = connection.scalar(select(tables.learners.c.employer).filter_by(pseudonym=learner))
            own = said.document.pseudonym(self._keys.pseudonym)
            connection.execute(delete(people_tables.learner_aliases).filter_by(alias=own, learner=learner))
            corrected = self._learners.take_down(connection, said, employer)
            self._give_up(connection, learner, corrected, alias_identity(before, None), by)
            return corrected

    def _known(self, connection: Connection, learner: str) -> Particulars:
        said = self._learners.particulars(connection, learner)
        if said is None:
            raise NoSuchLearner("people.merge.nobody")
        return said

    def _give_up(self, connection: Connection, given_up: str, kept: str, identity: str, by: str) -> None:
        aliases = people_tables.learner_aliases
        connection.execute(update(aliases).filter_by(learner=given_up).values(learner=kept))
        row = {
            "alias": given_up,
            "learner": kept,
            "identity": self._keys.at_rest.encrypt(identity, alias_place(given_up)),
            "made_us": to_us(self._clock.now()),
            "made_by": by,
        }
        connection.execute(insert(aliases).values(row))
        with recounted(connection, [given_up, kept]):
            connection.execute(delete(tables.learners).filter_by(pseudonym=given_up))
            connection.execute(update(tables.completions).filter_by(learner=given_up).values(learner=kept))
        connection.execute(update(people_tables.consents).filter_by(learner=given_up).values(learner=kept))
        on = people_tables.order_people
        rows = connection.execute(select(on).filter_by(learner=given_up)).all()
        insert_missing(connection, on, [{**row._mapping, "learner": kept} for row in rows])
        connection.execute(delete(on).filter_by(learner=given_up))
        classroom.hand_over(connection, given_up, kept)
