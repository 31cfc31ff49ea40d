"""Measure: what was missed, and the hazard recognition rate."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scenarios.model import Scenario
from scoring.hazard_points import HazardPoints


@dataclass(frozen=True)
class Misses:
    """Of the hazards that count. The chain is that of the accident (``key`` hazards)."""

    missed: tuple[str, ...]
    rate: Fraction | None
    """Hazard recognition rate: identified / total; None when none counts."""
    chain: int
    """How many hazards of the causal chain count."""
    chain_named: int
    """How many of those were found and rightly named."""


def misses(hazards: tuple[HazardPoints, ...], scenario: Scenario) -> Misses:
    """What was missed."""
    counted = [hazard for hazard in hazards if hazard.counts]
    chain = [hazard for hazard in counted if scenario.hazards[hazard.id].key]
    return Misses(
        missed=tuple(hazard.id for hazard in counted if not hazard.found),
        rate=Fraction(sum(hazard.found for hazard in counted), len(counted)) if counted else None,
        chain=len(chain),
        chain_named=sum(hazard.status == "found" for hazard in chain),
    )
