"""Proof: every exercise comes about, can be done well, and is answered when it is not.

The perfect trainee keeps its rhythm; one who makes no beats does not. An exercise that belongs to the accident
is met by who flags nothing and decides wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.model import Scenario
from sim.check.met import Met, any_wrong, first_met
from sim.check.proof import CheckContext, CheckResult, Finding
from sim.session import HappeningKind
from sim.trainees import Perfect

CHECK = "exercises"


def exercises(context: CheckContext) -> CheckResult:
    findings = [found for name in context.scenario.exercises for found in _not_as_stated(context, name)]
    return context.result(CHECK, findings, exercises=len(context.scenario.exercises))


def _not_as_stated(context: CheckContext, name: str) -> Iterator[Finding]:
    exercise, where = context.scenario.exercises[name], ("exercises", name)
    if _met(context.scenario, name, "exercise", beats=True) is None:
        yield context.finding(where, f"{CHECK}.never_begun", ask=exercise.ask)
        return
    for kind, key, outcome in (("kept", "good", exercise.good), ("not_kept", "poor", exercise.poor)):
        met = _met(context.scenario, name, kind, beats=kind == "kept")
        if met is None:
            yield context.finding((*where, key), f"{CHECK}.{kind}_out_of_reach", ask=exercise.ask)
        elif not met.is_told(context.scenario, outcome.then):
            yield context.finding((*where, key, "then"), f"{CHECK}.not_told", ask=exercise.ask)


def _met(scenario: Scenario, name: str, kind: HappeningKind, *, beats: bool) -> Met | None:
    trainees = (
        Perfect(scenario, beats=beats),
        Perfect(scenario, flag=False, beats=beats),
        Perfect(scenario, any_wrong(scenario), flag=False, beats=beats),
        Perfect(scenario, flag=False, decide=False, act=False, beats=beats),
    )
    return first_met(scenario, trainees, (kind,), name)
