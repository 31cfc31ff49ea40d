"""What a trainee in the headset sees: buttons of panels, things, and what stands between."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np

from common.text import Lang
from sim.display.headset.desk.rig import Rig
from sim.display.headset.desk.rotation import add, back, less, turned
from sim.display.headset.drawn.panel_layout import layout
from sim.display.headset.shown import PlacedPanel, Shown
from sim.play_live import LiveSession
from sim.session.stance import eye_at
from sim.state import SceneState, Vec3
from sim.world.picking import Picker


class Visit(Protocol):
    """What stands before the trainee."""

    shown: Shown
    live: LiveSession
    picker: Picker
    lang: Lang

    @property
    def rig(self) -> Rig: ...

    @property
    def in_scene(self) -> bool: ...

    def state(self) -> SceneState: ...


class Seeing:
    """Looks at a visit as it is in this frame. Points are in the world."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._last: Vec3 = (0.0, 0.0, 0.0)

    def panel(self, key: str) -> PlacedPanel | None:
        return next((placed for placed in self._visit.shown.panels if placed.key == key), None)

    def button(self, words: str) -> tuple[str, str] | None:
        """The panel and the id of the button that says this."""
        for placed in self._visit.shown.panels:
            for button in placed.panel.buttons:
                if button.text == words:
                    return placed.key, button.id
        return None

    def good_button(self) -> tuple[str, str] | None:
        """The way on, as panels show it."""
        for placed in self._visit.shown.panels:
            for button in placed.panel.buttons:
                if button.style == "good":
                    return placed.key, button.id
        return None

    def middle_of_button(self, key: str, button: str) -> Vec3:
        """Where it is; where it is gone, where one was last."""
        placed = self.panel(key)
        if placed is not None and button in layout(placed.panel).buttons:
            rect = layout(placed.panel).buttons[button]
            middle = ((rect.left + rect.right) / 2, 0.0, (rect.low + rect.high) / 2)
            self._last = add(placed.centre, turned(placed.turned, middle))
        return self._last

    def middle_of(self, target: str) -> Vec3:
        """Of a thing."""
        middle = self._visit.picker.sample_points(self._visit.state(), target).mean(0)
        return tuple(float(part) for part in middle)

    def better_place(self, target: str) -> int:
        """The nearest standpoint from which something of a thing is seen; else the one where the trainee is."""
        state, scenario = self._visit.state(), self._visit.live.session.scenario
        middle = self.middle_of(target)
        eyes = [eye_at(scenario, index) for index in range(len(scenario.standpoints))]
        seen = [index for index, eye in enumerate(eyes) if self._visit.picker.line_of_sight(state, eye, target)]
        return min(seen, key=lambda index: math.dist(eyes[index], middle), default=state.trainee.standpoint)

    def free_point(self, target: str, start: Vec3) -> Vec3 | None:
        """A point in the middle of what is seen of a thing from ``start``, with no panel before it."""
        state = self._visit.state()
        points = self._visit.picker.sample_points(state, target).astype(float)
        towards = points - start
        towards /= np.linalg.norm(towards, axis=1, keepdims=True)
        names, _ = self._visit.picker.first_met(state, start, towards)
        free = [
            point
            for point, way, name in zip(points, towards, names, strict=True)
            if name == target and not any(covers(placed, start, way) for placed in self._visit.shown.panels)
        ]
        if not free:
            return None
        middle = np.mean(free, axis=0)
        best = min(free, key=lambda point: np.linalg.norm(point - middle))
        return tuple(float(part) for part in best)


def covers(placed: PlacedPanel, start: Vec3, direction: np.ndarray) -> bool:
    """Whether a ray meets a panel."""
    undo = back(placed.turned)
    x, y, z = turned(undo, less(start, placed.centre))
    right, forward, up = turned(undo, tuple(direction))
    if forward < 1e-6 or y >= 0:
        return False
    wide, high = layout(placed.panel).size
    metres = -y / forward
    return abs(x + right * metres) <= wide / 2 and abs(z + up * metres) <= high / 2
