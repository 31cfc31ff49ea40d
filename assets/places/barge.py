"""A river barge of 48 m alongside the quay: hull, side deck at z 0.4, hatch coaming with sand, wheelhouse, bitts."""

from __future__ import annotations

import numpy as np

from assets.mesh import Mesh, joined
from assets.modelling import Assembly, box, cable, cloth, extrude, lathe, rod, rounded_box, torus, tube
from assets.modelling.materials import DARK_STEEL, RUBBER, STEEL, WHITE_PAINT, WINDOW, Material, painted, plastic
from assets.places.housing import slab

SIDE, BEAM, DECK = 0.9, 11.5, 0.4
"""The hull's near side along y, its breadth, the height of its deck."""
BOW, STERN = -24.0, 24.0
BLACK_HULL = painted(0.030, 0.032, 0.036, 0.5, 0.5)
RED_HULL = painted(0.22, 0.045, 0.03, 0.6, 0.5)
DECK_PAINT = painted(0.13, 0.21, 0.16, 0.6, 0.5)
HOUSE = painted(0.68, 0.69, 0.67, 0.45, 0.2)
SAND = Material((0.56, 0.46, 0.30), "sand", 0.95, 0.0, 0.7)
LIT_PANE = plastic(0.95, 0.74, 0.40)
BITTS = ((-15.75, 1.55), (16.70, 1.55))
"""Where mooring ropes are made fast."""


def _outline(inset: float) -> list[tuple[float, float]]:
    """The deck's outline in x, y."""
    y0, y1 = SIDE + inset, SIDE + BEAM - inset
    bow = [(BOW + 4, y0), (BOW + 1.2, y0 + 1.6), (BOW + inset, (y0 + y1) / 2), (BOW + 1.2, y1 - 1.6), (BOW + 4, y1)]
    return [
        *bow,
        (STERN - 1 - inset, y1),
        (STERN - inset, y1 - 1.2),
        (STERN - inset, y0 + 1.2),
        (STERN - 1 - inset, y0),
    ]


def barge() -> Assembly:
    """The whole ship in the place's coordinates."""
    ship = Assembly()
    ship.add(
        extrude(_outline(0.12), 1.2, RED_HULL, grid=2.5).placed(0, 0, -3.2),
        extrude(_outline(0.0), 2.36, BLACK_HULL, grid=1.6).placed(0, 0, -2.0),
    )
    ship.add(extrude(_outline(0.05), 0.04, DECK_PAINT, grid=1.0).placed(0, 0, DECK - 0.04))
    ship.add(*(_rubbing(z) for z in (-0.05, -0.9)))
    _hold(ship)
    _side_deck(ship)
    _wheelhouse(ship)
    ship.sign("ship_name", 3.2, 0.60, -19.0, SIDE - 0.012, -0.62, turn=180)
    ship.sign("draught_marks", 0.30, 1.6, -13.5, SIDE - 0.012, -2.3, turn=180)
    return ship


def _rubbing(z: float) -> Mesh:
    """A half-round steel strake along the near side."""
    return tube([(BOW + 4, SIDE, z), (STERN - 1, SIDE, z)], 0.06, DARK_STEEL, sides=8)


