"""One web site of several parts: plain FastAPI outside, NiceGUI pages inside."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable

from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from nicegui import ui

from common.text import text
from common.web import account_pages, login, pages
from common.web.accounts import Accounts
from common.web.areas import add_area
from common.web.limits import MOST_FORM_BYTES, BodyLimits, allow_bodies
from common.web.theme import serve_theme

Mount = Callable[[FastAPI], object]
_UPLOADS = "/_nicegui"
"""Where the pages' framework takes files that people choose: rosters, courses."""
_MOST_UPLOAD_BYTES = 256 * 1024 * 1024


def build_site(accounts: Accounts, secret: bytes, parts: Iterable[Mount], front: str | None = None) -> FastAPI:
    """A site with log-ins, theme and the given parts, each a function that adds itself to the application.

    ``front`` is where the bare address leads, for a site that has no page there. NiceGUI has one set of
    pages per process, so a process serves one site.
    """
    app = FastAPI(title="Qianche", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(BodyLimits, site=app)
    allow_bodies(app, _UPLOADS, _MOST_UPLOAD_BYTES)
    for path in ("/login", "/logout", "/account"):
        allow_bodies(app, path, MOST_FORM_BYTES)
    login.install(app, accounts, secret)
    serve_theme(app)
    pages.register_pages()
    account_pages.register_pages()
    for mount in parts:
        mount(app)
    add_area(app, account_pages.AREA)
    if front is not None:
        app.add_api_route("/", lambda: RedirectResponse(front), include_in_schema=False)
    ui.run_with(
        app,
        title=text("web.product"),
        storage_secret=hmac.new(secret, b"browser storage", hashlib.sha256).hexdigest(),
        show_welcome_message=False,
        reconnect_timeout=10.0,
    )
    return app
