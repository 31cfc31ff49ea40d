"""A new key for what lies encrypted: every value is encrypted again, and the old key can be put away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Table, select, update

from common.database import Transactions
from ledger import tables
from ledger.certificates.tables import certificates
from ledger.keyring import Keyring
from ledger.people import tables as people_tables

_AT_ONCE = 500


@dataclass(frozen=True)
class EncryptedColumn:
    """A column of encrypted values; each is bound to ``table.column:key``."""

    table: Table
    column: str
    key: str
    """The column of the row's key."""


ENCRYPTED = (
    EncryptedColumn(tables.learners, "name", "pseudonym"),
    EncryptedColumn(tables.learners, "identity_number", "pseudonym"),
    EncryptedColumn(tables.learners, "phone", "pseudonym"),
    EncryptedColumn(people_tables.learner_aliases, "identity", "alias"),
    EncryptedColumn(people_tables.looks, "asked", "id"),
    EncryptedColumn(certificates, "jwt", "id"),
)
"""Everything that the ledger encrypts at rest. Whatever encrypts a new column adds it here."""


def encrypt_again(database: Transactions, keyring: Keyring) -> int:
    """Encrypt everything that is not under the current key with it; how many values that were.

    In pieces, each a transaction of its own: broken off, it goes on where it stopped.
    """
    return sum(count for each in ENCRYPTED for count in _column_again(database, keyring, each))


def _column_again(database: Transactions, keyring: Keyring, each: EncryptedColumn) -> Iterator[int]:
    last = ""
    while True:
        with database.writing() as connection:
            last, count, more = _some_again(connection, keyring, each, last)
        yield count
        if not more:
            return


def _some_again(connection: Connection, keyring: Keyring, each: EncryptedColumn, last: str) -> tuple[str, int, bool]:
    key: Column[str] = each.table.c[each.key]
    value: Column[bytes] = each.table.c[each.column]
    rows = connection.execute(select(key, value).where(key > last).order_by(key).limit(_AT_ONCE)).all()
    count = 0
    for row_key, stored in rows:
        if stored is None or keyring.is_current(stored):
            continue
        where = f"{each.table.name}.{each.column}:{row_key}"
        again = keyring.encrypt(keyring.decrypt(stored, where), where)
        connection.execute(update(each.table).where(key == row_key).values({each.column: again}))
        count += 1
    return (rows[-1][0] if rows else last), count, len(rows) == _AT_ONCE
