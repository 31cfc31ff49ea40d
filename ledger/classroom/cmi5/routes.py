"""What units ask for, without any cookie: their files, their token once, and the Experience API."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse
from fastapi.routing import APIRoute

from common.web.language import language_of
from ledger.classroom.cmi5.content import content_headers, media_type
from ledger.classroom.cmi5.endpoint import resources
from ledger.classroom.cmi5.launching import CONTENT_PATH, FETCH_PATH, XAPI_PATH
from ledger.classroom.cmi5.sessions import FetchRefused
from ledger.xapi.routes import resource_router
from ledger.xapi.versions import CONSISTENT_THROUGH, HEADER

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_ANYONE = {"Access-Control-Allow-Origin": "*"}
"""Units come from anywhere, and show a token, not a cookie: browsers send none with such an answer."""
_PREFLIGHT = {
    **_ANYONE,
    "Access-Control-Allow-Methods": "GET, HEAD, PUT, POST, DELETE",
    "Access-Control-Allow-Headers": f"Authorization, Content-Type, If-Match, If-None-Match, {HEADER}",
    "Access-Control-Max-Age": "86400",
}
_SHOWN = {"Access-Control-Expose-Headers": f"ETag, Last-Modified, {HEADER}, {CONSISTENT_THROUGH}"}


class _ForAnyone(APIRoute):
    """A route whose answers pages of any site may read."""

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:
        handle = super().get_route_handler()

        async def handle_openly(request: Request) -> Response:
            response = await handle(request)
            response.headers.update(_ANYONE | _SHOWN)
            return response

        return handle_openly


def create_routers(services: LedgerServices) -> list[APIRouter]:
    """The routes under /cmi5 for one ledger."""
    cmi5 = services.cmi5
    asked = APIRouter(include_in_schema=False, route_class=_ForAnyone)

    @asked.options(FETCH_PATH + "/{secret}")
    @asked.options(XAPI_PATH + "/{resource:path}")
    def preflight() -> Response:
        """What a browser asks before it lets a unit of another site send anything."""
        return Response(status_code=204, headers=_PREFLIGHT)

    @asked.post(FETCH_PATH + "/{secret}")
    def fetch(secret: str, request: Request) -> Response:
        """The token of a session, once (cmi5 8.2); a refusal is an answer with 200 too."""
        try:
            said = {"auth-token": cmi5.sessions.fetch(secret)}
        except FetchRefused as fault:
            said = {"error-code": fault.code, "error-text": fault.message(language_of(request))}
        headers = {"Cache-Control": "no-store"}
        return Response(json.dumps(said, ensure_ascii=False), media_type="application/json", headers=headers)

    files = APIRouter(include_in_schema=False)

    @files.api_route(CONTENT_PATH + "/{course}/{path:path}", methods=["GET", "HEAD"])
    async def content(course: str, path: str, request: Request) -> Response:
        """A file of a course; parts of it too, for videos."""
        file = await run_in_threadpool(cmi5.courses.file, course, path)
        if file is None:
            raise HTTPException(404)
        headers = content_headers(request.headers.get("host", ""), services.settings.course_origin)
        return FileResponse(file, headers={**headers, "Content-Type": media_type(path)})

    api = resource_router(services, XAPI_PATH, cmi5.sessions, resources(services, cmi5), _ForAnyone)
    return [asked, files, api]
