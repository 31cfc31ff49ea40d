"""The list of certificates as a file: what the page shows, and what a report needs besides."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from common.errors import DataError
from common.moments import from_us
from ledger.certificates.certificate import Certificate
from ledger.certificates.listing import SHOWN, CertificateList, Wanted
from ledger.people.days import today
from ledger.people.learners import Learner
from ledger.people.periods import check_period, period_said
from ledger.people.sight import Sight
from ledger.supervision.sheets import After, Field, Question, Row, Sheet, keyed

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_FIELDS = (
    Field("number", "certificates.page.number"),
    Field("name", "ledger.column.name"),
    Field("employer", "people.learner.employer"),
    Field("level", "certificates.page.level"),
    Field("hours", "certificates.paper.hours", "hours"),
    Field("issued", "certificates.page.issued", "day"),
    Field("expires", "certificates.page.expires", "day"),
    Field("state", "people.order.state"),
    Field("revoked", "certificates.list.revoked", "day"),
    Field("why", "certificates.staff.why"),
)


class ShownWrong(DataError):
    """There is no such kind of certificates."""


def read_wanted(services: LedgerServices, sight: Sight, shown: str, employer: str, search: str, issued: str) -> Wanted:
    """What a visitor asks for: whose names ``search`` finds are looked up among those they may see.

    Raises:
        ShownWrong, PeriodWrong
    """
    if shown not in SHOWN:
        raise ShownWrong("certificates.list.shown_wrong", found=shown[:20])
    search = search.strip()
    named = services.learners.search(search, sight) if search else set()
    return Wanted(shown, employer, search, frozenset(named), check_period(issued))


def certificate_sheet(
    services: LedgerServices, certificates: CertificateList, sight: Sight, now: datetime
) -> Sheet[Wanted]:
    """The table for one visitor, as it is at one moment."""
    companies = services.people.employers.names(sight)

    def fetch(question: Question[Wanted], after: After, limit: int) -> tuple[list[Row], After]:
        found, places = certificates.after(question.asked, question.sight, now, after, limit)
        people = services.learners.named({each.learner for each in found})
        hours = services.certificates.hours([each.id for each in found], question.sight)
        rows = [
            _row(question, each, people.get(each.learner), companies, now) | {"hours": hours.get(each.id)}
            for each in found
        ]
        return keyed(rows, places, limit)

    return Sheet("certificates", _FIELDS, fetch, personal=True)


def conditions(services: LedgerServices, question: Question[Wanted]) -> list[str]:
    """What the table is restricted to, in words; when they were issued and their state are always among them.

    A whole document number that was searched for stands there masked, as everywhere: files are passed on.
    """
    wanted = question.asked
    said = {
        "issued": period_said(wanted.issued, question.lang),
        "shown": question.say(f"certificates.staff.shown.{wanted.shown}"),
    }
    if wanted.employer:
        said["employer"] = services.people.employers.names(question.sight).get(wanted.employer, "–")
    if wanted.text:
        numbered = services.learners.named(services.learners.by_number(wanted.text) & wanted.learners)
        masked = [each.masked_number for each in numbered.values()]
        said["search"] = masked[0] if masked else wanted.text
    return [
        question.say("supervision.filter.said", name=question.say(f"certificates.list.filter.{name}"), value=value)
        for name, value in said.items()
    ]


def _row(
    question: Question[Wanted], each: Certificate, person: Learner | None, companies: dict[str, str], now: datetime
) -> Row:
    return {
        "id": each.id,
        "number": each.number,
        "name": person.name if person else question.say("certificates.page.erased"),
        "employer": companies.get(person.employer or "", "") if person else "",
        "level": each.name[question.lang],
        "issued": today(from_us(each.issued_us)),
        "expires": today(from_us(each.expires_us)),
        "state": question.say(f"certificates.staff.state.{each.state(now)}"),
        "revoked": None if each.revoked_us is None else today(from_us(each.revoked_us)),
        "why": each.revoked_why,
    }
