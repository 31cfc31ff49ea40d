"""Proof: who points and answers at random never passes."""

from __future__ import annotations

from sim.check.proof import CheckContext, CheckResult
from sim.play import play
from sim.trainees import scripted

CHECK = "random_trainee"
SEEDS = range(20)


def random_trainee(context: CheckContext) -> CheckResult:
    scenario = context.scenario
    findings = []
    highest = 0.0
    for seed in SEEDS:
        verdict = context.verdict(*play(scenario, scripted("random", scenario, seed), seed))
        highest = max(highest, verdict.total)
        if verdict.passed:
            findings.append(context.finding(("hazards",), f"{CHECK}.passed", seed=seed, score=verdict.total))
    return context.result(CHECK, findings, sessions=len(SEEDS), highest_score=highest)
