"""The ledger's database: one SQLite file by default, PostgreSQL by URL; the same rules on both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import (
    Connection,
    Dialect,
    Engine,
    Insert,
    Row,
    Select,
    Table,
    create_engine,
    event,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.sql.compiler import ExpandedState, SQLCompiler

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
_DIALECTS = {"postgresql": postgresql, "sqlite": sqlite}
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


def rows_of(connection: Connection, query: Select[Any], values: Iterable[Any], **others: Any) -> list[Row[Any]]:
    """The rows of ``query`` for all ``values`` of its expanding parameter ``some``, with ``others`` as its other ones.

    In pieces, and with values just as the database's driver takes and gives them: for the questions of the writing
    path, of which each is quicker than SQLAlchemy is in putting it together.
    """
    rows: list[Row[Any]] = []
    for piece in in_pieces(values):
        length = 1 << (len(piece) - 1).bit_length()  # few lengths, so that each is put together once
        asking = _asking(connection.dialect, query, length, tuple(others))
        piece += piece[-1:] * (length - len(piece))
        places = asking.parameter_expansion["some"]
        given = {**asking.parameters, **others, **dict(zip(places, piece, strict=True))}
        order = asking.positiontup
        rows += connection.exec_driver_sql(asking.statement, tuple(map(given.get, order)) if order else given)
    return rows


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert ``rows``, which have the same columns and values just as the database's driver takes them.

    For many rows at a time, through each value of which SQLAlchemy would go once more.
    """
    if rows:
        _execute_many(connection, _inserting(connection.dialect, table, tuple(rows[0])), rows)


def insert_tuples(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """As :func:`insert_all`, where each of ``rows`` has the values of all the table's columns in their order."""
    if rows:
        columns = tuple(table.columns.keys())
        compiled = _inserting(connection.dialect, table, columns)
        if compiled.positiontup:
            assert tuple(compiled.positiontup) == columns
            connection.exec_driver_sql(compiled.string, list(rows))
        else:
            connection.exec_driver_sql(compiled.string, [dict(zip(columns, row, strict=True)) for row in rows])


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """As :func:`insert_all`, but only those of ``rows`` whose primary key is not there yet."""
    if rows:
        _execute_many(connection, _inserting_missing(connection.dialect, table, tuple(rows[0])), rows)


def insert_or_change(
    connection: Connection,
    table: Table,
    rows: Sequence[Mapping[str, Any]],
    *,
    add: Sequence[str] = (),
    replace: Sequence[str] = (),
) -> None:
    """As :func:`insert_all`; where a row with the same primary key is there, that one changes.

    Its columns ``add`` grow by what the new row has in them, its columns ``replace`` become what the new row has.
    """
    if rows:
        changing = _inserting_or_changing(connection.dialect, table, tuple(rows[0]), tuple(add), tuple(replace))
        _execute_many(connection, changing, rows)


def _execute_many(connection: Connection, compiled: SQLCompiler, rows: Sequence[Mapping[str, Any]]) -> None:
    order = compiled.positiontup
    if not order:
        connection.exec_driver_sql(compiled.string, list(map(dict, rows)))
    elif len(order) == 1:
        connection.exec_driver_sql(compiled.string, [(row[order[0]],) for row in rows])
    else:
        connection.exec_driver_sql(compiled.string, list(map(itemgetter(*order), rows)))


@lru_cache(maxsize=300)
def _asking(dialect: Dialect, query: Select[Any], length: int, others: tuple[str, ...]) -> ExpandedState:
    """The question for so many values, as the driver takes it; the values in it are put in their places later."""
    compiled = query.params(some=[0] * length, **dict.fromkeys(others, 0)).compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    return compiled.construct_expanded_state()


@lru_cache(maxsize=100)
def _inserting(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> SQLCompiler:
    return _compiled(insert(table), dialect, columns)


@lru_cache(maxsize=100)
def _inserting_missing(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> SQLCompiler:
    return _compiled(_DIALECTS[dialect.name].insert(table).on_conflict_do_nothing(), dialect, columns)


@lru_cache(maxsize=100)
def _inserting_or_changing(
    dialect: Dialect, table: Table, columns: tuple[str, ...], add: tuple[str, ...], replace: tuple[str, ...]
) -> SQLCompiler:
    inserting = _DIALECTS[dialect.name].insert(table)
    new = inserting.excluded
    changed = {name: table.c[name] + new[name] for name in add} | {name: new[name] for name in replace}
    changing = inserting.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=changed)
    return _compiled(changing, dialect, columns)


def _compiled(adding: Insert, dialect: Dialect, columns: Sequence[str]) -> SQLCompiler:
    compiled = adding.compile(dialect=dialect, column_keys=list(columns))
    assert isinstance(compiled, SQLCompiler)
    return compiled


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
