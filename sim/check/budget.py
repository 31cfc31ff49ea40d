"""Proof: whatever the trainee looks at fits what a headset draws in time (300,000 triangles, 100 Geoms an eye)."""

from __future__ import annotations

from sim.check.proof import CheckContext, CheckResult
from sim.render.cost import MOST_GEOMS, MOST_TRIANGLES, ViewCosts

CHECK = "budget"


def budget(context: CheckContext) -> CheckResult:
    """Looks all round from every standpoint."""
    cost = ViewCosts(context.world).highest()
    findings = []
    if cost.triangles > MOST_TRIANGLES:
        findings.append(context.finding(("place",), f"{CHECK}.triangles", found=cost.triangles, most=MOST_TRIANGLES))
    if cost.geoms > MOST_GEOMS:
        findings.append(context.finding(("props",), f"{CHECK}.geoms", found=cost.geoms, most=MOST_GEOMS))
    return context.result(CHECK, findings, triangles=cost.triangles, geoms=cost.geoms)
