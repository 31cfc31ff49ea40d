"""``qianche ledger hours`` and ``certificate``: from a learner's hours to a file that verifies without the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert
from typer.testing import CliRunner

from common.clock import SystemClock
from common.errors import UsageError
from ledger.certificates.certificates import NotIssued
from ledger.certificates.credential import CredentialWrong
from ledger.credentials import Client
from ledger.people.documents import Document
from ledger.people.learners import Particulars
from ledger.people.sight import EVERYTHING
from ledger.people.tables import order_people
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from qianche.commands.ledger import app
from tests.ledger.rosters import company
from tests.ledger.sent import LEARNER, completion

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_LANG", "en")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a ledger with one person who completed one scenario just now."""
    clock = SystemClock()
    services = LedgerServices(LedgerSettings(data=tmp_path / "ledger"), clock)
    ended = clock.now().isoformat(timespec="milliseconds")
    services.statements.take(completion(ended=ended), Client("key", "van", "all"), "1.0.3")
    with services.database.writing() as connection:
        someone = Particulars("Li Na", Document("resident_id", "11010519491231002X"))
        services.learners.insert(connection, LEARNER, someone, None)
    services.close()
    return tmp_path


def said(data: Path | None, *words: str) -> str:
    done = RUNNER.invoke(app, [*words, *(["--data", str(data)] if data else [])], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_hours_say_why(data: Path) -> None:
    told = said(data, "hours", LEARNER, "--explain")
    assert "0.5 hours of training count" in told
    assert "basic level, missing: hours 0.5/2, scenarios 1/3, lessons 0/2" in told
    assert "counts 0.5 hours" in told


def test_a_certificate_verifies_without_the_ledger(data: Path, tmp_path: Path) -> None:
    issued = said(data, "certificate", "issue", "experience", "--issuer", "Bureau", "--learner", LEARNER)
    number, certificate = issued.split()[1], issued.partition("(")[2].partition(")")[0]
    folder = tmp_path / "given"
    said(data, "certificate", "export", certificate, "--url", "https://ledger.example", "--out", str(folder))
    file, keys = folder / f"{number}.jwt", tmp_path / "keys.json"
    assert (folder / f"{number}.pdf").read_bytes().startswith(b"%PDF-")
    keys.write_text(said(data, "certificate", "keys"), "utf-8")
    services = LedgerServices(LedgerSettings(data=data / "ledger"), SystemClock())
    log_key = services.checkpoints.key.shown()
    services.close()
    verify = ("certificate", "verify", str(file), "--key", str(keys))
    told = said(None, *verify, "--log-key", log_key)
    assert "Li Na" in told
    assert "All 1 statements that it rests on are in the log" in told
    said(data, "certificate", "rotate")
    said(data, "certificate", "revoke", certificate, "--why", "entered twice")
    with pytest.raises(NotIssued):
        said(data, "certificate", "issue", "basic", "--issuer", "Bureau", "--learner", LEARNER)
    file.write_text(file.read_text("ascii")[:-9] + "AAAAAAAAA", "ascii")
    with pytest.raises(CredentialWrong):
        said(None, *verify)
    with pytest.raises(UsageError):
        said(data, "certificate", "issue", "basic", "--issuer", "Bureau")


def test_everyone_of_an_order_by_its_number(data: Path) -> None:
    services = LedgerServices(LedgerSettings(data=data / "ledger"), SystemClock())
    employer = services.people.employers.add(company())
    plan = ["urn:qianche:scenario:electrocution-temporary-power"]
    order = services.people.orders.add(employer, date(2026, 11, 22), "gate", plan, "bureau", EVERYTHING)
    with services.database.writing() as connection:
        other = Particulars("Luo", Document("passport", "E12345678"))
        learners = (LEARNER, services.learners.take_down(connection, other, employer))
        rows = [{"order_id": order, "learner": each, "added_us": k} for k, each in enumerate(learners)]
        connection.execute(insert(order_people), rows)
    services.close()
    issue = ("certificate", "issue", "experience", "--issuer", "Bureau", "--order", "2026-00001")
    told = said(data, *issue)
    assert "missing: hours 0/0.5, scenarios 0/1." in told
    assert told.endswith("1 issued; 0 held one already; 1 not issued.\n")
    assert said(data, *issue).endswith("0 issued; 1 held one already; 1 not issued.\n")
    with pytest.raises(UsageError, match="no order 2026-00009"):
        said(data, *issue[:-1], "2026-00009")
