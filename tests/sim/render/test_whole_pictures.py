"""Real pixels: what is in the scene is in the picture, and what changes there changes here."""

from __future__ import annotations

import numpy as np
import pytest

from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.state import LightState, RedoState, ThingState
from tests.sim.render.photographs import SIZE, Camera
from tests.sim.small_world import SmallLibrary, both, box, moment


def share(image: np.ndarray, channel: int) -> float:
    """The share of pixels in which one channel outshines the others clearly."""
    others = [other for other in range(3) if other != channel]
    return float((image[..., channel] > 1.7 * image[..., others].max(-1)).mean())


def test_a_red_sign_is_seen_where_it_stands(camera: Camera) -> None:
    image = camera.shot()
    red = image[..., 0] > 1.7 * image[..., 1:].max(-1)
    rows, columns = np.nonzero(red)
    assert 0.03 < red.mean() < 0.15
    assert columns.mean() == pytest.approx(SIZE[0] / 2, abs=4)
    assert rows.mean() == pytest.approx(SIZE[1] / 2, abs=6)


def test_a_new_state_is_seen(camera: Camera) -> None:
    fixed = moment({"sign": ThingState((0, 4, 1.2), 0.0, "ok")})
    image = camera.shot(fixed)
    assert share(image, 0) == 0
    assert share(image, 1) > 0.03


def test_a_moved_thing_is_seen_elsewhere_and_no_longer_here(camera: Camera) -> None:
    moved = moment({"sign": ThingState((-4, 0, 1.2), 90.0, "broken")})
    assert share(camera.shot(moved), 0) == 0
    assert share(camera.shot(moved, View((0, 0, 1.62), 90, 0)), 0) > 0.03


def test_a_wall_hides_what_is_behind_it(graphics: Graphics) -> None:
    camera = Camera(graphics, SmallLibrary([box(3, 0.2, 3).placed(0, 2, 0)]))
    assert share(camera.shot(), 0) == 0
    camera.close()


def test_the_sun_throws_the_shadow_of_what_moves(camera: Camera) -> None:
    def brightness(thing: ThingState) -> float:
        # The sun stands south-west: the ground north-east of the sign's foot lies in its shadow.
        image = camera.shot(moment({"sign": thing}), View.towards((2.5, 3.2, 2.0), (0.75, 5.0, 0.0), 20))
        return float(image[60:120, 110:210].mean())

    there, away = ThingState((0, 4, 0.6), 0.0, "broken"), ThingState((-6, -6, 0.6), 0.0, "broken")
    assert brightness(there) < 0.8 * brightness(away)


def test_a_found_hazard_is_ticked_and_one_not_found_is_not_marked(camera: Camera) -> None:
    plain, ticked = camera.shot(), camera.shot(moment(flagged=("sign-broken",)))
    changed = np.abs(plain - ticked).sum(-1) > 40
    assert 0.001 < changed.mean() < 0.03
    assert share(plain[changed], 1) == 0
    assert (ticked[changed][:, 1] > ticked[changed][:, 0]).mean() > 0.5


def test_the_redo_rings_what_is_asked_for(camera: Camera) -> None:
    redo = RedoState(0, 2, "flag", "sign", "sign-broken")
    changed = np.abs(camera.shot() - camera.shot(moment(redo=redo))).sum(-1) > 40
    middle = changed[SIZE[1] // 2 - 4 : SIZE[1] // 2 + 4, SIZE[0] // 2 - 4 : SIZE[0] // 2 + 4]
    assert changed.any()
    assert not middle.any()


@pytest.mark.parametrize(("colour", "low", "high"), [("white", 235, 255), ("black", 0, 12)])
def test_a_full_fade_hides_everything(camera: Camera, colour: str, low: int, high: int) -> None:
    image = camera.shot(moment(fade=(colour, 1.0)))
    assert image.min() >= low
    assert image.max() <= high


def test_light_that_is_turned_down_darkens_the_picture(camera: Camera) -> None:
    dim = camera.shot(moment(lights={"everything": LightState(0.3)}))
    assert dim.mean() < 0.8 * camera.shot().mean()


def test_a_lamp_lights_the_ground_at_night_and_can_be_dimmed(graphics: Graphics) -> None:
    props = {"lamp": {"prop": "lamp", "at": [0, 4]}, "sign": {"prop": "sign", "at": [-7, -7]}}
    dimming = [{"when": {"time": 9}, "do": [{"light": {"what": "lamp", "level": 0}}]}]
    camera = Camera(graphics, SmallLibrary(night=1.0), props=props, storyboard=dimming)
    lit, dark = camera.shot(), camera.shot(moment(lights={"lamp": LightState(0.0)}))
    assert lit[120:].mean() > 1.3 * dark[120:].mean()
    camera.close()


def test_people_stand_in_the_picture_and_walk(graphics: Graphics) -> None:
    actors = {
        "mate": {"character": "worker_hv", "variant": "plain", "name": both("m"),
                 "path": [{"t": 0, "at": [0, 3], "heading": 180}]}
    }  # fmt: skip
    props = {"sign": {"prop": "sign", "at": [-7, -7]}}
    camera = Camera(graphics, SmallLibrary(), actors=actors, props=props)

    def at(clip: str, seconds: float, y: float = 3.0) -> np.ndarray:
        return camera.shot(moment({"mate": ThingState((0, y, 0), 180, None, clip, seconds)}))

    empty, standing = at("idle", 0.0, y=-30.0), at("idle", 0.0)
    body = np.abs(empty - standing).sum(-1) > 40
    rows, columns = np.nonzero(body)
    assert 0.03 < body.mean() < 0.2
    assert rows.max() - rows.min() > 90
    helmet = standing[rows.min() + 3, columns[rows == rows.min()][0]]
    assert helmet[0] > 120
    assert helmet[1] > 1.5 * helmet[2]
    assert (np.abs(at("walk", 0.0) - at("walk", 0.45)).sum(-1) > 40).mean() > 0.005
    camera.close()
