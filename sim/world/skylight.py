"""The sky's light as the shaders draw it, for the bake."""

from __future__ import annotations

import numpy as np

from assets.mesh import Array
from assets.place import Light


def _smooth(low: float, high: float, x: Array) -> Array:
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def sky_radiance(light: Light, directions: Array) -> Array:
    """Radiance (n, 3) of the sky in ``directions`` (n, 3), without the sun's disc.

    The same curve as ``sky()`` in ``render/glsl/common.glsl``.
    """
    up = np.clip(directions[:, 2:3], 0, 1)
    towards_sun = np.clip(directions @ np.asarray(light.sun_direction, np.float32), 0, 1)[:, None]
    colour = np.asarray(light.horizon) + (np.asarray(light.middle) - np.asarray(light.horizon)) * _smooth(0, 0.26, up)
    colour = colour + (np.asarray(light.zenith) - colour) * _smooth(0.10, 0.75, up)
    return (colour * 1.15 + np.asarray(light.haze) * 0.55 * towards_sun**6).astype(np.float32)
