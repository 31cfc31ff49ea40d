"""What the trainee's view has rested on, and for how long.

The view is the eyes' direction where a headset follows them, and the head's elsewhere. What a scenario asks of it
("looked at") is meant for either: the cone of 8 degrees forgives a head that is not quite turned to what the eyes
see, and the error of an eye tracker. No point of the score is drawn from it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace

from sim.session.clock import Micros, micros
from sim.session.crossings import view_intervals
from sim.session.paths import Path
from sim.state import Vec3

CONE_DEGREES = 8.0
_COS_CONE = math.cos(math.radians(CONE_DEGREES))


def direction_of(heading: float, pitch: float) -> Vec3:
    """The unit vector of a view direction: heading 0 is north (+y), pitch up is positive; degrees."""
    h, p = math.radians(heading), math.radians(pitch)
    return (-math.sin(h) * math.cos(p), math.cos(h) * math.cos(p), math.sin(p))


def view_towards(eye: Vec3, point: Vec3) -> tuple[float, float]:
    """Heading and pitch, in degrees, of the view from ``eye`` to ``point``."""
    x, y, z = (p - e for p, e in zip(point, eye, strict=True))
    return math.degrees(math.atan2(-x, y)), math.degrees(math.atan2(z, math.sqrt(x * x + y * y)))


class Gaze:
    """Adds up how long the view rested on each watched thing, in scene time.

    ``aim`` gives the path of a thing's middle. What has been added up stands for everything before
    ``since``; from there on the view and the paths have not changed.
    """

    def __init__(self, watched: Iterable[str], aim: Callable[[str], Path | None], eye: Vec3, heading: float) -> None:
        self._aim = aim
        self._rested: dict[str, Micros] = dict.fromkeys(watched, 0)
        self._since: Micros = 0
        self.eye = eye
        self.direction = direction_of(heading, 0.0)

    @property
    def watches(self) -> bool:
        """Whether anything depends on where the trainee looks."""
        return bool(self._rested)

    def settle(self, now: Micros) -> None:
        """Add up until ``now``; to be called before the view or a path changes."""
        for name in self._rested:
            self._rested[name] = self.rested(name, now)
        self._since = now

    def turn(self, heading: float, pitch: float) -> None:
        """Where one looks from now on: with the eyes where they are followed, else with the head."""
        self.direction = direction_of(heading, pitch)

    def stand(self, eye: Vec3) -> None:
        """From where one looks from now on."""
        self.eye = eye

    def rested(self, name: str, now: Micros) -> Micros:
        """How long, until ``now``, the view has rested on a watched thing."""
        total = self._rested[name]
        for begin, end in self._intervals(name):
            if begin >= now:
                break
            total += (now if end is None else min(end, now)) - begin
        return total

    def reaches(self, name: str, seconds: float, now: Micros) -> Micros | None:
        """When after ``now`` the view will have rested on it for so many seconds, if nothing changes."""
        needed = micros(seconds) - self._rested[name]
        for begin, end in self._intervals(name):
            if end is None or end - begin >= needed:
                return moment if (moment := begin + needed) > now else None
            needed -= end - begin
        return None

    def _intervals(self, name: str) -> Iterable[tuple[Micros, Micros | None]]:
        path = self._aim(name)
        if path is None:
            return
        for line in path.pieces(self._since):
            yield from view_intervals(self.eye, self.direction, _COS_CONE, line)


def raised(path: Path, height: float) -> Path:
    """A path, so much higher: of a thing's middle rather than its base."""
    knots = (replace(k, position=(k.position[0], k.position[1], k.position[2] + height)) for k in path.knots)
    return Path(tuple(knots))
