"""Every set of the library as it is drawn, beside the picture of it that was looked at and kept."""

from __future__ import annotations

import pytest

from assets.sets import place_set, set_names
from sim.display.set_stills import SetStills
from sim.render.graphics import Graphics
from tests.pictures.comparing import must_match

SIZE = (320, 180)
RAYS = 12


@pytest.mark.parametrize("name", set_names())
def test_set_looks_as_it_did(graphics: Graphics, name: str, renew: bool) -> None:
    stills = SetStills(graphics, place_set(name), SIZE, samples=4, rays=RAYS)
    try:
        must_match(name, stills.picture(), renew=renew)
    finally:
        stills.close()
