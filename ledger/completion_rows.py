"""How completions and people stand in the tables of pages."""

from __future__ import annotations

from typing import Any

from common.moments import from_us, shown_moment
from common.web.frame import Frame
from common.web.tables import Column
from ledger.completions import Completion, LearnerSum
from ledger.people.learners import Learner

COMPLETION = [
    Column("scenario", "ledger.column.scenario"),
    Column("score", "ledger.column.score", align="right"),
    Column("verdict", "ledger.column.verdict", cell="tag"),
    Column("ended", "ledger.column.ended"),
    Column("duration", "ledger.column.duration", align="right"),
    Column("hours", "ledger.column.hours", align="right"),
    Column("van", "ledger.column.van"),
]
PERSON = [
    Column("name", "ledger.column.name", cell="link"),
    Column("number", "people.learner.number"),
]
SUM = [
    Column("completions", "ledger.column.completions", align="right"),
    Column("passed", "ledger.column.passed", align="right"),
    Column("hours", "ledger.column.hours", align="right"),
    Column("last", "ledger.column.last"),
]


def person_cells(frame: Frame, learner: str, people: dict[str, Learner]) -> dict[str, Any]:
    """The cells of :data:`PERSON`; ``people`` are those enrolled, by pseudonym."""
    person = people.get(learner)
    return {
        "id": learner,
        "href": f"/ledger/people/{learner}",
        "name": person.name if person else frame.say("ledger.not_enrolled"),
        "number": person.masked_number if person else "–",
    }


def completion_cells(frame: Frame, completion: Completion) -> dict[str, Any]:
    """The cells of :data:`COMPLETION`."""
    return {
        "id": completion.id,
        "scenario": completion.title[frame.lang],
        "score": "–" if completion.score is None else f"{completion.score:.0f}",
        "verdict": _verdict(frame, completion.passed),
        "ended": shown_moment(from_us(completion.ended_us)),
        "duration": _duration(frame, completion.duration_s),
        "hours": f"{completion.hours:.2f}",
        "van": completion.van,
    }


def sum_cells(learner: LearnerSum) -> dict[str, Any]:
    """The cells of :data:`SUM`."""
    return {
        "completions": learner.completions,
        "passed": learner.passed,
        "hours": f"{learner.hours:.2f}",
        "last": shown_moment(from_us(learner.last_us)) if learner.last_us is not None else "–",
    }


def log_cell(frame: Frame, completion: Completion, kept: set[str]) -> dict[str, Any]:
    """A link to the session's log, if it is among those ``kept``."""
    if completion.id not in kept:
        return {"log": frame.say("ledger.log.not_here")}
    return {"log": frame.say("ledger.log.download"), "href": f"/ledger/api/logs/{completion.id}"}


def _verdict(frame: Frame, passed: bool | None) -> dict[str, str] | None:
    if passed is None:
        return None
    return {"kind": "good" if passed else "bad", "text": frame.say("ledger.passed" if passed else "ledger.failed")}


def _duration(frame: Frame, seconds: float | None) -> str:
    if seconds is None:
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    return frame.say("ledger.duration", minutes=minutes, seconds=f"{rest:02d}")
