"""What the line to the van asks of the loop that drives the headset."""

from __future__ import annotations

from dataclasses import dataclass

from scenarios import LoadedScenario
from sim.log.events import Header


@dataclass(frozen=True)
class Begin:
    """Play a session, or go on with it where its log is unfinished."""

    loaded: LoadedScenario
    header: Header
    first_time: bool


@dataclass(frozen=True)
class End:
    """The crew ends a session."""

    session: str


Order = Begin | End
