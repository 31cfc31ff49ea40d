"""A site with ledger and monitoring in a process of its own, for tests in a real browser.

``python -m tests.staff_site FOLDER`` takes a free port and prints it with the vans' token and the
credential's key and secret, then serves.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.ledger.rosters import company

ROOT = Path(__file__).parents[1]
PASSWORD = "ein-langes-passwort"
USERS = {
    "officer": "officer",
    "duty": "duty",
    "crew": "crew",
    "bureau": "bureau",
    "auditor": "auditor",
    "boss": "admin",
}
SCOPES = {"officer": [company().credit_code]}

SCENARIOS = {
    "urn:qianche:scenario:electrocution-temporary-power": {
        "zh": "临时用电触电",
        "en": "Electrocution from temporary power",
    }
}


@dataclass(frozen=True)
class StaffSite:
    """Where a running site is and what programs show it."""

    url: str
    token: str
    key: str
    secret: str
    process: subprocess.Popen[str]


@contextmanager
def staff_site(folder: Path) -> Iterator[StaffSite]:
    """Run the site until the end of the block."""
    command = [sys.executable, "-m", "tests.staff_site", str(folder)]
    with (folder / "site.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        said = json.loads(process.stdout.readline())
        yield StaffSite(**said, process=process)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def chromium() -> str | None:
    """The system's Chromium; None lets Playwright use its own."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def _serve(folder: Path) -> None:
    import uvicorn
    from argon2 import PasswordHasher

    import ledger.app
    import monitoring.app
    from common.clock import SystemClock
    from common.web import frame
    from common.web.accounts import Accounts
    from common.web.site import build_site
    from ledger.credentials import Credentials
    from ledger.database import open_ledger

    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    frame.SESSION_CHECKED_EVERY_S = 0.5
    accounts = Accounts(folder / "accounts.sqlite", SystemClock(), cheap)
    for name, role in USERS.items():
        accounts.create(name, role, SCOPES.get(name, ()))
        accounts.change_password(name, PASSWORD)
    books = ledger.app.LedgerSettings(data=folder / "ledger", scenarios=SCENARIOS)
    watch = monitoring.app.MonitoringSettings(data=folder / "monitoring", silent_after_s=3)
    key, secret = Credentials(open_ledger(books.data), cheap).add("van", "all")
    parts = [partial(ledger.app.mount, settings=books), partial(monitoring.app.mount, settings=watch)]
    app = build_site(accounts, bytes(32), parts, front="/ledger")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        print(json.dumps({"url": url, "token": watch.token(), "key": key, "secret": secret}), flush=True)
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])


if __name__ == "__main__":
    os.environ.setdefault("NICEGUI_STORAGE_PATH", str(Path(sys.argv[1]) / "nicegui"))
    _serve(Path(sys.argv[1]))
