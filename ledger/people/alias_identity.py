"""What the ledger keeps, encrypted, of a record that became part of another: who it said, and what was moved.

The second is kept so that a merge can be undone.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, select

from ledger import tables
from ledger.classroom.moves import to_hand_over
from ledger.people import tables as people_tables
from ledger.people.aliases import aliases_of
from ledger.people.documents import Document
from ledger.people.learners import Particulars


@dataclass(frozen=True)
class Moved:
    """What went over to the record that was kept. ``shared_orders`` had both on their rosters."""

    employer: str | None
    aliases: list[str]
    consents: list[str]
    orders: list[str]
    shared_orders: list[str]
    classroom: dict[str, list[str]]
    """As :func:`ledger.classroom.moves.to_hand_over` says."""


def moved_by_merging(connection: Connection, given_up: str, kept: str) -> Moved:
    """What will go over from one record to another."""
    on, consents = people_tables.order_people.c, people_tables.consents.c
    theirs = set(connection.scalars(select(on.order_id).filter_by(learner=given_up)))
    already = set(connection.scalars(select(on.order_id).filter_by(learner=kept)))
    return Moved(
        employer=connection.scalar(select(tables.learners.c.employer).filter_by(pseudonym=given_up)),
        aliases=list(aliases_of(connection, given_up)),
        consents=list(connection.scalars(select(consents.id).filter_by(learner=given_up))),
        orders=sorted(theirs - already),
        shared_orders=sorted(theirs & already),
        classroom=to_hand_over(connection, given_up, kept),
    )


def alias_identity(said: Particulars, moved: Moved | None) -> str:
    """The text that is kept; without ``moved`` for a number that was put right."""
    fields = {"name": said.name, "document": said.document.kind, "number": said.document.number}
    fields |= {"trade": said.trade, "phone": said.phone}
    return json.dumps(fields | ({"moved": asdict(moved)} if moved else {}), ensure_ascii=False)


def alias_particulars(identity: str) -> tuple[Particulars, Moved | None]:
    """Who the record said, and what was moved if it was merged."""
    said = json.loads(identity)
    moved = Moved(**said["moved"]) if "moved" in said else None
    return Particulars(said["name"], Document(said["document"], said["number"]), said["trade"], said["phone"]), moved


def alias_place(alias: str) -> str:
    """What an alias's encrypted identity is bound to."""
    return f"learner_aliases.identity:{alias}"
