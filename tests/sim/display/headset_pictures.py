"""What a trainee sees in the headset, for the docs: both eyes side by side, or one of them.

    python -m tests.sim.display.headset_pictures [NAME ...]

draws all of ``SHOTS``, or those named, into docs/pictures/headset.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from panda3d import core
from PIL import Image

import scenarios
from common.text import text
from scenarios.registry import registry
from sim.display.headset.panel_layout import layout
from sim.display.headset.panel_pictures import PanelPictures
from sim.display.headset.shown import Button, Leap, Panel, PlacedPanel, Pulse, Ray, Shown
from sim.display.headset.shown_nodes import ShownNodes
from sim.display.moments import after_accident, at_scene_time
from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.render.stage import Stage
from sim.render.stereo import StereoPicture, level_eyes
from sim.session.stance import EYE_HEIGHT
from sim.session.wheel import choices, option_order
from sim.state import SceneState, Vec3
from sim.world.bake import baked_light
from sim.world.compose import World, compose

SIZE, SAMPLES = (800, 800), 4
FIELD, APART = 92.0, 0.064
FOLDER = Path(__file__).parents[3] / "docs" / "pictures" / "headset"
QUALITY = 86
LANG = "zh"


@dataclass(frozen=True)
class Moment:
    """Somebody stands in a scenario, as the pictures of it are put together."""

    world: World
    state: SceneState
    head: View

    def direction(self, right: float, up: float) -> Vec3:
        """The unit direction so many degrees right of and above where the head looks."""
        return View(self.head.eye, self.head.heading - right, self.head.pitch + up).direction(0.5, 0.5, 1.0)

    def at(self, right: float, up: float, away: float) -> Vec3:
        return tuple(e + d * away for e, d in zip(self.head.eye, self.direction(right, up), strict=True))

    def turned(self, h: float = 0.0, p: float = 0.0, r: float = 0.0) -> tuple[float, ...]:
        """A turn, degrees, after that of the head's heading."""
        turn = core.LQuaternionf()
        turn.setHpr(core.LVecBase3f(self.head.heading + h, p, r))
        return tuple(turn)

    def panel(self, key: str, panel: Panel, right: float, up: float, away: float = 1.5, **more: object) -> PlacedPanel:
        """A panel that faces the eye, ``up`` degrees being its middle."""
        return PlacedPanel(key, panel, self.at(right, up, away), self.turned(-right, self.head.pitch + up), **more)

    def button(self, placed: PlacedPanel, name: str) -> Vec3:
        """The middle of a panel's button in the world."""
        rect = layout(placed.panel).buttons[name]
        turn = core.LQuaternionf(*placed.turned)
        spot = turn.xform(core.LVecBase3f((rect.left + rect.right) / 2, 0, (rect.low + rect.high) / 2))
        return tuple(c + s for c, s in zip(placed.centre, spot, strict=True))

    def hand(self, side: str, kind: str = "controller") -> tuple[tuple, Vec3]:
        """A hand held up before the body, and where its ray begins."""
        sign = 1 if side == "right" else -1
        turned = self.turned(sign * 6, 64) if kind == "controller" else self.turned(sign * 12, 78, sign * -28)
        return (side, self.at(sign * 21, -36, 0.50), turned, kind), self.at(sign * 19.5, -31, 0.58)

    def wrist(self) -> PlacedPanel:
        panel = Panel("wrist", words("found", found=2, total=len(self.world.scenario.hazards)),
                      (words("seconds_left", seconds=95),), (Button("pause", PAUSE, "plain"),), 0.62, 0.17)  # fmt: skip
        return self.panel("wrist", panel, -27, -26, 0.50)


PAUSE = "暂停"


def words(key: str, **places: object) -> str:
    return text(f"display.offer.{key}", LANG, **places)


