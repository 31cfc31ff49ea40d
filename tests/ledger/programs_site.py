"""The ledger's part of a site with every route for programs, in this process and without pages to look at."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI

from common.clock import ManualClock
from common.web.accounts import Accounts
from common.web.limits import BodyLimits
from common.web.login import install
from ledger.app import mount
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from tests.ledger.conftest import CHEAP


def programs_site(folder: Path, url: str | None = None) -> tuple[FastAPI, LedgerServices]:
    """The application, and the ledger behind it."""
    app, clock = FastAPI(openapi_url=None), ManualClock()
    app.add_middleware(BodyLimits, site=app)
    install(app, Accounts(folder / "accounts.sqlite", clock, CHEAP), bytes(32))
    services = mount(app, LedgerSettings(data=folder / "ledger", database=url), clock)
    return app, services
