"""What a pointer meets in the scene: looked up only as often as it is needed, for a look-up takes long."""

from __future__ import annotations

import math

import numpy as np

from sim.display.headset.desk.person import Pointer
from sim.display.headset.desk.rotation import degrees_between
from sim.state import SceneState, Vec3
from sim.world.picking import Pick, Picker

STILL_DEGREES, STILL_SECONDS = 1.5, 0.12
"""A pointer that has moved less for so long rests on something;"""
SOON_SECONDS, AGAIN_SECONDS = 0.2, 1.0
"""which is looked up not sooner after the last time, and again so often, for things move."""
FARTHEST = 12.0
"""Metres at which a ray ends that meets nothing."""


class Sight:
    def __init__(self, picker: Picker) -> None:
        self._picker = picker
        self._direction: Vec3 = (0.0, 0.0, 0.0)
        self._since = 0.0
        self._looked = -math.inf
        self._metres = FARTHEST
        self._on_thing = self._known = False

    def thing(self, state: SceneState, pointer: Pointer) -> Pick | None:
        """The thing that is meant, with some forgiveness."""
        return self._picker.pick(state, pointer.start, pointer.direction)

    def met(self, state: SceneState, pointer: Pointer, now: float) -> tuple[float, bool]:
        """How far the ray goes, and whether it ends on a thing: as it was when the pointer last rested."""
        if degrees_between(self._direction, pointer.direction) > STILL_DEGREES:
            self._direction, self._since = pointer.direction, now
            self._known = self._on_thing = False
        wait = AGAIN_SECONDS if self._known else SOON_SECONDS
        if now - self._since >= STILL_SECONDS and now - self._looked >= wait:
            self._looked, self._known = now, True
            [name], [distance] = self._picker.first_met(state, pointer.start, np.array([pointer.direction]))
            self._metres, self._on_thing = min(FARTHEST, float(distance)), bool(name)
        return self._metres, self._on_thing
