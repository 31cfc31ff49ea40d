"""Clothes of a site: reflective vest, work shirt, trousers with tape and knee pads, boots."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.people.body import seat, sleeve, torso, trouser_leg
from assets.people.distance import (
    Distance,
    Points,
    capsule,
    ellipsoid,
    join,
    loft,
    meet,
    right_half,
    rounded_box,
    without,
)
from assets.people.shell import Shell, one_region
from assets.people.skeleton import ANKLE, KNEE
from assets.people.surface import Seam, where

TAPES = ((0.985, 1.060), (1.150, 1.225))
"""Heights of the two tapes round the vest."""
TAPE_EDGE = 0.013
BRACES = (0.078, 0.138)
"""From the middle: the upright tapes over the shoulders."""
LEG_TAPE = (0.255, 0.325)


def vest(points: Points, ease: float = 0.0) -> Distance:
    """A sleeveless vest over the shirt, open in a V at the neck; ``ease`` makes room for a jacket under it."""
    q, z = right_half(points), points[:, 2]
    hang = 0.021 + ease + (0.018 + 0.010 * (points[:, 1] < 0)) * np.clip((1.05 - z) / 0.2, 0, 1)
    d = torso(points) - hang.astype(np.float32)
    d = join(0.03, d, capsule(q, (0.10, -0.012, 1.432), (0.150, -0.012, 1.420), 0.066 + ease, 0.066 + ease))
    armhole = (np.sqrt(((points[:, 1] + 0.012) / (0.078 + ease)) ** 2 + ((z - 1.372) / (0.105 + ease)) ** 2) - 1) * 0.08
    d = without(0.008, d, np.maximum(armhole, 0.166 - q[:, 0]))
    d = meet(0.006, d, np.where(z > 1.36, q[:, 0] - 0.176, -1.0).astype(np.float32))
    opening = np.maximum((q[:, 0] - 0.006 - (z - 1.31) * 0.45) * 0.92, -points[:, 1])
    d = without(0.006, d, np.maximum(opening, 1.31 - z))
    w = 0.082 + 0.5 * ease
    neck = loft(points, [(1.3, w, 0.09, -0.088 - ease), (1.7, w, 0.09, -0.088 - ease)], 2)
    d = without(0.008, d, np.maximum(neck, 1.40 - z))
    return meet(0.010, d, 0.852 - z)


def _vest_regions(centres: NDArray) -> NDArray[np.str_]:
    x, y, z = np.abs(centres[:, 0]), centres[:, 1], centres[:, 2]
    names = np.full(len(centres), "vest", "<U10")
    for low, high in TAPES:
        names[(z > low) & (z < high)] = "tape"
        names[(z > low + TAPE_EDGE) & (z < high - TAPE_EDGE)] = "reflective"
    brace = (x > BRACES[0]) & (x < BRACES[1]) & (z > TAPES[1][1])
    names[brace] = "tape"
    names[brace & (x > BRACES[0] + 0.011) & (x < BRACES[1] - 0.011)] = "reflective"
    names[(x < 0.007) & (y > 0)] = "zip"
    return names


def height_seam(z: float, snap: float = 0.003) -> Seam:
    return Seam(lambda v: v[:, 2] - z, snap)


def _vest_seams() -> tuple[Seam, ...]:
    heights = [h for low, high in TAPES for h in (low, low + TAPE_EDGE, high - TAPE_EDGE, high)]
    sides = [BRACES[0], BRACES[0] + 0.011, BRACES[1] - 0.011, BRACES[1]]

    uprights = [Seam(lambda v, x=x: np.abs(v[:, 0]) - x, 0.003) for x in (*sides, 0.007)]
    return (*(height_seam(z) for z in heights), *uprights)


def vest_shell(ease: float = 0.0) -> Shell:
    return Shell(
        name="vest",
        field=lambda p: vest(p, ease),
        box=((0, -0.24, 0.83), (0.29, 0.25, 1.56)),
        cell=0.0065,
        triangles=1000,
        coarser=(420, 230),
        binding="body",
        regions=_vest_regions,
        seams=_vest_seams(),
        normal_step=5e-3,
    )


def collar(points: Points, top: float, ease: float = 0.0) -> Distance:
    """A turned-up collar, its rim at height ``top`` behind, open in front."""
    rows = ((1.40, 0.09, 0.06, -0.09), (1.47, 0.080, 0.055, -0.078), (1.53, 0.070, 0.060, -0.072))
    around = ((1.40, 0.05, 0.04, -0.05), (1.47, 0.06, 0.04, -0.06), (1.53, 0.0595, 0.050, -0.0595))
    outer, inner = (
        loft(points, [(z, w + e, f + e, b - e) for z, w, f, b in (*shape, (1.60, *shape[-1][1:]))], 2.2)
        for shape, e in ((rows, ease), (around, ease * 0.5))
    )
    hollow = np.maximum(outer, np.where(points[:, 2] > 1.5, -inner, -1.0))
    rim = points[:, 2] - (top - 0.30 * points[:, 1])
    notch = np.maximum((np.abs(points[:, 0]) - (points[:, 2] - 1.452) * 0.55) * 0.9, -points[:, 1])
    return without(0.004, meet(0.004, hollow, rim), notch)


def shirt(points: Points) -> Distance:
    """A long-sleeved work shirt with a collar."""
    d = join(0.03, torso(points, -0.003), sleeve(points))
    return join(0.010, d, collar(points, 1.522))


def shirt_shell(*, under_vest: bool = True) -> Shell:
    return Shell(
        name="shirt",
        field=lambda p: shirt(p),
        box=((0, -0.18, 0.98 if under_vest else 0.87), (0.60, 0.18, 1.58)),
        cell=0.0065,
        triangles=1050,
        coarser=(330, 130),
        binding="sleeves",
        regions=one_region("shirt"),
        normal_step=5e-3,
        hidden=((lambda p: vest(p) + 0.004),) if under_vest else (),
    )


def trousers(points: Points, *, padded: bool) -> Distance:
    """Trousers; work trousers are ``padded``: knee pads and a pocket on the thigh."""
    q = right_half(points)
    leg = trouser_leg(points, 0.0 if padded else -0.006)
    if padded:
        leg = join(0.010, leg, ellipsoid(q, (KNEE[0], KNEE[1] + 0.050, 0.505), (0.046, 0.026, 0.075)))
        leg = join(0.008, leg, rounded_box(q, (0.170, -0.005, 0.72), (0.016, 0.052, 0.068), 0.012))
    d = join(0.05, seat(points), leg)
    between = q[:, 0] - 0.004 + np.maximum(0, points[:, 2] - 0.83) * 3
    d = without(0.02, d, between)
    d = d + (0.022 * np.clip((points[:, 2] - 0.845) / 0.05, 0, 1)).astype(np.float32)
    return meet(0.008, d, 0.105 - points[:, 2] + 0.10 * (points[:, 1] + 0.02))


def _pad(points: NDArray) -> NDArray:
    x, z = np.abs(points[:, 0]) - KNEE[0], points[:, 2] - 0.505
    return np.where(points[:, 1] > 0.03, ((x / 0.046) ** 2 + (z / 0.072) ** 2 - 1) * 0.04, 0.04)


def _work_trouser_regions(centres: NDArray) -> NDArray[np.str_]:
    z = centres[:, 2]
    names = np.full(len(centres), "trousers", "<U10")
    low, high = LEG_TAPE
    names[(z > low) & (z < high)] = "tape"
    names[(z > low + 0.011) & (z < high - 0.011)] = "reflective"
    names[_pad(centres) < 0] = "pad"
    return names


def trousers_shell(*, work: bool) -> Shell:
    low, high = LEG_TAPE
    seams = (*(height_seam(z) for z in (low, low + 0.011, high - 0.011, high)), Seam(_pad, 0.002))
    return Shell(
        name="trousers",
        field=lambda p: trousers(p, padded=work),
        box=((0, -0.20, 0.06), (0.26, 0.18, 1.07)),
        cell=0.0065,
        triangles=1150,
        coarser=(380, 140),
        binding="legs",
        regions=_work_trouser_regions if work else one_region("trousers"),
        seams=seams if work else (),
        normal_step=5e-3,
        hidden=(lambda p: np.maximum(torso(p) - 0.006, 0.905 - p[:, 2]),),
    )


SOLE_TOP = 0.0305
CAP_FROM = 0.120


def toed_out(points: Points) -> Points:
    """The right foot's own frame: the shoe points 6 degrees outward."""
    c, s = np.cos(0.10), np.sin(0.10)
    q = right_half(points) - np.array([ANKLE[0], 0, 0], np.float32)
    return np.stack([q[:, 0] * c - q[:, 1] * s, q[:, 0] * s + q[:, 1] * c, q[:, 2]], -1)


