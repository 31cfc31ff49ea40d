"""The calm place that a headset shows while nobody plays: a round terrace on a meadow, hills at the horizon.

Made from nothing in a moment, so that there is a picture before any scenario or cache is there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.mesh import Mesh, joined, model_of
from assets.modelling import Material, grid, lathe
from assets.modelling.materials import CONCRETE
from assets.place import Ground, Light, Place
from assets.sets import PlaceSet, SetView
from assets.textures import ground_layers, made_layers
from assets.textures.names import LAYER_NAMES
from scenarios.model import Text
from sim.render.textures import NOISE
from sim.world.compose import World, compose_set
from sim.world.library import CachedLibrary

NAME = "waiting_place"
TERRACE, KERB, KERB_HEIGHT = 4.5, 0.22, 0.12
"""Metres: the terrace's radius, the width and the height of the kerb round it."""
SQUARE = 32.0
"""Edge of the ground's map in metres."""
MEADOW, MEADOW_STEP = 90.0, 15.0
HILLS_FROM, HILLS_TO, HILLS_STEP, HILLS_HIGH = 70.0, 420.0, 25.0, 52.0
MEADOW_GREEN = Material((0.34, 0.34, 0.25), "grass", 0.95, 0.0, 0.6)
FAR_GREEN = Material((0.20, 0.24, 0.17), "grass", 0.95, 0.0, 0.2, scale=0.05)
SUN = np.array([-0.52, 0.38, 0.42]) / np.linalg.norm([-0.52, 0.38, 0.42])
EARLY = Light(
    sun_direction=tuple(float(part) for part in SUN),
    sun=(1.9, 1.7, 1.4), horizon=(0.88, 0.82, 0.74), middle=(0.55, 0.66, 0.80), zenith=(0.24, 0.42, 0.70),
    haze=(0.6, 0.42, 0.25), bounce=(0.22, 0.26, 0.14), clouds=0.35, fog_start=40.0, fog_density=0.0035,
)  # fmt: skip
DRAWN = {NOISE: made_layers.LAYERS["noise"], "concrete": made_layers.LAYERS["concrete"],
         "grass": ground_layers.LAYERS["grass"]}  # fmt: skip
"""The texture layers that the place has."""


class WaitingLibrary(CachedLibrary):
    """Gives the one place and its layers, which are drawn rather than looked for in the cache."""

    def place(self, name: str) -> Place:
        return waiting_place()

    def layers(self) -> tuple[tuple[str, ...], NDArray[np.uint8]]:
        drawn = {LAYER_NAMES.index(name): draw() for name, draw in DRAWN.items()}
        shape = next(iter(drawn.values())).shape
        images = np.zeros((len(LAYER_NAMES), *shape), np.uint8)
        for number, image in drawn.items():
            images[number] = image
        return LAYER_NAMES, images


def waiting_world() -> World:
    """The place as a world without things."""
    title = Text(zh="等候", en="Waiting")
    return compose_set(PlaceSet(title=title, place=NAME, views=[SetView(at=[0, 0])]), WaitingLibrary())


def waiting_place() -> Place:
    half = SQUARE / 2
    meadow = grid((-MEADOW, MEADOW), (-MEADOW, MEADOW), MEADOW_STEP, _flat, MEADOW_GREEN).placed(0, 0, -KERB_HEIGHT)
    plain = np.zeros((2, 2, 4), np.uint8)
    plain[..., 3] = 128  # no relief
    ground = Ground(meadow, (-half, -half), SQUARE, plain, ("grass", "grass", "grass"))
    model = model_of(("opaque", _terrace()), ("opaque", _hills()))
    extent = (-TERRACE, -TERRACE, TERRACE, TERRACE)
    return Place(NAME, model, ground, EARLY, extent, _flat)


def _flat(x: NDArray, y: NDArray) -> NDArray:
    return np.zeros_like(np.asarray(x, float))


def _terrace() -> Mesh:
    """A disc of concrete that one stands on, with a lighter kerb round it."""
    edge = TERRACE + KERB / 2
    disc = lathe([(edge, -KERB_HEIGHT), (edge, 0.0), (0.0, 0.0)], CONCRETE, sides=72)
    outside = TERRACE + KERB
    outline = [(outside, -KERB_HEIGHT), (outside, KERB_HEIGHT), (TERRACE, KERB_HEIGHT), (TERRACE, -KERB_HEIGHT)]
    return joined([disc, lathe(outline, CONCRETE.shade(1.15), sides=72)])


def _hills() -> Mesh:
    """A ring of hills that rise with the distance, lower in the south, where the day comes in."""

    def height(x: NDArray, y: NDArray) -> NDArray:
        radius, turn = np.hypot(x, y), np.arctan2(y, x)
        waves = 0.55 + 0.22 * np.sin(3 * turn + 0.6) + 0.15 * np.sin(7 * turn + 2.1) + 0.08 * np.sin(13 * turn)
        rise = np.clip((radius - HILLS_FROM) / (HILLS_TO - HILLS_FROM), 0, 1)
        return HILLS_HIGH * waves * rise**1.4 * (0.8 + 0.2 * np.sin(turn)) - 0.3 * (radius < MEADOW)

    return grid((-HILLS_TO, HILLS_TO), (-HILLS_TO, HILLS_TO), HILLS_STEP, height, FAR_GREEN)
