"""The outbox: completions that are safe in the van, and how far each has been delivered.

A completion goes in with its log and its learner's enrolment in one transaction, before anybody is
shown a result. From then on it is owed to every destination until that destination has it, or has
refused it, which the crew sees.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import zstandard

from common.clock import Clock
from kiosk.completion import Completion
from kiosk.store import Store

Item = Literal["enrolment", "statements", "log", "completion"]
State = Literal["pending", "sent", "parked"]
LONGEST_WAIT = 300.0
"""Seconds: no delivery waits longer for its next attempt, however many have failed."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing owed to one destination, with what is needed to send it."""

    completion: Completion
    item: Item
    destination: str
    attempts: int
    log: bytes
    """The session's log, zstd."""
    enrolment: str | None
    """The learner's sealed name and number as JSON, None for the anonymous."""


@dataclass(frozen=True, slots=True)
class Parked:
    """A thing that a destination refused, and why."""

    completion: Completion
    item: Item
    destination: str
    reason: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How a destination stands. Times are seconds since 1970, UTC."""

    pending: int
    sent: int
    parked: int
    last_sent: float | None
    last_error: str | None
    """Of the deliveries that are still pending, the latest one's."""


class Outbox:
    """What the van owes. ``owes`` lists the (item, destination) pairs every completion brings."""

    def __init__(self, store: Store, clock: Clock, owes: tuple[tuple[Item, str], ...]) -> None:
        self._store = store
        self._clock = clock
        self._owes = owes

    def put(self, session: str, log: bytes, enrolment: str | None, complete: Callable[[int], Completion]) -> Completion:
        """Make a session's completion safe, and return it.

        ``complete`` is given the completion's place in this van's order. A session that is in
        already stays as it is, so a recovery may put it again.
        """
        compressed = zstandard.compress(log)
        with self._store.transaction() as connection:
            found = connection.execute("SELECT body FROM completions WHERE id = ?", (session,)).fetchone()
            if found:
                return Completion.model_validate_json(found["body"])
            (last,) = connection.execute("SELECT coalesce(max(place), 0) FROM completions").fetchone()
            completion = complete(last + 1)
            connection.execute(
                "INSERT INTO completions (id, place, body, log, enrolment) VALUES (?, ?, ?, ?, ?)",
                (session, last + 1, completion.model_dump_json(), compressed, enrolment),
            )
            connection.executemany(
                "INSERT INTO deliveries (completion, item, destination, state, next_at) VALUES (?, ?, ?, 'pending', ?)",
                [
                    (session, item, destination, self._now())
                    for item, destination in self._owes
                    if item != "enrolment" or enrolment is not None
                ],
            )
            return completion

    def verdicts(self, learner: str) -> dict[str, list[bool]]:
        """For each scenario that somebody has completed here, whether they passed, each time in order."""
        found: dict[str, list[bool]] = {}
        for row in self._store.rows(
            "SELECT json_extract(body, '$.scenario') AS scenario, json_extract(body, '$.passed') AS passed "
            "FROM completions WHERE json_extract(body, '$.learner') = ? ORDER BY place",
            learner,
        ):
            found.setdefault(row["scenario"], []).append(bool(row["passed"]))
        return found

    def inputs(self, learner: str) -> set[str]:
        """The kinds of input with which somebody has completed anything here."""
        query = (
            "SELECT DISTINCT json_extract(body, '$.input') AS input FROM completions "
            "WHERE json_extract(body, '$.learner') = ?"
        )
        return {row["input"] for row in self._store.rows(query, learner)}

    def completion(self, session: str) -> Completion | None:
        """The completion of a session, None while it has none."""
        rows = self._store.rows("SELECT body FROM completions WHERE id = ?", session)
        return Completion.model_validate_json(rows[0]["body"]) if rows else None

    def log(self, session: str) -> bytes:
        """The bytes of a completed session's log.

        Raises:
            KeyError: no such completion.
        """
        rows = self._store.rows("SELECT log FROM completions WHERE id = ?", session)
        if not rows:
            raise KeyError(session)
        return zstandard.decompress(rows[0]["log"])

    def latest(self, count: int) -> list[Completion]:
        """The latest completions, newest first."""
        rows = self._store.rows("SELECT body FROM completions ORDER BY place DESC LIMIT ?", count)
        return [Completion.model_validate_json(row["body"]) for row in rows]

    # --- delivering ----------------------------------------------------------------------------

    def due(self, destination: str) -> Owed | None:
        """What should be sent to ``destination`` now: the one that has waited longest for its turn."""
        rows = self._store.rows(
            "SELECT d.item, d.attempts, c.body, c.log, c.enrolment FROM deliveries d "
            "JOIN completions c ON c.id = d.completion "
            "WHERE d.destination = ? AND d.state = 'pending' AND (d.next_at <= ? OR d.next_at > ?) "
            "ORDER BY d.next_at, c.place, d.rowid LIMIT 1",
            destination,
            self._now(),
            # A clock that was set back must not hold anything up for longer than it may wait.
            self._now() + LONGEST_WAIT,
        )
        if not rows:
            return None
        (row,) = rows
        completion = Completion.model_validate_json(row["body"])
        return Owed(completion, row["item"], destination, row["attempts"], row["log"], row["enrolment"])

    def next_due_in(self, destination: str) -> float | None:
        """Seconds until something is due for ``destination``; None when nothing is pending."""
        query = "SELECT min(next_at) AS at FROM deliveries WHERE destination = ? AND state = 'pending'"
        (row,) = self._store.rows(query, destination)
        return None if row["at"] is None else min(max(row["at"] - self._now(), 0.0), LONGEST_WAIT)

    def sent(self, owed: Owed) -> None:
        """The destination has it."""
        self._settle(owed, "sent", None)

    def parked(self, owed: Owed, reason: str) -> None:
        """The destination refuses it, and would refuse it again."""
        self._settle(owed, "parked", reason)

    def failed(self, owed: Owed, reason: str, wait: float) -> None:
        """It did not arrive; it is tried again after ``wait`` seconds."""
        with self._store.transaction() as connection:
            connection.execute(
                "UPDATE deliveries SET attempts = attempts + 1, next_at = ?, last_error = ? "
                "WHERE completion = ? AND item = ? AND state = 'pending'",
                (self._now() + min(wait, LONGEST_WAIT), reason, owed.completion.id, owed.item),
            )

    def retry_parked(self) -> int:
        """Owe everything that was refused once more, as the crew asks after a repair; how many."""
        with self._store.transaction() as connection:
            return connection.execute(
                "UPDATE deliveries SET state = 'pending', attempts = 0, next_at = ?, settled_at = NULL "
                "WHERE state = 'parked'",
                (self._now(),),
            ).rowcount

    def hurry(self) -> None:
        """Let nothing pending wait any longer: after a start the network may be another one."""
        with self._store.transaction() as connection:
            connection.execute("UPDATE deliveries SET next_at = ? WHERE state = 'pending'", (self._now(),))

    # --- what the crew sees --------------------------------------------------------------------

    def tally(self, destination: str) -> Tally:
        """How far the deliveries to ``destination`` have come."""
        (row,) = self._store.rows(
            "SELECT coalesce(sum(state = 'pending'), 0) AS pending, coalesce(sum(state = 'sent'), 0) AS sent, "
            "coalesce(sum(state = 'parked'), 0) AS parked, "
            "max(CASE state WHEN 'sent' THEN settled_at END) AS last_sent "
            "FROM deliveries WHERE destination = ?",
            destination,
        )
        errors = self._store.rows(
            "SELECT last_error FROM deliveries WHERE destination = ? AND state = 'pending' "
            "AND last_error IS NOT NULL ORDER BY next_at DESC LIMIT 1",
            destination,
        )
        return Tally(
            row["pending"], row["sent"], row["parked"], row["last_sent"], errors[0]["last_error"] if errors else None
        )

    def refused(self) -> list[Parked]:
        """Everything that was refused, latest first."""
        rows = self._store.rows(
            "SELECT d.item, d.destination, d.last_error, c.body FROM deliveries d "
            "JOIN completions c ON c.id = d.completion WHERE d.state = 'parked' ORDER BY d.settled_at DESC LIMIT 200"
        )
        return [
            Parked(Completion.model_validate_json(row["body"]), row["item"], row["destination"], row["last_error"])
            for row in rows
        ]

    def count(self) -> int:
        """How many completions there are."""
        (row,) = self._store.rows("SELECT count(*) AS n FROM completions")
        return row["n"]

    def pending(self) -> int:
        """How many completions are not yet where they should be, refused ones aside."""
        (row,) = self._store.rows("SELECT count(DISTINCT completion) AS n FROM deliveries WHERE state = 'pending'")
        return row["n"]

    def _settle(self, owed: Owed, state: State, reason: str | None) -> None:
        with self._store.transaction() as connection:
            connection.execute(
                "UPDATE deliveries SET state = ?, attempts = attempts + 1, last_error = ?, settled_at = ? "
                "WHERE completion = ? AND item = ?",
                (state, reason, self._now(), owed.completion.id, owed.item),
            )

    def _now(self) -> float:
        return self._clock.now().timestamp()
