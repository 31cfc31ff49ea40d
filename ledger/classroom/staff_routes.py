"""What the staff open beside their pages: a class's poster, to print, and a lesson as a whole, with its answers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import segno
from fastapi import APIRouter, HTTPException, Request, Response
from markupsafe import Markup

from common.moments import from_us, shown_moment
from ledger.certificates.downloads import public_address
from ledger.classroom.lesson_shown import shown_with
from ledger.classroom.staff_page import HERE
from ledger.classroom.steps import steps_of
from ledger.classroom.views import HOME, page
from ledger.people.sight import sight_of
from ledger.ways import Reader

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_ONLY_HERE = ("localhost", "127.0.0.1", "::1")


def create_router(services: LedgerServices) -> APIRouter:
    """The routes for one ledger."""
    router = APIRouter(include_in_schema=False)

    @router.get(f"{HERE}/classes/{{class_id}}/poster")
    def poster(class_id: str, request: Request, user: Reader) -> Response:
        found = services.classroom.classes.find(class_id, sight_of(user))
        if found is None:
            raise HTTPException(404)
        address = f"{public_address(services, request).rstrip('/')}{HOME}/join/{found.code}"
        return page(
            request,
            "poster.html",
            signed_in=False,
            found=found,
            address=address,
            code=Markup(_code(address)),
            until=shown_moment(from_us(found.closes_us))[:10],
            local=urlsplit(address).hostname in _ONLY_HERE,
        )

    @router.get(f"{HERE}/lessons/{{lesson}}/preview")
    def preview(lesson: str, request: Request, _user: Reader) -> Response:
        loaded = services.classroom.library.lessons.get(lesson)
        if loaded is None:
            raise HTTPException(404)
        steps = steps_of(loaded.lesson)
        return page(request, "preview.html", signed_in=False, loaded=loaded, steps=steps, **shown_with(request))

    return router


def _code(address: str) -> str:
    """The address as a drawing that scales."""
    drawn = io.BytesIO()
    made = segno.make(address, error="m", micro=False)
    made.save(drawn, kind="svg", border=2, dark="#1d2b36", xmldecl=False, omitsize=True)
    return drawn.getvalue().decode("utf-8")
