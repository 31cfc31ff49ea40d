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
NEAREST = 0.1
"""Metres before the eye from which something is seen."""
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
    """What the hull of points (n, 3) covers of the picture at most; None when nothing of it."""
    right, ahead, up = _axes(view)
    away = points - np.asarray(view.eye)
    seen = _before_the_eye(np.stack([away @ right, away @ ahead, away @ up], 1))
    if not len(seen):
        return None
    half = np.tan(np.radians(view.field / 2))
    x = 0.5 + seen[:, 0] / seen[:, 1] / half / 2
    y = 0.5 + seen[:, 2] / seen[:, 1] / half * aspect / 2
    left, low = (max(float(part.min()) - EDGE, 0.0) for part in (x, y))
    far_right, high = (min(float(part.max()) + EDGE, 1.0) for part in (x, y))
    return (left, far_right, low, high) if left < far_right and low < high else None


def _axes(view: View) -> Array:
    """The unit vectors (3, 3) to the right, ahead and up of a view."""
    turn, tilt = np.radians(view.heading), np.radians(view.pitch)
    right = np.array([np.cos(turn), np.sin(turn), 0.0])
    ahead = np.array([-np.sin(turn) * np.cos(tilt), np.cos(turn) * np.cos(tilt), np.sin(tilt)])
    return np.stack([right, ahead, np.cross(right, ahead)])


def _before_the_eye(points: Array) -> Array:
    """Corners of the part before the eye of the hull of points (n, 3), whose second coordinate is the depth."""
    depth = points[:, 1]
    front, behind = points[depth >= NEAREST], points[depth < NEAREST]
    if not len(front) or not len(behind):
        return front
    share = (front[:, None, 1] - NEAREST) / (front[:, None, 1] - behind[None, :, 1])
    crossing = front[:, None] + share[..., None] * (behind[None] - front[:, None])
    return np.concatenate([front, crossing.reshape(-1, 3)])


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
