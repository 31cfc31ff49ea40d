"""What an administrator may choose from as the scope of an account, said by the parts of the site that know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import FastAPI
from starlette.requests import HTTPConnection

from common.web.scope import site_state
from common.web.users import Role


@dataclass(frozen=True)
class ScopeChoices:
    """For a role: what its scope consists of, and which there are, as kept and as shown."""

    title_key: str
    known: Callable[[], dict[str, str]]
    others_too: bool
    """Whether one that is not known yet may be typed."""


def offer_scope(app: FastAPI, role: Role, choices: ScopeChoices) -> None:
    """Let the administrators of this site choose from ``choices`` for ``role``."""
    app.state.scope_choices = {**getattr(app.state, "scope_choices", {}), role: choices}


def scope_choices(request: HTTPConnection) -> dict[Role, ScopeChoices]:
    """The choices of the site that ``request`` came to, by role."""
    return getattr(site_state(request), "scope_choices", {})
