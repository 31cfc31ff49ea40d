"""The ledger as it is served: ``qianche ledger serve``, pages and all."""

from __future__ import annotations

import os
import shutil
import sys
from itertools import islice
from pathlib import Path

from benchmarks.completions import Finished
from benchmarks.lrs.client import Address
from benchmarks.lrs.prepared import prepared
from benchmarks.lrs.sent import EDITION, stored
from benchmarks.lrs.server import Server, free_port
from common.clock import SystemClock
from ledger.credentials import Client, add
from ledger.database import LATEST
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings

_AT_ONCE = 1000
_MAIN = "from qianche.cli import main; main()"
_LEDGER = "ledger"
"""Folder of the ledger within the data folder."""


class Qianche:
    """The ledger over a SQLite file."""

    name = "qianche"

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def prepare(self, of: Finished, many: int) -> None:
        """Fill a ledger with so many statements, as requests do."""
        prepared(self._filled(many), lambda folder: _fill(folder / _LEDGER, of, many))

    def serve(self, many: int, folder: Path) -> Server:
        """Serve a copy of the ledger in ``folder``."""
        shutil.copytree(self._filled(many), folder, dirs_exist_ok=True)
        key, secret = add(folder / _LEDGER, "bench", "all")
        port = free_port()
        environment = {name: value for name, value in os.environ.items() if name != "QIANCHE_LEDGER_DATABASE"}
        command = [sys.executable, "-c", _MAIN, "ledger", "serve", "--data", str(folder), "--port", str(port)]
        return Server(command, Address(port, "/xapi/statements", key, secret), folder, environment)

    def _filled(self, many: int) -> Path:
        return self._cache / f"qianche-{LATEST}-{EDITION}-{many}"


def _fill(folder: Path, of: Finished, many: int) -> None:
    services = LedgerServices(LedgerSettings(data=folder), SystemClock())
    statements = stored(of, many)
    while batch := list(islice(statements, _AT_ONCE)):
        services.statements.take(batch, Client("filled", "filled", "all"), "1.0.0")
    services.close()
