"""The frame building behind the yard, its brick infill, and the netted scaffold before its left half."""

from __future__ import annotations

import numpy as np

from assets.modelling import Assembly, block, box, cloth, rod, solid, varied
from assets.modelling.materials import (
    BRICKWORK,
    CONCRETE,
    DARK_STEEL,
    NET_GREEN,
    PLYWOOD,
    RED_OXIDE,
    RUSTY_STEEL,
    WOOD,
    Material,
    painted,
)
from assets.props.parts.scaffold import PIPE, RAIL_RED, SCAFFOLD, coupler
from assets.props.safety_net import net_surface

FACE = 12.0
COLUMNS_X = (0.0, 4.0, 8.0, 12.0, 16.0)
COLUMNS_Y = (12.25, 16.5, 20.5)
STOREY = 3.3
WALL_Y = FACE + 0.11
RAIL_WHITE = painted(0.80, 0.80, 0.78, 0.5)
Opening = tuple[float, float, float, float]
"""x0, x1, z0, z1 of a window."""


def building(rng: np.random.Generator) -> Assembly:
    """Three storeys of frame: brick below, open above, formwork on the third floor."""
    parts = Assembly()
    _frame(parts, rng)
    for span, foot, high, openings in _WALLS:
        _wall(parts, *span, foot, high, openings)
    _rails(parts)
    _stored(parts, rng)
    return parts


def _frame(parts: Assembly, rng: np.random.Generator) -> None:
    """Columns with starter bars, floor slabs, beams, the back walls."""
    top = 3 * STOREY + 0.3
    for x in COLUMNS_X:
        for y in COLUMNS_Y:
            parts.add(box(0.5, 0.5, top, CONCRETE, bevel=0.02, grid=0.8 if y < 13 else 2.5).placed(x, y))
            if y > 20:
                continue
            for dx in (-0.18, 0.0, 0.18):
                for dy in (-0.18, 0.18):
                    end = (x + dx + rng.uniform(-0.03, 0.03), y + dy, top + rng.uniform(0.8, 1.0))
                    parts.add(rod((x + dx, y + dy, top - 0.05), end, 0.012, RUSTY_STEEL, sides=4))
    for k in (1, 2, 3):
        z = k * STOREY
        parts.add(box(17.2, 9.0, 0.14, CONCRETE, bevel=0.015, grid=0.9).placed(8, 16.42, z))
        parts.add(box(17.0, 0.28, 0.44, CONCRETE, bevel=0.02, grid=0.7).placed(8, FACE + 0.17, z - 0.44))
        parts.add(box(17.0, 0.30, 0.44, CONCRETE, bevel=0.02, grid=2.0).placed(8, 16.5, z - 0.44))
        parts.add(*(box(0.3, 8.6, 0.44, CONCRETE, bevel=0.02, grid=1.6).placed(x, 16.4, z - 0.44) for x in COLUMNS_X))
    for k in range(2):
        parts.add(box(17, 0.2, 2.86, CONCRETE.shade(0.92), bevel=0.01, grid=1.6).placed(8, 20.6, k * STOREY))
    parts.add(box(0.2, 8.0, 2.86, CONCRETE.shade(0.92), bevel=0.01, grid=1.6).placed(16.15, 16.4, 0))


def _wall(parts: Assembly, x0: float, x1: float, foot: float, high: float, openings: tuple[Opening, ...]) -> None:
    """Brick between two columns, flush with the face, with window openings under concrete lintels."""
    body = block(x1 - x0, 0.2, high, (x0 + x1) / 2, WALL_Y, foot)
    for a, b, low, top in openings:
        body -= block(b - a, 0.6, top - low, (a + b) / 2, WALL_Y, low)
        parts.add(
            box(b - a + 0.5, 0.23, 0.16, CONCRETE, bevel=0.012, grid=0.8).placed((a + b) / 2, WALL_Y - 0.004, top)
        )
        parts.add(
            box(b - a + 0.12, 0.28, 0.06, CONCRETE, bevel=0.01, grid=0.8).placed((a + b) / 2, WALL_Y - 0.03, low - 0.05)
        )
    parts.add(solid(body, BRICKWORK, grid=0.6))


