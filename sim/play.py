"""Plays a session without display, leaping from moment to moment, and writes its log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from common.clock import SystemClock
from common.ids import uuid7
from common.text import Lang
from scenarios import LoadedScenario
from scenarios.model import Scenario
from sim import ENGINE
from sim.log import LogWriter, read_log
from sim.log.events import Event, Header, InputKind, Stop
from sim.session import Session
from sim.trainees import Trainee
from sim.verdict import Scorer


@dataclass(frozen=True)
class PlayResult:
    """How a session went; ``log`` is the path of its log."""

    scenario: str
    outcome: str
    """``averted`` or ``accident``; ``stopped`` when it came to neither."""
    score: float
    passed: bool
    hazards_found: int
    hazards_total: int
    false_alarms: int
    log: str


def play(scenario: Scenario, trainee: Trainee, seed: int = 0) -> tuple[Session, list[Event]]:
    """Play a session to its end; returns it, and the trainee's events."""
    session = Session(scenario, seed)
    return session, [event for event in moments(session, trainee) if event is not None]


def moments(session: Session, trainee: Trainee) -> Iterator[Event | None]:
    """Play a session on from moment to moment, to its end.

    Yields after each moment, while the session stands at it: the trainee's event, or None where something
    happened by itself.
    """
    while not session.ended:
        event, next_moment = trainee.next_event(session), session.next_moment()
        if event is None and next_moment is None:
            event = Stop(t=session.time, by="crew")  # paused for ever
        if event is not None and (next_moment is None or event.t <= next_moment):
            session.apply(event)
            yield event
        else:
            session.advance(next_moment)
            yield None


def play_headless(
    loaded: LoadedScenario,
    trainee: Trainee,
    log_path: Path,
    *,
    scorer: Scorer,
    station: str = "headless",
    learner: str = "anonymous",
    lang: Lang = "zh",
    seed: int = 0,
    started: datetime | None = None,
) -> PlayResult:
    """Play a scenario with a scripted trainee, write its log to ``log_path``, and score that log.

    ``scorer`` is ``scoring.score``. ``seed`` is below 2^31; ``started`` defaults to now.

    Raises:
        LogExists: there is a log at ``log_path`` already.
    """
    header = header_of(loaded, station=station, learner=learner, lang=lang, seed=seed, started=started)
    session, events = play(loaded.scenario, trainee, seed)
    with LogWriter(log_path, header) as log:
        for event in events:
            log.append(event)
        log.finish(session.time)
    return result_of(log_path, loaded.scenario, scorer)


def result_of(log_path: Path, scenario: Scenario, scorer: Scorer) -> PlayResult:
    """How the session went whose finished log is at ``log_path``.

    Raises:
        LogDamaged: the log is not what was written.
    """
    verdict = scorer(read_log(log_path), scenario)
    return PlayResult(
        scenario=scenario.id,
        outcome=verdict.outcome,
        score=verdict.total,
        passed=verdict.passed,
        hazards_found=verdict.hazards_found,
        hazards_total=verdict.hazards_total,
        false_alarms=verdict.false_alarms,
        log=str(log_path),
    )


def header_of(
    loaded: LoadedScenario,
    *,
    station: str,
    learner: str = "anonymous",
    lang: Lang = "zh",
    seed: int = 0,
    kind: InputKind = "script",
    started: datetime | None = None,
) -> Header:
    """The header of a new session's log, with a new id."""
    started = started or SystemClock().now()
    return Header(
        session=str(uuid7(started)),
        scenario=loaded.scenario.id,
        scenario_hash=loaded.hash,
        engine=ENGINE,
        seed=seed,
        input=kind,
        station=station,
        learner=learner,
        lang=lang,
        started=started.isoformat(timespec="milliseconds"),
    )
