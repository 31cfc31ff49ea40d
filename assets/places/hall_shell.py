"""The shell of a hall: walls with openings and window bands, columns, trusses, roof with light strips, doors.

A wall is built in its own frame: x along it from its start, the inside towards +y with the inner face
at y = 0. Walls go counter-clockwise round the hall, so that the inside is always on the left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, Material, block, box, painted, rod, sheet, solid
from assets.modelling.materials import DARK_STEEL, GREY_PAINT, STEEL, WINDOW
from assets.places.openings import Opening

THICK = 0.24
GLAZING = WINDOW.coloured(0.30, 0.36, 0.38)
SKYLIGHT = WINDOW.coloured(0.62, 0.66, 0.60)


@dataclass(frozen=True)
class Style:
    """What a hall is made of."""

    upper: Material
    dado: Material
    dado_height: float = 1.2
    steel: Material = GREY_PAINT
    roof: Material = field(default_factory=lambda: Material((0.52, 0.56, 0.58), "corrugated", 0.5, 0.2, 0.5))
    frame: Material = field(default_factory=lambda: painted(0.30, 0.36, 0.36, 0.5))
    outside: Material = field(default_factory=lambda: painted(0.60, 0.62, 0.60, 0.7, 0.4))
    line: Material | None = None
    """The painted line over the dado."""


def wall(
    length: float,
    high: float,
    style: Style,
    *,
    openings: Sequence[Opening] = (),
    windows: Sequence[Opening] = (),
    grid: float = 1.0,
) -> Assembly:
    """A wall of masonry or sheet: dado, upper part, glazed ``windows`` with sills; its outside in another paint."""
    parts = Assembly()
    every = [*openings, *windows]
    holes = [block(o.width, 1.0, o.height, o.middle, 0, o.z0) for o in every]
    for material, foot, top, back, thick in (
        (style.dado, 0.0, style.dado_height, 0.0, THICK - 0.02),
        (style.upper, style.dado_height, high, 0.0, THICK - 0.02),
        (style.outside, 0.0, high, -THICK + 0.02, 0.02),
    ):
        body = block(length, thick, top - foot, length / 2, back - thick / 2, foot)
        for hole in holes:
            body -= hole
        parts.add(solid(body, material, grid=grid if back == 0 else 4.0))
    if style.line is not None:
        for a, b in _free_spans(length, every, style.dado_height):
            parts.add(
                box(b - a, 0.004, 0.05, style.line, bevel=0.001, grid=3).placed((a + b) / 2, 0.002, style.dado_height)
            )
    for hole in windows:
        parts.include(window(hole.width, hole.height, style.frame), hole.middle, -0.10, hole.z0)
        sill = box(hole.width + 0.1, 0.26, 0.05, style.upper.shade(0.85), bevel=0.01, grid=2)
        parts.add(sill.placed(hole.middle, -0.04, hole.z0 - 0.05))
    return parts


def _free_spans(length: float, openings: Sequence[Opening], z: float) -> list[tuple[float, float]]:
    """The stretches of a wall without an opening at height ``z``."""
    edges = sorted((o.a, o.b) for o in openings if o.z0 < z < o.z1)
    spans, at = [], 0.0
    for a, b in edges:
        spans.append((at, a))
        at = b
    return [(a, b) for a, b in [*spans, (at, length)] if b - a > 0.05]


def window(w: float, h: float, frame: Material, *, pane: float = 0.85) -> Assembly:
    """A steel window of small panes, two of them tilted open, its middle plane at y = 0, standing on z = 0."""
    parts = Assembly()
    columns, rows = max(1, round(w / pane)), max(1, round(h / 0.75))
    for k in range(columns + 1):
        parts.add(
            box(0.05 if k in (0, columns) else 0.032, 0.06, h, frame, bevel=0.004, grid=2).placed(
                -w / 2 + w * k / columns
            )
        )
    for k in range(rows + 1):
        parts.add(
            box(w, 0.05, 0.045, frame, bevel=0.004, grid=2).placed(0, 0, h * k / rows - (0.045 if k == rows else 0))
        )
    tilted = {columns // 3, columns - 1} if columns > 2 else set()
    for k in range(columns):
        x = -w / 2 + w * (k + 0.5) / columns
        for row in range(rows):
            glass = box(w / columns - 0.02, 0.006, h / rows - 0.02, GLAZING, bevel=0.001, grid=9)
            swung = row == rows - 1 and k in tilted
            if swung:
                bar = box(w / columns - 0.02, 0.03, 0.03, frame, bevel=0.003)
                parts.add(bar.placed(x, -0.2, h * row / rows + 0.06))
                parts.add(glass.placed(p=18).placed(x, -0.22, h * row / rows + 0.04), to="glass")
            else:
                parts.add(glass.placed(x, 0, h * row / rows + 0.01), to="glass")
    return parts


def h_column(high: float, material: Material, *, w: float = 0.30, d: float = 0.42) -> Mesh:
    """A welded H-section column on its base plate, flanges facing y."""
    web = box(0.016, d - 0.03, high, material, bevel=0.003, grid=1.2)
    flanges = [box(w, 0.018, high, material, bevel=0.004, grid=1.2, wear=0.4).placed(0, y) for y in (-d / 2, d / 2)]
    plate = box(w + 0.16, d + 0.16, 0.03, material, bevel=0.006)
    stiff = [box(w - 0.03, 0.012, 0.18, material, bevel=0.003).placed(0, y * 0.5, 0.03) for y in (-d / 2, d / 2)]
    anchors = [
        rod((x, y, 0.02), (x, y, 0.10), 0.014, DARK_STEEL, sides=6)
        for x in (-w / 2 - 0.03, w / 2 + 0.03)
        for y in (-d / 2, d / 2)
    ]
    return joined([web, *flanges, plate, *stiff, *anchors])


def truss(span: float, foot: float, rise: float, material: Material, *, bays: int = 8, depth: float = 0.5) -> Mesh:
    """A pitched roof truss along y from 0 to ``span``: chords, posts, diagonals; ``foot`` is the lower chord's."""
    at = np.linspace(0, span, bays + 1)
    top = foot + depth + rise * (1 - np.abs(at / span * 2 - 1))
    bars = [box(0.14, span, 0.12, material, bevel=0.01, grid=2.0).placed(0, span / 2, foot)]
    for k in range(bays):
        a, b = (0, at[k], top[k]), (0, at[k + 1], top[k + 1])
        bars.append(rod(a, b, 0.075, material, sides=4, grid=2.5))
        low, high = (at[k], at[k + 1]) if k < bays / 2 else (at[k + 1], at[k])
        bars.append(
            rod((0, high, foot + 0.06), (0, low, top[k] if k < bays / 2 else top[k + 1]), 0.035, material, sides=4)
        )
    bars += [rod((0, y, foot + 0.06), (0, y, z), 0.035, material, sides=4) for y, z in zip(at, top, strict=True)]
    return joined(bars)


