"""The trainee who is not there: nothing is done, everything runs out."""

from __future__ import annotations

from sim.log.events import Event
from sim.session import Session


class Absent:
    def next_event(self, session: Session) -> Event | None:
        return None
