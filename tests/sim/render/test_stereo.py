"""Two eyes: each sees what a single picture from its place shows, and near things shift as far as they must."""

from __future__ import annotations

from collections.abc import Iterator
from math import radians, tan

import numpy as np
import pytest
from panda3d import core

from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.render.picture import WholePicture
from sim.render.programs import program
from sim.render.stage import Stage
from sim.render.stereo import SHADE_ORDER, Eye, StereoPicture, level_eyes
from sim.render.surfaces import card
from sim.world.bake import bake
from sim.world.compose import compose
from tests.sim.small_world import GREEN, SmallLibrary, box, moment, small_scenario

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


def canted(apart: float, outward: float, side: float) -> tuple[Eye, Eye]:
    """Eyes turned outward by degrees, each with a square field whose sides lie at this tangent."""
    places = [core.LMatrix4f.translateMat(sign * apart / 2, 0, 0) for sign in (-1, 1)]
    turns = [core.LMatrix4f.rotateMat(-sign * outward, core.Vec3(0, 0, 1)) for sign in (-1, 1)]
    left, right = (Eye((-side, side, -side, side), turn * place) for turn, place in zip(turns, places, strict=True))
    return left, right


@pytest.mark.parametrize(("outward", "field"), [(10.0, 90.0), (42.0, 100.0)])
def test_canted_eyes_see_to_their_rims(stage: Stage, outward: float, field: float) -> None:
    """Also where both see more than a frustum can hold."""
    size = (160, 160)
    stereo = StereoPicture(stage, size, samples=0, read_back=True)
    stereo.draw(moment(), HEAD, canted(APART, outward, tan(radians(field / 2))))
    eyes = [image.astype(int) for image in stereo.images()]
    stereo.remove()
    picture = WholePicture(stage, size, samples=0)
    for side, seen in zip((-1, 1), eyes, strict=True):
        view = View((side * APART / 2, 0.0, 1.62), -side * outward, 0.0, field)
        alone = picture.image(moment(), view).astype(int)
        assert seen.std() > 10
        assert (np.abs(seen - alone).sum(-1) > 30).mean() < 0.02
    picture.remove()


def test_a_head_on_its_side_sees_the_world_on_its_side(stage: Stage) -> None:
    size, eyes = (160, 160), level_eyes(0.0, FIELD, FIELD)
    upright = core.LMatrix4f.translateMat(0.0, 0.0, 1.62)
    rolled = core.LMatrix4f.rotateMat(90, core.Vec3(0, 1, 0)) * upright
    stereo = StereoPicture(stage, size, samples=0, read_back=True)
    pictures = []
    for head in (upright, rolled):
        stereo.draw(moment(), head, eyes)
        pictures.append(stereo.images()[0].astype(int))
    stereo.remove()
    level, side = pictures
    assert (np.abs(np.rot90(level) - side).sum(-1) > 40).mean() < 0.03
    assert (np.abs(level - side).sum(-1) > 40).mean() > 0.2


def test_a_fade_hides_the_scene_but_not_what_is_shown_over_it(stage: Stage) -> None:
    note = stage.root.attachNewNode(card(0.2))
    note.setPosHpr(0.0, 1.0, 1.62, 0, 90, 0)
    note.setShader(program("surface.vert", "glow.frag"))
    note.setShaderInput("level", 1.0)
    note.setTwoSided(True)
    note.setBin("fixed", SHADE_ORDER + 1)
    stereo = StereoPicture(stage, (64, 64), samples=0, read_back=True)
    stereo.draw(moment(fade=("black", 1.0)), HEAD, level_eyes(APART, FIELD, FIELD))
    image = stereo.images()[0]
    stereo.remove()
    assert image[32, 32].min() > 150
    assert image[:12].max() < 10


def test_the_depth_texture_tells_how_far_a_thing_is(stage: Stage) -> None:
    near, far = 0.1, 100.0
    stereo = StereoPicture(stage, (64, 64), samples=0, near=near, far=far, depth=True)
    at_the_sign = View((0.0, 0.0, 1.6), 0.0, 0.0, FIELD)
    stereo.draw(moment(), at_the_sign, level_eyes(0.0, 20.0, 20.0))
    assert stage.graphics.engine.extractTextureData(stereo.depth, stage.graphics.gsg)
    middle = core.PNMImage()
    stereo.depth.store(middle)
    ahead = 4.0 - 0.025
    assert middle.getGray(32, 32) == pytest.approx((1 / near - 1 / ahead) / (1 / near - 1 / far), abs=2e-4)
    stereo.remove()


def test_one_picture_looks_into_one_stage_after_the_other(graphics: Graphics, stage: Stage) -> None:
    world = compose(small_scenario(), SmallLibrary(walls=[box(30, 1, 6, GREEN).placed(0, 2, 0)]))
    other = Stage(graphics, world, bake(world, rays=8))
    stereo = StereoPicture(stage, (64, 64), samples=0, read_back=True)
    greens = []
    for shown in (stage, other, stage):
        stereo.enter(shown)
        stereo.draw(moment(), HEAD, level_eyes(APART, FIELD, FIELD))
        image = stereo.images()[0].astype(int)
        greens.append((image[..., 1] > 1.3 * image[..., 0]).mean())
    stereo.remove()
    other.close()
    assert greens[1] > 0.8 > 0.1 > greens[0]
    assert greens[0] == pytest.approx(greens[2], abs=0.01)
