"""The staff's pages of the classroom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.classroom import class_page, lesson_page, staff_page

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def register_pages(services: LedgerServices) -> None:
    """Make these pages known to NiceGUI."""
    for each in (staff_page, class_page, lesson_page):
        each.register(services)
