"""Still pictures of a scenario: the start, each hazard, the view from above, the accident's replay."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from scenarios.model import Hazard, Scenario
from sim.display.moments import after_accident, at_scene_time, in_window
from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.render.picture import WholePicture
from sim.render.stage import Stage
from sim.state import EffectState, SceneState, Vec3
from sim.world.bake import baked_light
from sim.world.compose import World
from sim.world.picking import Picker
from sim.world.sight import visible_pixels

Picture = NDArray[np.uint8]
"""(h, w, 3) RGB, the top row first."""
SIZE = (960, 540)
START_FIELD = 75.0
NARROWEST, WIDEST = 16.0, 62.0
FILLS = 0.42
"""How much of the picture's width a hazard takes at most."""
MOST_PIXELS = 40_000.0
CLEAR_VIEW = 4.0
CUT = 2.6
"""Metres over the floor at which a room is cut open to be looked into from above."""
ROOM_FIELD, ROOM_MARGIN = 40.0, 3.0
LAMP_REACH = 4.5
"""Metres at which a helmet's lamp lights things well."""
REPLAY_FIELD = 55.0
REPLAY_MOMENTS = (0.0, 1.2, 3.0)
JPEG_QUALITY = 88


class Stills:
    """Draws moments of one world as pictures."""

    def __init__(self, graphics: Graphics, world: World, size: tuple[int, int] = SIZE, samples: int = 4) -> None:
        self.world = world
        self._stage = Stage(graphics, world, baked_light(world))
        self._picture = WholePicture(self._stage, size, samples)
        self._samples = samples
        self._picker = Picker(world)

    def picture(self, state: SceneState, view: View) -> Picture:
        """One moment from one view."""
        return self._picture.image(state, view)

    def start(self) -> Picture:
        """What the trainee sees at the start."""
        first = self.world.scenario.standpoints[0]
        view = View(self.world.eye(0), first.heading, -4.0, START_FIELD)
        return self.picture(at_scene_time(self.world.scenario, 1.0), view)

    def above(self) -> Picture:
        """Where the scenario plays: from high above its south edge, or into its rooms with the ceiling cut off."""
        scenario = self.world.scenario
        state = at_scene_time(scenario, 1.0)
        eyes = [self.world.eye(index) for index in range(len(scenario.standpoints))]
        spots = [*eyes, *(self.world.aim_point(state, hazard.target) for hazard in scenario.hazards.values())]
        low, high = np.min(spots, axis=0), np.max(spots, axis=0)
        ceiling = self._ceiling(state, eyes)
        if ceiling < math.inf:
            floor = min(self.world.ground(x, y) for x, y, _ in eyes)
            cut = min(max(floor + CUT, high[2] + 0.5), ceiling - 0.1)
            view = _straight_down(low, high, cut)
            return self._in_clear_air(state, view) if self.world.place.light.helmet_lamp else self.picture(state, view)
        middle = ((low + high) / 2).tolist()
        across = float(np.clip(max(high[0] - low[0], 1.3 * (high[1] - low[1])) + 4.0, 12.0, 60.0))
        eye = (middle[0], middle[1] - across * 0.75, across * 0.62)
        return self.picture(state, View.towards(eye, (middle[0], middle[1], 0.5), 60.0))

    def _ceiling(self, state: SceneState, eyes: list[Vec3]) -> float:
        """Height of the lowest ceiling over an eye; infinite when all have the sky above them."""
        up = np.array([[0.0, 0.0, 1.0]])
        return min(eye[2] + float(self._picker.first_met(state, eye, up)[1][0]) for eye in eyes)

    def _in_clear_air(self, state: SceneState, view: View) -> Picture:
        """A moment underground from high above: without dusty air in between, the helmet's lamp as much stronger."""
        place = self.world.place
        power = place.light.helmet_lamp * (view.near / LAMP_REACH) ** 2
        light = replace(place.light, fog_density=0.0, dust=0.0, helmet_lamp=power)
        stage = Stage(self._stage.graphics, replace(self.world, place=replace(place, light=light)), self._stage.light)
        picture = WholePicture(stage, self._picture.size, self._samples)
        try:
            return picture.image(state, view)
        finally:
            picture.remove()
            stage.close()

    def hazard(self, name: str) -> Picture:
        """A hazard from where it is seen best, at the moment of its window when it is seen best."""
        state, view = self.best_view(name)
        return self.picture(state, view)

    def best_view(self, name: str) -> tuple[SceneState, View]:
        """The moment and the view in which a hazard's cue is seen best."""
        world, hazard = self.world, self.world.scenario.hazards[name]
        best: tuple[float, SceneState, Vec3] | None = None
        for moment in in_window(world.scenario, name):
            for index in range(len(world.scenario.standpoints)):
                state, eye = world.seen_from(moment, index), world.eye(index)
                worth = self._worth(state, eye, hazard)
                if best is None or worth > best[0]:
                    best = (worth, state, eye)
        _, state, eye = best
        view = self._close_up(state, eye, hazard) if hazard.focus else self._framed(state, eye, hazard.target)
        return replace(state, captions=(), fade=None), view

    def _worth(self, state: SceneState, eye: Vec3, hazard: Hazard) -> float:
        """How well a hazard's cue is seen from ``eye``; more is better."""
        pixels, share = visible_pixels(self.world, self._picker, state, eye, hazard.target)
        # Beyond a few metres more pixels say less than an open view.
        worth = min(pixels, MOST_PIXELS) / MOST_PIXELS * (0.3 + 0.7 * share)
        if hazard.focus is None:
            return worth
        at = self.world.point_on(state, hazard.target, hazard.focus.at)
        distance = math.dist(eye, at)
        away = np.subtract(at, eye) / max(distance, 1e-6)
        (met,), (reached,) = self._picker.first_met(state, eye, away[None])
        clear = met == hazard.target and abs(reached - distance) < hazard.focus.size
        return worth + (CLEAR_VIEW / max(distance, 1.0) if clear else 0.0)

    def _close_up(self, state: SceneState, eye: Vec3, hazard: Hazard) -> View:
        """A view of the point on the target that the scenario names, with some of what is around it."""
        at = self.world.point_on(state, hazard.target, hazard.focus.at)
        return View.towards(eye, at, self._field(hazard.focus.size, math.dist(eye, at), 2.5))

    @staticmethod
    def _field(size: float, distance: float, narrowest: float = NARROWEST) -> float:
        field = math.degrees(2 * math.atan(size / 2 / FILLS / max(distance, 0.2)))
        return min(WIDEST, max(narrowest, field))

    def _framed(self, state: SceneState, eye: Vec3, target: str) -> View:
        """A view that has the whole thing in it, as large as is sensible."""
        points = self._picker.sample_points(state, target, 2000)
        low, high = np.quantile(points, 0.02, axis=0), np.quantile(points, 0.98, axis=0)
        middle = tuple(float(part) for part in (low + high) / 2)
        size, distance = float(np.linalg.norm(high - low)), math.dist(eye, middle)
        return View.towards(eye, middle, self._field(size, distance))

    def replay(self) -> list[Picture]:
        """The accident looked back at from outside, with the scenario's lines drawn in."""
        told = self.world.scenario.accident.replay
        view = View.towards(tuple(told.eye), tuple(told.look_at), REPLAY_FIELD)
        return [self.picture(self._explained(seconds), view) for seconds in REPLAY_MOMENTS]

    def _explained(self, seconds: float) -> SceneState:
        return explained(self.world.scenario, after_accident(self.world.scenario, seconds))

    def close(self) -> None:
        self._picture.remove()
        self._stage.close()


