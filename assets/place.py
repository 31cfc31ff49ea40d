"""A place: what stands in it always, its ground, its light, and where a person can walk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, Model

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Ground:
    """The ground: a mesh, and maps over a square of it that say what lies where.

    ``splat`` is (n, n, 4) uint8 over ``[origin, origin + size]`` (row 0 at the lowest y):
    red how much of the second layer, green how much of the third (over the second), blue water
    (128 is the shore line, more is under water), alpha relief drawn into it (128 none; less is
    dark and deep such as treads, more such as cracks darkens only).
    ``layers`` names three texture layers: base, second, third. Outside the square only the base.
    ``water_level`` is the height of the puddles in metres.
    """

    mesh: Mesh
    origin: tuple[float, float]
    size: float
    splat: NDArray[np.uint8]
    layers: tuple[str, str, str]
    water_level: float = -0.045


@dataclass(frozen=True)
class Light:
    """Sun, sky and air of a place, linear colours.

    ``sun_direction`` points towards the sun, unit length. The sky goes from ``horizon`` over
    ``middle`` to ``zenith``; ``haze`` glows around the sun; ``clouds`` 0..1 how much of them.
    ``fog_start`` metres and ``fog_density`` per metre; ``exposure`` multiplies everything;
    ``night`` 0..1 says how much the lamps matter.
    """

    sun_direction: tuple[float, float, float]
    sun: Colour
    horizon: Colour
    middle: Colour
    zenith: Colour
    haze: Colour = (1.0, 0.55, 0.25)
    bounce: Colour = (0.34, 0.26, 0.18)
    """Light from the ground beyond the place, for reflections that look down."""
    clouds: float = 0.5
    fog_start: float = 12.0
    fog_density: float = 0.0085
    exposure: float = 1.0
    night: float = 0.0
    wetness: float = 0.0
    """0 dry, 1 wet after rain: darkens and gives gloss to upward faces."""
    helmet_lamp: float = 0.0
    """Power of the lamp on the trainee's helmet, a spot that goes with the view; 0 for none, underground about 3.
    In a place with one, or with ``night``, lamps that move or change light everything as they should; elsewhere
    they only brighten what daylight shows. Underground ``sun``, sky and ``bounce`` are black, or nearly."""
    air: Colour | None = None
    """Colour of fog, smoke and dust in the distance; None takes the sky's, and indoors that of the room's light."""
    dust: float = 0.0
    """How much of the lamps' light a metre of air scatters, so that their beams are seen: 0.02 a dusty hall,
    0.05 a heading after blasting."""
    adaptation: float = 0.0
    """How far the eye gets used to the light of the place: 0 not at all, 1 until the mean light round people
    looks like that of a bright room. ``exposure`` is on top of it."""


@dataclass(frozen=True)
class Place:
    """What a kit builder returns. ``extent`` is (x0, y0, x1, y1) where people can be."""

    name: str
    model: Model
    ground: Ground
    light: Light
    extent: tuple[float, float, float, float]
    ground_height: Callable[[NDArray, NDArray], NDArray]
    """Height of the ground at x, y (arrays of equal shape), metres."""
