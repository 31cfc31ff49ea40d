"""Those who run the ledger learn whether it is well and how it fares, and nobody else does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from common.clock import ManualClock
from common.web.limits import BodyLimits
from ledger.operation import api as operation_api
from ledger.operation import health
from ledger.operation.api import metrics_token
from ledger.services import LedgerServices
from tests.ledger.sent import completion, statement
from tests.ledger.van import Van


@pytest.fixture
def van(app: FastAPI, services: LedgerServices) -> Iterator[Van]:
    app.add_middleware(BodyLimits, site=app)
    operation_api.install(app, services)
    with Van(app, services.credentials.add("van-1", "all")) as van:
        yield van


def figures(van: Van, services: LedgerServices) -> dict[str, float]:
    """Every figure by its name and labels."""
    shown = {"Authorization": f"Bearer {metrics_token(services.settings)}"}
    answer = van.get("/metrics", headers=shown, auth=None)
    assert answer.status_code == 200
    lines = [line.rpartition(" ") for line in answer.text.splitlines() if not line.startswith("#")]
    return {name.removeprefix("qianche_ledger_"): float(value) for name, _, value in lines}


def test_a_ledger_that_works_says_so(van: Van) -> None:
    van.auth = None
    assert van.get("/health").json() == {"status": "good"}
    ready = van.get("/health/ready")
    assert (ready.status_code, ready.json()) == (
        200,
        {"status": "good", "checks": {"database": "good", "disk": "good"}},
    )


def test_what_is_not_well_is_named(van: Van, services: LedgerServices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "LEAST_FREE_BYTES", 2**62)
    ready = van.get("/health/ready")
    assert (ready.status_code, ready.json()["checks"]) == (503, {"database": "good", "disk": "full"})
    with services.database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    ready = van.get("/health/ready")
    assert (ready.status_code, ready.json()["checks"]["database"]) == (503, "no_answer")
    assert van.get("/health").status_code == 200, "the process itself is alive"


def test_the_figures_tell_what_was_asked_and_what_there_is(
    van: Van, services: LedgerServices, clock: ManualClock
) -> None:
    van.post("/xapi/statements", json=completion())
    clock.wind(100)
    assert van.post("/xapi/statements", json={"actor": 1}).status_code == 400
    kept = van.post("/xapi/statements", json=[statement(), {}, {}], headers={"Qianche-Batch": "keep-good"})
    assert len(kept.json()["refused"]) == 2
    van.get("/ledger/api/log/proofs/00000000-0000-4000-8000-000000000000")
    van.get("/nowhere/at/all")
    told = figures(van, services)
    assert told["log_statements"] == 4
    assert told["log_signed_statements"] == 3
    assert told["log_checkpoint_age_seconds"] == 100
    assert told['statements_refused_total{kept_good="no"}'] == 1
    assert told['statements_refused_total{kept_good="yes"}'] == 2
    assert told['requests_total{method="POST",resource="/xapi/statements",status="200"}'] == 2
    assert told['requests_total{method="POST",resource="/xapi/statements",status="400"}'] == 1
    assert told['requests_total{method="GET",resource="/ledger/api/log/proofs/{statement_id}",status="404"}'] == 1
    assert told['request_seconds_count{method="POST",resource="/xapi/statements"}'] == 3
    assert told['certificates{state="valid"}'] == told["learners"] == told["writes_waiting"] == 0
    assert told["database_bytes"] > 10_000
    assert told["requests_running"] == 0
    assert not [name for name in told if "nowhere" in name or re.search("0000-4000", name)]


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("127.0.0.1", {"X-Forwarded-For": "203.0.113.7"}, 401),
        ("127.0.0.1", {"Forwarded": "for=203.0.113.7"}, 401),
        ("203.0.113.7", {}, 401),
        ("203.0.113.7", {"Authorization": "Bearer wrong"}, 401),
        ("testclient", {"Authorization": "Basic wrong"}, 401),
    ],
)
def test_figures_are_for_this_machine_or_who_has_the_token(
    van: Van, app: FastAPI, address: str, headers: dict[str, str], status: int
) -> None:
    with TestClient(app, client=(address, 50000)) as asking:
        answer = asking.get("/metrics", headers=headers)
    assert answer.status_code == status
    if status == 401:
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")
        assert "metrics.token" in answer.json()["en"]


def test_bodies_are_limited_by_the_ledgers_settings(van: Van, services: LedgerServices) -> None:
    most = services.settings.most_body_bytes
    refused = van.post("/ledger/api/enrolments", content=iter([b"x" * most, b"x"]))
    assert refused.status_code == 413
    refused = van.post("/xapi/statements", content=iter([b"x" * (most + 1)]))
    assert refused.status_code == 413
    assert van.post("/verify", content=b"x" * (3 * 1024 * 1024)).status_code == 413
