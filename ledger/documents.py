"""Documents that client programs keep here: the state of an activity, profiles of activities and agents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, insert, select

from common.clock import Clock
from common.database import Transactions
from common.moments import to_us
from ledger import tables


@dataclass(frozen=True)
class Place:
    """Where documents lie; what a resource does not tell apart is empty.

    Agent and activity are keys as of :mod:`ledger.xapi.sameness`.
    """

    resource: str
    activity: str = ""
    agent: str = ""
    registration: str | None = ""
    """None for those of every registration and of none."""

    def columns(self) -> dict[str, str]:
        """The columns that tell this place from others."""
        of = {"resource": self.resource, "activity": self.activity, "agent": self.agent}
        return of if self.registration is None else {**of, "registration": self.registration}


@dataclass(frozen=True)
class Document:
    """A document, and when it was changed last."""

    content_type: str
    content: bytes
    changed_us: int = 0

    @property
    def etag(self) -> str:
        """The digest that tells versions apart, as the standard has it, without quotes."""
        return hashlib.sha1(self.content, usedforsecurity=False).hexdigest()


class DocumentStore:
    """The documents of one ledger."""

    def __init__(self, database: Transactions, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def find(self, place: Place, document_id: str, credential: str | None = None) -> Document | None:
        """One document; ``credential`` restricts it to what this client wrote."""
        with self._database.reading() as connection:
            row = connection.execute(_one(place, document_id, credential)).first()
        return _document(row)

    def ids(self, place: Place, since_us: int | None, credential: str | None = None) -> tuple[list[str], int | None]:
        """The ids of all documents changed after a moment, and when the last of them was changed."""
        columns = tables.documents.c
        wanted = select(columns.id, columns.changed_us).filter_by(**place.columns())
        if since_us is not None:
            wanted = wanted.where(columns.changed_us > since_us)
        if credential is not None:
            wanted = wanted.where(columns.credential == credential)
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(columns.changed_us, columns.id)).all()
        return list(dict.fromkeys(row.id for row in rows)), rows[-1].changed_us if rows else None

    def change(
        self, place: Place, document_id: str, credential: str, decide: Callable[[Document | None], Document | None]
    ) -> None:
        """Put what ``decide`` makes of the document that is there in its place; None removes it.

        Nobody else changes it meanwhile. What ``decide`` raises leaves everything as it was.
        """
        of = {**place.columns(), "id": document_id}
        with self._database.writing() as connection:
            there = _document(connection.execute(_one(place, document_id, None)).first())
            wanted = decide(there)
            if there is not None:
                connection.execute(delete(tables.documents).filter_by(**of))
            if wanted is not None:
                row = {
                    **of,
                    "credential": credential,
                    "content_type": wanted.content_type,
                    "content": wanted.content,
                    "changed_us": to_us(self._clock.now()),
                }
                connection.execute(insert(tables.documents).values(row))

    def remove_all(self, place: Place) -> None:
        """Remove every document of a place."""
        with self._database.writing() as connection:
            connection.execute(delete(tables.documents).filter_by(**place.columns()))


def _one(place: Place, document_id: str, credential: str | None) -> Select[Any]:
    wanted = select(tables.documents).filter_by(**place.columns(), id=document_id)
    return wanted if credential is None else wanted.filter_by(credential=credential)


def _document(row: Any) -> Document | None:
    return Document(row.content_type, row.content, row.changed_us) if row else None