def wheel(moment: Moment) -> Shown:
    """What is wrong with this thing?"""
    scenario, name = moment.world.scenario, next(iter(moment.world.scenario.hazards))
    target = scenario.hazards[name].target
    offered = choices(scenario, target, 0)
    buttons = [Button(each, getattr(registry().problems[each], LANG)) for each in offered]
    deed = next(iter(scenario.deeds.values()), None)
    if deed is not None:
        buttons.append(Button("deed", getattr(deed.text, LANG), "good"))
    panel = Panel("wheel", words("what_is_wrong"), (), (*buttons, Button("never", words("never_mind"), "plain")))
    placed = moment.panel("wheel", panel, 17, -6, hovered=offered[1])
    hand, start = moment.hand("right")
    other, _ = moment.hand("left")
    thing = moment.world.aim_point(moment.state, target)
    rays = (Ray("right", start, moment.button(placed, offered[1]), "button"),)
    caption = moment.panel("caption", Panel("caption", "班长", ("都抓紧点，天黑前把水抽干！",)), -14, -19, 1.6)
    return Shown((placed, caption, moment.wrist()), rays, (hand, other), pulses=(Pulse(thing, 0.35),))


def decision(moment: Moment) -> Shown:
    """A decision, answered by dwelling on a button."""
    scenario = moment.world.scenario
    name, asked = next(iter(scenario.decisions.items()))
    options = [Button(each, getattr(asked.options[each].text, LANG)) for each in option_order(asked, name, 0)]
    panel = Panel("panel", getattr(asked.ask, LANG), (words("seconds_left", seconds=14),), tuple(options), 0.7, 1.0)
    placed = moment.panel("decision", panel, 0, -7, 1.6, hovered=options[1].id, pressed=0.55)
    hand, start = moment.hand("right", "hand")
    other, _ = moment.hand("left", "hand")
    ray = Ray("right", start, moment.button(placed, options[1].id), "button", 0.55)
    return Shown((placed,), (ray,), (hand, other))


def leap(moment: Moment) -> Shown:
    """On the way to another place."""
    world, eye = moment.world, moment.head.eye
    places = [(k, _feet(world.eye(k))) for k in range(len(world.scenario.standpoints))]
    others = [place for place in places if math.dist(place[1], _feet(eye)) > 0.5]
    ahead = [place for place in others if _off(moment, place[1]) < 40]
    index, landing = min(ahead, key=lambda place: math.dist(place[1], eye))
    hand, start = moment.hand("right")
    arc = [_flown(start, landing, share) for share in np.linspace(0, 1, 20)]
    caption = Panel("caption", "", ("发动机声 · 左后方，越来越近",))
    return Shown(
        (moment.panel("caption", caption, 0, -20, 1.6), moment.wrist()),
        (Ray("right", arc[-1], arc[-1], "place"),), (hand, moment.hand("left")[0]),
        leap=Leap(tuple(arc), landing, index), places=tuple(others), vignette=0.0,
    )  # fmt: skip


def _feet(eye: Vec3) -> Vec3:
    return (eye[0], eye[1], eye[2] - EYE_HEIGHT)


def _off(moment: Moment, spot: Vec3) -> float:
    """How many degrees from where the head looks a spot lies."""
    x, y = spot[0] - moment.head.eye[0], spot[1] - moment.head.eye[1]
    away = math.degrees(math.atan2(-x, y)) - moment.head.heading
    return abs((away + 180) % 360 - 180)


def _flown(start: Vec3, end: Vec3, share: float) -> Vec3:
    x, y, z = (a + (b - a) * share for a, b in zip(start, end, strict=True))
    return (x, y, z + 0.9 * share * (1 - share) * math.dist(start, end) ** 0.5)


def moving(moment: Moment) -> Shown:
    """The view narrows while it moves, and the edge of the free area is near."""
    x, y, z = _feet(moment.head.eye)
    turn = math.radians(moment.head.heading)
    corners = []
    for across, ahead in ((-1.4, -0.8), (0.9, -0.8), (0.9, 1.1), (-1.4, 1.1)):
        corners.append(
            (
                x + across * math.cos(turn) - ahead * math.sin(turn),
                y + across * math.sin(turn) + ahead * math.cos(turn),
                z,
            )
        )
    hint = moment.panel("hint", Panel("hint", "", ("已到活动区边缘，请退回中间",)), 0, -12, 1.4)
    return Shown((hint,), vignette=1.0, wall=1.0, bounds=tuple(corners))


