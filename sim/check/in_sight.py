"""Proof: every hazard and every lure can be seen, large enough, and pointed at from a standpoint."""

from __future__ import annotations

import numpy as np

from scenarios.model import Scenario
from sim.check.proof import CheckContext, CheckResult, Finding, Where
from sim.display.moments import at_scene_time, in_window
from sim.state import SceneState
from sim.world.compose import World
from sim.world.picking import Picker
from sim.world.sight import LEAST_PIXELS, visible_from

CHECK = "in_sight"
WHOLE_PICTURE = 960 * 540
LURE_MOMENTS = 9
"""A lure has no window; so many moments spread over the scene are tried, and the knots of its path."""


def in_sight(context: CheckContext) -> CheckResult:
    scenario, world = context.scenario, context.world
    picker = Picker(world)
    findings: list[Finding] = []
    figures: dict[str, float] = {}
    for name, hazard in scenario.hazards.items():
        where = ("hazards", name, "target")
        pixels = _best_view(context, world, picker, in_window(scenario, name), hazard.target, where, findings)
        figures[f"pixels of {name}"] = round(min(pixels, WHOLE_PICTURE))
    for index, lure in enumerate(scenario.lures):
        states = [at_scene_time(scenario, moment) for moment in _lure_moments(scenario, lure.target)]
        _best_view(context, world, picker, states, lure.target, ("lures", index, "target"), findings)
    return context.result(CHECK, findings, **figures)


def _best_view(
    context: CheckContext,
    world: World,
    picker: Picker,
    states: list[SceneState],
    target: str,
    where: Where,
    findings: list[Finding],
) -> float:
    """The most pixels of ``target`` seen from where it can be pointed at; told when they are too few."""
    seen = 0.0
    for state in states:
        for sight in visible_from(world, state, target, picker):
            seen = max(seen, sight.pixels)
            if sight.enough and _can_be_pointed_at(world, picker, state, sight.standpoint, target):
                return sight.pixels
    key = "too_small" if seen < LEAST_PIXELS else "not_pointed_at"
    findings.append(context.finding(where, f"{CHECK}.{key}", target=target, pixels=round(seen), least=LEAST_PIXELS))
    return seen


def _can_be_pointed_at(world: World, picker: Picker, state: SceneState, standpoint: int, target: str) -> bool:
    """Whether a finger put on some part of the thing meets it and nothing before it."""
    eye, state = world.eye(standpoint), world.seen_from(state, standpoint)
    for point in picker.sample_points(state, target):
        away = np.asarray(point) - eye
        pick = picker.pick(state, eye, tuple(away / np.linalg.norm(away)))
        if pick is not None and pick.name == target:
            return True
    return False


def _lure_moments(scenario: Scenario, target: str) -> list[float]:
    spread = [scenario.accident.at * (index + 0.5) / LURE_MOMENTS for index in range(LURE_MOMENTS)]
    if target in scenario.actors:
        times = [point.t for point in scenario.actors[target].path]
        spread += [(a + b) / 2 for a, b in zip(times, times[1:], strict=False)]
    return [moment for moment in spread if moment < scenario.accident.at]
