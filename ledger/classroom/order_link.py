"""From an order's page to its class, which is made the first time somebody who may do so goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nicegui import ui

from common.web.frame import Frame
from common.web.login import User
from ledger.classroom.staff_page import HERE
from ledger.people.orders import Order
from ledger.ways import WRITERS

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def class_button(frame: Frame, services: LedgerServices, order: Order, user: User) -> None:
    """A button that leads to the order's class, with its poster and what the tests show."""
    classes = services.classroom.classes
    if classes.made_for(order) is None and not user.may(*WRITERS):
        return

    def go() -> None:
        ui.navigate.to(f"{HERE}/classes/{classes.made_for(order) or classes.make_for(order, user.name)}")

    ui.button(frame.say("classroom.staff.order_button"), icon="qr_code_2", on_click=go).props("outline no-caps")
