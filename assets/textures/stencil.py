"""A stencil for pictograms: shapes in units of the pictogram's radius about its middle, y down, in one ink."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assets.textures.pen import Ink, Pen, Point

_HEAD, _TRUNK, _ARM, _LEG = 0.125, 0.25, 0.105, 0.135
"""A person of size 1, about 1.7 units high: radius of the head, widths of trunk, arms and legs."""


class Stencil:
    """Draws on ``pen`` about the point (x, y), ``unit`` pixels to the unit.

    ``ink`` is the pictogram's, ``ground`` what it lies on, for what is cut out of it.
    """

    def __init__(self, pen: Pen, x: float, y: float, unit: float, ink: Ink, ground: Ink) -> None:
        self.pen, self.ink, self.ground = pen, ink, ground
        self._x, self._y, self._unit = x, y, unit

    def part(self, x: float, y: float, size: float) -> Stencil:
        """A stencil about another point, ``size`` times as large."""
        return Stencil(self.pen, *self._at((x, y)), self._unit * size, self.ink, self.ground)

    def cut(self) -> Stencil:
        """The same stencil with ink and ground exchanged."""
        return Stencil(self.pen, self._x, self._y, self._unit, self.ground, self.ink)

    def disc(self, x: float, y: float, radius: float, squash: float = 1.0) -> None:
        self.pen.disc(*self._at((x, y)), radius * self._unit, self.ink, squash)

    def ring(self, x: float, y: float, radius: float, width: float) -> None:
        """A ring of outer ``radius``."""
        self.pen.circle(*self._at((x, y)), radius * self._unit, self.ink, width * self._unit)

    def wedge(self, x: float, y: float, radius: float, start: float, end: float) -> None:
        """A sector of a disc, degrees clockwise from three o'clock."""
        self.pen.wedge(*self._at((x, y)), radius * self._unit, start, end, self.ink)

    def arc(self, x: float, y: float, radius: float, start: float, end: float, width: float) -> None:
        """A round-ended line along a circle, degrees clockwise from three o'clock."""
        turn = np.radians(np.linspace(start, end, 33))
        self.line(width, *zip(x + radius * np.cos(turn), y + radius * np.sin(turn), strict=True))

    def line(self, width: float, *points: Point) -> None:
        self.pen.line([self._at(point) for point in points], self.ink, width * self._unit)

    def shape(self, *points: Point, radius: float = 0.0) -> None:
        """A filled polygon, its corners rounded outward by ``radius``."""
        corners = [self._at(point) for point in points]
        if radius:
            self.pen.round_polygon(corners, self.ink, radius * self._unit)
        else:
            self.pen.polygon(corners, self.ink)

    def blob(self, *points: Point) -> None:
        """A filled shape with a smooth border through ``points``."""
        self.pen.polygon([self._at(point) for point in _smooth_loop(points)], self.ink)

    def rect(self, x0: float, y0: float, x1: float, y1: float, radius: float = 0.0) -> None:
        (left, top), (right, bottom) = self._at((x0, y0)), self._at((x1, y1))
        self.pen.rect(left, top, right, bottom, self.ink, radius * self._unit)

    def words(self, x: float, y: float, words: str, size: float) -> None:
        """Words about (x, y), ``size`` high."""
        self.pen.text(*self._at((x, y)), words, size * self._unit, self.ink, bold=0.05)

    def arrow(self, width: float, *points: Point) -> None:
        """A line whose last point is the tip of an arrow head."""
        (x0, y0), (x1, y1) = points[-2:]
        along = np.array([x1 - x0, y1 - y0]) / np.hypot(x1 - x0, y1 - y0)
        across, tip = np.array([-along[1], along[0]]), np.array([x1, y1])
        foot = tip - along * width * 2.1
        self.line(width, *points[:-1], tuple(foot))
        self.shape(tuple(tip), tuple(foot + across * width * 1.5), tuple(foot - across * width * 1.5))

    def person(
        self, head: Point, neck: Point, hip: Point, arms: Sequence[Sequence[Point]], legs: Sequence[Sequence[Point]],
        *, size: float = 1.0,
    ) -> None:  # fmt: skip
        """A figure with a free head; arms begin at the shoulders and legs at the hip, by themselves."""
        self.disc(*head, _HEAD * size)
        self.line(_TRUNK * size, neck, hip)
        for arm in arms:
            self.line(_ARM * size, neck, *arm)
        for leg in legs:
            self.line(_LEG * size, hip, *leg)

    def _at(self, point: Point) -> Point:
        return (self._x + point[0] * self._unit, self._y + point[1] * self._unit)


def _smooth_loop(points: Sequence[Point], steps: int = 10) -> list[Point]:
    """A closed Catmull-Rom curve through points."""
    p = np.asarray(points, float)
    before, after, beyond = (np.roll(p, shift, 0) for shift in (1, -1, -2))
    t = np.linspace(0, 1, steps, endpoint=False)[:, None, None]
    curve = 0.5 * (
        2 * p + (after - before) * t + (2 * before - 5 * p + 4 * after - beyond) * t**2
        + (3 * p - before - 3 * after + beyond) * t**3
    )  # fmt: skip
    return [(float(x), float(y)) for x, y in curve.transpose(1, 0, 2).reshape(-1, 2)]
