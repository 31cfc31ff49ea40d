"""The ways between the ledger's pages, above each of them, for those who may open them."""

from __future__ import annotations

from dataclasses import dataclass

from nicegui import ui

from common.web.accounts import Role
from common.web.frame import Frame

READERS: tuple[Role, ...] = ("officer", "bureau")
"""Who may see completions and learners."""


@dataclass(frozen=True)
class Way:
    """A page that the others lead to."""

    path: str
    title_key: str
    roles: tuple[Role, ...]


WAYS = (
    Way("/ledger", "ledger.completions", READERS),
    Way("/ledger/learners", "ledger.learners", READERS),
    Way("/ledger/log", "transparency.way", ("bureau",)),
)


def show_ways(frame: Frame, here: str) -> None:
    """Links to the ledger's pages; ``here`` is the path of the one that is open."""
    with ui.row().classes("ways"):
        for way in WAYS:
            if frame.user is not None and frame.user.may(*way.roles):
                ui.link(frame.say(way.title_key), way.path).classes("way" + (" way-here" if way.path == here else ""))