def debrief(moment: Moment) -> Shown:
    """After the accident, the scene in the dark."""
    scenario = moment.world.scenario
    lines = (getattr(scenario.accident.chain, LANG), getattr(scenario.debrief.first_aid, LANG))
    buttons = (Button("go", words("to_redo"), "good"), Button("stop", "结束体验", "plain"))
    placed = moment.panel("debrief", Panel("panel", words("accident"), lines, buttons, width=1.0), 0, -6, 1.6)
    hand, start = moment.hand("right")
    return Shown((placed,), (Ray("right", start, moment.button(placed, "go"), "button"),), (hand,), dark=0.85)


def exercise(moment: Moment) -> Shown:
    """Chest compressions along with the beat."""
    name, asked = next(iter(moment.world.scenario.exercises.items()))
    said = f"12 / {asked.beats}　{words('rate', rate=104)}　{words('pace.good')}"
    panel = Panel("panel", getattr(asked.ask, LANG), (said,), (Button("beat", "按", "round", 0.8),), 0.4)
    placed = moment.panel(name, panel, 0, -8, 1.5, hovered="beat")
    hands = [moment.hand(side, "hand") for side in ("left", "right")]
    return Shown((placed,), (Ray("right", hands[1][1], moment.button(placed, "beat"), "button"),), (hands[1][0],))


@dataclass(frozen=True)
class Shot:
    scenario: str
    seconds: float
    shown: Callable[[Moment], Shown]
    standpoint: int = 0
    turn: tuple[float, float] = (0.0, -8.0)
    """Degrees left of the standpoint's own heading, and up."""
    eyes: int = 2
    after: bool = False
    """The seconds count from the accident on."""


SHOTS = {
    "wheel": Shot("electrocution-temporary-power", 12.0, wheel),
    "decision": Shot("coal-heading-gas-explosion", 60.0, decision),
    "leap": Shot("highway-breakdown-second-crash", 20.0, leap),
    "moving": Shot("electrocution-temporary-power", 30.0, moving, turn=(30.0, -14.0), eyes=1),
    "debrief": Shot("electrocution-temporary-power", 30.0, debrief, eyes=1, after=True),
    "exercise": Shot("cardiac-arrest-aed", 20.0, exercise, eyes=1),
}


def draw(graphics: Graphics, shot: Shot, size: tuple[int, int] = SIZE) -> tuple[np.ndarray, np.ndarray]:
    """Both eyes' pictures, (h, w, 3) RGB."""
    scenario = scenarios.load(shot.scenario).scenario
    world = compose(scenario)
    state = (after_accident if shot.after else at_scene_time)(scenario, shot.seconds)
    heading = scenario.standpoints[shot.standpoint].heading + shot.turn[0]
    head = View(world.eye(shot.standpoint), heading, shot.turn[1], FIELD)
    state = replace(state, fade=None)
    stage = Stage(graphics, world, baked_light(world))
    pictures = PanelPictures(at_once=True)
    nodes = ShownNodes(stage, pictures)
    picture = StereoPicture(stage, size, SAMPLES, read_back=True)
    nodes.show(shot.shown(Moment(world, state, head)), head.eye)
    picture.draw(state, head, level_eyes(APART, FIELD, FIELD))
    left, right = (image.copy() for image in picture.images())
    picture.remove()
    nodes.close()
    stage.close()
    return left, right


def main(names: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    graphics = Graphics()
    for name in names or SHOTS:
        eyes = draw(graphics, SHOTS[name])
        image = Image.fromarray(np.concatenate(eyes[: SHOTS[name].eyes], axis=1))
        image.save(FOLDER / f"{name}.jpg", quality=QUALITY)


if __name__ == "__main__":
    main(sys.argv[1:])
