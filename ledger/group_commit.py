"""Many requests, one commit: whoever comes while the disk is busy goes with the next transaction."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

_Job = TypeVar("_Job")
_Outcome = TypeVar("_Outcome")
_MOST_AT_ONCE = 64


@dataclass
class _Ticket(Generic[_Job, _Outcome]):
    job: _Job
    done: threading.Event = field(default_factory=threading.Event)
    outcome: _Outcome | Exception | None = None


class GroupCommit(Generic[_Job, _Outcome]):
    """Hands jobs of many threads to ``write`` in groups, one group at a time.

    There is no thread of its own: the first who waits writes for all who wait with it. ``write``
    returns one outcome for each job, an exception where a job alone is at fault. When it raises
    itself, nothing of the group is written and each job is tried by itself.
    """

    def __init__(self, write: Callable[[Sequence[_Job]], Sequence[_Outcome | Exception]]) -> None:
        self._write = write
        self._turn = threading.Lock()
        self._waiting: list[_Ticket[_Job, _Outcome]] = []
        self._queue = threading.Lock()

    def submit(self, job: _Job) -> _Outcome:
        """Write ``job``; returns, or raises, its outcome once that is on the disk."""
        ticket: _Ticket[_Job, _Outcome] = _Ticket(job)
        with self._queue:
            self._waiting.append(ticket)
        while not ticket.done.is_set():
            with self._turn:
                if not ticket.done.is_set():
                    self._write_group()
        if isinstance(ticket.outcome, Exception):
            raise ticket.outcome
        return ticket.outcome  # type: ignore[return-value]  # set by whoever set `done`

    def waiting(self) -> int:
        """How many jobs wait for their turn."""
        with self._queue:
            return len(self._waiting)

    def _write_group(self) -> None:
        with self._queue:
            group, self._waiting = self._waiting[:_MOST_AT_ONCE], self._waiting[_MOST_AT_ONCE:]
        try:
            outcomes = self._write([ticket.job for ticket in group])
        except Exception as error:
            outcomes = [self._alone(ticket.job) for ticket in group] if len(group) > 1 else [error]
        for ticket, outcome in zip(group, outcomes, strict=True):
            ticket.outcome = outcome
            ticket.done.set()

    def _alone(self, job: _Job) -> _Outcome | Exception:
        try:
            return self._write([job])[0]
        except Exception as error:
            return error
