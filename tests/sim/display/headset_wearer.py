"""Somebody in a headset, for tests: a head and two hands that are told what to do, frame by frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from common.clock import ManualClock
from common.comfort import Comfort
from common.text import Lang
from sim import ENGINE
from sim.display.headset.desk.frame_clock import FrameClock
from sim.display.headset.desk.headset_desk import HeadsetDesk
from sim.display.headset.desk.rotation import add, heading_and_pitch, less, looking, turned
from sim.display.headset.drawn.panel_layout import layout
from sim.display.headset.shown import PlacedPanel, Shown
from sim.log import read_log
from sim.log.events import Header
from sim.play_live import LiveSession
from sim.state import Vec3
from sim.world.compose import compose
from sim.world.picking import Picker
from sim.xr.tracked import Hand, Pose, Side, Tracked
from tests.sim.small_world import SmallLibrary, small_scenario

PERIOD = 1 / 72
SLOW = 0.2
"""Seconds from frame to frame where little happens."""
HEAD = Pose((0.0, 0.0, 1.7))
HIP: dict[Side, Vec3] = {"left": (-0.25, 0.3, 1.2), "right": (0.25, 0.3, 1.2)}
SIGN: Vec3 = (0.0, 4.0, 1.6)
"""The middle of the small world's sign; the crate is beside it in the east."""
CRATE: Vec3 = (4.0, 0.0, 0.5)


