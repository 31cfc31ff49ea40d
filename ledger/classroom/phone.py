"""A request from a learner's phone: whose it is, how much it may send, and how faults are said to people."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from common.errors import QiancheError
from common.sizes import shown_size
from common.text import text
from common.web.language import language_of, local_path
from ledger.classroom.learner_sessions import COOKIE
from ledger.classroom.views import HOME, go, message

if TYPE_CHECKING:
    from ledger.services import LedgerServices

MOST_FORM_BYTES = 16 * 1024
SIGN_IN = f"{HOME}/sign-in"


class NotSignedIn(Exception):
    """The page is for learners who have signed up; it leads to where they can."""


class PhoneRoute(APIRoute):
    """A route whose faults are pages, and whose forms are short."""

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:
        handle = super().get_route_handler()

        async def handle_faults(request: Request) -> Response:
            known = COOKIE in request.cookies
            if request.method == "POST" and not _is_short(request):
                said = text("web.body_too_large", language_of(request), limit=shown_size(MOST_FORM_BYTES))
                return message(request, said, 413, signed_in=known)
            try:
                return await handle(request)
            except NotSignedIn:
                return go(sign_in_url(request.url.path if request.method == "GET" else HOME))
            except RequestValidationError:
                said = text("classroom.message.incomplete", language_of(request))
                return message(request, said, 422, signed_in=known)
            except QiancheError as fault:
                said = fault.message(language_of(request))
                answer = message(request, said, getattr(fault, "status", 400), signed_in=known)
                answer.headers.update(getattr(fault, "headers", {}))
                return answer

        return handle_faults


def learner_of(services: LedgerServices, request: Request) -> str:
    """The pseudonym of the learner whose phone this is. Raises NotSignedIn."""
    learner = services.classroom.sessions.learner(request)
    if learner is None:
        raise NotSignedIn
    return learner


def sign_in_url(path: str) -> str:
    """The page to sign in that leads on to ``path``."""
    return f"{SIGN_IN}?{urlencode({'next': path})}"


def within(path: str) -> str:
    """``path`` if it leads to a page of the classroom, else the classroom's first."""
    return path if local_path(path) == path and path.startswith(f"{HOME}/") else HOME


def address_of(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""


def _is_short(request: Request) -> bool:
    """Whether a form says that it is short; browsers always say how long theirs are."""
    announced = request.headers.get("content-length", "")
    return announced.isdecimal() and int(announced) <= MOST_FORM_BYTES
