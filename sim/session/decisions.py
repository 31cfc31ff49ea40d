"""The desk of decisions: which was asked, which is open, how each was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.model import Decision, Option
from sim.session.clock import Micros
from sim.session.turns import Turns


@dataclass(frozen=True, slots=True)
class Answer:
    """How a decision was settled; ``option`` is None when its time ran out."""

    option: str | None
    right: bool
    scene: Micros


class Desk(Turns[Decision]):
    """The decisions of a scenario and their answers."""

    def __init__(self, decisions: Mapping[str, Decision]) -> None:
        super().__init__(decisions)
        self.answers: dict[str, Answer] = {}

    def answer(self, decision: str, option: str, scene: Micros) -> Option | None:
        """Settle the open decision by an option; None when that is not open or has no such option."""
        if decision != self.open:
            return None
        chosen = self.written[decision].options.get(option)
        if chosen is not None:
            self.answers[self.close()] = Answer(option, chosen.right, scene)
        return chosen

    def time_out(self, scene: Micros) -> str:
        """Settle the open decision as not answered; returns it."""
        decision = self.close()
        self.answers[decision] = Answer(None, False, scene)
        return decision

    def not_right(self) -> list[str]:
        """Decisions not answered rightly, in the order of the file."""
        answered = self.answers
        return [name for name in self.written if name not in answered or not answered[name].right]
