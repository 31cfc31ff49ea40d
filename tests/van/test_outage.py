"""A ledger that is away, slow, broken, or refuses one statement: nothing is lost, nobody waits, the crew sees it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest

from common.sealing import new_sealing_key
from tests.van.van_process import VanProcess, wait_for

Mood = Literal["slow", "broken", "refusing", "well"]
SCENARIO = "falling-object-struck"


class MoodyLedger:
    """A ledger on another machine that answers as its mood is, and keeps the ids of what it took."""

    def __init__(self) -> None:
        self.mood: Mood = "well"
        self.taken: list[str] = []
        self.refused: set[str] = set()
        self.stopping = threading.Event()
        ledger = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(ledger.answer(self.path, body))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """The test's own output stays clean."""

        self._handler = Handler
        self._port = 0
        self.open()
        self.url = f"http://127.0.0.1:{self._port}"

    def open(self) -> None:
        """Be reachable, always at the same port."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), self._handler)
        self._server.daemon_threads = True
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def answer(self, path: str, body: bytes) -> int:
        if self.mood == "slow":
            self.stopping.wait(15)
        if self.mood in ("slow", "broken"):
            return 500
        if path.endswith("/statements"):
            registrations = {each["context"]["registration"] for each in json.loads(body)}
            if self.mood == "refusing":
                self.refused |= registrations
                return 400
            self.taken += registrations
        return 200

    def close(self) -> None:
        """Be gone: nobody answers at the port."""
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def ledger() -> Iterator[MoodyLedger]:
    moody = MoodyLedger()
    yield moody
    moody.close()


@pytest.fixture
def reporting_van(tmp_path: Path, ledger: MoodyLedger) -> Iterator[VanProcess]:
    """A van that reports to that ledger, with the files that such a van is given."""
    given = tmp_path / "data" / "van"
    given.mkdir(parents=True)
    _, public = new_sealing_key()
    (given / "pseudonym.key").write_text("00" * 32 + "\n", "ascii")
    (given / "ledger.pub").write_text(public.hex() + "\n", "ascii")
    (given / "ledger.json").write_text(json.dumps({"key": "van", "secret": "secret"}), "utf-8")
    van = VanProcess(tmp_path / "data", QIANCHE_LEDGER_URL=ledger.url)
    yield van
    van.kill()


@pytest.mark.parametrize("mood", ["broken", "slow"])
def test_an_ailing_ledger_costs_nothing_but_time(reporting_van: VanProcess, ledger: MoodyLedger, mood: Mood) -> None:
    ledger.mood = mood
    reporting_van.start()
    shown = [reporting_van.demo(SCENARIO, "absent") for _ in range(3)]
    assert reporting_van.state()["pending"] > 0, "the crew sees that something waits"
    assert not ledger.taken

    reporting_van.kill()  # days may pass; the next morning the ledger is well
    ledger.mood = "well"
    reporting_van.start()
    wait_for(lambda: reporting_van.state()["pending"] == 0, "everything is delivered")
    assert sorted(ledger.taken) == sorted(shown)
    assert not reporting_van.faults()


def test_an_unreachable_ledger_is_given_everything_once_it_is_back(
    reporting_van: VanProcess, ledger: MoodyLedger
) -> None:
    ledger.close()
    reporting_van.start()
    shown = [reporting_van.demo(SCENARIO, trainee) for trainee in ("absent", "perfect", "random")]
    assert reporting_van.state()["pending"] > 0
    reporting_van.kill()
    ledger.open()
    reporting_van.start()
    wait_for(lambda: reporting_van.state()["pending"] == 0, "everything is delivered")
    assert sorted(ledger.taken) == sorted(shown)


def test_one_refused_completion_does_not_hold_up_the_others(reporting_van: VanProcess, ledger: MoodyLedger) -> None:
    reporting_van.start()
    ledger.mood = "refusing"
    refused = reporting_van.demo(SCENARIO, "absent")
    wait_for(lambda: reporting_van.state()["refused"] == 1, "the crew sees the refusal")
    ledger.mood = "well"
    taken = reporting_van.demo(SCENARIO, "perfect")
    wait_for(lambda: reporting_van.state()["pending"] == 0, "the other one is delivered")
    assert ledger.refused == {refused}
    assert ledger.taken == [taken]
