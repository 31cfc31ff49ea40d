"""From a finished log to a completion that is safe in the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import scenarios
import scoring
from kiosk.completion import Completion, CompletionScore, HazardOutcome, Words
from kiosk.outbox import Outbox
from kiosk.people import People
from kiosk.shelf import Shelf
from kiosk.sittings import Sitting, Sittings
from scenarios.model import Scenario
from sim.log.events import Stop
from sim.log.reader import Log, read_log, recover
from sim.log.writer import LogWriter


@dataclass(frozen=True)
class Result:
    """A score, and the scenario it is about."""

    score: scoring.Score
    scenario: Scenario


class Finisher:
    """Scores what was played and puts it into the outbox, once, however often it is asked."""

    def __init__(
        self, van_id: str, outbox: Outbox, people: People, sittings: Sittings, logs: Path, shelf: Shelf
    ) -> None:
        self._van_id = van_id
        self._outbox = outbox
        self._people = people
        self._sittings = sittings
        self._logs = logs
        self._shelf = shelf

    def finish(self, sitting: Sitting) -> Completion:
        """Make a sitting's completion safe; only then is the sitting over.

        Raises:
            DataError: the log is damaged, or the scenario is not the one that was played.
        """
        log = read_log(sitting.log)
        loaded = scenarios.load(sitting.scenario)
        score = scoring.score(log, loaded.scenario)
        completion = self._outbox.put(
            sitting.session,
            sitting.log.read_bytes(),
            self._people.enrolment(sitting.learner),
            lambda order: completion_of(log, loaded.scenario, score, self._van_id, order),
        )
        self._sittings.close(sitting.session)
        return completion

    def result(self, session: str) -> Result:
        """What a session came to, computed from its log.

        Raises:
            DataError: the log is damaged, or its scenario cannot be read any more.
            OSError: there is no such log.
        """
        log = read_log(self._logs / f"{session}.jsonl")
        loaded = self._shelf.played(log.header)
        return Result(scoring.score(log, loaded.scenario), loaded.scenario)


def completion_of(log: Log, scenario: Scenario, score: scoring.Score, van_id: str, order: int) -> Completion:
    """The completion that a finished log and its score make."""
    header = log.header
    assert log.end is not None, "only a finished log is completed"
    return Completion(
        id=header.session,
        van=van_id,
        station=header.station,
        order=order,
        scenario=header.scenario,
        scenario_hash=header.scenario_hash,
        title=Words(zh=scenario.title.zh, en=scenario.title.en),
        learner=header.learner,
        lang=header.lang,
        input=header.input,
        started=header.started,
        duration_s=log.end.t,
        outcome=score.outcome,
        passed=score.passed,
        score=CompletionScore(
            formula=score.formula,
            total=score.total,
            hazards_found=score.hazards_found,
            hazards_total=score.hazards_total,
            false_alarms=score.false_alarms,
            measures=score.measures,
            hazards={
                row.id: HazardOutcome(status=row.status, name=Words(zh=row.label.zh, en=row.label.en))
                for row in score.hazards
            },
        ),
        log_digest=log.end.digest,
    )


def close_unfinished(log_path: Path) -> None:
    """End a log that nobody will go on with, at its last event, as stopped by the crew.

    Raises:
        LogDamaged: more than its last line is wrong.
    """
    log = recover(log_path)
    if log.end is not None:
        return
    writer = LogWriter.reopen(log_path)
    writer.append(Stop(t=log.last_time, by="crew"))
    writer.finish(log.last_time)
