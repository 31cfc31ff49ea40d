"""A picture over the prepared faces of a standpoint, beside the same moment drawn as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from math import sin

import scenarios
from benchmarks.figures import Effort, Figure, Spread, Tell, peer, timed
from scenarios.model import Scenario
from sim.display.scenery import Scenery
from sim.log.events import Look
from sim.render.graphics import Graphics
from sim.render.picture import WholePicture
from sim.render.stage import Stage
from sim.session import Session
from sim.state import SceneState
from sim.world.bake import baked_light
from sim.world.compose import compose

SIZE = (960, 540)
STEP_S = 0.5
SWEEP = 40.0
"""Degrees to either side of where the trainee looks first."""


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Milliseconds for one picture that is ready in memory, its JPEG aside."""
    graphics = Graphics()
    renderer = graphics.gsg.getDriverRenderer()
    try:
        for done, scenario in enumerate(effort.scenarios):
            tell(done / len(effort.scenarios), scenario)
            live, whole = _drawn(graphics, scenarios.load(scenario).scenario, effort.repeats)
            yield Figure("frame.live", scenario, "ms", Spread(tuple(live)), peer("whole_picture", whole), renderer)
    finally:
        graphics.close()


def _drawn(graphics: Graphics, scenario: Scenario, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each of ``count`` moments, drawn both ways in turns, neither smoothed."""
    world = compose(scenario)
    scenery = Scenery(graphics, world, SIZE)
    for _ in scenery.prepare():
        pass
    stage = Stage(graphics, world, baked_light(world))
    picture = WholePicture(stage, SIZE, samples=0)
    live, whole = [], []
    for state in _moments(scenario, count + 1):
        scenery.stand_at(state.trainee.standpoint, state.trainee.heading)
        while scenery.refine(world.things(state)):
            pass
        live.append(timed(lambda state=state: scenery.picture(state), "ms"))
        whole.append(timed(lambda state=state: picture.draw(state, scenery.view(state)), "ms"))
    picture.remove()
    stage.close()
    scenery.close()
    return live[1:], whole[1:]  # the first of each compiles shaders


def _moments(scenario: Scenario, count: int) -> Iterator[SceneState]:
    """The scene from its start on, with somebody who looks about."""
    session, first = Session(scenario), scenario.standpoints[0].heading
    for number in range(count):
        session.apply(Look(t=STEP_S * (number + 1), h=(first + SWEEP * sin(number) + 180) % 360 - 180, p=-4.0))
        yield session.state()
