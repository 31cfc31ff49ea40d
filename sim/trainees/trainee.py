"""What every scripted trainee is: something that decides on its next event."""

from __future__ import annotations

import math
from typing import Protocol

from sim.log.events import Event
from sim.session import Session


class Trainee(Protocol):
    """Plays a session without hands. Deterministic: the same session always gives the same events."""

    def next_event(self, session: Session) -> Event | None:
        """What it will do next, as things stand now, if nothing happens before; None: it waits.

        Asked again after each of its events has happened and after each thing that happened by itself,
        so it may change its mind. The event's time is not before the session's.
        """


def moment(session: Session, delay: float) -> float:
    """The session time so many seconds from now, to the next whole millisecond."""
    return to_millisecond(session.time + delay)


def to_millisecond(time: float) -> float:
    """The first whole millisecond not before a time in seconds, itself a whole number of microseconds."""
    return math.ceil(round(time * 1_000_000) / 1000) / 1000
