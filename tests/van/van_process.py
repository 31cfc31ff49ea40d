"""A van as its own process, as a crew starts it."""

from __future__ import annotations

import os
import re
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path

import httpx

from tests.quick_start import begun

PATIENCE_S = 90


class VanProcess:
    """``qianche van`` without pictures; it can be killed and started again on the same data."""

    def __init__(self, data: Path, **settings: str) -> None:
        self.data = data
        self.port = _free_port()
        self._settings = settings
        self._process: BaseProcess | None = None
        self._password = ""
        self._told = data / "told.txt"
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=PATIENCE_S, trust_env=False)

    def start(self) -> None:
        """Start it and come back when it answers; the first time, from nothing, log in as the crew."""
        self.data.mkdir(parents=True, exist_ok=True)
        environment = {"QIANCHE_DISPLAY": "none", "PYTHONIOENCODING": "utf-8"} | self._settings
        command = ["van", "--data", str(self.data), "--port", str(self.port)]
        self._process = begun(_qianche, command, environment, self._told, from_nothing=not self._password)
        self._wait_until_it_answers()
        if not self._password:
            self._password = re.search(r"\b[a-z0-9]{4}(-[a-z0-9]{4}){3}\b", self._told.read_text("utf-8"))[0]
            answer = self.client.post("/login", data={"name": "crew", "password": self._password, "next": "/crew"})
            assert answer.headers["location"] == "/crew"

    def demo(self, scenario: str, trainee: str) -> str:
        """Let a script play through the whole line; the id of the completion that was shown."""
        answer = self.client.post("/api/crew/demo", json={"scenario": scenario, "trainee": trainee})
        answer.raise_for_status()
        return answer.json()["completion"]

    def state(self) -> dict[str, object]:
        """What the crew sees."""
        return self.client.get("/api/crew/state").raise_for_status().json()

    def faults(self) -> list[str]:
        """Tracebacks the van has told: there must be none, whatever it met."""
        return [line for line in self._told.read_text("utf-8").splitlines() if "Traceback" in line]

    def kill(self) -> None:
        """As a cut of power: no signal that a program could catch."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            assert self._process.is_alive(), self._told.read_text("utf-8")
            with suppress(httpx.TransportError):
                self.client.get("/login", timeout=2)
                return
            time.sleep(0.05)  # another process works meanwhile
        raise AssertionError("the van does not answer")


def _qianche(arguments: list[str], environment: dict[str, str], told: Path) -> None:
    """The command of these arguments, as in a shell; what it says is added to the file ``told``."""
    os.environ.update(environment)
    sys.argv = ["qianche", *arguments]
    with told.open("a", encoding="utf-8") as output:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(output.fileno(), stream.fileno())
    from qianche.cli import main

    main()


def wait_for(holds: Callable[[], bool], what: str) -> None:
    """Come back when ``holds()`` is true; fail when it never is."""
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline, f"never: {what}"
        time.sleep(0.05)  # another process works meanwhile


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
