"""What staff download: a certificate's sheet and signed file, and all of an order in one archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import StreamingResponse

from common.web.headers import as_download
from common.web.language import language_of
from common.web.requests import FaultRoute
from ledger.certificates.files import ZIP, CertificateFile, archive, credential_file, sheet_file
from ledger.people.sight import sight_of
from ledger.ways import Reader

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def create_router(services: LedgerServices) -> APIRouter:
    """The routes under /ledger/api for certificates as files."""
    router = APIRouter(prefix="/ledger/api", include_in_schema=False, route_class=FaultRoute)

    @router.get("/certificates/{certificate}/sheet.pdf")
    def give_sheet(certificate: str, request: Request, user: Reader) -> Response:
        """The certificate on paper."""
        sight = sight_of(user)
        file = sheet_file(services, certificate, public_address(services, request), sight)
        services.people.looks.note(user, "sheet", services.certificates.find(certificate, sight).learner)
        return _saved(file)

    @router.get("/certificates/{certificate}/credential.jwt")
    def give_credential(certificate: str, user: Reader) -> Response:
        """The signed file, which verifies without the ledger."""
        sight = sight_of(user)
        file = credential_file(services, certificate, sight)
        services.people.looks.note(user, "sheet", services.certificates.find(certificate, sight).learner)
        return _saved(file)

    @router.get("/orders/{order}/certificates.zip")
    def give_all(order: str, request: Request, user: Reader, level: str = Query(max_length=40)) -> Response:
        """Sheets and signed files of everyone on an order's roster who holds a valid certificate of the level."""
        sight, lang = sight_of(user), language_of(request)
        found, rule = services.people.orders.find(order, sight), services.certificates.rules.levels.get(level)
        if found is None or rule is None:
            raise HTTPException(404)
        people = [each.learner for each in services.people.orders.people(found)]
        held = [each.held for each in services.certificates.standings(people, level, sight) if each.held is not None]
        services.people.looks.note(user, "sheet", found=len(held))
        pieces = archive(services, held, public_address(services, request), sight)
        return StreamingResponse(pieces, media_type=ZIP, headers=as_download(f"{found.number} {rule.name[lang]}.zip"))

    return router


def public_address(services: LedgerServices, request: Request) -> str:
    """Where codes on paper lead: the ledger's address as everyone reaches it."""
    return services.settings.public_url or str(request.base_url)


def _saved(file: CertificateFile) -> Response:
    return Response(file.content, media_type=file.media_type, headers=as_download(file.name))
