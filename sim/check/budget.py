"""Proof: the scene fits what a headset draws in time (300,000 triangles, 100 Geoms an eye)."""

from __future__ import annotations

from sim.check.proof import CheckContext, CheckResult
from sim.world.compose import World, compose

CHECK = "budget"
MOST_TRIANGLES = 300_000
MOST_GEOMS = 100


def budget(context: CheckContext) -> CheckResult:
    world = compose(context.scenario)
    triangles, geoms = _drawn(world)
    findings = []
    if triangles > MOST_TRIANGLES:
        findings.append(context.finding(("place",), f"{CHECK}.triangles", found=triangles, most=MOST_TRIANGLES))
    if geoms > MOST_GEOMS:
        findings.append(context.finding(("props",), f"{CHECK}.geoms", found=geoms, most=MOST_GEOMS))
    return context.result(CHECK, findings, triangles=triangles, geoms=geoms)


def _drawn(world: World) -> tuple[int, int]:
    """Triangles and Geoms with everything in view: the static batch by pass, the ground, the movers."""
    static = world.static_model
    triangles = static.triangles + world.place.ground.mesh.triangles
    geoms = len(static.meshes) + 2  # the ground and the sky
    for name in sorted(world.changing):
        if world.is_person(name):
            triangles, geoms = triangles + len(world.person(name).faces), geoms + 1
        else:
            models = [world.model(name, state) for state in world.states(name)]
            triangles += max(model.triangles for model in models)
            geoms += max(len(model.meshes) for model in models)
    return triangles, geoms
