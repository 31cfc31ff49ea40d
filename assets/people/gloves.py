"""Gloves by what they are made of: how thick they are and how far they reach up the arm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from assets.people.distance import Distance, Points, capsule, join, meet, without

Glove = Literal["knitted", "insulating", "nitrile", "leather"]
FLAT = ((0, 0, 1), 0.90)
"""A cuff is a little flatter than wide."""


@dataclass(frozen=True)
class GloveShape:
    """Metres along the hand, counted from the wrist; what lies up the arm is negative."""

    thick: float
    end: float
    """Up the arm, where the cuff ends."""
    trim: float
    """From the end as far as this the cuff has its own colour."""
    radii: tuple[float, float]
    """Of the cuff at its end and at the wrist."""
    open: bool
    """Whether one can see into the cuff; a knitted one lies close to the sleeve."""
    region: str
    cuff: str


GLOVES: dict[Glove, GloveShape] = {
    "knitted": GloveShape(0.0012, -0.068, -0.022, (0.0440, 0.0330), False, "glove", "cuff"),
    "insulating": GloveShape(0.0024, -0.200, -0.186, (0.0620, 0.0400), True, "rubber_glove", "rubber_cuff"),
    "nitrile": GloveShape(0.0009, -0.150, -0.138, (0.0540, 0.0385), True, "nitrile_glove", "nitrile_cuff"),
    "leather": GloveShape(0.0030, -0.185, -0.030, (0.0660, 0.0430), True, "leather_glove", "leather_cuff"),
}
CUFF_DEPTH = 0.030
"""How far one can look into an open cuff."""
CUFF_WALL = 0.0045


def with_cuff(q: Points, hand: Distance, glove: GloveShape) -> Distance:
    """The field of the palm in its glove joined to the cuff, at points (n, 3) of the hand's frame."""
    wide, narrow = glove.radii
    below = 0.0 if glove.open else -0.024
    cuff = capsule(q, (glove.end - 0.007, 0, 0), (0, 0, 0), wide, narrow, FLAT)
    middle, half = (glove.end + below) / 2, (below - glove.end) / 2
    cuff = meet(0.004, cuff, np.abs(q[:, 0] - np.float32(middle)) - np.float32(half))
    if not glove.open:
        return join(0.006, hand, cuff)
    inside = capsule(q, (glove.end - 0.007, 0, 0), (0, 0, 0), wide - CUFF_WALL, narrow - CUFF_WALL, FLAT)
    hollow = np.maximum(inside, q[:, 0] - np.float32(glove.end + CUFF_DEPTH))
    return without(0.002, join(0.018, hand, cuff), hollow)


def regions_along(along: NDArray, glove: GloveShape) -> NDArray[np.str_]:
    """Names by where a face lies along the hand, in metres from the wrist."""
    return np.where(along < glove.trim, glove.cuff, glove.region)
