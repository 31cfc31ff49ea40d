"""A played session at any second of it."""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.model import Scenario
from sim.log.events import Event
from sim.session import Session
from sim.state import SceneState


class PlayCursor:
    """The session that some events make, at any second; going on is cheap, going back plays it again from the start."""

    def __init__(self, scenario: Scenario, seed: int, events: Sequence[Event]) -> None:
        self._scenario, self._seed, self._events = scenario, seed, events
        self._session: Session | None = None
        self._next = 0

    def at(self, seconds: float) -> SceneState:
        """The state at a session time."""
        if self._session is None or seconds < self._session.time:
            self._session, self._next = Session(self._scenario, self._seed), 0
        while self._next < len(self._events) and self._events[self._next].t <= seconds:
            self._session.apply(self._events[self._next])
            self._next += 1
        if not self._session.ended:
            self._session.advance(max(seconds, self._session.time))
        return self._session.state()
