"""Whether a thing can be seen, large enough, and pointed at from some standpoint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from sim.check.proof import CheckContext, Finding, Where
from sim.state import SceneState
from sim.world.compose import World
from sim.world.picking import Picker
from sim.world.sight import LEAST_PIXELS, visible_from

WHOLE_PICTURE = 960 * 540


@dataclass(frozen=True)
class BestView:
    """The most pixels of a thing seen from a standpoint, and whether it can be pointed at from one that sees enough."""

    pixels: float
    pointed: bool


def best_view(world: World, picker: Picker, states: Iterable[SceneState], target: str) -> BestView:
    """The best view of ``target`` at some of the ``states``; the first good one that can be pointed at does."""
    seen = 0.0
    for state in states:
        for sight in visible_from(world, state, target, picker):
            seen = max(seen, sight.pixels)
            if sight.enough and _can_be_pointed_at(world, picker, state, sight.standpoint, target):
                return BestView(min(sight.pixels, WHOLE_PICTURE), True)
    return BestView(min(seen, WHOLE_PICTURE), False)


def _can_be_pointed_at(world: World, picker: Picker, state: SceneState, standpoint: int, target: str) -> bool:
    """Whether a finger put on some part of the thing meets it and nothing before it."""
    eye, state = world.eye(standpoint), world.seen_from(state, standpoint)
    for point in picker.sample_points(state, target):
        away = np.asarray(point) - eye
        pick = picker.pick(state, eye, tuple(away / np.linalg.norm(away)))
        if pick is not None and pick.name == target:
            return True
    return False


def shortcoming(context: CheckContext, view: BestView, target: str, where: Where) -> Iterator[Finding]:
    """What is wrong with a view, at a place of the file; nothing when it can be pointed at."""
    if not view.pointed:
        key = "too_small" if view.pixels < LEAST_PIXELS else "not_pointed_at"
        yield context.finding(where, f"in_sight.{key}", target=target, pixels=round(view.pixels), least=LEAST_PIXELS)
