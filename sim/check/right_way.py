"""Proof: after the accident the right way can be gone to its end."""

from __future__ import annotations

from sim.check.proof import CheckContext, CheckResult
from sim.play import play
from sim.trainees import Perfect

CHECK = "right_way"


def right_way(context: CheckContext) -> CheckResult:
    scenario = context.scenario
    session, _ = play(scenario, Perfect(scenario, flag=False, decide=False, act=False))
    steps = [it for it in session.happenings if it.kind == "redo_step"]
    finished = any(it.kind == "redo_finished" for it in session.happenings)
    findings = [] if finished else [context.finding(("debrief", "right_way"), f"{CHECK}.not_finished", done=len(steps))]
    return context.result(CHECK, findings, steps=len(steps), seconds=session.time)
