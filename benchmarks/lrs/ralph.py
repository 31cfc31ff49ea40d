"""Ralph, the record store of France Université Numérique, with its statements in a file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import venv
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.completions import Finished
from benchmarks.lrs.client import Address
from benchmarks.lrs.prepared import prepared
from benchmarks.lrs.sent import EDITION, stored
from benchmarks.lrs.server import NoServer, Server, free_port

VERSION = "5.1.0"
_PACKAGES = (f"ralph-malph[cli,lrs]=={VERSION}", "requests")
"""The second is imported by the first, which does not ask for it."""
_APPENDING = Path(__file__).parent / "for_ralph"
_FILE = "fs_lrs.jsonl"
_USER, _PASSWORD, _MAILBOX = "bench", "bench-of-record-stores", "mailto:bench@example.org"


class Ralph:
    """Ralph in a virtual environment of its own, made where there is none."""

    name = "ralph"

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._environment = cache / f"ralph-{VERSION}"

    def prepare(self, of: Finished, many: int) -> None:
        """Install Ralph, and write a file of so many statements as it would.

        Raises:
            NoServer: it cannot be installed.
        """
        if not self._installed.exists():
            self._install()
        prepared(self._filled(many), lambda folder: _fill(folder / _FILE, of, many))

    def serve(self, many: int, folder: Path) -> Server:
        """Serve a copy of the file in ``folder``, with one worker and a user as Ralph's own command makes one."""
        statements = folder / "statements"
        shutil.copytree(self._filled(many), statements)
        environment = {
            **os.environ,
            "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(statements),
            "RALPH_AUTH_FILE": str(folder / "auth.json"),
            "RALPH_HISTORY_FILE": str(folder / "history.json"),
        }
        user = ["auth", "-u", _USER, "-p", _PASSWORD, "-s", "all", "-M", _MAILBOX, "-w"]
        subprocess.run([self._program("ralph"), *user], env=environment, check=True, capture_output=True)
        port = free_port()
        command = [self._program("uvicorn"), "--app-dir", _APPENDING, "appending:app", "--workers", "1"]
        command += ["--host", "127.0.0.1", "--port", port, "--log-level", "warning"]
        return Server([str(part) for part in command], Address(port, "/xAPI/statements", _USER, _PASSWORD), folder,
                      environment)  # fmt: skip

    @property
    def _installed(self) -> Path:
        """Is there once everything is."""
        return self._environment / "installed"

    def _filled(self, many: int) -> Path:
        return self._cache / f"ralph-{VERSION}-{EDITION}-{many}"

    def _program(self, name: str) -> Path:
        windows = os.name == "nt"
        return self._environment / ("Scripts" if windows else "bin") / (f"{name}.exe" if windows else name)

    def _install(self) -> None:
        venv.create(self._environment, clear=True, with_pip=True)
        install = [self._program("python"), "-m", "pip", "install", "--quiet", *_PACKAGES]
        ran = subprocess.run(install, capture_output=True, encoding="utf-8", errors="replace")
        if ran.returncode != 0:
            raise NoServer("benchmarks.lrs.no_ralph", version=VERSION, said=ran.stderr.strip()[-400:])
        self._installed.touch()


def _fill(path: Path, of: Finished, many: int) -> None:
    """Statements as Ralph writes them."""
    authority = {"mbox": _MAILBOX, "objectType": "Agent"}
    now = datetime.now(UTC).isoformat()
    with path.open("w", encoding="utf-8") as file:
        for statement in stored(of, many):
            file.write(json.dumps({**statement, "stored": now, "authority": authority}) + "\n")
