"""Proof: nowhere more than three flashes within a second, which may set off a seizure."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.model import TimedActions
from sim.check.proof import CheckContext, CheckResult, Where

CHECK = "flashes"
MOST = 3
FLASHING = ("flash", "arc", "blast")


def flashes(context: CheckContext) -> CheckResult:
    """Looks at the two endings; what the storyboard and options do is one moment each."""
    findings = []
    most = 0
    for where, moments in _moments(context):
        crowded = max((sum(start <= other < start + 1 for other in moments) for start in moments), default=0)
        most = max(most, crowded)
        if crowded > MOST:
            findings.append(context.finding(where, f"{CHECK}.too_many", count=crowded, most=MOST))
    return context.result(CHECK, findings, most_in_a_second=most)


def _moments(context: CheckContext) -> Iterator[tuple[Where, list[float]]]:
    """The moments of all flashes that may fall together, and where they are written."""
    scenario = context.scenario
    yield ("accident", "steps"), _of_ending(scenario.accident.steps)
    yield ("averted", "steps"), _of_ending(scenario.averted.steps)
    for number, step in enumerate(scenario.storyboard):
        yield ("storyboard", number), _of_ending([TimedActions(after=0, do=step.do)])
    for name, decision in scenario.decisions.items():
        for letter, option in decision.options.items():
            if option.do:
                yield ("decisions", name, "options", letter), _of_ending([TimedActions(after=0, do=option.do)])


def _of_ending(steps: list[TimedActions]) -> list[float]:
    return [
        timed.after
        for timed in steps
        for action in timed.do
        if action.effect is not None and action.effect.name in FLASHING
    ]
