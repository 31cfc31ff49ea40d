"""Statements with every rule broken in turn are refused with a reason, and leave nothing behind."""

from __future__ import annotations

from ledger.services import LedgerServices
from ledger.transparency.verification import verify
from tests.ledger.malformed import broken_rules, trouble, wrong_requests
from tests.ledger.van import Van

SEED, COUNT = 20261122, 300


def test_every_rule_is_broken_by_something() -> None:
    told = {what for what, _ in broken_rules()}
    assert len(told) == len(broken_rules()) > 800, "each another way of being wrong"


def test_wrong_statements_are_refused_with_a_reason_and_nothing_stays(van: Van, services: LedgerServices) -> None:
    stored = 0
    for number, wrong in zip(range(COUNT), wrong_requests(SEED), strict=False):
        version = ("1.0.3", "2.0.0")[number % 2]
        headers = {"X-Experience-API-Version": version, "Content-Type": wrong.content_type, **wrong.headers}
        answer = van.post("/xapi/statements", content=wrong.body, headers=headers)
        assert trouble(wrong, answer) is None, wrong.what
        stored += answer.status_code == 200
    assert stored == 0
    result = verify(services.database, services.checkpoints.keys)
    assert (result.good, result.size) == (True, 0)
