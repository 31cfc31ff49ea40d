"""Crawler tracks: links round sprocket and idler, rollers, side frame. Front to +y, the track's middle at x = 0."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import block, lathe, ring, rounded_box, solid
from assets.modelling.loft import across
from assets.modelling.materials import CAST_IRON, DARK_STEEL, RUSTY_STEEL, Material

LINK = RUSTY_STEEL.but(colour=(0.33, 0.35, 0.37), metal=0.35, roughness=0.5)


def _course(length: float, radius: float, pitch: float) -> tuple[np.ndarray, np.ndarray]:
    """Middles (n, 2) in y, z of the links and their slopes in degrees, round two wheels."""
    straight = length - 2 * radius
    total = 2 * straight + 2 * np.pi * radius
    s = np.arange(max(8, round(total / pitch))) * total / max(8, round(total / pitch))
    points, slopes = [], []
    for at in s:
        if at < straight:
            points.append((-straight / 2 + at, 0.0))
            slopes.append(0.0)
        elif at < straight + np.pi * radius:
            a = (at - straight) / radius
            points.append((straight / 2 + radius * np.sin(a), radius - radius * np.cos(a)))
            slopes.append(np.degrees(a))
        elif at < 2 * straight + np.pi * radius:
            points.append((straight / 2 - (at - straight - np.pi * radius), 2 * radius))
            slopes.append(180.0)
        else:
            a = (at - 2 * straight - np.pi * radius) / radius
            points.append((-straight / 2 - radius * np.sin(a), radius + radius * np.cos(a)))
            slopes.append(180 + np.degrees(a))
    return np.array(points), np.array(slopes)


def crawler(
    length: float, width: float, height: float, frame: Material, *, pitch: float = 0.16, links: Material = LINK
) -> Mesh:
    """One track ``length`` x ``width`` x ``height`` metres standing on z = 0."""
    thick = 0.028
    radius = height / 2 - thick
    points, slopes = _course(length - 2 * thick, radius, pitch)
    half, rib, low = pitch * 0.465, pitch * 0.3, -thick - 0.024
    outline = [(-half, 0), (half, 0), (half, -thick), (rib + 0.011, -thick), (rib + 0.011, low), (rib - 0.011, low),
               (rib - 0.011, -thick), (-half, -thick)]  # fmt: skip
    shoe = solid(across(outline, -width / 2, width / 2), links, wear=0.4)
    parts = [shoe.placed(p=slope).placed(0, y, z + thick) for (y, z), slope in zip(points, slopes, strict=True)]
    wheel = [
        (0, -0.07),
        (radius * 0.94, -0.05),
        (radius * 0.94, 0.05),
        (radius * 0.7, 0.07),
        (radius * 0.55, 0.035),
        (0.09, 0.05),
        (0.08, 0.11),
        (0, 0.11),
    ]
    for y in (-(length / 2 - thick - radius), length / 2 - thick - radius):
        for turn in (90, -90):
            parts.append(
                lathe(wheel, CAST_IRON, sides=12, split=35)
                .placed(r=turn)
                .placed(width * 0.22 * np.sign(turn), y, radius + thick)
            )
    teeth = ring(solid(block(0.05, 0.05, 0.04), CAST_IRON).placed(radius * 0.9), 11).placed(r=90)
    parts.append(teeth.placed(0, -(length / 2 - thick - radius), radius + thick))
    inner = length - 2 * radius - 0.16
    outline = [
        (-inner / 2, 0.10),
        (inner / 2, 0.10),
        (inner / 2 - 0.08, height * 0.62),
        (-inner / 2 + 0.08, height * 0.62),
    ]
    parts.append(solid(across(outline, -width * 0.31, width * 0.31), frame, split=30, grid=0.8))
    count = max(3, round(inner / 0.42))
    roller = lathe(
        [(0, -width * 0.42), (0.085, -width * 0.42), (0.085, width * 0.42), (0, width * 0.42)], DARK_STEEL, sides=9
    ).placed(r=90)
    parts += [roller.placed(0, y, 0.085 + thick) for y in np.linspace(-inner * 0.42, inner * 0.42, count)]
    parts += [
        rounded_box(width * 0.3, 0.12, 0.06, DARK_STEEL, radius=0.02, segments=6).placed(0, y, height - thick - 0.075)
        for y in (-inner * 0.22, inner * 0.22)
    ]
    return joined(parts)
