"""What is drawn for both eyes comes to them byte by byte, with the parallax of where they are."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin, tan

import numpy as np
import pytest
from panda3d import core

from sim.render.camera import FAR, NEAR
from sim.render.graphics import Graphics
from sim.render.stage import Stage
from sim.render.stereo import Eye, StereoPicture
from sim.world.bake import bake
from sim.world.compose import compose
from sim.xr.headset import Headset
from sim.xr.tracked import SIDES, EyeView, Pose, Tangents, Tracked
from tests.sim.small_world import SmallLibrary, moment, small_scenario
from tests.xr.mock_runtime import MockRuntime
from tests.xr.painted import BLUE, RED, Open, Paint, frames
from tests.xr.photographing import keep

APART = 0.066
WIDE = tan(radians(45))
SIGN_AHEAD = 4.0 - 0.025
"""Metres to the face of the small world's red sign."""
CORNERS = [(x, y, z) for x in (-0.4, 0.4) for y in (SIGN_AHEAD, 4.025) for z in (1.2, 2.0)]


def matrix(pose: Pose) -> core.LMatrix4f:
    rotation = core.LMatrix4f()
    core.LQuaternionf(*pose.turned).extractToMatrix(rotation)
    return rotation * core.LMatrix4f.translateMat(*pose.position)


def eye_of(view: EyeView, head: Pose) -> Eye:
    back = core.LMatrix4f()
    back.invertFrom(matrix(head))
    return Eye(view.tangents, matrix(view.pose) * back)


@pytest.fixture(scope="module")
def stage(graphics: Graphics) -> Iterator[Stage]:
    world = compose(small_scenario(), SmallLibrary())
    made = Stage(graphics, world, bake(world, rays=8))
    yield made
    made.close()


def draw(stage: Stage, headset: Headset) -> Tracked:
    """A frame of the small world, as a display draws it."""
    picture = StereoPicture(stage, headset.size, samples=0, depth=headset.depth_bits)
    for _ in range(2):
        assert headset.wait()
        tracked = headset.locate()
        left, right = (eye_of(view, tracked.head) for view in tracked.eyes)
        picture.draw(moment(), matrix(tracked.head), (left, right))
        headset.submit(picture)
    picture.remove()
    return tracked


def red_places(image: np.ndarray) -> np.ndarray:
    """Columns and rows (n, 2) of what is red."""
    image = image.astype(int)
    rows, columns = np.nonzero(image[..., 0] > 1.7 * image[..., 1:].max(-1))
    assert len(rows) > 50, "no sign is seen"
    return np.column_stack([columns, rows])


def seen_at(
    eye: Pose, tangents: Tangents, size: tuple[int, int], point: tuple[float, float, float]
) -> tuple[float, float]:
    """Column and row at which an eye must see a point of the room."""
    x, y, z = core.LQuaternionf(*eye.turned).conjugate().xform(core.Vec3(*point) - core.Vec3(*eye.position))
    left, right, low, high = tangents
    return (x / y - left) / (right - left) * size[0] - 0.5, (high - z / y) / (high - low) * size[1] - 0.5


