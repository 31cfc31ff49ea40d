"""Proof: every deed can be done, and a wrong one has its consequence.

A right deed is done by the perfect trainee; one that the accident offers, by one who lets that happen. A wrong
one is done by a trainee who is perfect but for it: what follows from it is told, or the accident is.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.model import Scenario
from sim.check.met import Met, any_wrong, first_met
from sim.check.proof import CheckContext, CheckResult, Finding
from sim.session import Following
from sim.trainees import Perfect

CHECK = "deeds"


def deeds(context: CheckContext) -> CheckResult:
    findings: list[Finding] = []
    for name, deed in context.scenario.deeds.items():
        met = deed_met(context.scenario, name)
        if met is None:
            findings.append(context.finding(("deeds", name), f"{CHECK}.never_done", deed=deed.text))
        elif not deed.right:
            findings += _consequence_is_missing(context, name, met)
    return context.result(CHECK, findings, deeds=len(context.scenario.deeds))


def deed_met(scenario: Scenario, name: str) -> Met | None:
    """A session in which the deed was done: by the perfect trainee when it is right; by one tempted by it when it
    is not. Who is tempted, or does a deed that only the accident offers, may also flag nothing or decide wrongly."""
    right = scenario.deeds[name].right
    tempted_by = None if right else name
    trainees = [Perfect(scenario, tempted_by=tempted_by)]
    if not right or name in Following(scenario).deeds["accident"]:
        wrongly = any_wrong(scenario)
        trainees += [
            Perfect(scenario, tempted_by=tempted_by, flag=False),
            Perfect(scenario, wrongly, tempted_by=tempted_by),
            Perfect(scenario, wrongly, tempted_by=tempted_by, flag=False),
        ]
    return first_met(scenario, trainees, ("did",), name)


def _consequence_is_missing(context: CheckContext, name: str, met: Met) -> Iterator[Finding]:
    deed = context.scenario.deeds[name]
    if deed.then is not None and not met.is_told(context.scenario, deed.then):
        yield context.finding(("deeds", name, "then"), f"{CHECK}.not_told", deed=deed.text)
    if any(action.accident for action in deed.do):
        brought = any(it.kind == "accident" and it.detail == name for it in met.session.happenings)
        if not brought:
            yield context.finding(("deeds", name, "do"), f"{CHECK}.no_accident", deed=deed.text)
