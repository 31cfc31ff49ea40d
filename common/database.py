"""A service's own database: what was committed stays, whatever happens to the power."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    create_engine,
    event,
    insert,
    select,
    update,
)

from common.errors import DataError

WAIT_FOR_LOCK_MS = 30_000
_ROOM = ("cache_size=-16000", "wal_autocheckpoint=4000")
"""Pages kept in memory (in KiB) and in the log before it is copied into the file: a large batch changes some 200, and
much of it is changed again by the next."""
Upgrade = Callable[[Connection], None]
"""Changes the tables of one version into those of the next, in the writer's transaction that it is given."""


class DatabaseTooNew(DataError):
    """The file was written by a later release; an older one would not understand it."""


class Transactions:
    """Reading and writing as contexts around one transaction each, over any engine.

    Writers take turns, readers never wait; both may be used from any thread. How a transaction
    begins is the engine's business; it finds the execution option ``qianche_writes`` set for a writer.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing_engine = engine.execution_options(qianche_writes=True)
        self._writer = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the state of one moment."""
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all on the disk at the end, or none of them."""
        with self._writer, self._writing_engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Give back files and connections."""
        self._engine.dispose()


class Database(Transactions):
    """Tables in one SQLite file."""

    def __init__(
        self, path: Path, tables: MetaData, version: int, upgrades: Mapping[int, Upgrade] | None = None
    ) -> None:
        """Open ``path``, made with ``tables`` where there is none; ``version`` counts changes of the tables.

        ``upgrades`` lead on from the versions that they stand under; tables that are merely new need none.

        Raises:
            DatabaseTooNew: the file has a later version than ``version``.
        """
        self.path = path
        super().__init__(sqlite_engine(path))
        self._lay_out(tables, version, upgrades or {})

    def _lay_out(self, tables: MetaData, version: int, upgrades: Mapping[int, Upgrade]) -> None:
        versions = Table("schema_version", MetaData(), Column("version", Integer, nullable=False))
        with self.writing() as connection:
            versions.create(connection, checkfirst=True)
            found = connection.scalar(select(versions.c.version))
            if found is not None and found > version:
                raise DatabaseTooNew("database.too_new", path=self.path, found=found, known=version)
            for step in range(version if found is None else found, version):
                if step in upgrades:
                    upgrades[step](connection)
            tables.create_all(connection)
            if found is None:
                connection.execute(insert(versions).values(version=version))
            elif found < version:
                connection.execute(update(versions).values(version=version))


def sqlite_engine(path: Path) -> Engine:
    """One SQLite file, made where there is none, in WAL mode with ``synchronous=FULL``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{path.as_posix()}", connect_args={"timeout": WAIT_FOR_LOCK_MS / 1000})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself; `begin` below does
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", *_ROOM):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer that first reads must not find at its first write that another has overtaken it.
        writes = connection.get_execution_options().get("qianche_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
