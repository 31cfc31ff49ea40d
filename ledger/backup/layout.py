"""The layout of a ledger's tables as data: a backup carries it, so that a later release can lay the rows out.

A backup's rows are those of the release that wrote it. Restored into the tables that it describes, they go the
way of every older ledger: :mod:`ledger.migrations` brings them up to date.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from ledger.backup.sealing import BackupBroken

_KINDS = {
    kind.__name__: kind for kind in (BigInteger, Boolean, Float, Integer, LargeBinary, SmallInteger, String, Text)
}
Layout = list[dict[str, Any]]


def described(tables: MetaData) -> Layout:
    """The tables of ``tables``, each after those it refers to."""
    return [_table(table) for table in tables.sorted_tables]


def rebuilt(layout: Layout) -> MetaData:
    """The tables that :func:`described` described.

    Raises:
        BackupBroken: it is no such description.
    """
    tables = MetaData()
    try:
        for each in layout:
            _rebuild(each, tables)
    except (LookupError, TypeError, AttributeError) as error:
        raise BackupBroken("backup.no_backup") from error
    return tables


def _table(table: Table) -> dict[str, Any]:
    uniques = [each for each in table.constraints if isinstance(each, UniqueConstraint) and not _of_a_column(each)]
    return {
        "name": table.name,
        "columns": [_column(column) for column in table.columns],
        "unique": sorted([column.name for column in each.columns] for each in uniques),
        "indexes": [
            {"name": index.name, "columns": [column.name for column in index.columns], "unique": index.unique}
            for index in sorted(table.indexes, key=lambda index: str(index.name))
        ],
        "without_rowid": table.dialect_options["sqlite"]["with_rowid"] is False,
    }


def _column(column: Column[Any]) -> dict[str, Any]:
    return {
        "name": column.name,
        "kind": type(column.type).__name__,
        "length": getattr(column.type, "length", None),
        "nullable": column.nullable,
        "primary": column.primary_key,
        "counts": column.autoincrement is not False,
        "unique": bool(column.unique),
        "refers_to": [key.target_fullname for key in column.foreign_keys],
    }


def _of_a_column(constraint: UniqueConstraint) -> bool:
    """Whether the constraint is a column's own ``unique``, which is told with the column."""
    return len(constraint.columns) == 1 and bool(next(iter(constraint.columns)).unique)


def _rebuild(said: dict[str, Any], tables: MetaData) -> None:
    columns = [_rebuilt_column(each) for each in said["columns"]]
    uniques = [UniqueConstraint(*names) for names in said["unique"]]
    indexes = [Index(each["name"], *each["columns"], unique=each["unique"]) for each in said["indexes"]]
    Table(said["name"], tables, *columns, *uniques, *indexes, sqlite_with_rowid=not said["without_rowid"])


def _rebuilt_column(said: dict[str, Any]) -> Column[Any]:
    kind = _KINDS[said["kind"]]
    return Column(
        said["name"],
        kind(said["length"]) if said["length"] is not None else kind(),
        *(ForeignKey(target) for target in said["refers_to"]),
        nullable=said["nullable"],
        primary_key=said["primary"],
        autoincrement="auto" if said["counts"] else False,
        unique=said["unique"] or None,
    )