def explained(scenario: Scenario, state: SceneState) -> SceneState:
    """A state as the replay shows it: the scenario's lines over the scene, no fade and no marks."""
    lines = tuple(
        EffectState("line", None, tuple((p[0], p[1], p[2] if len(p) > 2 else 0.02) for p in line), 0.0, 1.0, index)
        for index, line in enumerate(scenario.accident.replay.lines)
    )
    kept = tuple(effect for effect in state.effects if effect.name != "flash")
    return replace(state, fade=None, effects=kept + lines, flagged=(), redo=None, captions=())


def _straight_down(low: NDArray, high: NDArray, cut: float) -> View:
    """Straight down on what lies between two corners, cut off at the height ``cut``, its longer side across."""
    wide, deep = (high[:2] - low[:2] + 2 * ROOM_MARGIN).tolist()
    width = max(wide, deep, min(wide, deep) * SIZE[0] / SIZE[1])
    distance = width / 2 / math.tan(math.radians(ROOM_FIELD / 2))
    x, y = ((low + high) / 2)[:2].tolist()
    return View((x, y, cut + distance), 0.0 if wide >= deep else 90.0, -90.0, ROOM_FIELD, near=distance)


def scenario_pictures(stills: Stills) -> Iterator[tuple[str, Picture]]:
    """Every picture of a scenario with its name: ``start``, the hazards' ids, ``replay``, ``replay-2``..."""
    yield "start", stills.start()
    for name in stills.world.scenario.hazards:
        yield name, stills.hazard(name)
    for index, picture in enumerate(stills.replay()):
        yield ("replay" if index == 0 else f"replay-{index + 1}"), picture


def picture_count(scenario: Scenario) -> int:
    return 1 + len(scenario.hazards) + len(REPLAY_MOMENTS)


def save_jpeg(picture: Picture, path: Path) -> None:
    """Write a picture so that a reader never meets half of it."""
    body = io.BytesIO()
    Image.fromarray(picture).save(body, "JPEG", quality=JPEG_QUALITY)
    part = path.with_suffix(".part")
    part.write_bytes(body.getvalue())
    part.replace(path)
