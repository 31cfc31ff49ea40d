"""Erasing a person: who they were is gone; on request what they did as well, while the log still verifies."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from common.clock import Clock
from common.database import Transactions
from common.moments import to_us
from ledger import tables
from ledger.certificates.tables import certificates
from ledger.classroom import moves as classroom
from ledger.classroom.cmi5 import tables as course_tables
from ledger.completions import LEARNERS
from ledger.database import in_pieces
from ledger.keyring import Keyring
from ledger.people import tables as people_tables
from ledger.people.aliases import owner, pseudonyms_of
from ledger.people.learners import Learners
from ledger.people.looks import look_place
from ledger.supervision.counting import recounted
from ledger.transparency.erasure import erase as erase_statements
from ledger.xapi.sameness import agent_key


class Erasing:
    """Erases learners of one ledger."""

    def __init__(self, database: Transactions, learners: Learners, keyring: Keyring, clock: Clock) -> None:
        self._database = database
        self._learners = learners
        self._keyring = keyring
        self._clock = clock

    def erase(self, learner: str, *, records: bool) -> int:
        """Erase who a learner is, with aliases, consents and places on rosters; how many statements went too.

        Without ``records`` what was completed stays and counts, under a pseudonym that nobody can lead back.
        With them, its statements, session logs and documents are erased for good. Searches that found the
        person by name or number keep their line in the trail of looks, but no longer say what was asked.
        """
        gone = 0
        with self._database.writing() as connection:
            learner = owner(connection, learner)
            everywhere = pseudonyms_of(connection, learner)
            said = self._learners.particulars(connection, learner)
            with recounted(connection, [learner]):
                if records:
                    gone = self._erase_records(connection, learner, everywhere)
                connection.execute(delete(tables.learners).filter_by(pseudonym=learner))
            connection.execute(delete(people_tables.learner_aliases).filter_by(learner=learner))
            for table in (people_tables.consents, people_tables.order_people):
                connection.execute(delete(table).filter_by(learner=learner))
            classroom.forget(connection, learner, records=records)
            held = certificates.c.learner.in_(everywhere)
            connection.execute(update(certificates).where(held).values(jwt=None))  # it holds the name
            if said is not None:
                self._forget_questions(connection, (said.name.casefold(), said.document.number.casefold()))
        return gone

    def _erase_records(self, connection: Connection, learner: str, everywhere: list[str]) -> int:
        agents = [agent_key({"account": {"homePage": LEARNERS, "name": each}}) for each in everywhere]
        links, statements = tables.statement_agents.c, tables.statements.c
        theirs = select(statements.id).join(tables.statement_agents, links.stored_us == statements.stored_us)
        ids = connection.scalars(theirs.where(links.agent.in_(agents), links.direct.is_(True))).all()
        gone = erase_statements(connection, ids, to_us(self._clock.now()))
        sessions = connection.scalars(select(tables.completions.c.id).filter_by(learner=learner)).all()
        for some in in_pieces(sessions):
            connection.execute(delete(tables.logs).where(tables.logs.c.completion.in_(some)))
        connection.execute(delete(tables.completions).filter_by(learner=learner))
        taken = course_tables.registrations.c
        theirs = select(taken.id).where(taken.learner.in_(everywhere))
        connection.execute(delete(course_tables.sessions).where(course_tables.sessions.c.registration.in_(theirs)))
        connection.execute(delete(course_tables.registrations).where(taken.learner.in_(everywhere)))
        connection.execute(delete(tables.documents).where(tables.documents.c.agent.in_(agents)))
        connection.execute(delete(tables.agent_names).where(tables.agent_names.c.agent.in_(agents)))
        return gone

    def _forget_questions(self, connection: Connection, names: tuple[str, ...]) -> None:
        looks = people_tables.looks
        for row in connection.execute(select(looks.c.id, looks.c.asked).where(looks.c.asked.is_not(None))).all():
            asked = self._keyring.decrypt(row.asked, look_place(row.id)).casefold()
            if any(asked in name or name in asked for name in names):
                connection.execute(update(looks).filter_by(id=row.id).values(asked=None))