_CLEAR = STOREY - 0.44
_UPPER = STOREY + 0.14
_WALLS: tuple[tuple[tuple[float, float], float, float, tuple[Opening, ...]], ...] = (
    ((8.25, 11.75), 0.0, _CLEAR, ()),
    ((12.25, 15.75), 0.0, _CLEAR, ((13.2, 14.8, 0.9, 2.3),)),
    ((0.25, 3.75), _UPPER, _CLEAR - 0.14, ((1.2, 2.8, 4.4, 5.8),)),
    ((4.25, 7.75), _UPPER, 1.2, ()),
    ((8.25, 11.75), _UPPER, _CLEAR - 0.14, ((9.2, 10.8, 4.4, 5.8),)),
    ((12.25, 15.75), _UPPER, _CLEAR - 0.14, ((13.2, 14.8, 4.4, 5.8),)),
    ((8.25, 11.75), 2 * STOREY + 0.14, 1.5, ()),
)


def _rails(parts: Assembly) -> None:
    """Guard rails in red and white along the open edges of the upper floors."""
    for k, spans in ((2, ((12.0, 16.0),)), (3, ((8.0, 12.0), (12.0, 16.0)))):
        z = k * STOREY + 0.14
        for x0, x1 in spans:
            for rise in (0.6, 1.15):
                for piece, (a, b) in enumerate(zip(np.linspace(x0, x1, 9), np.linspace(x0, x1, 9)[1:], strict=False)):
                    colour = RAIL_RED if piece % 2 else RAIL_WHITE
                    parts.add(
                        rod((a, FACE + 0.06, z + rise), (b, FACE + 0.06, z + rise), PIPE, colour, sides=6, caps=False)
                    )
            parts.add(
                *(
                    rod((x, FACE + 0.10, z), (x, FACE + 0.10, z + 1.2), PIPE, RAIL_WHITE, sides=6)
                    for x in (x0 + 0.6, x0 + 2, x1 - 0.6)
                )
            )
            parts.add(
                box(x1 - x0, 0.02, 0.18, Material((0.85, 0.52, 0.02), "paint", 0.5), bevel=0.004, grid=2).placed(
                    (x0 + x1) / 2, FACE + 0.05, z
                )
            )


