"""The player of a headset: it waits, loads, plays, and nothing that befalls the headset loses a session."""

from __future__ import annotations

import gc
import io
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from common.clock import ManualClock
from common.comfort import Comfort
from common.errors import EnvironmentLacks
from scenarios import LoadedScenario
from sim.display.headset.desk.rotation import add, heading_and_pitch, less, looking, turned
from sim.display.headset.drawn.panel_layout import layout
from sim.display.headset.mirror import HEIGHT, MIDDLE, RATE, WIDTH
from sim.display.headset.player import Busy, HeadsetPlayer
from sim.display.headset.visit import OtherSession
from sim.log import read_log
from sim.log.events import Header, Pause, Stop
from sim.play import header_of
from sim.render.graphics import Graphics, pixels
from sim.state import Vec3
from sim.xr.errors import HeadsetLost, NoHeadset
from sim.xr.headset import Wish
from sim.xr.tracked import EyeView, Hand, Pose, Tracked
from tests.sim.small_world import SmallLibrary, small_scenario

PERIOD = 1 / 72
SIZE = (96, 96)
APART = 0.064
HEAD = Pose((0.0, 0.0, 1.65))
FIELD = (-1.0, 1.0, -1.0, 1.0)
HIP = Pose((0.2, 0.3, 1.3))


class FakeHeadset:
    """A headset that tells what the test says, and fails where the test says."""

    name, runtime, refresh_hz, size = "Fake", "None", 72.0, SIZE
    controllers = ("touch",)
    depth_bits = None

    def __init__(self, wearer: Wearer) -> None:
        self._wearer = wearer
        self.closed = False

    @property
    def worn(self) -> bool:
        return self._wearer.tracked.worn

    def wait(self) -> bool:
        self._fail_in("wait")
        return not self._wearer.asleep

    def locate(self) -> Tracked:
        self._fail_in("locate")
        return self._wearer.next()

    def submit(self, picture: object) -> None:
        self._wearer.seen = picture
        self._fail_in("submit")

    def pulse(self, side: str, strength: float, seconds: float) -> None:
        self._wearer.felt.append((side, strength))

    def close(self) -> None:
        self.closed = True

    def _fail_in(self, call: str) -> None:
        if self._wearer.fails_in == call:
            self._wearer.fails_in = ""
            raise HeadsetLost("restarting")


class Watched(HeadsetPlayer):
    def frame(self, tracked: Tracked):
        self.moment = super().frame(tracked)
        return self.moment


class NoBuilder(Executor):
    """Fills no cache: what is missing is built beside the frames."""

    def submit(self, *_: object) -> Future:
        raise BrokenExecutor


