"""What a frame costs the thread that a headset's frames are made in, in the mock headset of the tests.

The whole of a frame is played: simulate, locate, what head and hands mean, what is shown, cull, submit. Drawing is
the graphics card's work and is left out: the calls by which Panda3D draws what was culled are not made, but for the
first seconds. Clearing the buffers and copying the small pictures to the headset are still the processor's here, and
are counted. Times are those of the thread, so that what else the machine does stays out of them.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

import numpy as np
from panda3d import core

import scenarios
from benchmarks.figures import Effort, Figure, Spread, Tell, limit, peer
from common.comfort import Comfort
from scenarios import LoadedScenario
from sim.display.headset.desk.rig import Rig
from sim.display.headset.player import HeadsetPlayer
from sim.display.headset.shown import Shown
from sim.play import header_of
from sim.play_live import LiveSession
from sim.render.graphics import Graphics
from sim.render.stereo import StereoPicture, frustum_of_both, level_eyes
from sim.state import SceneState
from sim.trainees import scripted
from sim.world.changes import changing_things
from sim.world.picking import Picker
from sim.xr.tracked import Tracked
from tests.xr.mock_build import mock_manifest
from tests.xr.mock_runtime import MockRuntime
from tests.xr.scripted_hands import ScriptedHands

MEDIAN_MS, P99_MS, COLLECTOR_MS = 2.0, 4.0, 2.0
MEMORY_PERCENT, DRIFT_PERCENT = 2.0, 5.0
EYE_PIXELS = 64
HZ = 90.0
WARM_SECONDS = 10.0
"""Seconds of frames before those that count, which are drawn: everything has been seen once."""
MEASURED_SECONDS = 40.0
WARM_VISITS = 2
"""Whole visits before those of the long run: what is made once and kept has been made."""
EYES_APART, FIELD = 0.064, 100.0
UNRESTING = Comfort(reminder_minutes=60, limit_minutes=90)
"""Nobody is asked for a break, since nobody is there to answer."""
LEAST_PERCENT = 0.01
"""What has not grown at all is told as so much, since a ratio needs a number."""


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Five figures of the scenario whose frames cost most: that with most people and things that change."""
    loaded = max((scenarios.load(name) for name in effort.scenarios), key=_work)
    name = loaded.scenario.id
    with TemporaryDirectory(dir=effort.folder) as folder, _mock_headset() as runtime:
        bench = _Bench(runtime, loaded, Path(folder))
        try:
            bench.play(WARM_SECONDS, lambda share: tell(share * 0.1, name), drawn=True)
            times = bench.play(MEASURED_SECONDS, lambda share: tell(0.1 + share * 0.2, name))
            renderer = bench.graphics.gsg.getDriverRenderer()
            for measured, share, beside in (
                ("app", 0.5, limit("frame_median", MEDIAN_MS)), ("app_p99", 0.99, limit("frame_p99", P99_MS)),
            ):  # fmt: skip
                values = tuple(_quantile(part, share) for part in np.array_split(times, effort.repeats))
                yield Figure(f"headset.{measured}", name, "ms", Spread(values), beside, renderer)
            one, two = bench.culls(effort.repeats)
            yield Figure("headset.cull", name, "ms", Spread(tuple(one)), peer("two_culls", two), renderer)
            long = bench.long_run(effort.headset_minutes * 60, lambda share: tell(0.3 + share * 0.7, name))
            for measured, value, unit, beside in (
                ("collector", long.collector_ms, "ms", limit("collector_limit", COLLECTOR_MS)),
                ("memory", long.memory_percent, "percent", limit("memory_limit", MEMORY_PERCENT)),
                ("drift", long.drift_percent, "percent", limit("drift_limit", DRIFT_PERCENT)),
            ):  # fmt: skip
                yield Figure(f"headset.{measured}", name, unit, Spread((max(value, LEAST_PERCENT),)), beside, renderer)
        finally:
            bench.close()


def _work(loaded: LoadedScenario) -> tuple[int, int]:
    scenario = loaded.scenario
    people = sum(actor.character is not None for actor in scenario.actors.values())
    return people, len(changing_things(scenario))


def _quantile(values: np.ndarray, share: float) -> float:
    return float(np.quantile(values, share))


@contextmanager
def _mock_headset() -> Iterator[MockRuntime]:
    """The mock runtime in the place of the machine's own."""
    before = os.environ.get("XR_RUNTIME_JSON")
    manifest = mock_manifest()
    os.environ["XR_RUNTIME_JSON"] = str(manifest)
    try:
        runtime = MockRuntime(manifest)
        runtime.reset()
        runtime.set(width=EYE_PIXELS, height=EYE_PIXELS)
        yield runtime
    finally:
        if before is None:
            del os.environ["XR_RUNTIME_JSON"]
        else:
            os.environ["XR_RUNTIME_JSON"] = before


