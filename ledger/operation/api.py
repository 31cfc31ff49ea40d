"""What those ask who run the ledger: is it well, how does it fare, what is its interface."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Callable

import anyio
from anyio.to_thread import run_sync
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST
from sqlalchemy.exc import OperationalError

from common.sealing import key_from
from common.text import Lang
from common.web.language import language_of
from common.web.limits import allow_bodies
from common.web.requests import FaultRoute, fault_answer
from ledger.access import Unknown
from ledger.operation.health import checks
from ledger.operation.interface import interface
from ledger.operation.interface_page import interface_page
from ledger.operation.metrics import Measured
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.xapi.faults import DatabaseAway, NoSuchMethod

_METHODS = {"GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY"}
_PATIENCE_S = 5.0
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
_OPEN_TO_ALL = ("/verify", "/classroom", "/cmi5/fetch", "/health", "/metrics")
_MOST_OPEN_BYTES = 512 * 1024
"""Of what anyone may send who knows the address: a certificate's file, a form."""


class NotForScraping(Unknown):
    """The figures are for this machine, or for who has the token."""

    headers = {"WWW-Authenticate": 'Bearer realm="Qianche ledger"'}


def install(app: FastAPI, services: LedgerServices) -> None:
    """Measure what is asked of the ledger, limit what it is sent, and add this module's routes: after all others."""
    settings = services.settings
    app.add_middleware(Measured, metrics=services.metrics)
    allow_bodies(app, "/xapi", settings.most_attachment_bytes)
    allow_bodies(app, "/ledger/api", settings.most_body_bytes)
    for path in _OPEN_TO_ALL:
        allow_bodies(app, path, _MOST_OPEN_BYTES)
    app.include_router(create_router(services))
    _refuse_other_methods(app)


def _refuse_other_methods(app: FastAPI) -> None:
    """Answer 405 where a path of the interface is asked in a way that no route before takes.

    The pages' framework, which takes all that nobody else does, would answer that there is no such page.
    """
    for path, item in interface("en")["paths"].items():
        allowed = [method.upper() for method in item if method.upper() in _METHODS]
        others = sorted(_METHODS - {*allowed})
        app.add_api_route(path, _refusal(allowed), methods=others, include_in_schema=False)


def _refusal(allowed: list[str]) -> Callable[[], Response]:
    def refuse() -> Response:
        return fault_answer(NoSuchMethod(allowed))

    return refuse


def create_router(services: LedgerServices) -> APIRouter:
    """The routes /health, /metrics and those of the interface's description."""
    router = APIRouter(include_in_schema=False, route_class=FaultRoute)
    token = metrics_token(services.settings)

    @router.get("/health")
    async def alive() -> dict[str, str]:
        """The process answers; whether it can work says /health/ready."""
        return {"status": "good"}

    @router.get("/health/ready")
    async def ready() -> Response:
        """200 when the database answers and the disk has room, else 503."""
        found = None
        with anyio.move_on_after(_PATIENCE_S):
            found = await run_sync(checks, services.database, services.settings, abandon_on_cancel=True)
        found = found or {"database": "no_answer"}
        good = set(found.values()) == {"good"}
        return JSONResponse({"status": "good" if good else "bad", "checks": found}, 200 if good else 503)

    @router.get("/metrics")
    def metrics(request: Request) -> Response:
        """The ledger in figures, for Prometheus."""
        if not (_has_token(request, token) or _from_here(request)):
            raise NotForScraping("operation.metrics.not_for_you")
        try:
            return Response(services.metrics.shown(), headers={"Content-Type": CONTENT_TYPE_LATEST})
        except OperationalError:
            return fault_answer(DatabaseAway("ledger.database.away"))

    @router.get("/ledger/api/openapi.json")
    def openapi(request: Request, lang: Lang | None = None) -> Response:
        """The programs' interface as OpenAPI, in either language."""
        return JSONResponse(interface(lang or language_of(request)))

    @router.get("/ledger/api/docs")
    def docs(request: Request) -> Response:
        """The programs' interface, to be read."""
        return HTMLResponse(interface_page(language_of(request)))

    return router


def metrics_token(settings: LedgerSettings) -> str:
    """What Prometheus shows as Bearer token; made on the first start, kept in ``metrics.token``."""
    return key_from(settings.data / "metrics.token").hex()


def _has_token(request: Request, token: str) -> bool:
    kind, _, shown = request.headers.get("authorization", "").partition(" ")
    return kind.lower() == "bearer" and hmac.compare_digest(shown.strip().encode("utf-8"), token.encode("ascii"))


def _from_here(request: Request) -> bool:
    """Whether a program on this machine asks, and not a proxy on behalf of somebody elsewhere."""
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:  # a name, as test clients and sockets without an address have
        return False
