"""The statements resource: /xapi/statements, and /xapi/about."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from common.moments import from_us
from common.web.requests import FaultRoute, limited_body
from ledger.access import authenticated, reader, writer
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.xapi import values
from ledger.xapi.body import read_json, write_json
from ledger.xapi.faults import NotAcceptable, StatementInvalid, XapiFault
from ledger.xapi.parameters import read_question
from ledger.xapi.versions import CONSISTENT_THROUGH, HEADER, SPOKEN, agreed_version, statement_version

PREFIX = "/xapi"
_MOST_STATEMENTS = 2000


def create_router(services: LedgerServices) -> APIRouter:
    """The routes of the Experience API for one ledger."""
    router = APIRouter(prefix=PREFIX, include_in_schema=False, route_class=_route_class(services))
    resource = _Statements(services)
    router.add_api_route("/statements", resource.put, methods=["PUT"])
    router.add_api_route("/statements", resource.post, methods=["POST"])
    router.add_api_route("/statements", resource.get, methods=["GET", "HEAD"])
    router.add_api_route("/about", about, methods=["GET"])
    return router


async def about() -> Response:
    """Which versions the ledger speaks. Needs neither credential nor version."""
    return Response(write_json({"version": list(SPOKEN)}), media_type="application/json")


class _Statements:
    """PUT, POST and GET of statements."""

    def __init__(self, services: LedgerServices) -> None:
        self._services = services

    async def put(self, request: Request) -> Response:
        client, version = await self._admit(request, writer)
        wanted = request.query_params.get("statementId")
        if not values.is_uuid(wanted):
            raise StatementInvalid("?statementId", "uuid", wanted)
        statement = await self._sent(request)
        if not isinstance(statement, dict):
            raise StatementInvalid("", "object", statement)
        given = statement.setdefault("id", wanted)
        if not isinstance(given, str) or given.lower() != wanted.lower():
            raise XapiFault("ledger.xapi.other_id")
        await run_in_threadpool(self._services.statements.take, [statement], client, statement_version(version))
        return Response(status_code=204)

    async def post(self, request: Request) -> Response:
        client, version = await self._admit(request, writer)
        sent = await self._sent(request)
        batch = sent if isinstance(sent, list) else [sent]
        if len(batch) > _MOST_STATEMENTS:
            raise XapiFault("ledger.xapi.too_many", limit=_MOST_STATEMENTS)
        ids = await run_in_threadpool(self._services.statements.take, batch, client, statement_version(version))
        return Response(write_json(ids), media_type="application/json")

    async def get(self, request: Request) -> Response:
        client, _ = await self._admit(request, reader)
        credential = client.key if client.reads_only_its_own else None
        question = read_question(request.query_params, self._services.settings.page_size, credential)
        store = self._services.statements
        if question.statement_id is not None:
            found = await run_in_threadpool(
                store.find, question.statement_id, voided=question.voided, credential=credential
            )
            if found is None:
                raise HTTPException(404)
            modified = {"Last-Modified": format_datetime(from_us(found.stored_us), usegmt=True)}
            return Response(_shown(found.raw, question.ids_only), media_type="application/json", headers=modified)
        page, more = await run_in_threadpool(store.search, question.query, question.limit)
        rest = _more(request, page[-1].stored_us) if more else ""
        listed = ",".join(_shown(each.raw, question.ids_only) for each in page)
        return Response(f'{{"statements":[{listed}],"more":{json.dumps(rest)}}}', media_type="application/json")

    async def _admit(self, request: Request, allowed: Callable[[Client], Client]) -> tuple[Client, str]:
        version = agreed_version(request.headers.get(HEADER))
        client = allowed(await run_in_threadpool(authenticated, request, self._services.credentials))
        return client, version

    async def _sent(self, request: Request) -> Any:
        content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if content_type != "application/json":
            raise NotAcceptable("ledger.xapi.content_type", found=content_type[:60])
        body = await limited_body(request, self._services.settings.most_body_bytes)
        return await run_in_threadpool(read_json, body)


def _shown(raw: str, ids_only: bool) -> str:
    return write_json(_only_ids(json.loads(raw))) if ids_only else raw


def _only_ids(statement: dict[str, Any]) -> dict[str, Any]:
    """A statement with as little as tells people and activities apart."""
    short = dict(statement)
    short["actor"] = _short_agent(statement["actor"])
    short["verb"] = {"id": statement["verb"]["id"]}
    kind = statement["object"].get("objectType", "Activity")
    if kind == "Activity":
        short["object"] = {"objectType": kind, "id": statement["object"]["id"]}
    elif kind in ("Agent", "Group"):
        short["object"] = _short_agent(statement["object"])
    return short


def _short_agent(agent: dict[str, Any]) -> dict[str, Any]:
    identified = any(name in agent for name in ("mbox", "mbox_sha1sum", "openid", "account"))
    left_out = {"name", "member"} if identified else {"name"}
    short = {name: value for name, value in agent.items() if name not in left_out}
    if "member" in short:
        short["member"] = [_short_agent(member) for member in short["member"]]
    return short


def _more(request: Request, last_us: int) -> str:
    """Where the rest is: the same question, from where this page ended."""
    parameters = [(name, value) for name, value in request.query_params.items() if name != "cursor"]
    return f"{PREFIX}/statements?{urlencode([*parameters, ('cursor', str(last_us))])}"


def _route_class(services: LedgerServices) -> type[FaultRoute]:
    """Routes whose every answer, faults too, carries the headers of xAPI."""

    class XapiRoute(FaultRoute):
        def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:
            handle = super().get_route_handler()

            async def handle_and_mark(request: Request) -> Response:
                # Taken before the answer is: what is stored while it is made is not promised.
                consistent_through = services.statements.consistent_through()
                try:
                    response = await handle(request)
                except HTTPException as error:
                    body = write_json({"error": error.detail})
                    response = Response(body, error.status_code, error.headers, media_type="application/json")
                response.headers[HEADER] = _version_of_answer(request)
                response.headers[CONSISTENT_THROUGH] = consistent_through
                return response

            return handle_and_mark

    return XapiRoute


def _version_of_answer(request: Request) -> str:
    try:
        return agreed_version(request.headers.get(HEADER))
    except NotAcceptable:
        return SPOKEN[-1]
