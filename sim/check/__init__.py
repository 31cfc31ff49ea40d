"""The proofs of a scenario that need no pictures: it is played, and what follows is compared with what
the scenario says. ``CHECKS`` is the list; a proof that needs the world (is every hazard seen?) is
another callable of the same shape, added by whoever has a world."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sim.check.absent_trainee import absent_trainee
from sim.check.flashes import flashes
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
    random_trainee,
    right_way,
    flashes,
    text_lengths,
]


def prove(context: CheckContext, checks: Iterable[Check] = CHECKS) -> Iterator[CheckResult]:
    """Run the checks one after the other; each result comes as soon as it is there."""
    for check in checks:
        yield check(context)


__all__ = ["CHECKS", "Check", "CheckContext", "CheckResult", "Finding", "prove"]
