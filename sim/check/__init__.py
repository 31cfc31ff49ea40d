"""The proofs of a scenario: it is played and looked at, and what follows is compared with what it says.

``CHECKS`` need no world and take moments; ``CHECKS_IN_THE_WORLD`` build its place and props."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sim.check.absent_trainee import absent_trainee
from sim.check.budget import budget
from sim.check.deeds import deeds
from sim.check.deeds_in_sight import deeds_in_sight
from sim.check.exercises import exercises
from sim.check.flashes import flashes
from sim.check.in_sight import in_sight
from sim.check.perfect_trainee import perfect_trainee
from sim.check.proof import Check, CheckContext, CheckResult, Finding
from sim.check.random_trainee import random_trainee
from sim.check.right_way import right_way
from sim.check.text_lengths import text_lengths
from sim.check.wrong_options import wrong_options

CHECKS: list[Check] = [
    perfect_trainee,
    absent_trainee,
    wrong_options,
    deeds,
    exercises,
    random_trainee,
    right_way,
    flashes,
    text_lengths,
]

CHECKS_IN_THE_WORLD: list[Check] = [in_sight, deeds_in_sight, budget]


def prove(context: CheckContext, checks: Iterable[Check] = (*CHECKS, *CHECKS_IN_THE_WORLD)) -> Iterator[CheckResult]:
    """Run the checks one after the other; each result comes as soon as it is there."""
    for check in checks:
        yield check(context)


__all__ = ["CHECKS", "CHECKS_IN_THE_WORLD", "Check", "CheckContext", "CheckResult", "Finding", "prove"]
