"""The exact moments at which moving things come near each other or into view.

Both questions are quadratics in time on every pair of straight pieces, so their roots are the only
moments at which the answer changes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from sim.session.clock import PER_SECOND, Micros
from sim.session.paths import Line, Path
from sim.state import Vec3

Roots = tuple[float, ...]
FAR_AWAY = 1e6
"""Seconds after which nothing of a session is left to happen."""


def common_pieces(a: Path, b: Path, start: Micros) -> Iterator[tuple[Line, Line]]:
    """Both paths from ``start`` on, cut so that both run straight on every piece."""
    ones, others = a.pieces(start), b.pieces(start)
    one, other = next(ones), next(others)
    while True:
        end = min((line.end for line in (one, other) if line.end is not None), default=None)
        yield _until(one, end), _until(other, end)
        if end is None:
            return
        one = _rest(one, end) or next(ones)
        other = _rest(other, end) or next(others)


def _until(line: Line, end: Micros | None) -> Line:
    return Line(line.begin, end, line.start, line.velocity)


def _rest(line: Line, begin: Micros) -> Line | None:
    """What is left of a line from ``begin`` on; None when it ends there."""
    if line.end == begin:
        return None
    return Line(begin, line.end, line.position(begin), line.velocity)


def distance_changes(a: Path, b: Path, metres: float, start: Micros) -> Iterator[Micros]:
    """Moments after ``start``, rising, at which the ground distance of a and b may pass ``metres``."""
    for one, other in common_pieces(a, b, start):
        x, y = other.start[0] - one.start[0], other.start[1] - one.start[1]
        u, v = other.velocity[0] - one.velocity[0], other.velocity[1] - one.velocity[1]
        roots = _roots(u * u + v * v, 2 * (x * u + y * v), x * x + y * y - metres * metres)
        if one.begin > start:
            yield one.begin
        # A root rounded up lies on the edge itself, to the last bit; one microsecond on it is passed.
        passing = {at + more for root in roots if (at := _moment(one, root)) is not None for more in (0, 1)}
        yield from (at for at in sorted(passing) if at > start and (one.end is None or at < one.end))


def view_intervals(eye: Vec3, direction: Vec3, cos_cone: float, line: Line) -> list[tuple[Micros, Micros | None]]:
    """When, on a straight piece, the moving point lies within the cone about the view direction."""
    x, y, z = (p - e for p, e in zip(line.start, eye, strict=True))
    u, v, w = line.velocity
    along, pace = _dot(direction, (x, y, z)), _dot(direction, (u, v, w))
    k = cos_cone * cos_cone
    roots = _roots(
        pace * pace - k * (u * u + v * v + w * w),
        2 * (along * pace - k * (x * u + y * v + z * w)),
        along * along - k * (x * x + y * y + z * z),
    )
    cuts = (at for root in roots if (at := _moment(line, root)) is not None)
    inside = sorted({at for at in cuts if at > line.begin and (line.end is None or at < line.end)})
    spans = pairwise([line.begin, *inside, line.end])
    return [
        (begin, end) for begin, end in spans if in_cone(eye, direction, cos_cone, line.position(_middle(begin, end)))
    ]


def in_cone(eye: Vec3, direction: Vec3, cos_cone: float, point: Vec3) -> bool:
    """Whether a point lies within the cone about the view direction (a unit vector)."""
    x, y, z = (p - e for p, e in zip(point, eye, strict=True))
    return _dot(direction, (x, y, z)) >= cos_cone * math.sqrt(x * x + y * y + z * z)


def _middle(begin: Micros, end: Micros | None) -> Micros:
    return begin + PER_SECOND if end is None else (begin + end) // 2


def _moment(line: Line, root: float) -> Micros | None:
    """A root, in seconds from the line's begin, as a moment, rounded up; None for one far away."""
    return line.begin + math.ceil(root * PER_SECOND) if -1 <= root <= FAR_AWAY else None


def _roots(a: float, b: float, c: float) -> Roots:
    """The real roots of a t^2 + b t + c, rising."""
    if abs(a) < 1e-12:
        return () if abs(b) < 1e-12 else (-c / b,)
    discriminant = b * b - 4 * a * c
    if discriminant < 0:
        return ()
    root = math.sqrt(discriminant)
    return tuple(sorted(((-b - root) / (2 * a), (-b + root) / (2 * a))))


def _dot(a: Vec3, b: Vec3) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
