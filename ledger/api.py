"""What vans send besides statements: who a pseudonym is, and the log of a session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute

from common.errors import DataError
from common.web.login import User, require_role
from ledger.access import authenticated, limited_body, writer
from ledger.logs import LogDiffers, LogTooLarge
from ledger.services import LedgerServices
from ledger.xapi import values
from ledger.xapi.body import read_json, write_json
from ledger.xapi.faults import StatementInvalid, TooLarge, body_of
from ledger.xapi.shape import record, text

_STATUS_OF = {LogDiffers: 409, LogTooLarge: 413, TooLarge: 413}


class _ApiRoute(APIRoute):
    """Answers faults in the words of the catalogue."""

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:
        handle = super().get_route_handler()

        async def handle_faults(request: Request) -> Response:
            try:
                return await handle(request)
            except DataError as fault:
                status = _STATUS_OF.get(type(fault), 400)
                return Response(write_json(body_of(fault)), status, media_type="application/json")

        return handle_faults


def create_router(services: LedgerServices) -> APIRouter:
    """The routes under /ledger/api for one ledger."""
    router = APIRouter(prefix="/ledger/api", include_in_schema=False, route_class=_ApiRoute)

    @router.post("/enrolments")
    async def enrol(request: Request) -> Response:
        """Take a sealed letter: 201 for someone new, 200 when they were known."""
        writer(await run_in_threadpool(authenticated, request, services.credentials))
        body = await limited_body(request, services.settings.most_body_bytes)
        fields = record(read_json(body), "", ("pseudonym", "sealed"), ("pseudonym", "sealed"))
        for name, value in fields.items():
            text(value, f"/{name}")
        new = await run_in_threadpool(services.learners.enrol, fields["pseudonym"], fields["sealed"])
        return Response(status_code=201 if new else 200)

    @router.post("/logs/{completion_id}")
    async def take_log(completion_id: str, request: Request) -> Response:
        """Take a session's log, packed with zstd: 201 when it is new, 200 when it was here."""
        writer(await run_in_threadpool(authenticated, request, services.credentials))
        if not values.is_uuid(completion_id):
            raise StatementInvalid("/completion_id", "uuid", completion_id)
        packed = await limited_body(request, services.settings.most_body_bytes)
        digest = request.headers.get("x-log-digest")
        new = await run_in_threadpool(services.logs.take, completion_id, packed, digest)
        return Response(status_code=201 if new else 200)

    @router.get("/logs/{completion_id}")
    def give_log(completion_id: str, _user: Annotated[User, Depends(require_role("officer", "bureau"))]) -> Response:
        """The log of a completion, for staff: anyone can compute the score again from it."""
        log = services.logs.find(completion_id)
        if log is None:
            return Response(status_code=404)
        name = {"Content-Disposition": f'attachment; filename="{completion_id}.jsonl"'}
        return Response(log, media_type="application/jsonl", headers=name)

    return router
