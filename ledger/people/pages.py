"""The pages around learners: people, one person, companies, orders, visits, and who looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.people import (
    employer_pages,
    look_page,
    order_page,
    orders_page,
    own_data_page,
    people_page,
    person_page,
    visits_page,
)

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def register_pages(services: LedgerServices) -> None:
    """Make these pages known to NiceGUI."""
    for page in (
        people_page,
        own_data_page,
        person_page,
        employer_pages,
        orders_page,
        order_page,
        visits_page,
        look_page,
    ):
        page.register(services)
