"""The Experience API over HTTP: who asks, in which version, for which resource."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute
from sqlalchemy.exc import OperationalError

from common.errors import DataError
from common.web.requests import fault_answer, limited_body
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.xapi.asked import METHODS, Asked, read_form, single_parameters
from ledger.xapi.body import write_json
from ledger.xapi.documents_resource import DocumentsResource, activity_profile, agent_profile, state
from ledger.xapi.faults import DatabaseAway, NoSuchMethod, XapiFault
from ledger.xapi.known_resource import activity_resource, agent_resource
from ledger.xapi.multipart import MIXED, media_type
from ledger.xapi.statements_resource import StatementsResource
from ledger.xapi.versions import CONSISTENT_THROUGH, HEADER, SPOKEN, LastSpoken, agreed_version

_log = logging.getLogger(__name__)
PREFIX = "/xapi"
Resource = Mapping[str, Callable[[Asked], Response]]
"""What answers each method."""


class Admission(Protocol):
    """Lets clients in by what their requests show. See :class:`ledger.access.Gate`."""

    def recognised(self, authorization: str | None) -> Client | None: ...

    def admitted(self, authorization: str | None, address: str) -> Client: ...


def create_router(services: LedgerServices) -> APIRouter:
    """The routes of the Experience API for one ledger."""
    resources: dict[str, Resource] = {
        "/statements": StatementsResource(services, f"{PREFIX}/statements").methods,
        "/activities/state": DocumentsResource(services, state).methods,
        "/activities/profile": DocumentsResource(services, activity_profile).methods,
        "/agents/profile": DocumentsResource(services, agent_profile).methods,
        "/activities": activity_resource(services),
        "/agents": agent_resource(services),
    }
    return resource_router(services, PREFIX, services.gate, resources)


def resource_router(
    services: LedgerServices,
    prefix: str,
    gate: Admission,
    resources: Mapping[str, Resource],
    route_class: type[APIRoute] = APIRoute,
) -> APIRouter:
    """The routes of an Experience API with these resources, by path, for those whom ``gate`` lets in."""
    router = APIRouter(prefix=prefix, include_in_schema=False, route_class=route_class)
    door = _Door(services, gate)
    router.add_api_route("/about", door.about, methods=["GET", "HEAD"])
    for path, resource in resources.items():
        router.add_api_route(path, door.before(resource), methods=[*METHODS])
    return router


@dataclass
class _Visit:
    """In which version a request is answered, as far as is known yet."""

    version: str = SPOKEN[-1]


class _Door:
    """Lets requests in, and marks every answer, faults too, with the headers of xAPI."""

    def __init__(self, services: LedgerServices, gate: Admission) -> None:
        self._services = services
        self._gate = gate
        self._last_spoken = LastSpoken()

    async def about(self, request: Request) -> Response:
        """Which versions the ledger speaks. Needs neither credential nor version."""

        async def tell(visit: _Visit) -> Response:
            header = request.headers.get(HEADER)
            visit.version = visit.version if header is None else agreed_version(header)
            return Response(write_json({"version": list(SPOKEN)}), media_type="application/json")

        return await self._marked(tell)

    def before(self, resource: Resource) -> Callable[[Request], Awaitable[Response]]:
        """What takes requests for ``resource``."""

        async def take(request: Request) -> Response:
            async def answer(visit: _Visit) -> Response:
                asked = await self._admitted(request, visit)
                return await run_in_threadpool(_answered, resource, asked)

            return await self._marked(answer)

        return take

    async def _marked(self, answer: Callable[[_Visit], Awaitable[Response]]) -> Response:
        visit = _Visit()
        try:
            # Taken before the answer is: what is stored while it is made is not promised.
            consistent_through = await self._consistent_through()
            try:
                response = await answer(visit)
            except DataError as fault:
                response = fault_answer(fault)
            response.headers[CONSISTENT_THROUGH] = consistent_through
        except OperationalError:
            _log.exception("the ledger's database does not answer")
            response = fault_answer(DatabaseAway("ledger.database.away"))
        response.headers[HEADER] = visit.version
        return response

    async def _admitted(self, request: Request, visit: _Visit) -> Asked:
        parameters = single_parameters(request.query_params.multi_items())
        headers = {name.lower(): value for name, value in request.headers.items()}
        most_bytes = self._most_bytes(headers)
        if request.method == "POST" and "method" in parameters and not headers.get(HEADER.lower(), "").startswith("2"):
            form = read_form(parameters, headers, await limited_body(request, most_bytes))
            client, version = await self._recognised(request, form.headers, visit)
            if version != "1.0.3":
                raise XapiFault("ledger.xapi.form.not_in_version", version=version)
            return Asked(form.method, form.parameters, form.headers, form.body, client, version)
        client, version = await self._recognised(request, headers, visit)
        body = await limited_body(request, most_bytes)
        return Asked(request.method, parameters, headers, body, client, version)

    async def _recognised(self, request: Request, headers: Mapping[str, str], visit: _Visit) -> tuple[Client, str]:
        authorization = headers.get("authorization")
        client = self._gate.recognised(authorization)
        if client is None:
            address = request.client.host if request.client else ""
            client = await run_in_threadpool(self._gate.admitted, authorization, address)
        visit.version = self._last_spoken.of(client.key)
        visit.version = agreed_version(headers.get(HEADER.lower()))
        self._last_spoken.note(client.key, visit.version)
        return client, visit.version

    def _most_bytes(self, headers: Mapping[str, str]) -> int:
        settings = self._services.settings
        mixed = media_type(headers.get("content-type", "")) == MIXED
        return settings.most_attachment_bytes if mixed else settings.most_body_bytes

    async def _consistent_through(self) -> str:
        statements = self._services.statements
        if self._services.database.shared:
            return await run_in_threadpool(statements.consistent_through)
        return statements.consistent_through()


def _answered(resource: Resource, asked: Asked) -> Response:
    method = "GET" if asked.method == "HEAD" else asked.method
    if method not in resource:
        raise NoSuchMethod([*resource])
    return resource[method](asked)
