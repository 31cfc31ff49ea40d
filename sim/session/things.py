"""The things of a scene, props, actors and what the trainee has along: where each is, how it looks, what it does."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scenarios.model import Actor, Carried, Leg, Prop, Scenario, Standpoint, Waypoint
from sim.session.clock import Micros, micros, seconds
from sim.session.paths import Knot, Path
from sim.state import ThingState, Vec3

STRIDE_SPEED = {
    "walk": 1.123,
    "push_trolley": 0.891,
    "run": 2.808,
    "climb_ladder": 0.3,
    "crawl_out": 0.368,
    "carry_box_walk": 1.123,
    "carry_long_walk": 1.123,
    "phone_walk": 1.123,
}
"""Metres a second at which a walking clip, played at its own pace, does not slide: that of the clips in
``assets.people``, written down here so that a session needs no bodies."""
ON_THE_WAY = {"carry_box": "carry_box_walk", "carry_long": "carry_long_walk", "phone": "phone_walk"}
"""What somebody does who takes such a pose and goes on."""


def vec3(point: Sequence[float]) -> Vec3:
    """A scenario's point, on the ground where no height is written."""
    x, y, *z = point
    return (float(x), float(y), float(z[0]) if z else 0.0)


@dataclass(slots=True)
class _Posture:
    """A pose given by an action: it lasts until ``until`` (None: until the next move)."""

    pose: str
    since: Micros
    until: Micros | None


class Thing:
    """A prop or an actor. Times are those of the stage it stands on.

    ``turns`` says whether it faces the way it moves, as people and vehicles do; a prop that is carried
    keeps its heading.
    """

    def __init__(self, name: str, path: Path, *, person: bool, turns: bool, state: str | None) -> None:
        self.person = person
        self.turns = turns
        self.path = path
        self.state = state
        self._posture: _Posture | None = None
        self._held: ThingState | None = None
        self._unchanging: ThingState | None = None
        self._idle_offset = _offset(name)

    @classmethod
    def of_prop(cls, name: str, prop: Prop) -> Thing:
        path = Path([Knot(0, vec3(prop.at), prop.heading)])
        return cls(name, path, person=False, turns=False, state=prop.state)

    @classmethod
    def of_actor(cls, name: str, actor: Actor) -> Thing:
        path = Path([_knot(point) for point in actor.path])
        return cls(name, path, person=actor.character is not None, turns=True, state=actor.state)

    @classmethod
    def of_carried(cls, name: str, carried: Carried, standpoint: Standpoint) -> Thing:
        path = carried_path(carried, standpoint)
        return cls(name, path, person=False, turns=False, state=carried.state)

    def at(self, now: Micros) -> ThingState:
        """Where it is and what it looks like."""
        if self._held is not None:
            return self._held
        if self._unchanging is not None:
            return self._unchanging
        shown = ThingState(self.path.position(now), self.path.heading(now), self.state)
        if self.person:
            clip, clip_time = self._clip(now)
            return replace(shown, clip=clip, clip_time=clip_time)
        if len(self.path.knots) == 1:
            self._unchanging = shown
        return shown

    def change_state(self, state: str) -> None:
        self.state = state
        self._unchanging = None
        if self._held is not None:
            self._held = replace(self._held, state=state)

    def move(self, now: Micros, legs: Sequence[Leg]) -> None:
        """Leave the path for another one, from wherever it is now."""
        here = self.at(now)
        knots = [Knot(now, here.position)]
        for leg in legs:
            knot = Knot(max(now + micros(leg.after), knots[-1].at), vec3(leg.at), leg.heading, leg.pose)
            if knot.at == knots[-1].at:
                knots.pop()
            knots.append(knot)
        if not self.turns:
            knots = _headings_kept(knots, here.heading)
        self.path = Path(knots, facing=here.heading)
        self._posture = self._held = self._unchanging = None

    def put(self, path: Path) -> None:
        """Take another path, at once."""
        self.path = path
        self._posture = self._held = self._unchanging = None

    def take_pose(self, now: Micros, pose: str, *, to_stay: bool) -> None:
        """Play a pose: until the next knot of the path, or, ``to_stay``, here until moved."""
        if to_stay or self._held is not None:
            here = self.at(now)
            self.path = Path([Knot(now, here.position, here.heading)])
            self._held = None
        self._posture = _Posture(pose, now, self.path.lines[self.path.index(now)].end)

    def hold(self, now: Micros) -> None:
        """Stand still in time, until it is moved."""
        self._held = self.at(now)

    def _clip(self, now: Micros) -> tuple[str, float]:
        posture = self._posture
        if posture is not None and (posture.until is None or now < posture.until):
            return posture.pose, seconds(now - posture.since)
        if now < self.path.knots[0].at:
            return "idle", seconds(now) + self._idle_offset
        index = self.path.index(now)
        clip = self._clip_of(index)
        first = index
        while first > 0 and self._clip_of(first - 1) == clip:
            first -= 1
        if clip in STRIDE_SPEED:
            return clip, self._distance(first, index, now) / STRIDE_SPEED[clip]
        if clip == "idle":
            return clip, seconds(now) + self._idle_offset
        return clip, seconds(now - self.path.knots[first].at)

    def _clip_of(self, index: int) -> str:
        pose, moves = self.path.knots[index].pose, self.path.lines[index].moves
        if pose is None:
            return "walk" if moves else "idle"
        return ON_THE_WAY.get(pose, pose) if moves else pose

    def _distance(self, first: int, index: int, now: Micros) -> float:
        """Metres gone since the beginning of line ``first``."""
        whole = sum(line.speed * seconds(line.end - line.begin) for line in self.path.lines[first:index])
        line = self.path.lines[index]
        return whole + line.speed * seconds(now - line.begin)


def _knot(point: Waypoint) -> Knot:
    return Knot(micros(point.t), vec3(point.at), point.heading, point.pose)


def _headings_kept(knots: Sequence[Knot], heading: float) -> list[Knot]:
    """The knots, each with the heading written last."""
    kept = []
    for knot in knots:
        heading = heading if knot.heading is None else knot.heading
        kept.append(replace(knot, heading=heading))
    return kept


def _offset(name: str) -> float:
    """Seconds into the idle clip at which a person starts, so that a crew does not breathe in step."""
    return hashlib.sha256(name.encode("utf-8")).digest()[0] / 64


def owner_of(scenario: Scenario, name: str) -> Prop | Actor | None:
    """What is written of a thing: a prop, an actor, or a prop the trainee has along; None for no such name."""
    return scenario.props.get(name) or scenario.actors.get(name) or scenario.carried.get(name)


def things_of(scenario: Scenario) -> dict[str, Thing]:
    """Everything as the scenario sets it up, the trainee at the first standpoint."""
    props = {name: Thing.of_prop(name, prop) for name, prop in scenario.props.items()}
    actors = {name: Thing.of_actor(name, actor) for name, actor in scenario.actors.items()}
    start = scenario.standpoints[0]
    return props | actors | {name: Thing.of_carried(name, each, start) for name, each in scenario.carried.items()}


def carried_path(carried: Carried, standpoint: Standpoint) -> Path:
    """Where something carried is while the trainee is at ``standpoint``: turned and moved with it."""
    x, y, z = vec3(carried.at)
    ground, turn = vec3(standpoint.at), math.radians(standpoint.heading)
    right, ahead = (math.cos(turn), math.sin(turn)), (-math.sin(turn), math.cos(turn))
    place = (ground[0] + x * right[0] + y * ahead[0], ground[1] + x * right[1] + y * ahead[1], ground[2] + z)
    return Path([Knot(0, place, standpoint.heading + carried.heading)])
