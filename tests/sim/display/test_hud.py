"""What a page is told about sounds and the places to walk to."""

from __future__ import annotations

import pytest

from sim.display.hud import heard_volume, hud, pan
from sim.render.camera import View
from sim.state import SoundState
from sim.world.compose import compose
from tests.sim.small_world import SmallLibrary, moment, small_scenario

NORTH = View((0.0, 0.0, 1.62))


def sound(at: tuple[float, float, float] | None) -> SoundState:
    return SoundState("bang.1", "bang", at, 0.8, 0.1, False)


def test_a_sound_comes_from_its_side_whichever_way_one_looks() -> None:
    assert pan(sound((5.0, 0.0, 1.0)), NORTH) == pytest.approx(0.9)
    assert pan(sound((5.0, 0.0, 1.0)), View((0.0, 0.0, 1.62), heading=-90.0)) == pytest.approx(0.0, abs=1e-3)
    assert pan(sound((5.0, 0.0, 1.0)), View((0.0, 0.0, 1.62), heading=180.0)) == pytest.approx(-0.9)
    assert pan(sound(None), NORTH) == 0.0


def test_far_sounds_are_quieter_and_still_heard() -> None:
    near, far = heard_volume(sound((0.0, 2.0, 1.6)), NORTH), heard_volume(sound((0.0, 200.0, 1.6)), NORTH)
    assert near == 0.8
    assert 0.1 < far < near


def test_places_in_view_have_an_arrow_and_others_none() -> None:
    world = compose(small_scenario(), SmallLibrary())
    state = moment()
    told = hud(world, state, View(world.eye(0), heading=-135.0), 16 / 9)
    here, other = told["standpoints"]
    assert here["here"]
    assert here["x"] is None
    assert other["x"] == pytest.approx(0.5, abs=0.01)
    assert other["y"] > 0.55
    turned = hud(world, state, View(world.eye(0), heading=45.0), 16 / 9)
    assert turned["standpoints"][1]["x"] is None
