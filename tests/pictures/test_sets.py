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
BAKED = ("electronics-line",)
RAYS = 3


def check(graphics: Graphics, name: str, kept: str, light: Callable[[World], BakedLight], *, renew: bool) -> None:
    stills = SetStills(graphics, place_set(name), SIZE, samples=4, light=light)
    try:
        must_match(kept, stills.picture(), renew=renew)
    finally:
        stills.close()


@pytest.mark.parametrize("name", BAKED)
def test_set_in_its_light_looks_as_it_did(graphics: Graphics, name: str, renew: bool) -> None:
    check(graphics, name, f"{name}-baked", lambda world: bake(world, RAYS), renew=renew)


@pytest.mark.parametrize("name", set_names())
def test_set_looks_as_it_did(graphics: Graphics, name: str, renew: bool) -> None:
    check(graphics, name, name, plain_light, renew=renew)
