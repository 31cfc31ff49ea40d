"""Measure: what was flagged that was right, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scoring.formula import FALSE_ALARM_COSTS, FALSE_ALARMS_COST_AT_MOST, FREE_FALSE_ALARMS
from scoring.played import Played, exact
from sim.session import FALSE_ALARM_KINDS


@dataclass(frozen=True)
class FalseAlarm:
    """One false alarm; ``target`` is empty where nothing was pointed at. ``cost`` is in points of the total."""

    target: str
    kind: Literal["lure", "nothing"]
    problem: str
    at: Fraction
    cost: Fraction


def false_alarms(played: Played) -> tuple[FalseAlarm, ...]:
    """All false alarms in the order of their time. The same thing is held against nobody twice."""
    found = []
    spent = Fraction(0)
    for number, happening in enumerate(played.of_kind(*FALSE_ALARM_KINDS)):
        cost = Fraction(0) if number < FREE_FALSE_ALARMS else FALSE_ALARM_COSTS
        cost = min(cost, FALSE_ALARMS_COST_AT_MOST - spent)
        spent += cost
        at = exact(happening.scene_time)
        found.append(FalseAlarm(happening.subject, happening.kind, happening.detail, at, cost))
    return tuple(found)
