"""Who is on the staff: names, roles, and the part that a role sees."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import Literal, get_args

from common.errors import UsageError
from common.web.account_tables import MAX_NAME

Role = Literal["crew", "trainer", "officer", "district", "bureau", "auditor", "duty", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
SCOPED_ROLES: tuple[Role, ...] = ("officer", "district")
"""Roles that see a part only: an officer some companies, a district's staff some districts."""
MAX_SCOPE, MAX_SCOPE_NAME = 50, 40


class AccountWrong(UsageError):
    """An account cannot be made or changed this way."""


@dataclass(frozen=True)
class User:
    """Who is logged in. ``scope`` says which part one of :data:`SCOPED_ROLES` sees; empty, they see nothing."""

    name: str
    role: Role
    scope: tuple[str, ...] = ()

    def may(self, *roles: Role) -> bool:
        """Whether one of ``roles`` is this user's; an admin may everything."""
        return self.role == "admin" or self.role in roles


def spelled(name: str) -> str:
    """One spelling of a name, however it was typed."""
    return unicodedata.normalize("NFKC", name).strip()


def checked(user: User) -> User:
    """The user with a scope in order and without repeats. Raises AccountWrong."""
    if not 0 < len(user.name) <= MAX_NAME or not user.name.isprintable():
        raise AccountWrong("web.account.name_wrong", limit=MAX_NAME)
    if user.role not in ROLES:
        raise AccountWrong("web.account.no_role", role=user.role, known=", ".join(ROLES))
    scope = sorted({" ".join(each.split()) for each in user.scope})
    if scope and user.role not in SCOPED_ROLES:
        raise AccountWrong("web.account.no_scope", role=user.role, scoped=", ".join(SCOPED_ROLES))
    if len(scope) > MAX_SCOPE or not all(0 < len(each) <= MAX_SCOPE_NAME and each.isprintable() for each in scope):
        raise AccountWrong("web.account.scope_wrong", most=MAX_SCOPE, limit=MAX_SCOPE_NAME)
    return replace(user, scope=tuple(scope))
