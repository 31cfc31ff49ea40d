"""A van's database, people and outbox, on a clock that stands still until it is wound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from common.clock import ManualClock
from common.sealing import new_sealing_key, public_of
from kiosk.outbox import Outbox
from kiosk.people import People
from kiosk.settings import Secrets
from kiosk.store import Store
from tests.kiosk.made_up import OWES


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "van.db")
    yield store
    store.close()


@pytest.fixture
def outbox(store: Store, clock: ManualClock) -> Outbox:
    return Outbox(store, clock, OWES)


@pytest.fixture
def ledger_private() -> bytes:
    return new_sealing_key()[0]


@pytest.fixture
def secrets(ledger_private: bytes) -> Secrets:
    return Secrets(pseudonym=b"p" * 32, ledger_public=public_of(ledger_private), at_rest=b"v" * 32)


@pytest.fixture
def people(store: Store, secrets: Secrets) -> People:
    return People(store, secrets)
