"""Measure: the total, and whether it is a pass. Computed in fractions, so it is the same everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scoring.false_alarms import FalseAlarm
from scoring.formula import DECISIONS_PART, HAZARDS_PART, PASS_KEY_SHARE, PASS_TOTAL
from scoring.misses import Misses
from scoring.played import Outcome


@dataclass(frozen=True)
class Parts:
    """How many points of 100 are in each part of the score; a part in which nothing counts has none."""

    hazards: Fraction
    decisions: Fraction


@dataclass(frozen=True)
class Total:
    """Points of 100. ``total`` is rounded to one place, half to even."""

    hazards: Fraction
    decisions: Fraction
    penalty: Fraction
    total: Fraction
    passed: bool


def parts(hazards_share: Fraction | None, decisions_share: Fraction | None) -> Parts:
    """How the 100 points are split, from what each part earned of itself (None: nothing counts in it)."""
    whole = HAZARDS_PART + DECISIONS_PART
    nothing = Fraction(0)
    if hazards_share is None:
        return Parts(nothing, nothing if decisions_share is None else whole)
    return Parts(whole, nothing) if decisions_share is None else Parts(HAZARDS_PART, DECISIONS_PART)


def total(
    hazards_share: Fraction | None,
    decisions_share: Fraction | None,
    alarms: tuple[FalseAlarm, ...],
    missed: Misses,
    outcome: Outcome,
) -> Total:
    """The total of a session."""
    split = parts(hazards_share, decisions_share)
    hazards = split.hazards * (hazards_share or 0)
    decisions = split.decisions * (decisions_share or 0)
    penalty = sum((alarm.cost for alarm in alarms), Fraction(0))
    rounded = one_place(max(Fraction(0), hazards + decisions - penalty))
    chain_seen = missed.chain_named >= PASS_KEY_SHARE * missed.chain
    passed = rounded >= PASS_TOTAL and outcome == "averted" and chain_seen
    return Total(hazards, decisions, penalty, rounded, passed)


def one_place(value: Fraction) -> Fraction:
    """Rounded to one decimal place, half to even."""
    return Fraction(round(value * 10), 10)
