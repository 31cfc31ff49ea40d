"""Where one looks when one looks at a thing."""

from __future__ import annotations

from scenarios.model import Scenario
from scenarios.own_models import prop_entry
from sim.session.things import owner_of

PERSON_MIDDLE = 1.2
"""Metres above the ground: a standing person's chest."""


def middle_height(scenario: Scenario, name: str) -> float:
    """How many metres above its base the middle of a thing is."""
    placed = owner_of(scenario, name)
    if placed is None or placed.prop is None:
        return PERSON_MIDDLE
    entry = prop_entry(placed.prop)
    return entry.size_of(placed.variant)[2] / 2 if entry else 0.0
