"""Many pieces of work in several processes, which end with the one that began them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

MOST_WORKERS = 4


def process_pool(workers: int) -> ProcessPoolExecutor:
    """A pool of fresh processes. None of them outlives this process, however that ends."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of them; what follows is the parent's to say
    parent = parent_process()
    if parent is not None:
        Thread(target=lambda: (parent.join(), os._exit(0)), name="end with parent", daemon=True).start()


def worked(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], workers: int | None = None
) -> Iterator[tuple[int, Result]]:
    """The number of each of ``pieces`` and what ``work`` gives for it, as they get done.

    ``workers`` processes work at a time, by default one for each processor, up to ``MOST_WORKERS``. What is
    left is given up when nobody asks for more results.
    """
    workers = workers or max(1, min(MOST_WORKERS, os.cpu_count() or 1))
    if workers == 1 or len(pieces) < 2:
        yield from enumerate(map(work, pieces))
        return
    with process_pool(min(workers, len(pieces))) as pool:
        running = {pool.submit(work, piece): number for number, piece in enumerate(pieces)}
        try:
            for job in as_completed(running):
                yield running[job], job.result()
        finally:
            pool.shutdown(cancel_futures=True)
