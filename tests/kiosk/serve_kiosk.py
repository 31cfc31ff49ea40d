"""A kiosk of its own process for the browser."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import uvicorn

from common.sealing import key_from, new_sealing_key, write_key
from common.web.accounts import Accounts
from common.web.site import build_site
from kiosk.app import kiosk_part
from kiosk.plain_screen import PlainScreen
from kiosk.screen import Screen
from kiosk.settings import KioskSettings
from kiosk.shelf import Shelf
from kiosk.van import Van
from sim.display.stream import StreamDisplay

SCENARIO = "highway-breakdown-second-crash"


class FastClock:
    """Real time, so many times as fast."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._began = time.monotonic()
        self._start = datetime.now(UTC)

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        return (time.monotonic() - self._began) * self._speed


def serve(folder: Path, port: int, display: Literal["none", "small-stream"], speed: float) -> None:
    """Serve a kiosk whose clock runs ``speed`` times as fast, so that a three-minute scene is over in seconds.

    The crew's password lies in ``folder/password``; scenarios in ``folder/offered`` are offered beside the bank's.
    """
    clock = FastClock(speed)
    folder.mkdir(parents=True, exist_ok=True)
    key_from(folder / "pseudonym.key")
    if not (folder / "ledger.pub").exists():
        write_key(folder / "ledger.pub", new_sealing_key()[1])
    settings = KioskSettings(
        data=folder,
        stations=("A",),
        display="none" if display == "none" else "stream",
        pseudonym_key=folder / "pseudonym.key",
        ledger_public_key=folder / "ledger.pub",
        idle_seconds=3600,
    )
    accounts = Accounts(folder / "accounts.db", clock)
    if accounts.find("crew") is None:
        (folder / "password").write_text(accounts.create("crew", "crew"), "utf-8")

    def screen() -> Screen:
        if display == "none":
            return PlainScreen(clock)
        return StreamDisplay(
            480, 270, cache=folder / "cache", quality="lean", library="tests.sim.small_world:SmallLibrary"
        )

    offered = [SCENARIO, *map(str, sorted((folder / "offered").glob("*.yaml")))]
    van = Van(settings, clock, Shelf(settings.scenarios, offered), screen)
    app = build_site(accounts, key_from(folder / "site.key"), [kiosk_part(van)])
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")
