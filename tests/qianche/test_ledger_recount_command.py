"""``qianche ledger recount``: says whether supervision's sums are true, and leaves them so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import update
from typer.testing import CliRunner

from common.clock import ManualClock
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from ledger.supervision.tables import training_sums
from qianche.cli import app
from tests.ledger.conftest import CHEAP
from tests.ledger.trained import FALL, session, take

COMMAND = ["ledger", "recount", "--data"]


def test_sums_that_differ_are_said_and_put_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_LANG", "zh")
    services = LedgerServices(LedgerSettings(data=tmp_path / "ledger"), ManualClock(), CHEAP)
    take(services, session("qc-" + "a" * 32, FALL, "2026-05-02T02:00:00Z"))
    run = CliRunner().invoke
    assert run(app, [*COMMAND, str(tmp_path)]).output.startswith("统计与 1 条完成记录一致")
    with services.database.writing() as connection:
        connection.execute(update(training_sums).filter_by(period="2026").values(people=7))
    services.close()
    found = run(app, [*COMMAND, str(tmp_path), "--json"])
    assert (found.exit_code, json.loads(found.stdout)["differing"]) == (1, 2)
    again = run(app, [*COMMAND, str(tmp_path), "--json"])
    assert (again.exit_code, json.loads(again.stdout)["differing"]) == (0, 0)
