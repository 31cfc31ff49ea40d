"""Client programs and what they may do. A secret is verified the slow way once, then from memory."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import insert, select, update

from common.clock import Clock, SystemClock
from common.errors import UsageError
from common.moments import to_us
from ledger import tables
from ledger.database import LedgerDatabase, open_ledger

SCOPES = ("all", "write", "read", "read-mine", "counts")
"""A credential has one of them, or several with commas between. ``all`` is all of xAPI; ``counts`` stands apart."""
MAX_NAME = 80
_MOST_REMEMBERED = 1000
_REMEMBERED_S = 10.0
"""After this long the database is asked whether the credential still stands; the secret is not hashed again."""


class CredentialWrong(UsageError):
    """A credential cannot be made this way."""


@dataclass(frozen=True)
class Client:
    """A client program that has shown its credential."""

    key: str
    name: str
    scope: str

    @property
    def may_write(self) -> bool:
        return not {"all", "write"}.isdisjoint(self._scopes)

    @property
    def may_read(self) -> bool:
        return not {"all", "read", "read-mine"}.isdisjoint(self._scopes)

    @property
    def may_count(self) -> bool:
        """Whether it may report counts of companies."""
        return "counts" in self._scopes

    @property
    def reads_only_its_own(self) -> bool:
        return {"all", "read"}.isdisjoint(self._scopes)

    @property
    def _scopes(self) -> set[str]:
        return set(self.scope.split(","))


@dataclass(frozen=True)
class Credential:
    """A credential as those see it who look after the ledger."""

    client: Client
    revoked_us: int | None


@dataclass(frozen=True)
class _Verified:
    """A secret that was verified the slow way, as a keyed digest, and until when that holds unasked."""

    mark: bytes
    secret_hash: str
    client: Client
    until: float


def add(folder: Path, name: str, scope: str, url: str | None = None) -> tuple[str, str]:
    """Make a credential in the ledger kept in ``folder`` or at ``url``; returns key and secret, told this once.

    Raises:
        CredentialWrong: no such scope, or not a name.
    """
    with _opened(folder, url) as credentials:
        return credentials.add(name, scope)


def revoke(folder: Path, key: str, url: str | None = None) -> None:
    """Take a credential back; a running ledger heeds it within ten seconds.

    Raises:
        CredentialWrong: there is no such credential that still stands.
    """
    with _opened(folder, url) as credentials:
        credentials.revoke(key)


def listed(folder: Path, url: str | None = None) -> list[Credential]:
    """All credentials of a ledger, those taken back too."""
    with _opened(folder, url) as credentials:
        return credentials.listed()


@contextmanager
def _opened(folder: Path, url: str | None) -> Iterator[Credentials]:
    database = open_ledger(folder, url)
    try:
        yield Credentials(database)
    finally:
        database.close()


class Credentials:
    """The credentials of one ledger."""

    def __init__(
        self, database: LedgerDatabase, hasher: PasswordHasher | None = None, clock: Clock | None = None
    ) -> None:
        self._database = database
        self._clock = clock or SystemClock()
        self._hasher = hasher or PasswordHasher()
        self._hashing = threading.Semaphore(2)  # each takes 64 MiB
        self._memory_key = secrets.token_bytes(32)
        self._verified: dict[str, _Verified] = {}

    @cached_property
    def _nobody(self) -> str:
        """The hash that a secret for an unknown key is held against, so that it takes as long."""
        return self._hasher.hash(secrets.token_urlsafe())

    def add(self, name: str, scope: str) -> tuple[str, str]:
        """Make a credential; returns key and secret. See :func:`add`."""
        if len(set(scope.split(","))) < len(scope.split(",")) or not set(scope.split(",")) <= set(SCOPES):
            raise CredentialWrong("ledger.credential.no_scope", scope=scope[:80], known=", ".join(SCOPES))
        if not 0 < len(name) <= MAX_NAME or not name.isprintable():
            raise CredentialWrong("ledger.credential.name", limit=MAX_NAME)
        key, secret = secrets.token_hex(12), secrets.token_urlsafe(32)
        row = {"key": key, "name": name, "scope": scope, "secret_hash": self._hasher.hash(secret)}
        with self._database.writing() as connection:
            connection.execute(insert(tables.credentials).values(row))
        return key, secret

    def revoke(self, key: str) -> None:
        """Take a credential back. See :func:`revoke`."""
        standing = update(tables.credentials).filter_by(key=key, revoked_us=None)
        with self._database.writing() as connection:
            if not connection.execute(standing.values(revoked_us=to_us(self._clock.now()))).rowcount:
                raise CredentialWrong("ledger.credential.none", credential=key[:40])
        self._verified.pop(key, None)

    def listed(self) -> list[Credential]:
        """All credentials by name, those taken back too."""
        columns = tables.credentials.c
        with self._database.reading() as connection:
            rows = connection.execute(select(tables.credentials).order_by(columns.name, columns.key)).all()
        return [Credential(Client(row.key, row.name, row.scope), row.revoked_us) for row in rows]

    def remembered(self, key: str, secret: str) -> Client | None:
        """The client, if key and secret were verified a moment ago. Quick: asks nobody."""
        known = self._verified.get(key)
        fresh = known is not None and self._clock.monotonic() < known.until
        return known.client if fresh and self.knows(key, secret) else None

    def knows(self, key: str, secret: str) -> bool:
        """Whether key and secret were verified before, so that nothing is hashed for them again."""
        known = self._verified.get(key)
        return known is not None and hmac.compare_digest(known.mark, self._mark(secret))

    def verify(self, key: str, secret: str) -> Client | None:
        """The client, if key and secret belong together and stand. Takes as long for an unknown key."""
        with self._database.reading() as connection:
            row = connection.execute(select(tables.credentials).filter_by(key=key, revoked_us=None)).first()
        secret_hash = row.secret_hash if row else self._nobody
        mark = self._mark(secret)
        known = self._verified.get(key)
        if known is None or known.secret_hash != secret_hash or not hmac.compare_digest(known.mark, mark):
            try:
                with self._hashing:
                    self._hasher.verify(secret_hash, secret)
            except VerifyMismatchError:
                return None
        if row is None:
            return None
        if len(self._verified) >= _MOST_REMEMBERED:
            self._verified.clear()
        client = Client(row.key, row.name, row.scope)
        self._verified[key] = _Verified(mark, secret_hash, client, self._clock.monotonic() + _REMEMBERED_S)
        return client

    def _mark(self, secret: str) -> bytes:
        return hmac.new(self._memory_key, secret.encode("utf-8"), hashlib.sha256).digest()