def pitched_roof(
    length: float,
    span: float,
    eaves: float,
    rise: float,
    style: Style,
    strips: Sequence[tuple[float, float]],
    *,
    overhang: float = 0.5,
) -> Assembly:
    """Two slopes over x 0..length and y 0..span: corrugated sheet, purlins, strips (x0, x1) of light sheet."""
    parts = Assembly()
    slope = float(np.hypot(span / 2, rise))
    lean = float(np.degrees(np.arctan2(rise, span / 2)))
    edges = [-overhang, *[x for strip in strips for x in strip], length + overhang]
    for side in (0, 1):
        half = Assembly()
        for k, (a, b) in enumerate(zip(edges, edges[1:], strict=False)):
            lit = k % 2 == 1
            sheeting = box(
                b - a, slope + overhang, 0.04, SKYLIGHT if lit else style.roof.but(turned=True), bevel=0.004, grid=2.2
            )
            half.add(sheeting.placed((a + b) / 2, (slope - overhang) / 2), to="glass" if lit else "opaque")
        for y in np.arange(0.2, slope, 1.6):
            half.add(
                box(length, 0.07, 0.14, style.steel.shade(0.9), bevel=0.006, grid=2.5).placed(length / 2, y, -0.15)
            )
        tilted = Assembly()
        tilted.include(half, p=lean)
        if side == 0:
            parts.include(tilted, 0, 0, eaves)
        else:
            parts.include(tilted, length, span, eaves, h=180)
    return parts


def roller_door(w: float, h: float, opened: float, material: Material = GREY_PAINT) -> Assembly:
    """A roller shutter in its guides on a wall's inside, ``opened`` 0..1; standing on z = 0, seen from +y."""
    parts = Assembly()
    for x in (-w / 2 - 0.06, w / 2 + 0.06):
        parts.add(box(0.14, 0.12, h + 0.1, material.shade(0.7), bevel=0.008, grid=1.2).placed(x, 0.06))
        parts.sign("hazard_stripes", 1.0, 0.10, x, 0.1215, 0.05)
    parts.add(box(w + 0.5, 0.46, 0.50, material.shade(0.85), bevel=0.02, grid=1.2).placed(0, 0.24, h + 0.02))
    left = h * (1 - opened)
    if left > 0.1:
        slats = int(left / 0.11)
        line = [(0.02 + 0.018 * (k % 2), h - left + left * k / slats) for k in range(slats + 1)]
        parts.add(sheet([(x, z) for x, z in line], 0.006, w, material, split=20).placed(h=90))
        parts.add(box(w, 0.07, 0.10, material.shade(0.6), bevel=0.01, grid=1.2).placed(0, 0.03, h - left - 0.05))
    return parts


def sliding_door(w: float, h: float, material: Material) -> Assembly:
    """A sheet-steel leaf on its rail, braced, its outside to -y; standing on z = 0."""
    leaf = Assembly()
    leaf.add(box(w, 0.012, h, material, bevel=0.003, grid=0.9))
    for x in np.linspace(-w / 2 + 0.04, w / 2 - 0.04, max(3, round(w / 0.9) + 1)):
        leaf.add(box(0.06, 0.05, h, material.shade(0.85), bevel=0.006, grid=1.5).placed(x, 0.03))
    for z in (0.02, h * 0.5, h - 0.08):
        leaf.add(box(w, 0.05, 0.06, material.shade(0.85), bevel=0.006, grid=1.5).placed(0, 0.03, z))
    leaf.add(rod((-w / 2 + 0.1, 0.03, 0.1), (w / 2 - 0.1, 0.03, h * 0.5), 0.022, material.shade(0.85), sides=4))
    leaf.add(*(box(0.10, 0.05, 0.22, STEEL, bevel=0.01).placed(x, 0.03, h) for x in (-w / 3, w / 3)))
    return leaf
