"""Who looked at whom: every page of a person, every search and every download of personal data is written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, func, insert, select

from common.clock import Clock
from common.database import Transactions
from common.ids import uuid7
from common.moments import from_us, to_us
from common.web.accounts import User
from ledger.keyring import Keyring
from ledger.people.tables import looks

Action = Literal[
    "page",
    "search",
    "list",
    "export",
    "roster",
    "consent",
    "correct",
    "merge",
    "part",
    "erase",
    "import",
    "unlist",
    "certify",
    "revoke",
    "sheet",
]
_LONGEST_ASKED = 200


@dataclass(frozen=True)
class Look:
    """One look: by whom, when, at whom or for what."""

    id: str
    at: datetime
    account: str
    role: str
    action: Action
    learner: str | None
    found: int | None
    asked: str


class Looks:
    """The trail of looks. It is only added to; erasing a person removes what was searched, not that it was."""

    def __init__(self, database: Transactions, keyring: Keyring, clock: Clock) -> None:
        self._database = database
        self._keyring = keyring
        self._clock = clock

    def note(
        self, user: User, action: Action, learner: str | None = None, *, found: int | None = None, asked: str = ""
    ) -> None:
        """Write down that ``user`` looked, at a learner or for what they ``asked``, before it is shown."""
        now = self._clock.now()
        key = str(uuid7(now))
        said = asked.strip()[:_LONGEST_ASKED]
        row = {
            "id": key,
            "at_us": to_us(now),
            "account": user.name,
            "role": user.role,
            "action": action,
            "learner": learner,
            "found": found,
            "asked": self._keyring.encrypt(said, look_place(key)) if said else None,
        }
        with self._database.writing() as connection:
            connection.execute(insert(looks).values(row))

    def page(self, offset: int, limit: int, *, account: str = "", learner: str | None = None) -> tuple[list[Look], int]:
        """The latest looks, of one account or at one learner if so wished, and how many there are."""
        wanted = select(looks)
        if account:
            wanted = wanted.where(looks.c.account == account)
        if learner is not None:
            wanted = wanted.where(looks.c.learner == learner)
        latest = wanted.order_by(looks.c.at_us.desc(), looks.c.id.desc()).offset(offset).limit(limit)
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(wanted.subquery())) or 0
            rows = connection.execute(latest).all()
        return [self._look(row) for row in rows], total

    def _look(self, row: Row[Any]) -> Look:
        asked = self._keyring.decrypt(row.asked, look_place(row.id)) if row.asked is not None else ""
        return Look(row.id, from_us(row.at_us), row.account, row.role, row.action, row.learner, row.found, asked)


def look_place(key: str) -> str:
    """What the encrypted question of a look is bound to."""
    return f"looks.asked:{key}"
