"""A session as it was played: the log played again, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scenarios.loader import scenario_hash
from scenarios.model import Scenario
from scoring.faults import DoesNotFit, OtherScenario, Unfinished
from sim.log import Log
from sim.log.events import Header
from sim.session import Happening, HappeningKind, Session

Outcome = Literal["averted", "accident", "stopped"]
TIME_SLACK = 0.0015
"""Seconds by which a log's end, written to the millisecond, may lie off."""


@dataclass(frozen=True)
class Played:
    """What every measure is computed from."""

    header: Header
    scenario: Scenario
    happenings: tuple[Happening, ...]
    outcome: Outcome
    duration: float
    """Seconds of session time."""

    def of_kind(self, *kinds: HappeningKind) -> Iterator[Happening]:
        return (happening for happening in self.happenings if happening.kind in kinds)

    @property
    def scene_end(self) -> Fraction | None:
        """Scene time at which the accident or the averted ending began; None when stopped before."""
        ends = (exact(happening.scene_time) for happening in self.of_kind("accident", "averted"))
        return next(ends, None)


def played(log: Log, scenario: Scenario) -> Played:
    """Play a finished log again.

    Raises:
        OtherScenario: ``scenario`` is not, to the letter, the one of the log.
        Unfinished: the log has no end.
        DoesNotFit: the session does not end where the log does.
    """
    if log.header.scenario_hash != scenario_hash(scenario):
        raise OtherScenario(log.header, scenario.id)
    if log.end is None:
        raise Unfinished(log.header)
    session = Session(scenario, log.header.seed)
    for event in log.events:
        session.apply(event)
    session.advance(max(log.end.t, session.time))
    if not session.ended or abs(session.time - log.end.t) > TIME_SLACK:
        raise DoesNotFit(log.header, log.end.t, session.time)
    return Played(log.header, scenario, tuple(session.happenings), _outcome(session), session.time)


def _outcome(session: Session) -> Outcome:
    """How it came out. Who leaves before the debrief has averted nothing, but an accident has happened."""
    kinds = {happening.kind for happening in session.happenings}
    if session.outcome == "averted" and "debrief" not in kinds:
        return "stopped"
    return session.outcome or "stopped"


def exact(seconds: float) -> Fraction:
    """Seconds as an exact number of microseconds."""
    return Fraction(round(seconds * 1_000_000), 1_000_000)