def _hold(ship: Assembly) -> None:
    """The coaming of the hold with its stiffeners, heaped with sand."""
    x0, x1, y0, y1, top = -17.5, 13.0, 3.1, 10.2, 1.45
    for y in (y0, y1):
        ship.add(
            box(x1 - x0, 0.10, top - DECK, DECK_PAINT.shade(1.2), bevel=0.012, grid=1.5).placed((x0 + x1) / 2, y, DECK),
            box(x1 - x0, 0.26, 0.07, DECK_PAINT.shade(1.2), bevel=0.012, grid=2).placed((x0 + x1) / 2, y, top),
        )
    for x in (x0, x1):
        ship.add(
            box(0.10, y1 - y0, top - DECK, DECK_PAINT.shade(1.2), bevel=0.012, grid=2).placed(x, (y0 + y1) / 2, DECK)
        )
    ship.add(
        *(
            box(0.05, 0.16, top - DECK, DECK_PAINT, bevel=0.008, grid=2).placed(x, y0 - 0.10, DECK)
            for x in np.arange(x0 + 0.8, x1, 1.5)
        )
    )
    gx, gy = np.meshgrid(np.linspace(x0 + 0.05, x1 - 0.05, 40), np.linspace(y0 + 0.05, y1 - 0.05, 12))
    across = np.sin((gy - y0) / (y1 - y0) * np.pi)
    gz = 1.05 + across * (1.1 + 0.55 * np.sin(gx * 0.55) + 0.2 * np.sin(gx * 1.7 + 1))
    ship.add(cloth(np.stack([gx, gy, gz], -1), SAND, split=70))


def bitts() -> Mesh:
    """A pair of bitts on their base plate, 0.5 m high, side by side along x."""
    post = lathe(
        [(0, 0), (0.12, 0), (0.12, 0.40), (0.16, 0.44), (0.16, 0.49), (0.13, 0.52), (0, 0.53)], DARK_STEEL, sides=16
    )
    return joined([post.placed(-0.28), post.placed(0.28), box(1.0, 0.42, 0.04, DARK_STEEL, bevel=0.01)])


def _side_deck(ship: Assembly) -> None:
    """Bitts, tyres hung over the side, wire rail, ventilators, coiled rope, a mast with lamp forward."""
    for x, y in (*BITTS, (-6.0, 1.6), (8.5, 1.6)):
        ship.add(bitts().placed(x, y, DECK))
    for x in np.arange(-18.0, 20, 4.6):
        ship.add(
            torus(0.36, 0.12, RUBBER, sides=18, section=8).placed(x, SIDE - 0.13, -0.52, p=90),
            cable(
                [(x, SIDE + 0.1, DECK + 0.03), (x, SIDE - 0.02, DECK), (x, SIDE - 0.12, -0.2)],
                0.014,
                Material((0.4, 0.34, 0.24), "rope", 0.9, 0, 0.4, scale=6),
                sides=5,
            ),
        )
    far_rail = [
        rod((x, SIDE + BEAM - 0.15, DECK), (x, SIDE + BEAM - 0.15, DECK + 0.95), 0.02, WHITE_PAINT, sides=5)
        for x in np.arange(-19, 14, 2.2)
    ]
    ship.add(
        *far_rail,
        *(
            rod((-19, SIDE + BEAM - 0.15, DECK + z), (13, SIDE + BEAM - 0.15, DECK + z), 0.008, STEEL, sides=4)
            for z in (0.5, 0.95)
        ),
    )
    for k in range(3):
        ship.add(
            torus(
                0.34 - 0.03 * k, 0.028, Material((0.50, 0.44, 0.30), "rope", 0.9, 0, 0.5, scale=6), sides=22, section=6
            ).placed(-2.0, 2.25, DECK + 0.03 + 0.05 * k)
        )
    ship.add(
        lathe([(0, 0), (0.10, 0), (0.10, 0.6), (0, 0.6)], HOUSE, sides=12).placed(11.0, 2.1, DECK),
        lathe([(0, 0), (0.22, 0.03), (0.20, 0.14), (0, 0.16)], HOUSE, sides=14).placed(11.0, 2.1, DECK + 0.58),
    )
    ship.add(
        rod((-17.9, 5.0, DECK), (-17.9, 5.0, 5.2), 0.05, WHITE_PAINT),
        box(0.3, 0.2, 0.12, DARK_STEEL, bevel=0.02).placed(-17.6, 5.0, 5.05),
    )
    ship.add(box(0.24, 0.15, 0.02, LIT_PANE, bevel=0.004).placed(-17.6, 5.0, 5.03), to="glow")
    winch = joined(
        [
            box(1.2, 0.8, 0.16, DARK_STEEL, bevel=0.02),
            lathe(
                [(0, 0), (0.34, 0), (0.34, 0.05), (0.2, 0.06), (0.2, 0.64), (0.34, 0.65), (0.34, 0.7), (0, 0.7)],
                painted(0.10, 0.26, 0.18),
                sides=18,
            ).placed(-0.35, 0, 0.5, r=90),
        ]
    )
    ship.add(winch.placed(-20.4, 4.6, DECK, h=90))


