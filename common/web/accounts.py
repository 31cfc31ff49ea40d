"""Staff accounts and their sessions. Passwords are kept as argon2 hashes, sessions as keyed digests."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, cast

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from common.clock import Clock
from common.moments import from_us, to_us
from common.web.account_tables import account_changes, accounts, open_accounts, sessions
from common.web.users import ROLES, AccountWrong, Role, User, checked, spelled

__all__ = ["ROLES", "Account", "AccountWrong", "Accounts", "Change", "Role", "User"]

ACCOUNTS_FILE = "accounts.sqlite"
"""In the folder of whatever has accounts of its own."""
SESSION_LASTS = timedelta(hours=12)
MIN_PASSWORD, MAX_PASSWORD = 10, 200
ChangeAction = Literal["added", "changed", "password", "closed", "reopened"]


@dataclass(frozen=True)
class Account:
    """An account as those see it who look after the accounts."""

    user: User
    closed: datetime | None


@dataclass(frozen=True)
class Change:
    """A line of the trail: who did what to an account, and what it was from then on."""

    at: datetime
    by: str | None
    """None for the command line of the machine."""
    action: ChangeAction
    user: User


class Accounts:
    """All accounts of one installation, in a SQLite file of their own."""

    def __init__(self, db_path: Path, clock: Clock, hasher: PasswordHasher | None = None) -> None:
        self._database = open_accounts(db_path)
        self.clock = clock
        self._hasher = hasher or PasswordHasher()
        self._hashing = threading.Semaphore(2)  # each takes 64 MiB: a flood of log-ins must not take them all

    @cached_property
    def _nobody(self) -> str:
        """The hash that a password for an unknown name is held against, so that it takes as long."""
        return self._hash(secrets.token_urlsafe())

    def create(self, name: str, role: Role, scope: Iterable[str] = (), by: str | None = None) -> str:
        """Make an account and give it its first password, which is told this once.

        ``by`` is the account that does it, as in all that follows.

        Raises:
            AccountWrong: the name is taken or cannot be one, there is no such role, or it has no such scope.
        """
        user = checked(User(spelled(name), role, tuple(scope)))
        password = _new_password()
        row = {"name": user.name, "role": role, "password_hash": self._hash(password), "scope": _packed(user)}
        with self._database.writing() as connection:
            if connection.scalar(select(accounts.c.name).where(accounts.c.name == user.name)):
                raise AccountWrong("web.account.taken", name=user.name)
            connection.execute(insert(accounts).values(row))
            self._note(connection, "added", user, by)
        return password

    def change(
        self, name: str, *, role: Role | None = None, scope: Iterable[str] | None = None, by: str | None = None
    ) -> User:
        """Give an account another role or scope. A role without a scope loses the one it had.

        Raises:
            AccountWrong: no such account, role or scope, or nobody would be left to look after the accounts.
        """

        def edit(user: User) -> User:
            kept = user.scope if role in (None, user.role) else ()
            return replace(user, role=role or user.role, scope=kept if scope is None else tuple(scope))

        return self._edit(name, edit, by)

    def widen(self, name: str, value: str, by: str | None = None) -> User:
        """Add something to what an account sees. Raises AccountWrong."""
        return self._edit(name, lambda user: replace(user, scope=(*user.scope, value)), by)

    def narrow(self, name: str, value: str, by: str | None = None) -> User:
        """Take something from what an account sees. Raises AccountWrong."""
        return self._edit(name, lambda user: replace(user, scope=tuple(v for v in user.scope if v != value)), by)

    def close_account(self, name: str, by: str | None = None) -> None:
        """Let nobody log in to an account any more, and end its sessions. Its name stays taken.

        Raises:
            AccountWrong: there is no such account, or nobody would be left to look after the accounts.
        """
        with self._database.writing() as connection:
            user = _found(connection, name).user
            _keep_an_admin(connection, user)
            self._set_closed(connection, user, to_us(self.clock.now()))
            self._note(connection, "closed", user, by)

    def reopen_account(self, name: str, by: str | None = None) -> None:
        """Let the owner of a closed account log in again. Raises AccountWrong."""
        with self._database.writing() as connection:
            user = _found(connection, name).user
            self._set_closed(connection, user, None)
            self._note(connection, "reopened", user, by)

    def reset(self, name: str, by: str | None = None) -> str:
        """Give an account a new password and end its sessions.

        Raises:
            AccountWrong: there is no such account.
        """
        password = _new_password()
        self._set_password(name, password, by)
        return password

    def change_password(self, name: str, password: str) -> None:
        """Set a password that its owner chose, and end the account's sessions.

        Raises:
            AccountWrong: the password is too short or too long, or there is no such account.
        """
        if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
            raise AccountWrong("web.account.password_length", least=MIN_PASSWORD, most=MAX_PASSWORD)
        self._set_password(name, password, spelled(name))

    def find(self, name: str) -> User | None:
        """Whose account has this name, open or closed, if there is one."""
        with self._database.reading() as connection:
            row = connection.execute(select(accounts).filter_by(name=spelled(name))).first()
        return _user(row) if row else None

    def listed(self) -> list[Account]:
        """All accounts by name, the open ones first."""
        query = select(accounts).order_by(accounts.c.closed_us.is_not(None), accounts.c.name)
        with self._database.reading() as connection:
            return [_account(row) for row in connection.execute(query)]

    def changes(self, offset: int, limit: int) -> tuple[list[Change], int]:
        """The trail of the accounts, the latest first, and how long it is."""
        latest = select(account_changes).order_by(account_changes.c.id.desc()).offset(offset).limit(limit)
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(account_changes)) or 0
            rows = connection.execute(latest).all()
        return [Change(from_us(row.at_us), row.by, row.action, _user(row)) for row in rows], total

    def verify(self, name: str, password: str) -> User | None:
        """The user, if name and password belong together. Takes as long for a name that is nobody's."""
        with self._database.reading() as connection:
            row = connection.execute(select(accounts).filter_by(name=spelled(name), closed_us=None)).first()
        try:
            with self._hashing:
                self._hasher.verify(row.password_hash if row else self._nobody, password[:MAX_PASSWORD])
        except VerifyMismatchError:
            return None
        return _user(row) if row else None

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
            connection.execute(delete(sessions).where(sessions.c.ends <= now))
            connection.execute(insert(sessions).values(row))
        return token

    def user_of_session(self, token: str, secret: bytes) -> User | None:
        """Whose session this is, while it lasts and the account is open."""
        now = int(self.clock.now().timestamp())
        query = (
            select(accounts)
            .join(sessions, sessions.c.name == accounts.c.name)
            .where(sessions.c.digest == _digest(secret, token), sessions.c.ends > now, accounts.c.closed_us.is_(None))
        )
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return _user(row) if row else None

    def close_session(self, token: str, secret: bytes) -> None:
        """End a session; its token is worth nothing from now on."""
        with self._database.writing() as connection:
            connection.execute(delete(sessions).filter_by(digest=_digest(secret, token)))

    def close(self) -> None:
        """Give back the database's file."""
        self._database.close()

    def _edit(self, name: str, edit: Callable[[User], User], by: str | None) -> User:
        with self._database.writing() as connection:
            before = _found(connection, name).user
            after = checked(edit(before))
            if after == before:
                return before
            if after.role != "admin":
                _keep_an_admin(connection, before)
            row = {"role": after.role, "scope": _packed(after)}
            connection.execute(update(accounts).filter_by(name=before.name).values(row))
            self._note(connection, "changed", after, by)
        return after

    def _set_password(self, name: str, password: str, by: str | None) -> None:
        hashed = self._hash(password)
        with self._database.writing() as connection:
            user = _found(connection, name).user
            connection.execute(update(accounts).filter_by(name=user.name).values(password_hash=hashed))
            connection.execute(delete(sessions).filter_by(name=user.name))
            self._note(connection, "password", user, by)

    def _set_closed(self, connection: Connection, user: User, closed_us: int | None) -> None:
        connection.execute(update(accounts).filter_by(name=user.name).values(closed_us=closed_us))
        connection.execute(delete(sessions).filter_by(name=user.name))

    def _note(self, connection: Connection, action: ChangeAction, user: User, by: str | None) -> None:
        row = {"at_us": to_us(self.clock.now()), "by": by, "action": action}
        row |= {"name": user.name, "role": user.role, "scope": _packed(user)}
        connection.execute(insert(account_changes).values(row))

    def _hash(self, password: str) -> str:
        with self._hashing:
            return self._hasher.hash(password)


