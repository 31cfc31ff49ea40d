"""Two hundred failures befall a headset in one visit: the program goes on, the session too, and each is a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path

import pytest

from common.clock import ManualClock
from common.text import Lang
from scenarios import LoadedScenario
from scenarios.loader import scenario_hash
from scoring import score
from sim.display.headset.desk.headset_desk import HeadsetDesk
from sim.display.headset.desk.rig import Rig
from sim.display.headset.frame_loop import Moment
from sim.display.headset.player import HeadsetPlayer
from sim.display.headset.shown import Shown
from sim.log import recover
from sim.play import header_of
from sim.play_live import LiveSession
from sim.render.graphics import Graphics
from sim.state import SceneState
from sim.trainees import scripted
from sim.world.picking import Picker
from sim.xr.tracked import Pose, Tracked
from tests.sim.small_world import SmallLibrary, small_scenario
from tests.xr.mock_runtime import MockRuntime
from tests.xr.scripted_hands import ScriptedHands
from tests.xr.troubles import COUNT, MOMENTS, Trouble, When, troubles

PATIENCE = 400
"""Frames; after so many everything must be well again."""
LONG = 3600.0
"""Seconds that the scene lasts, so that there is time for all of it."""


class NothingToBuild(Executor):
    """The small world's things are made when they are asked for."""

    def submit(self, *_: object) -> Future:
        done: Future[None] = Future()
        done.set_result(None)
        return done


class Player(HeadsetPlayer):
    """Keeps what it showed last."""

    moment: Moment | None = None

    def frame(self, tracked: Tracked) -> Moment:
        self.moment = super().frame(tracked)
        return self.moment


class Sufferer:
    """Somebody whose headset fails and fails; a ``Visit`` for scripted hands."""

    lang: Lang = "zh"

    def __init__(self, player: Player, runtime: MockRuntime, clock: ManualClock) -> None:
        self.player, self._runtime, self._clock = player, runtime, clock
        self.told: list[str] = []
        """Sentences, in Chinese and English by turns."""
        self.live: LiveSession
        self._longest = 0.0

    @property
    def picker(self) -> Picker:
        return self.player._visit._scene.picker

    @property
    def shown(self) -> Shown:
        return self.player.moment.shown

    @property
    def rig(self) -> Rig:
        return self.player.moment.rig

    @property
    def in_scene(self) -> bool:
        desk = self._desk
        return desk is not None and desk.in_scene

    @property
    def _desk(self) -> HeadsetDesk | None:
        visit = self.player._visit
        return visit.desk if visit is not None else None

    def state(self) -> SceneState:
        return self.player.moment.state

    def step(self) -> None:
        """One frame, or one rest. The session never goes back."""
        self.player.step()
        self._clock.wind(0.02)
        for message in self.player.messages():
            assert message["type"] != "failed", message
            if message["type"] == "trouble":
                self.told += [message["error"].message(lang) for lang in ("zh", "en")]
        if self._desk is not None:
            self.live = self._desk._live
            assert self.live.session.time >= self._longest
            self._longest = self.live.session.time

    def until(self, done: Callable[[], bool], most: int = PATIENCE) -> None:
        for _ in range(most):
            if done():
                return
            self.step()
        raise AssertionError(f"not within {most} frames; {self.player.status}")

    @property
    def well(self) -> bool:
        status = self.player.status
        return status.trouble is None and self._runtime.state == "focused" and not self._runtime.failures_waiting

    def suffer(self, trouble: Trouble) -> None:
        """It happens, and everything gets well again by itself."""
        count = len(self.told)
        self._runtime.set(views_valid=1)  # pictures are drawn and handed over
        trouble.happen(self._runtime)
        try:
            for _ in range(3):
                self.step()
            self.until(lambda: self.well)
        except Exception as error:
            raise AssertionError(f"{trouble}: {error!r}") from error
        self._runtime.set(views_valid=0)
        assert len(self.told) > count, f"nothing was told of it: {trouble}"

    def get_on(self, hands: ScriptedHands) -> None:
        """Into the scene, and out of a pause."""

        def one() -> bool:
            hands.before_frame()
            return self.in_scene and not self.state().paused

        self.until(one)

    def play_to_the_end(self, hands: ScriptedHands) -> None:
        def one() -> bool:
            hands.before_frame()
            return self.player.status.doing == "waiting"

        self.until(one, 3000)


@pytest.fixture
def sufferer(runtime: MockRuntime, graphics: Graphics) -> Iterator[Sufferer]:
    runtime.set(width=32, height=32, views_valid=0)
    runtime.device("right", "touch")
    runtime.hand("right", Pose((0.2, 0.3, 1.2)))
    clock = ManualClock()
    player = Player(
        graphics, library=SmallLibrary(), builder=NothingToBuild(), clock=clock, rest=lambda _: clock.wind(1.0)
    )
    yield Sufferer(player, runtime, clock)
    player.close()


def long_scenario() -> LoadedScenario:
    written = small_scenario().model_dump(mode="json")
    written["accident"]["at"] = written["hazards"]["sign-broken"]["window"][1] = LONG
    scenario = small_scenario(accident=written["accident"], hazards=written["hazards"])
    return LoadedScenario(scenario, Path("small.yaml"), scenario_hash(scenario), None)


def test_two_hundred_failures(sufferer: Sufferer, runtime: MockRuntime, tmp_path: Path) -> None:
    log, loaded = tmp_path / "log.jsonl", long_scenario()
    by_moment: dict[When, list[Trouble]] = {when: [] for when in MOMENTS}
    for trouble in troubles():
        by_moment[trouble.when].append(trouble)
    assert sum(map(len, by_moment.values())) == COUNT

    sufferer.until(lambda: sufferer.well)
    alive = runtime.alive
    for trouble in by_moment["waiting"]:
        sufferer.suffer(trouble)

    header = header_of(loaded, station="mock", lang="zh", seed=7, kind="ray")
    sufferer.player.begin(loaded, header, log)
    sufferer.until(lambda: sufferer.player.status.doing == "playing", 100_000)  # a thread loads meanwhile
    for trouble in by_moment["before"]:
        sufferer.suffer(trouble)

    hands = ScriptedHands(runtime, sufferer, scripted("perfect", loaded.scenario))
    for trouble in by_moment["playing"]:
        sufferer.get_on(hands)
        sufferer.suffer(trouble)
    sufferer.get_on(hands)
    sufferer.live.pause()
    for trouble in by_moment["paused"]:
        sufferer.suffer(trouble)
        assert sufferer.state().paused

    assert recover(log).end is None, "the log is being written still"
    sufferer.get_on(hands)
    sufferer.play_to_the_end(hands)
    verdict = score(recover(log), loaded.scenario)
    assert (verdict.outcome, verdict.total) == ("averted", 100)
    assert runtime.alive == alive
    assert len(sufferer.told) >= 2 * COUNT
    for chinese, english in zip(sufferer.told[::2], sufferer.told[1::2], strict=True):
        assert chinese.endswith("。") and english.endswith(".")
        assert not set("{}") & set(chinese + english)