def _wheelhouse(ship: Assembly) -> None:
    """Two storeys aft with lit windows, a mast with navigation lights, a funnel, life rings."""
    x, y = 18.0, SIDE + BEAM / 2
    ship.add(
        box(6.6, 8.4, 2.3, HOUSE, bevel=0.06, grid=1.5).placed(x, y, DECK),
        box(7.0, 8.8, 0.10, painted(0.10, 0.25, 0.36), bevel=0.03, grid=3).placed(x, y, DECK + 2.3),
    )
    ship.add(
        box(3.6, 5.4, 2.2, HOUSE, bevel=0.08, grid=1.5).placed(x - 0.6, y, DECK + 2.4),
        box(4.3, 6.2, 0.12, painted(0.10, 0.25, 0.36), bevel=0.04, grid=3).placed(x - 0.6, y, DECK + 4.6),
    )
    near, front = y - 4.2 - 0.012, x - 3.3 - 0.012
    for k in range(3):
        ship.add(
            slab(0.92, 0.03, 0.66, STEEL, x - 2.2 + 1.9 * k, near + 0.006, DECK + 1.17),
            slab(0.82, 0.04, 0.56, DARK_STEEL, x - 2.2 + 1.9 * k, near + 0.006, DECK + 1.22),
        )
        ship.add(
            slab(0.76, 0.02, 0.50, LIT_PANE if k != 1 else WINDOW, x - 2.2 + 1.9 * k, near - 0.012, DECK + 1.25),
            to="glow" if k != 1 else "opaque",
        )
    for k in range(4):
        ship.add(slab(0.03, 1.0, 0.86, LIT_PANE.shade(0.35), x - 2.41, y - 1.95 + 1.3 * k, DECK + 3.4), to="glow")
    ship.add(slab(3.0, 0.03, 0.86, LIT_PANE.shade(0.35), x - 0.6, y - 2.71, DECK + 3.4), to="glow")
    ship.add(
        *(
            box(0.05, 0.05, 0.9, HOUSE, bevel=0.01).placed(x - 0.6 + dx, y - 2.72, DECK + 3.38)
            for dx in (-1.5, -0.5, 0.5, 1.5)
        )
    )
    ship.add(
        rounded_box(1.2, 1.4, 2.0, painted(0.36, 0.07, 0.05), radius=0.2, segments=10).placed(x + 2.4, y, DECK + 2.3),
        rod((x - 0.6, y, DECK + 4.7), (x - 0.6, y, DECK + 8.0), 0.06, WHITE_PAINT),
    )
    for z, tint in ((7.9, (1.0, 0.95, 0.8)), (6.6, (1.0, 0.1, 0.05))):
        ship.add(
            rounded_box(0.14, 0.14, 0.18, plastic(*tint), radius=0.04, segments=8).placed(x - 0.6, y - 0.12, z),
            to="glow",
        )
    ship.add(
        box(0.7, 0.05, 1.8, DARK_STEEL, bevel=0.02).placed(x + 2.3, near, DECK + 0.02),
        torus(0.28, 0.07, painted(0.80, 0.22, 0.02), sides=20, section=8).placed(
            front - 0.03, y - 2.8, DECK + 1.4, r=90
        ),
    )
    for side in (0, 1):
        ship.add(
            tube(
                [(x - 3.4, y - 4.3 + 8.6 * side, DECK + 2.4), (x + 3.4, y - 4.3 + 8.6 * side, DECK + 2.4)],
                0.02,
                WHITE_PAINT,
                sides=5,
            )
        )
