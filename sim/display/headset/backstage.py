"""Work that is done beside the frames, one piece after another, each begun by the first asking for it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Generic, TypeVar

Work = TypeVar("Work")
MOST_LEFT = 16
"""Of what nobody came for any more, so much is kept."""


class Backstage(Generic[Work]):
    """Asked from one thread; the work is done in another."""

    def __init__(self, *, at_once: bool = False) -> None:
        """``at_once``: asking does the work and waits for it. For stills and tests."""
        self._worker = None if at_once else ThreadPoolExecutor(1, "backstage")
        self._doing: dict[Hashable, Future[Work]] = {}

    def ask(self, key: Hashable, make: Callable[[], Work]) -> Work | None:
        """What ``make`` made, once; None while it is being made. What was handed out is not kept."""
        if self._worker is None:
            return make()
        doing = self._doing.get(key)
        if doing is None:
            while len(self._doing) >= MOST_LEFT:
                self._doing.pop(next(iter(self._doing))).cancel()
            self._doing[key] = self._worker.submit(make)
            return None
        if not doing.done():
            return None
        return self._doing.pop(key).result()

    def settle(self) -> None:
        """Wait until all that was asked for is made."""
        wait(self._doing.values())

    def close(self) -> None:
        if self._worker is not None:
            self._worker.shutdown(cancel_futures=True)
