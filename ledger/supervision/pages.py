"""The pages of supervision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.supervision import completion_page, overview_page, risks_page, table_pages

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def register_pages(services: LedgerServices) -> None:
    """Make these pages known to NiceGUI."""
    for page in (overview_page, table_pages, risks_page, completion_page):
        page.register(services)
