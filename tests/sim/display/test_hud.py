"""What a page is told about sounds and the places to walk to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scenarios.model import Text
from sim.display.hud import hud
from sim.render.camera import View
from sim.state import CaptionState, SoundState
from sim.world.compose import compose
from tests.sim.small_world import SmallLibrary, moment, small_scenario


def test_sounds_and_lines_say_where_they_come_from() -> None:
    world = compose(small_scenario(), SmallLibrary())
    state = replace(
        moment(),
        sounds=(SoundState("bang.1", "metal_clang", (1.0, 2.0, 0.5), 0.8, 0.1, False),),
        captions=(CaptionState("narrator", None, Text(zh="好", en="good"), 0.5, "say.1"),),
    )
    told = hud(world, state, View(world.eye(0)), 16 / 9)
    assert told["eye"] == list(world.eye(0))
    assert told["sounds"] == [
        {"key": "bang.1", "name": "metal_clang", "at": (1.0, 2.0, 0.5), "volume": 0.8, "age": 0.1, "loop": False}
    ]
    assert told["captions"][0]["at"] is None and told["captions"][0]["key"] == "say.1"


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
