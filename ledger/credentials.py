"""Client programs and what they may do. A secret is verified the slow way once, then from memory."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import insert, select

from common.database import Database
from common.errors import UsageError
from ledger import tables

Scope = Literal["all", "write", "read", "read-mine"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
MAX_NAME = 80
_MOST_REMEMBERED = 1000


class CredentialWrong(UsageError):
    """A credential cannot be made this way."""


@dataclass(frozen=True)
class Client:
    """A client program that has shown its credential."""

    key: str
    name: str
    scope: Scope

    @property
    def may_write(self) -> bool:
        return self.scope in ("all", "write")

    @property
    def may_read(self) -> bool:
        return self.scope != "write"

    @property
    def reads_only_its_own(self) -> bool:
        return self.scope == "read-mine"


def add(folder: Path, name: str, scope: Scope) -> tuple[str, str]:
    """Make a credential in the ledger kept in ``folder``; returns key and secret, told this once.

    Raises:
        CredentialWrong: no such scope, or not a name.
    """
    database = tables.open_ledger(folder)
    try:
        return Credentials(database).add(name, scope)
    finally:
        database.close()


class Credentials:
    """The credentials of one ledger."""

    def __init__(self, database: Database, hasher: PasswordHasher | None = None) -> None:
        self._database = database
        self._hasher = hasher or PasswordHasher()
        self._hashing = threading.Semaphore(2)  # each takes 64 MiB
        self._memory_key = secrets.token_bytes(32)
        self._verified: dict[str, bytes] = {}

    @cached_property
    def _nobody(self) -> str:
        """The hash that a secret for an unknown key is held against, so that it takes as long."""
        return self._hasher.hash(secrets.token_urlsafe())

    def add(self, name: str, scope: Scope) -> tuple[str, str]:
        """Make a credential; returns key and secret. See :func:`add`."""
        if scope not in SCOPES:
            raise CredentialWrong("ledger.credential.no_scope", scope=scope, known=", ".join(SCOPES))
        if not 0 < len(name) <= MAX_NAME or not name.isprintable():
            raise CredentialWrong("ledger.credential.name", limit=MAX_NAME)
        key, secret = secrets.token_hex(12), secrets.token_urlsafe(32)
        row = {"key": key, "name": name, "scope": scope, "secret_hash": self._hasher.hash(secret)}
        with self._database.writing() as connection:
            connection.execute(insert(tables.credentials).values(row))
        return key, secret

    def verify(self, key: str, secret: str) -> Client | None:
        """The client, if key and secret belong together. Takes as long for an unknown key."""
        with self._database.reading() as connection:
            row = connection.execute(select(tables.credentials).filter_by(key=key)).first()
        secret_hash = row.secret_hash if row else self._nobody
        mark = hmac.new(self._memory_key, f"{secret_hash}\0{secret}".encode(), hashlib.sha256).digest()
        if not hmac.compare_digest(self._verified.get(key, b""), mark):
            try:
                with self._hashing:
                    self._hasher.verify(secret_hash, secret)
            except VerifyMismatchError:
                return None
            if len(self._verified) >= _MOST_REMEMBERED:
                self._verified.clear()
            self._verified[key] = mark
        return Client(row.key, row.name, row.scope) if row else None
