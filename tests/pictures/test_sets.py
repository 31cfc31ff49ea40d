"""Every set of the library as it is drawn, beside the picture of it that was looked at and kept.

All are drawn in plain light, which takes no rays; a room also in its baked light.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assets.sets import place_set, set_names
from sim.display.set_stills import SetStills
from sim.render.graphics import Graphics
from sim.world.bake import BakedLight, bake
from sim.world.compose import World
from sim.world.plain_light import plain_light
from tests.pictures.comparing import must_match

SIZE = (320, 180)
BAKED = "boiler-room"
"""It has sun, sky and a few lamps."""
RAYS, MORE_RAYS, LAMP_PLACES = 3, 16, 1
"""As few as show every part of the light at this size."""


def check(graphics: Graphics, name: str, kept: str, light: Callable[[World], BakedLight], *, renew: bool) -> None:
    stills = SetStills(graphics, place_set(name), SIZE, samples=4, light=light)
    try:
        must_match(kept, stills.picture(), renew=renew)
    finally:
        stills.close()


def test_a_set_in_its_light_looks_as_it_did(graphics: Graphics, renew: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.world.bake.MORE_RAYS", MORE_RAYS)
    monkeypatch.setattr("sim.world.bake.LAMP_PLACES", LAMP_PLACES)
    check(graphics, BAKED, f"{BAKED}-baked", lambda world: bake(world, RAYS), renew=renew)


@pytest.mark.parametrize("name", set_names())
def test_set_looks_as_it_did(graphics: Graphics, name: str, renew: bool) -> None:
    check(graphics, name, name, plain_light, renew=renew)