def sole(q: Points, wide: float, top: float, edge: float) -> Distance:
    """A sole under ``q``: ``wide`` adds to its half width, it ends at height ``top``."""
    stations = [-0.10, -0.06, 0, 0.06, 0.12, 0.18]
    half = np.interp(q[:, 1], stations, [0.036, 0.042, 0.040, 0.047, 0.052, 0.040]) + wide
    flank = np.abs(q[:, 0] - 0.003) - half
    ends = np.abs(q[:, 1] - 0.042) - 0.148
    outline = meet(0.045, flank.astype(np.float32), ends)
    return meet(edge, outline, np.abs(q[:, 2] - top / 2) - top / 2)


def boot(points: Points) -> Distance:
    """A laced safety boot with a toe cap."""
    q = toed_out(points)
    d = capsule(q, (0, -0.028, 0.10), (0, -0.030, 0.17), 0.054, 0.056)
    d = join(0.03, d, ellipsoid(q, (0, -0.035, 0.055), (0.044, 0.060, 0.055)))
    d = join(0.04, d, capsule(q, (0, -0.01, 0.075), (0.004, 0.10, 0.045), 0.046, 0.040))
    d = join(0.03, d, ellipsoid(q, (0.006, 0.125, 0.044), (0.049, 0.062, 0.042)))
    d = meet(0.01, d, 0.012 - q[:, 2])
    d = meet(0.006, d, q[:, 2] - 0.205)
    return join(0.003, d, sole(q, 0.002, SOLE_TOP, 0.006))


def _boot_regions(centres: NDArray) -> NDArray[np.str_]:
    names = np.full(len(centres), "boot", "<U8")
    names[(centres[:, 1] > CAP_FROM) & (centres[:, 2] > SOLE_TOP)] = "boot_cap"
    names[centres[:, 2] < SOLE_TOP] = "sole"
    return names


def boot_shell() -> Shell:
    cap = Seam(where(lambda v: v[:, 2] > SOLE_TOP - 1e-4, lambda v: v[:, 1] - CAP_FROM), 0.003)
    return Shell(
        name="boot",
        field=boot,
        box=((0.03, -0.13, -0.01), (0.20, 0.22, 0.225)),
        cell=0.0045,
        triangles=640,
        coarser=(200, 80),
        binding="feet",
        regions=_boot_regions,
        seams=(height_seam(SOLE_TOP, 0.002), cap),
        normal_step=3e-3,
        halves="apart",
        hidden=(
            lambda p: capsule(right_half(p), (ANKLE[0], ANKLE[1], 0.185), (ANKLE[0], ANKLE[1], 0.30), 0.050, 0.050),
        ),
    )