class _Watched(HeadsetPlayer):
    """Remembers what a frame showed, for the hands that see it."""

    def frame(self, tracked: Tracked):
        self.moment = super().frame(tracked)
        return self.moment


class _Seen:
    """What stands before the scripted trainee."""

    lang = "zh"

    def __init__(self, player: _Watched) -> None:
        self._player = player

    @property
    def shown(self) -> Shown:
        return self._player.moment.shown

    @property
    def rig(self) -> Rig:
        return self._player.moment.rig

    @property
    def live(self) -> LiveSession:
        return self._player.visit.live

    @property
    def picker(self) -> Picker:
        return self._player.visit.picker

    @property
    def in_scene(self) -> bool:
        return self._player.visit.desk.in_scene

    def state(self) -> SceneState:
        return self._player.visit.desk.state()


class _SteadyHands(ScriptedHands):
    """Hands that take every frame of the headset's own rate."""

    def _pace(self, hertz: float) -> None:
        pass


class _Drawing:
    """The calls that draw what was culled, which can be left out."""

    def __init__(self) -> None:
        self.left_out = False

    def watch(self, engine: core.GraphicsEngine) -> None:
        """Whatever is drawn from now on. Nothing is kept of it, so that a scene which is closed is gone."""
        for output in engine.windows:
            for region in output.display_regions:
                region.setDrawCallback(core.PythonCallbackObject(self._draw))

    def forget(self, engine: core.GraphicsEngine) -> None:
        """Leave the drawing to Panda3D again, which outlives Python at the end of the process."""
        for output in engine.windows:
            for region in output.display_regions:
                region.clearDrawCallback()

    def _draw(self, data: core.CallbackData) -> None:
        if not self.left_out:
            data.upcall()


class _Collector:
    """The longest stop for the collection of garbage, in milliseconds, while a scene is played."""

    def __init__(self, in_scene: Callable[[], bool]) -> None:
        self._in_scene = in_scene
        self.longest = 0.0
        self._began = 0.0

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            self._began = perf_counter()
        elif self._in_scene():
            self.longest = max(self.longest, (perf_counter() - self._began) * 1000)


