"""The part of an order's page that issues certificates to everyone on its roster who earned one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nicegui import run, ui

from common.web.forms import field, form_dialog
from common.web.frame import Frame
from common.web.login import User
from common.web.tables import Column, PagedTable
from ledger.certificates.batch import Issued, issue_all
from ledger.certificates.certificates import NotIssued, NotReached, Standing
from ledger.certificates.rare_names import show_rare_names
from ledger.hours.words import said_needs
from ledger.people.orders import Order
from ledger.people.sight import Sight
from ledger.ways import ISSUERS

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_REFUSED = [Column("name", "ledger.column.name", cell="link"), Column("why", "certificates.staff.why_not")]


class OrderCertificates:
    """How everyone on an order's roster stands with one level, which is chosen on the page."""

    def __init__(self, frame: Frame, services: LedgerServices, order: Order, sight: Sight, user: User) -> None:
        self._frame = frame
        self._services = services
        self._order = order
        self._sight = sight
        self._user = user
        self._level = next(iter(services.certificates.rules.levels))
        self._outcome: Issued | None = None

    def standings(self) -> dict[str, Standing]:
        """How everyone on the roster stands now, by pseudonym."""
        standings = self._services.certificates.standings(self._learners(), self._level, self._sight)
        return {each.learner: each for each in standings}

    def show(self, then: Callable[[], None]) -> Callable[[], None]:
        """Show the card; ``then`` is called when the level was changed or certificates were issued.

        What is returned shows the card's figures anew.
        """
        frame = self._frame

        def choose() -> None:
            self._level, self._outcome = level.value, None
            self._figures.refresh()
            then()

        with ui.card().classes("card"):
            with ui.row().classes("tools"):
                ui.label(frame.say("certificates.staff.order_title")).classes("section-title")
                rules = self._services.certificates.rules
                levels = {name: each.name[frame.lang] for name, each in rules.levels.items()}
                level = ui.toggle(levels, value=self._level).props("unelevated no-caps toggle-color=primary")
                level.on_value_change(choose)
            self._figures(self._dialog(then) if self._user.may(*ISSUERS) else None)
        return self._figures.refresh

    @ui.refreshable_method
    def _figures(self, ask: Callable[[], None] | None) -> None:
        frame, standings = self._frame, self.standings().values()
        due = sum(each.due for each in standings)
        held = sum(each.held is not None for each in standings)
        with ui.row().classes("tools"):
            places = {"held": held, "due": due, "missing": len(standings) - held - due}
            ui.label(frame.say("certificates.staff.order_figures", **places))
            ui.space()
            if held:
                address = f"/ledger/api/orders/{self._order.id}/certificates.zip?level={self._level}"
                ui.link(frame.say("certificates.staff.all_files", count=held), address)
            if due and ask is not None:
                issue = ui.button(frame.say("certificates.staff.issue_all", count=due), on_click=ask)
                issue.props("unelevated no-caps")
        if self._outcome is not None:
            self._show_outcome(self._outcome)

    def _dialog(self, then: Callable[[], None]) -> Callable[[], None]:
        """A dialog that issues to everyone who earned one; what is returned opens it."""
        frame, services = self._frame, self._services

        async def save() -> None:
            people, level, by = self._learners(), self._level, self._user.name
            self._outcome = await run.io_bound(
                issue_all, services.certificates, people, level, issuer.value, by, self._sight
            )
            services.people.looks.note(self._user, "certify", found=len(self._outcome.issued))
            self._figures.refresh()
            then()

        with form_dialog(frame, frame.say("certificates.staff.issue"), save, "certificates.staff.issue") as dialog:
            what = ui.label().classes("level-name")
            rare = ui.column().classes("w-full")
            issuer = field(frame, "certificates.paper.issuer", services.certificates.last_issuer())
            ui.label(frame.say("certificates.staff.issue_all_hint")).classes("soft")

        def ask() -> None:
            due = [each.learner for each in self.standings().values() if each.due]
            named = services.learners.named(due)
            level = services.certificates.rules.levels[self._level].name[frame.lang]
            what.text = frame.say("certificates.staff.issue_to", level=level, count=len(due))
            rare.clear()
            with rare:
                show_rare_names(frame, [each.name for each in named.values()])
            dialog.open()

        return ask

    def _show_outcome(self, outcome: Issued) -> None:
        frame = self._frame
        counts = {name: len(getattr(outcome, name)) for name in ("issued", "there", "refused")}
        tone = "good" if outcome.issued else "wait"
        ui.label(frame.say("certificates.staff.order_done", **counts)).classes(f"notice notice-{tone}")
        if not outcome.refused:
            return
        named = self._services.learners.named({each.learner for each in outcome.refused})
        rows = [
            {
                "id": each.learner,
                "href": f"/ledger/people/{each.learner}",
                "name": named[each.learner].name if each.learner in named else frame.say("ledger.not_enrolled"),
                "why": _why_not(frame, each.why),
            }
            for each in outcome.refused
        ]
        PagedTable(frame, _REFUSED, lambda offset, limit: (rows[offset : offset + limit], len(rows)), page_size=10)

    def _learners(self) -> list[str]:
        return [each.learner for each in self._services.people.orders.people(self._order)]


def _why_not(frame: Frame, why: NotIssued) -> str:
    if isinstance(why, NotReached):
        return frame.say("certificates.staff.still", missing=said_needs(why.missing, frame.lang))
    return why.message(frame.lang)
