"""The published numbers of the formula. Whoever changes one gives the formula a new version.

A score has two parts, out of 100: hazards 70 and decisions 30, less a penalty for false alarms.

- A hazard earns 5, 4, 3, 2 or 1 of 5 points for the fifth of its window in which it was flagged, 0 when
  it was missed; a latent one earns 5 for being found at all. Naming the wrong problem leaves two fifths
  of that. Hazards weigh by the band of their LEC value.
- A right answer earns its decision's equal share. A wrong one, or none in time, earns nothing.
- What never came into view because the trainee did right, and what was never asked, does not count; a
  part in which nothing counts gives its points to the other.
- The first false alarm is free, each further one costs 2, all together at most 20.
- Passed: at least 60, the accident averted, and at least half of the hazards in its causal chain found
  and rightly named.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from sim.log.events import InputKind

FORMULA = "1.0"

HAZARDS_PART = Fraction(70)
DECISIONS_PART = Fraction(30)
FULL_POINTS = 5
WRONG_REASON_LEAVES = Fraction(2, 5)
FREE_FALSE_ALARMS = 1
FALSE_ALARM_COSTS = Fraction(2)
FALSE_ALARMS_COST_AT_MOST = Fraction(20)
PASS_TOTAL = Fraction(60)
PASS_KEY_SHARE = Fraction(1, 2)

INPUT_LAG: dict[InputKind, Fraction] = {
    "touch": Fraction(4, 10),
    "mouse": Fraction(0),
    "ray": Fraction(3, 10),
    "hand": Fraction(4, 10),
    "gaze": Fraction(8, 10),
    "script": Fraction(0),
}
"""Seconds by which an answer given in this way comes late; taken off the response."""

Band = Literal["extreme", "high", "marked", "general", "slight"]
_BANDS: tuple[tuple[float, Band, int], ...] = (
    (320, "extreme", 5),
    (160, "high", 4),
    (70, "marked", 3),
    (20, "general", 2),
)
"""Lower edge of D, name, weight; only the highest band excludes its edge."""


def band(d: float) -> tuple[Band, int]:
    """The band of an LEC value (极其、高度、显著、一般、稍有危险) and the weight of a hazard in it."""
    for edge, name, weight in _BANDS:
        if d > edge or (d == edge and name != "extreme"):
            return name, weight
    return "slight", 1
