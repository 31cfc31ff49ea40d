"""What vans send besides statements: who a pseudonym is, and the log of a session."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from common.web.requests import FaultRoute, limited_body
from ledger.access import writer
from ledger.people.sight import sight_of
from ledger.services import LedgerServices
from ledger.ways import Reader
from ledger.xapi import values
from ledger.xapi.body import read_json
from ledger.xapi.faults import StatementInvalid
from ledger.xapi.shape import record, text

_FIELDS = {"pseudonym", "sealed"}


def create_router(services: LedgerServices) -> APIRouter:
    """The routes under /ledger/api for one ledger."""
    router = APIRouter(prefix="/ledger/api", include_in_schema=False, route_class=FaultRoute)

    async def admit_writer(request: Request) -> None:
        address = request.client.host if request.client else ""
        writer(await run_in_threadpool(services.gate.admitted, request.headers.get("authorization"), address))

    @router.post("/enrolments")
    async def enrol(request: Request) -> Response:
        """Take a sealed letter: 201 for someone new, 200 when they were known."""
        await admit_writer(request)
        body = await limited_body(request, services.settings.most_body_bytes)
        fields = record(read_json(body), "", _FIELDS, _FIELDS)
        for name, value in fields.items():
            text(value, f"/{name}")
        new = await run_in_threadpool(services.learners.enrol, fields["pseudonym"], fields["sealed"])
        return Response(status_code=201 if new else 200)

    @router.post("/logs/{completion_id}")
    async def take_log(completion_id: str, request: Request) -> Response:
        """Take a session's log, packed with zstd: 201 when it is new, 200 when it was here."""
        await admit_writer(request)
        if not values.is_uuid(completion_id):
            raise StatementInvalid("/completion_id", "uuid", completion_id)
        packed = await limited_body(request, services.settings.most_body_bytes)
        digest = request.headers.get("x-log-digest")
        new = await run_in_threadpool(services.logs.take, completion_id, packed, digest)
        return Response(status_code=201 if new else 200)

    @router.get("/logs/{completion_id}")
    def give_log(completion_id: str, user: Reader) -> Response:
        """The log of a completion, for staff who may see it: anyone can compute the score again from it."""
        seen = services.completions.may_see(completion_id, sight_of(user))
        log = services.logs.find(completion_id) if seen else None
        if log is None:
            return Response(status_code=404)
        headers = {
            "Content-Disposition": f'attachment; filename="{completion_id}.jsonl"',
            "Cache-Control": "no-store",
        }
        return Response(log, media_type="application/jsonl", headers=headers)

    return router
