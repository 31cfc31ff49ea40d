"""How much a request may bring and how slowly, on every route: bytes are counted as they come.

What a request announces is believed only if it is too much. A request that is too large is answered 413, one
that does not come 408; both end the connection.
"""

from __future__ import annotations

import asyncio

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from common.errors import DataError
from common.sizes import shown_size
from common.web.language import language_of, local_path
from common.web.plain_page import plain_page, wants_page
from common.web.requests import BodyTooLarge, fault_answer

MOST_BYTES = 64 * 1024 * 1024
"""Of a request to a path that nothing else was said of: the log of a long session. Routes may want less themselves."""
MOST_FORM_BYTES = 64 * 1024
"""Of a form that anyone may send: nothing of it is worth keeping on the disk."""
PATIENCE_S = 30.0
SLOWEST_BYTES_PER_S = 1000.0
_KEY = "body_limits"


class BodyTooSlow(DataError):
    """The request's body does not come."""

    status = 408


def allow_bodies(app: FastAPI, path: str, most_bytes: int) -> None:
    """Let requests to ``path`` and below bring up to ``most_bytes``; the longest such path counts."""
    limits: dict[str, int] = {**getattr(app.state, _KEY, {}), path: most_bytes}
    app.state.body_limits = dict(sorted(limits.items(), key=lambda limit: -len(limit[0])))


class BodyLimits:
    """Lets through what is not too large and not too slow."""

    def __init__(
        self,
        app: ASGIApp,
        site: FastAPI,
        patience_s: float = PATIENCE_S,
        slowest_bytes_per_s: float = SLOWEST_BYTES_PER_S,
    ) -> None:
        """A body has ``patience_s`` from its beginning, and as much more as it needs at ``slowest_bytes_per_s``."""
        self._app = app
        self._site = site
        self._patience_s = patience_s
        self._slowest = slowest_bytes_per_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._most_bytes(scope["path"])
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced) > most:
            await _refuse(BodyTooLarge("web.body_too_large", limit=shown_size(most)), scope, receive, send)
            return
        body = _Body(receive, most, self._patience_s, self._slowest)
        answer = _Answer(body, scope, receive, send)
        try:
            await self._app(scope, body.receive, answer.send)
        except Exception:
            if body.fault is None or answer.begun:
                raise  # else it is ours: the application was only told that there is no more to come
            await _refuse(body.fault, scope, receive, send)

    def _most_bytes(self, path: str) -> int:
        limits: dict[str, int] = getattr(self._site.state, _KEY, {})
        return next((most for start, most in limits.items() if path.startswith(start)), MOST_BYTES)


class _Body:
    """A request's body on its way in."""

    def __init__(self, receive: Receive, most_bytes: int, patience_s: float, slowest_bytes_per_s: float) -> None:
        self.fault: DataError | None = None
        self._receive = receive
        self._most = most_bytes
        self._patience_s = patience_s
        self._slowest = slowest_bytes_per_s
        self._clock = asyncio.get_running_loop().time
        self._begun = self._clock()
        self._count = 0
        self._whole = False

    async def receive(self) -> Message:
        if self._whole:
            return await self._receive()  # waits for the client to go
        if self.fault is not None:
            raise self.fault
        try:
            async with asyncio.timeout(self._remaining_s()):
                message = await self._receive()
        except TimeoutError:
            self.fault = BodyTooSlow("web.body_too_slow")
            raise self.fault from None
        self._count += len(message.get("body", b""))
        if self._count > self._most:
            self.fault = BodyTooLarge("web.body_too_large", limit=shown_size(self._most))
            raise self.fault
        self._whole = not message.get("more_body", False)
        return message

    def _remaining_s(self) -> float:
        return self._begun + self._patience_s + self._count / self._slowest - self._clock()


class _Answer:
    """The answer on its way out; ours takes the place of the application's where the body was refused."""

    def __init__(self, body: _Body, scope: Scope, receive: Receive, send: Send) -> None:
        self.begun = False
        self._body = body
        self._refused = False
        self._asked = (scope, receive)
        self._send = send

    async def send(self, message: Message) -> None:
        if self._refused:
            return
        if not self.begun and self._body.fault is not None:
            self.begun = self._refused = True
            await _refuse(self._body.fault, *self._asked, self._send)
            return
        self.begun = True
        await self._send(message)


async def _refuse(fault: DataError, scope: Scope, receive: Receive, send: Send) -> None:
    answer, request = fault_answer(fault), HTTPConnection(scope)
    if wants_page(request):
        said = fault.message(language_of(request))
        answer = plain_page(request, "web.refused", answer.status_code, said, to=local_path(scope["path"]))
    answer.headers["Connection"] = "close"
    await answer(scope, receive, send)
