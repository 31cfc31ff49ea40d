"""Whether the beats of an exercise kept its rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Literal

from scenarios.model import Exercise

SECONDS_PER_MINUTE = 60
STEADY_SHARE = 0.7
"""So many of the intervals have to be steady."""
SLACK = 0.2
"""A steady interval leaves the wanted ones by no more than this part: a screen is touched less evenly than meant."""
RECENT = 6
"""The rate now is that of the last so many beats."""


def intervals(beats: Sequence[float]) -> list[float]:
    """The seconds between beats, given their rising times in seconds."""
    return [after - before for before, after in pairwise(beats)]


def rate(beats: Sequence[float]) -> float | None:
    """Beats a minute of the last few beats; None with fewer than three beats, and for beats all at one time."""
    if len(beats) < 3:
        return None
    between = median(intervals(beats[-RECENT:]))
    return SECONDS_PER_MINUTE / between if between > 0 else None


def pace_of(exercise: Exercise, rate: float | None) -> Literal["start", "slow", "good", "fast"]:
    """How a rate now compares with the wanted ones; ``start`` before there is one."""
    slowest, fastest = exercise.beats_per_minute
    if rate is None:
        return "start"
    return "slow" if rate < slowest else "fast" if rate > fastest else "good"


def well_kept(exercise: Exercise, beats: Sequence[float]) -> bool:
    """Whether all beats were made, their median interval is one of the wanted, and most of them are steady.

    ``beats`` are rising times in seconds. The median is not moved by a beat missed or doubled, and the steady
    share sees to it that the median is not an accident of beats that are now too fast, now too slow.
    """
    if len(beats) < exercise.beats:
        return False
    slowest, fastest = (SECONDS_PER_MINUTE / wanted for wanted in exercise.beats_per_minute)
    between = intervals(beats)
    steady = sum(fastest * (1 - SLACK) <= one <= slowest * (1 + SLACK) for one in between)
    return fastest <= median(between) <= slowest and steady >= STEADY_SHARE * len(between)
