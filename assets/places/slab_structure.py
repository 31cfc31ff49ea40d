"""The sixth floor of a frame building: slab with its openings, columns, beams, shaft core, walls, the floors below."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, block, box, rod, solid, varied
from assets.modelling.materials import BRICKWORK, CONCRETE, RED_OXIDE, RUSTY_STEEL, WOOD
from assets.props.parts.scaffold import PIPE, SCAFFOLD, coupler, planks

EAST, NORTH = 16.0, 14.0
STOREY, SLAB = 3.3, 0.16
DROP = 18.0
"""From this floor to the ground, metres."""
COLUMNS = (4.0, 8.0, 12.0)
OPENINGS = ((7.0, 8.0, 6.0, 7.0), (10.5, 11.5, 3.5, 4.5))
"""x0, x1, y0, y1 of the duct openings."""
SHAFT = (0.2, 2.0, 10.1, 11.9)
"""x0, x1, y0, y1 of the lift shaft inside its walls; its mouth is in the east wall, y 10.2..11.8."""
CAST = CONCRETE.but(bump=0.8)
SCAFFOLD_X = (8.1, 11.7)
SCAFFOLD_Y = (14.13, 15.07)


def structure(parts: Assembly, rng: np.random.Generator) -> None:
    """Everything cast and walled."""
    parts.add(_frame(), _ceiling(), _core(), *_walls(), _below())
    parts.add(_linings(), _props(rng), _starter_bars(rng))
    parts.add(standing_scaffold(rng))


def _frame() -> Mesh:
    """Columns of this floor with the marks of their formwork, beams under the slab above and at the edges."""
    columns = [box(0.5, 0.5, STOREY - SLAB, CAST, bevel=0.02, grid=0.55).placed(x, y) for x in COLUMNS for y in COLUMNS]
    edge = [box(0.4, 0.4, STOREY - SLAB, CAST, bevel=0.02, grid=0.8).placed(x, NORTH - 0.5) for x in (0.3, 15.6)]
    edge.append(box(0.4, 0.4, STOREY - SLAB, CAST, bevel=0.02, grid=0.8).placed(15.6, 0.5))
    z = STOREY - SLAB - 0.38
    beams = [box(0.28, 14.4, 0.38, CAST, bevel=0.02, grid=0.8).placed(x, 6.8, z) for x in COLUMNS]
    beams += [box(16.2, 0.28, 0.38, CAST, bevel=0.02, grid=0.8).placed(7.9, y, z) for y in COLUMNS]
    beams.append(box(0.25, 14.4, 0.45, CAST, bevel=0.02, grid=0.8).placed(EAST - 0.12, 6.8, z - 0.07))
    beams.append(box(16.2, 0.25, 0.45, CAST, bevel=0.02, grid=0.8).placed(7.9, NORTH - 0.12, z - 0.07))
    return joined([*columns, *edge, *beams])


def _ceiling() -> Mesh:
    """The slab above, with the same openings; light falls through them."""
    z = STOREY - SLAB
    slab = block(EAST + 0.4, NORTH + 0.4, SLAB, EAST / 2 - 0.2, NORTH / 2 - 0.2, z)
    for x0, x1, y0, y1 in OPENINGS:
        slab -= block(x1 - x0, y1 - y0, 1.0, (x0 + x1) / 2, (y0 + y1) / 2, z - 0.4)
    return solid(slab, CAST.shade(0.95), grid=0.9)


def _core() -> Mesh:
    """The shaft's concrete walls over three storeys, the mouth of this floor open; the stub wall south of it."""
    x0, x1, y0, y1 = SHAFT
    low, high = -DROP, STOREY
    outer = block(x1 - x0 + 0.4, y1 - y0 + 0.4, high - low - SLAB, (x0 + x1) / 2, (y0 + y1) / 2, low)
    shaft = outer - block(x1 - x0, y1 - y0, high - low + 1, (x0 + x1) / 2, (y0 + y1) / 2, low - 0.5)
    shaft -= block(1.0, 1.6, 2.15, x1 + 0.1, 11.0, 0.0)
    for k in range(1, 5):
        shaft -= block(1.0, 1.6, 2.15, x1 + 0.1, 11.0, -STOREY * k)
    stub = block(0.2, 2.2, STOREY - SLAB, x1 + 0.1, 8.85, 0)
    return solid(shaft + stub, CAST.shade(0.9), grid=0.7)


