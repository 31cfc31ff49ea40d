"""The page of all certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nicegui import ui

from common.web.forms import search_field
from common.web.frame import Frame, page_frame
from common.web.tables import Column, PagedTable, Rows
from ledger.certificates.certificate import Certificate, day_of
from ledger.certificates.listing import SHOWN, CertificateList, Wanted
from ledger.certificates.person_card import TONE
from ledger.people.learners import Learner
from ledger.people.sight import sight_of
from ledger.ways import Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_COLUMNS = [
    Column("name", "ledger.column.name", cell="link"),
    Column("employer", "people.learner.employer"),
    Column("level", "certificates.page.level"),
    Column("number", "certificates.page.number"),
    Column("issued", "certificates.page.issued"),
    Column("expires", "certificates.page.expires"),
    Column("state", "people.order.state", cell="tag"),
]


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""
    certificates = CertificateList(services.database, services.clock)

    @ui.page("/ledger/certificates")
    def all_certificates(user: Reader) -> None:
        sight = sight_of(user)
        companies = services.people.employers.names(sight)
        with page_frame("certificates.way") as frame:
            show_ways(frame, "/ledger/certificates")
            counts = certificates.counts(sight)
            kinds = {each: frame.say(f"certificates.staff.shown.{each}", count=counts[each]) for each in SHOWN}
            with ui.row().classes("tools"):
                searched = search_field(frame, "certificates.staff.search")
                company = ui.select(
                    companies, label=frame.say("people.learner.employer"), with_input=True, clearable=True
                )
                company.props("outlined dense")
                shown = ui.toggle(kinds, value="all").props("unelevated no-caps toggle-color=primary")

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                text = (searched.value or "").strip()
                named = services.learners.search(text, sight) if text else set()
                wanted = Wanted(shown.value, company.value or "", text, frozenset(named))
                found, total = certificates.page(wanted, sight, offset, limit)
                services.people.looks.note(user, "search" if text else "list", found=total, asked=text)
                people = services.learners.named({each.learner for each in found})
                now = services.clock.now()
                return [
                    _cells(frame, each, people.get(each.learner), companies) | _state(frame, each.state(now))
                    for each in found
                ], total

            table = PagedTable(frame, _COLUMNS, fetch)
            for filter_ in (searched, company, shown):
                filter_.on_value_change(table.reload)


def _cells(frame: Frame, each: Certificate, person: Learner | None, companies: dict[str, str]) -> dict[str, Any]:
    """The cells of a certificate; one whose holder was erased leads nowhere."""
    return {
        "id": each.id,
        "href": f"/ledger/people/{each.learner}" if person else "",
        "name": person.name if person else frame.say("certificates.page.erased"),
        "employer": companies.get(person.employer or "", "–") if person else "–",
        "level": each.name[frame.lang],
        "number": each.number,
        "issued": day_of(each.issued_us),
        "expires": day_of(each.expires_us),
    }


def _state(frame: Frame, state: str) -> dict[str, Any]:
    return {"state": {"kind": TONE[state], "text": frame.say(f"certificates.staff.state.{state}")}}
