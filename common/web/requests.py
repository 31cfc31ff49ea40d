"""Requests of programs: how much they may send, and how they are told what is wrong."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from fastapi.routing import APIRoute

from common.errors import DataError
from common.sizes import shown_size
from common.text import LANGS


class BodyTooLarge(DataError):
    """More than is taken at once."""

    status = 413


async def limited_body(request: Request, most_bytes: int) -> bytes:
    """The request's body, read no further than it may be long.

    Raises:
        BodyTooLarge
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > most_bytes:
        raise BodyTooLarge("web.body_too_large", limit=shown_size(most_bytes))
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most_bytes:
            raise BodyTooLarge("web.body_too_large", limit=shown_size(most_bytes))
    return bytes(body)


def fault_answer(fault: DataError) -> Response:
    """The answer to a fault: its name, its place if it has one, and what to do in both languages.

    A fault says with ``status`` which HTTP status it has, 400 if it does not, and with ``headers``
    what else belongs to the answer.
    """
    where = {"where": fault.where} if hasattr(fault, "where") else {}
    body = {"error": fault.key, **where, **{lang: fault.message(lang) for lang in LANGS}}
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "backslashreplace")
    headers = getattr(fault, "headers", None)
    return Response(content, getattr(fault, "status", 400), headers, media_type="application/json")


class FaultRoute(APIRoute):
    """A route that answers what is wrong with a request in the words of the catalogue."""

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:
        handle = super().get_route_handler()

        async def handle_faults(request: Request) -> Response:
            try:
                return await handle(request)
            except DataError as fault:
                return fault_answer(fault)

        return handle_faults
