"""Proof: to who does nothing the accident happens, at the time the scenario says."""

from __future__ import annotations

from sim.check.proof import CheckContext, CheckResult
from sim.play import play
from sim.trainees import scripted

CHECK = "absent_trainee"


def absent_trainee(context: CheckContext) -> CheckResult:
    scenario = context.scenario
    session, events = play(scenario, scripted("absent", scenario))
    verdict = context.verdict(session, events)
    said = scenario.accident.at
    accident = next((it for it in session.happenings if it.kind == "accident"), None)
    findings = []
    if accident is None:
        findings.append(context.finding(("accident", "unless"), f"{CHECK}.averted"))
    elif accident.scene_time != said:
        findings.append(
            context.finding(("accident", "at"), f"{CHECK}.other_time", said=said, found=accident.scene_time)
        )
    if verdict.passed:
        findings.append(context.finding(("accident",), f"{CHECK}.passed", score=verdict.total))
    at = accident.scene_time if accident else -1.0
    return context.result(CHECK, findings, accident_at=at, score=verdict.total, seconds=session.time)
