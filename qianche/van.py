"""The whole van on one machine: kiosk, training ledger and monitoring in one web site.

On the first start the keys, the van's credential at its own ledger and the crew's login are made.
A van that reports to another machine's ledger is given three files in ``van/`` of its data folder:
``pseudonym.key`` and ``ledger.pub`` from that ledger, and ``ledger.json`` with key and secret; for
another machine's monitoring, its ``monitoring.token``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI

from common.clock import Clock, SystemClock
from common.errors import EnvironmentLacks
from common.private_file import write_private
from common.sealing import key_from
from common.settings import Settings
from common.web.accounts import ACCOUNTS_FILE, Accounts
from common.web.site import Mount, build_site
from kiosk.app import kiosk_part, make_van
from kiosk.destinations import LedgerAddress
from kiosk.settings import OWN_FOLDER, KioskSettings, MonitoringAddress
from kiosk.van import Van
from ledger import app as ledger_app
from ledger.credentials import add as add_credential
from ledger.settings import Keys, LedgerSettings
from monitoring import app as monitoring_app
from monitoring.settings import MonitoringSettings
from qianche.ledger_settings import ledger_settings
from qianche.scenario_titles import problem_labels, scenario_titles
from scenarios.model import Text

CREW = "crew"
VAN_FOLDER = "van"
"""The van's part of the data folder."""


@dataclass(frozen=True)
class Site:
    """A van ready to be served, and the login to print."""

    app: FastAPI
    name: str
    password: str | None
    """Told at the start that makes it; None when it was made before."""
    readiness: Callable[[], list[tuple[Text, float]]]
    """Every scenario's title, and how much of what it needs is built, 0..1."""


def van_site(settings: Settings, clock: Clock | None = None, new_password: bool = False) -> Site:
    """Make ready everything that ``qianche van`` serves.

    Raises:
        EnvironmentLacks: a file from another machine's ledger or monitoring is missing.
        DataError: a database or a key file is wrong.
    """
    clock = clock or SystemClock()
    folder = settings.data / VAN_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    parts: list[Mount] = []
    if settings.ledger_url is None:
        ledger = ledger_settings(settings, scenarios=scenario_titles(), problems=problem_labels())
        Keys(ledger)  # makes the key files that the kiosk reads
        parts.append(lambda app: ledger_app.mount(app, ledger, clock))
        pseudonym_key, public_key = ledger.pseudonym_key, ledger.sealing_public_key
        ledger_address = _own_ledger(settings, folder, ledger)
    else:
        pseudonym_key, public_key = _given(folder, "pseudonym.key"), _given(folder, "ledger.pub")
        ledger_address = _ledger_at(settings.ledger_url, _given(folder, "ledger.json"))
    if settings.monitoring_url is None:
        monitoring = MonitoringSettings(data=settings.data / "monitoring")
        parts.append(lambda app: monitoring_app.mount(app, monitoring, clock))
        monitoring_address = MonitoringAddress(url=f"{_here(settings)}/monitoring/api", token=monitoring.token())
    else:
        token = _given(folder, "monitoring.token").read_text("utf-8").strip()
        monitoring_address = MonitoringAddress(url=settings.monitoring_url, token=token)
    van = make_van(
        KioskSettings(
            data=folder,
            van_id=settings.van_id,
            listens=(settings.host, settings.port),
            stations=tuple(settings.stations),
            display=settings.display,
            ledger=ledger_address,
            monitoring=monitoring_address,
            pseudonym_key=pseudonym_key,
            ledger_public_key=public_key,
            roster=settings.roster,
            scenario_folders=tuple(settings.scenario_folders),
            sound_captions=settings.sound_captions,
        ),
        clock,
    )
    accounts = Accounts(settings.data / ACCOUNTS_FILE, clock)
    app = build_site(accounts, key_from(settings.data / "sessions.key"), [kiosk_part(van), *parts])
    return Site(app, CREW, _crew_password(accounts, new_password), lambda: _readiness(van))


def own_scenarios(settings: Settings) -> Path:
    """The folder of the scenarios that were published on a van with these settings."""
    return settings.data / VAN_FOLDER / OWN_FOLDER


def _readiness(van: Van) -> list[tuple[Text, float]]:
    return [(offer.loaded.scenario.title, offer.progress) for offer in van.shelf.offers.values() if not offer.trouble]


def _here(settings: Settings) -> str:
    """The address under which the van reaches its own services."""
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host
    return f"http://{host}:{settings.port}"


def _own_ledger(settings: Settings, folder: Path, ledger: LedgerSettings) -> LedgerAddress:
    """The van's own ledger, with the credential made on the first start."""
    path = folder / "ledger.json"
    if not path.exists():
        key, secret = add_credential(ledger.data, settings.van_id, "write", ledger.database)
        write_private(path, json.dumps({"key": key, "secret": secret}))
    credential = json.loads(path.read_text("utf-8"))
    here = _here(settings)
    return LedgerAddress(xapi=f"{here}/xapi", api=f"{here}/ledger/api", **credential)


def _ledger_at(url: str, credential: Path) -> LedgerAddress:
    """A ledger of ours on another machine; ``url`` is its address without a path."""
    url = url.rstrip("/")
    given = json.loads(credential.read_text("utf-8"))
    return LedgerAddress(xapi=f"{url}/xapi", api=f"{url}/ledger/api", key=given["key"], secret=given["secret"])


def _given(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.exists():
        raise EnvironmentLacks("cli.fault.not_given", path=path)
    return path


def _crew_password(accounts: Accounts, new_password: bool) -> str | None:
    """The crew's password, if it is made at this start. The account opens every page of its van."""
    if accounts.find(CREW) is None:
        return accounts.create(CREW, "admin")
    return accounts.reset(CREW) if new_password else None
