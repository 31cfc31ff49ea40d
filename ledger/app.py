"""The ledger as a part of a site, or a site of its own."""

from __future__ import annotations

from fastapi import FastAPI

from common.clock import Clock, SystemClock
from common.sealing import key_from
from common.web.accounts import Accounts
from common.web.areas import Area, add_area
from common.web.headers import open_to_other_sites
from common.web.limits import allow_bodies
from common.web.scope_choices import ScopeChoices, offer_scope
from common.web.site import build_site
from ledger import api
from ledger.certificates import downloads as certificate_downloads
from ledger.certificates import public_page
from ledger.classroom import routes as classroom_routes
from ledger.classroom.cmi5 import learner_routes
from ledger.classroom.cmi5 import routes as cmi5_routes
from ledger.classroom.cmi5.content import OPEN_PATH, OnlyCourses
from ledger.classroom.cmi5.launching import XAPI_PATH
from ledger.operation import api as operation_api
from ledger.pages import register_pages
from ledger.people import api as people_api
from ledger.people import officers
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.supervision import api as supervision_api
from ledger.transparency import api as log_api
from ledger.ways import READERS
from ledger.xapi import routes

__all__ = ["LedgerSettings", "create_app", "mount"]


def mount(app: FastAPI, settings: LedgerSettings, clock: Clock | None = None) -> LedgerServices:
    """Add the ledger to a site: /xapi, /ledger/api and the pages under /ledger."""
    services = LedgerServices(settings, clock or SystemClock())
    app.include_router(routes.create_router(services))
    app.include_router(api.create_router(services))
    app.include_router(log_api.create_router(services))
    app.include_router(people_api.create_router(services))
    app.include_router(public_page.create_router(services))
    app.include_router(classroom_routes.create_router(services))
    app.include_router(certificate_downloads.create_router(services))
    app.include_router(supervision_api.create_router(services))
    _serve_courses(app, services)
    operation_api.install(app, services)
    register_pages(services)
    officers.take_over(services.database, app.state.login.accounts)
    companies, districts = services.people.employers.by_code, services.people.employers.districts
    offer_scope(app, "officer", ScopeChoices("people.employer.title", companies, others_too=False))
    offer_scope(app, "district", ScopeChoices("people.employer.districts", districts, others_too=True))
    add_area(app, Area("/ledger", "ledger.area", "menu_book", READERS))
    return services


def _serve_courses(app: FastAPI, services: LedgerServices) -> None:
    """What imported courses need: nothing of it heeds a cookie, so that it may be open to other sites."""
    for router in cmi5_routes.create_routers(services):
        app.include_router(router)
    app.include_router(learner_routes.create_router(services))
    open_to_other_sites(app, OPEN_PATH)
    allow_bodies(app, XAPI_PATH, services.settings.most_attachment_bytes)
    if services.settings.course_origin is not None:
        app.add_middleware(OnlyCourses, course_origin=services.settings.course_origin)


def create_app(settings: LedgerSettings, accounts: Accounts | None = None, clock: Clock | None = None) -> FastAPI:
    """The ledger alone. Without ``accounts`` it keeps its own beside its database."""
    clock = clock or SystemClock()
    accounts = accounts or Accounts(settings.data / "accounts.sqlite", clock)
    secret = key_from(settings.data / "sessions.key")
    return build_site(accounts, secret, [lambda app: mount(app, settings, clock)], front="/ledger")
