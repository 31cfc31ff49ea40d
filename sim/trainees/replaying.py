"""The trainee who does again what a log tells."""

from __future__ import annotations

from collections.abc import Sequence

from sim.log import Log
from sim.log.events import Event
from sim.session import Session


class Replaying:
    """Gives the events of a log at their own times."""

    def __init__(self, log: Log) -> None:
        self._events: Sequence[Event] = log.events
        self._next = 0
        self._given = -1

    def next_event(self, session: Session) -> Event | None:
        if self._given == self._next and self._events[self._next].t <= session.time:
            self._next += 1
        if self._next == len(self._events):
            return None
        self._given = self._next
        return self._events[self._next]
