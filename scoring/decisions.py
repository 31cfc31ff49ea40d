"""Measure: what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scoring.played import Played
from sim.session import Happening


@dataclass(frozen=True)
class DecisionResult:
    """One decision; ``option`` is what was chosen, None when nothing was."""

    id: str
    status: Literal["right", "wrong", "timed_out", "not_asked"]
    option: str | None
    right_option: str

    @property
    def counts(self) -> bool:
        return self.status != "not_asked"


def decisions(played: Played) -> tuple[DecisionResult, ...]:
    """The result of every decision, in the order of the scenario."""
    settled = {happening.subject: happening for happening in played.of_kind("answered", "timed_out")}
    asked = {happening.subject for happening in played.of_kind("asked")}
    return tuple(_result(played, name, name in asked, settled.get(name)) for name in played.scenario.decisions)


def _result(played: Played, name: str, asked: bool, settled: Happening | None) -> DecisionResult:
    options = played.scenario.decisions[name].options
    right = next(letter for letter, option in options.items() if option.right)
    if not asked:
        return DecisionResult(name, "not_asked", None, right)
    if settled is None or settled.kind == "timed_out":
        return DecisionResult(name, "timed_out", None, right)
    return DecisionResult(name, "right" if settled.detail == right else "wrong", settled.detail, right)


def decisions_share(results: tuple[DecisionResult, ...]) -> Fraction | None:
    """The part of decisions answered rightly, 0..1; None when none was asked."""
    counted = [result for result in results if result.counts]
    return Fraction(sum(result.status == "right" for result in counted), len(counted)) if counted else None
