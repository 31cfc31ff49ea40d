"""The walls of the pit: soldier piles of steel, timber boards between them, walings, the earth behind, the cap beam."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, block, box, cloth, profile, rod, solid, varied
from assets.modelling.materials import CONCRETE, RUSTY_STEEL, SOIL, WOOD, painted
from assets.modelling.roughness import broken
from assets.places.pit_ground import DEPTH, PIT

PILE_STEEL = RUSTY_STEEL.but(colour=(0.34, 0.36, 0.37), metal=0.3)
BOARD = WOOD.but(colour=(0.56, 0.53, 0.49))
STRUT_BLUE = painted(0.06, 0.17, 0.36, 0.5, 0.4)
GAP = (7.05, 9.0)
"""y along the west wall where the kit has no boards: the scenario's strut panel closes it or leaves bare soil."""
I_SECTION = [
    (-0.075, 0.0), (0.075, 0.0), (0.075, 0.012), (0.006, 0.018), (0.006, 0.182), (0.075, 0.188), (0.075, 0.20),
    (-0.075, 0.20), (-0.075, 0.188), (-0.006, 0.182), (-0.006, 0.018), (-0.075, 0.012),
]  # fmt: skip


def pit_walls(parts: Assembly, rng: np.random.Generator) -> None:
    """All four sides, each built along x and turned to its place."""
    x0, x1, y0, y1 = PIT
    for start, length, turn, gap in (
        ((x0, y1), y1 - y0, -90.0, (y1 - GAP[1], y1 - GAP[0])),
        ((x1, y0), y1 - y0, 90.0, None),
        ((x0, y0), x1 - x0, 0.0, None),
        ((x1, y1), x1 - x0, 180.0, None),
    ):
        parts.add(_wall(length, rng, gap).placed(h=turn).placed(*start))
    parts.add(_cap(), _corner_props())


def _wall(length: float, rng: np.random.Generator, gap: tuple[float, float] | None) -> Mesh:
    """A wall along +x from the origin, its face to +y, from z = -4.7 up to the natural ground."""
    parts = [_earth(length, gap)]
    stations = np.linspace(0.1, length - 0.1, round(length / 1.0) + 1)
    pile = profile(I_SECTION, DEPTH + 0.3, PILE_STEEL, grid=0.9).placed(p=90).placed(0, 0.2, -DEPTH / 2 + 0.05)
    for x in stations:
        if gap is None or not gap[0] + 0.3 < x < gap[1] - 0.3:
            parts.append(pile.placed(x, -0.14, 0))
    for left, right in zip(stations, stations[1:], strict=False):
        if gap is not None and left < gap[1] - 0.3 and right > gap[0] + 0.3:
            continue
        z = -DEPTH - 0.1
        while z < -0.12:
            high = rng.uniform(0.17, 0.24)
            board = varied(solid(block(right - left - 0.02, 0.05, high - 0.012), BOARD, wear=0.2), rng, 0.28)
            parts.append(
                board.placed((left + right) / 2, -0.02 + rng.uniform(-0.012, 0.012), z, r=rng.uniform(-0.4, 0.4))
            )
            z += high
    spans = [(0.0, length)] if gap is None else [(0.0, gap[0] - 0.1), (gap[1] + 0.1, length)]
    for a, b in spans:
        for z in (-1.35, -3.0):
            beam = profile(I_SECTION, b - a, PILE_STEEL.shade(0.9), grid=1.2).placed(h=90).placed(0, 0.10, z)
            parts.append(beam.placed((a + b) / 2, 0.10, 0))
            parts += [
                box(0.10, 0.16, 0.12, PILE_STEEL, bevel=0.006).placed(x, 0.10, z - 0.13) for x in stations if a < x < b
            ]
    return joined(parts)


def _earth(length: float, gap: tuple[float, float] | None) -> Mesh:
    """The cut soil behind the boards, in its layers, seen from +y; it has crumbled where there are none."""
    x, z = np.meshgrid(np.linspace(length, 0, round(length / 0.22) + 1), np.linspace(-DEPTH - 0.4, 0.0, 22))
    rough = 0.16 * broken(x, z, 91, blocks=26) - 0.19
    edge = np.minimum(np.minimum(x, length - x), -z) / 0.3
    if gap is not None:
        bare = np.clip(np.minimum(x - gap[0], gap[1] - x) / 0.4, 0, 1)
        rough = rough * (1 + 1.1 * bare) - 0.10 * bare * np.clip(1.2 + z * 0.2, 0.2, 1)
    mesh = cloth(np.stack([x, rough * np.clip(edge, 0, 1) - 0.06 * (1 - np.clip(edge, 0, 1)), z], -1), SOIL, split=35)
    depth = -mesh.position[:, 2]
    band = np.where(depth < 0.5, 0.78, np.where(depth < 1.9, 1.06, np.where(depth < 3.1, 0.86, 0.98)))
    wave = 1 + 0.06 * np.sin(mesh.position[:, 0] * 1.3 + depth * 3)
    mesh.colour[:] = np.clip(mesh.colour * (band * wave)[:, None].astype(np.float32), 0, 1)
    return mesh


def _cap() -> Mesh:
    """The concrete kerb round the edge that keeps water out."""
    x0, x1, y0, y1 = PIT
    grey = CONCRETE.shade(0.9)
    parts = []
    for x, y, w, d in (
        ((x0 + x1) / 2, y0 - 0.42, x1 - x0 + 1.0, 0.22), ((x0 + x1) / 2, y1 + 0.42, x1 - x0 + 1.0, 0.22),
        (x1 + 0.42, (y0 + y1) / 2, 0.22, y1 - y0 + 0.6),
    ):  # fmt: skip
        parts.append(box(w, d, 0.22, grey, bevel=0.02, grid=0.7).placed(x, y, -0.04))
    return joined(parts)


def _corner_props() -> Mesh:
    """Raking struts across the corners and two across the pit's east part, with their end plates."""
    x0, x1, y0, y1 = PIT
    ends = [((x0 + 2.2, y0 + 0.25), (x0 + 0.25, y0 + 2.2)), ((x1 - 2.2, y0 + 0.25), (x1 - 0.25, y0 + 2.2))]
    ends += [((x1 - 2.2, y1 - 0.25), (x1 - 0.25, y1 - 2.2))]
    parts = []
    for (ax, ay), (bx, by) in ends:
        parts.append(rod((ax, ay, -1.25), (bx, by, -1.25), 0.13, STRUT_BLUE, sides=12, grid=0.8, wear=0.3))
    for x in (9.0, 12.4):
        parts.append(rod((x, y0 + 0.3, -1.25), (x, y1 - 0.3, -1.25), 0.15, STRUT_BLUE, sides=14, grid=0.8, wear=0.3))
        for y, side in ((y0 + 0.3, 1), (y1 - 0.3, -1)):
            parts.append(box(0.42, 0.04, 0.42, STRUT_BLUE, bevel=0.006).placed(x, y, -1.46))
            parts.append(
                rod((x, y + side * 0.02, -1.25), (x, y + side * 0.34, -1.25), 0.18, STRUT_BLUE.shade(0.8), sides=14)
            )
    return joined(parts)
