"""Where on the picture the shadows of what moves may fall: the rest need not ask for them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from assets.mesh import Array
from sim.render.camera import View
from sim.render.movers import Mover, corners_in_world

MARGIN = 0.45
"""Metres round a mover's box that arms, tools and the shadow's soft edge may reach."""
BELOW = 1.0
"""Metres under a mover's foot to which its shadow is followed: the ground may fall away."""
LONGEST = 14.0
"""Metres to which a shadow is followed when the sun stands low."""
EDGE = 0.01
"""Of the picture's width and height, added on all sides."""
Part = tuple[float, float, float, float]
"""Left, right, bottom, top of a part of the picture, each 0..1 from the lower left."""


def shadowed_parts(movers: Iterable[Mover], sun: Array, view: View, aspect: float, most: int) -> list[Part]:
    """At most so many parts of the picture that hold every mover and its shadow, for a sun in that unit direction."""
    parts: list[Part] = []
    for mover in movers:
        corners = corners_in_world(mover, MARGIN)
        part = _part_of(np.concatenate([corners, _shadow_of(corners, sun)]), view, aspect)
        if part is not None:
            parts.append(part)
    return _joined(parts, most)


def _shadow_of(corners: Array, sun: Array) -> Array:
    """The corners moved along the sun's light until they are under the mover's foot."""
    fall = corners[:, 2] - (corners[:, 2].min() - BELOW)
    way = np.minimum(fall / max(float(sun[2]), 0.02), LONGEST)
    return corners - way[:, None] * sun


def _part_of(points: Array, view: View, aspect: float) -> Part | None:
    """What points (n, 3) cover of the picture; None when nothing of it."""
    seen = [view.picture_point(tuple(point), aspect) for point in points.tolist()]
    if all(point is None for point in seen):
        return None
    if any(point is None for point in seen):
        return (0.0, 1.0, 0.0, 1.0)
    x, y = np.array(seen).T
    left, right = max(x.min() - EDGE, 0.0), min(x.max() + EDGE, 1.0)
    bottom, top = max(1 - y.max() - EDGE, 0.0), min(1 - y.min() + EDGE, 1.0)
    return (left, right, bottom, top) if left < right and bottom < top else None


def _joined(parts: list[Part], most: int) -> list[Part]:
    """Parts that overlap as one, and the nearest ones together while there are too many."""
    found: list[Part] = []
    for part in parts:
        while other := next((each for each in found if _area(_around(each, part)) < _area(each) + _area(part)), None):
            found.remove(other)
            part = _around(part, other)
        found.append(part)
    while len(found) > most:
        pairs = [(a, b) for k, a in enumerate(found) for b in found[k + 1 :]]
        one, other = min(pairs, key=lambda pair: _area(_around(*pair)) - _area(pair[0]) - _area(pair[1]))
        found = [each for each in found if each not in (one, other)] + [_around(one, other)]
    return found


def _around(one: Part, other: Part) -> Part:
    return (min(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), max(one[3], other[3]))


def _area(part: Part) -> float:
    return (part[1] - part[0]) * (part[3] - part[2])
