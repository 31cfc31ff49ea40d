"""The scenarios a van offers: loaded, and how far each is prepared for playing."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path

import scenarios
from common.errors import QiancheError
from kiosk.screen import Screen
from scenarios import LoadedScenario

log = logging.getLogger(__name__)


@dataclass
class Offer:
    """One scenario on the shelf."""

    loaded: LoadedScenario
    progress: float = 0.0
    """0..1: how much of what it needs is built; at 1 it can be played."""
    trouble: str = ""
    """Why it cannot be played here, if it cannot."""
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

    async def prepare(self, screen: Screen) -> None:
        """Let a screen build what each scenario needs, one after the other."""
        for offer in self.offers.values():
            try:
                async for progress in screen.prepare(offer.loaded.path):
                    offer.progress = max(offer.progress, progress)
            except QiancheError as error:
                log.error("%s cannot be prepared: %s", offer.loaded.scenario.id, error)
                offer.trouble = str(error)