class Wearer:
    """Somebody in a headset: what they do is a change of ``tracked``, what they see is asked for."""

    def __init__(self, graphics: Graphics) -> None:
        self._graphics = graphics
        self.clock = ManualClock()
        self.headsets: list[FakeHeadset] = []
        self.reset()
        self.player = self.new_player()

    def reset(self) -> None:
        hand = Hand("controller", HIP, HIP)
        left, right = (EyeView(Pose((side * APART / 2, 0.0, 1.65)), FIELD) for side in (-1, 1))
        self.tracked = Tracked(100.0, PERIOD, HEAD, (left, right), right=hand)
        self.asleep, self.fails_in, self.missing = False, "", False
        self.looking = False
        """Frames are drawn only where somebody looks at them."""
        self.seen: object = None
        self.felt: list[tuple[str, float]] = []
        self.said: list[dict] = []

    def new_player(self, comfort: Comfort | None = None) -> Watched:
        return Watched(
            self._graphics, lang="en", comfort=comfort, library=SmallLibrary(), builder=NoBuilder(),
            clock=self.clock, rest=lambda seconds: self.clock.wind(seconds), open_headset=self._open,
        )  # fmt: skip

    def _open(self, graphics: Graphics, wish: Wish) -> FakeHeadset:
        if self.missing:
            raise NoHeadset("not_connected")
        self.headsets.append(FakeHeadset(self))
        return self.headsets[-1]

    def next(self) -> Tracked:
        self.tracked = replace(self.tracked, time=self.tracked.time + PERIOD)
        return self.tracked if self.looking else replace(self.tracked, eyes=None)

    def steps(self, count: int) -> None:
        for _ in range(count):
            self.player.step()
            self.clock.wind(PERIOD)
            self.said += self.player.messages()

    def until(self, done: Callable[[], bool], most: int = 3000) -> None:
        for _ in range(most):
            if done():
                return
            self.steps(1)
        raise AssertionError(f"not within {most} frames; {self.player.status}, {self.said[-3:]}")

    def heard(self, kind: str) -> list[dict]:
        return [message for message in self.said if message["type"] == kind]

    @property
    def picture(self) -> np.ndarray:
        """What both eyes see in one more frame, (h, 2 w, 3)."""
        self.looking = True
        self.steps(1)
        self.looking = False
        assert self.seen is not None, "nothing is shown"
        assert self._graphics.engine.extractTextureData(self.seen.texture, self._graphics.gsg)
        return pixels(self.seen.texture)[..., :3].astype(int)

    @property
    def words(self) -> str:
        panels = [placed.panel for placed in self.player.moment.shown.panels]
        return "\n".join("\n".join((each.title, *each.lines)) for each in panels)

    def choose(self, words: str) -> None:
        """Point at a button and pull the trigger."""
        self.until(lambda: any(words in button.text for _, button in self._buttons()), 200)
        self.steps(30)
        at = next(self._middle(placed, button) for placed, button in self._buttons() if words in button.text)
        rig = self.player.moment.rig
        heading, pitch = heading_and_pitch(less(at, rig.point(HIP.position)))
        aim = Pose(HIP.position, looking(heading - rig.heading, pitch))
        for trigger in (0.0, 0.0, 1.0, 1.0, 0.0):
            self.tracked = replace(self.tracked, right=Hand("controller", aim, HIP, trigger=trigger))
            self.steps(1)

    def _buttons(self) -> list[tuple]:
        return [(placed, button) for placed in self.player.moment.shown.panels for button in placed.panel.buttons]

    @staticmethod
    def _middle(placed, button) -> Vec3:
        rect = layout(placed.panel).buttons[button.id]
        middle = ((rect.left + rect.right) / 2, 0.0, (rect.low + rect.high) / 2)
        return add(placed.centre, turned(placed.turned, middle))

    def play(self, loaded: LoadedScenario, log: Path) -> Header:
        """From the order into the scene."""
        header = header_of(loaded, station="fake", kind="ray")
        header = header.model_copy(update={"lang": "en"})
        self.player.begin(loaded, header, log)
        self.enter()
        return header

    def enter(self, *, again: bool = False) -> None:
        self.until(lambda: self.player.status.doing == "playing", 100_000)  # a thread loads meanwhile
        self.choose("Ready")
        if not again:
            self.choose("I understand")
        self.steps(30)
        assert self.player.moment.place is not self.player._room.place, self.words


@pytest.fixture(scope="module")
def wearer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wearer]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QIANCHE_CACHE", str(tmp_path_factory.getbasetemp() / "display-cache"))
        made = Wearer(Graphics())
        yield made
        made.player.close()


@pytest.fixture
def worn(wearer: Wearer) -> Iterator[Wearer]:
    """The one player, waiting, with a headset on somebody's head."""
    wearer.reset()
    wearer.until(lambda: wearer.player.status.connected, 400)
    wearer.steps(2)
    yield wearer
    wearer.reset()
    wearer.player.mirror_wanted = False
    wearer.until(lambda: wearer.player.status.connected, 400)
    wearer.player.stop("crew")
    wearer.until(lambda: wearer.player.status.doing == "waiting")


@pytest.fixture
def loaded() -> LoadedScenario:
    return LoadedScenario(small_scenario(), Path("small.yaml"), "sha256:0", None)


def test_a_calm_place_waits_until_somebody_plays(worn: Wearer) -> None:
    worn.steps(40)
    assert worn.picture.std() > 15
    assert "wait for the crew" in worn.words
    status = worn.player.status
    assert (status.doing, status.name, status.worn, status.controllers) == ("waiting", "Fake", True, ("touch",))
    assert status.fps == pytest.approx(72, rel=0.05)
    assert status.dropped == 0


