"""The view from above: over what lies open, and into rooms as if their ceiling were off."""

from __future__ import annotations

import numpy as np
import pytest

from assets.mesh import Mesh
from sim.display.stills import Stills
from sim.render.graphics import Graphics
from sim.world.compose import compose
from tests.sim.small_world import BLUE, GREEN, SmallLibrary, box, small_scenario

CEILING = 2.9
SUNLIT = 110
"""How bright the sunlit top of something blue is at least."""


def seen_from_above(graphics: Graphics, *walls: Mesh) -> np.ndarray:
    stills = Stills(graphics, compose(small_scenario(), SmallLibrary(list(walls))), (240, 135), samples=0)
    picture = stills.above()
    stills.close()
    return picture.astype(int)


def share(picture: np.ndarray, channel: int, least: int = 0) -> float:
    """How much of a picture is clearly of one colour and at least so bright."""
    others = [each for each in range(3) if each != channel]
    seen = picture[..., channel]
    return float(((seen > 1.6 * picture[..., others].max(-1)) & (seen > least)).mean())


@pytest.mark.parametrize("height", [CEILING, 9.0])
def test_a_ceiling_is_cut_off(graphics: Graphics, height: float) -> None:
    carpet, roof = box(6, 6, 0.02, GREEN), box(14, 14, 0.2).placed(0, 0, height)
    picture = seen_from_above(graphics, carpet, roof)
    assert share(picture, 1) > 0.1, "the carpet in the room is to be seen"


def test_under_the_sky_nothing_is_cut_off(graphics: Graphics) -> None:
    tower = box(2, 2, 5.0, BLUE).placed(-3, 2, 0)
    picture = seen_from_above(graphics, tower)
    assert share(picture, 2, SUNLIT) > 0.01


def test_what_hangs_high_in_a_room_is_not_cut_off_with_its_ceiling(graphics: Graphics) -> None:
    """The sign, which is red, hangs at 4 m: a room is cut open above its hazards."""
    props = {"sign": {"prop": "sign", "at": [0, 4, 4.0], "state": "broken"}, "crate": {"prop": "crate", "at": [4, 0]}}
    library = SmallLibrary([box(14, 14, 0.2, GREEN).placed(0, 0, 9.0)])
    stills = Stills(graphics, compose(small_scenario(props=props), library), (240, 135), samples=4)
    picture = stills.above().astype(int)
    stills.close()
    assert ((picture[..., 0] > 60) & (picture[..., 0] > 1.6 * picture[..., 1])).any()
