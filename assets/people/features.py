"""What is painted on a face: lips, brows, lashes and the hairline of short hair, each within its border lines."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from assets.people.distance import length
from assets.people.eyelids import EYE_HALF_WIDTH, TILT, lid_edges
from assets.people.skeleton import EYE
from assets.people.surface import Seam, where

MOUTH_Z = 1.6085
MOUTH_END = 0.0258
BROW_FROM, BROW_TO = 0.0145, 0.0545
LASH_REACH = 0.0165
EAR_ROOT = 0.0800
"""From the middle plane: beyond, there is ear, where no hair grows."""
HAIR_FOREHEAD = 1.742
"""Height of the hairline over the forehead."""
Mask = Callable[[NDArray], NDArray]
Curve = Callable[[NDArray], NDArray]


def hairline(points: NDArray) -> NDArray:
    """Negative where short hair grows: behind the ears, at the temples and over the forehead."""
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    back = np.maximum(y + 0.016 - 0.10 * np.clip(1.675 - z, 0, 1), 1.606 + 0.30 * np.clip(-0.06 - y, 0, 1) - z)
    sideburn = np.maximum(np.maximum(y - 0.030, 1.652 - z), 0.050 - x)
    top = HAIR_FOREHEAD - 0.45 * np.clip(x - 0.030, 0, 1) - z + 0.9 * np.clip(y - 0.055, 0, 0.02)
    return np.minimum(np.minimum(back, sideburn), top)


def _mouth_line(x: NDArray) -> NDArray:
    """Height of the closed mouth's line: level, its corners a little lower, as in a calm face."""
    return MOUTH_Z - 0.0007 * np.exp(-((x / 0.006) ** 2)) - 0.0027 * np.clip((x - 0.012) / 0.018, 0, 2) ** 2


def _mouth_half(x: NDArray) -> NDArray:
    return 0.0009 * np.clip(1.12 - x / 0.030, 0.2, 1)


def _upper_lip(x: NDArray) -> NDArray:
    bow = 0.0064 - 0.0056 * np.clip(x / 0.028, 0, 2) ** 2 - 0.0012 * np.exp(-((x / 0.0045) ** 2))
    return _mouth_line(x) + bow


def _lower_lip(x: NDArray) -> NDArray:
    return _mouth_line(x) - 0.0088 + 0.0084 * np.clip(x / 0.0255, 0, 2) ** 2


def _brow_line(x: NDArray) -> NDArray:
    """Height of the eyebrow's middle, seen from the front."""
    t = np.clip((x - BROW_FROM) / (BROW_TO - BROW_FROM), 0, 1)
    arch = 0.0016 * np.sin(t * np.pi * 0.85) - 0.0030 * np.clip((t - 0.70) / 0.30, 0, 1) ** 1.5
    return 1.6995 + arch


def _brow_half(x: NDArray) -> NDArray:
    return 0.0031 * np.clip((0.0590 - x) / 0.018, 0.2, 1) * np.clip((x - 0.0095) / 0.013, 0.3, 1)


def _lash_line(x: NDArray) -> NDArray:
    """Height of the upper border of the dark lid margin; thicker towards the outer corner."""
    upper, _ = lid_edges(x - EYE[0])
    t = np.clip((x - EYE[0]) / EYE_HALF_WIDTH, -1, 1)
    return EYE[2] + upper + (0.0015 + 0.0005 * t) * np.clip((1.02 - np.abs(t)) / 0.35, 0, 1)


def _under_hair(v: NDArray) -> NDArray:
    return hairline(v) < 0.004


def _around_mouth(v: NDArray) -> NDArray:
    return (v[:, 1] > 0.045) & (np.abs(v[:, 0]) < 0.060) & (np.abs(v[:, 2] - MOUTH_Z) < 0.045)


def _around_brow(v: NDArray) -> NDArray:
    return (v[:, 1] > 0.03) & (np.abs(v[:, 2] - 1.700) < 0.045)


def _around_lid(v: NDArray) -> NDArray:
    q = np.abs(v) * [1, 0, 0] + v * [0, 1, 1] - EYE
    return (length(q) < 0.040) & (q[:, 1] > -0.004)


def seams(cropped: bool) -> tuple[Seam, ...]:
    """One seam for each border line: a line that turns a corner would slip between the vertices."""

    def height(mask: Mask, curve: Curve, snap: float) -> Seam:
        return Seam(where(mask, lambda v: v[:, 2] - curve(np.abs(v[:, 0]))), snap)

    def side(mask: Mask, x: float, snap: float) -> Seam:
        return Seam(where(mask, lambda v: np.abs(v[:, 0]) - x), snap)

    return (
        height(_around_mouth, lambda x: _mouth_line(x) + _mouth_half(x), 0.0003),
        height(_around_mouth, lambda x: _mouth_line(x) - _mouth_half(x), 0.0003),
        height(_around_mouth, _upper_lip, 0.0005),
        height(_around_mouth, _lower_lip, 0.0005),
        side(_around_mouth, MOUTH_END, 0.0004),
        height(_around_brow, lambda x: _brow_line(x) + _brow_half(x), 0.0006),
        height(_around_brow, lambda x: _brow_line(x) - _brow_half(x), 0.0006),
        side(_around_brow, BROW_FROM, 0.0006),
        side(_around_brow, BROW_TO, 0.0006),
        height(_around_lid, _lash_line, 0.0003),
        side(_around_lid, EYE[0] - LASH_REACH, 0.0003),
        side(_around_lid, EYE[0] + LASH_REACH, 0.0003),
        *((Seam(lambda v: hairline(v) * 0.8, 0.0010), side(_under_hair, EAR_ROOT, 0.0008)) if cropped else ()),
    )


def regions(centres: NDArray, cropped: bool) -> NDArray[np.str_]:
    x, z = np.abs(centres[:, 0]), centres[:, 2]
    names = np.full(len(centres), "skin", "<U8")
    mouth = _around_mouth(centres) & (x < MOUTH_END)
    names[mouth & (z < _upper_lip(x)) & (z > _lower_lip(x))] = "lips"
    names[mouth & (np.abs(z - _mouth_line(x)) < _mouth_half(x))] = "mouth"
    brow = _around_brow(centres) & (x > BROW_FROM) & (x < BROW_TO)
    names[brow & (np.abs(z - _brow_line(x)) < _brow_half(x))] = "brow"
    middle = EYE[2] + TILT * (x - EYE[0])
    lash = _around_lid(centres) & (np.abs(x - EYE[0]) < LASH_REACH) & (z > middle)
    names[lash & (z < _lash_line(x))] = "lash"
    if cropped:
        names[(hairline(centres) < 0) & (x < EAR_ROOT)] = "hair"
    return names
