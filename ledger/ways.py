"""The ways between the ledger's pages, above each of them, for those who may open them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from nicegui import ui

from common.web.accounts import Role
from common.web.frame import Frame
from common.web.login import User, require_role
from common.web.users import SCOPED_ROLES

WRITERS: tuple[Role, ...] = ("officer", "district", "trainer", "bureau")
"""Who may take down people and orders, of those they may see, and be given their unmasked numbers."""
ISSUERS: tuple[Role, ...] = ("trainer", "bureau")
"""Who may issue certificates. Taking one back is the bureau's alone."""
READERS: tuple[Role, ...] = (*WRITERS, "auditor")
"""Who may see completions and learners, as far as :mod:`ledger.people.sight` lets them."""
OVERSEERS: tuple[Role, ...] = ("district", "trainer", "bureau", "auditor")
"""Who may see the plan of the year and its visits."""
WATCHERS: tuple[Role, ...] = ("bureau", "auditor")
"""Who may see what everyone else did: the trail of looks, and the log."""
Reader = Annotated[User, Depends(require_role(*READERS))]
"""Parameter of a page or route that one of them opened."""
Writer = Annotated[User, Depends(require_role(*WRITERS))]
Overseer = Annotated[User, Depends(require_role(*OVERSEERS))]
Watcher = Annotated[User, Depends(require_role(*WATCHERS))]


@dataclass(frozen=True)
class Way:
    """A page that the others lead to."""

    path: str
    title_key: str
    roles: tuple[Role, ...]


WAYS = (
    Way("/ledger/supervision", "supervision.way", READERS),
    Way("/ledger", "ledger.completions", READERS),
    Way("/ledger/people", "people.way.people", READERS),
    Way("/ledger/employers", "people.way.employers", READERS),
    Way("/ledger/orders", "people.way.orders", READERS),
    Way("/ledger/certificates", "certificates.way", READERS),
    Way("/ledger/classroom", "classroom.staff.title", READERS),
    Way("/ledger/courses", "cmi5.staff.title", READERS),
    Way("/ledger/visits", "people.way.visits", OVERSEERS),
    Way("/ledger/looks", "people.way.looks", WATCHERS),
    Way("/ledger/log", "transparency.way", WATCHERS),
)


def show_ways(frame: Frame, here: str) -> None:
    """Links to the ledger's pages; ``here`` is the path of the one that is open.

    Who sees nothing because their account has no scope is told so, and what to do.
    """
    user = frame.user
    if user is not None and user.role in SCOPED_ROLES and not user.scope:
        ui.label(frame.say(f"ledger.no_scope.{user.role}")).classes("notice notice-wait").props("role=status")
    with ui.row().classes("ways"):
        for way in WAYS:
            if user is not None and user.may(*way.roles):
                ui.link(frame.say(way.title_key), way.path).classes("way" + (" way-here" if way.path == here else ""))
