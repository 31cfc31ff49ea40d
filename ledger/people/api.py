"""What staff download: the empty roster, a van's roster, and a person's own data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from fastapi import APIRouter, HTTPException, Request, Response

from common.web.headers import as_download
from common.web.language import language_of
from ledger.people.roster_forms import MEDIA_TYPE, empty_roster
from ledger.people.sight import sight_of
from ledger.people.van_roster import van_roster
from ledger.ways import Writer

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def create_router(services: LedgerServices) -> APIRouter:
    """The routes under /ledger/api for people and orders."""
    router = APIRouter(prefix="/ledger/api", include_in_schema=False)

    @router.get("/people/roster.xlsx")
    def give_empty_roster(request: Request, _user: Writer) -> Response:
        """An Excel file to write a roster into."""
        return _file(empty_roster(language_of(request)), "学员名册.xlsx", MEDIA_TYPE)

    @router.get("/orders/{order}/van-roster.csv")
    def give_van_roster(order: str, user: Writer) -> Response:
        """An order's people, for the van that goes there."""
        found = services.people.orders.find(order, sight_of(user))
        if found is None:
            raise HTTPException(404)
        content, left_out = van_roster(services.database, services.learners, found)
        services.people.looks.note(user, "roster", found=found.people - left_out)
        return _file(content.encode("utf-8"), f"{found.number}.csv", "text/csv; charset=utf-8")

    @router.get("/people/{pseudonym}/own-data.json")
    def give_own_data(pseudonym: str, user: Writer) -> Response:
        """Everything that is held of a person, for that person."""
        held = services.people.own_data.of(pseudonym, sight_of(user))
        if held is None:
            raise HTTPException(404)
        services.people.looks.note(user, "export", pseudonym)
        content = json.dumps(held, ensure_ascii=False, indent=2).encode("utf-8")
        return _file(content, f"{pseudonym}.json", "application/json")

    return router


def _file(content: bytes, name: str, media_type: str) -> Response:
    return Response(content, media_type=media_type, headers=as_download(name))