def test_a_session_is_played_told_and_stopped_by_the_crew(worn: Wearer, loaded: LoadedScenario, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    header = worn.play(loaded, log)
    assert [said["phase"] for said in worn.heard("hud")][-1] == "scene"
    with pytest.raises(Busy):
        worn.player.begin(loaded, header, tmp_path / "other.jsonl")
    lit = worn.picture.mean()
    worn.player.stop("crew")
    assert worn.player.status.doing == "leaving"
    worn.steps(round(0.3 / PERIOD))
    assert worn.picture.mean() < lit / 3
    worn.until(lambda: worn.player.status.doing == "waiting", 60)
    assert len(worn.heard("ended")) == 1
    kept = read_log(log)
    assert kept.events[-1] == Stop(t=kept.events[-1].t, by="crew")
    assert kept.end is not None
    assert kept.header.input == "ray"


def test_of_what_nobody_has_heard_only_the_newest_moment_is_kept(
    worn: Wearer, loaded: LoadedScenario, tmp_path: Path
) -> None:
    """A van that is out of reach for a day must not fill the headset's computer."""
    worn.play(loaded, tmp_path / "log.jsonl")
    before = worn.heard("hud")[-1]
    for _ in range(round(3.0 / PERIOD)):
        worn.player.step()
        worn.clock.wind(PERIOD)
    [said] = worn.player.messages()
    assert said["type"] == "hud"
    assert said["session_time"] > before["session_time"] + 2.0


def test_what_is_stopped_before_it_was_ready_has_a_whole_log(
    worn: Wearer, loaded: LoadedScenario, tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    worn.player.begin(loaded, header_of(loaded, station="fake", kind="ray"), log)
    worn.steps(1)
    worn.player.stop("crew")
    worn.steps(1)
    assert worn.player.status.doing == "waiting"
    assert read_log(log).end is not None


def test_the_crew_ends_what_somebody_left_who_took_the_headset_off(
    worn: Wearer, loaded: LoadedScenario, tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    worn.play(loaded, log)
    worn.asleep = True
    worn.steps(3)
    worn.player.stop("crew")
    worn.steps(2)
    assert worn.player.status.doing == "waiting"
    assert len(worn.heard("ended")) == 1
    assert read_log(log).end is not None


def test_a_headset_that_is_taken_off_holds_the_session_in_the_dark(
    worn: Wearer, loaded: LoadedScenario, tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    worn.play(loaded, log)
    worn.tracked = replace(worn.tracked, worn=False)
    worn.steps(3)
    assert np.median(worn.picture) < 12
    assert isinstance(read_log(log).events[-1], Pause)


@pytest.mark.parametrize("failing", ["asleep", "wait", "locate", "submit"])
def test_a_session_goes_on_where_it_was_when_the_headset_is_back(
    worn: Wearer, loaded: LoadedScenario, tmp_path: Path, failing: str
) -> None:
    log = tmp_path / "log.jsonl"
    worn.play(loaded, log)
    before = worn.player.moment.state.session_time
    if failing == "asleep":
        worn.asleep = True
        worn.steps(50)
        worn.asleep = False
    else:
        worn.fails_in = failing
        worn.steps(2)
        assert worn.headsets[-1].closed
        assert worn.player.status.trouble is not None
        assert "session waits where it was" in worn.heard("trouble")[0]["error"].message("en")
        worn.until(lambda: worn.player.status.connected, 400)
    worn.tracked = replace(worn.tracked, time=5.0)  # its runtime was started anew
    worn.steps(2)
    assert worn.player.moment.state.session_time - before < 0.2
    worn.steps(60)
    worn.choose("Go on")
    worn.steps(10)
    assert not worn.player.moment.state.paused
    assert worn.player.moment.state.session_time - before > 10 * PERIOD
    assert read_log(log).end is None


def test_a_session_outlives_the_program(worn: Wearer, loaded: LoadedScenario, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    header = worn.play(loaded, log)
    worn.tracked = replace(worn.tracked, head=Pose(HEAD.position, looking(20.0, 0.0)))
    worn.steps(20)
    before = worn.player.moment.state.session_time
    worn.player._leave_visit()
    worn.player.begin(loaded, header, log)
    worn.enter(again=True)
    assert before - 0.5 < worn.player.moment.state.session_time < before + 2.0


def test_another_sessions_log_is_not_gone_on_with(worn: Wearer, loaded: LoadedScenario, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    worn.play(loaded, log)
    worn.player.stop("crew")
    worn.until(lambda: worn.player.status.doing == "waiting", 60)
    with pytest.raises(OtherSession):
        worn.player.begin(loaded, header_of(loaded, station="fake", kind="ray"), log)
    assert worn.player.status.doing == "waiting"


def test_without_a_headset_the_crew_reads_why_and_it_is_tried_again(wearer: Wearer) -> None:
    wearer.reset()
    wearer.missing, wearer.fails_in = True, "wait"
    wearer.until(lambda: not wearer.player.status.connected, 5)
    wearer.steps(400)
    assert wearer.player.status.trouble_text("zh").startswith("没有检测到头显")
    assert len(wearer.heard("trouble")) == 2  # lost, then not there: each is said once
    wearer.missing = False
    wearer.until(lambda: wearer.player.status.connected, 400)
    assert wearer.player.status.trouble is None


def test_what_cannot_be_loaded_is_said_and_the_next_can_be_played(worn: Wearer, tmp_path: Path) -> None:
    broken = LoadedScenario(small_scenario(), Path("small.yaml"), "sha256:1", None)
    worn.player._library = Unbuilt()
    worn.player.begin(broken, header_of(broken, station="fake", kind="ray"), tmp_path / "log.jsonl")
    worn.until(lambda: bool(worn.heard("failed")))
    worn.player._library = SmallLibrary()
    assert worn.player.status.doing == "waiting"
    worn.steps(1)
    assert "cannot be played" in worn.words
    assert not (tmp_path / "log.jsonl").exists()


class Unbuilt(SmallLibrary):
    """Its place cannot be written into the cache."""

    def place(self, name: str):
        raise EnvironmentLacks("assets.cache.unwritable", path="/", why="full")


def test_the_crews_mirror_shows_what_the_left_eye_sees(worn: Wearer) -> None:
    worn.steps(30)
    assert worn.player.mirror() is None
    worn.player.mirror_wanted = worn.looking = True
    pictures = []
    for _ in range(40):
        worn.steps(1)
        taken = worn.player.mirror()
        pictures += [taken] if taken is not None else []
    assert 2 <= len(pictures) <= 40 * PERIOD * RATE + 1
    mirrored = np.asarray(Image.open(io.BytesIO(pictures[-1]))).astype(int)
    assert mirrored.shape == (HEIGHT, WIDTH, 3)
    left = worn.picture[..., ::-1][:, : SIZE[0]]
    rows = slice(round(SIZE[1] * (1 - MIDDLE) / 2), -round(SIZE[1] * (1 - MIDDLE) / 2))
    assert np.abs(mirrored.mean((0, 1)) - left[rows].mean((0, 1))).max() < 8


def test_no_frame_is_held_up_by_the_collector_of_garbage(worn: Wearer, loaded: LoadedScenario, tmp_path: Path) -> None:
    worn.play(loaded, tmp_path / "log.jsonl")
    before = [each["collections"] for each in gc.get_stats()]
    worn.steps(60)
    assert [each["collections"] for each in gc.get_stats()] == before


def test_a_place_is_gone_when_the_next_one_stands(worn: Wearer, loaded: LoadedScenario, tmp_path: Path) -> None:
    """Though the next trainee is waiting when the one before has ended: a day of visits takes no more memory."""
    worn.play(loaded, tmp_path / "first.jsonl")
    left = weakref.ref(worn.player.visit.place.stage)
    worn.player.stop("crew")
    worn.until(lambda: worn.player.visit is None, 60)
    worn.play(loaded, tmp_path / "next.jsonl")
    assert left() is None
