"""Everyday clothes: a zipped jacket, a belted coat, plain trousers are in ``workwear``, low shoes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.people.body import sleeve, torso, torso_profile
from assets.people.distance import Distance, Points, capsule, ellipsoid, join, loft, meet, right_half
from assets.people.shell import Shell
from assets.people.skeleton import ANKLE, FOREARM_DIRECTION, WRIST
from assets.people.surface import Seam, where
from assets.people.workwear import collar, height_seam, sole, toed_out, vest

JACKET_EASE = 0.012
VEST_OVER_JACKET = 0.015
"""Room a vest needs to go over the jacket."""
HEM = (0.872, 0.925)
"""The knitted band round the foot of the jacket."""
CUFF = 0.075
"""From the wrist up the sleeve, where the jacket's cuff ends."""


def _from_wrist(points: NDArray) -> NDArray:
    return (np.abs(points) * [1, 0, 0] + points * [0, 1, 1] - WRIST) @ FOREARM_DIRECTION


def jacket(points: Points, *, knit: bool = False) -> Distance:
    """A waist-long zipped jacket, gathered at hem and cuffs, its collar up; ``knit``: a pullover with a round neck."""
    z = points[:, 2]
    full = JACKET_EASE + 0.010 * np.clip((z - 0.92) / 0.05, 0, 1) * np.clip((1.20 - z) / 0.15, 0, 1)
    folds = (
        0.0022
        * np.sin(z * 105 + points[:, 0] * 14)
        * np.clip((1.12 - z) / 0.12, 0, 1)
        * np.clip((z - 0.92) / 0.05, 0, 1)
    )
    d = torso(points) - (full + folds).astype(np.float32)
    gathered = np.clip((-_from_wrist(points) - CUFF + 0.012) / 0.02, 0, 1).astype(np.float32)
    d = join(0.055, d, sleeve(points, -0.001) - 0.006 * gathered)
    if knit:
        d = join(
            0.012,
            d,
            meet(
                0.006,
                loft(points, [(1.40, 0.09, 0.07, -0.09), (1.60, 0.066, 0.058, -0.07)], 2.1),
                z - 1.505 + 0.25 * points[:, 1],
            ),
        )
    else:
        d = join(0.010, d, collar(points, 1.535, 0.004))
    return meet(0.008, d, HEM[0] - z)


def _on_sleeve(points: NDArray) -> NDArray:
    return np.abs(points[:, 0]) > 0.30


BANDS = (1.150, 1.200)
"""The reflective band round the chest; the sleeves have theirs ``ARM_BAND`` above the wrist."""
ARM_BAND = (0.150, 0.195)
FLAP = (0.042, 0.120, 1.282, 1.318)
"""A breast pocket's flap: from and to beside the middle, from and to in height."""


def _jacket_regions(centres: NDArray, *, knit: bool = False) -> NDArray[np.str_]:
    x, y, z = np.abs(centres[:, 0]), centres[:, 1], centres[:, 2]
    names = np.full(len(centres), "jacket", "<U12")
    names[(x < 0.25) & (z < HEM[1])] = "jacket_trim"
    names[_on_sleeve(centres) & (_from_wrist(centres) > -CUFF)] = "jacket_trim"
    if not knit:
        names[(x < 0.25) & (z > BANDS[0]) & (z < BANDS[1])] = "jacket_band"
        up = -_from_wrist(centres)
        names[_on_sleeve(centres) & (up > ARM_BAND[0]) & (up < ARM_BAND[1])] = "jacket_band"
        names[(x < 0.0055) & (y > 0)] = "zip"
        flap = (y > 0.03) & (x > FLAP[0]) & (x < FLAP[1]) & (z > FLAP[2]) & (z < FLAP[3])
        names[flap] = "jacket_trim"
    return names


def _on_chest(points: NDArray) -> NDArray[np.bool_]:
    return (points[:, 1] > 0.03) & (np.abs(points[:, 0]) < 0.16) & (np.abs(points[:, 2] - 1.295) < 0.06)


def _on_front(points: NDArray) -> NDArray[np.bool_]:
    return np.abs(points[:, 0]) < 0.25


def jacket_shell(*, under_vest: bool, knit: bool = False) -> Shell:
    ends = (
        Seam(where(_on_front, lambda v: v[:, 2] - HEM[1]), 0.003),
        Seam(where(_on_sleeve, lambda v: _from_wrist(v) + CUFF), 0.003),
    )
    trimmings = (
        *(Seam(where(_on_front, lambda v, h=h: v[:, 2] - h), 0.003) for h in BANDS),
        *(Seam(where(_on_sleeve, lambda v, h=h: _from_wrist(v) + h), 0.003) for h in ARM_BAND),
        *(Seam(where(_on_chest, lambda v, h=h: v[:, 2] - h), 0.003) for h in FLAP[2:]),
        *(Seam(where(_on_chest, lambda v, x=x: np.abs(v[:, 0]) - x), 0.003) for x in FLAP[:2]),
        Seam(where(_in_front, lambda v: np.abs(v[:, 0]) - 0.0055), 0.003),
    )
    return Shell(
        name="knit" if knit else "jacket",
        field=lambda p: jacket(p, knit=knit),
        box=((0, -0.22, 0.85), (0.60, 0.24, 1.59)),
        cell=0.0065,
        triangles=1750,
        coarser=(520, 200),
        binding="sleeves",
        regions=lambda centres: _jacket_regions(centres, knit=knit),
        seams=ends if knit else (*ends, *trimmings),
        normal_step=4.5e-3,
        hidden=((lambda p: vest(p, VEST_OVER_JACKET) + 0.003),) if under_vest else (),
    )


