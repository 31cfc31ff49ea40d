"""The desk of decisions: which was asked, which is open, how each was answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from scenarios.model import Option, Scenario
from sim.session.clock import Micros, micros


@dataclass(frozen=True, slots=True)
class Answer:
    """How a decision was settled; ``option`` is None when its time ran out."""

    option: str | None
    right: bool
    scene: Micros


@dataclass(slots=True)
class Desk:
    """One decision is open at a time; others asked meanwhile wait. Deadlines are in running time."""

    scenario: Scenario
    open: str | None = None
    deadline: Micros | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)
    _waiting: list[str] = field(default_factory=list)

    def ask(self, decision: str) -> None:
        """Ask a decision, unless it was asked before."""
        if decision in self.scenario.decisions and decision not in self._asked:
            self._asked.add(decision)
            self._waiting.append(decision)

    def open_next(self, running: Micros) -> str | None:
        """Open the next one that waits, if none is open; returns it."""
        if self.open is not None or not self._waiting:
            return None
        self.open = self._waiting.pop(0)
        self.deadline = running + micros(self.scenario.decisions[self.open].limit)
        return self.open

    def answer(self, decision: str, option: str, scene: Micros) -> Option | None:
        """Settle the open decision by an option; None when that is not open or has no such option."""
        if decision != self.open:
            return None
        chosen = self.scenario.decisions[decision].options.get(option)
        if chosen is not None:
            self._settle(Answer(option, chosen.right, scene))
        return chosen

    def time_out(self, scene: Micros) -> str:
        """Settle the open decision as not answered; returns it."""
        decision = self.open
        self._settle(Answer(None, False, scene))
        return decision

    def _settle(self, answer: Answer) -> None:
        self.answers[self.open] = answer
        self.open = self.deadline = None

    @property
    def idle(self) -> bool:
        """Nothing is open and nothing waits."""
        return self.open is None and not self._waiting

    def close_down(self) -> None:
        """Whatever is open or waits is dropped: the moment for it is gone."""
        self.open = self.deadline = None
        self._waiting.clear()

    def not_right(self) -> list[str]:
        """Decisions not answered rightly, in the order of the file."""
        answered = self.answers
        return [name for name in self.scenario.decisions if name not in answered or not answered[name].right]