class Wearer:
    """``hands`` names what is in which hand. Times are in seconds, points in the world."""

    def __init__(
        self,
        folder: Path,
        comfort: Comfort | None = None,
        lang: Lang = "en",
        hands: tuple[Side, ...] = ("right",),
        kind: str = "controller",
        first_time: bool = False,
        worn_before: float = 0.0,
        resumed: bool = False,
        **parts: object,
    ) -> None:
        folder.mkdir(exist_ok=True)
        self.scenario = small_scenario(**parts)
        self.log = folder / "log.jsonl"
        self.clock = FrameClock(ManualClock())
        header = Header(
            session="0" * 8, scenario="small", scenario_hash="sha256:0", engine=ENGINE, seed=3, input="ray",
            station="desk", learner="anonymous", lang=lang, started="2026-01-01T00:00:00Z",
        )  # fmt: skip
        self.live = (
            LiveSession.resume(self.log, self.scenario, self.clock)
            if resumed
            else LiveSession(self.scenario, header, self.log, self.clock)
        )
        world = compose(self.scenario, SmallLibrary())
        self.desk = HeadsetDesk(
            world, Picker(world), self.live, self.clock, comfort or Comfort(), lang,
            log=self.log, first_time=first_time, worn_before=worn_before,
        )  # fmt: skip
        self.tracked = Tracked(100.0, PERIOD, HEAD, None)
        for side in hands:
            self.hold(side, Hand(kind, Pose(HIP[side]), Pose(HIP[side])))
        self.shown = Shown()

    # --- what it feels ------------------------------------------------------------------------------

    def frame(self, **changes: object) -> Shown:
        """One frame, after these changes of what the headset tells."""
        self.tracked = replace(self.tracked, **{"time": self.tracked.time + PERIOD} | changes)
        self.shown = self.desk.frame(self.tracked)
        return self.shown

    def wait(self, seconds: float) -> Shown:
        for _ in range(max(1, round(seconds / PERIOD))):
            self.frame()
        return self.shown

    def pass_time(self, seconds: float) -> Shown:
        """Wait for long, with few frames."""
        for _ in range(round(seconds / SLOW)):
            self.tracked = replace(self.tracked, time=self.tracked.time + SLOW - PERIOD)
            self.frame()
        return self.shown

    def until(self, done: Callable[[], bool], seconds: float = 30.0) -> None:
        """Wait until something is so; it has to be within these seconds."""
        for _ in range(round(seconds / PERIOD)):
            if done():
                return
            self.frame()
        raise AssertionError(f"not within {seconds} s")

    # --- head and hands -----------------------------------------------------------------------------

    def hand(self, side: Side = "right") -> Hand:
        return getattr(self.tracked, side)

    def hold(self, side: Side, hand: Hand | None) -> None:
        self.tracked = replace(self.tracked, **{side: hand})

    def fingers(self, side: Side = "right", **keys: object) -> Shown:
        """Change what the fingers of a hand do, for one frame."""
        self.hold(side, replace(self.hand(side), **keys))
        return self.frame()

    def pull(self, side: Side = "right") -> Shown:
        """Pull the trigger shortly; what is shown while it is pulled."""
        shown = self.fingers(side, trigger=1.0)
        self.fingers(side, trigger=0.0)
        return shown

    def face(self, heading: float, pitch: float = 0.0) -> None:
        """Turn the head, in the world."""
        self.tracked = replace(
            self.tracked, head=Pose(self.tracked.head.position, looking(heading - self.desk.rig.heading, pitch))
        )

    def look_at(self, point: Vec3) -> None:
        self.face(*heading_and_pitch(less(point, self.desk.rig.point(self.tracked.head.position))))

    def point_at(self, point: Vec3, side: Side = "right") -> None:
        """Point with a hand, or with the head when there is none."""
        hand = self.hand(side)
        if hand is None:
            self.look_at(point)
            return
        start = hand.aim.position
        heading, pitch = heading_and_pitch(less(point, self.desk.rig.point(start)))
        self.hold(side, replace(hand, aim=Pose(start, looking(heading - self.desk.rig.heading, pitch))))

    def settle(self, side: Side = "right") -> None:
        """Wait until the ray has come after the hand; the tremble of a bare one is smoothed."""
        self.wait(0.1 if self.hand(side).kind == "controller" else 0.5)

    # --- what is seen -------------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """Everything that is written."""
        return "\n".join(
            "\n".join((placed.panel.title, *placed.panel.lines, *(button.text for button in placed.panel.buttons)))
            for placed in self.shown.panels
        )

    def panel(self, words: str) -> PlacedPanel:
        """The panel that says this."""
        for placed in self.shown.panels:
            if words in "\n".join((placed.panel.title, *placed.panel.lines)):
                return placed
        raise AssertionError(f"{words!r} is not among:\n{self.words}")

    def button(self, words: str) -> Vec3:
        """The middle of a button in the world."""
        for placed in self.shown.panels:
            for button in placed.panel.buttons:
                if words in button.text:
                    rect = layout(placed.panel).buttons[button.id]
                    middle = ((rect.left + rect.right) / 2, 0.0, (rect.low + rect.high) / 2)
                    return add(placed.centre, turned(placed.turned, middle))
        raise AssertionError(f"no button {words!r} among:\n{self.words}")

    def choose(self, words: str, side: Side = "right") -> None:
        """Point at a button and pull the trigger; without hands look at it until it is chosen."""
        self.wait(0.4)
        self.point_at(self.button(words), side)
        if self.hand(side) is None:
            self.wait(1.2)
        else:
            self.settle(side)
            self.pull(side)
        self.wait(2 * PERIOD)

    def mean(self, point: Vec3, side: Side = "right") -> None:
        """Point at a thing and hold the trigger; without hands look at it."""
        self.point_at(point, side)
        if self.hand(side) is None:
            self.wait(1.6)
            return
        self.settle(side)
        self.fingers(side, trigger=1.0)
        self.wait(0.5)
        self.fingers(side, trigger=0.0)

    def begin(self, side: Side = "right") -> None:
        """Everything before the scene, quickly."""
        self.frame()
        self.choose("Ready", side)
        self.choose("I understand", side)
        self.wait(0.5)
        assert self.desk.in_scene

    def events(self, kind: type) -> list:
        """What the log holds of a kind."""
        self.live.close()
        return [event for event in read_log(self.log).events if isinstance(event, kind)]
