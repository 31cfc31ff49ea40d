"""How pages that live in an application mounted inside the site find what belongs to the whole site."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.datastructures import State
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

_KEY = "qianche.site"


class KnowsSite:
    """Puts the site's state into every request's and socket's scope."""

    def __init__(self, app: ASGIApp, site: FastAPI) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope[_KEY] = self._site.state
        await self._app(scope, receive, send)


def site_state(request: HTTPConnection) -> State:
    """The state of the outermost application."""
    return request.scope[_KEY]
