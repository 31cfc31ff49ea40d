"""How many requests a client program may make: a bucket that fills steadily and empties by one each."""

from __future__ import annotations

import threading
from collections import OrderedDict

from common.clock import Clock

_MOST_REMEMBERED = 10_000


class RateLimit:
    """Lets each key through ``per_s`` times a second on average, twice as often for a moment."""

    def __init__(self, clock: Clock, per_s: float) -> None:
        self._clock = clock
        self._per_s = per_s
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait_s(self, key: str) -> float:
        """0 if ``key`` may pass now, which is counted; else the seconds until it may."""
        now = self._clock.monotonic()
        with self._lock:
            left, when = self._buckets.get(key, (2 * self._per_s, now))
            left = min(2 * self._per_s, left + (now - when) * self._per_s)
            passes = left >= 1
            self._buckets[key] = (left - passes, now)
            self._buckets.move_to_end(key)
            while len(self._buckets) > _MOST_REMEMBERED:
                self._buckets.popitem(last=False)
        return 0.0 if passes else (1 - left) / self._per_s
