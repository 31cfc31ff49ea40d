"""Companies whose people were trained, told in short: for tests of what supervision shows."""

from __future__ import annotations

import json
import uuid
from typing import Any

from ledger.credentials import Client
from ledger.people.documents import Document
from ledger.people.employers import EmployerFacts
from ledger.people.learners import Particulars
from ledger.services import LedgerServices
from tests.ledger.rosters import company, resident
from tests.ledger.sent import statement

VAN = Client("0" * 24, "van-1", "all")
PRESS, FALL = "urn:qianche:scenario:power-press-lockout", "urn:qianche:scenario:fall-from-height-edge"
TITLES = {PRESS: ("冲压机检修", "Power press"), FALL: ("临边坠落", "Fall from an edge")}
HAZARDS = {"h1": ("光栅被短接", "light curtain bridged"), "h2": ("未挂锁", "no lock")}


def take_down_company(services: LedgerServices, name: str, sequence: int, industry: str, district: str) -> str:
    facts = company(name, sequence, industry)
    return services.people.employers.add(EmployerFacts(name, facts.credit_code, industry, district, 100))


def take_down_person(services: LedgerServices, name: str, sequence: int, employer: str | None) -> str:
    said = Particulars(name, Document("resident_id", resident(sequence)))
    with services.database.writing() as connection:
        return services.learners.take_down(connection, said, employer)


def session(
    learner: str, scenario: str, ended: str, *, passed: bool = True, hazards: dict[str, str] | None = None
) -> list[dict[str, Any]]:
    """The statements of a session of four minutes and a half: a tenth of an hour of training."""
    zh, en = TITLES[scenario]
    shared = {
        "actor": {"account": {"homePage": "https://qianche.invalid/learners", "name": learner}},
        "object": {"id": scenario, "definition": {"name": {"zh-CN": zh, "en": en}}},
        "context": {"registration": str(uuid.uuid4()), "extensions": {"urn:qianche:ext:van": "van-1"}},
        "timestamp": ended,
    }
    result: dict[str, Any] = {"success": passed, "score": {"scaled": 0.9, "raw": 90, "min": 0, "max": 100}}
    if hazards is not None:
        told = {
            hazard: {"status": status, "name": dict(zip(("zh-CN", "en"), HAZARDS[hazard], strict=True))}
            for hazard, status in hazards.items()
        }
        result["extensions"] = {"urn:qianche:ext:hazard-results": told}
    return [
        statement("completed", **shared, result={"completion": True, "duration": "PT4M30S"}),
        statement("passed" if passed else "failed", **shared, result={**result, "duration": "PT4M30S"}),
    ]


def take(services: LedgerServices, *sessions: list[dict[str, Any]]) -> None:
    services.statements.take([each for said in sessions for each in json.loads(json.dumps(said))], VAN, "1.0.3")
