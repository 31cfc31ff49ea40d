"""Rows of tables as lines of JSON, the same whichever database they come from or go to."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, insert, select

from ledger.backup.sealing import BackupBroken

_PIECE_BYTES = 4 * 1024 * 1024
_AT_ONCE = 1000


def row_pieces(connection: Connection, table: Table) -> Iterator[tuple[int, bytes]]:
    """All rows of a table in pieces of some megabytes: how many rows, and a JSON array of values on each line."""
    binary = _binary(table)
    lines: list[bytes] = []
    length = 0
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(select(table)):
        values = list(row)
        for place in binary:
            if values[place] is not None:
                values[place] = base64.b64encode(values[place]).decode("ascii")
        lines.append(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
        length += len(lines[-1])
        if length >= _PIECE_BYTES:
            yield len(lines), b"\n".join(lines)
            lines, length = [], 0
    if lines:
        yield len(lines), b"\n".join(lines)


def insert_rows(connection: Connection, table: Table, piece: bytes) -> int:
    """Insert the rows of one piece; returns how many they are.

    Raises:
        BackupBroken: they are not rows of this table.
    """
    names, binary = [column.name for column in table.columns], _binary(table)
    try:
        rows = [_values(line, binary) for line in piece.split(b"\n")]
        written = [dict(zip(names, values, strict=True)) for values in rows]
    except (ValueError, TypeError, LookupError, binascii.Error) as error:
        raise BackupBroken("backup.no_backup") from error
    for start in range(0, len(written), _AT_ONCE):
        connection.execute(insert(table), written[start : start + _AT_ONCE])
    return len(written)


def _values(line: bytes, binary: Sequence[int]) -> list[Any]:
    values = json.loads(line)
    for place in binary:
        if values[place] is not None:
            values[place] = base64.b64decode(values[place], validate=True)
    return values


def _binary(table: Table) -> list[int]:
    return [place for place, column in enumerate(table.columns) if isinstance(column.type, LargeBinary)]
