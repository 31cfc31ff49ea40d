"""Brings finished logs to the van, one after the other, until it has them all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from random import Random

from kiosk.backoff import backoff
from kiosk.remote.errand import Errand, VanRefuses, VanSilent
from kiosk.remote.session_logs import SessionLogs

log = logging.getLogger(__name__)
FIRST_WAIT_S, LONGEST_WAIT_S = 0.5, 20.0


class Handover:
    """Runs while a line is open; what is not through when it ends comes with the next."""

    def __init__(
        self,
        logs: SessionLogs,
        dice: Random,
        delivered: Callable[[], None],
        refused: Callable[[str, VanRefuses], None],
    ) -> None:
        """``delivered`` is called when the van has a log, ``refused`` with the session of one it does not want."""
        self._logs, self._dice = logs, dice
        self._delivered, self._refused = delivered, refused
        self._owed = asyncio.Event()

    def wake(self) -> None:
        """There may be something to bring."""
        self._owed.set()

    async def run(self, errand: Errand) -> None:
        """Bring what there is, and what comes."""
        while True:
            await self._owed.wait()
            self._owed.clear()
            for session in self._logs.waiting:
                await self._bring(errand, session)

    async def _bring(self, errand: Errand, session: str) -> None:
        failures = 0
        while True:
            try:
                await errand.bring_log(session, await asyncio.to_thread(self._logs.path(session).read_bytes))
            except VanRefuses as refusal:
                log.error("the van refuses the log of session %s: %s", session, refusal)
                self._logs.refuse(session)
                self._refused(session, refusal)
            except VanSilent as trouble:
                log.warning("the log of session %s was not taken: %s", session, trouble)
                await asyncio.sleep(backoff(failures, FIRST_WAIT_S, LONGEST_WAIT_S, self._dice))
                failures += 1
                continue
            else:
                self._logs.delivered(session)
                self._delivered()
            return
