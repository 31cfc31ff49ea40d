"""The scenarios a van offers: loaded, and how far each is prepared for playing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import scenarios
from scenarios import LoadedScenario


@dataclass
class Offer:
    """One scenario on the shelf."""

    loaded: LoadedScenario
    progress: float = 0.0
    """0..1: how much of what it needs is built; at 1 it can be played."""
    pictures: dict[str, Path] = field(default_factory=dict)
    """``start``, ``replay`` and one per hazard, as they become ready."""

    @property
    def ready(self) -> bool:
        return self.progress >= 1.0


class Shelf:
    """Every scenario of the bank, by id."""

    def __init__(self, ids: list[str] | None = None) -> None:
        """Load the bank, or the given scenarios.

        Raises:
            ScenarioInvalid: a file has faults.
        """
        loaded = [scenarios.load(each) for each in (scenarios.bank() if ids is None else ids)]
        self.offers = {each.scenario.id: Offer(each) for each in loaded}

    def path(self, scenario: str) -> Path:
        return self.offers[scenario].loaded.path

    def hash(self, scenario: str) -> str:
        return self.offers[scenario].loaded.hash
