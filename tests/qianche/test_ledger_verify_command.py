"""``qianche ledger verify`` and ``checkpoint``: what they say and how they end."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from common.clock import ManualClock
from common.errors import UsageError
from common.sealing import KeyFileWrong
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from qianche.commands.ledger import app
from tests.ledger.sent import completion

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_LANG", "en")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a van with one completion in its ledger."""
    services = LedgerServices(LedgerSettings(data=tmp_path / "ledger"), ManualClock())
    services.statements.take(completion(), Client("key", "van", "all"), "1.0.3")
    services.close()
    return tmp_path


def test_a_whole_ledger_verifies_against_a_checkpoint_kept_elsewhere(data: Path, tmp_path: Path) -> None:
    kept = tmp_path / "checkpoint.txt"
    signed = RUNNER.invoke(app, ["checkpoint", "--data", str(data)])
    kept.write_text(signed.stdout, "utf-8")
    done = RUNNER.invoke(app, ["verify", "--data", str(data), "--checkpoint", str(kept)])
    assert done.exit_code == 0, done.output
    assert "Looked at 3 statements (0 of them erased)" in done.stdout
    assert "as it was when it was stored" in done.stdout


def test_a_changed_ledger_fails_and_the_statement_is_named(data: Path) -> None:
    with sqlite3.connect(data / "ledger" / "ledger.sqlite") as connection:
        changed = connection.execute("SELECT id FROM statements ORDER BY stored_us DESC").fetchone()[0]
        connection.execute("UPDATE statements SET raw = replace(raw, '0.96', '0.99') WHERE id = ?", [changed])
    connection.close()
    done = RUNNER.invoke(app, ["verify", "--data", str(data)])
    assert done.exit_code == 1
    assert f"No. 2 (statement {changed}) is not what was logged" in done.stdout
    told = json.loads(RUNNER.invoke(app, ["verify", "--data", str(data), "--json"]).stdout)
    assert (told["good"], told["statements"]) == (False, 3)
    assert told["findings"] == [{"kind": "changed", "id": changed, "position": 2}]


def test_where_there_is_no_ledger_none_is_made(tmp_path: Path, data: Path) -> None:
    empty = tmp_path / "empty"
    assert isinstance(RUNNER.invoke(app, ["verify", "--data", str(empty)]).exception, KeyFileWrong)
    assert not empty.exists()
    missing = RUNNER.invoke(app, ["verify", "--data", str(data), "--checkpoint", str(tmp_path / "none")])
    assert isinstance(missing.exception, UsageError)
