"""The van's own database: one SQLite file that survives the power being cut at any instant."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from common.errors import DataError

_TABLES = """
CREATE TABLE completions (
    id TEXT PRIMARY KEY,
    place INTEGER NOT NULL UNIQUE,
    body TEXT NOT NULL,
    log BLOB NOT NULL,
    enrolment TEXT
) STRICT;
CREATE TABLE deliveries (
    completion TEXT NOT NULL REFERENCES completions (id),
    item TEXT NOT NULL,
    destination TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'parked')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at REAL NOT NULL,
    last_error TEXT,
    settled_at REAL,
    PRIMARY KEY (completion, item)
) STRICT;
CREATE INDEX deliveries_due ON deliveries (destination, state, next_at);
CREATE TABLE sittings (
    session TEXT PRIMARY KEY,
    station TEXT NOT NULL,
    scenario TEXT NOT NULL,
    learner TEXT NOT NULL,
    log TEXT NOT NULL
) STRICT;
CREATE TABLE people (
    learner TEXT PRIMARY KEY,
    identity BLOB NOT NULL,
    enrolment TEXT NOT NULL
) STRICT;
CREATE TABLE queue (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    learner TEXT NOT NULL UNIQUE REFERENCES people (learner)
) STRICT;
CREATE TABLE stations (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;
"""
_COURSES = """
CREATE TABLE choices (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE INDEX completions_of_learner ON completions (json_extract(body, '$.learner'));
"""
_HEADSETS = """
CREATE TABLE headsets (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    secret BLOB NOT NULL,
    paired_at TEXT NOT NULL,
    forgotten INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE handouts (
    session TEXT PRIMARY KEY REFERENCES sittings (session) ON DELETE CASCADE,
    header TEXT NOT NULL,
    first_time INTEGER NOT NULL,
    stop INTEGER NOT NULL DEFAULT 0
) STRICT;
"""
_STEPS = (_TABLES, _COURSES, _HEADSETS)
"""What makes each version of the database out of the one before."""
STORE_VERSION = len(_STEPS)


class Store:
    """A connection that several threads share, one transaction at a time.

    WAL with ``synchronous=FULL``: what was committed is on the disk, whatever happens next.
    """

    def __init__(self, path: Path) -> None:
        """Open, or make, the database.

        Raises:
            DataError: it was written by a newer Qianche.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("PRAGMA foreign_keys=ON")
        self._lay_out()

    def _lay_out(self) -> None:
        with self.transaction() as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > STORE_VERSION:
                raise DataError("kiosk.store.newer", file=self.path)
            for step in _STEPS[version:]:
                for statement in filter(str.strip, step.split(";")):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version={STORE_VERSION}")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or none of it; other threads wait."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """The rows of a reading query."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def remember(self, name: str, value: str) -> None:
        """Keep a choice of the crew."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO choices (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    def remembered(self, name: str) -> str | None:
        """A choice of the crew, None where there was none."""
        rows = self.rows("SELECT value FROM choices WHERE name = ?", name)
        return rows[0]["value"] if rows else None

    def close(self) -> None:
        with self._lock:
            self._connection.close()
