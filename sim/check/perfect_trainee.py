"""Proof: the perfect trainee finds everything, averts the accident and scores at least 95."""

from __future__ import annotations

from sim.check.proof import CheckContext, CheckResult
from sim.play import play
from sim.trainees import scripted

CHECK = "perfect_trainee"
AT_LEAST = 95.0


def perfect_trainee(context: CheckContext) -> CheckResult:
    scenario = context.scenario
    session, events = play(scenario, scripted("perfect", scenario))
    verdict = context.verdict(session, events)
    findings = [
        context.finding(("hazards", name, "window"), f"{CHECK}.not_found", hazard=hazard.label)
        for name, hazard in scenario.hazards.items()
        if name not in session.found
    ]
    if verdict.outcome != "averted":
        findings.append(context.finding(("accident", "unless"), f"{CHECK}.accident"))
    if verdict.total < AT_LEAST:
        findings.append(context.finding(("hazards",), f"{CHECK}.too_low", score=verdict.total, needed=AT_LEAST))
    return context.result(CHECK, findings, score=verdict.total, seconds=session.time)
