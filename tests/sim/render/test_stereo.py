"""Two eyes: each sees what a single picture from its place shows, and near things shift as far as they must."""

from __future__ import annotations

from collections.abc import Iterator
from math import radians, tan

import numpy as np
import pytest

from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.render.picture import WholePicture
from sim.render.stage import Stage
from sim.render.stereo import StereoPicture, level_eyes
from sim.world.bake import bake
from sim.world.compose import compose
from tests.sim.small_world import SmallLibrary, moment, small_scenario

SIZE = (480, 360)
FIELD, APART = 80.0, 0.064
UPRIGHT = 2 * np.degrees(np.arctan(np.tan(np.radians(FIELD / 2)) * SIZE[1] / SIZE[0]))
HEAD = View((0.0, 0.0, 1.62), 0.0, 0.0, FIELD)


@pytest.fixture
def stage(graphics: Graphics) -> Iterator[Stage]:
    world = compose(small_scenario(), SmallLibrary())
    made = Stage(graphics, world, bake(world, rays=8))
    yield made
    made.close()


def both_eyes(stage: Stage) -> tuple[np.ndarray, np.ndarray]:
    picture = StereoPicture(stage, SIZE, samples=0, read_back=True)
    picture.draw(moment(), HEAD, level_eyes(APART, FIELD, UPRIGHT))
    left, right = picture.images()
    picture.remove()
    return left.astype(int), right.astype(int)


def test_each_eye_sees_what_a_picture_from_its_place_shows(stage: Stage) -> None:
    eyes = both_eyes(stage)
    picture = WholePicture(stage, SIZE, samples=0)
    for side, seen in zip((-1, 1), eyes, strict=True):
        alone = picture.image(moment(), View((side * APART / 2, 0.0, 1.62), 0.0, 0.0, FIELD)).astype(int)
        assert seen.std() > 10
        assert (np.abs(seen - alone).sum(-1) > 30).mean() < 0.01
    picture.remove()


def test_a_sign_four_metres_away_shifts_by_its_parallax(stage: Stage) -> None:
    def middle(image: np.ndarray) -> float:
        return float(np.nonzero(image[..., 0] > 1.7 * image[..., 1:].max(-1))[1].mean())

    left, right = both_eyes(stage)
    pixels_a_tangent = SIZE[0] / 2 / tan(radians(FIELD / 2))
    assert middle(left) - middle(right) == pytest.approx(APART / 4.0 * pixels_a_tangent, abs=1.0)
