"""Blocks of flats as Chinese cities have them: bays of windows, glazed balconies, cages, air conditioners, washing.

A façade stands along x, its front to -y at y = 0, its middle at x = 0, its foot at z = 0.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assets.mesh import Mesh, Pass, joined
from assets.modelling import block, box, cloth, rod, solid, tube
from assets.modelling.materials import DARK_STEEL, STEEL, WHITE_PAINT, WINDOW, Material, painted, plastic

Part = tuple[Pass, Mesh]
STOREY = 2.9
BAY = 3.3
SASH = painted(0.62, 0.64, 0.65, 0.35, 0.05)
AIRCON = painted(0.74, 0.74, 0.71, 0.45, 0.1)
CURTAINS = tuple(
    Material(tint, "fabric", 0.9, 0.0, 0.05, scale=2.0)
    for tint in ((0.55, 0.50, 0.40), (0.32, 0.38, 0.42), (0.50, 0.30, 0.24), (0.62, 0.62, 0.60))
)
WASHING = (
    (0.60, 0.10, 0.10),
    (0.75, 0.75, 0.72),
    (0.10, 0.18, 0.42),
    (0.75, 0.52, 0.10),
    (0.20, 0.40, 0.32),
    (0.55, 0.40, 0.48),
)


@dataclass(frozen=True)
class Style:
    """What one block looks like."""

    wall: Material
    trim: Material
    cages: float = 0.5
    """The share of windows behind burglar bars."""
    near: bool = True
    """Near blocks have frames, balconies, bars and washing; those across a street plain windows."""


OLD_BRICK = Style(Material((0.74, 0.60, 0.50), "brick", 0.9, 0.0, 0.7), painted(0.72, 0.69, 0.62, 0.8, 0.3))
CREAM = Style(Material((0.78, 0.70, 0.55), "plaster", 0.85, 0.0, 0.3), painted(0.60, 0.34, 0.24, 0.7, 0.3))
GREY = Style(Material((0.62, 0.64, 0.64), "plaster", 0.85, 0.0, 0.3), painted(0.36, 0.40, 0.45, 0.7, 0.3), cages=0.35)
PINK = Style(Material((0.74, 0.55, 0.47), "tile", 0.6, 0.0, 0.2), painted(0.78, 0.74, 0.68, 0.7, 0.3), cages=0.4)


def slab(w: float, d: float, h: float, material: Material, x: float = 0, y: float = 0, z: float = 0) -> Mesh:
    """A plain block without bevels, centred in x and y, standing at z."""
    return solid(block(w, d, h, x, y, z), material)


def window(w: float, h: float, rng: np.random.Generator, *, sill: Material | None = None) -> list[Part]:
    """A sliding window set 12 cm into a wall whose face is y = 0: frame, two panes, a curtain, the sill."""
    parts: list[Part] = []
    bars = [slab(w, 0.06, 0.05, SASH, 0, 0.12, z) for z in (0, h - 0.05)]
    bars += [slab(0.05, 0.06, h, SASH, x, 0.12) for x in (-w / 2 + 0.025, 0.0, w / 2 - 0.025)]
    if h > 1.2:
        bars.append(slab(w, 0.05, 0.04, SASH, 0, 0.12, h * 0.72))
    cover = CURTAINS[int(rng.integers(len(CURTAINS)))]
    drawn = rng.uniform(0.15, 0.5) * w
    side = -1 if rng.random() < 0.5 else 1
    dark = slab(w, 0.02, h, Material((0.030, 0.032, 0.035), roughness=0.9, bump=0.0), 0, 0.30)
    drape = slab(drawn, 0.02, h, cover, side * (w - drawn) / 2, 0.26)
    parts.append(("opaque", joined([*bars, dark, drape])))
    parts.append(("glass", slab(w - 0.04, 0.008, h - 0.04, WINDOW, 0, 0.13, 0.02)))
    if sill is not None:
        parts.append(("opaque", slab(w + 0.16, 0.20, 0.06, sill, 0, 0.02, -0.06)))
    return parts


def _plain_window(w: float, h: float, rng: np.random.Generator) -> list[Part]:
    """A window seen from across the street: a dark pane with a curtain, one mullion."""
    cover = CURTAINS[int(rng.integers(len(CURTAINS)))]
    pane = Material((0.05, 0.06, 0.07), "paint", 0.12, 0.0, 0.0)
    parts = [
        slab(w, 0.02, h, pane, 0, 0.14),
        slab(0.06, 0.06, h, SASH, 0, 0.11),
        slab(w * rng.uniform(0.15, 0.4), 0.02, h, cover, -w * 0.3, 0.125),
    ]
    return [("opaque", joined(parts))]


def cage(w: float, h: float, deep: float = 0.32) -> Mesh:
    """Burglar bars before a window, with a little floor for pots."""
    bars = [
        rod((x, -deep, 0), (x, -deep, h), 0.008, STEEL, sides=4, caps=False)
        for x in np.linspace(-w / 2, w / 2, max(5, int(w / 0.16)))
    ]
    for z in (0.0, h / 2, h):
        line = [(-w / 2, 0, z), (-w / 2, -deep, z), (w / 2, -deep, z), (w / 2, 0, z)]
        bars.append(tube(line, 0.012, STEEL, sides=4))
    return joined([*bars, slab(w, deep, 0.012, STEEL, 0, -deep / 2, 0.0)])


def aircon() -> Mesh:
    """An outdoor unit on its brackets, its fan to -y, 0.78 m wide, standing at z = 0."""
    case = box(0.78, 0.28, 0.54, AIRCON, bevel=0.02, grid=2).placed(0, -0.24, 0.06)
    fan = tube([(-0.12, -0.375, 0.33), (-0.12, -0.387, 0.33)], 0.21, DARK_STEEL, sides=14)
    feet = [slab(0.04, 0.40, 0.04, STEEL, x, -0.20, 0.02) for x in (-0.28, 0.28)]
    pipe = tube(
        [(0.39, -0.20, 0.20), (0.46, -0.15, 0.18), (0.47, -0.04, 0.30), (0.47, 0.02, 0.34)], 0.025, WHITE_PAINT, sides=5
    )
    return joined([case, fan, *feet, pipe])


def washing_line(w: float, rng: np.random.Generator) -> Mesh:
    """A drying rod 0.9 m before a wall with a few clothes on hangers, at z = 0 downwards."""
    things = [rod((-w / 2, -0.75, 0), (w / 2, -0.75, 0), 0.012, STEEL, sides=5)]
    things += [rod((x, 0, -0.03), (x, -0.85, 0.02), 0.012, STEEL, sides=5) for x in (-w / 2, w / 2)]
    x = -w / 2 + 0.2
    while x < w / 2 - 0.2:
        wide, long = rng.uniform(0.35, 0.6), rng.uniform(0.5, 0.95)
        tint = WASHING[int(rng.integers(len(WASHING)))]
        u = np.linspace(1, -1, 5)
        rows = [
            np.column_stack(
                [
                    x + u * wide / 2 * (0.55 if k == 0 else 1),
                    -0.75 + 0.03 * np.sin(u * 5 + k),
                    np.full(5, -0.05 - long * k / 3),
                ]
            )
            for k in range(4)
        ]
        things.append(cloth(np.stack(rows)[::-1], Material(tint, "fabric", 0.9, 0, 0.05, scale=3), two_sided=True))
        x += wide + rng.uniform(0.05, 0.35)
    return joined(things)


def balcony(w: float, style: Style, rng: np.random.Generator) -> list[Part]:
    """A glazed balcony 1.1 m deep before the wall: parapet, sliding glass, its floor slab."""
    parts: list[Part] = [
        (
            "opaque",
            joined(
                [
                    slab(w, 1.15, 0.12, style.trim, 0, -0.575, -0.12),
                    slab(w, 0.10, 0.95, style.wall, 0, -1.10, 0),
                    *(slab(0.10, 1.05, 0.95, style.wall, x, -0.525, 0) for x in (-w / 2 + 0.05, w / 2 - 0.05)),
                    *(
                        slab(0.05, 0.05, STOREY - 1.07, SASH, x, -1.10, 0.95)
                        for x in np.linspace(-w / 2 + 0.03, w / 2 - 0.03, 4)
                    ),
                    *(slab(w, 0.06, 0.05, SASH, 0, -1.10, z) for z in (0.95, STOREY - 0.17, 2.1)),
                    slab(w - 0.2, 0.02, 1.6, CURTAINS[int(rng.integers(4))], 0, -0.72, 0.98),
                ]
            ),
        )
    ]
    parts.append(("glass", slab(w - 0.06, 0.008, STOREY - 1.1, WINDOW, 0, -1.11, 0.97)))
    return parts


def facade(width: float, storeys: int, style: Style, seed: int, *, first: int = 0, deep: float = 11.0) -> list[Part]:
    """A whole block: walls with window openings, bays by chance with balcony, cage, air conditioner and washing.

    ``first`` leaves so many lower storeys without bays, for shops or an entrance of the caller's own.
    """
    rng = np.random.default_rng(seed)
    bays = max(1, round(width / BAY))
    high = storeys * STOREY
    body = block(width, 0.24, high - first * STOREY, 0, 0.12, first * STOREY)
    parts: list[Part] = []
    kinds = rng.permutation(np.tile([0, 1, 2], bays // 3 + 1))[:bays]
    for column in range(bays):
        x = -width / 2 + (column + 0.5) * width / bays
        for storey in range(first, storeys):
            z = storey * STOREY
            if not style.near:
                body -= block(1.9, 1, 1.6, x, 0.1, z + 0.9)
                parts += moved(_plain_window(1.9, 1.6, rng), x, 0, z + 0.9)
                if rng.random() < 0.35:
                    parts.append(("opaque", slab(0.78, 0.3, 0.54, AIRCON, x + 1.35, -0.2, z + 0.2)))
                continue
            if kinds[column] == 2:
                body -= block(2.2, 1, 2.1, x, 0.1, z + 0.05)
                parts += moved(balcony(2.9, style, rng), x, 0, z + 0.05)
                if rng.random() < 0.4:
                    parts.append(("opaque", washing_line(2.4, rng).placed(x, -0.5, z + 2.35)))
                continue
            w = 1.8 if kinds[column] == 0 else 1.3
            body -= block(w, 1, 1.5, x, 0.1, z + 0.95)
            parts += moved(window(w, 1.5, rng, sill=style.trim), x, 0, z + 0.95)
            if rng.random() < style.cages:
                parts.append(("opaque", cage(w + 0.16, 1.6).placed(x, 0, z + 0.9)))
            if rng.random() < 0.6:
                parts.append(
                    ("opaque", aircon().placed(x + (w / 2 + 0.5 if rng.random() < 0.5 else -w / 2 - 0.42), 0, z + 0.10))
                )
    parts.append(("opaque", solid(body, style.wall, grid=2.5)))
    shell = [
        slab(width, deep - 0.24, high, style.wall, 0, deep / 2 + 0.12 + 0.12),
        slab(width + 0.5, deep + 0.5, 0.5, style.trim, 0, deep / 2, high),
    ]
    shell += [
        slab(width + 0.06, 0.10, 0.22, style.trim, 0, -0.05, k * STOREY - 0.16) for k in range(max(1, first), storeys)
    ]
    shell += [
        rod((x, -0.08, first * STOREY), (x, -0.08, high), 0.055, plastic(0.66, 0.66, 0.62), sides=6, caps=False)
        for x in (-width / 2 + 0.25, width / 2 - 0.25)
    ]
    parts.append(("opaque", joined(shell)))
    return parts


def moved(parts: list[Part], x: float, y: float, z: float, h: float = 0) -> list[Part]:
    """Parts turned about z by ``h`` degrees, then put at x, y, z."""
    return [(kind, mesh.placed(x, y, z, h=h)) for kind, mesh in parts]


def distant_block(w: float, d: float, storeys: int, style: Style) -> Mesh:
    """A block far away: its walls, and windows as dark panes in rows on all four sides."""
    high = storeys * STOREY
    pane = Material((0.10, 0.12, 0.14), "paint", 0.15, 0.0, 0.0)
    parts = [
        slab(w, d, high, style.wall),
        slab(w + 0.4, d + 0.4, 0.9, style.trim, 0, 0, high),
        slab(w * 0.3, d * 0.5, 2.6, style.wall, w * 0.15, 0, high),
    ]
    columns, ends = max(2, round(w / 3.4)), max(1, round(d / 4.5))
    for k in range(storeys):
        z = k * STOREY + 0.95
        parts += [slab(1.9, d + 0.06, 1.5, pane, x, 0, z) for x in (np.arange(columns) + 0.5) * w / columns - w / 2]
        parts += [slab(w + 0.06, 1.4, 1.4, pane, 0, y, z) for y in (np.arange(ends) + 0.5) * d / ends - d / 2]
    return joined(parts)
