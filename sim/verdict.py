"""What the engine needs to know of a score. The score itself is ``scoring``'s, which builds on the
engine; so whoever plays or proves hands the scorer in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from scenarios.model import Scenario
from sim.log import Log


class Verdict(Protocol):
    """The figures of a score."""

    @property
    def total(self) -> float:
        """0..100."""

    @property
    def passed(self) -> bool: ...

    @property
    def outcome(self) -> str:
        """``averted``, ``accident`` or ``stopped``."""

    @property
    def hazards_found(self) -> int: ...

    @property
    def hazards_total(self) -> int: ...

    @property
    def false_alarms(self) -> int: ...


Scorer = Callable[[Log, Scenario], Verdict]
