"""Slows down who guesses passwords."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque

from common.clock import Clock

WINDOW_S = 900.0
MOST_REMEMBERED = 10_000


class Throttle:
    """Counts failures per key within a quarter of an hour. Remembers a limited number of keys."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failures: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait_s(self, limits: dict[str, int]) -> float:
        """Seconds until another try is allowed: 0 while every key has fewer failures than its limit."""
        now = self._clock.monotonic()
        with self._lock:
            return max((self._wait_for(key, limit, now) for key, limit in limits.items()), default=0.0)

    def failed(self, *keys: str) -> None:
        """Take down a failure for each of ``keys``."""
        now = self._clock.monotonic()
        with self._lock:
            for key in keys:
                self._failures.setdefault(key, deque()).append(now)
                self._failures.move_to_end(key)
            while len(self._failures) > MOST_REMEMBERED:
                self._failures.popitem(last=False)

    def succeeded(self, *keys: str) -> None:
        """Forget the failures of ``keys``."""
        with self._lock:
            for key in keys:
                self._failures.pop(key, None)

    def _wait_for(self, key: str, limit: int, now: float) -> float:
        failures = self._failures.get(key, deque())
        while failures and failures[0] <= now - WINDOW_S:
            failures.popleft()
        return 0.0 if len(failures) < limit else failures[-limit] + WINDOW_S - now
