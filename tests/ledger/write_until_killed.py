"""Stores statements in several threads and says of each batch when it is safe, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Thread

from common.clock import SystemClock
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from tests.ledger.sent import completion

folder, url = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None
services = LedgerServices(LedgerSettings(data=folder, database=url), SystemClock())


def write() -> None:
    """Batch after batch."""
    while True:
        batch = completion()
        services.statements.take(batch, Client("key", "van", "all"), "1.0.0")
        print(batch[0]["context"]["registration"] + "\n", end="", flush=True)


print("ready", flush=True)
for _ in range(3):
    Thread(target=write).start()
