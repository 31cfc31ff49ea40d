"""The process is killed in the middle of writing: what it had answered for is there, and nothing is half there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from common.clock import ManualClock
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.statements import Query
from ledger.transparency.verification import verify

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("answered", [1, 7, 23])
def test_what_was_answered_for_outlives_a_kill(
    tmp_path: Path, answered: int, clock: ManualClock, database_url: str | None
) -> None:
    command = [sys.executable, "-m", "tests.ledger.write_until_killed", str(tmp_path), *filter(None, [database_url])]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout.readline() == "ready\n"
        promised = [writer.stdout.readline().strip() for _ in range(answered)]
        writer.kill()
        promised += writer.stdout.read().split()  # answered between our reading and the kill
    services = LedgerServices(LedgerSettings(data=tmp_path, database=database_url), clock)
    kept, _ = services.completions.page(offset=0, limit=1000, sight=EVERYTHING)
    assert {each.id for each in kept} >= set(promised)
    for registration in (each.id for each in kept):
        statements, _ = services.statements.search(Query(registration=registration), 10)
        assert len(statements) == 3, "a batch is whole or not there"
    log = verify(services.database, services.checkpoints.key)
    assert (log.good, log.size) == (True, 3 * len(kept))
    services.close()