class _LongRun:
    """What a long row of frames leaves behind; medians of its first and of its last part."""

    def __init__(self, times: np.ndarray, visits: list[float], collector_ms: float) -> None:
        """``visits``: the bytes of this process in each visit, which are at least two."""
        part = max(1, len(times) // 10)
        first, last = np.median(times[:part]), np.median(times[-part:])
        self.drift_percent = float((last / first - 1) * 100)
        self.memory_percent = _growth(visits) / visits[0] * 100
        self.collector_ms = collector_ms


def _growth(visits: list[float]) -> float:
    """How much the visits' memory rises from the first to the last, by the median of the slopes between any two of
    them (Theil 1950, Sen 1968): OpenGL in software holds a texture of 17 MiB more in some visits than in others."""
    pairs = combinations(enumerate(visits), 2)
    return float(np.median([(b - a) / (j - i) for (i, a), (j, b) in pairs])) * (len(visits) - 1)


class _Bench:
    """One player in the mock headset, and visits of a perfect trainee one after the other."""

    def __init__(self, runtime: MockRuntime, loaded: LoadedScenario, folder: Path) -> None:
        self._runtime, self._loaded, self._folder = runtime, loaded, folder
        self.graphics = Graphics()
        self._player = _Watched(self.graphics, comfort=UNRESTING, rest=lambda seconds: None)
        self._drawing, self._visits = _Drawing(), 0
        self._hands: _SteadyHands | None = None

    def _begin(self) -> None:
        """A visit, until its first panel is shown."""
        self._visits += 1
        log = self._folder / f"{self._visits}.jsonl"
        self._player.begin(self._loaded, header_of(self._loaded, station="bench", kind="ray"), log)
        self._drawing.left_out = False
        while self._player.status.doing != "playing":
            self._player.step()
        self._drawing.watch(self.graphics.engine)
        trainee = scripted("perfect", self._loaded.scenario)
        self._hands = _SteadyHands(self._runtime, _Seen(self._player), trainee)

    def play(self, seconds: float, tell: Callable[[float], None], *, drawn: bool = False) -> np.ndarray:
        """Frames for so many seconds of the headset's time; milliseconds of each that is of a scene."""
        times: list[float] = []
        count = round(seconds * HZ)
        while len(times) < count:
            if self._player.visit is None or self._player.visit.over:
                self._begin()
            self._drawing.left_out = not drawn
            spent = self._frame()
            if self._in_scene:
                times.append(spent * 1000)
                if len(times) % 100 == 0:
                    tell(len(times) / count)
        return np.array(times)

    @property
    def _in_scene(self) -> bool:
        visit = self._player.visit
        return visit is not None and visit.desk is not None and visit.desk.in_scene

    def _frame(self) -> float:
        """One frame; the thread's seconds for it."""
        if self._player.visit.live is not None and not self._player.visit.live.ended:
            self._hands.before_frame()
        began = thread_time()
        self._player.step()
        return thread_time() - began

    def long_run(self, seconds: float, tell: Callable[[float], None]) -> _LongRun:
        """As many frames as fill ``seconds``, whatever they take, with all that lies between the visits."""
        collector = _Collector(lambda: self._in_scene)
        memory: dict[int, list[float]] = {}

        def told(share: float) -> None:
            memory.setdefault(self._visits, []).append(_resident_bytes())
            tell(share)

        self.play(WARM_VISITS * self._session_seconds, lambda share: None)
        gc.callbacks.append(collector)
        try:
            times = self.play(seconds, told)
        finally:
            gc.callbacks.remove(collector)
        return _LongRun(times, [float(np.median(each)) for each in memory.values()], collector.longest)

    @property
    def _session_seconds(self) -> float:
        return self._loaded.scenario.minutes * 60.0

    # --- one cull or two ----------------------------------------------------------------------------

    def culls(self, repeats: int) -> tuple[list[float], list[float]]:
        """Milliseconds for finding what both eyes see, in one cull and in two, of the scene that is played."""
        while not self._in_scene:
            self.play(1 / HZ, lambda share: None)
        stage = self._player.visit.place.stage
        head = self._player.visit.desk.head
        eyes = level_eyes(EYES_APART, FIELD, FIELD)
        picture = StereoPicture(stage, (EYE_PIXELS, EYE_PIXELS), samples=0)
        placed = core.NodePath("head")
        placed.setPosQuat(core.LPoint3f(*head.position), core.LQuaternionf(*head.turned))
        picture.aim(placed.getMat(), eyes)
        two = _TwoCameras(self.graphics, stage.root, placed.getMat(), eyes)
        found: tuple[list[float], list[float]] = ([], [])
        for number in range(repeats + 1):
            for values, render in zip(found, (picture.render, two.render), strict=True):
                spent = _culling(self.graphics.engine, render)
                if number:  # the first of each finds nothing prepared
                    values.append(spent)
        picture.remove()
        two.remove()
        return found

    def close(self) -> None:
        self._drawing.forget(self.graphics.engine)
        self._player.close()
        self.graphics.close()


class _TwoCameras:
    """The peer: each eye has a camera of its own."""

    def __init__(self, graphics: Graphics, root: core.NodePath, head: core.LMatrix4f, eyes: tuple) -> None:
        self._graphics = graphics
        self._buffer = graphics.buffer("two cameras", (2 * EYE_PIXELS, EYE_PIXELS), sort=0)
        self._buffer.addRenderTexture(core.Texture("two cameras"), core.GraphicsOutput.RTMBindOrCopy)
        self._cameras = []
        for half, eye in enumerate(eyes):
            lens = core.MatrixLens()
            lens.setUserMat(frustum_of_both((eye, eye), 0.06, 1600.0))
            camera = root.attachNewNode(core.Camera("eye", lens))
            camera.setMat(head)
            region = self._buffer.makeMonoDisplayRegion(half / 2, (half + 1) / 2, 0, 1)
            region.setCamera(camera)
            self._cameras.append(camera)
        self._buffer.setActive(False)

    def render(self) -> None:
        self._buffer.setActive(True)
        self._graphics.draw()
        self._buffer.setActive(False)

    def remove(self) -> None:
        self._graphics.engine.removeWindow(self._buffer)
        for camera in self._cameras:
            camera.removeNode()


def _culling(engine: core.GraphicsEngine, render: Callable[[], None]) -> float:
    """The thread's milliseconds for culling in what ``render`` draws."""
    spent = [0.0]

    def cull(data: core.CallbackData) -> None:
        began = thread_time()
        data.upcall()
        spent[0] += thread_time() - began

    regions = [region for output in engine.windows for region in output.display_regions]
    for region in regions:
        region.setCullCallback(core.PythonCallbackObject(cull))
    render()
    for region in regions:
        region.clearCullCallback()
    return spent[0] * 1000


def _resident_bytes() -> float:
    """The memory of this process that is in use. The mock headset is for Linux alone, which tells it."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return float(pages * os.sysconf("SC_PAGE_SIZE"))
