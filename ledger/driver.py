"""SQL of the writing path: put together once by SQLAlchemy, then handed to the database's own driver.

Each of these questions is answered sooner than SQLAlchemy has put it together and wrapped what comes back. Values
are given and answered just as the driver has them.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Select, Table, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import ExpandedState, SQLCompiler

from ledger.database import in_pieces

_DIALECTS = {"postgresql": postgresql, "sqlite": sqlite}


def rows_of(connection: Connection, query: Select[Any], values: Iterable[Any], **others: Any) -> list[Any]:
    """The rows of ``query`` for all ``values`` of its expanding parameter ``some``, with ``others`` as its other ones.

    Named tuples with the names of its columns. Asked in pieces.
    """
    row = _row_of(query)
    rows: list[Any] = []
    for piece in in_pieces(values):
        length = 1 << (len(piece) - 1).bit_length()  # few lengths, so that each is put together once
        asking = _asking(connection.dialect, query, length, tuple(others))
        piece += piece[-1:] * (length - len(piece))
        places = asking.parameter_expansion["some"]
        given = {**asking.parameters, **others, **dict(zip(places, piece, strict=True))}
        order = asking.positiontup
        values_given = tuple(map(given.get, order)) if order else given
        rows += map(row, _executed(connection, asking.statement, values_given).fetchall())
    return rows


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert ``rows``, which all have the same columns."""
    if rows:
        _execute_many(connection, _inserting(connection.dialect, table, tuple(rows[0])), rows)


def insert_tuples(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """As :func:`insert_all`, where each of ``rows`` has the values of all the table's columns in their order."""
    if rows:
        columns = tuple(table.columns.keys())
        compiled = _inserting(connection.dialect, table, columns)
        if compiled.positiontup:
            assert tuple(compiled.positiontup) == columns
            _executed(connection, compiled.string, list(rows), many=True)
        else:
            _executed(connection, compiled.string, [dict(zip(columns, row, strict=True)) for row in rows], many=True)


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
        _executed(connection, compiled.string, list(map(dict, rows)), many=True)
    elif len(order) == 1:
        _executed(connection, compiled.string, [(row[order[0]],) for row in rows], many=True)
    else:
        _executed(connection, compiled.string, list(map(itemgetter(*order), rows)), many=True)


def _executed(connection: Connection, sql: str, values: Any, *, many: bool = False) -> Any:
    """The driver's cursor, once it has executed this.

    Raises:
        DBAPIError: as SQLAlchemy raises it.
    """
    cursor = connection.connection.cursor()
    errors = connection.dialect.loaded_dbapi.Error
    try:
        (cursor.executemany if many else cursor.execute)(sql, values)
    except errors as error:
        raise DBAPIError.instance(sql, None, error, errors, dialect=connection.dialect) from error
    return cursor


@lru_cache(maxsize=300)
def _row_of(query: Select[Any]) -> Callable[[Iterable[Any]], Any]:
    return namedtuple("Row", query.selected_columns.keys())._make


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
