"""What a trainee chooses from: what is wrong with the thing pointed at, what can be done to it, and a decision's
options."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import get_args

from scenarios.model import Decision, Problem, Scenario

CHOICES = 4
PROBLEMS: tuple[Problem, ...] = get_args(Problem)


def choices(scenario: Scenario, target: str, seed: int) -> tuple[Problem, ...]:
    """Four problems to choose from for ``target`` (a thing's name, or empty for nothing).

    The right one is among them where there is one. The others, and the order, follow from a hash of
    scenario, seed and target, so every thing gets four and nothing about the wheel tells a hazard.
    """

    def drawn(use: str, problem: Problem) -> bytes:
        return hashlib.sha256(f"{scenario.id}|{seed}|{target}|{use}|{problem}".encode()).digest()

    right = {hazard.problem for hazard in scenario.hazards.values() if hazard.target == target}
    others = sorted((problem for problem in PROBLEMS if problem not in right), key=lambda it: drawn("choice", it))
    offered = [*right, *others][: max(CHOICES, len(right))]
    return tuple(sorted(offered, key=lambda it: drawn("place", it)))


def deeds_on(scenario: Scenario, target: str, offered: Iterable[str], seed: int) -> tuple[str, ...]:
    """Of the ``offered`` deeds those on ``target``, in an order that does not tell the right ones."""
    here = [name for name in offered if scenario.deeds[name].target == target]
    return tuple(sorted(here, key=lambda name: hashlib.sha256(f"{scenario.id}|{seed}|{name}".encode()).digest()))


def option_order(decision: Decision, name: str, key: object) -> list[str]:
    """The letters of a decision's options, shuffled, the same way each time for one ``key`` (of a session):
    their order in the file gives nothing away."""
    return sorted(decision.options, key=lambda option: hashlib.sha256(f"{key}|{name}|{option}".encode()).digest())
