"""Faces of a standpoint: painted, kept, loaded, and shown as if everything were drawn anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assets.cache import entry_path
from sim.display.scenery import Scenery
from sim.render.camera import View
from sim.render.face_store import KIND, FaceStore, packed, unpacked
from sim.render.faces import FORWARD, Face, FacePainter, area_on_face, corners, tile_corners
from sim.render.graphics import Graphics
from sim.render.picture import WholePicture
from sim.render.stage import Stage
from sim.state import SceneState, ThingState, TraineeState
from sim.world.bake import baked_light
from sim.world.compose import World, compose
from tests.sim.small_world import SmallLibrary, both, box, moment, small_scenario

SIZE = (320, 180)
FACE = 256


@pytest.fixture
def world() -> World:
    mover = {"prop": "crate", "name": both("c"), "path": [{"t": 0, "at": [-2, 5]}]}
    return compose(
        small_scenario(actors={"cart": mover}), SmallLibrary([box(6, 0.3, 3, (0.6, 0.3, 0.2)).placed(-3, 6, 0)])
    )


@pytest.fixture
def scenery(graphics: Graphics, world: World) -> Iterator[Scenery]:
    made = Scenery(graphics, world, SIZE, face_size=FACE)
    yield made
    made.close()


def looking(heading: float, state: SceneState | None = None, standpoint: int = 0) -> SceneState:
    return replace(state or moment(), trainee=TraineeState(standpoint, (0, 0, 1.62), heading, 0.0))


def shown(scenery: Scenery, state: SceneState) -> np.ndarray:
    """The picture when everything is painted."""
    scenery.picture(state)
    while scenery.refine(scenery.world.things(state)):
        pass
    return scenery.picture(state)[..., 2::-1].astype(int)


def whole(graphics: Graphics, world: World, state: SceneState) -> np.ndarray:
    stage = Stage(graphics, world, baked_light(world))
    picture = WholePicture(stage, SIZE, samples=0)
    trainee = state.trainee
    image = picture.image(state, View(world.eye(trainee.standpoint), trainee.heading, trainee.pitch))
    picture.remove()
    stage.close()
    return image.astype(int)


@pytest.mark.parametrize("heading", [0, 35, 90, 180, 250])
def test_over_faces_it_looks_as_if_all_were_drawn(
    graphics: Graphics, world: World, scenery: Scenery, heading: float
) -> None:
    state = looking(heading)
    apart = np.abs(shown(scenery, state) - whole(graphics, world, state)).sum(-1)
    assert np.median(apart) < 12
    assert (apart > 90).mean() < 0.035  # edges, which are softer on a face


def test_water_mirrors_the_same_on_every_tile(graphics: Graphics, monkeypatch: pytest.MonkeyPatch) -> None:
    wall = box(6, 0.3, 3, (0.7, 0.05, 0.05)).placed(0, 6, 0)
    world = compose(small_scenario(), SmallLibrary([wall], flooded=True))
    stage = Stage(graphics, world, baked_light(world))
    painted = []
    for tile in (192, 64):
        monkeypatch.setattr("sim.render.faces.TILE_SIZE", tile)
        painter = FacePainter(stage, 192, samples=0)
        painted.append(painter.paint((0.0, 0.0, 1.62), 2).colour.astype(int))
        painter.remove()
    stage.close()
    mirrored = painted[0][110:190, 60:130]
    assert (mirrored[..., 0] > 1.3 * mirrored[..., 2]).mean() > 0.3  # the red wall, upside down
    assert (np.abs(painted[0] - painted[1])[..., :3].sum(-1) > 60).mean() < 0.02


def test_what_moves_goes_behind_and_before_what_stands(scenery: Scenery) -> None:
    def blue(y: float) -> float:
        state = looking(0, moment({"cart": ThingState((-2.0, y, 0.0), 0.0, None)}))
        image = shown(scenery, state)
        return float((image[..., 2] > 1.7 * image[..., :2].max(-1)).mean())

    assert blue(5.0) > 0.01
    assert blue(8.0) == 0.0


def test_a_standing_prop_is_repainted_when_it_changes(graphics: Graphics, world: World, scenery: Scenery) -> None:
    shown(scenery, looking(0))
    fixed = looking(0, moment({"sign": ThingState((0, 4, 1.2), 0.0, "ok")}))
    apart = np.abs(shown(scenery, fixed) - whole(graphics, world, fixed)).sum(-1)
    assert (apart > 90).mean() < 0.035


def test_a_standing_prop_that_leaves_its_place_is_no_longer_there(scenery: Scenery) -> None:
    gone = looking(0, moment({"sign": ThingState((-7, -7, 1.2), 0.0, "broken")}))
    image = shown(scenery, gone)
    assert (image[..., 0] > 1.7 * image[..., 1:].max(-1)).mean() == 0


def test_a_changed_prop_is_right_after_a_step_as_well(scenery: Scenery) -> None:
    things = {"sign": ThingState((0, 4, 1.2), 0.0, "ok")}
    shown(scenery, looking(0, moment(things)))
    image = shown(scenery, looking(22, moment(things), standpoint=1))
    assert (image[..., 1] > 1.7 * image[..., [0, 2]].max(-1)).mean() > 0.003
    assert (image[..., 0] > 1.7 * image[..., 1:].max(-1)).mean() == 0


def test_prepared_faces_are_loaded_and_not_painted_again(
    graphics: Graphics, world: World, scenery: Scenery, monkeypatch: pytest.MonkeyPatch
) -> None:
    shares = list(scenery.prepare())
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

    def fail(*_: object) -> None:
        raise AssertionError("painted again")

    monkeypatch.setattr(FacePainter, "tile", fail)
    again = Scenery(graphics, world, SIZE, face_size=FACE)
    assert shown(again, looking(0)).std() > 10
    again.close()


def test_a_damaged_face_is_painted_anew(graphics: Graphics, world: World) -> None:
    stage = Stage(graphics, world, baked_light(world))
    painter, store, eye = FacePainter(stage, 64), FaceStore(world), (0.0, 0.0, 1.6)
    first = store.face(eye, 2, painter)
    path = entry_path(KIND, store._key(eye, 2, 64))
    path.write_bytes(path.read_bytes()[:100])
    assert np.array_equal(store.face(eye, 2, painter).depth, first.depth)
    painter.remove()
    stage.close()


@settings(max_examples=25, deadline=None)
@given(some.integers(0, 2**32 - 1), some.sampled_from([16, 48, 64]))
def test_packing_keeps_depth_exactly_and_colour_nearly(seed: int, size: int) -> None:
    rng = np.random.default_rng(seed)
    depth = rng.integers(0, 65536, (size, size), dtype=np.uint16)
    ramp = np.linspace(0, 255, size).astype(np.uint8)
    colour = np.stack([np.tile(ramp, (size, 1))] * 3 + [np.full((size, size), rng.integers(0, 256))], -1).astype(
        np.uint8
    )
    face = unpacked(packed(Face(colour, depth)))
    assert np.array_equal(face.depth, depth)
    assert np.abs(face.colour.astype(int) - colour).max() < 14


def test_tiles_cover_an_area_and_stay_on_the_face() -> None:
    found = tile_corners(1536, 512, (700, 20, 1536, 900))
    assert all(0 <= x <= 1024 and 0 <= y <= 1024 for x, y in found)
    covered = np.zeros((1536, 1536), bool)
    for x, y in found:
        covered[y : y + 512, x : x + 512] = True
    assert covered[20:900, 700:1536].all()


@pytest.mark.parametrize("index", range(6))
def test_a_shape_is_on_the_faces_that_look_at_it(index: int) -> None:
    middle = FORWARD[index] * 5
    shape = (middle + np.array([(-0.3, -0.3, -0.3), (0.3, 0.3, 0.3), (0.3, -0.3, 0.1)])).astype(np.float32)
    assert area_on_face(shape, (0, 0, 0), index, 512) is not None
    opposite = index ^ 1
    assert area_on_face(shape, (0, 0, 0), opposite, 512) is None
    assert np.allclose(corners(index).mean(0), FORWARD[index])
