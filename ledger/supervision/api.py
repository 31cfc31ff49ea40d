"""What is taken down from supervision as files, and the counts of warnings that monitoring reports."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from common.errors import DataError
from common.text import LANGS
from common.web.headers import as_download
from common.web.language import language_of
from common.web.login import User
from common.web.requests import FaultRoute, limited_body
from ledger.access import counter
from ledger.people.credit_code import check_credit_code
from ledger.people.days import today
from ledger.people.roster_forms import MEDIA_TYPE as EXCEL
from ledger.people.sight import sight_of
from ledger.supervision.asked import read_asked
from ledger.supervision.company_counts import Count, CountKind, checked_count
from ledger.supervision.counts_file import CountsWrong, empty_counts
from ledger.supervision.export import MEDIA_TYPE, Format, download
from ledger.supervision.sheets import Question, Sheet, sheets_of
from ledger.supervision.view import conditions
from ledger.ways import Reader
from ledger.xapi.body import read_json
from ledger.xapi.shape import record, require

if TYPE_CHECKING:
    from ledger.services import LedgerServices

MOST_COUNTS = 2000
"""In one report."""
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
_FIELDS = {"credit_code", "month", "warnings"}


class NoSuchSheet(DataError):
    """There is no table of this name."""

    status = 404


def create_router(services: LedgerServices) -> APIRouter:
    """The routes under /ledger/api/supervision and /ledger/api/company-counts for one ledger."""
    router = APIRouter(prefix="/ledger/api", include_in_schema=False, route_class=FaultRoute)
    sheets = sheets_of(services)

    @router.get("/supervision/counts-template.xlsx")
    def give_template(request: Request, _user: Reader) -> Response:
        """An Excel file to write injuries and warnings into."""
        return Response(empty_counts(language_of(request)), headers=as_download("工伤和预警.xlsx"), media_type=EXCEL)

    @router.get("/supervision/{name}.{kind}")
    def give_sheet(name: str, kind: str, request: Request, user: Reader) -> Response:
        """A table of supervision, whole, as it was asked for in the query: an Excel file or CSV."""
        if name not in sheets or kind not in MEDIA_TYPE:
            raise NoSuchSheet("supervision.no_sheet", name=f"{name}.{kind}"[:40])
        asked = read_asked(request.query_params, today(services.clock.now()).year)
        question = Question(asked, sight_of(user), language_of(request))
        return _given(services, sheets[name], question, kind, user)

    @router.put("/company-counts")
    async def take_counts(request: Request) -> Response:
        """Take warnings by company and month; which were refused, each with its reason. Sent again, they count once."""
        address = request.client.host if request.client else ""
        client = await run_in_threadpool(services.gate.admitted, request.headers.get("authorization"), address)
        counter(client)
        body = read_json(await limited_body(request, services.settings.most_body_bytes))
        said = record(body, "", {"counts"}, {"counts"})["counts"]
        require(isinstance(said, list), "/counts", "list", said)
        if len(said) > MOST_COUNTS:
            raise CountsWrong("supervision.counts.too_many", limit=MOST_COUNTS)
        taken, refused = await run_in_threadpool(_take, services, said, client.name)
        return Response(
            json.dumps({"taken": taken, "refused": refused}, ensure_ascii=False), media_type="application/json"
        )

    return router


def _given(services: LedgerServices, sheet: Sheet, question: Question, kind: Format, user: User) -> Response:
    said = [
        question.say("supervision.filter.said", name=question.say(f"supervision.filter.{name}"), value=value)
        for name, value in conditions(services, question).items()
    ]
    if sheet.personal:
        services.people.looks.note(user, "export")
    return download(sheet, question, kind, said, services.clock.now(), question.asked.period or "all")


def _take(services: LedgerServices, said: list[Any], source: str) -> tuple[int, list[dict[str, Any]]]:
    """Keep the good of ``said``; how many, and the others with their places."""
    codes = [
        each["credit_code"] for each in said if isinstance(each, dict) and isinstance(each.get("credit_code"), str)
    ]
    known = services.supervision.counts.by_credit_code(codes)
    kept: list[Count] = []
    refused: list[dict[str, Any]] = []
    for place, each in enumerate(said):
        try:
            kept.append(_count(each, f"/counts/{place}", known))
        except DataError as fault:
            refused.append({"place": place, "error": fault.key, **{lang: fault.message(lang) for lang in LANGS}})
    return services.supervision.counts.keep(kept, source), refused


def _count(said: Any, where: str, known: dict[str, str]) -> Count:
    """One count of a report. Raises DataError."""
    fields = record(said, where, _FIELDS, _FIELDS)
    kind: CountKind = "warnings"
    require(isinstance(fields["credit_code"], str), f"{where}/credit_code", "text", fields["credit_code"])
    require(isinstance(fields["month"], str), f"{where}/month", "text", fields["month"])
    if not _MONTH.fullmatch(fields["month"]):
        raise CountsWrong("supervision.counts.month", found=fields["month"][:20])
    count = checked_count(fields[kind])
    if count is None:
        raise CountsWrong("supervision.counts.count", found=str(fields[kind])[:20])
    code = check_credit_code(fields["credit_code"])
    if code not in known:
        raise CountsWrong("supervision.counts.no_company", code=code)
    return Count(known[code], fields["month"], kind, count)
