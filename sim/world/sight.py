"""How much of a thing is seen from where: for the proof that every hazard can be found."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sim.state import SceneState, Vec3
from sim.world.compose import World
from sim.world.picking import Picker

PICTURE_WIDTH, PICTURE_FIELD = 960, 75.0
"""The kiosk's picture, in whose pixels sizes are told."""
LEAST_PIXELS = 60.0
"""Smaller than this (about 8 x 8 pixels of the kiosk's picture) a thing counts as not to be seen."""
GRID = 48
FOCAL = PICTURE_WIDTH / 2 / math.tan(math.radians(PICTURE_FIELD / 2))


@dataclass(frozen=True)
class Sight:
    """How a thing is seen from a standpoint: its visible area in pixels of the kiosk's picture, were the
    thing in the middle of it, the share of its outline that is not hidden, and how far it is, in metres."""

    standpoint: int
    pixels: float
    share: float
    distance: float

    @property
    def enough(self) -> bool:
        return self.pixels >= LEAST_PIXELS


def visible_pixels(world: World, picker: Picker, state: SceneState, eye: Vec3, name: str) -> tuple[float, float]:
    """The visible area of a thing in pixels (see ``Sight``), and the share of it that nothing hides."""
    window = _window(picker, state, eye, name)
    if window is None:
        return 0.0, 0.0
    directions, pixel_area = window
    met, _ = picker.first_met(state, eye, directions)
    alone = picker.alone(state, eye, directions, name)
    seen = sum(each == name for each in met)
    outline = int(alone.sum())
    return seen * pixel_area, seen / outline if outline else 0.0


def _window(picker: Picker, state: SceneState, eye: Vec3, name: str) -> tuple[np.ndarray, float] | None:
    """A grid of directions over a thing's outline, and the pixels that each stands for."""
    points = picker.sample_points(state, name, 4000) - np.asarray(eye, np.float32)
    middle = points.mean(0)
    distance = float(np.linalg.norm(middle))
    if distance < 1e-3:
        return None
    forward = middle / distance
    right = np.cross(forward, (0.0, 0.0, 1.0))
    right /= np.linalg.norm(right) + 1e-9
    up = np.cross(right, forward)
    depth = np.maximum(points @ forward, 0.05)
    x, y = points @ right / depth, points @ up / depth
    margin = 0.004
    x0, x1, y0, y1 = x.min() - margin, x.max() + margin, y.min() - margin, y.max() + margin
    xs = x0 + (np.arange(GRID) + 0.5) / GRID * (x1 - x0)
    ys = y0 + (np.arange(GRID) + 0.5) / GRID * (y1 - y0)
    grid_x, grid_y = np.meshgrid(xs, ys)
    directions = forward + grid_x[..., None] * right + grid_y[..., None] * up
    directions = directions.reshape(-1, 3)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    return directions.astype(np.float32), float((x1 - x0) * (y1 - y0) / GRID**2 * FOCAL**2)


def visible_from(world: World, state: SceneState, name: str, picker: Picker | None = None) -> list[Sight]:
    """How a thing is seen at ``state`` from each standpoint, the best view first."""
    picker = picker or Picker(world)
    found = []
    for index in range(len(world.scenario.standpoints)):
        eye = world.eye(index)
        here = world.seen_from(state, index)
        pixels, share = visible_pixels(world, picker, here, eye, name)
        distance = math.dist(eye, world.aim_point(here, name))
        found.append(Sight(index, pixels, share, distance))
    return sorted(found, key=lambda sight: -sight.pixels)
