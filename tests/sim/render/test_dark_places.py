"""Places whose light is that of lamps which move: the helmet lamp, dust in its beam, tiers, polished floors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest

from assets.place import Light, Place
from common.errors import UsageError
from sim.display.scenery import Scenery
from sim.render.camera import View
from sim.render.face_store import packed, unpacked
from sim.render.faces import Face
from sim.render.graphics import Graphics
from sim.render.picture import WholePicture
from sim.render.stage import Stage, adapted
from sim.render.tiers import chosen_tier
from sim.state import TraineeState
from sim.world.bake import baked_light
from sim.world.compose import World, compose
from tests.sim.small_world import SmallLibrary, box, moment, small_scenario

SIZE = (320, 180)
BLACK = (0.0, 0.0, 0.0)
HELMET = Light(
    (0.0, 0.0, 1.0), BLACK, BLACK, BLACK, BLACK, haze=BLACK, bounce=BLACK, clouds=0.0, helmet_lamp=3.0, air=BLACK
)


@dataclass
class Underground(SmallLibrary):
    """The small world without sun and sky."""

    light: Light = HELMET
    floor: str = "soil"

    def place(self, name: str) -> Place:
        made = super().place(name)
        ground = replace(made.ground, layers=(self.floor,) * 3)
        return replace(made, light=self.light, ground=ground)

    def layers(self) -> tuple[tuple[str, ...], np.ndarray]:
        names, images = super().layers()
        return (*names, "epoxy"), np.concatenate([images, images[:1]])


def underground(light: Light = HELMET, floor: str = "soil") -> World:
    wall = box(8, 0.3, 3, (0.6, 0.5, 0.4)).placed(0, 6, 0)
    return compose(small_scenario(), Underground([wall], light=light, floor=floor))


def drawn(graphics: Graphics, world: World, view: View, tier: str = "full") -> np.ndarray:
    stage = Stage(graphics, world, baked_light(world), tier)
    picture = WholePicture(stage, SIZE, samples=0)
    image = picture.image(moment(), view).astype(int)
    picture.remove()
    stage.close()
    return image


@pytest.fixture
def scenery(graphics: Graphics) -> Iterator[Scenery]:
    made = Scenery(graphics, underground(), SIZE, face_size=384)
    yield made
    made.close()


def live(scenery: Scenery, heading: float) -> np.ndarray:
    state = replace(moment(), trainee=TraineeState(0, (0, 0, 1.62), heading, 0.0))
    scenery.picture(state)
    while scenery.refine(scenery.world.things(state)):
        pass
    return scenery.picture(state)[..., 2::-1].astype(int)


def test_the_helmet_lamp_lights_what_one_looks_at(graphics: Graphics) -> None:
    world = underground()
    eye = world.eye(0)
    ahead = drawn(graphics, world, View(eye, 0.0, 0.0))
    assert ahead[60:120, 120:200].mean() > 25
    assert ahead[60:120, 120:200].mean() > 4 * ahead[:, :12].mean()
    unlit = drawn(graphics, underground(replace(HELMET, helmet_lamp=0.0)), View(eye, 0.0, 0.0))
    assert unlit.max() < 12


@pytest.mark.parametrize("heading", [0.0, 20.0])
def test_faces_are_lit_by_the_helmet_lamp_as_the_whole_is(graphics: Graphics, scenery: Scenery, heading: float) -> None:
    whole = drawn(graphics, underground(), View(scenery.world.eye(0), heading, 0.0))
    apart = np.abs(live(scenery, heading) - whole).sum(-1)
    assert whole.mean() > 8
    assert np.median(apart) < 12
    assert (apart > 60).mean() < 0.05


def test_dust_shows_the_beam_before_darkness(graphics: Graphics) -> None:
    def before_the_dark(dust: float) -> float:
        world = compose(small_scenario(), Underground([], light=replace(HELMET, dust=dust)))
        return drawn(graphics, world, View(world.eye(0), 90.0, 30.0))[60:120, 120:200].mean()

    assert before_the_dark(0.05) > before_the_dark(0.0) + 5


def test_an_eye_gets_used_to_a_dim_place() -> None:
    dim = replace(HELMET, helmet_lamp=0.0, middle=(0.05,) * 3, horizon=(0.05,) * 3, zenith=(0.05,) * 3)
    light = baked_light(underground(dim))
    assert adapted(dim, light) == 1.0
    half, whole = (adapted(replace(dim, adaptation=share), light) for share in (0.5, 1.0))
    assert half > 2
    assert whole == pytest.approx(half**2)


def test_a_polished_floor_mirrors_a_wall_and_soil_does_not(graphics: Graphics) -> None:
    bright = replace(HELMET, helmet_lamp=0.0, middle=(0.8,) * 3, horizon=(0.8,) * 3, zenith=(0.8,) * 3)

    def redness(floor: str) -> float:
        wall = box(8, 0.3, 3, (0.9, 0.02, 0.02)).placed(0, 6, 0)
        world = compose(small_scenario(), Underground([wall], light=bright, floor=floor))
        image = drawn(graphics, world, View(world.eye(0), 0.0, -8.0))[120:150, 120:200]
        return float(image[..., 0].mean() / image[..., 2].mean())

    assert redness("epoxy") > 1.04 * redness("soil")


def test_both_tiers_show_the_same_things(graphics: Graphics) -> None:
    world = compose(small_scenario(), SmallLibrary([box(6, 0.3, 3, (0.6, 0.3, 0.2)).placed(-3, 6, 0)]))
    full, lean = (drawn(graphics, world, View(world.eye(0), 0.0, 0.0), tier) for tier in ("full", "lean"))
    assert lean.std() > 10
    assert np.median(np.abs(full - lean).sum(-1)) < 40


def test_the_setting_chooses_the_tier(graphics: Graphics, monkeypatch: pytest.MonkeyPatch) -> None:
    for tier in ("lean", "full"):
        monkeypatch.setenv("QIANCHE_TIER", tier)
        assert chosen_tier(graphics) == tier
    monkeypatch.setenv("QIANCHE_TIER", "best")
    with pytest.raises(UsageError, match="QIANCHE_TIER"):
        chosen_tier(graphics)


def test_what_faces_reflect_is_kept() -> None:
    ramp = np.tile(np.linspace(0, 250, 48).astype(np.uint8), (48, 1))
    image = np.stack([ramp, ramp.T, ramp // 2, 255 - ramp], -1)
    face = unpacked(packed(Face(image, np.zeros((48, 48), np.uint16), image[::-1].copy())))
    assert np.abs(face.reflecting.astype(int) - image[::-1]).max() < 14
