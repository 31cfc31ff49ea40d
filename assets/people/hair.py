"""Hair that shows without a helmet: short for men, a bob for women."""

from __future__ import annotations

from typing import Literal

import numpy as np

from assets.people.distance import Distance, Points, capsule, ellipsoid, join, meet, right_half, smooth_step, without
from assets.people.features import hairline
from assets.people.head import bare_head
from assets.people.shell import Shell, one_region

Style = Literal["short", "bob", "tied", "perm"]
"""``tied`` is close on the head, as painted there, with a knot behind, and goes under any hat."""


def short_hair(points: Points) -> Distance:
    """Cut close at the sides and neck, fuller on top, brushed to one side of the forehead."""
    p = right_half(points)
    line = hairline(points)
    on_top = np.clip((points[:, 2] - 1.705) / 0.050, 0, 1)
    strands = 0.0014 * np.sin(points[:, 0] * 230 + points[:, 1] * 70) * on_top
    rooted = smooth_step((-line + 0.002) / 0.022)
    thick = 0.0030 + (0.0030 + 0.0150 * on_top + strands) * rooted
    skull = join(0.02, ellipsoid(p, (0, -0.010, 1.695), (0.0785, 0.097, 0.092)), bare_head(points))
    d = meet(0.004, skull - thick.astype(np.float32), line.astype(np.float32))
    return without(0.004, d, ellipsoid(p, (0.0900, -0.004, 1.652), (0.016, 0.024, 0.040)))


def bob(points: Points) -> Distance:
    """Hair to the jaw, parted in the middle, framing the face."""
    p = right_half(points)
    d = ellipsoid(p, (0, -0.016, 1.700), (0.0960, 0.1130, 0.1020))
    fall = capsule(p, (0.064, -0.020, 1.690), (0.066, 0.006, 1.572), 0.0400, 0.0300)
    back = capsule(p, (0, -0.062, 1.680), (0, -0.062, 1.585), 0.0700, 0.0600, ((0, 1, 0), 0.85))
    back = join(0.03, back, capsule(p, (0.045, -0.045, 1.680), (0.050, -0.040, 1.580), 0.0500, 0.0420))
    d = join(0.030, d, fall, back)
    strands = 0.0018 * np.sin(np.arctan2(points[:, 1] + 0.02, points[:, 0]) * 34)
    d = d + strands.astype(np.float32) * np.clip((1.74 - points[:, 2]) / 0.06, 0, 1).astype(np.float32)
    parting = capsule(p, (0, 0.09, 1.800), (0, -0.03, 1.808), 0.0075, 0.0055)
    d = without(0.014, d, parting)
    return without(0.010, d, _face_window(p), _ends(points))


def knot(points: Points) -> Distance:
    """The knot of hair tied back."""
    p = right_half(points)
    strands = 0.0012 * np.sin(np.arctan2(points[:, 2] - 1.648, points[:, 0]) * 14)
    return ellipsoid(p, (0, -0.104, 1.648), (0.034, 0.030, 0.034)) + strands.astype(np.float32)


def perm(points: Points) -> Distance:
    """Short curls all over, back from the forehead."""
    p = right_half(points)
    d = ellipsoid(p, (0, -0.020, 1.705), (0.0960, 0.1120, 0.1000))
    d = join(0.03, d, ellipsoid(p, (0.055, -0.045, 1.640), (0.040, 0.050, 0.055)))
    curls = 0.0045 * np.sin(p[:, 0] * 165) * np.sin(p[:, 1] * 150 + 1) * np.sin(p[:, 2] * 160)
    face = join(
        0.02,
        ellipsoid(p, (0, 0.115, 1.645), (0.0655, 0.110, 0.1010)),
        ellipsoid(p, (0.09, 0.0, 1.640), (0.03, 0.022, 0.035)),
    )
    curls = curls * np.clip(face / 0.02, 0, 1)
    return without(0.012, d + curls.astype(np.float32), face)


def _face_window(p: Points) -> Distance:
    """The opening for face and neck: an arch between the curtains of hair."""
    arch = ellipsoid(p, (0, 0.120, 1.642), (0.0640, 0.120, 0.1060))
    neck = capsule(p, (0, 0.075, 1.60), (0, 0.075, 1.45), 0.060, 0.060)
    return join(0.02, arch, neck)


def _ends(points: Points) -> Distance:
    return (points[:, 2] - 1.560 - 0.10 * points[:, 1]).astype(np.float32)


def hair_shell(style: Style) -> Shell:
    """The hair of that style, over the head."""
    field = {"short": short_hair, "bob": bob, "tied": knot, "perm": perm}[style]
    return Shell(
        name=f"{style} hair",
        field=field,
        box=((0, -0.15, 1.53), (0.13, 0.14, 1.83)),
        cell=0.0040,
        triangles={"bob": 900, "perm": 900, "tied": 200}.get(style, 700),
        coarser=(80, 30) if style == "tied" else (260, 100),
        binding="head",
        regions=one_region("hair"),
        normal_step=2.2e-3,
    )
