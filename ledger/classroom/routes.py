"""The classroom's part of the site: /classroom for learners, and the posters that lead there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter

from ledger.classroom import (
    credit_routes,
    lesson_routes,
    media_routes,
    order_test_routes,
    sign_up_routes,
    staff_routes,
)

if TYPE_CHECKING:
    from ledger.services import LedgerServices


def create_router(services: LedgerServices) -> APIRouter:
    """All routes of one ledger's classroom."""
    router = APIRouter()
    for part in (sign_up_routes, lesson_routes, order_test_routes, credit_routes, media_routes, staff_routes):
        router.include_router(part.create_router(services))
    return router
