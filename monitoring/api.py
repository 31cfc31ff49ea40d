"""What vans report to: completions and heartbeats. An answer of 2xx means that it is on the disk."""

from __future__ import annotations

import hmac

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool

from common.web.requests import FaultRoute, limited_body
from monitoring.messages import Completion, Heartbeat
from monitoring.records import Records
from monitoring.settings import MonitoringSettings

_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="Qianche monitoring"'}


def create_router(records: Records, settings: MonitoringSettings) -> APIRouter:
    """The routes under /monitoring/api."""
    router = APIRouter(prefix="/monitoring/api", include_in_schema=False, route_class=FaultRoute)
    token = settings.token().encode("ascii")

    async def admitted_body(request: Request) -> bytes:
        scheme, _, shown = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(shown.strip().encode("utf-8", "replace"), token):
            raise HTTPException(401, "token", headers=_CHALLENGE)
        return await limited_body(request, settings.most_body_bytes)

    @router.post("/completions")
    async def complete(request: Request) -> Response:
        """Take a completion: 201 when it is new, 200 when it was here."""
        completion = Completion.read(await admitted_body(request))
        new = await run_in_threadpool(records.complete, completion)
        return Response(status_code=201 if new else 200)

    @router.post("/heartbeats")
    async def beat(request: Request) -> Response:
        """Take a station's heartbeat."""
        heartbeat = Heartbeat.read(await admitted_body(request))
        await run_in_threadpool(records.heard, heartbeat)
        return Response(status_code=204)

    return router
