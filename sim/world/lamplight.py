"""The direct light of baked lamps, with the soft shadows that lamps of some size throw."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Array, Lamp
from sim.world.hemisphere import GOLDEN, tangents
from sim.world.rays import RayTarget

RADIANCE = 2.2
"""Irradiance over pi that a lamp of power 1 gives at a metre; ``render.lamps`` uses the same."""
NEAREST_SQUARED = 0.3
"""Added to the square of the distance, so that light beside a lamp is not without limit."""
FAINTEST = 0.003
FIRST_RAYS, MORE_RAYS = 4, 12
"""Shadow rays to a lamp: so many everywhere, and so many more where the first do not agree."""
HOUSING = 0.12
"""Metres round a lamp in which nothing shades it: its own housing."""


def lamp_light(target: RayTarget, lamps: Sequence[Lamp], points: Array, normals: Array) -> Array:
    """Irradiance over pi (n, 3) that lamps give directly to points (n, 3) with unit normals (n, 3)."""
    found = np.zeros((len(points), 3), np.float32)
    for lamp in lamps:
        strength = unshadowed(lamp, points, normals)
        reached = np.flatnonzero(strength > FAINTEST)
        if len(reached):
            share = _visible_share(target, lamp, points[reached])
            found[reached] += (strength[reached] * share)[:, None] * np.asarray(lamp.colour, np.float32)
    return found


def unshadowed(lamp: Lamp, points: Array, normals: Array) -> Array:
    """Irradiance over pi (n,) by a lamp of white light when nothing stands between."""
    to = np.asarray(lamp.position, np.float32) - points
    squared = np.einsum("ij,ij->i", to, to)
    towards = to / np.sqrt(squared + 1e-9)[:, None]
    facing = np.clip(np.einsum("ij,ij->i", towards, normals), 0, 1)
    return RADIANCE * lamp.power * facing * _cone(lamp, towards) / (NEAREST_SQUARED + squared)


def _cone(lamp: Lamp, towards: Array) -> Array:
    """How much of the lamp's light goes the other way of ``towards``, as the shaders soften the cone's edge."""
    if lamp.cone >= 180:
        return np.ones(len(towards), np.float32)
    edge = np.cos(np.radians(lamp.cone / 2))
    inner = edge + 0.35 * (1 - edge)
    t = np.clip((-(towards @ _axis(lamp)) - edge) / (inner - edge), 0, 1)
    return t * t * (3 - 2 * t)


def _axis(lamp: Lamp) -> Array:
    direction = np.asarray(lamp.direction, np.float32)
    return direction / (np.linalg.norm(direction) + 1e-9)


def _spots(lamp: Lamp, count: int, start: int) -> Array:
    """Points (count, 3) of the lamp: over its disc, or over a ball when it shines all round."""
    number = np.arange(start, start + count)
    turn = 2 * np.pi * (number * GOLDEN % 1)
    radius = lamp.size * np.sqrt((number * 0.7548777 + 0.3) % 1)
    along, across = tangents(_axis(lamp)[None])
    disc = along * (radius * np.cos(turn))[:, None] + across * (radius * np.sin(turn))[:, None]
    if lamp.cone >= 180:
        disc = disc + _axis(lamp) * (lamp.size * (2 * ((number * 0.5698403 + 0.5) % 1) - 1))[:, None]
    return (np.asarray(lamp.position) + disc).astype(np.float32)


def _visible_share(target: RayTarget, lamp: Lamp, points: Array) -> Array:
    """How much of the lamp (n,) each point sees, 0..1."""
    seen = _seen(target, lamp, points, FIRST_RAYS, 0)
    share = seen.mean(1)
    partly = np.flatnonzero((share > 0) & (share < 1))
    if len(partly) and lamp.size > 0:
        more = _seen(target, lamp, points[partly], MORE_RAYS, FIRST_RAYS)
        share[partly] = (seen[partly].sum(1) + more.sum(1)) / (FIRST_RAYS + MORE_RAYS)
    return share


def _seen(target: RayTarget, lamp: Lamp, points: Array, count: int, start: int) -> NDArray[np.float32]:
    to = _spots(lamp, count, start)[None] - points[:, None]
    distance = np.linalg.norm(to, axis=2, keepdims=True) + 1e-6
    reach = np.maximum(distance[..., 0] - HOUSING - lamp.size, 0.0)
    origins = np.repeat(points, count, axis=0)
    blocked = target.blocked(origins, (to / distance).reshape(-1, 3), reach.reshape(-1))
    return (~blocked).reshape(len(points), count).astype(np.float32)
