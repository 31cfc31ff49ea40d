"""The ways between the ledger's pages, above each of them, for those who may open them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from nicegui import ui

from common.web.accounts import Role
from common.web.frame import Frame
from common.web.login import User, require_role

READERS: tuple[Role, ...] = ("officer", "bureau")
"""Who may see completions and learners."""
Reader = Annotated[User, Depends(require_role(*READERS))]
"""Parameter of a page or route that one of them opened."""


@dataclass(frozen=True)
class Way:
    """A page that the others lead to."""

    path: str
    title_key: str
    roles: tuple[Role, ...]


WAYS = (
    Way("/ledger", "ledger.completions", READERS),
    Way("/ledger/people", "people.way.people", READERS),
    Way("/ledger/employers", "people.way.employers", READERS),
    Way("/ledger/orders", "people.way.orders", READERS),
    Way("/ledger/visits", "people.way.visits", READERS),
    Way("/ledger/looks", "people.way.looks", ("bureau",)),
    Way("/ledger/log", "transparency.way", ("bureau",)),
)


def show_ways(frame: Frame, here: str) -> None:
    """Links to the ledger's pages; ``here`` is the path of the one that is open."""
    with ui.row().classes("ways"):
        for way in WAYS:
            if frame.user is not None and frame.user.may(*way.roles):
                ui.link(frame.say(way.title_key), way.path).classes("way" + (" way-here" if way.path == here else ""))