@pytest.mark.parametrize("format", [0x8C43, 0x8058], ids=["sRGB", "RGBA8"])
def test_every_byte_comes_to_the_eye_it_was_drawn_for(
    runtime: MockRuntime, open_headset: Open, format: int, paint: Paint
) -> None:
    runtime.formats([format])
    runtime.set(width=40, height=24)
    headset = open_headset()
    frames(headset, 4, paint(headset.size))
    for side, colour in zip(SIDES, (RED, BLUE), strict=True):
        image = runtime.picture(side)
        assert image.shape == (24, 40, 3)
        assert (image[:12] == colour).all()
        assert (image[12:] == np.array(colour) // 2).all()


@pytest.mark.parametrize("distance", [2.0, 3.5])
def test_a_thing_has_the_parallax_of_its_distance(
    runtime: MockRuntime, headset: Headset, stage: Stage, distance: float
) -> None:
    runtime.head(Pose((0.0, SIGN_AHEAD - distance, 1.6)))
    for side, shift in zip(SIDES, (-APART / 2, APART / 2), strict=True):
        runtime.eye(side, Pose((shift, 0, 0)), (-WIDE, WIDE, -WIDE, WIDE))
    draw(stage, headset)
    pictures = keep(runtime, f"parallax-{distance}-m")
    (left, left_row), (right, right_row) = (red_places(picture).mean(0) for picture in pictures)
    disparity = APART / distance / (2 * WIDE) * headset.size[0]
    assert left - right == pytest.approx(disparity, abs=1.0)
    assert left_row == pytest.approx(right_row, abs=0.5)


def test_canted_eyes_of_unequal_fields_in_a_turned_head_see_the_thing_where_it_is(
    runtime: MockRuntime, headset: Headset, stage: Stage
) -> None:
    yaw, cant = radians(12) / 2, radians(10) / 2
    runtime.head(Pose((0.3, 1.8, 1.5), (cos(yaw), 0, 0, sin(yaw))))
    runtime.eye("left", Pose((-0.032, 0.01, 0), (cos(cant), 0, 0, sin(cant))), (-1.3, 0.9, -1.1, 0.95))
    runtime.eye("right", Pose((0.032, 0.01, 0), (cos(cant), 0, 0, -sin(cant))), (-0.9, 1.3, -1.1, 0.95))
    draw(stage, headset)
    for side in SIDES:
        shown = runtime.submitted(side)
        corners = np.array([seen_at(shown.pose, shown.tangents, headset.size, corner) for corner in CORNERS])
        places = red_places(runtime.picture(side))
        assert places.min(0) == pytest.approx(corners.min(0), abs=1.0)
        assert places.max(0) == pytest.approx(corners.max(0), abs=1.0)


def test_the_pictures_go_with_the_poses_they_were_drawn_for(
    runtime: MockRuntime, headset: Headset, stage: Stage
) -> None:
    runtime.head(Pose((0.4, 0.2, 1.7)))
    tracked = draw(stage, headset)
    for side, view in zip(SIDES, tracked.eyes, strict=True):
        shown = runtime.submitted(side)
        assert shown.pose.position == pytest.approx(view.pose.position, abs=1e-6)
        assert shown.tangents == pytest.approx(view.tangents, abs=1e-6)


def test_depths_go_along_where_the_runtime_takes_them(
    runtime: MockRuntime, headset: Headset, open_headset: Open, stage: Stage
) -> None:
    runtime.head(Pose((0.0, SIGN_AHEAD - 2.0, 1.6)))
    draw(stage, headset)
    assert runtime.depth_layers == 2
    middle = runtime.depth("left")[128, 128]
    distance = NEAR * FAR / (FAR - middle * (FAR - NEAR))
    assert distance == pytest.approx(2.0, rel=0.02)
    headset.close()
    runtime.offer("XR_KHR_composition_layer_depth", False)
    without = open_headset()
    frames(without, 3)
    draw(stage, without)
    assert (runtime.layers, runtime.depth_layers) == (1, 0)


@pytest.mark.parametrize("trouble", ["steals_context", "leaves_errors"])
def test_a_runtime_that_leaves_opengl_in_disorder_does_no_harm(
    runtime: MockRuntime, open_headset: Open, stage: Stage, trouble: str
) -> None:
    runtime.head(Pose((0.0, SIGN_AHEAD - 2.0, 1.6)))
    pictures = []
    for happens in (0, 1):
        runtime.set(**{trouble: happens})
        headset = open_headset()
        frames(headset, 3)
        draw(stage, headset)
        pictures.append([runtime.picture(side) for side in SIDES])
        headset.close()
    for quiet, disordered in zip(*pictures, strict=True):
        assert np.array_equal(quiet, disordered)


def test_an_image_that_the_runtime_keeps_leaves_the_frame_empty(
    runtime: MockRuntime, headset: Headset, paint: Paint
) -> None:
    timeout_expired = 1
    runtime.fail("xrWaitSwapchainImage", timeout_expired)
    picture = paint(headset.size)
    frames(headset, 1, picture)
    assert runtime.layers == 0
    frames(headset, 1, picture)
    assert runtime.layers == 1
    assert (runtime.picture("left")[0] == RED).all()
