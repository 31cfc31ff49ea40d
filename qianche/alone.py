"""A service that runs alone: its site, with accounts of its own."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import FastAPI

from common.clock import SystemClock
from common.errors import EnvironmentLacks
from common.sealing import key_from
from common.settings import Settings
from common.web.accounts import Accounts
from common.web.site import Mount, build_site

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
    accounts = Accounts(folder / "accounts.sqlite", clock)
    app = build_site(accounts, key_from(folder / "sessions.key"), [_part(service, settings, clock)], f"/{service}")
    password = accounts.create(STAFF, "admin") if accounts.find(STAFF) is None else None
    return AloneSite(app, f"/{service}", STAFF, password)


def _part(service: str, settings: Settings, clock: SystemClock) -> Mount:
    if service == "ledger":
        from ledger.app import LedgerSettings
        from ledger.app import mount as mount_ledger

        return lambda app: mount_ledger(app, LedgerSettings(data=settings.data / service), clock)
    from monitoring.app import MonitoringSettings
    from monitoring.app import mount as mount_monitoring

    return lambda app: mount_monitoring(app, MonitoringSettings(data=settings.data / service), clock)
