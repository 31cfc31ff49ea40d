"""The plan of a place: walls where they stand, to scale, north up."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from kiosk.bench.floor_map import MARGIN, floor_map
from tests.sim.small_world import box, small_place


def test_what_stands_in_a_place_is_drawn_where_it_stands() -> None:
    high, low = box(4, 0.2, 3).placed(3, 6), box(1, 1, 0.1).placed(-5, -5)
    drawn = floor_map(small_place([high, low]))
    assert drawn.box == (-8 - MARGIN, -8 - MARGIN, 8 + MARGIN, 8 + MARGIN)
    picture = np.asarray(Image.open(io.BytesIO(drawn.png)).convert("L")).astype(int)
    scale = picture.shape[1] / (drawn.box[2] - drawn.box[0])
    assert picture.shape[0] == picture.shape[1], "as wide as it is deep"

    def ink_at(x: float, y: float) -> int:
        column, row = int((x - drawn.box[0]) * scale), int((drawn.box[3] - y) * scale)
        return int(picture[row - 4 : row + 5, column - 4 : column + 5].min())

    assert ink_at(1.0, 6.0) < 120, "a high wall is dark at its end"
    assert ink_at(3.0, 6.1) < 120 and ink_at(3.0, -6.0) > 230, "north is up"
    assert ink_at(-5.5, -5.0) > 230, "what one steps over is not drawn"
    assert drawn.address.startswith("data:image/png;base64,")


def test_water_and_paving_have_their_colours() -> None:
    dry, wet = floor_map(small_place()), floor_map(small_place(flooded=True))
    middle = [Image.open(io.BytesIO(each.png)).convert("RGB").getpixel((300, 300)) for each in (dry, wet)]
    (r, _, b), (wet_r, _, wet_b) = middle
    assert r >= b and wet_b > wet_r, "water is blue"
