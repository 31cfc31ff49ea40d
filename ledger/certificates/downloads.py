"""What staff download: a certificate's sheet and signed file, all of an order in one archive, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request, Response
from fastapi.responses import StreamingResponse

from common.web.headers import as_download
from common.web.language import language_of
from common.web.requests import FaultRoute
from ledger.certificates.files import ZIP, CertificateFile, archive, credential_file, sheet_file
from ledger.certificates.list_file import certificate_sheet, conditions, read_wanted
from ledger.certificates.listing import CertificateList
from ledger.people.sight import sight_of
from ledger.supervision.export import MEDIA_TYPE, MOST_EXCEL_ROWS, TooManyRows, download
from ledger.supervision.sheets import Question
from ledger.ways import Reader

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def create_router(services: LedgerServices) -> APIRouter:
    """The routes under /ledger/api for certificates as files."""
    router = APIRouter(prefix="/ledger/api", include_in_schema=False, route_class=FaultRoute)
    certificates = CertificateList(services.database, services.clock)

    # Sent, not asked for by an address: what is searched for may be a name or a document's whole number, and
    # addresses are kept by browsers and by servers on the way.
    @router.post("/certificates/list.{kind}")
    def give_list(
        kind: str,
        request: Request,
        user: Reader,
        shown: Annotated[str, Form(max_length=20)] = "all",
        employer: Annotated[str, Form(max_length=80)] = "",
        search: Annotated[str, Form(max_length=200)] = "",
        issued: Annotated[str, Form(max_length=20)] = "",
    ) -> Response:
        """The list of certificates, whole, as the page was filtered: an Excel file or CSV."""
        if kind not in MEDIA_TYPE:
            raise HTTPException(404)
        sight, now = sight_of(user), services.clock.now()
        wanted = read_wanted(services, sight, shown, employer, search, issued)
        total = certificates.counts(wanted, sight)[wanted.shown]
        if kind == "xlsx" and total > MOST_EXCEL_ROWS:
            raise TooManyRows  # before it is written for a minute in vain
        services.people.looks.note(user, "export", found=total, asked=wanted.text)
        question = Question(wanted, sight, language_of(request))
        sheet = certificate_sheet(services, certificates, sight, now)
        return download(sheet, question, kind, conditions(services, question), now, wanted.issued or "all")

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
