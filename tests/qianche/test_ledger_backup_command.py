"""``qianche ledger backup`` and ``restore``: what they say and how they end; and the ledger's settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from common.clock import ManualClock
from common.errors import UsageError
from common.settings import Settings, load_settings
from ledger.credentials import Client
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from qianche.commands.ledger import app
from qianche.ledger_settings import ledger_settings
from tests.ledger.conftest import CHEAP
from tests.ledger.sent import completion

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_LANG", "en")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a van with one completion in its ledger."""
    services = LedgerServices(LedgerSettings(data=tmp_path / "van" / "ledger"), ManualClock(), CHEAP)
    services.statements.take(completion(), Client("key", "van", "all"), "1.0.3")
    services.close()
    return tmp_path / "van"


def test_a_ledger_is_backed_up_and_comes_back_elsewhere(data: Path, tmp_path: Path) -> None:
    key, target = tmp_path / "safe" / "backup.key", tmp_path / "backups"
    target.mkdir()
    done = RUNNER.invoke(app, ["backup", str(target), "--key", str(key), "--with-keys", "--data", str(data)])
    assert done.exit_code == 0, done.output
    assert f"A key for backups was made in {key}" in done.stdout
    assert "3 statements" in done.stdout and "The log verifies" in done.stdout
    (file,) = target.iterdir()
    again = RUNNER.invoke(app, ["backup", str(target / "b"), "--key", str(key), "--data", str(data)])
    assert "A key for backups" not in again.stdout
    assert "at-rest.key" in again.stdout, "which keys are not in it is said"
    for lacking in ([], ["--passphrase"]):
        refused = RUNNER.invoke(app, ["restore", str(file), *lacking, "--check"], input="long enough passphrase\n")
        assert isinstance(refused.exception, UsageError)
    checked = RUNNER.invoke(app, ["restore", str(file), "--key", str(key), "--check", "--data", str(tmp_path / "x")])
    assert "nothing was changed" in checked.stdout and not (tmp_path / "x").exists()
    restored = RUNNER.invoke(app, ["restore", str(file), "--key", str(key), "--data", str(tmp_path / "new")])
    assert restored.exit_code == 0, restored.output
    assert "The ledger is restored" in restored.stdout
    verified = RUNNER.invoke(app, ["verify", "--data", str(tmp_path / "new")])
    assert (verified.exit_code, "3 statements" in verified.stdout) == (0, True)


def test_the_logs_key_is_changed_by_a_command(data: Path) -> None:
    changed = RUNNER.invoke(app, ["new-log-key", "--data", str(data)])
    assert changed.exit_code == 0, changed.output
    assert "After 3 statements the log is signed with the new key qianche.invalid/ledger/" in changed.stdout
    assert RUNNER.invoke(app, ["verify", "--data", str(data)]).exit_code == 0


def test_every_setting_of_the_ledger_can_come_from_file_or_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "qianche.toml").write_text("ledger_page_size = 50\nledger_most_body_bytes = 2048\n", "utf-8")
    monkeypatch.setenv("QIANCHE_LEDGER_REQUESTS_PER_S", "20")
    monkeypatch.setenv("QIANCHE_LEDGER_DATABASE", "postgresql://ledger@host/ledger")
    told = ledger_settings(load_settings(tmp_path))
    assert (told.page_size, told.most_body_bytes, told.requests_per_s) == (50, 2048, 20)
    assert (told.database, told.data) == ("postgresql://ledger@host/ledger", tmp_path / "ledger")
    assert told.checkpoint_every_s == LedgerSettings(data=tmp_path).checkpoint_every_s
    named = {name.removeprefix("ledger_") for name in Settings.model_fields if name.startswith("ledger_")} - {"url"}
    from_elsewhere = {"data", "lesson_folders", "scenarios", "problems"}
    assert named == set(LedgerSettings.model_fields) - from_elsewhere, "a setting that the ledger has, files have"
    monkeypatch.setenv("QIANCHE_LEDGER_PAGE_SIZE", "0")
    with pytest.raises(UsageError, match="ledger_page_size"):
        load_settings(tmp_path)