def _keep_an_admin(connection: Connection, user: User) -> None:
    """Refuse to take away the last administrator. Raises AccountWrong."""
    others = select(accounts.c.name).where(
        accounts.c.role == "admin", accounts.c.closed_us.is_(None), accounts.c.name != user.name
    )
    if user.role == "admin" and connection.execute(others).first() is None:
        raise AccountWrong("web.account.last_admin")


def _found(connection: Connection, name: str) -> Account:
    row = connection.execute(select(accounts).filter_by(name=spelled(name))).first()
    if row is None:
        raise AccountWrong("web.account.unknown", name=spelled(name))
    return _account(row)


def _account(row: Row[Any]) -> Account:
    return Account(_user(row), None if row.closed_us is None else from_us(row.closed_us))


def _user(row: Row[Any]) -> User:
    return User(row.name, cast("Role", row.role), tuple(json.loads(row.scope)))


def _packed(user: User) -> str:
    return json.dumps(user.scope, ensure_ascii=False)


def _new_password() -> str:
    """Four groups of four characters without those that look alike: 79 random bits that can be typed."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    characters = [secrets.choice(alphabet) for _ in range(16)]
    return "-".join("".join(characters[i : i + 4]) for i in range(0, 16, 4))


def _digest(secret: bytes, token: str) -> str:
    return hmac.new(secret, token.encode("utf-8"), hashlib.sha256).hexdigest()
