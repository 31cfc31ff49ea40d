"""A service that runs alone: its site, with accounts of its own."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import FastAPI

from common.clock import SystemClock
from common.errors import EnvironmentLacks
from common.settings import Settings
from common.web.accounts import ACCOUNTS_FILE, Accounts
from ledger import app as ledger_app
from monitoring import app as monitoring_app
from qianche.ledger_settings import ledger_settings
from qianche.scenario_titles import problem_labels, scenario_titles

STAFF = "admin"


@dataclass(frozen=True)
class AloneSite:
    """A service ready to be served, where its page is, and the login to print."""

    app: FastAPI
    path: str
    name: str
    password: str | None


def alone_site(service: str, settings: Settings) -> AloneSite:
    """Make ``kiosk``, ``ledger`` or ``monitoring`` ready to run by itself.

    Raises:
        EnvironmentLacks: the kiosk lacks the addresses or files of the services it reports to.
    """
    if service == "kiosk":
        from qianche.van import van_site

        if settings.ledger_url is None or settings.monitoring_url is None:
            raise EnvironmentLacks("cli.fault.kiosk_alone")
        site = van_site(settings)
        return AloneSite(site.app, "/", site.name, site.password)
    clock = SystemClock()
    folder = settings.data / service
    folder.mkdir(parents=True, exist_ok=True)
    accounts = Accounts(folder / ACCOUNTS_FILE, clock)
    if service == "ledger":
        ledger = ledger_settings(settings, scenarios=scenario_titles(), problems=problem_labels())
        app = ledger_app.create_app(ledger, accounts, clock)
    else:
        app = monitoring_app.create_app(monitoring_app.MonitoringSettings(data=folder), accounts, clock)
    password = accounts.create(STAFF, "admin") if accounts.find(STAFF) is None else None
    return AloneSite(app, f"/{service}", STAFF, password)
