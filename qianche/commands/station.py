"""``qianche station``: the program of a headset's computer."""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.errors import QiancheError, UsageError
from common.settings import Settings, load_settings
from common.text import text
from qianche.console import both, lang, out, say

if TYPE_CHECKING:
    from kiosk.remote.membership import Belongs
    from kiosk.remote.remote_station import RemoteStation

FOLDER = "headset"
"""The station's part of the data folder."""


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("station", help=both("cli.station"))(station)


def station(
    kiosk: Annotated[str | None, typer.Option(help=both("cli.option.kiosk"))] = None,
    code: Annotated[str | None, typer.Option(help=both("cli.option.code"))] = None,
    data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None,
    probe: Annotated[bool, typer.Option("--probe", help=both("cli.option.probe"))] = False,
) -> None:
    if probe:
        _tell_headset()
        return
    from kiosk.remote.membership import read_membership

    settings = load_settings(data, kiosk_url=kiosk)
    folder = settings.data / FOLDER
    given = settings.kiosk_url.rstrip("/") if settings.kiosk_url else None
    belongs = None if code else read_membership(folder)
    if belongs is None:
        belongs = _paired(folder, given or _found_van(settings), code or _asked_code())
    say("cli.station_started.belongs", name=belongs.membership.name, van=belongs.membership.van)
    _until_stopped(_opened(settings, belongs, given))


def _tell_headset() -> None:
    """What headset this computer has, in sentences; ends as a failure where it cannot be used."""
    from sim.xr.probe import probe

    found = probe()
    for line in found.sentences(lang()):
        out.print(line, markup=False, soft_wrap=True)
    if found.trouble is not None:
        raise typer.Exit(found.trouble.exit_code)


def _opened(settings: Settings, belongs: Belongs, address: str | None) -> RemoteStation:
    from common.clock import SystemClock
    from kiosk.remote.remote_station import open_station
    from sim.display.headset.player import HeadsetPlayer

    player = HeadsetPlayer(lang=lang(), comfort=settings.comfort)
    return open_station(settings.data / FOLDER, belongs, address, player, SystemClock(), _report)


def _paired(folder: Path, address: str, code: str) -> Belongs:
    from kiosk.remote.membership import pair

    belongs = pair(folder, address, code)
    say("cli.station_started.paired", address=address)
    return belongs


def _found_van(settings: Settings) -> str:
    """The one van on the network; where none announces itself, one on this very computer.

    Raises:
        UsageError: there are several.
    """
    from kiosk.remote.finding import found_vans

    say("cli.station_started.looking")
    vans = asyncio.run(found_vans())
    if len(vans) > 1:
        known = text("kiosk.comma", lang()).join(f"{each.van} {each.address}" for each in vans)
        raise UsageError("headsets.remote.several_vans", known=known)
    return vans[0].address if vans else f"http://127.0.0.1:{settings.port}"


def _asked_code() -> str:
    """The code on the crew's page, typed in.

    Raises:
        UsageError: there is nobody to type.
    """
    if not sys.stdin.isatty():
        raise UsageError("headsets.remote.no_code")
    return typer.prompt(text("cli.station_started.code", lang())).strip()


def _report(what: str, fault: QiancheError | None) -> None:
    say(f"cli.station_started.{what}")
    if fault is not None:
        out.print(fault.message(lang()), markup=False, soft_wrap=True)


def _until_stopped(station: RemoteStation) -> None:
    """Run until somebody ends the program; a session that is played goes on at the next start."""
    stopping = threading.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: stopping.set())
    station.run(stopping)
