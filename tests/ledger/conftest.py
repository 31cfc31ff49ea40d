"""A ledger in a folder of its own, with a clock that is wound by hand and cheap hashes.

With ``QIANCHE_TEST_POSTGRES`` set to the URL of a PostgreSQL database, each ledger lies there
instead, in a schema of its own; the same tests hold.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from playwright.sync_api import Browser, expect, sync_playwright
from sqlalchemy import create_engine, text

from common.clock import ManualClock
from ledger import api
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.transparency import api as log_api
from ledger.xapi import routes
from tests.ledger.van import Van
from tests.staff_site import chromium

PATIENCE_MS = 15_000
"""So long a page may take to show something while the machine does much else."""
expect.set_options(timeout=PATIENCE_MS)
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def database_url() -> Iterator[str | None]:
    """Where a ledger may lie besides its folder: nowhere, or in a new schema of PostgreSQL."""
    server = os.environ.get("QIANCHE_TEST_POSTGRES")
    if server is None:
        yield None
        return
    schema = f"test_{uuid.uuid4().hex}"
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{server}?options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def services(tmp_path: Path, clock: ManualClock, database_url: str | None) -> Iterator[LedgerServices]:
    settings = LedgerSettings(data=tmp_path / "ledger", database=database_url, page_size=10)
    services = LedgerServices(settings, clock, CHEAP)
    yield services
    services.close()


@pytest.fixture
def app(services: LedgerServices) -> FastAPI:
    app = FastAPI()
    app.include_router(routes.create_router(services))
    app.include_router(api.create_router(services))
    app.include_router(log_api.create_router(services))
    return app


@pytest.fixture
def van(app: FastAPI, services: LedgerServices) -> Iterator[Van]:
    with Van(app, services.credentials.add("van-1", "all")) as van:
        yield van
