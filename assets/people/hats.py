"""Soft hats and hoods: work cap, chef's hat, the cap of an electronics line, a rider's helmet, hoods of suits."""

from __future__ import annotations

from typing import Literal

import numpy as np

from assets.people.distance import (
    Distance,
    Field,
    Points,
    capsule,
    ellipsoid,
    join,
    loft,
    meet,
    right_half,
    smooth_step,
    without,
)
from assets.people.head import bare_head
from assets.people.shell import Shell, one_region

Hat = Literal["cap", "chef", "toque", "bouffant", "rider", "hood"]


def _skull(p: Points, thick: float) -> Distance:
    return ellipsoid(p, (0, -0.012, 1.697), (0.0805 + thick, 0.100 + thick, 0.094 + thick))


def _cap(points: Points) -> Distance:
    """A work cap with a short stiff brim."""
    p = right_half(points)
    crown = meet(0.006, _skull(p, 0.012), 1.716 + 0.16 * p[:, 1].clip(-0.05, 0.1) - p[:, 2])
    flat = meet(0.02, crown, p[:, 2] - 1.800)
    q = p - np.array([0, 0.095, 1.728], np.float32)
    brim = ellipsoid(q, (0, 0, 0), (0.082, 0.072, 0.030))
    bent = np.abs(q[:, 2] + 0.30 * q[:, 1] + 1.6 * q[:, 0] ** 2) - 0.0030
    return join(0.004, flat, meet(0.003, brim, bent.astype(np.float32), -q[:, 1] - 0.01))


def _chef(points: Points) -> Distance:
    """A tall pleated hat."""
    p = right_half(points)
    turn = np.arctan2(points[:, 1] + 0.012, points[:, 0])
    pleats = 0.0030 * np.sin(turn * 26) * smooth_step((p[:, 2] - 1.79) / 0.04)
    rows = [
        (1.722, 0.088, 0.098, -0.118), (1.775, 0.090, 0.100, -0.120), (1.800, 0.097, 0.107, -0.128),
        (1.930, 0.108, 0.116, -0.138), (1.985, 0.100, 0.108, -0.130), (2.000, 0.075, 0.085, -0.105),
    ]  # fmt: skip
    return loft(points, rows, 2.0) + pleats.astype(np.float32)


def _toque(points: Points) -> Distance:
    """A low white cap."""
    rows = [
        (1.722, 0.088, 0.098, -0.118), (1.770, 0.092, 0.102, -0.122), (1.820, 0.093, 0.103, -0.123),
        (1.836, 0.070, 0.080, -0.100),
    ]  # fmt: skip
    return loft(points, rows, 2.0)


def _bouffant(points: Points) -> Distance:
    """A clean-room cap gathered by an elastic, its cloth falling over the neck."""
    p = right_half(points)
    folds = 0.0018 * np.sin(np.arctan2(points[:, 0], points[:, 1]) * 22)
    full = join(0.03, _skull(p, 0.020), ellipsoid(p, (0, -0.075, 1.660), (0.078, 0.055, 0.075)))
    full = full + folds.astype(np.float32)
    edge = 1.735 + 0.55 * np.minimum(p[:, 1] - 0.055, 0.03) * (p[:, 1] > -0.05) - p[:, 2]
    edge = np.where(p[:, 1] > -0.05, edge, 1.600 - p[:, 2])
    return meet(0.006, full, np.minimum(edge, 0.02 + (1.66 - p[:, 2]) * 0.5).astype(np.float32))


def _rider(points: Points) -> Distance:
    """A rider's half helmet with a small peak and vents."""
    p = right_half(points)
    dome = meet(0.010, _skull(p, 0.032), 1.690 + 0.30 * p[:, 1].clip(-0.1, 0.1) - p[:, 2])
    peak = meet(
        0.003,
        ellipsoid(p, (0, 0.120, 1.735), (0.075, 0.055, 0.030)),
        np.abs(p[:, 2] - 1.738 + 0.25 * (p[:, 1] - 0.12)) - 0.004,
    )
    vents = [capsule(p, (x, 0.075, 1.800), (x * 1.3, -0.055, 1.826), 0.006, 0.006) for x in (0.018, 0.046)]
    return join(0.006, without(0.003, dome, *vents), peak)


def _hood(points: Points) -> Distance:
    """The hood of a chemical suit, close round the face and wide on the shoulders."""
    p = right_half(points)
    around = join(
        0.05, bare_head(p) - 0.020, _skull(p, 0.030), capsule(p, (0, -0.02, 1.56), (0, -0.02, 1.44), 0.088, 0.105)
    )
    window = ellipsoid(p, (0, 0.120, 1.636), (0.060, 0.085, 0.082))
    return meet(0.01, without(0.006, around, window), 1.425 - p[:, 2])


FIELDS: dict[Hat, Field] = {
    "cap": _cap, "chef": _chef, "toque": _toque, "bouffant": _bouffant, "rider": _rider, "hood": _hood,
}  # fmt: skip


def hat_shell(hat: Hat) -> Shell:
    low = {"bouffant": 1.56, "hood": 1.40}.get(hat, 1.66)
    return Shell(
        name=hat,
        field=FIELDS[hat],
        box=((0, -0.165, low), (0.135, 0.195, 2.02 if hat == "chef" else 1.85)),
        cell=0.0048,
        triangles=720,
        coarser=(240, 90),
        binding="head",
        regions=one_region("hat"),
        normal_step=2.6e-3,
        hidden=(lambda p: bare_head(p) + 0.001,),
    )
