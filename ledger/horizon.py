"""Up to which moment everything stored can be read, and which moment the next statement may have."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from common.clock import Clock
from common.moments import to_us


class Horizon:
    """Moments that were promised to readers stay behind what is written later, even if the clock is set back."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._promised_us = 0
        self._writing = False

    def reached(self) -> int:
        """Microseconds up to which nothing more will be stored."""
        with self._lock:
            if not self._writing:
                self._promised_us = max(self._promised_us, to_us(self._clock.now()))
            return self._promised_us

    @contextmanager
    def held(self) -> Iterator[None]:
        """While a write goes on nothing is promised beyond its start. One write at a time."""
        with self._lock:
            self._promised_us = max(self._promised_us, to_us(self._clock.now()))
            self._writing = True
        try:
            yield
        finally:
            with self._lock:
                self._writing = False

    def first_free(self, last_us: int) -> int:
        """The moment for the next statement after one stored at ``last_us``; called while a write is held."""
        return max(last_us + 1, self._promised_us + 1, to_us(self._clock.now()))
