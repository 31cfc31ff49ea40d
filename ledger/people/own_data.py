"""Everything that the ledger holds of one person, for that person: one JSON document."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from common.clock import Clock
from common.database import Transactions
from common.moments import iso, to_us
from ledger import tables
from ledger.classroom import moves as classroom
from ledger.completions import LEARNERS
from ledger.keyring import Keyring
from ledger.people import tables as people_tables
from ledger.people.alias_identity import alias_particulars, alias_place
from ledger.people.aliases import owner, pseudonyms_of
from ledger.people.learners import Learners
from ledger.people.sight import Sight
from ledger.xapi.sameness import agent_key

FORMAT = "qianche-own-data/1"


class OwnData:
    """Collects what is held of a person."""

    def __init__(self, database: Transactions, keyring: Keyring, learners: Learners, clock: Clock) -> None:
        self._database = database
        self._keyring = keyring
        self._learners = learners
        self._clock = clock

    def of(self, learner: str, sight: Sight) -> dict[str, Any] | None:
        """Everything held of a learner, ready for JSON; None for nobody, or for one who may not be seen."""
        if self._learners.find(learner, sight) is None:
            return None
        with self._database.reading() as connection:
            learner = owner(connection, learner)
            said = self._learners.particulars(connection, learner)
            if said is None:
                return None
            person = {
                "name": said.name,
                "documents": [{"kind": said.document.kind, "number": said.document.number}],
                "trade": said.trade,
                "phone": said.phone,
                "employer": _employer(connection, learner),
            }
            person["documents"] += self._other_documents(connection, learner)
            statements = _statements(connection, pseudonyms_of(connection, learner))
            consents, orders = _consents(connection, learner), _orders(connection, learner)
            looks = _looks(connection, learner)
            in_classroom = classroom.held_of(connection, learner)
        return {
            "format": FORMAT,
            "made": iso(to_us(self._clock.now())),
            "person": person,
            "pseudonym": learner,
            "consents": consents,
            "orders": orders,
            "classroom": in_classroom,
            "statements": statements,
            "looked_at": looks,
        }

    def _other_documents(self, connection: Connection, learner: str) -> list[dict[str, str]]:
        """Documents by which the person was known besides."""
        aliases = people_tables.learner_aliases
        found = []
        for row in connection.execute(select(aliases).filter_by(learner=learner).order_by(aliases.c.made_us)):
            said, _ = alias_particulars(self._keyring.decrypt(row.identity, alias_place(row.alias)))
            found.append({"kind": said.document.kind, "number": said.document.number})
        return found


def _employer(connection: Connection, learner: str) -> str | None:
    employers = people_tables.employers
    query = select(employers.c.name).join(tables.learners, tables.learners.c.employer == employers.c.id)
    return connection.scalar(query.where(tables.learners.c.pseudonym == learner))


def _consents(connection: Connection, learner: str) -> list[dict[str, Any]]:
    consents = people_tables.consents
    rows = connection.execute(select(consents).filter_by(learner=learner).order_by(consents.c.given_us)).all()
    return [
        {
            "source": row.source,
            "given": iso(row.given_us),
            "withdrawn": None if row.withdrawn_us is None else iso(row.withdrawn_us),
        }
        for row in rows
    ]


def _orders(connection: Connection, learner: str) -> list[dict[str, str]]:
    orders, on, employers = people_tables.orders.c, people_tables.order_people.c, people_tables.employers
    query = select(orders.number, orders.day, orders.place, employers.c.name)
    query = query.join(people_tables.order_people, on.order_id == orders.id)
    query = query.join(employers, employers.c.id == orders.employer).where(on.learner == learner).order_by(orders.day)
    rows = connection.execute(query).all()
    return [{"number": row.number, "company": row.name, "day": row.day, "place": row.place} for row in rows]


def _statements(connection: Connection, pseudonyms: list[str]) -> list[Any]:
    agents = [agent_key({"account": {"homePage": LEARNERS, "name": each}}) for each in pseudonyms]
    links, statements = tables.statement_agents.c, tables.statements.c
    query = select(statements.raw).join(tables.statement_agents, links.stored_us == statements.stored_us)
    query = query.where(links.agent.in_(agents), links.direct.is_(True), statements.voided.is_(False))
    return [json.loads(raw) for raw in connection.scalars(query.order_by(statements.stored_us)) if raw]


def _looks(connection: Connection, learner: str) -> list[dict[str, Any]]:
    looks = people_tables.looks
    rows = connection.execute(select(looks).filter_by(learner=learner).order_by(looks.c.at_us)).all()
    return [{"at": iso(row.at_us), "by": row.account, "role": row.role, "action": row.action} for row in rows]
