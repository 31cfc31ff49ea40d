"""The head: skull, face and ears as one field, on which the features are painted."""

from __future__ import annotations

import numpy as np

from assets.people.distance import Distance, Points, capsule, chain, ellipsoid, join, length, meet, right_half, without
from assets.people.eyelids import lid_edges
from assets.people.features import MOUTH_Z, hairline, regions, seams
from assets.people.shell import Shell
from assets.people.skeleton import EYE


def bare_head(points: Points) -> Distance:
    """Skin of head and neck, down to the collar: a common East Asian face, neither old nor young."""
    p = right_half(points)
    d = ellipsoid(p, (0, -0.010, 1.695), (0.0785, 0.097, 0.092))
    d = join(0.05, d, ellipsoid(p, (0, 0.026, 1.630), (0.0670, 0.0575, 0.0705)))
    d = join(0.03, d, ellipsoid(p, (0.024, 0.034, 1.588), (0.0355, 0.0425, 0.0300)))
    d = join(0.03, d, ellipsoid(p, (0.046, 0.008, 1.594), (0.0170, 0.0280, 0.0240)))
    d = join(0.03, d, ellipsoid(p, (0, 0.0680, 1.5660), (0.0235, 0.0175, 0.0160)))
    d = join(0.030, d, ellipsoid(p, (0.0460, 0.0530, 1.6410), (0.0240, 0.0240, 0.0200)))
    d = join(0.03, d, capsule(p, (0, -0.018, 1.46), (0, 0.002, 1.60), 0.058, 0.053))
    d = join(0.024, d, capsule(p, (0, 0.0745, 1.695), (0.041, 0.0630, 1.697), 0.0122, 0.0112))
    d = without(0.016, d, ellipsoid(p, (EYE[0], 0.1000, EYE[2] + 0.002), (0.0205, 0.0130, 0.0120)))
    d = _with_lids(d, p)
    d = _with_nose(d, p)
    d = join(0.020, d, ellipsoid(p, (0, 0.0650, 1.6085), (0.0310, 0.0220, 0.0185)))
    d = _with_lips(d, p)
    return _with_ear(d, p)


def _with_lids(d: Distance, p: Points) -> Distance:
    """The lids' bulge, slit open along an almond."""
    q = p - EYE.astype(np.float32)
    d = join(0.009, d, length(q) - 0.0200)
    upper, lower = lid_edges(q[:, 0])
    slit = np.maximum(np.maximum(q[:, 2] - upper, lower - q[:, 2]), 0.002 - q[:, 1])
    return without(0.0014, d, np.maximum(slit, length(q) - 0.026))


def _with_nose(d: Distance, p: Points) -> Distance:
    d = join(0.016, d, capsule(p, (0, 0.0735, 1.687), (0, 0.0965, 1.6455), 0.0082, 0.0122))
    d = join(0.009, d, ellipsoid(p, (0.0142, 0.0880, 1.6412), (0.0090, 0.0108, 0.0076)))
    return without(0.003, d, ellipsoid(p, (0.0075, 0.0955, 1.6325), (0.0036, 0.0055, 0.0030)))


def _with_lips(d: Distance, p: Points) -> Distance:
    upper = [(0, 0.0842, MOUTH_Z + 0.0036), (0.012, 0.0822, MOUTH_Z + 0.0036), (0.0225, 0.0745, MOUTH_Z + 0.0005)]
    lower = [(0, 0.0834, MOUTH_Z - 0.0050), (0.011, 0.0814, MOUTH_Z - 0.0046), (0.0205, 0.0745, MOUTH_Z - 0.0005)]
    d = join(0.007, d, chain(p, upper, [0.0043, 0.0041, 0.0015], 0.004))
    d = join(0.007, d, chain(p, lower, [0.0054, 0.0048, 0.0015], 0.004))
    return without(0.004, d, capsule(p, (0, 0.0935, MOUTH_Z + 0.012), (0, 0.0955, MOUTH_Z + 0.024), 0.0035, 0.0030))


def _with_ear(d: Distance, p: Points) -> Distance:
    lean = (p[:, 2:] - 1.655) * np.array([0.14, -0.20, 0], np.float32)
    ear = ellipsoid(p - lean, (0.0825, -0.010, 1.655), (0.0088, 0.0185, 0.0315))
    ear = join(0.006, ear, ellipsoid(p, (0.0800, 0.000, 1.632), (0.0060, 0.0090, 0.0100)))
    hollow = ellipsoid(p, (0.0945, -0.007, 1.659), (0.0105, 0.0105, 0.0190))
    return join(0.008, d, without(0.004, ear, hollow))


def head_shell(*, cropped: bool) -> Shell:
    """The head; ``cropped`` paints on it the short hair that shows under a helmet."""

    def field(points: Points) -> Distance:
        skin = bare_head(points)
        if not cropped:
            return skin
        scalp = meet(0.003, hairline(points).astype(np.float32), np.abs(points[:, 0]) - 0.0785)
        return join(0.003, skin, meet(0.004, skin - 0.0040, scalp))

    return Shell(
        name="head",
        field=field,
        box=((0, -0.125, 1.47), (0.108, 0.130, 1.795)),
        cell=0.0028,
        triangles=2300,
        coarser=(640, 260),
        binding="head",
        regions=lambda centres: regions(centres, cropped),
        seams=seams(cropped),
        normal_step=1.6e-3,
        line_weight=400.0,
    )
