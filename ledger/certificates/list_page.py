"""The page of all certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nicegui import ui

from common.moments import from_us
from common.web.forms import search_field
from common.web.frame import Frame, page_frame
from common.web.login import User
from common.web.tables import Column, PagedTable, Rows
from ledger.certificates.certificate import Certificate, State, day_of
from ledger.certificates.list_file import read_wanted
from ledger.certificates.listing import SHOWN, CertificateList, Shown, Wanted
from ledger.certificates.person_card import TONE
from ledger.people.days import today
from ledger.people.learners import Learner
from ledger.people.periods import PARTS, part_said, period_of, period_said
from ledger.people.sight import sight_of
from ledger.supervision.export import MEDIA_TYPE, MOST_EXCEL_ROWS
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
        with page_frame("certificates.way") as frame:
            show_ways(frame, "/ledger/certificates")
            _ListPage(frame, services, certificates, user).show()


class _ListPage:
    """The list as one visitor filters it; both the table and its files are what the filters say."""

    def __init__(self, frame: Frame, services: LedgerServices, certificates: CertificateList, user: User) -> None:
        self._frame = frame
        self._services = services
        self._certificates = certificates
        self._user = user
        self._sight = sight_of(user)
        self._companies = services.people.employers.names(self._sight)
        self._wanted = Wanted()
        self._counts = certificates.counts(self._wanted, self._sight)

    def show(self) -> None:
        """Show filters, buttons and table."""
        frame = self._frame
        with ui.row().classes("tools filters"):
            self._search = search_field(frame, "certificates.staff.search").props("maxlength=200").classes("w-96")
            self._company = self._choice("people.learner.employer", self._companies).props("clearable").classes("w-72")
            self._year = self._choice("certificates.list.year", self._years(), "")
            parts = {each: part_said(each, frame.lang) for each in ("", *PARTS)}
            self._part = self._choice("certificates.list.part", parts, "")
            self._part.bind_visibility_from(self._year, "value")
        with ui.row().classes("tools"):
            self._shown = ui.toggle(self._kinds(), value="all").props("unelevated no-caps toggle-color=primary")
            ui.space()
            self._files()
        self._table = PagedTable(frame, _COLUMNS, self._fetch)
        for each in (self._search, self._company, self._year, self._part, self._shown):
            each.on_value_change(self._filtered)

    def _choice(self, label_key: str, options: dict[str, str], value: str | None = None) -> ui.select:
        chosen = ui.select(options, value=value, label=self._frame.say(label_key), with_input=value is None)
        return chosen.props("outlined dense options-dense")

    def _years(self) -> dict[str, str]:
        """From the first certificate's to this one, the latest first."""
        last = today(self._services.clock.now()).year
        first_us = self._certificates.first_issued(self._sight)
        first = last if first_us is None else today(from_us(first_us)).year
        years = [str(year) for year in range(last, first - 1, -1)]
        return {each: period_said(each, self._frame.lang) for each in ("", *years)}

    def _kinds(self) -> dict[Shown, str]:
        say = self._frame.say
        return {
            each: say(
                "certificates.staff.shown_count",
                kind=say(f"certificates.staff.shown.{each}"),
                count=f"{self._counts[each]:,}",
            )
            for each in SHOWN
        }

    def _filtered(self) -> None:
        self._wanted = read_wanted(self._services, self._sight, **self._asked())
        self._counts = self._certificates.counts(self._wanted, self._sight)
        self._shown.set_options(self._kinds())
        self._files.refresh()
        self._table.reload()

    def _asked(self) -> dict[str, Any]:
        """What the filters say, as the list is asked for it."""
        return {
            "shown": self._shown.value,
            "employer": self._company.value or "",
            "search": self._search.value or "",
            "issued": period_of(self._year.value, self._part.value),
        }

    def _fetch(self, offset: int, limit: int) -> tuple[Rows, int]:
        frame, text = self._frame, self._wanted.text
        found, total = self._certificates.page(self._wanted, self._sight, offset, limit)
        self._services.people.looks.note(self._user, "search" if text else "list", found=total, asked=text)
        people = self._services.learners.named({each.learner for each in found})
        now = self._services.clock.now()
        return [
            _cells(frame, each, people.get(each.learner), self._companies) | _state(frame, each, each.state(now))
            for each in found
        ], total

    @ui.refreshable_method
    def _files(self) -> None:
        """Buttons that take down what is shown as files."""
        too_many = self._counts[self._wanted.shown] > MOST_EXCEL_ROWS
        if too_many:
            ui.label(self._frame.say("supervision.export.too_many", limit=f"{MOST_EXCEL_ROWS:,}")).classes("soft")
        with ui.element("form").props('method="post"').classes("row items-center gap-4"):
            for name, value in self._asked().items():
                ui.element("input").props('type="hidden"').props.update({"name": name, "value": value})
            for kind in MEDIA_TYPE:
                if kind == "csv" or not too_many:
                    button = ui.button(self._frame.say(f"supervision.export.{kind}"), icon="download")
                    button.props(f'flat dense no-caps type="submit" formaction="/ledger/api/certificates/list.{kind}"')


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


def _state(frame: Frame, each: Certificate, state: State) -> dict[str, Any]:
    said = frame.say(f"certificates.staff.state.{state}")
    when = "" if each.revoked_us is None else f" {day_of(each.revoked_us)}"
    return {"state": {"kind": TONE[state], "text": said + when}}
