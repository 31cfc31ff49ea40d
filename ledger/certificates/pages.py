"""The pages of certificates for the staff; their parts of a person's and an order's page stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.certificates import list_page

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def register_pages(services: LedgerServices) -> None:
    """Make these pages known to NiceGUI."""
    list_page.register(services)
