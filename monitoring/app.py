"""Monitoring as a part of a site, or a site of its own."""

from __future__ import annotations

from fastapi import FastAPI

from common.clock import Clock, SystemClock
from common.sealing import key_from
from common.web.accounts import Accounts
from common.web.areas import Area, add_area
from common.web.site import build_site
from monitoring import api
from monitoring.pages import READERS, register_pages
from monitoring.records import Records
from monitoring.settings import MonitoringSettings
from monitoring.tables import open_monitoring

__all__ = ["MonitoringSettings", "create_app", "mount"]


def mount(app: FastAPI, settings: MonitoringSettings, clock: Clock | None = None) -> Records:
    """Add monitoring to a site: /monitoring/api and the page /monitoring."""
    records = Records(open_monitoring(settings.data), clock or SystemClock(), settings.silent_after_s)
    app.include_router(api.create_router(records, settings))
    register_pages(records)
    add_area(app, Area("/monitoring", "monitoring.area", "sensors", READERS))
    return records


def create_app(settings: MonitoringSettings, accounts: Accounts | None = None, clock: Clock | None = None) -> FastAPI:
    """Monitoring alone. Without ``accounts`` it keeps its own beside its database."""
    clock = clock or SystemClock()
    accounts = accounts or Accounts(settings.data / "accounts.sqlite", clock)
    secret = key_from(settings.data / "sessions.key")
    return build_site(accounts, secret, [lambda app: mount(app, settings, clock)], front="/monitoring")
