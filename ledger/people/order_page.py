"""The page of one order: its plan, its roster, and who came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException
from nicegui import ui

from common.web.forms import facts
from common.web.frame import Frame, page_frame
from common.web.login import User
from ledger.certificates.order_card import OrderCertificates
from ledger.classroom.order_link import class_button
from ledger.people.orders import ORDER_STATES, Order
from ledger.people.orders_page import STATE_KIND
from ledger.people.roster_card import roster_card
from ledger.people.roster_table import roster_table
from ledger.people.sight import Sight, sight_of
from ledger.ways import WRITERS, Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page("/ledger/orders/{order}")
    def one(order: str, user: Reader) -> None:
        sight = sight_of(user)
        found = services.people.orders.find(order, sight)
        if found is None:
            raise HTTPException(404)
        services.people.looks.note(user, "list", found=found.people)
        with page_frame("people.order.one", number=found.number) as frame:
            show_ways(frame, "/ledger/orders")
            figures = _card(frame, services, found, sight, user)
            after_import = roster_card(frame, services, found, user)
            certificates = OrderCertificates(frame, services, found, sight, user)
            after_import(certificates.show(lambda: table.refresh()))
            table = roster_table(frame, services, found, sight, user, certificates.standings)
            after_import(table.reload)
            after_import(figures.refresh)


def _card(frame: Frame, services: LedgerServices, order: Order, sight: Sight, user: User) -> ui.refreshable:
    """The order's own facts; those that change are shown anew by ``refresh``."""
    known = services.plannable()
    plan = [known[each][frame.lang] if each in known else each for each in order.scenarios]
    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            ui.link(order.employer_name, f"/ledger/employers/{order.employer}").classes("person-name")
            ui.space()
            states = {each: frame.say(f"people.order.states.{each}") for each in ORDER_STATES}
            if frame.user is not None and frame.user.may(*WRITERS):
                state = ui.toggle(states, value=order.state).props("unelevated no-caps toggle-color=primary")
                state.on_value_change(lambda: services.people.orders.set_state(order.id, state.value))
            else:
                ui.label(states[order.state]).classes(f"tag tag-{STATE_KIND[order.state]}")
            class_button(frame, services, order, user)

        @ui.refreshable
        def figures() -> None:
            now = services.people.orders.find(order.id, sight) or order
            facts(
                frame,
                {
                    "people.order.day": order.day.isoformat(),
                    "people.order.place": order.place,
                    "people.order.people": str(now.people),
                    "people.order.came": str(now.came),
                    "people.order.plan": ("、" if frame.lang == "zh" else ", ").join(plan),
                },
            )

        figures()
    return figures
