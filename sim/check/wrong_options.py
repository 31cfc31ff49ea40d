"""Proof: every wrong option has the consequence that the scenario states.

Each is chosen by a trainee who is perfect but for it. One that starts the accident at once must do
so; any other must be told what follows from it, be counted as wrong and cost points. A decision that
the perfect trainee never meets, since it belongs to the accident, is met by one who flags nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.model import Scenario
from sim.check.met import Met, any_wrong, first_met
from sim.check.proof import CheckContext, CheckResult, Finding
from sim.play import play
from sim.trainees import Perfect, scripted

CHECK = "wrong_options"


def wrong_options(context: CheckContext) -> CheckResult:
    scenario = context.scenario
    best = context.verdict(*play(scenario, scripted("perfect", scenario))).total
    findings: list[Finding] = []
    played = 0
    for decision, written in scenario.decisions.items():
        for letter, option in written.options.items():
            if not option.right:
                findings += _consequence_is_missing(context, decision, letter, best)
                played += 1
    return context.result(CHECK, findings, options=played)


def _consequence_is_missing(context: CheckContext, decision: str, letter: str, best: float) -> Iterator[Finding]:
    where = ("decisions", decision, "options", letter)
    scenario = context.scenario
    option = scenario.decisions[decision].options[letter]
    met = _met(scenario, decision, letter)
    if met is None:
        yield context.finding(("decisions", decision), f"{CHECK}.never_asked", decision=decision)
        return
    accident = next((it for it in met.session.happenings if it.kind == "accident"), None)
    if f"{decision}.{letter}" in scenario.accident.at_once:
        if accident is None or accident.scene_time != met.moment.scene_time:
            yield context.finding(where, f"{CHECK}.no_accident", option=option.text)
    elif accident is not None and accident.detail == f"{decision}.{letter}":
        yield context.finding(where, f"{CHECK}.sudden_accident", option=option.text)
    if not met.is_told(scenario, option.then):
        yield context.finding((*where, "then"), f"{CHECK}.not_told", option=option.text)
    if context.verdict(met.session, met.events).total >= best:
        yield context.finding(where, f"{CHECK}.costs_nothing", option=option.text)


def _met(scenario: Scenario, decision: str, letter: str) -> Met | None:
    """A session in which the option was chosen: by who flags everything, or by who flags and decides
    nothing else."""
    wrongly = {decision: letter}
    trainees = (
        Perfect(scenario, wrongly),
        Perfect(scenario, wrongly, flag=False),
        Perfect(scenario, any_wrong(scenario) | wrongly, flag=False),
    )
    return first_met(scenario, trainees, ("answered",), decision, letter)