def _stored(parts: Assembly, rng: np.random.Generator) -> None:
    """Formwork props and beams on the third floor, boards and props stored on the ground floor."""
    z = 2 * STOREY + 0.14
    for x in np.arange(0.9, 15.5, 1.45):
        parts.add(*(rod((x, y, z), (x, y, z + 2.72), 0.024, RED_OXIDE, sides=5, grid=1.4) for y in (13.2, 14.8)))
    parts.add(*(box(16, 0.08, 0.1, WOOD, bevel=0.01, grid=2).placed(8, y, z + 2.62) for y in (13.2, 14.8)))
    for k in range(12):
        board = varied(box(1.83, 0.915, 0.018, PLYWOOD, bevel=0.003, grid=1), rng)
        parts.add(
            board.placed(
                5.9 + rng.uniform(-0.03, 0.03), 13.4 + rng.uniform(-0.03, 0.03), 0.11 + k * 0.019, h=rng.uniform(-2, 2)
            )
        )
    parts.add(*(box(0.1, 0.9, 0.1, WOOD, bevel=0.01).placed(x, 13.4) for x in (5.3, 6.5)))
    for k in range(8):
        foot = (2.0 + k * 0.13, 13.9, 0.02)
        parts.add(rod(foot, (foot[0] + 0.3 + rng.uniform(-0.1, 0.1), 14.7, 2.7), 0.024, RED_OXIDE, sides=5, grid=1.4))
    for k in range(20):
        plank = varied(box(2.4, 0.19, 0.045, WOOD, bevel=0.006, grid=1), rng, 0.2)
        parts.add(plank.placed(13.9 + rng.uniform(-0.06, 0.06), 14.2 + (k % 4) * 0.205, 0.05 + (k // 4) * 0.047))


SCAFFOLD_X = (-1.9, 6.7)
OUTER, INNER = 11.02, 11.82
LIFTS = (2.05, 3.85, 5.65, 7.45, 9.25)
NET_FOOT, NET_TOP = 2.35, 11.0


def scaffold(rng: np.random.Generator) -> Assembly:
    """Six bays before the left half of the face: tubes, planks, rails, toe boards, net and banner."""
    parts = Assembly()
    x0, x1 = SCAFFOLD_X
    standards = np.linspace(x0, x1, 7)
    for x in standards:
        for y in (OUTER, INNER):
            parts.add(rod((x, y, 0.04), (x, y, 11.4), PIPE, SCAFFOLD, sides=8, grid=1.1))
            parts.add(box(0.15, 0.15, 0.012, DARK_STEEL, bevel=0.002).placed(x, y, 0.046))
            parts.add(*(coupler(x, y, z - 0.02, h=180 if y < 11.4 else 0) for z in (0.25, LIFTS[0])))
        parts.add(
            *(rod((x, OUTER - 0.15, z - 0.06), (x, FACE + 0.3, z - 0.06), PIPE, SCAFFOLD, sides=6) for z in LIFTS)
        )
    parts.add(
        *(
            box(x1 - x0 + 0.6, 0.22, 0.045, WOOD, bevel=0.006, grid=1.5).placed((x0 + x1) / 2, y, 0.002)
            for y in (OUTER, INNER)
        )
    )
    for z in (0.25, *LIFTS):
        parts.add(
            *(
                rod((x0 - 0.25, y - 0.05, z), (x1 + 0.25, y - 0.05, z), PIPE, SCAFFOLD, sides=7, grid=1.4)
                for y in (OUTER, INNER)
            )
        )
    for z in LIFTS:
        _deck(parts, standards, z, rng)
    for first in (0, 3):
        for k, (low, high) in enumerate(zip((0.25, *LIFTS), LIFTS, strict=False)):
            a, b = standards[first + k % 2], standards[first + 1 - k % 2]
            parts.add(rod((a, OUTER - 0.10, low), (b, OUTER - 0.10, high), PIPE, SCAFFOLD, sides=6, grid=1.2))
    net = net_surface(x1 - x0 + 0.3, NET_TOP - NET_FOOT, rng, 0.24)
    parts.add(cloth(net, NET_GREEN).placed((x0 + x1) / 2, OUTER - 0.09, NET_FOOT, h=180), to="veil")
    parts.sign("banner_safety_first", 6.6, 0.66, 3.0, OUTER - 0.20, 3.30, turn=180)
    return parts


def _deck(parts: Assembly, standards: np.ndarray, z: float, rng: np.random.Generator) -> None:
    """One lift's planks, its two rails and its toe board."""
    for left, right in zip(standards, standards[1:], strict=False):
        for k in range(4):
            plank = varied(box(right - left - 0.03, 0.19, 0.038, WOOD, bevel=0.005, grid=0.8), rng, 0.2)
            parts.add(plank.placed((left + right) / 2, OUTER + 0.11 + k * 0.2, z + 0.024, h=rng.uniform(-0.5, 0.5)))
    x0, x1 = SCAFFOLD_X
    for rise, colour in ((0.6, RAIL_WHITE), (1.15, RAIL_RED)):
        parts.add(
            rod(
                (x0 - 0.25, OUTER - 0.05, z + rise),
                (x1 + 0.25, OUTER - 0.05, z + rise),
                PIPE,
                colour,
                sides=6,
                grid=1.6,
            )
        )
    parts.sign("hazard_stripes", (x1 - x0) / 2, 0.18, (x0 * 0.75 + x1 * 0.25), OUTER + 0.02, z + 0.06, turn=180)
    parts.sign("hazard_stripes", (x1 - x0) / 2, 0.18, (x0 * 0.25 + x1 * 0.75), OUTER + 0.02, z + 0.06, turn=180)
