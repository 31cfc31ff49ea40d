"""The page of all orders, and the dialog that makes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nicegui import ui

from common.web.forms import field, form_dialog, search_field
from common.web.frame import Frame, page_frame
from common.web.login import User
from common.web.tables import Column, PagedTable, Rows
from ledger.people.days import day_of, today
from ledger.people.orders import ORDER_STATES, Order, OrderState
from ledger.people.sight import Sight, sight_of
from ledger.ways import WRITERS, Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

STATE_KIND: dict[OrderState, str] = {"planned": "wait", "done": "good", "cancelled": "bad"}
_COLUMNS = [
    Column("number", "people.order.number", cell="link"),
    Column("day", "people.order.day"),
    Column("employer", "people.learner.employer"),
    Column("place", "people.order.place"),
    Column("people", "people.order.people", align="right"),
    Column("came", "people.order.came", align="right"),
    Column("state", "people.order.state", cell="tag"),
]


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page("/ledger/orders")
    def orders(user: Reader) -> None:
        sight = sight_of(user)
        with page_frame("people.order.title") as frame:
            show_ways(frame, "/ledger/orders")
            with ui.row().classes("tools"):
                searched = search_field(frame, "people.order.search")
                states = {"": frame.say("people.all")}
                states |= {each: frame.say(f"people.order.states.{each}") for each in ORDER_STATES}
                state = ui.toggle(states, value="").props("unelevated no-caps toggle-color=primary")
                if user.may(*WRITERS):
                    ui.space()
                    dialog = _dialog(frame, services, sight, user)
                    new = ui.button(frame.say("people.order.new"), icon="add", on_click=dialog.open)
                    new.props("unelevated no-caps")

            def fetch(offset: int, limit: int) -> tuple[Rows, int]:
                text = (searched.value or "").strip()
                found, total = services.people.orders.page(
                    offset, limit, text=text, state=state.value or None, sight=sight
                )
                return [_cells(frame, each) for each in found], total

            table = PagedTable(frame, _COLUMNS, fetch)
            searched.on_value_change(table.reload)
            state.on_value_change(table.reload)


def _dialog(frame: Frame, services: LedgerServices, sight: Sight, user: User) -> ui.dialog:
    companies = services.people.employers.names(sight)
    known = services.plannable()
    titles = {activity: title[frame.lang] for activity, title in known.items()}

    def save() -> None:
        made = services.people.orders.add(
            employer.value or "", day_of(day.value), place.value, plan.value or [], user.name, sight
        )
        ui.navigate.to(f"/ledger/orders/{made}")

    with form_dialog(frame, frame.say("people.order.new"), save) as dialog:
        employer = ui.select(companies, label=frame.say("people.learner.employer"), with_input=True)
        employer.props("outlined dense").classes("w-full")
        day = field(frame, "people.order.day", today(services.clock.now()).isoformat(), "people.order.day_hint")
        place = field(frame, "people.order.place")
        plan = ui.select(titles, label=frame.say("people.order.plan"), multiple=True, value=[])
        plan.props("outlined dense use-chips").classes("w-full")
    return dialog


def _cells(frame: Frame, order: Order) -> dict[str, object]:
    return {
        "id": order.id,
        "href": f"/ledger/orders/{order.id}",
        "number": order.number,
        "day": order.day.isoformat(),
        "employer": order.employer_name,
        "place": order.place,
        "people": order.people,
        "came": order.came,
        "state": {"kind": STATE_KIND[order.state], "text": frame.say(f"people.order.states.{order.state}")},
    }
