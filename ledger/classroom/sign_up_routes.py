"""Where a poster's code leads: signing up for a training, and coming back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Query, Request, Response

from common.errors import QiancheError
from common.text import text
from common.web.language import language_of
from ledger.classroom.classes import Class
from ledger.classroom.learner_sessions import COOKIE, PATH, set_cookie
from ledger.classroom.own import Own
from ledger.classroom.phone import SIGN_IN, PhoneRoute, address_of, learner_of, within
from ledger.classroom.sign_up import Claim
from ledger.classroom.views import HOME, go, page
from ledger.people.documents import DOCUMENT_KINDS, DocumentKind

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_Name = Annotated[str, Form(max_length=200)]
_Kind = Annotated[DocumentKind, Form()]
_Next = Annotated[str, Query(max_length=400)]
_Number = Annotated[str, Form(max_length=100)]


def create_router(services: LedgerServices) -> APIRouter:
    """The routes for one ledger."""
    router = APIRouter(prefix=HOME, include_in_schema=False, route_class=PhoneRoute)
    classroom = services.classroom

    @router.get("/join/{code}")
    def ask(code: str, request: Request) -> Response:
        """The form of a class; for a phone that is known, one button."""
        into = classroom.sign_up.class_of(code, address_of(request))
        learner = classroom.sessions.learner(request)
        if learner and into.id in {each.id for each in classroom.classes.of_learner(learner)}:
            return go(HOME)
        known = Own(services, learner).name if learner else ""
        return _form(request, into, known=known)

    @router.post("/join/{code}")
    def join(
        code: str,
        request: Request,
        name: _Name,
        number: _Number,
        kind: _Kind = "resident_id",
        consent: Annotated[str, Form(max_length=10)] = "",
    ) -> Response:
        into = classroom.sign_up.class_of(code, address_of(request))
        claim = Claim(name, kind, number)
        try:
            token = classroom.sign_up.join(into, claim, consent == "yes", address_of(request))
        except QiancheError as fault:
            return _form(request, into, claim, fault)
        return _let_in(request, token)

    @router.post("/join/{code}/again")
    def join_again(code: str, request: Request) -> Response:
        into = classroom.sign_up.class_of(code, address_of(request))
        classroom.sign_up.join_again(into, learner_of(services, request))
        return go(HOME)

    @router.get("/sign-in")
    def ask_who(request: Request, next: _Next = HOME) -> Response:
        return _form(request, None, then=next)

    @router.post("/sign-in")
    def sign_in(
        request: Request,
        name: _Name,
        number: _Number,
        kind: _Kind = "resident_id",
        next: Annotated[str, Form(max_length=400)] = HOME,
    ) -> Response:
        claim = Claim(name, kind, number)
        try:
            token = classroom.sign_up.sign_in(claim, address_of(request))
        except QiancheError as fault:
            return _form(request, None, claim, fault, then=next)
        return _let_in(request, token, within(next))

    @router.post("/sign-out")
    def sign_out(request: Request, next: Annotated[str, Form(max_length=400)] = HOME) -> Response:
        classroom.sessions.close(request)
        answer = go(within(next))
        answer.delete_cookie(COOKIE, path=PATH)
        return answer

    return router


def _form(
    request: Request,
    into: Class | None,
    claim: Claim | None = None,
    fault: QiancheError | None = None,
    known: str = "",
    then: str = HOME,
) -> Response:
    """The form to sign up ``into`` a class, or to come back and go on to ``then``; ``fault`` is that of a ``claim``."""
    answer = page(
        request,
        "sign_up.html",
        200 if fault is None else getattr(fault, "status", 400),
        signed_in=bool(known),
        into=into,
        action=f"{HOME}/join/{into.code}" if into else SIGN_IN,
        claim=claim or Claim("", "resident_id", ""),
        kinds=DOCUMENT_KINDS,
        kind_names={each: text(f"people.document.kind.{each}", language_of(request)) for each in DOCUMENT_KINDS},
        fault=fault.message(language_of(request)) if fault else "",
        known=known,
        then=within(then),
    )
    answer.headers.update(getattr(fault, "headers", {}))
    return answer


def _let_in(request: Request, token: str, then: str = HOME) -> Response:
    answer = go(then)
    set_cookie(answer, token, request)
    return answer
