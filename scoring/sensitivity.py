"""Measure, for diagnosis only: signal detection, which keeps seeing apart from being quick to cry out."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

from scenarios.model import Scenario
from scoring.false_alarms import FalseAlarm
from scoring.hazard_points import HazardPoints


@dataclass(frozen=True)
class Sensitivity:
    """``d_prime`` = z(H) - z(F): how well hazards are told from lures. ``bias`` c = -(z(H) + z(F)) / 2:
    positive for a trainee who flags too little. Both with the log-linear correction, to three places."""

    d_prime: float
    bias: float


def sensitivity(
    hazards: tuple[HazardPoints, ...], alarms: tuple[FalseAlarm, ...], scenario: Scenario
) -> Sensitivity | None:
    """None for a scenario without lures, or where no hazard counts: then nothing can be told."""
    counted = [hazard for hazard in hazards if hazard.counts]
    if not scenario.lures or not counted:
        return None
    hits = _z(sum(hazard.found for hazard in counted), len(counted))
    false = _z(sum(alarm.kind == "lure" for alarm in alarms), len(scenario.lures))
    return Sensitivity(round(hits - false, 3) + 0.0, round(-(hits + false) / 2, 3) + 0.0)


def _z(count: int, of: int) -> float:
    return NormalDist().inv_cdf((count + 0.5) / (of + 1))
