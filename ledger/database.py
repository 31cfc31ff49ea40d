"""The ledger's database: one SQLite file by default, PostgreSQL by URL; the same rules on both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select, text
from sqlalchemy.exc import ArgumentError, OperationalError

from common.database import DatabaseTooNew, Transactions, sqlite_engine
from common.errors import EnvironmentLacks, UsageError
from ledger.certificates import tables as _certificate_tables  # noqa: F401  so that they are made with the others
from ledger.classroom import tables as _classroom_tables  # noqa: F401  so that they are made with the others
from ledger.classroom.cmi5 import tables as _cmi5_tables  # noqa: F401  so that they are made with the others
from ledger.people import tables as _people_tables  # noqa: F401  so that they are made with the others
from ledger.supervision import tables as _supervision_tables  # noqa: F401  so that they are made with the others
from ledger.tables import schema_version, tables
from ledger.transparency import tables as _log_tables  # noqa: F401  so that they are made with the others

_Value = TypeVar("_Value")
LATEST = "0011"
"""The last step of :mod:`ledger.migrations`; what :mod:`ledger.tables` describes."""
_FIRST = "0001"
_BEFORE_MIGRATIONS = "schema_version"
_KEPT_AWAY = 2
"""What releases before the migrations find in ``schema_version``: more than they know."""
_MOST_VALUES = 500
_WRITERS = "hashtextextended('qianche ledger ' || current_schema(), 0)"
"""The lock that writers hold: the order of commits is the order of ``stored``, in all processes."""


class LedgerDatabase(Transactions):
    """The tables of one ledger, brought to the layout of this release when it is opened."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        """Open the ledger in ``folder``, or the one at ``url`` (``postgresql://user@host/name``).

        Raises:
            DatabaseTooNew: a later release wrote it.
            UsageError: ``url`` is not one of PostgreSQL.
            EnvironmentLacks: PostgreSQL's driver is not installed, or nobody answers at ``url``.
        """
        self.shown_name = str(folder / "ledger.sqlite") if url is None else "PostgreSQL"
        super().__init__(engine_of(folder, url))
        try:
            self._bring_up_to_date()
        except OperationalError as error:
            raise EnvironmentLacks("ledger.database.no_answer", why=str(error.orig).strip()[:200]) from error

    @property
    def shared(self) -> bool:
        """Whether other processes may write to it too."""
        return self._engine.dialect.name == "postgresql"

    def nobody_writes(self, connection: Connection) -> bool:
        """Whether no process is writing at this moment; asked of a shared database only."""
        return bool(connection.scalar(text(f"SELECT pg_try_advisory_xact_lock_shared({_WRITERS})")))

    def _bring_up_to_date(self) -> None:
        with self.writing() as connection:
            found = _revision(connection)
            if found is None:
                tables.create_all(connection)
                connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)"))
                connection.execute(text("INSERT INTO alembic_version VALUES (:latest)"), {"latest": LATEST})
                connection.execute(insert(schema_version).values(version=_KEPT_AWAY))
            elif found > LATEST:
                raise DatabaseTooNew("database.too_new", path=self.shown_name, found=found, known=LATEST)
            elif found < LATEST:
                from ledger.migrations import migrate  # Alembic is slow to import and seldom needed

                migrate(connection, found, LATEST)


def engine_of(folder: Path, url: str | None = None) -> Engine:
    """The way to the ledger's database in ``folder`` or at ``url``, whatever is in it."""
    return sqlite_engine(folder / "ledger.sqlite") if url is None else _postgres_engine(url)


def open_ledger(folder: Path, url: str | None = None) -> LedgerDatabase:
    """The ledger's database in ``folder`` or at ``url``, made where there is none. See :class:`LedgerDatabase`."""
    return LedgerDatabase(folder, url)


def in_pieces(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    """``values`` in lists short enough for one question to a database."""
    remaining = iter(values)
    while piece := list(islice(remaining, _MOST_VALUES)):
        yield piece


def _revision(connection: Connection) -> str | None:
    """The step that the database was brought to; None for an empty one."""
    there = inspect(connection).get_table_names()
    if "alembic_version" in there:
        return connection.scalar(text("SELECT version_num FROM alembic_version"))
    if _BEFORE_MIGRATIONS not in there:
        return None
    found = connection.scalar(select(schema_version.c.version))
    return _FIRST if found == 1 else f"{found:04}"


def _postgres_engine(url: str) -> Engine:
    scheme, separator, rest = url.partition("://")
    if not separator or scheme not in ("postgresql", "postgres", "postgresql+psycopg"):
        raise UsageError("ledger.database.not_a_url", scheme=scheme[:20])
    try:
        engine = create_engine(f"postgresql+psycopg://{rest}", pool_pre_ping=True, pool_size=10, max_overflow=30)
    except ImportError as error:
        raise EnvironmentLacks("ledger.database.no_driver") from error
    except (ArgumentError, ValueError) as error:
        raise UsageError("ledger.database.not_a_url", scheme=scheme) from error

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("qianche_writes", False):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine
