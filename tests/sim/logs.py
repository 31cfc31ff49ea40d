"""Logs for tests."""

from __future__ import annotations

from pathlib import Path

from common.clock import ManualClock
from sim.log import LogWriter
from sim.log.events import Choose, Event, Flag, Header, Look, Step

EVENTS: tuple[Event, ...] = (
    Look(t=0.5, h=12.25, p=-3.0),
    Step(t=1.0, to=1),
    Flag(t=3.25, target="box", problem="live-electricity"),
    Choose(t=9.125, decision="d1", option="a"),
)


def header(**more: object) -> Header:
    plain = {
        "session": "0192f0c4-0000-7000-8000-000000000001",
        "scenario": "short",
        "scenario_hash": "sha256:00",
        "engine": "1.0",
        "seed": 3,
        "input": "touch",
        "station": "站一",
        "learner": "anonymous",
        "lang": "zh",
        "started": "2026-11-22T01:00:00.000+00:00",
    }
    return Header(**plain | more)


def write_log(path: Path, events: tuple[Event, ...] = EVENTS, end: float | None = 12.0, **more: object) -> Path:
    """A log with these events; finished unless ``end`` is None."""
    with LogWriter(path, header(**more), ManualClock()) as writer:
        for event in events:
            writer.append(event)
        if end is not None:
            writer.finish(end)
    return path
