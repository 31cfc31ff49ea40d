"""Going from standpoint to standpoint: by the stick or the grip with an arc, or by looking at the mark there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sim.display.headset.desk.person import Person
from sim.display.headset.desk.rotation import add, ahead, along, degrees_between, heading_between, less, towards
from sim.display.headset.shown import Leap
from sim.session.gaze import view_towards
from sim.state import Vec3
from sim.xr.tracked import Side

AIMED_HEADING, AIMED_PITCH = 12.0, 25.0
"""So many degrees beside a standpoint a hand may point and still mean it."""
POINTS = 16
BEND = 0.22
"""Of its length the arc rises over a straight line."""
REACH = 4.0
"""Metres at which an arc that leads nowhere ends."""
NEAR_MARK, ON_MARK = 12.0, 3.0
"""Degrees beside a mark within which head or eyes bring it up, and at most mean it;"""
MARK_METRES = 0.35
"""but no farther beside it than this, since things stand around it."""
LOOK_SECONDS = 1.2
LEAST_METRES = 0.3
"""Nearer to a direction straight down than this nothing can be told apart."""


@dataclass(frozen=True, slots=True)
class Aimed:
    """What going somewhere looks like in a frame."""

    leap: Leap | None = None
    marks: tuple[tuple[int, Vec3], ...] = ()
    share: float = 0.0
    """How far looking at a mark has come."""
    side: Side | None = None
    """The hand that aims."""
    to: int | None = None
    """The standpoint to go to now."""


NOWHERE = Aimed()


class Leaping:
    def __init__(self) -> None:
        self._side: Side | None = None
        self._aimed: int | None = None
        self._looked: tuple[int, float] | None = None

    def forget(self) -> None:
        """Nothing is aimed at any more."""
        self._side = self._aimed = self._looked = None

    def follow(self, person: Person, places: Sequence[Vec3], here: int, *, looks: bool = True) -> Aimed:
        """One frame of it, at place ``here`` of all ``places`` in the world; ``looks``: whether head or eyes may
        mean one."""
        others = tuple((index, place) for index, place in enumerate(places) if index != here)
        if person.pointer is not None and person.pointer.dwells:
            self._side = None
            return self._by_looking(person, others) if looks else self._look_away()
        self._looked = None
        aiming = [s for s, hand in person.hands.items() if hand.aim and (hand.keys.forward or hand.keys.squeeze)]
        if self._side is not None and self._side not in aiming:
            to, self._side, self._aimed = self._aimed, None, None
            return Aimed(to=to)
        if not aiming:
            return NOWHERE
        self._side = self._side or aiming[0]
        return self._by_hand(person, places[here], others)

    def _by_hand(self, person: Person, here: Vec3, others: Sequence[tuple[int, Vec3]]) -> Aimed:
        aim = person.hands[self._side].aim
        start, direction = aim.position, ahead(aim.turned)
        self._aimed = _meant(start, direction, others)
        landing = dict(others).get(self._aimed) or _out(start, direction, here[2])
        return Aimed(Leap(_arc(start, landing), landing, self._aimed), tuple(others), side=self._side)

    def _look_away(self) -> Aimed:
        self._looked = None
        return NOWHERE

    def _by_looking(self, person: Person, others: Sequence[tuple[int, Vec3]]) -> Aimed:
        pointer = person.pointer
        off = {index: degrees_between(pointer.direction, towards(pointer.start, place)) for index, place in others}
        marks = tuple((index, place) for index, place in others if off[index] <= NEAR_MARK)
        if not marks:
            return self._look_away()
        index = min(off, key=off.__getitem__)
        reach = math.degrees(math.atan2(MARK_METRES, math.dist(pointer.start, dict(others)[index])))
        if off[index] > min(ON_MARK, reach):
            self._looked = None
            return Aimed(marks=marks)
        if self._looked is None or self._looked[0] != index:
            self._looked = (index, person.now)
        share = min(1.0, (person.now - self._looked[1]) / LOOK_SECONDS)
        if share < 1.0:
            return Aimed(marks=marks, share=share)
        self._looked = None
        return Aimed(to=index)


def _meant(start: Vec3, direction: Vec3, others: Sequence[tuple[int, Vec3]]) -> int | None:
    """The standpoint that a hand points at: rather its side than its height, which nobody can tell far away."""
    heading, pitch = view_towards((0.0, 0.0, 0.0), direction)
    meant: list[tuple[float, int]] = []
    for index, place in others:
        if math.hypot(place[0] - start[0], place[1] - start[1]) < LEAST_METRES:
            continue
        to_heading, to_pitch = view_towards(start, place)
        aside, over = abs(heading_between(heading, to_heading)), abs(pitch - to_pitch)
        if aside <= AIMED_HEADING and over <= AIMED_PITCH:
            meant.append((aside + over / 2, index))
    return min(meant)[1] if meant else None


def _out(start: Vec3, direction: Vec3, ground: float) -> Vec3:
    """Where an arc ends that leads to no standpoint: on the ground, not far away."""
    flat = math.hypot(direction[0], direction[1]) or 1.0
    x, y, _ = along(start, (direction[0] / flat, direction[1] / flat, 0.0), REACH * flat)
    return (x, y, ground)


def _arc(start: Vec3, landing: Vec3) -> tuple[Vec3, ...]:
    """From the hand up and down to the landing."""
    span = less(landing, start)
    rise = BEND * math.hypot(span[0], span[1])
    return tuple(
        add(along(start, span, k / POINTS), (0.0, 0.0, 4 * rise * (k / POINTS) * (1 - k / POINTS)))
        for k in range(POINTS + 1)
    )
