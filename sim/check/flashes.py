"""Proof: nowhere more than three flashes within a second, which may set off a seizure."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.model import Actions, TimedActions
from sim.check.proof import CheckContext, CheckResult, Where

CHECK = "flashes"
MOST = 3
FLASHING = ("flash", "arc", "blast")


def flashes(context: CheckContext) -> CheckResult:
    """Looks at the two endings; what the storyboard, options, deeds and exercises do is one moment each."""
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
        yield ("storyboard", number), _at_once(step.do)
    for name, decision in scenario.decisions.items():
        for letter, option in decision.options.items():
            yield ("decisions", name, "options", letter), _at_once(option.do)
    for name, deed in scenario.deeds.items():
        yield ("deeds", name), _at_once(deed.do)
    for name, exercise in scenario.exercises.items():
        yield ("exercises", name, "good"), _at_once(exercise.good.do)
        yield ("exercises", name, "poor"), _at_once(exercise.poor.do)


def _of_ending(steps: list[TimedActions]) -> list[float]:
    return [moment for timed in steps for moment in _at_once(timed.do, timed.after)]


def _at_once(actions: Actions, moment: float = 0.0) -> list[float]:
    """``moment`` for each flash among some actions."""
    return [moment for action in actions if action.effect is not None and action.effect.name in FLASHING]
