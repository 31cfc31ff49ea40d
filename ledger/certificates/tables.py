"""The table of certificates. Who holds one is said by a pseudonym; the credential lies encrypted."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, String, Table, Text

from ledger.tables import tables

certificates = Table(
    "certificates",
    tables,
    Column("id", String(36), primary_key=True),
    Column("number", String(24), nullable=False, unique=True),
    Column("learner", String(80), nullable=False, comment="pseudonym at the time of issue"),
    Column("level", String(40), nullable=False),
    Column("name_zh", Text, nullable=False, comment="of the level, as it was called then"),
    Column("name_en", Text, nullable=False),
    Column("issued_us", BigInteger, nullable=False),
    Column("expires_us", BigInteger, nullable=False),
    Column("issued_by", String(80), nullable=False),
    Column("jwt", LargeBinary, comment="the signed credential, encrypted; empty once its holder was erased"),
    Column("revoked_us", BigInteger),
    Column("revoked_by", String(80)),
    Column("revoked_why", Text),
    Index("certificates_by_learner", "learner", "issued_us"),
    Index("certificates_by_state", "revoked_us", "expires_us", "learner", "number", "id"),
)
