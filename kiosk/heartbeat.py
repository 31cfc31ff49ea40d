"""Telling monitoring that each station lives."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from common.clock import Clock
from kiosk.destinations import Monitoring, NotNow, Refused

log = logging.getLogger(__name__)
EVERY_S = 30.0


@dataclass(frozen=True, slots=True)
class Pulse:
    """How a station is at this moment."""

    station: str
    state: str
    queue: int
    pending_uploads: int


class Heart:
    """Sends every station's pulse. A beat that does not arrive is not kept: the next one says more."""

    def __init__(
        self, van_id: str, monitoring: Monitoring, clock: Clock, pulses: Callable[[], Iterable[Pulse]]
    ) -> None:
        self._van_id = van_id
        self._monitoring = monitoring
        self._clock = clock
        self._pulses = pulses
        self.failing: str | None = None
        """Why the last beat did not arrive, None when it did."""

    async def beat(self) -> None:
        """One beat for every station."""
        for pulse in self._pulses():
            message = {
                "station": pulse.station,
                "van": self._van_id,
                "at": self._clock.now().isoformat(timespec="milliseconds"),
                "state": pulse.state,
                "queue": pulse.queue,
                "pending_uploads": pulse.pending_uploads,
            }
            try:
                await self._monitoring.beat(message)
            except (NotNow, Refused) as trouble:
                if self.failing is None:
                    log.warning("heartbeats do not arrive: %s", trouble)
                self.failing = str(trouble)
                return
            self.failing = None
