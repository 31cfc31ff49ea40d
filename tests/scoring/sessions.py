"""Sessions to be scored: of the bank's first scenario, with events of the test's choosing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import scenarios
import scoring
from sim import ENGINE
from sim.log import Log, LogWriter, read_log
from sim.log.events import Choose, End, Event, Flag, Header
from sim.play import play
from sim.trainees import Replaying

LOADED = scenarios.load("electrocution-temporary-power")
SCENARIO = LOADED.scenario
RIGHT = Choose(t=76.0, decision="d1", option="a")


def header(**more: Any) -> Header:
    plain = {
        "session": "0192f0c4-0000-7000-8000-000000000001",
        "scenario": SCENARIO.id,
        "scenario_hash": LOADED.hash,
        "engine": ENGINE,
        "seed": 1,
        "input": "script",
        "station": "one",
        "learner": "anonymous",
        "lang": "zh",
        "started": "2026-11-22T01:00:00.000+00:00",
    }
    return Header(**plain | more)


def flag(t: float, hazard: str, problem: str | None = None) -> Flag:
    """A flag on a hazard, rightly named unless a problem is given."""
    written = SCENARIO.hazards[hazard]
    return Flag(t=t, target=written.target, problem=problem or written.problem)


def log_of(*events: Event, **more: Any) -> Log:
    """The finished log of a session in which these things were done, and nothing else."""
    head = header(**more)
    begun = Log(head, tuple(sorted(events, key=lambda event: event.t)), None, False)
    session, done = play(SCENARIO, Replaying(begun), head.seed)
    return Log(head, tuple(done), End(t=session.time, digest="sha256:"), False)


def scored(*events: Event, **more: Any) -> scoring.Score:
    return scoring.score(log_of(*events, **more), SCENARIO)


def written(path: Path, log: Log) -> Path:
    """The log as a file."""
    with LogWriter(path, log.header) as writer:
        for event in log.events:
            writer.append(event)
        writer.finish(log.end.t)
    assert read_log(path).events == log.events
    return path


def row(score: scoring.Score, hazard: str) -> Any:
    return next(row for row in score.hazards if row.id == hazard)