def _walls() -> list[Mesh]:
    """Block infill on the west with the stair door, on the south with windows; a half-built partition inside."""
    clear = STOREY - SLAB
    west = block(0.2, 9.6, clear, -0.1, 5.0, 0) - block(1, 1.1, 2.15, -0.1, 6.2, 0)
    west += block(0.2, 2.0, clear, -0.1, 13.0, 0)
    south = block(16.0, 0.2, clear, 8.0, -0.1, 0)
    for x in (2.2, 6.2, 10.2, 14.0):
        south -= block(1.8, 1, 1.5, x, -0.1, 0.9)
    lintels = [box(2.3, 0.24, 0.16, CAST, bevel=0.01).placed(x, -0.1, 2.4) for x in (2.2, 6.2, 10.2, 14.0)]
    sills = [box(1.9, 0.28, 0.06, CAST, bevel=0.01).placed(x, -0.1, 0.85) for x in (2.2, 6.2, 10.2, 14.0)]
    door = [box(1.5, 0.24, 0.18, CAST, bevel=0.01).placed(h=90).placed(-0.1, 6.2, 2.15)]
    begun = [
        box(3.4 - 0.3 * k, 0.2, 0.21, BRICKWORK, bevel=0.004, grid=0.6).placed(13.9 + 0.15 * k, 2.0, 0.21 * k)
        for k in range(4)
    ]
    stair = [box(0.2, 4.4, 8.0, CAST.shade(0.8), bevel=0.01, grid=1.2).placed(-3.2, 6.2, -3.4)]
    stair += [box(3.2, 0.2, 8.0, CAST.shade(0.8), bevel=0.01, grid=1.2).placed(-1.7, y, -3.4) for y in (4.0, 8.4)]
    stair += [box(1.2, 4.4, 0.16, CAST, bevel=0.01, grid=0.8).placed(-0.8, 6.2, -0.16)]
    stair += [box(0.28, 1.6, 0.17, CAST, bevel=0.008).placed(-1.5 - 0.27 * k, 7.3, 0.17 * k) for k in range(6)]
    return [
        solid(west, BRICKWORK, grid=0.7),
        solid(south, BRICKWORK, grid=0.7),
        *lintels,
        *sills,
        *door,
        *begun,
        *stair,
    ]


def _below() -> Mesh:
    """The edges of the floors below and their walls, seen when one looks down."""
    parts = []
    for k in range(1, 6):
        z = -STOREY * k
        slab = block(EAST + 0.2, NORTH + 0.2, SLAB, EAST / 2, NORTH / 2, z - SLAB)
        if k == 1:
            parts.append(solid(slab, CAST.shade(0.85), grid=1.1))
        else:
            parts.append(solid(slab, CAST.shade(0.85), grid=4.0))
        parts += [
            box(0.45, 0.45, STOREY - SLAB, CAST, bevel=0.02, grid=3).placed(x, NORTH - 0.4, z)
            for x in (0.3, *COLUMNS, 15.6)
        ]
        parts += [box(0.45, 0.45, STOREY - SLAB, CAST, bevel=0.02, grid=3).placed(15.6, y, z) for y in (0.5, 4.0, 8.0)]
        back = block(15.6, 0.2, STOREY - SLAB, 8, 12.4, z) + block(0.2, 12.0, STOREY - SLAB, 14.6, 6.4, z)
        parts.append(solid(back, BRICKWORK, grid=3.0))
    return joined(parts)


