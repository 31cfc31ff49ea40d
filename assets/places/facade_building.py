"""The six-storey frame of the facade place, with its brick infill, and the scaffold along it."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, Pass, joined
from assets.modelling import block, box, cloth, rod, sign_quad, solid, varied
from assets.modelling.materials import (
    BRICK_SOLID,
    BRICKWORK,
    CONCRETE,
    DARK_STEEL,
    NET_GREEN,
    RED_OXIDE,
    RED_PAINT,
    RUSTY_STEEL,
    WOOD,
)
from assets.props.parts.scaffold import PIPE, RAIL_RED, SCAFFOLD, coupler
from assets.props.safety_net import net_surface

Part = tuple[Pass, Mesh]
FACE = 10.0
"""y of the slab edges."""
STOREY, STOREYS = 3.0, 6
COLUMNS_X = (-8.0, -4.0, 0.0, 4.0, 8.0, 11.4)
COLUMNS_Y = (10.3, 15.0, 19.7)
WALL_Y = 10.32
CAST = CONCRETE.but(bump=0.8)
INSIDE = (-8.25, 11.65)
"""Ends of the slabs along x."""


def _frame(rng: np.random.Generator) -> Mesh:
    """Columns, slabs, edge beams, starter bars on top, props under the youngest slab."""
    parts: list[Mesh] = []
    middle, length = (INSIDE[0] + INSIDE[1]) / 2, INSIDE[1] - INSIDE[0]
    for x in COLUMNS_X:
        parts += [box(0.5, 0.5, STOREY * STOREYS - 0.1, CAST, bevel=0.02, grid=1.4).placed(x, y) for y in COLUMNS_Y]
        for y in COLUMNS_Y:
            for dx, dy in ((-0.18, -0.18), (0.18, -0.18), (0.18, 0.18), (-0.18, 0.18)):
                top = STOREY * STOREYS + rng.uniform(0.7, 1.0)
                parts.append(
                    rod(
                        (x + dx, y + dy, 17.9),
                        (x + dx + rng.uniform(-0.03, 0.03), y + dy, top),
                        0.012,
                        RUSTY_STEEL,
                        sides=4,
                    )
                )
    for storey in range(1, STOREYS + 1):
        z = storey * STOREY
        grid = 1.1 if storey < 5 else 2.2
        parts.append(box(length, 10.0, 0.14, CAST, bevel=0.015, grid=grid).placed(middle, FACE + 5.0, z - 0.14))
        for y in COLUMNS_Y:
            parts.append(box(length - 0.1, 0.28, 0.42, CAST, bevel=0.02, grid=1.4).placed(middle, y, z - 0.56))
        parts += [box(0.28, 9.6, 0.42, CAST, bevel=0.02, grid=2.4).placed(x, 15.0, z - 0.56) for x in COLUMNS_X]
    for x in np.arange(-7.2, 11.2, 1.3):
        for y in (11.4, 13.0):
            parts.append(rod((x, y, 15.0), (x, y, 17.9), 0.024, RED_OXIDE, sides=5, grid=1.5))
    for y in (11.4, 13.0):
        parts.append(box(18.6, 0.09, 0.10, WOOD, bevel=0.01, grid=3).placed(middle, y, 17.72))
    parts.append(box(length, 10.2, 0.20, CAST, bevel=0.01, grid=1.0).placed(middle, FACE + 5.1, -0.16))
    return joined(parts)


def _wall(
    x0: float, x1: float, z: float, h: float, openings: tuple[tuple[float, float, float, float], ...] = ()
) -> Mesh:
    """A brick wall between columns from height ``z``; openings (x0, x1, z0, z1) relative to its lower left corner."""
    shape = block(x1 - x0, 0.2, h, (x0 + x1) / 2, WALL_Y, z)
    trims = []
    for left, right, low, high in openings:
        w, mid = right - left, x0 + (left + right) / 2
        shape -= block(w, 1.0, high - low, mid, WALL_Y, z + low)
        trims.append(box(w + 0.3, 0.24, 0.14, CAST, bevel=0.01).placed(mid, WALL_Y, z + high))
        if low > 0.1:
            trims.append(box(w + 0.1, 0.28, 0.06, CAST, bevel=0.01).placed(mid, WALL_Y - 0.03, z + low - 0.06))
    return joined([solid(shape, BRICKWORK, grid=0.8), *trims])


WINDOW = ((1.0, 2.5, 0.9, 2.2),)
DOOR = ((1.1, 2.2, 0.0, 2.15),)


def _infill() -> Mesh:
    """Brick walls: nearly done below, begun on the third storey, none above."""
    spans = [(a + 0.25, b - 0.25) for a, b in zip(COLUMNS_X, COLUMNS_X[1:], strict=False)]
    clear = STOREY - 0.58
    walls = [
        _wall(*spans[0], 0.04, clear, WINDOW),
        _wall(*spans[1], 0.04, clear, DOOR),
        _wall(*spans[2], 0.04, clear, WINDOW),
    ]
    walls += [_wall(*span, STOREY, clear, WINDOW) for span in spans[:4]]
    walls += [_wall(*spans[4], STOREY, 1.2)]
    walls += [_wall(*span, 2 * STOREY, clear, WINDOW) for span in spans[:2]]
    walls += [_wall(*spans[2], 2 * STOREY, 1.9), _wall(*spans[3], 2 * STOREY, 0.72), _wall(*spans[0], 3 * STOREY, 1.0)]
    low, high = spans[3]
    steps = [
        box((high - low) * share, 0.2, 0.12, BRICK_SOLID, bevel=0.004, grid=0.5).placed(
            low + (high - low) * share / 2, WALL_Y, z
        )
        for share, z in ((0.66, 6.72), (0.42, 6.84), (0.22, 6.96))
    ]
    back = [
        box(19.4, 0.2, clear, BRICKWORK, bevel=0.005, grid=2.5).placed(1.7, 19.9, k * STOREY + 0.04) for k in range(3)
    ]
    return joined([*walls, *steps, *back])


def _stored(rng: np.random.Generator) -> Mesh:
    """What lies on the floors: boards, blocks, props, a mortar tub, timber offcuts on the fourth slab."""
    parts = [
        varied(box(1.83, 0.915, 0.018, WOOD, bevel=0.003, grid=2), rng).placed(
            5.9 + rng.uniform(-0.05, 0.05), 12.6, 0.06 + k * 0.02
        )
        for k in range(9)
    ]
    parts += [
        rod(
            (4.7 + k * 0.16, 14.3, 0.05),
            (4.9 + k * 0.16 + rng.uniform(-0.1, 0.1), 14.9, 2.4),
            0.024,
            RED_OXIDE,
            sides=5,
        )
        for k in range(6)
    ]
    for _ in range(14):
        offcut = box(rng.uniform(0.35, 0.8), 0.09, 0.05, WOOD, bevel=0.006, grid=1)
        parts.append(
            varied(offcut, rng).placed(
                rng.uniform(9.6, 11.0), rng.uniform(10.5, 11.6), 12.0 + rng.uniform(0, 0.06), h=rng.uniform(0, 180)
            )
        )
    for k in range(24):
        brick = varied(box(0.24, 0.115, 0.053, BRICK_SOLID, bevel=0.004), rng)
        parts.append(brick.placed(4.9 + (k % 4) * 0.25, 11.0 + (k // 4 % 2) * 0.13, 6.0 + (k // 8) * 0.055))
    parts.append(box(0.7, 0.45, 0.28, DARK_STEEL, bevel=0.05).placed(7.5, 10.8, 6.0))
    return joined(parts)


def building() -> list[Part]:
    """The whole frame with what belongs to it."""
    rng = np.random.default_rng(6)
    return [("opaque", joined([_frame(rng), _infill(), _stored(rng)]))]


# --- scaffold of the finished part ---------------------------------------------------------------

SCAFFOLD_X = (-8.5, 4.02)
INNER, OUTER = 9.77, 8.83
LIFTS = 9


def standing_scaffold() -> list[Part]:
    """The netted scaffold 18 m high along the finished part of the face, lighter in detail than a bay of its own."""
    rng = np.random.default_rng(8)
    x0, x1 = SCAFFOLD_X
    standards = np.linspace(x0, x1, 8)
    parts: list[Mesh] = []
    for x in standards:
        for y in (OUTER, INNER):
            parts.append(rod((x, y, 0), (x, y, 19.2), PIPE, SCAFFOLD, sides=6, grid=2.0))
            parts.append(box(0.15, 0.15, 0.012, DARK_STEEL, bevel=0.002).placed(x, y, 0.05))
            parts += [coupler(x, y, 2.0 * k - 0.14, h=180 if y < 9 else 0) for k in (1, 2)]
    for lift in range(1, LIFTS + 1):
        z = 2.0 * lift
        for y in (OUTER + 0.05, INNER - 0.05):
            parts.append(rod((x0 - 0.2, y, z - 0.13), (x1 + 0.05, y, z - 0.13), PIPE, SCAFFOLD, sides=6, grid=1.6))
        parts += [
            rod((x + 0.05, OUTER - 0.14, z - 0.075), (x + 0.05, FACE + 0.02, z - 0.075), PIPE, SCAFFOLD, sides=5)
            for x in standards
        ]
        for rise in (0.6, 1.15):
            parts.append(
                rod(
                    (x0 - 0.2, OUTER + 0.05, z + rise),
                    (x1 + 0.05, OUTER + 0.05, z + rise),
                    PIPE,
                    RAIL_RED,
                    sides=6,
                    grid=1.6,
                )
            )
        for left, right in zip(standards, standards[1:], strict=False):
            board = varied(box(right - left - 0.02, 0.86, 0.045, WOOD, bevel=0.006, grid=1.0), rng, 0.2)
            parts.append(board.placed((left + right) / 2, (OUTER + INNER) / 2, z - 0.045))
    for k in range(LIFTS):
        for a, b in ((0, 3), (4, 7)):
            left, right = (standards[a], standards[b]) if k % 2 else (standards[b], standards[a])
            if k % 3 == 0:
                parts.append(
                    rod(
                        (left, OUTER - 0.06, 2.0 * k),
                        (right, OUTER - 0.06, 2.0 * k + 6.0),
                        PIPE,
                        SCAFFOLD,
                        sides=5,
                        grid=2.0,
                    )
                )
    boards = [
        box(x1 - x0 + 8.0, 0.22, 0.045, WOOD, bevel=0.006, grid=1.5).placed((x0 + x1 + 7.6) / 2, y, 0.002)
        for y in (OUTER, INNER)
    ]
    net = net_surface(x1 - x0 + 0.3, 16.6, rng, 0.42)
    veil = cloth(net, NET_GREEN).placed((x0 + x1) / 2, OUTER - 0.07, 2.3, h=180)
    toe = [
        ("sign", sign_quad("hazard_stripes", 4.1, 0.15).placed(x, OUTER - 0.03, 2.02, h=180))
        for x in (-6.4, -2.25, 1.9)
    ]
    banner = ("sign", sign_quad("banner_safety_first", 8.4, 0.84).placed(-2.4, OUTER - 0.20, 6.6, h=180))
    cloth_behind = box(8.44, 0.012, 0.88, RED_PAINT, bevel=0.002, grid=1.5).placed(-2.4, OUTER - 0.19, 6.58)
    return [("opaque", joined([*parts, *boards, cloth_behind])), ("veil", veil), *toe, banner]
