"""The sessions that were handed to headsets and have not come back: what their logs must begin with."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.store import Store
from sim.log.events import Header


@dataclass(frozen=True, slots=True)
class Handout:
    """A session that a headset plays, or will."""

    header: Header
    first_time: bool
    stop: bool
    """The crew has ended it, and the headset may not know yet."""


class Handouts:
    """Written down after the sitting and gone with it, so that either side may be cut off at any instant."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, header: Header, *, first_time: bool) -> None:
        """Hand out the session of an open sitting."""
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO handouts (session, header, first_time) VALUES (?, ?, ?)",
                (header.session, header.model_dump_json(), first_time),
            )

    def stop(self, session: str) -> None:
        """The crew ends a session."""
        with self._store.transaction() as connection:
            connection.execute("UPDATE handouts SET stop = 1 WHERE session = ?", (session,))

    def find(self, session: str | None) -> Handout | None:
        """The session that is out, None where it has come back or never was."""
        return next((each for each in self.all() if each.header.session == session), None)

    def all(self) -> list[Handout]:
        """Everything that is out."""
        rows = self._store.rows("SELECT header, first_time, stop FROM handouts ORDER BY session")
        return [Handout(Header.model_validate_json(row[0]), bool(row[1]), bool(row[2])) for row in rows]
