"""The log's tables: leaves and the tree over them, signed checkpoints and who cosigned them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, LargeBinary, Table, Text

from ledger.tables import tables

log_leaves = Table(
    "log_leaves",
    tables,
    Column("position", BigInteger, primary_key=True, autoincrement=False, comment="0, 1, 2 ... in the order of stored"),
    Column("stored_us", BigInteger, nullable=False, unique=True, comment="of its statement"),
    Column("salt", LargeBinary, comment="NULL once the statement was erased"),
    Column("hash", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
log_nodes = Table(
    "log_nodes",
    tables,
    Column("place", BigInteger, primary_key=True, autoincrement=False, comment="from the left, leaves counted too"),
    Column("hash", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
log_erasures = Table(
    "log_erasures",
    tables,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("erased_us", BigInteger, nullable=False),
)
log_checkpoints = Table(
    "log_checkpoints",
    tables,
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("root", LargeBinary, nullable=False),
    Column("signed_us", BigInteger, nullable=False),
    Column("note", Text, nullable=False, comment="with the ledger's own signature"),
)
log_witnesses = Table(
    "log_witnesses",
    tables,
    Column("name", Text, primary_key=True),
    Column("public_key", LargeBinary, nullable=False, comment="Ed25519"),
    Column("account", Text, nullable=False, comment="whose browser holds the private half"),
    Column("added_us", BigInteger, nullable=False),
)
log_cosignatures = Table(
    "log_cosignatures",
    tables,
    Column("size", BigInteger, ForeignKey(log_checkpoints.c.size), primary_key=True, autoincrement=False),
    Column("witness", Text, ForeignKey(log_witnesses.c.name), primary_key=True),
    Column("signed_us", BigInteger, nullable=False, comment="as the witness says"),
    Column("line", Text, nullable=False, comment="as it stands below the note"),
)
