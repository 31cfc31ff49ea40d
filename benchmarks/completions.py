"""A finished session with everything that its completion brings, for what stores completions."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import scenarios
import scoring
from kiosk.completion import Completion
from kiosk.finish import completion_of
from sim.log import read_log
from sim.play import play_headless
from sim.trainees import scripted

STARTED = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
LEARNER = "qc-" + "a" * 32
_FIRST_MS, _EVERY_MS = 0x0193_0000_0000, 20_000
"""When the first session began in Unix milliseconds, and how far apart they are in a city with many vans."""
OF_A_LEARNER = 5
"""Completions, however many learners there are."""


@dataclass(frozen=True)
class Finished:
    """The completion of a session, and its log as it lies on the disk."""

    completion: Completion
    log: bytes

    def again(self, number: int) -> Completion:
        """The same as another session, told apart by ``number``; every few are one learner's."""
        milliseconds = _FIRST_MS + number * _EVERY_MS
        session = str(uuid.UUID(int=(milliseconds << 80) | (0x7000_8000 << 48) | number))
        learner = f"qc-{number // OF_A_LEARNER:032x}"
        return self.completion.model_copy(update={"id": session, "order": number, "learner": learner})


@cache
def finished(scenario: str) -> Finished:
    """A session of ``scenario`` that went as well as it can."""
    loaded = scenarios.load(scenario)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "session.jsonl"
        trainee = scripted("perfect", loaded.scenario)
        play_headless(loaded, trainee, path, scorer=scoring.score, learner=LEARNER, started=STARTED)
        log = read_log(path)
        score = scoring.score(log, loaded.scenario)
        return Finished(completion_of(log, loaded.scenario, score, "van-1", 1), path.read_bytes())


def many(of: Finished) -> Iterator[Completion]:
    """Completions that differ in nothing but their session and whose it was."""
    number = 0
    while True:
        number += 1
        yield of.again(number)
