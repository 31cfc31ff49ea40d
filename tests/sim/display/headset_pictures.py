"""What trainees see in the headset, for the docs: somebody plays scenarios of the bank, and is drawn at a moment.

    python -m tests.sim.display.headset_pictures [NAME ...]

draws all of ``SHOTS``, or those named, into docs/pictures/headset.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

import scenarios
from common.clock import ManualClock
from common.comfort import Comfort
from sim import ENGINE
from sim.display.headset.desk.frame_clock import FrameClock
from sim.display.headset.desk.headset_desk import HeadsetDesk
from sim.display.headset.desk.rotation import looking
from sim.display.headset.drawn.panel_pictures import PanelPictures
from sim.display.headset.drawn.shown_nodes import ShownNodes
from sim.display.headset.poses import matrix_of
from sim.display.headset.shown import Shown
from sim.log.events import Header
from sim.play_live import LiveSession
from sim.render.graphics import Graphics
from sim.render.stage import Stage
from sim.render.stereo import StereoPicture, level_eyes
from sim.session.stance import EYE_HEIGHT
from sim.state import Vec3
from sim.world.bake import baked_light
from sim.world.compose import compose
from sim.world.picking import Picker
from sim.xr.tracked import Hand, Pose, Side, Tracked
from tests.sim.display.headset_wearer import PERIOD, Wearer

SIZE, OF_A_PAIR, SAMPLES = (800, 800), (600, 600), 4
FIELD, APART = 92.0, 0.064
FOLDER = Path(__file__).parents[3] / "docs" / "pictures" / "headset"
QUALITY = 84
HELD: dict[Side, Vec3] = {"left": (-0.20, 0.36, EYE_HEIGHT - 0.34), "right": (0.20, 0.36, EYE_HEIGHT - 0.34)}
AIM: dict[str, Vec3] = {"controller": (0.0, 0.075, 0.085), "hand": (0.0, 0.10, 0.06)}
"""Where a ray begins, from the grip."""


class Visitor(Wearer):
    """Somebody in a scenario of the bank, in Chinese."""

    def __init__(self, scenario: str, folder: Path, kind: str) -> None:
        loaded = scenarios.load(scenario)
        self.scenario = loaded.scenario
        self.log = folder / "log.jsonl"
        self.clock = FrameClock(ManualClock())
        header = Header(
            session="0" * 8, scenario=scenario, scenario_hash=loaded.hash, engine=ENGINE, seed=3, input="ray",
            station="desk", learner="anonymous", lang="zh", started="2026-01-01T00:00:00Z",
        )  # fmt: skip
        self.live = LiveSession(self.scenario, header, self.log, self.clock)
        self.world = compose(self.scenario)
        picker = Picker(self.world)
        self.desk = HeadsetDesk(self.world, picker, self.live, self.clock, Comfort(), "zh", log=self.log)
        self.tracked = Tracked(100.0, PERIOD, Pose((0.0, 0.0, EYE_HEIGHT)), None)
        for side, grip in HELD.items():
            aim = Pose(tuple(a + b for a, b in zip(grip, AIM[kind], strict=True)))
            self.hold(side, Hand(kind, aim, Pose(grip, looking(0.0, 62.0 if kind == "controller" else 76.0))))
        self.shown = Shown()

    def come_in(self) -> None:
        """Through all that is asked before the scene."""
        self.frame()
        for words in ("准备好了", "知道了，开始"):
            self.choose(words)
        self.wait(0.6)
        assert self.desk.in_scene

    def raise_hand(self, side: Side, at: Vec3) -> None:
        """Hold a hand elsewhere, as the head sees it: right, ahead, up."""
        hand, head = self.hand(side), self.tracked.head.position
        grip = tuple(a + b for a, b in zip(head, at, strict=True))
        self.hold(side, replace(hand, grip=replace(hand.grip, position=grip)))

    def aim_point(self, hazard: str) -> Vec3:
        return self.world.aim_point(self.desk.state(), self.scenario.hazards[hazard].target)

    def place(self, number: int) -> Vec3:
        """The ground at a standpoint."""
        x, y, z = self.world.eye(number)
        return (x, y, z - EYE_HEIGHT)


def wheel(one: Visitor) -> None:
    """What is wrong with the switch box?"""
    one.come_in()
    one.pass_time(14)
    box = one.aim_point("switch-box-no-rcd")
    one.look_at(box)
    one.mean(box)
    one.wait(0.5)
    one.point_at(one.button("损坏或缺少防护"))
    one.wait(0.3)


def found(one: Visitor) -> None:
    """A hazard was found, and the wrist looked at."""
    wheel(one)
    one.pull()
    one.raise_hand("left", (-0.13, 0.42, -0.26))
    heading = one.desk.state().trainee.heading
    one.face(heading, -14.0)
    one.wait(0.35)


def decision(one: Visitor) -> None:
    """The fan has stopped: which order?"""
    one.come_in()
    while one.desk.state().decision is None:
        one.pass_time(1.0)
    one.wait(1.0)
    one.point_at(one.button("停止作业"))
    one.wait(0.5)


def leap(one: Visitor) -> None:
    """On the way behind the barrier."""
    one.come_in()
    one.pass_time(4)
    here = one.desk.state().trainee.standpoint
    eye = one.world.eye(here)
    others = [k for k in range(len(one.scenario.standpoints)) if k != here]
    nearest = min(others, key=lambda k: math.dist(one.place(k), eye))
    x, y, _ = one.place(nearest)
    one.look_at((x, y, eye[2] - 0.5))
    one.point_at(one.place(nearest))
    one.fingers("right", stick=(0.0, 1.0))
    one.wait(0.3)


def edge(one: Visitor) -> None:
    """At the edge of the free area, while the stick turns the view."""
    one.come_in()
    one.pass_time(3)
    one.frame(bounds=(2.2, 1.6), head=Pose((0.1, 0.55, EYE_HEIGHT), looking(0.0, -8.0)))
    one.wait(0.3)
    one.fingers("right", stick=(-1.0, 0.0))
    one.wait(0.08)


def debrief(one: Visitor) -> None:
    """After the accident that nobody averted."""
    one.come_in()
    while one.desk.state().phase != "debrief":
        one.pass_time(2.0)
    one.wait(1.0)
    one.point_at(one.button("再做一遍"))
    one.wait(0.5)


@dataclass(frozen=True)
class Shot:
    scenario: str
    play: Callable[[Visitor], None]
    eyes: int = 1
    kind: str = "controller"


SHOTS = {
    "wheel": Shot("electrocution-temporary-power", wheel, eyes=2),
    "found": Shot("electrocution-temporary-power", found),
    "decision": Shot("coal-heading-gas-explosion", decision, kind="hand"),
    "leap": Shot("highway-breakdown-second-crash", leap),
    "edge": Shot("warehouse-forklift-collision", edge),
    "debrief": Shot("electrocution-temporary-power", debrief),
}


def draw(graphics: Graphics, shot: Shot, size: tuple[int, int] = SIZE) -> tuple[np.ndarray, np.ndarray]:
    """Both eyes' pictures, (h, w, 3) RGB."""
    with tempfile.TemporaryDirectory() as folder:
        one = Visitor(shot.scenario, Path(folder), shot.kind)
        shot.play(one)
        one.live.close()
    stage = Stage(graphics, one.world, baked_light(one.world))
    nodes = ShownNodes(stage, PanelPictures(1, at_once=True))
    picture = StereoPicture(stage, size, SAMPLES, read_back=True)
    nodes.show(one.shown, one.desk.head.position)
    picture.draw(one.desk.state(), matrix_of(one.desk.head), level_eyes(APART, FIELD, FIELD))
    left, right = (image.copy() for image in picture.images())
    picture.remove()
    nodes.close()
    stage.close()
    return left, right


def main(names: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    graphics = Graphics()
    for name in names or SHOTS:
        shot = SHOTS[name]
        eyes = draw(graphics, shot, OF_A_PAIR if shot.eyes == 2 else SIZE)
        image = Image.fromarray(np.concatenate(eyes[: shot.eyes], axis=1))
        image.save(FOLDER / f"{name}.jpg", quality=QUALITY)


if __name__ == "__main__":
    main(sys.argv[1:])
