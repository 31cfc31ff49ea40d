"""A ledger in a folder of its own, with a clock that is wound by hand and cheap hashes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from common.clock import ManualClock
from ledger import api
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.xapi import routes
from tests.ledger.van import Van

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def services(tmp_path: Path, clock: ManualClock) -> Iterator[LedgerServices]:
    services = LedgerServices(LedgerSettings(data=tmp_path / "ledger", page_size=10), clock, CHEAP)
    yield services
    services.close()


@pytest.fixture
def app(services: LedgerServices) -> FastAPI:
    app = FastAPI()
    app.include_router(routes.create_router(services))
    app.include_router(api.create_router(services))
    return app


@pytest.fixture
def van(app: FastAPI, services: LedgerServices) -> Van:
    return Van(app, services.credentials.add("van-1", "all"))
