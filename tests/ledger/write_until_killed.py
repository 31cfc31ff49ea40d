"""Stores statements and enrolments one by one and says of each when it is safe, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from common.clock import SystemClock
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from tests.ledger.sent import completion

services = LedgerServices(LedgerSettings(data=Path(sys.argv[1])), SystemClock())
print("ready", flush=True)
while True:
    batch = completion()
    services.statements.take(batch, Client("key", "van", "all"), "1.0.0")
    print(batch[0]["context"]["registration"], flush=True)
