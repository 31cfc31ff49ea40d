"""What is stored and asked costs the same however much is there: SQLite's own steps are counted, not seconds."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest
from sqlalchemy import Engine, event

from common.clock import ManualClock
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.statement_writes import AUTHORITIES
from ledger.statements import Query
from ledger.supervision.counting import ANONYMOUS
from tests.ledger.conftest import CHEAP
from tests.ledger.sent import completion, statement

VAN = Client("key-of-the-van", "van-1", "write,read-mine")
SCENARIO = "urn:qianche:scenario:electrocution-temporary-power"
WANG = "qc-" + "1" * 32
FEW, MANY = 20, 500
"""Completions of others, of three statements each."""


class Steps:
    """How many steps SQLite takes, in tens."""

    def __init__(self) -> None:
        self.count = 0

    def watch(self, connection: Connection, _record: object) -> None:
        connection.set_progress_handler(self._step, 10)

    def _step(self) -> int:
        self.count += 1
        return 0

    def of(self, work: Callable[[], object]) -> int:
        before = self.count
        work()
        return self.count - before


@pytest.fixture
def steps() -> Iterator[Steps]:
    """Steps on every connection that is opened meanwhile."""
    steps = Steps()
    event.listen(Engine, "connect", steps.watch)
    yield steps
    event.remove(Engine, "connect", steps.watch)


def fill(services: LedgerServices, completions: int) -> None:
    """Completions of many people, and as many of nobody."""
    for _ in range(completions // 10):
        batch = [each for _ in range(5) for each in completion(learner=f"qc-{uuid.uuid4().hex}")]
        batch += [each for _ in range(5) for each in completion(learner=ANONYMOUS)]
        services.statements.take(batch, VAN, "1.0.0")


def costs(services: LedgerServices, steps: Steps, known: str) -> dict[str, int]:
    """Steps of everything that is done with statements, with one person's few among all the others."""
    agent = f"account https://qianche.invalid/learners {WANG}"
    asked = {
        "agent": Query(agent=agent),
        "agent and activity": Query(agent=agent, activity=SCENARIO),
        "agent, only one's own": Query(agent=agent, credential=VAN.key),
        "related agent": Query(agent=f"account {AUTHORITIES} {VAN.key}", related_agents=True),
        "related agent and activity": Query(
            agent=agent, related_agents=True, activity=SCENARIO, related_activities=True
        ),
        "related activity": Query(activity=SCENARIO, related_activities=True),
        "verb": Query(verb="http://adlnet.gov/expapi/verbs/passed"),
        "activity, only one's own": Query(activity=SCENARIO, credential=VAN.key),
        "registration": Query(registration=known),
    }
    found = {what: steps.of(lambda query=query: services.statements.search(query, 10)) for what, query in asked.items()}
    stored = {"one": [statement("experienced")], "completion": completion(), "nobody's": completion(learner=ANONYMOUS)}
    for what, batch in stored.items():
        found[what] = steps.of(lambda batch=batch: services.statements.take(batch, VAN, "1.0.0"))
    return found


def test_nothing_costs_more_in_a_larger_store(tmp_path: Path, steps: Steps, clock: ManualClock) -> None:
    services = LedgerServices(LedgerSettings(data=tmp_path / "ledger"), clock, CHEAP)
    known = completion(learner=WANG)
    services.statements.take(known, VAN, "1.0.0")
    registration = known[0]["context"]["registration"]
    fill(services, FEW)
    costs(services, steps, registration)  # so that what is done once is done
    few = costs(services, steps, registration)
    fill(services, MANY)
    many = costs(services, steps, registration)
    services.close()
    assert all(count > 0 for count in few.values())
    dearer = {what: (few[what], many[what]) for what in few if many[what] > 1.5 * few[what] + 20}
    assert not dearer, "steps with few and with many statements"
