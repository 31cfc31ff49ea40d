"""A scenario made ready to be played while the headset goes on showing something else.

What is not in the cache yet is built by another process. Then a thread reads the cache and puts everything
together that needs no graphics; what only the thread of the graphics can do is done a little with each frame.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from common.text import Lang
from scenarios import LoadedScenario, load
from scenarios.model import Scenario
from sim.audio.library import build_sounds
from sim.audio.script import sounds_of
from sim.display.session_sound import SessionSound
from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.render.stage import Stage
from sim.render.tiers import Tier
from sim.render.warming import Warming
from sim.session import Session
from sim.state import EffectState, SceneState
from sim.world.bake import baked_light
from sim.world.changes import actions_of
from sim.world.compose import World, compose
from sim.world.library import CachedLibrary, Library
from sim.world.picking import Picker

CACHE_SHARE, THREAD_SHARE = 0.3, 0.3
"""About how much of the whole time what is built and what is put together takes."""
GLIMPSE = 0.1
"""Seconds after which every effect shows something."""
YIELD_SECONDS = 0.0005
"""The thread hands over to the one that draws this often, ten times as often as Python does by itself."""


@dataclass(frozen=True)
class Scene:
    """Everything that playing a scenario needs; ``close`` gives it back."""

    loaded: LoadedScenario
    world: World
    stage: Stage
    picker: Picker
    sound: SessionSound

    def close(self) -> None:
        self.sound.close()
        self.stage.close()


def fill_cache(path: Path) -> None:
    """Build whatever a scenario needs and the cache does not have yet."""
    scenario = load(path).scenario
    world = compose(scenario, CachedLibrary())
    baked_light(world)
    _touch_everything(world)
    build_sounds(sounds_of(scenario))


def _touch_everything(world: World) -> None:
    """Have every shape and picture of a world made."""
    _ = world.static_model, world.signs
    for name in world.changing:
        if world.is_person(name):
            world.person(name)
        else:
            for state in world.states(name):
                world.model(name, state)


class Loading:
    """One scenario on its way. Call ``step`` before every frame, until it gives the scene."""

    def __init__(
        self,
        graphics: Graphics,
        loaded: LoadedScenario,
        *,
        library: Library,
        tier: Tier,
        lang: Lang,
        builder: Executor | None = None,
    ) -> None:
        """``builder`` fills the cache in another process; without one the thread does it, in fits and starts."""
        self.share = 0.0
        self.loaded = loaded
        self._graphics, self._library, self._tier, self._lang = graphics, library, tier, lang
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="loading")
        self._building: Future[None] | None = None
        if builder is not None:
            with suppress(BrokenExecutor):  # the thread builds it then
                self._building = builder.submit(fill_cache, loaded.path)
        self._scene: Future[Scene] | None = None
        self._warming: Warming | None = None

    @property
    def building(self) -> bool:
        """Whether something is built that the cache does not have yet."""
        return self._building is not None

    def step(self) -> Scene | None:
        """Do a little; the scene once it is there.

        Raises:
            QiancheError: the scenario or the machine is not as it must be.
        """
        if self._building is not None:
            if self._building.done():
                with suppress(BrokenExecutor):
                    self._building.result()
                self._building = None
            return None
        if self._scene is None:
            self.share = CACHE_SHARE
            self._scene = self._thread.submit(self._put_together)
        if not self._scene.done():
            return None
        scene = self._scene.result()
        if self._warming is None:
            scene.stage.open()
            state = rehearsed(scene.loaded.scenario)
            self._warming = Warming(scene.stage, state, View(state.trainee.eye, state.trainee.heading))
        before = CACHE_SHARE + THREAD_SHARE
        self.share = before + (1 - before) * self._warming.step()
        if self._warming.share < 1.0:
            return None
        self._thread.shutdown(wait=False)
        return scene

    def _put_together(self) -> Scene:
        with _handing_over():
            world = compose(self.loaded.scenario, self._library)
            light = baked_light(world)
            _touch_everything(world)
            stage = Stage(self._graphics, world, light, self._tier, opened=False)
            picker = Picker(world)
            picker.prepare(Session(self.loaded.scenario).state())
            return Scene(self.loaded, world, stage, picker, SessionSound(self.loaded, self._lang))

    def close(self) -> None:
        """Give up what is half done. A thread that is at work comes to its end by itself."""
        if self._building is not None:
            self._building.cancel()
        self._thread.shutdown(wait=False)
        if self._warming is not None:
            self._warming.close()
        if self._scene is not None:
            self._scene.add_done_callback(_close)


def _close(done: Future[Scene]) -> None:
    if done.exception() is None:
        done.result().close()


def rehearsed(scenario: Scenario) -> SceneState:
    """The first moment of a scenario with everything in it that may come later: effects, and marks of what is found."""
    names = dict.fromkeys(action.effect.name for action in actions_of(scenario) if action.effect is not None)
    state = Session(scenario).state()
    effects = tuple(EffectState(name, state.trainee.eye, (), GLIMPSE, 1.0, 0) for name in names)
    return replace(state, effects=effects, flagged=tuple(scenario.hazards))


@contextmanager
def _handing_over() -> Iterator[None]:
    """While a thread works that must not keep others waiting."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(YIELD_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
