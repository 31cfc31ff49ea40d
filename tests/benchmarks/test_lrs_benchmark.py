"""Two record stores are measured side by side, and one that does not do its work is not measured."""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.completions import Finished, finished
from benchmarks.figures import Effort, Figure
from benchmarks.lrs import compare as lrs
from benchmarks.lrs.client import Address, WrongAnswer, milliseconds, rate
from benchmarks.lrs.qianche import Qianche
from benchmarks.lrs.ralph import VERSION
from benchmarks.lrs.sent import A_LEARNER, by_agent, sent, stored
from benchmarks.lrs.server import NoServer, Server, free_port
from benchmarks.report import cells
from common.text import LANGS, text

SCENARIO = "electrocution-temporary-power"
STORE = Path(__file__).parent / "memory_store.py"


class Memory:
    """The record store of :mod:`tests.benchmarks.memory_store`."""

    name = "ralph"

    def __init__(self, *lies: str) -> None:
        self._lies = lies
        self._holds: list[dict] = []

    def prepare(self, of: Finished, many: int) -> None:
        self._holds = list(stored(of, many))

    def serve(self, many: int, folder: Path) -> Server:
        file, port = folder / "statements.json", free_port()
        file.write_text(json.dumps(self._holds), "utf-8")
        command = [sys.executable, str(STORE), str(port), str(file), *self._lies]
        return Server(command, Address(port, "/statements", "key", "secret"), folder, os.environ)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., list[Figure]]:
    """Compares two stores with few statements and few requests."""
    monkeypatch.setattr(lrs, "_SINGLES", 8)
    monkeypatch.setattr(lrs, "_BATCHES", 1)
    effort = Effort(tmp_path, (SCENARIO,), repeats=2)

    def compare(first: lrs.RecordStore, second: lrs.RecordStore) -> list[Figure]:
        return list(lrs.compare(first, second, (40, 80), effort, lambda share, what: None))

    return compare


def test_everything_is_measured_beside_the_peer_and_the_limits(
    compared: Callable[..., list[Figure]], tmp_path: Path
) -> None:
    figures = compared(Memory(), Memory())
    beside = {(figure.measure, figure.of, figure.beside.name) for figure in figures}
    posts = {f"lrs.post_{how}" for how in ("one", "eight", "batch")}
    answers = {"lrs.get_agent", "lrs.get_id"}
    wanted = {(name, of, "ralph") for name in posts | answers for of in ("40", "80")}
    wanted |= {(name, of, "raw_commit") for name in posts for of in ("40", "80")}
    wanted |= {(name, "80", "smaller_store") for name in answers}
    memory = {("lrs.memory", of, "ralph") for of in ("40", "80")}
    assert beside in (wanted, wanted | memory), "only Linux tells how much memory a program takes"
    assert all(math.isfinite(figure.ratio) and figure.ratio > 0 for figure in figures)
    assert {len(figure.measured.values) for figure in figures if figure.measure in posts} == {2}
    for lang in LANGS:
        assert VERSION in text("benchmarks.beside.ralph", lang)
        assert all(cells(figure, lang) for figure in figures)
    assert not list(tmp_path.iterdir()), "what was written for measuring is gone"


def test_a_store_that_answers_wrongly_is_not_measured(compared: Callable[..., list[Figure]]) -> None:
    with pytest.raises(WrongAnswer, match="other statements"):
        compared(Memory(), Memory("lies"))


def test_a_store_that_refuses_is_not_measured(tmp_path: Path) -> None:
    of, memory = finished(SCENARIO), Memory()
    memory.prepare(of, 40)
    server = memory.serve(40, tmp_path)
    bodies = (json.dumps(each).encode() for each in sent(of))
    with pytest.raises(WrongAnswer, match="409"):
        rate(server.address, bodies, most=1, seconds=1)
    server.stop()


def test_a_store_that_does_not_start_says_why(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit('no such record store')"]
    with pytest.raises(NoServer) as said:
        Server(command, Address(free_port(), "/statements", "key", "secret"), tmp_path, os.environ)
    assert "no such record store" in said.value.message("en")


def test_the_ledger_is_filled_once_and_served_as_it_is_delivered(tmp_path: Path) -> None:
    of, ledger = finished(SCENARIO), Qianche(tmp_path / "cache")
    ledger.prepare(of, 40)
    (filled,) = (tmp_path / "cache").iterdir()
    before = filled.stat().st_mtime_ns
    ledger.prepare(of, 40)
    assert filled.stat().st_mtime_ns == before
    folder = tmp_path / "run"
    folder.mkdir()
    server = ledger.serve(40, folder)
    try:
        questions = by_agent(of, 40, questions=2)
        assert [len(question.ids) for question in questions] == [A_LEARNER, A_LEARNER]
        assert len(milliseconds(server.address, questions, seconds=1)) == 2
        bodies = (json.dumps(each).encode() for each in islice(sent(of, 40), 8))
        assert rate(server.address, bodies, most=8, seconds=10, clients=4) > 0
        peak = server.peak_mib()
        assert peak is None or 20 < peak < 2000
    finally:
        server.stop()
