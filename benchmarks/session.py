"""Whole sessions without pictures, log written and scored, beside the limit and beside the time they tell of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import scenarios
import scoring
from benchmarks.figures import Effort, Figure, Spread, Tell, limit, timed
from sim.log import read_log
from sim.play import play_headless
from sim.trainees import ScriptedName, scripted

LIMIT_MS = 200.0
TRAINEES: tuple[ScriptedName, ...] = ("perfect", "absent")
STARTED = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Milliseconds from the first moment to the score, the scenario being loaded."""
    cases = [(scenario, trainee) for scenario in effort.scenarios for trainee in TRAINEES]
    with TemporaryDirectory(dir=effort.folder) as folder:
        for done, (scenario, trainee) in enumerate(cases):
            tell(done / len(cases), f"{scenario} {trainee}")
            loaded = scenarios.load(scenario)
            paths = (Path(folder) / f"{scenario}-{trainee}-{number}.jsonl" for number in count())

            def session(loaded=loaded, trainee=trainee, paths=paths) -> str:
                player = scripted(trainee, loaded.scenario)
                return play_headless(loaded, player, next(paths), scorer=scoring.score, started=STARTED).log

            told_ms = read_log(Path(session())).last_time * 1000
            values = Spread(tuple(timed(session, "ms") for _ in range(effort.repeats)))
            yield Figure(f"session.{trainee}", scenario, "ms", values, limit("session_limit", LIMIT_MS))
            yield Figure(f"session.{trainee}", scenario, "ms", values, limit("real_time", told_ms))
