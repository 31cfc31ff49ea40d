"""The parts of a site, and who they are for."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import FastAPI
from starlette.requests import HTTPConnection

from common.web.accounts import Role
from common.web.scope import site_state


@dataclass(frozen=True)
class Area:
    """A part of the site that the header leads to, for those who may open it."""

    path: str
    title_key: str
    icon: str
    roles: tuple[Role, ...]


def add_area(app: FastAPI, area: Area) -> None:
    """Let the headers of this site lead to ``area``."""
    app.state.areas = [*getattr(app.state, "areas", []), area]


def areas_of(request: HTTPConnection) -> list[Area]:
    """The parts of the site that this request is for, in the order they were added."""
    return getattr(site_state(request), "areas", [])
