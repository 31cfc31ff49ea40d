"""A record store as a process of its own, and what it took of the machine's memory."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic, sleep

from benchmarks.lrs.client import Address, Connection
from common.errors import EnvironmentLacks

_START_S = 120.0
_END_S = 30.0
_SHOWN = 400


class NoServer(EnvironmentLacks):
    """A store that was to be measured does not run."""


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A running store; what it prints is kept beside its files."""

    def __init__(self, command: Sequence[str], address: Address, folder: Path, environment: Mapping[str, str]) -> None:
        """Start it and wait until it answers a question.

        Raises:
            NoServer: it does not.
        """
        self.address = address
        self._said = folder / "server.log"
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
        try:
            self._wait_until_it_answers()
        except BaseException:
            self.stop()
            raise

    def peak_mib(self) -> float | None:
        """The most memory that was in use at once, in MiB; None where the system does not tell (only Linux does)."""
        status = Path(f"/proc/{self._process.pid}/status")
        if not status.exists():
            return None
        (line,) = (line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        try:
            self._process.wait(_END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait_until_it_answers(self) -> None:
        until = monotonic() + _START_S
        while self._process.poll() is None and monotonic() < until:
            try:
                with Connection(self.address) as connection:
                    connection.get({"limit": "1"})
                return
            except ConnectionError:
                sleep(0.2)
        said = self._said.read_text("utf-8", errors="replace").strip()[-_SHOWN:]
        raise NoServer("benchmarks.lrs.no_answer", command=" ".join(map(str, self._process.args)), said=said)
