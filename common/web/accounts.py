"""Staff accounts and their sessions. Passwords are kept as argon2 hashes, sessions as keyed digests."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import BigInteger, Column, MetaData, String, Table, delete, insert, select, update

from common.clock import Clock
from common.database import Database
from common.errors import UsageError

Role = Literal["crew", "trainer", "officer", "bureau", "duty", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
ACCOUNTS_FILE = "accounts.sqlite"
"""In the folder of whatever has accounts of its own."""
SESSION_LASTS = timedelta(hours=12)
MAX_NAME = 40
MIN_PASSWORD, MAX_PASSWORD = 10, 200
_SCHEMA_VERSION = 1

_tables = MetaData()
_accounts = Table(
    "accounts",
    _tables,
    Column("name", String(MAX_NAME), primary_key=True),
    Column("role", String(10), nullable=False),
    Column("password_hash", String(200), nullable=False),
)
_sessions = Table(
    "sessions",
    _tables,
    Column("digest", String(64), primary_key=True),
    Column("name", String(MAX_NAME), nullable=False, index=True),
    Column("ends", BigInteger, nullable=False),
)


class AccountWrong(UsageError):
    """An account cannot be made or changed this way."""


@dataclass(frozen=True)
class User:
    """Who is logged in."""

    name: str
    role: Role

    def may(self, *roles: Role) -> bool:
        """Whether one of ``roles`` is this user's; an admin may everything."""
        return self.role == "admin" or self.role in roles


class Accounts:
    """All accounts of one installation, in a SQLite file of their own."""

    def __init__(self, db_path: Path, clock: Clock, hasher: PasswordHasher | None = None) -> None:
        self._database = Database(db_path, _tables, _SCHEMA_VERSION)
        self.clock = clock
        self._hasher = hasher or PasswordHasher()
        self._hashing = threading.Semaphore(2)  # each takes 64 MiB: a flood of log-ins must not take them all

    @cached_property
    def _nobody(self) -> str:
        """The hash that a password for an unknown name is held against, so that it takes as long."""
        return self._hash(secrets.token_urlsafe())

    def create(self, name: str, role: Role) -> str:
        """Make an account and give it its first password, which is told this once.

        Raises:
            AccountWrong: the name is taken or cannot be one, or there is no such role.
        """
        name = _plain(name)
        if not 0 < len(name) <= MAX_NAME or not name.isprintable():
            raise AccountWrong("web.account.name_wrong", limit=MAX_NAME)
        if role not in ROLES:
            raise AccountWrong("web.account.no_role", role=role, known=", ".join(ROLES))
        password = _new_password()
        row = {"name": name, "role": role, "password_hash": self._hash(password)}
        with self._database.writing() as connection:
            if connection.scalar(select(_accounts.c.name).where(_accounts.c.name == name)):
                raise AccountWrong("web.account.taken", name=name)
            connection.execute(insert(_accounts).values(row))
        return password

    def reset(self, name: str) -> str:
        """Give an account a new password and end its sessions.

        Raises:
            AccountWrong: there is no such account.
        """
        password = _new_password()
        self._set_password(_plain(name), password)
        return password

    def change_password(self, name: str, password: str) -> None:
        """Set a password that its owner chose, and end the account's sessions.

        Raises:
            AccountWrong: the password is too short or too long, or there is no such account.
        """
        if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
            raise AccountWrong("web.account.password_length", least=MIN_PASSWORD, most=MAX_PASSWORD)
        self._set_password(_plain(name), password)

    def find(self, name: str) -> User | None:
        """The account of this name, if there is one."""
        with self._database.reading() as connection:
            row = connection.execute(select(_accounts.c.name, _accounts.c.role).filter_by(name=_plain(name))).first()
        return User(row.name, row.role) if row else None

    def verify(self, name: str, password: str) -> User | None:
        """The user, if name and password belong together. Takes as long for a name that is nobody's."""
        with self._database.reading() as connection:
            row = connection.execute(select(_accounts).filter_by(name=_plain(name))).first()
        try:
            with self._hashing:
                self._hasher.verify(row.password_hash if row else self._nobody, password[:MAX_PASSWORD])
        except VerifyMismatchError:
            return None
        return User(row.name, row.role) if row else None

    def open_session(self, user: User, secret: bytes) -> str:
        """Begin a session and return its token; the database keeps only a digest keyed with ``secret``."""
        token = secrets.token_urlsafe(32)
        now = int(self.clock.now().timestamp())
        row = {
            "digest": _digest(secret, token),
            "name": user.name,
            "ends": now + int(SESSION_LASTS.total_seconds()),
        }
        with self._database.writing() as connection:
            connection.execute(delete(_sessions).where(_sessions.c.ends <= now))
            connection.execute(insert(_sessions).values(row))
        return token

    def user_of_session(self, token: str, secret: bytes) -> User | None:
        """Whose session this is, while it lasts."""
        now = int(self.clock.now().timestamp())
        query = (
            select(_accounts.c.name, _accounts.c.role)
            .join(_sessions, _sessions.c.name == _accounts.c.name)
            .where(_sessions.c.digest == _digest(secret, token), _sessions.c.ends > now)
        )
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return User(row.name, row.role) if row else None

    def close_session(self, token: str, secret: bytes) -> None:
        """End a session; its token is worth nothing from now on."""
        with self._database.writing() as connection:
            connection.execute(delete(_sessions).filter_by(digest=_digest(secret, token)))

    def close(self) -> None:
        """Give back the database's file."""
        self._database.close()

    def _set_password(self, name: str, password: str) -> None:
        hashed = self._hash(password)
        with self._database.writing() as connection:
            changed = connection.execute(update(_accounts).filter_by(name=name).values(password_hash=hashed))
            if not changed.rowcount:
                raise AccountWrong("web.account.unknown", name=name)
            connection.execute(delete(_sessions).filter_by(name=name))

    def _hash(self, password: str) -> str:
        with self._hashing:
            return self._hasher.hash(password)


def _plain(name: str) -> str:
    """One spelling of a name, however it was typed."""
    return unicodedata.normalize("NFKC", name).strip()


def _new_password() -> str:
    """Four groups of four characters without those that look alike: 79 random bits that can be typed."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    characters = [secrets.choice(alphabet) for _ in range(16)]
    return "-".join("".join(characters[i : i + 4]) for i in range(0, 16, 4))


def _digest(secret: bytes, token: str) -> str:
    return hmac.new(secret, token.encode("utf-8"), hashlib.sha256).hexdigest()
