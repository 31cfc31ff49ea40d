"""Carrying the outbox to its destinations, through any network or none."""

from __future__ import annotations

import asyncio
from random import Random

from common.clock import Clock
from kiosk.backoff import backoff
from kiosk.destinations import Destination, NotNow, Refused
from kiosk.outbox import LONGEST_WAIT, Outbox, Owed

FIRST_WAIT = 2.0
"""Seconds before the second attempt; doubles with each failure up to ``LONGEST_WAIT``."""


class Courier:
    """Brings everything owed to one destination, one thing at a time.

    A thing that fails by itself waits by itself; while the destination cannot be reached at all,
    the courier rests. One courier never waits for another.
    """

    def __init__(self, outbox: Outbox, destination: Destination, clock: Clock, dice: Random) -> None:
        self._outbox = outbox
        self._destination = destination
        self._clock = clock
        self._dice = dice
        self._wake = asyncio.Event()
        self._failures = 0
        self._rest_until = 0.0

    @property
    def name(self) -> str:
        return self._destination.name

    def wake(self) -> None:
        """Something new is in the outbox."""
        self._wake.set()

    def hurry(self) -> None:
        """Do not rest any longer: somebody has seen to the network."""
        self._rest_until = 0.0
        self._wake.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        while True:
            self._wake.clear()
            wait = await self.step()
            try:
                await asyncio.wait_for(self._wake.wait(), wait)
            except TimeoutError:
                continue

    async def step(self) -> float | None:
        """Make at most one delivery; how many seconds until there may be another, None when all is done."""
        resting = self._rest_until - self._clock.monotonic()
        if resting > 0:
            return resting
        owed = await asyncio.to_thread(self._outbox.due, self.name)
        if owed is not None:
            await self._deliver(owed)
            resting = max(0.0, self._rest_until - self._clock.monotonic())
            if resting:
                return resting
        return await asyncio.to_thread(self._outbox.next_due_in, self.name)

    async def _deliver(self, owed: Owed) -> None:
        try:
            await self._destination.send(owed)
        except Refused as refusal:
            await asyncio.to_thread(self._outbox.parked, owed, str(refusal))
        except NotNow as trouble:
            await asyncio.to_thread(self._outbox.failed, owed, str(trouble), self._wait(owed.attempts, trouble.after))
            if trouble.everything:
                self._rest_until = self._clock.monotonic() + self._wait(self._failures, trouble.after)
                self._failures += 1
            return
        else:
            await asyncio.to_thread(self._outbox.sent, owed)
        self._failures = 0

    def _wait(self, failures: int, asked: float | None) -> float:
        return min(max(backoff(failures, FIRST_WAIT, LONGEST_WAIT, self._dice), asked or 0.0), LONGEST_WAIT)
