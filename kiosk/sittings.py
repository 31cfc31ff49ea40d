"""Sessions that have begun and are not yet safe in the outbox: what is looked after when the van starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.store import Store


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person's session at one station."""

    session: str
    station: str
    scenario: str
    """Path of the van's copy of the scenario, which stays as it was when the session began."""
    learner: str
    log: Path


class Sittings:
    """The open sittings, written down before their log begins."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, sitting: Sitting) -> None:
        with self._store.transaction() as connection:
            connection.execute(
                "INSERT INTO sittings (session, station, scenario, learner, log) VALUES (?, ?, ?, ?, ?)",
                (sitting.session, sitting.station, sitting.scenario, sitting.learner, str(sitting.log)),
            )

    def close(self, session: str) -> None:
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM sittings WHERE session = ?", (session,))

    def find(self, session: str) -> Sitting | None:
        return next((sitting for sitting in self.all() if sitting.session == session), None)

    def all(self) -> list[Sitting]:
        """Every open sitting, oldest first (their ids are ordered by time)."""
        rows = self._store.rows("SELECT session, station, scenario, learner, log FROM sittings ORDER BY session")
        return [Sitting(row[0], row[1], row[2], row[3], Path(row[4])) for row in rows]
