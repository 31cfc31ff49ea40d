"""From what a learner completed to hours and levels, with the reason for each."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from common.moments import BEIJING, from_us
from ledger.completions import Completion
from ledger.hours.rules import Kind, Level, Rules

Reason = Literal["counted", "not_passed", "again", "too_old", "no_kind"]


@dataclass(frozen=True)
class Line:
    """One completion and what it counted for."""

    completion: Completion
    kind: Kind | None
    reason: Reason
    hours: float


@dataclass(frozen=True)
class Need:
    """One thing that a level needs. ``activity`` is set for one that must be passed."""

    what: Literal["hours", "scenarios", "lessons", "passed"]
    needed: float
    there: float
    activity: str = ""

    @property
    def met(self) -> bool:
        return self.there >= self.needed


@dataclass(frozen=True)
class Reckoning:
    """A learner's hours and how they came about, the latest completion first."""

    lines: tuple[Line, ...]
    rules: Rules

    @property
    def counted(self) -> list[Line]:
        """The lines that count."""
        return [line for line in self.lines if line.reason == "counted"]

    @property
    def hours(self) -> float:
        """Hours of training (学时) in all."""
        return sum(line.hours for line in self.counted)

    def needs(self, level: Level) -> list[Need]:
        """What ``level`` needs and how much of it is there."""
        kinds = [line.kind for line in self.counted]
        passed = {line.completion.scenario for line in self.counted}
        return [
            Need("hours", level.hours, self.hours),
            Need("scenarios", level.scenarios, kinds.count("scenario")),
            Need("lessons", level.lessons, kinds.count("lesson")),
            *(Need("passed", 1, int(activity in passed), activity) for activity in level.passed),
        ]

    def reached(self, level: Level) -> bool:
        """Whether everything that ``level`` needs is there."""
        return not self.missing(level)

    def missing(self, level: Level) -> list[Need]:
        """What ``level`` needs and is not all there."""
        return [need for need in self.needs(level) if not need.met]

    def levels(self) -> list[str]:
        """The levels reached, the lowest first."""
        return [name for name, level in self.rules.levels.items() if self.reached(level)]


def reckon(completions: Iterable[Completion], rules: Rules, now: datetime) -> Reckoning:
    """What a learner's completions count for. Of several passes of one activity the latest counts."""
    oldest = months_after(now, -rules.counts_for_months)
    lines: list[Line] = []
    seen: set[str] = set()
    for each in sorted(completions, key=lambda it: it.ended_us, reverse=True):
        kind = rules.kind(each.scenario)
        reason = _reason(each, kind, seen, oldest)
        if reason == "counted":
            seen.add(each.scenario)
        lines.append(Line(each, kind, reason, rules.hours(each.scenario) if reason == "counted" else 0.0))
    return Reckoning(tuple(lines), rules)


def months_after(moment: datetime, months: int) -> datetime:
    """The same time of day so many months later (or earlier), Beijing time, on the month's last day where it is short.

    >>> months_after(datetime(2024, 2, 29, tzinfo=BEIJING), 12).date().isoformat()
    '2025-02-28'
    """
    local = moment.astimezone(BEIJING)
    year, month = divmod(local.year * 12 + local.month - 1 + months, 12)
    return local.replace(year=year, month=month + 1, day=min(local.day, calendar.monthrange(year, month + 1)[1]))


def _reason(completion: Completion, kind: Kind | None, seen: set[str], oldest: datetime) -> Reason:
    # A lesson without a test is completed, not passed; a scenario or a test always has a verdict.
    done = completion.passed is True or (kind == "lesson" and completion.passed is None)
    if kind is None:
        return "no_kind"
    if not done:
        return "not_passed"
    if from_us(completion.ended_us) < oldest:
        return "too_old"
    return "again" if completion.scenario in seen else "counted"
