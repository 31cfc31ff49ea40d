"""Each service alone: it makes what it needs, leads to its page, and lets nobody in unasked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from fastapi.testclient import TestClient
from {name}.app import {settings}, create_app

client = TestClient(create_app({settings}(data=Path(sys.argv[1]))), follow_redirects=False)
front = client.get("/").headers["location"]
print(front, client.get(front, headers={{"Accept": "text/html"}}).headers["location"])
"""


# NiceGUI has one set of pages per process, so each service gets a process of its own.
@pytest.mark.parametrize(("name", "settings"), [("ledger", "LedgerSettings"), ("monitoring", "MonitoringSettings")])
def test_a_service_stands_alone(tmp_path: Path, name: str, settings: str) -> None:
    script = SCRIPT.format(name=name, settings=settings)
    ran = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True)
    assert ran.stdout.split() == [f"/{name}", f"/login?next=%2F{name}"], ran.stderr
    assert (tmp_path / f"{name}.sqlite").exists() and (tmp_path / "accounts.sqlite").exists()
