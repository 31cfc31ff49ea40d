"""Where panels stand: at a comfortable distance, a little below the eyes, in the world and not at the head."""

from __future__ import annotations

import math

from sim.display.headset.desk.person import Person
from sim.display.headset.desk.rotation import heading_and_pitch, heading_between, less, looking
from sim.session.gaze import direction_of
from sim.state import Vec3
from sim.xr.tracked import Pose, Quaternion

Place = tuple[Vec3, Quaternion]
"""The middle of a panel and the rotation from its frame to the world's."""

TOP = 3.0
"""Degrees over the eyes that a high panel may reach."""
MIDDLE = -9.0
HINT_TOP, CAPTION_TOP = -1.0, -21.0
CAPTION_METRES, BESIDE_METRES = 1.45, 1.4
BETWEEN = 1.5
"""Degrees between two panels over each other."""
BESIDE_GAP = 5.0
BESIDE_HIGHEST, BESIDE_LOWEST = -3.0, -16.0
OVER_WRIST = 0.17
"""Metres: clear of the hand and of what it holds."""
BELT_PITCH, BELT_METRES = -55.0, 0.9

AWAY_DEGREES, AWAY_METRES = 35.0, 0.45
"""So far a trainee turns or steps before panels come along,"""
PATIENCE, GLIDE = 0.7, 0.5
"""after so many seconds, in so many."""


class Following:
    """What is ahead of the trainee, for panels: stays where it is, and comes along when it was left."""

    def __init__(self) -> None:
        self.eye: Vec3 = (0.0, 0.0, 0.0)
        self.heading = 0.0
        self._met = False
        self._left_at: float | None = None
        self._glide: tuple[float, Vec3, float] | None = None

    def meet(self, person: Person) -> None:
        """Be ahead of the trainee at once."""
        self.eye, self.heading = person.head.position, person.heading
        self._met, self._left_at, self._glide = True, None, None

    def follow(self, person: Person, *, held: bool) -> None:
        """One frame further; ``held`` while a panel is being pointed at, which then must not leave."""
        if not self._met:
            self.meet(person)
        elif self._glide is not None:
            self._go_on(person)
        elif held or not self.is_left(person):
            self._left_at = None
        elif self._left_at is None:
            self._left_at = person.now
        elif person.now - self._left_at >= PATIENCE:
            self._glide = (person.now, self.eye, self.heading)

    def is_left(self, person: Person) -> bool:
        """Whether the trainee has turned or gone away from it."""
        turned = abs(heading_between(self.heading, person.heading)) > AWAY_DEGREES
        return turned or math.dist(self.eye, person.head.position) > AWAY_METRES

    def _go_on(self, person: Person) -> None:
        """Along a glide, which ends ahead of the trainee."""
        begun, eye, heading = self._glide
        share = min(1.0, (person.now - begun) / GLIDE)
        eased = share * share * (3 - 2 * share)
        self.eye = tuple(a + (b - a) * eased for a, b in zip(eye, person.head.position, strict=True))
        self.heading = heading + heading_between(heading, person.heading) * eased
        if share >= 1.0:
            self._glide = self._left_at = None

    def place(self, pitch: float, metres: float) -> Place:
        """A panel whose middle is so many degrees over the eyes."""
        return before(self.eye, self.heading, pitch, metres)


def before(eye: Vec3, heading: float, pitch: float, metres: float) -> Place:
    """A panel that faces ``eye`` from this direction."""
    x, y, z = direction_of(heading, pitch)
    return (eye[0] + x * metres, eye[1] + y * metres, eye[2] + z * metres), looking(heading, pitch)


def half_degrees(length: float, metres: float) -> float:
    """Half of the angle that a length takes up."""
    return math.degrees(math.atan(length / 2 / metres))


def pitch_ahead(height: float, metres: float) -> float:
    """Of the middle of a panel so high: near ``MIDDLE``, but never higher than ``TOP`` with its upper edge."""
    return min(MIDDLE, TOP - half_degrees(height, metres))


def beside(eye: Vec3, towards: Vec3, size: tuple[float, float], *, left: bool) -> Place:
    """A panel next to a direction, which it leaves free."""
    heading, pitch = heading_and_pitch(towards)
    aside = half_degrees(size[0], BESIDE_METRES) + BESIDE_GAP
    high = half_degrees(size[1], BESIDE_METRES)
    pitch = min(TOP - high, max(BESIDE_LOWEST, min(BESIDE_HIGHEST, pitch)))
    return before(eye, heading + (aside if left else -aside), pitch, BESIDE_METRES)


def at_wrist(grip: Pose, eye: Vec3) -> Place:
    """Over the hand, turned to the eyes."""
    x, y, z = grip.position
    centre = (x, y, z + OVER_WRIST)
    return centre, looking(*heading_and_pitch(less(centre, eye)))


def standing_at(point: Vec3, eye: Vec3) -> Place:
    """Upright at a point, turned to the eyes."""
    return point, looking(heading_and_pitch(less(point, eye))[0], 0.0)