COAT_HEM = 0.600
HEM_WIDTH = 0.022
BELT = (1.075, 1.115)


def coat(points: Points, *, belted: bool = True) -> Distance:
    """A knee-length coat hanging in soft folds from the waist; without a belt straight, as a smock."""
    z = points[:, 2]
    d = torso(points) - np.float32(0.013)
    waist = [row for row in torso_profile(0.014 if belted else 0.030) if 1.0 < row[0] < 1.2]
    hips = 0.185
    skirt = loft(
        points,
        [
            (0.59, hips + 0.055, 0.165, -0.175),
            (0.75, hips + 0.035, 0.150, -0.165),
            (0.93, hips + 0.008, 0.128, -0.146),
            *waist,
        ],
        2.3,
    )
    turn = np.arctan2(points[:, 1], np.abs(points[:, 0]) + 1e-6)
    folds = 0.006 * np.sin(turn * 9 + 0.6) * np.clip((1.02 - z) / 0.35, 0, 1)
    d = join(0.03, d, skirt + folds.astype(np.float32))
    d = join(0.055, d, sleeve(points, 0.004))
    d = join(0.010, d, collar(points, 1.540, 0.006))
    if not belted:
        return meet(0.006, d, COAT_HEM - z)
    belt = np.maximum(np.abs(z - sum(BELT) / 2) - (BELT[1] - BELT[0]) / 2, torso(points) - 0.021)
    d = join(0.004, d, belt.astype(np.float32))
    return meet(0.006, d, COAT_HEM - z)


def _coat_regions(centres: NDArray, *, belted: bool) -> NDArray[np.str_]:
    x, z = np.abs(centres[:, 0]), centres[:, 2]
    names = np.full(len(centres), "coat", "<U12")
    names[(centres[:, 1] > 0) & (x < 0.0045)] = "coat_belt"
    if belted:
        names[(x < 0.21) & (z > BELT[0]) & (z < BELT[1])] = "coat_belt"
        names[(centres[:, 1] > 0) & (x < 0.020) & (z > BELT[0]) & (z < BELT[1])] = "buckle"
    names[z < COAT_HEM + HEM_WIDTH] = "coat_hem"
    return names


def _on_trunk(points: NDArray) -> NDArray[np.bool_]:
    return np.abs(points[:, 0]) < 0.21


def _in_front(points: NDArray) -> NDArray[np.bool_]:
    return points[:, 1] > 0


def coat_shell(*, belted: bool) -> Shell:
    front = Seam(where(_in_front, lambda v: np.abs(v[:, 0]) - 0.0045), 0.002)
    belt = (
        Seam(where(_on_trunk, lambda v: v[:, 2] - BELT[0]), 0.003),
        Seam(where(_on_trunk, lambda v: v[:, 2] - BELT[1]), 0.003),
        Seam(where(_in_front, lambda v: np.abs(v[:, 0]) - 0.020), 0.003),
    )
    return Shell(
        name="coat" if belted else "smock",
        field=lambda p: coat(p, belted=belted),
        box=((0, -0.26, 0.58), (0.60, 0.26, 1.60)),
        cell=0.0070,
        triangles=2100,
        coarser=(760, 290),
        binding="skirt",
        regions=lambda centres: _coat_regions(centres, belted=belted),
        seams=(front, height_seam(COAT_HEM + HEM_WIDTH), *(belt if belted else ())),
        normal_step=4.5e-3,
    )


SHOE_SOLE = 0.022


def shoe(points: Points) -> Distance:
    """A low lace-up shoe with the sock above it."""
    q = toed_out(points)
    d = capsule(q, (0, -0.030, 0.085), (0, -0.030, 0.15), 0.043, 0.041)
    d = join(0.03, d, ellipsoid(q, (0, -0.040, 0.052), (0.037, 0.052, 0.045)))
    d = join(0.04, d, capsule(q, (0, -0.01, 0.062), (0.004, 0.10, 0.038), 0.038, 0.033))
    d = join(0.03, d, ellipsoid(q, (0.006, 0.125, 0.034), (0.043, 0.056, 0.031)))
    d = meet(0.01, d, 0.010 - q[:, 2])
    d = meet(0.006, d, q[:, 2] - 0.170)
    return join(0.003, d, sole(q, -0.004, SHOE_SOLE, 0.006))


def _shoe_regions(centres: NDArray) -> NDArray[np.str_]:
    q = toed_out(centres)
    names = np.full(len(centres), "shoe", "<U10")
    names[_sock(centres) > 0] = "sock"
    names[q[:, 2] < SHOE_SOLE] = "shoe_sole"
    return names


def _sock(points: NDArray) -> NDArray:
    return points[:, 2] - 0.092 + 0.25 * (points[:, 1] - 0.02)


def shoe_shell() -> Shell:
    return Shell(
        name="shoe",
        field=shoe,
        box=((0.03, -0.13, -0.01), (0.19, 0.22, 0.19)),
        cell=0.0045,
        triangles=520,
        coarser=(170, 60),
        binding="feet",
        regions=_shoe_regions,
        seams=(height_seam(SHOE_SOLE, 0.002), Seam(_sock, 0.002)),
        normal_step=3e-3,
        halves="apart",
        hidden=(
            lambda p: capsule(right_half(p), (ANKLE[0], ANKLE[1], 0.165), (ANKLE[0], ANKLE[1], 0.30), 0.045, 0.045),
        ),
    )
