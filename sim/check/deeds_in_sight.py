"""Proof: what a deed is done to can be seen, large enough, and pointed at when it is offered."""

from __future__ import annotations

from sim.check.deeds import deed_met
from sim.check.proof import CheckContext, CheckResult, Finding
from sim.check.view import best_view, shortcoming

CHECK = "deeds_in_sight"


def deeds_in_sight(context: CheckContext) -> CheckResult:
    """Looks at the moment at which a scripted trainee does it; one that nobody comes to do is told of elsewhere."""
    scenario, world, picker = context.scenario, context.world, context.picker
    findings: list[Finding] = []
    figures: dict[str, float] = {}
    for name, deed in scenario.deeds.items():
        met = deed_met(scenario, name)
        if met is not None:
            view = best_view(world, picker, [met.before(scenario)], deed.target)
            findings += shortcoming(context, view, deed.target, ("deeds", name, "target"))
            figures[f"pixels of {name}"] = round(view.pixels)
    return context.result(CHECK, findings, **figures)