def _linings() -> Mesh:
    """The cut faces of the openings and of the slab's edge, their bars bent back."""
    parts = []
    for x0, x1, y0, y1 in OPENINGS:
        w, d, cx, cy = x1 - x0, y1 - y0, (x0 + x1) / 2, (y0 + y1) / 2
        ring = block(w + 0.3, d + 0.3, SLAB - 0.002, cx, cy, -SLAB) - block(w, d, 1.0, cx, cy, -0.5)
        parts.append(solid(ring, CAST, grid=0.3))
    edge = block(EAST + 0.1, NORTH + 0.1, SLAB - 0.003, EAST / 2, NORTH / 2, -SLAB)
    edge -= block(EAST - 0.3, NORTH - 0.3, 1.0, EAST / 2 - 0.2, NORTH / 2 - 0.2, -0.5)
    parts.append(solid(edge, CAST, grid=0.8))
    return joined(parts)


def _props(rng: np.random.Generator) -> Mesh:
    """Telescopic props left under the slab above, along the south bay."""
    parts = []
    for x in np.arange(0.9, 15.2, 1.7):
        y = 1.1 + rng.uniform(-0.08, 0.08)
        parts.append(rod((x, y, 0.0), (x, y, 1.9), 0.030, RED_OXIDE, sides=8, grid=0.8))
        parts.append(rod((x, y, 1.7), (x, y, STOREY - SLAB - 0.1), 0.024, RUSTY_STEEL, sides=8, grid=0.8))
        parts.append(box(0.14, 0.14, 0.008, RED_OXIDE, bevel=0.002).placed(x, y))
        parts.append(rod((x - 0.09, y, 1.78), (x + 0.09, y, 1.78), 0.008, RUSTY_STEEL, sides=5))
    parts.append(box(15.0, 0.09, 0.1, WOOD, bevel=0.008, grid=1.5).placed(8.0, 1.1, STOREY - SLAB - 0.1))
    return joined(parts)


def _starter_bars(rng: np.random.Generator) -> Mesh:
    """Bars for walls to come, along the shaft and the stair, with their plastic caps."""
    bars = []
    for y in np.arange(8.1, 9.7, 0.2):
        bars.append(rod((2.5, y, 0), (2.5 + rng.uniform(-0.02, 0.02), y, 0.0), 0.008, RUSTY_STEEL, sides=5))
    for x in np.arange(0.5, 2.0, 0.25):
        bars.append(rod((x, 13.3, 0), (x + rng.uniform(-0.02, 0.02), 13.3, 0.55), 0.008, RUSTY_STEEL, sides=5))
        bars.append(rod((x, 13.3, 0.53), (x, 13.3, 0.58), 0.014, SCAFFOLD, sides=6))
    return joined(bars)


def standing_scaffold(rng: np.random.Generator) -> Mesh:
    """The scaffold below the floor, before its north edge, on which the scenario's bays stand at z -2."""
    x0, x1 = SCAFFOLD_X
    parts = []
    for x in (x0 + PIPE, (x0 + x1) / 2, x1 - PIPE):
        for y in SCAFFOLD_Y:
            parts.append(rod((x, y, -DROP), (x, y, -2.0), PIPE, SCAFFOLD, sides=6, grid=2.0))
            parts.append(coupler(x, y, -2.14, h=180 if y > 14.5 else 0))
    for z in np.arange(-4.0, -DROP, -2.0):
        for y in (SCAFFOLD_Y[0] - 0.05, SCAFFOLD_Y[1] + 0.05):
            parts.append(rod((x0 - 0.1, y, z - 0.13), (x1 + 0.1, y, z - 0.13), PIPE, SCAFFOLD, sides=6, grid=1.8))
            parts.append(rod((x0 - 0.1, y, z + 1.0), (x1 + 0.1, y, z + 1.0), PIPE, SCAFFOLD, sides=5, grid=1.8))
        if z > -7:
            parts.append(planks((x0, x1), (SCAFFOLD_Y[0] + 0.02, SCAFFOLD_Y[1] - 0.02), z, rng))
        else:
            parts.append(
                varied(box(x1 - x0, 0.88, 0.045, WOOD, bevel=0.005, grid=2), rng).placed((x0 + x1) / 2, 14.6, z - 0.045)
            )
    return joined(parts)
