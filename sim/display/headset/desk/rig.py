"""How the room that a trainee really stands in lies in the world of the scene.

Only what the trainee does changes it: a leap, a turn by the stick, a recentring.
"""

from __future__ import annotations

from sim.display.headset.desk.rotation import about_up, add, facing, less, times, turned
from sim.session.stance import EYE_HEIGHT
from sim.state import Vec3
from sim.xr.tracked import Pose

PLAUSIBLE_EYES = (1.0, 2.2)
"""Metres between which the eyes of somebody who stands are; else the runtime's floor is not the floor."""


class Rig:
    """Takes poses of the tracking space into the world."""

    def __init__(self, *, seated: bool) -> None:
        self._seated = seated
        self._ground: Vec3 = (0.0, 0.0, 0.0)
        self.position: Vec3 = (0.0, 0.0, 0.0)
        """Where the origin of the tracking space lies in the world."""
        self.heading = 0.0
        """How far the tracking space is turned, degrees."""

    @property
    def ground(self) -> Vec3:
        """The standpoint that the trainee was put at."""
        return self._ground

    @property
    def turn(self) -> tuple[float, float, float, float]:
        """The rotation from the tracking space to the world."""
        return about_up(self.heading)

    def point(self, point: Vec3) -> Vec3:
        return add(self.position, turned(self.turn, point))

    def pose(self, pose: Pose) -> Pose:
        return Pose(self.point(pose.position), times(self.turn, pose.turned))

    def recentre(self, head: Pose, heading: float, *, floor: bool) -> None:
        """Put the head over the standpoint, what it faces now at this heading of the world.

        Who stands on a floor that the runtime knows keeps the own height; else, and seated, the eyes are put as
        high as those of somebody who stands.
        """
        self.heading = heading - facing(head.turned)
        own = floor and not self._seated and PLAUSIBLE_EYES[0] <= head.position[2] <= PLAUSIBLE_EYES[1]
        lift = 0.0 if own else EYE_HEIGHT - head.position[2]
        x, y, _ = turned(self.turn, head.position)
        self.position = (self._ground[0] - x, self._ground[1] - y, self._ground[2] + lift)

    def stand(self, ground: Vec3) -> None:
        """Go to another standpoint; whoever stands a step beside the one stands a step beside the other."""
        self.position = add(self.position, less(ground, self._ground))
        self._ground = ground

    def snap(self, degrees: float, head: Pose) -> None:
        """Turn round the trainee's own head, which stays where it is."""
        x, y, z = self.point(head.position)
        self.heading += degrees
        right, forward, _ = turned(self.turn, head.position)
        self.position = (x - right, y - forward, z - head.position[2])
