"""Where the trainee stands and which way the view goes."""

from __future__ import annotations

from scenarios.model import Scenario
from sim.session.paths import Knot, Path
from sim.session.things import vec3
from sim.state import TraineeState, Vec3

EYE_HEIGHT = 1.62
"""Metres above the standpoint."""
MAX_PITCH = 89.0


class Stance:
    """Only the trainee changes it: the camera never moves by itself."""

    def __init__(self, scenario: Scenario) -> None:
        self._standpoints = scenario.standpoints
        self.heading: float = scenario.standpoints[0].heading
        self.pitch: float = 0.0
        self._stand(0)

    def _stand(self, index: int) -> None:
        self.standpoint = index
        x, y, z = self.ground = vec3(self._standpoints[index].at)
        self.eye: Vec3 = (x, y, z + EYE_HEIGHT)
        self.path = Path([Knot(0, self.ground)])

    def look(self, heading: float, pitch: float) -> None:
        self.heading = heading
        self.pitch = max(-MAX_PITCH, min(MAX_PITCH, pitch))

    def step(self, to: int) -> bool:
        """Go to a standpoint; False when there is none of that index."""
        if to >= len(self._standpoints):
            return False
        self._stand(to)
        return True

    def state(self) -> TraineeState:
        return TraineeState(self.standpoint, self.eye, self.heading, self.pitch)


def eye_at(scenario: Scenario, standpoint: int) -> Vec3:
    """The eye of a trainee at a standpoint."""
    x, y, z = vec3(scenario.standpoints[standpoint].at)
    return (x, y, z + EYE_HEIGHT)
