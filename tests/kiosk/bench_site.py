"""A van with a bench in a process of its own, for tests in a real browser and for the guide's pictures.

``python -m tests.kiosk.bench_site FOLDER boxes|real`` takes a free port, prints it, then serves. With ``boxes`` the
bench draws a world of boxes, which is there at once; the proofs are of the real world either way.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAME, PASSWORD = "老师", "ein-langes-passwort"
BOXES = "tests.sim.small_world:SmallLibrary"


@contextmanager
def bench_site(folder: Path, drawn: str = "boxes") -> Iterator[str]:
    """Run the van until the end of the block; gives its address."""
    command = [sys.executable, "-m", "tests.kiosk.bench_site", str(folder), drawn]
    with (folder / "site.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def _serve(folder: Path, drawn: str) -> None:
    import uvicorn
    from argon2 import PasswordHasher

    from common.clock import SystemClock
    from common.sealing import key_from, new_sealing_key, write_key
    from common.web.accounts import Accounts
    from common.web.site import build_site
    from kiosk.app import kiosk_part
    from kiosk.bench.bench import quick_screen
    from kiosk.bench.preview import Preview
    from kiosk.plain_screen import PlainScreen
    from kiosk.settings import KioskSettings
    from kiosk.shelf import Shelf
    from kiosk.van import Van
    from scenarios import bank

    clock = SystemClock()
    key_from(folder / "pseudonym.key")
    write_key(folder / "ledger.pub", new_sealing_key()[1])
    settings = KioskSettings(
        data=folder,
        pseudonym_key=folder / "pseudonym.key",
        ledger_public_key=folder / "ledger.pub",
        idle_seconds=3600,
    )
    accounts = Accounts(folder / "accounts.db", clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    accounts.create(NAME, "trainer")
    accounts.change_password(NAME, PASSWORD)
    offered = bank() if drawn == "real" else ["electrocution-temporary-power"]
    van = Van(settings, clock, Shelf(settings.scenarios, offered), lambda: PlainScreen(clock))
    library = None if drawn == "real" else BOXES

    def plain() -> PlainScreen:
        return PlainScreen(clock)

    part = kiosk_part(van, partial(Preview, library=library), quick_screen if drawn == "real" else plain)
    app = build_site(accounts, bytes(32), [part])
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        print(json.dumps(f"http://127.0.0.1:{listening.getsockname()[1]}/"), flush=True)
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])


if __name__ == "__main__":
    os.environ.setdefault("NICEGUI_STORAGE_PATH", str(Path(sys.argv[1]) / "nicegui"))
    _serve(Path(sys.argv[1]), sys.argv[2])
