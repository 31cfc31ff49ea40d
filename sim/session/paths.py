"""Paths of things: straight lines between knots in time, as closed formulas.

Times are microseconds of the clock that the path belongs to, positions metres, headings degrees
(0 faces +y, counter-clockwise).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sim.session.clock import Micros, micros, seconds
from sim.state import Vec3

STANDING_SPEED = 0.05
"""Slower than this, in metres a second, a thing stands."""
TURN = micros(0.4)
"""A thing that changes its heading turns within this time."""


@dataclass(frozen=True, slots=True)
class Knot:
    """Where a thing is at a moment. Without ``heading`` it faces the way it goes from here."""

    at: Micros
    position: Vec3
    heading: float | None = None
    pose: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A straight piece of a path: from ``begin`` (inclusive) to ``end`` (None: for ever)."""

    begin: Micros
    end: Micros | None
    start: Vec3
    velocity: Vec3
    """Metres a second."""

    def position(self, at: Micros) -> Vec3:
        elapsed = seconds(at - self.begin)
        x, y, z = self.start
        u, v, w = self.velocity
        return (x + u * elapsed, y + v * elapsed, z + w * elapsed)

    @property
    def speed(self) -> float:
        u, v, w = self.velocity
        return math.sqrt(u * u + v * v + w * w)

    @property
    def moves(self) -> bool:
        return self.speed > STANDING_SPEED


class Path:
    """A sequence of knots, times rising. Before the first the thing waits there, after the last it stays.

    ``facing`` is the heading it has before anything else gives it one; None lets it face the way it
    will first go.
    """

    def __init__(self, knots: Sequence[Knot], facing: float | None = None) -> None:
        self.knots = tuple(knots)
        self._times = [knot.at for knot in self.knots]
        self.lines = self._straight_lines()
        self._headings = self._headings_along(facing)

    def _straight_lines(self) -> tuple[Line, ...]:
        still = (0.0, 0.0, 0.0)
        lines = []
        for here, there in zip(self.knots, self.knots[1:], strict=False):
            span = seconds(there.at - here.at)
            velocity = tuple((b - a) / span for a, b in zip(here.position, there.position, strict=True))
            lines.append(Line(here.at, there.at, here.position, velocity))
        last = self.knots[-1]
        return (*lines, Line(last.at, None, last.position, still))

    def _headings_along(self, facing: float | None) -> tuple[float, ...]:
        """The heading of each line: as written, or the way it goes, or as before."""
        if facing is None:
            facing = next((way for line in self.lines if (way := _way(line)) is not None), 0.0)
        headings = []
        for knot, line in zip(self.knots, self.lines, strict=True):
            if knot.heading is not None:
                facing = knot.heading
            elif (way := _way(line)) is not None:
                facing = way
            headings.append(facing)
        return tuple(headings)

    def index(self, at: Micros) -> int:
        """Which line the thing is on; the first one also before it begins."""
        return max(0, bisect_right(self._times, at) - 1)

    def position(self, at: Micros) -> Vec3:
        line = self.lines[self.index(at)]
        return line.position(max(at, line.begin))

    def heading(self, at: Micros) -> float:
        """The heading, turning over from one line's to the next within ``TURN``."""
        index = self.index(at)
        heading = self._headings[index]
        if index == 0:
            return heading
        turned = (at - self.knots[index].at) / TURN
        if turned >= 1:
            return heading
        before = self._headings[index - 1]
        return before + _turn(before, heading) * max(0.0, turned)

    def pieces(self, start: Micros) -> Iterator[Line]:
        """The straight pieces from ``start`` on, the first one cut to begin there."""
        first = self.index(start)
        if start < self._times[0]:
            yield Line(start, self._times[0], self.knots[0].position, (0.0, 0.0, 0.0))
            start = self._times[0]
        for line in self.lines[first:]:
            begin = max(start, line.begin)
            yield Line(begin, line.end, line.position(begin), line.velocity)


def _way(line: Line) -> float | None:
    """The heading of a line's motion over the ground; None where it does not move."""
    u, v, _ = line.velocity
    if math.sqrt(u * u + v * v) <= STANDING_SPEED:
        return None
    return heading_of(u, v)


def heading_of(x: float, y: float) -> float:
    """The heading, in degrees, of the direction (x, y) on the ground."""
    return math.degrees(math.atan2(-x, y))


def _turn(start: float, end: float) -> float:
    """The shorter turn from one heading to another, in -180..180 degrees."""
    return (end - start + 180.0) % 360.0 - 180.0
