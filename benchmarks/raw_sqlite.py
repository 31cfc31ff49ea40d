"""The peer of everything that is stored: SQLite itself, with the same promise and nothing around it."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class RawSqlite:
    """One table of keys and bodies, WAL with ``synchronous=FULL``, one commit for what is written together."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("CREATE TABLE rows (id TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT")

    def put(self, rows: list[tuple[str, bytes]]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("INSERT INTO rows (id, body) VALUES (?, ?)", rows)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()
