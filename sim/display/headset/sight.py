"""What a pointer meets in the scene: looked up only as often as it is needed, for a look-up takes long."""

from __future__ import annotations

import math

import numpy as np

from sim.display.headset.person import Pointer
from sim.display.headset.rotation import degrees_between
from sim.session.gaze import direction_of
from sim.state import SceneState, Vec3
from sim.world.picking import Picker

STILL_DEGREES, STILL_SECONDS = 1.5, 0.12
"""A pointer that has moved less for so long rests on something;"""
AGAIN_SECONDS = 0.4
"""which is looked up again so often, for things move."""
FARTHEST = 12.0
"""Metres at which a ray ends that meets nothing."""
ROUND = 24
"""Directions in which everything is met once before it counts, so that no shape is made while somebody looks."""


class Sight:
    def __init__(self, picker: Picker) -> None:
        self._picker = picker
        self._direction: Vec3 = (0.0, 0.0, 0.0)
        self._since = 0.0
        self._looked = -math.inf
        self._metres = FARTHEST
        self._on_thing = False

    def warm(self, state: SceneState, eye: Vec3) -> None:
        """Have all shapes ready that are met from ``eye``."""
        level = [direction_of(360 * k / ROUND, pitch) for k in range(ROUND) for pitch in (-15.0, 0.0)]
        self._picker.first_met(state, eye, np.array(level))

    def thing(self, state: SceneState, pointer: Pointer) -> str:
        """The name of the thing that is meant, with some forgiveness; empty for none."""
        pick = self._picker.pick(state, pointer.start, pointer.direction)
        return pick.name if pick else ""

    def met(self, state: SceneState, pointer: Pointer, now: float) -> tuple[float, bool]:
        """How far the ray goes, and whether it ends on a thing: as it was when the pointer last rested."""
        if degrees_between(self._direction, pointer.direction) > STILL_DEGREES:
            self._direction, self._since = pointer.direction, now
            self._on_thing = False
        elif now - self._since >= STILL_SECONDS and now - self._looked >= AGAIN_SECONDS:
            self._looked = now
            [name], [distance] = self._picker.first_met(state, pointer.start, np.array([pointer.direction]))
            self._metres, self._on_thing = min(FARTHEST, float(distance)), bool(name)
        return self._metres, self._on_thing
