"""Proof: every hazard and every lure can be seen, large enough, and pointed at from a standpoint."""

from __future__ import annotations

from scenarios.model import Scenario
from sim.check.proof import CheckContext, CheckResult, Finding
from sim.check.view import best_view, shortcoming
from sim.display.moments import at_scene_time, in_window

CHECK = "in_sight"
LURE_MOMENTS = 9
"""A lure has no window; so many moments spread over the scene are tried, and the knots of its path."""


def in_sight(context: CheckContext) -> CheckResult:
    scenario, world, picker = context.scenario, context.world, context.picker
    findings: list[Finding] = []
    figures: dict[str, float] = {}
    for name, hazard in scenario.hazards.items():
        view = best_view(world, picker, in_window(scenario, name), hazard.target)
        findings += shortcoming(context, view, hazard.target, ("hazards", name, "target"))
        figures[f"pixels of {name}"] = round(view.pixels)
    for index, lure in enumerate(scenario.lures):
        states = [at_scene_time(scenario, moment) for moment in _lure_moments(scenario, lure.target)]
        view = best_view(world, picker, states, lure.target)
        findings += shortcoming(context, view, lure.target, ("lures", index, "target"))
    return context.result(CHECK, findings, **figures)


def _lure_moments(scenario: Scenario, target: str) -> list[float]:
    spread = [scenario.accident.at * (index + 0.5) / LURE_MOMENTS for index in range(LURE_MOMENTS)]
    if target in scenario.actors:
        times = [point.t for point in scenario.actors[target].path]
        spread += [(a + b) / 2 for a, b in zip(times, times[1:], strict=False)]
    return [moment for moment in spread if moment < scenario.accident.at]
